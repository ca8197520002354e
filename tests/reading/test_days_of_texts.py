"""When an article in plain text was published and updated, as its lines state it."""

from __future__ import annotations

import pytest

from generator.reading.documents.plain_text import read_plain_text
from tests.reading.bridge import ARTICLE, MENU, SENTENCE


@pytest.mark.parametrize(
    ("language", "line", "date"),
    [
        ("de", "Mittwoch, 28. Januar 2026", "2026-01-28"),
        ("nl", "Gepubliceerd op 3 maart 2024", "2024-03-03"),
        ("en", "Published: May 14, 2025 at 7:55 AM", "2025-05-14"),
        ("fr", "Publié le 3 mars 2024", "2024-03-03"),
        ("es", "3 de marzo de 2024", "2024-03-03"),
        ("it", "Pubblicato il 3 marzo 2024", "2024-03-03"),
        ("pl", "Opublikowano 3 marca 2024", "2024-03-03"),
        ("ru", "Опубликовано 3 марта 2024", "2024-03-03"),
        ("uk", "Опубліковано 3 березня 2024", "2024-03-03"),
        ("tr", "3 Mart 2024 Pazar", "2024-03-03"),
        ("ja", "2025年1月13日", "2025-01-13"),
    ],
)
def test_dates_of_many_languages_are_read(language: str, line: str, date: str) -> None:
    text = f"Ein Titel für diesen Text\n\n{line}\n\n{SENTENCE} {SENTENCE[:-1]}.\n\n{SENTENCE} Das ist neu."
    assert read_plain_text(text, language).metadata.published == date


def test_date_behind_the_title_and_a_state_of_affairs_date_an_article() -> None:
    lines = [*MENU, *ARTICLE[1:]]
    behind = read_plain_text("\n".join([f"{ARTICLE[0]} – Probe – 13.06.2023", *lines]), "de").metadata
    assert behind.published == "2023-06-13"
    state = read_plain_text("\n".join([*MENU, ARTICLE[0], "Stand: 14.06.2023 07:30 Uhr", *ARTICLE[1:]]), "de").metadata
    assert (state.published, state.updated) == ("2023-06-14", "2023-06-14T07:30")


def test_date_that_can_be_read_two_ways_and_a_day_that_does_not_exist_are_not_stated() -> None:
    body = "The council decided on Monday that a new bridge will be built across the river. It will take years."
    for date in ("05/06/2024", "31.02.2024", "2024-13-01"):
        assert (
            read_plain_text(f"A new bridge for the town\n\n{date}\n\n{body}\n\n{body[:60]}.").metadata.published is None
        )


@pytest.mark.parametrize(
    ("line", "updated"),
    [
        ("Updated 14:02", "2023-10-06T14:02"),
        ("Last updated at 2:02 pm", "2023-10-06T14:02"),
        ("Updated 7 October 2023, 14:02", "2023-10-07T14:02"),
        ("Opening hours 14:02", None),
    ],
)
def test_update_stated_as_a_time_alone_is_on_the_day_of_publication(line: str, updated: str | None) -> None:
    told = "The ferry to Sandholm will stop running in November, the county said on Friday."
    known = "A bridge has been promised since 1974; the money for it was never found in any budget."
    head = f"Ferry stops in November\nBy Ann Holt\nPublished 6 October 2023, 09:30\n{line}"
    assert read_plain_text(f"{head}\n\n{told}\n\n{known}\n").metadata.updated == updated


@pytest.mark.parametrize(
    ("dateline", "language"),
    [
        ("Orlune, 13. März 2026 (dpa) - ", "de"),
        ("Orlune, 13 mars 2026 (AFP) - ", "fr"),
        ("Orlune (Costa), 13 mar 2026 (EFE).- ", "es"),
        ("ORLUNE, March 13, 2026 (Reuters) - ", "en"),
        ("ORLUNE (AA) - 13 Mart 2026 - ", "tr"),
        ("ОРЛУН, 13 марта 2026. /ТАСС/. ", "ru"),
    ],
)
def test_an_agencys_first_words_state_its_name_and_the_day(dateline: str, language: str) -> None:
    found = read_plain_text(f"Eine Brücke für die Stadt\n\n{dateline}{SENTENCE}\n\n{SENTENCE[:70]}.", language).metadata

    assert found.published == "2026-03-13"
    assert found.supplier is not None


@pytest.mark.parametrize("dateline", ["KYIV, 13 March 2026 (Agency) — ", "PORT SKERRY, March 13, 2026 - "])
def test_a_place_in_capitals_with_a_day_and_a_dash_dates_the_text_without_a_known_agency(dateline: str) -> None:
    found = read_plain_text(f"A bridge for the town\n\n{dateline}{SENTENCE}\n\n{SENTENCE[:70]}.", "en").metadata
    assert (found.published, found.supplier) == ("2026-03-13", None)


def test_a_day_behind_brackets_that_name_no_agency_is_not_the_day_of_publication() -> None:
    opened = "Am 13. März 2026 (Freitag) - so der Plan - soll gebaut werden. "
    text = f"Eine Brücke für die Stadt\n\n{opened}{SENTENCE}\n\n{SENTENCE[:70]}."

    assert read_plain_text(text, "de").metadata.published is None
