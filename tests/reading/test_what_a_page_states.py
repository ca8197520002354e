"""What the maker of a page states in records, attributes and names of elements: what is shown, who wrote, for whom."""

from __future__ import annotations

import pytest

from generator.model import Article
from tests.reading.test_web_page import MORE, PROSE, read

SENTENCE = "The council met on Monday and nobody spoke against it, the paper was told."


def page(between: str = "", record: str = "") -> Article:
    """A page with an element between its two paragraphs, and with the fields of a record."""
    stated = f'{{"@type":"NewsArticle","headline":"Harbour to grow"{record}}}'
    head = f'<script type="application/ld+json">{stated}</script>'
    body = f"<h1>Harbour to grow</h1><p>{PROSE}</p>{between}<p>{MORE}</p>"
    return read(f"<html><head>{head}</head><body>{body}</body></html>")


@pytest.mark.parametrize(
    ("attribute", "is_text"),
    [
        ('style="display: none"', False),
        ('style="visibility:hidden"', False),
        ("hidden", False),
        ('aria-hidden="true"', False),
        ('class="hidden"', False),
        ('class="hidden md:block"', True),  # hidden on a narrow screen alone
        ('class="d-none d-lg-flex"', True),
        ('style="color: black"', True),
    ],
)
def test_what_no_reader_is_shown_is_no_text(attribute: str, *, is_text: bool) -> None:
    assert (SENTENCE in page(f"<div {attribute}><p>{SENTENCE}</p></div>").text) is is_text


@pytest.mark.parametrize(
    ("rest", "is_text"),
    [
        (", 22/03/2024 12:31", False),
        (" welcomed what had been decided.", True),
        (" saw the vote of 22/03/2024 from the gallery, with two of her friends, and went home late.", True),
    ],
)
def test_sentence_about_the_one_who_is_marked_as_author_is_text_and_a_line_of_name_and_day_is_none(
    rest: str, *, is_text: bool
) -> None:
    found = page(f'<p><span itemprop="author">Ann Holt</span>{rest}</p>')
    assert (f"Ann Holt{rest}" in found.text) is is_text
    assert found.metadata.authors == ("Ann Holt",)


def test_second_headline_of_a_record_is_the_subtitle() -> None:
    assert page(record=',"alternativeHeadline":"Two basins by winter"').metadata.subtitle == "Two basins by winter"
    assert page(record=',"alternativeHeadline":"Harbour to grow"').metadata.subtitle is None


def test_company_that_a_record_names_is_the_publisher_where_nothing_names_the_outlet() -> None:
    publisher = ',"publisher":{"@type":"Organization","name":"Coast Media Holding GmbH"}'
    assert page(record=publisher).metadata.publisher == "Coast Media Holding GmbH"


def test_language_that_a_record_states_is_believed_where_the_page_states_none() -> None:
    assert page(record=',"inLanguage":"sco"').metadata.language == "sco"
    assert page(record=',"inLanguage":["sco"]').metadata.language == "en"
