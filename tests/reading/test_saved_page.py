"""What a browser wrote into a page when it saved it is known of the article."""

from __future__ import annotations

import pytest

from tests.reading.test_web_page import PROSE, read


@pytest.mark.parametrize(
    ("comment", "retrieved"),
    [
        ("<!-- saved from url=(0031)https://courier.example/harbour -->", None),
        (
            "<!--\n Page saved with SingleFile \n url: https://courier.example/harbour \n"
            " saved date: Wed May 15 2024 00:30:00 GMT+0200 (Central European Summer Time)\n-->",
            "2024-05-14T22:30:00Z",
        ),
        (
            "<!-- Saved from https://courier.example/harbour at 2024-05-14T22:30:00Z using m v2 -->",
            "2024-05-14T22:30:00Z",
        ),
        ("<!-- saved by hand -->", None),
    ],
)
def test_address_and_time_that_a_saving_program_wrote_into_the_page_are_known(
    comment: str, retrieved: str | None
) -> None:
    found = read(f"<!DOCTYPE html>\n{comment}\n<html lang=en><body><p>{PROSE * 3}</p></body></html>").metadata
    assert found.url == (None if "by hand" in comment else "https://courier.example/harbour")
    assert found.retrieved == retrieved
