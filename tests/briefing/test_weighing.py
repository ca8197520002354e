"""How much a sentence tells, by whom it names, its numbers and its days."""

from __future__ import annotations

import pytest

from generator.analysis.agreement.claims import claims_of
from generator.analysis.themes.proposals import COMMON_THEME
from generator.briefing.weighing import news_grounds, says_something, weight
from tests.reports import report


def test_words_of_a_theme_weigh_by_whether_the_article_keeps_to_it_and_to_whom_it_names() -> None:
    rise = "@[Vela Works] raised the price of bread by #[12 percent|12 %]."

    def first(second: str, *on_theme: str) -> float:
        return weight(claims_of(*report(rise, second, themes={"prices": on_theme}))[0])

    kept_to = first("The bread of @[Vela Works] is brown.", "p1-s1", "p2-s1")
    of_others = first("The bread of the mill is brown.", "p1-s1", "p2-s1")
    dropped_once = first("The mill is closed.", "p1-s1")
    assert kept_to > of_others > dropped_once


def test_a_month_says_more_than_a_year() -> None:
    told = "@P[Ana Rey] and @[Vela Works] opened a bridge in {date}."
    by_year, by_month = (
        claims_of(*report(told.format(date=date)))[0] for date in ("^[2023|2023]", "^[May 2023|2023-05]")
    )
    assert weight(by_month) > weight(by_year)


def test_a_number_in_digits_says_more_than_a_small_one_in_words() -> None:
    told = "@P[Ana Rey] met {count} of @[Vela Works]."
    in_words, in_digits = (
        claims_of(*report(told.format(count=count)))[0]
        for count in ("#[two directors|2 directors]", "#[12 directors|12 directors]")
    )
    assert weight(in_digits) > weight(in_words)


def test_a_number_on_no_theme_of_an_editor_tells_nothing_by_itself() -> None:
    rise = "The prices of bread rose by #[12 percent|12 %] ^[in May 2023|2023-05]."
    on_theme, on_none = (
        claims_of(*report(rise, themes=themes))[0] for themes in ({"prices": ["p1-s1"]}, {COMMON_THEME: ["p1-s1"]})
    )
    assert says_something(on_theme)
    assert not says_something(on_none)


@pytest.mark.parametrize(("date", "tells"), [("^[in May 2023|2023-05]", True), ("^[in 2023|2023]", False)])
def test_a_month_on_a_theme_tells_something_by_itself_and_a_year_does_not(date: str, *, tells: bool) -> None:
    (claim,) = claims_of(*report(f"The prices of bread rose in the whole town {date}.", themes={"prices": ["p1-s1"]}))
    assert says_something(claim) is tells


def test_a_number_beyond_a_handful_weighs_in_words_too_and_so_does_what_was_done() -> None:
    def weighed(told: str) -> float:
        built, evidence = report(told)
        return sum(news_grounds(claims_of(built, evidence)[0]).values())

    people = "#[{0} people|{1} people] are in hospital in @L[Kortdam]."
    assert weighed(people.format("Eleven", 11)) > weighed(people.format("Four", 4))
    assert weighed("@P[Ana Rey] closed the port of @L[Kortdam].") > weighed(
        "@P[Ana Rey] likes the port of @L[Kortdam]."
    )
