"""Which sentences of an article are offered as extracts."""

from __future__ import annotations

import pytest

from generator.analysis.themes.proposals import COMMON_THEME
from generator.model import ArticleKind
from tests.reports import extracts, rank_extracts, report

SIGNING = (
    "@P[Ana Rey] and @[Vela Works] signed a contract for #[80 million dollars|80000000 USD] ^[in May 2023|2023-05]."
)
FILLER = "The weather stayed mild and many people walked along the quiet river."


def test_what_an_interviewer_says_is_no_extract() -> None:
    turns = (
        "Courier: @P[Ana Rey] of @[Vela Works] says she was told of the fire ^[on 7 May 2023|2023-05-07].",
        "Osten: @[Vela Works] and @P[Ana Rey] had the letter of @[Port Office] ^[on 2 May 2023|2023-05-02].",
        "Courier: What did @P[Ana Rey] and @[Vela Works] answer you ^[in June 2023|2023-06]?",
        "Courier: Will they pay?",
    )
    (told,) = extracts(*turns, language="en", kind=ArticleKind.INTERVIEW)
    assert told.startswith("Osten: Vela Works and Ana Rey had the letter")


def test_a_sentence_with_names_and_numbers_is_an_extract_and_filler_is_none() -> None:
    (only,) = extracts(f"{FILLER} {SIGNING} {FILLER}")
    assert only.startswith("Ana Rey and Vela Works signed")


def test_what_happened_years_before_the_report_is_background() -> None:
    told = "@[Vela Works] and @[Orlune Trading] opened a harbour in @L[Kortdam] ^[in {year}|{year}]."
    assert extracts(told.format(year="2023"), published="2023-05-09")
    assert extracts(told.format(year="1985"), published="2023-05-09") == []
    assert extracts(told.format(year="2019"), published="2023-05-09") == []
    assert extracts(told.format(year="2020"), published="2023-05-09")
    assert extracts(told.format(year="1985"), published=None)


def test_two_who_act_tell_enough_with_a_month_and_not_with_a_year() -> None:
    assert extracts("@P[Ana Rey] met the owner of @[Vela Works] ^[in May 2023|2023-05].")
    assert extracts("@P[Ana Rey] met the owner of @[Vela Works] ^[in 2023|2023].") == []


def test_who_takes_over_what_and_where_on_a_weekday_is_news() -> None:
    assert extracts("@P[Ana Rey] took over @[Vela Works] in @L[Kortdam] ^[on Friday|2023-05-12].")


def test_a_list_of_names_alone_tells_nothing() -> None:
    assert (
        extracts("Over the years @P[Ana Rey], @P[Bram Osten], @P[Carl Umber] and @P[Mia Lund] were its guests.") == []
    )
    vaguely = "^[Last winter|2024-24] @P[Ana Rey], @P[Bram Osten], @P[Carl Umber] and @P[Mia Lund] were its guests."
    assert extracts(vaguely) == []


def test_who_acts_tells_more_than_where() -> None:
    assert extracts("@[Vela Works] delivered #[41,900 tonnes|41900 t] to @[Orlune Trading] in the spring.")
    assert extracts("The mild weather in @L[Kortdam] brought #[41,900 visitors|41900 visitors] to @L[Rudawiec].") == []


def test_an_article_speaks_to_a_theme_that_is_short_of_extracts() -> None:
    built, evidence = report(
        f"{FILLER} Pipelines matter to @L[Kortdam] more than ever.", themes={"energy": ["p1-s2"], "trade": ["p1-s1"]}
    )
    assert rank_extracts(built, evidence) == ()
    (only,) = rank_extracts(built, evidence, frozenset({"energy", "trade"}))
    assert built.text[only.start : only.end] == "Pipelines matter to Kortdam more than ever."


def test_a_number_on_an_editors_theme_is_an_extract_though_nobody_is_named() -> None:
    prices = "Prices of bread rose by #[12 %|12 %] ^[in May 2023|2023-05]."
    for theme, offered in (("prices", 1), (COMMON_THEME, 0)):
        built, evidence = report(f"{prices} {FILLER} {prices}", themes={theme: ["p1-s1", "p1-s3"]})
        assert len(rank_extracts(built, evidence)) == 2 * offered, theme


def test_the_first_sentence_of_an_article_is_offered_to_an_editors_theme_that_it_names() -> None:
    built, evidence = report(
        f"The town of @L[Kortdam] wants a bridge. {FILLER} The people of @L[Kortdam] like bridges.",
        themes={"bridges": ["p1-s1", "p1-s3"]},
    )
    (only,) = rank_extracts(built, evidence)
    assert only.start == 0


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "@P[Ana Rey] of @[Vela Works] praised @P[Bram Osten] ^[on Tuesday|2023-05-09].", False, id="names dropped"
        ),
        pytest.param(
            "@P[Ana Rey] of @[Vela Works] praised @P[Bram Osten] ^[on 9 May|2023-05-09].", True, id="a written day"
        ),
        pytest.param("@P[Ana Rey] of @[Vela Works] met @P[Bram Osten] ^[on Tuesday|2023-05-09].", True, id="a meeting"),
        pytest.param(
            "@P[Ana Rey] of @[Orlune Bank] praised @P[Bram Osten] ^[on Tuesday|2023-05-09].", True, id="named again"
        ),
    ],
)
def test_names_dropped_once_in_an_article_about_others_are_a_remark(sentence: str, told: bool) -> None:
    quiet = "The streets of the town stayed calm and people waited for better weather."
    built, evidence = report(f"{quiet} {quiet} @[Orlune Bank] keeps its old name for good. {sentence}")
    assert bool(rank_extracts(built, evidence)) is told
