"""What lies ahead of a dossier: plans for a sure day that is still to come, each told as one, and none called off."""

from __future__ import annotations

import pytest

from generator.analysis.agreement.claims import claims_by_article
from generator.briefing import chronology
from tests.reports import cases, corpus, report

AS_OF = "2024-01-20"
HEARING = "Hearings on the plan of @[Vela Works] will be held in @L[Kortdam] ^[on 19 May|2024-05-19]."


def ahead(*reports: tuple[str, str, str], as_of: str | None = AS_OF) -> list[str]:
    """The days ahead of what articles say, each given as (published, language, paragraph)."""
    built = [
        report(paragraph, published=published, language=language, identifier=f"a{number}")
        for number, (published, language, paragraph) in enumerate(reports)
    ]
    articles, evidence = corpus(*built)
    found = chronology.find_events(articles, claims_by_article(articles, evidence), {}, (), as_of)
    return [event.date for event in found if event.is_ahead]


@pytest.mark.parametrize(("title", "case"), cases("ahead"), ids=[title for title, _ in cases("ahead")])
def test_plans_lie_ahead_and_what_is_no_plan_does_not(title: str, case: dict[str, list[str]]) -> None:
    del title
    sentences = [(language, one) for language, said in case.items() if language != "ahead" for one in said]
    found = [day for language, one in sentences for day in ahead(("2024-01-10", language, one))]
    assert found == [day for day in case["ahead"][0].split() if day != "none"]


def test_a_plan_whose_day_has_come_by_the_date_of_another_article_lies_ahead_no_more() -> None:
    assert ahead(("2024-01-10", "en", HEARING)) == ["2024-05-19"]
    assert ahead(("2024-01-10", "en", HEARING), as_of="2024-05-19") == []
    assert ahead(("2024-01-10", "en", HEARING), as_of=None) == []


def test_an_article_that_does_not_say_when_it_was_written_plans_nothing() -> None:
    assert ahead(("", "en", HEARING)) == []


def test_what_another_article_calls_off_lies_ahead_no_more() -> None:
    off = "The hearings of @[Vela Works] ^[on 19 May|2024-05-19] have been cancelled."
    other = "The concert of @[Blue Choir] ^[on 19 May|2024-05-19] has been cancelled."
    assert ahead(("2024-01-10", "en", HEARING), ("2024-01-20", "en", off)) == []
    assert ahead(("2024-01-10", "en", HEARING), ("2024-01-20", "en", other)) == ["2024-05-19"]


def test_two_reports_of_one_plan_are_one() -> None:
    again = "@[Vela Works] must answer in @L[Kortdam] ^[on 19 May|2024-05-19], when hearings are to begin."
    assert ahead(("2024-01-10", "en", HEARING), ("2024-01-12", "en", again)) == ["2024-05-19"]
