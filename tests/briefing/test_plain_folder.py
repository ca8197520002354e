"""What a folder gives to which no editor has given themes: each article has its say, and what has a day is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from generator.analysis.agreement.claims import Claim, claims_of
from generator.analysis.themes.proposals import COMMON_THEME
from generator.briefing import chronology, selection
from generator.briefing.candidate import Candidate
from generator.briefing.composition import compose
from generator.briefing.selection import choose
from generator.model import Article, ArticleKind, Dossier, Edition, Evidence, Theme, Vocabulary
from generator.project import load_project
from generator.publishing.interface import Interface
from tests.reports import corpus, rank_extracts, report

ALL = Theme(COMMON_THEME, {"en": "All articles"})
MILL = "The old mill turns again. Volunteers worked on its sails for #[2 years|2 years]."
WALL = "Work on the flood wall will begin a year late. The council is angry."


def plain(
    *paragraphs: str, identifier: str = "a", published: str | None = None, kind: ArticleKind | None = None
) -> tuple[Article, Evidence]:
    """An article of a plain folder: the one theme names all of its sentences."""
    sentences = [
        f"p{n}-s{s}"
        for n, words in enumerate(paragraphs, 1)
        for s in range(1, words.count(". ") + words.count("? ") + 2)
    ]
    return report(*paragraphs, identifier=identifier, themes={COMMON_THEME: sentences}, published=published, kind=kind)


def dossier(root: Path, *reports: tuple[Article, Evidence], themes: Sequence[Theme] = (ALL,)) -> Dossier:
    articles, evidence = corpus(*reports)
    vocabulary, project = Vocabulary(themes=tuple(themes)), load_project(root)
    wording = Interface("en")
    return compose(project, articles, vocabulary, evidence, edition=Edition.PUBLIC, wording=wording, problems=[])


def offered(*paragraphs: str, least: int, kind: ArticleKind | None = None) -> list[str]:
    built, evidence = plain(*paragraphs, kind=kind)
    ranked = selection.rank_extracts(built, claims_of(built, evidence), least=least)
    return [built.text[one.start : one.end] for one in sorted(ranked, key=lambda one: one.start)]


def test_articles_that_name_nobody_known_say_what_there_is(tmp_path: Path) -> None:
    made = dossier(tmp_path, plain(MILL, identifier="mill"), plain(WALL, identifier="wall"))
    assert {one.citations[0].passage.article for one in made.briefings[0].statements} == {"mill", "wall"}
    assert "Work on the flood wall will begin a year late." in [one.text for one in made.statements]


def test_an_editors_theme_asks_for_more_than_that() -> None:
    assert offered(MILL, least=0) == []


def test_what_a_writer_says_of_himself_is_no_further_extract() -> None:
    told = "The harbour has a new crane. I think we paid #[900 crowns|900 crowns] too much for it."
    assert offered(told, least=4, kind=ArticleKind.OPINION) == []


def test_the_first_sentence_of_a_report_is_among_them_however_many_numbers_follow() -> None:
    told = f"Mayor @P[Ana Rey] stepped aside on quiet terms. {'It had #[40 boats|40 boats] then. ' * 2}".strip()
    numbers = "In all #[300 boats|300 boats] lay in the harbour ^[on 3 May|2023-05-03] with #[9 tonnes|9 t] of fish."
    assert offered(told, numbers, least=1)[0] == "Mayor Ana Rey stepped aside on quiet terms."


def test_a_report_without_names_or_numbers_gives_its_first_sentence_and_an_opinion_none_at_all() -> None:
    told = "The old mill at the canal turns again. It looks like new."
    assert offered(told, least=1) == ["The old mill at the canal turns again."]
    assert offered(told, least=1, kind=ArticleKind.OPINION) == []


def test_a_long_report_that_begins_with_a_mood_gives_its_facts() -> None:
    mood = "The woman with the yellow can does not look up. " * 9
    assert offered(f"{mood}Of the wells in the district #[51 wells|51 wells] are unclean.", least=1) == [
        "Of the wells in the district 51 wells are unclean."
    ]


def test_a_story_opens_with_the_newest_of_its_articles() -> None:
    told = "@P[Ana Rey] of @[Vela Works] counted #[{count} ships|{count} ships] ^[on {day}|2026-{month}-01]."
    reports = [
        report(told.format(count=11 * n, day=f"1 {name}", month=f"0{n}"), identifier=name, published=f"2026-0{n}-02")
        for n, name in ((1, "january"), (2, "february"), (3, "march"))
    ]
    articles, evidence = corpus(*reports)
    ranked = [one for built in articles for one in rank_extracts(built, evidence[built.id])]
    shown = choose(ranked, {one.id: one for one in articles}, 3, {ranked[0].key: 2}, each_first=True)
    assert shown[0].article == "march"


def test_an_answer_about_oneself_is_no_extract_of_an_interview() -> None:
    told = "In 2021 we paid #[3 million crowns|3000000 CZK] to @[Vela Works] and @[Orlune Trading] ^[in May|2023-05]."
    built, evidence = report(told, kind=ArticleKind.INTERVIEW)
    assert rank_extracts(built, evidence) == ()
    built, evidence = report(told.replace("we paid", "the city paid"), kind=ArticleKind.INTERVIEW)
    assert len(rank_extracts(built, evidence)) == 1


VOTE = "The council voted by #[22|22] to #[8|8] for the plan ^[on 12 November|2026-11-12]."


def test_a_day_in_digits_is_an_event_where_nobody_has_said_what_matters(tmp_path: Path) -> None:
    (event,) = dossier(tmp_path, plain("The plan is old.", VOTE, published="2026-11-18")).timeline
    assert event.date == "2026-11-12"
    articles, claims = _told(report("The plan is old.", VOTE, published="2026-11-18"))
    assert chronology.find_events(articles, claims, {}, ()) == ()


def _told(*reports: tuple[Article, Evidence]) -> tuple[list[Article], Mapping[str, Sequence[Claim]]]:
    articles, evidence = corpus(*reports)
    return articles, {one.id: claims_of(one, evidence[one.id]) for one in articles}


@pytest.mark.parametrize(
    "told",
    [
        "The decision on the clubs is due ^[next Monday|2026-11-30].",
        "The final report will be presented ^[in February 2027|2027-02].",
    ],
)
def test_a_day_ahead_is_worth_knowing_whoever_acts(told: str, tmp_path: Path) -> None:
    made = dossier(tmp_path, plain(told, published="2026-11-24"))
    assert [event.text for event in made.ahead] == [made.articles[0].text]


def test_what_was_put_off_did_not_happen_on_the_day_that_it_had(tmp_path: Path) -> None:
    told = (
        "The hearing was postponed from ^[22 September|2026-09-22] to a day not yet known, said #[3 judges|3 judges]."
    )
    assert dossier(tmp_path, plain("The plan is old.", told, published="2026-09-29")).timeline == ()


@pytest.mark.parametrize(
    "told",
    [
        "@[Vela Works] says that a ruling before ^[February|2026-02] is unlikely, as does @P[Ana Rey].",
        '"We do not want to see ^[2023|2023] again," said @P[Ana Rey] of @[Vela Works] and @[Orlune Trading].',
    ],
)
def test_a_limit_and_a_year_that_somebody_mentions_are_no_events(told: str, tmp_path: Path) -> None:
    assert dossier(tmp_path, plain(told, published="2026-10-15")).timeline == ()


def test_each_article_of_a_plain_folder_has_a_place_on_the_page_of_all_up_to_twice_the_usual(tmp_path: Path) -> None:
    words = ("barge", "crane", "dune", "eel", "ferry", "gull", "heron", "inlet", "jetty", "kelp", "lock", "mole")
    told = [f"The {word} {word}{word} number #[{n}0|{n}0 {word}s] arrived." for n, word in enumerate(words, 1)]
    made = dossier(tmp_path, *(plain(one, identifier=f"a{n}") for n, one in enumerate(told)))
    assert len({one.citations[0].passage.article for one in made.briefings[0].statements}) == len(words)


@pytest.mark.parametrize(("speaking", "silent", "spoken"), [(4, 20, 12), (20, 20, 0)])
def test_of_many_articles_the_newest_that_say_little_fill_the_page_of_all_and_no_more(
    speaking: int, silent: int, spoken: int, tmp_path: Path
) -> None:
    works = (
        "@[Vela Works] of @L[Kortdam] sold the quay to @[Orlune Trading {n}] for #[{n} million euros|{n}000000 EUR]."
    )
    telling = [
        plain(works.format(n=n), identifier=f"t{n:02}", published="2026-03-01") for n in range(10, 10 + speaking)
    ]
    quiet = [f"Work on wall {n} began a year late. Rain fell." for n in range(silent)]
    mute = [plain(words, identifier=f"q{n:02}", published=f"2026-02-{n + 1:02}") for n, words in enumerate(quiet)]
    made = dossier(tmp_path, *telling, *mute)
    heard = {one.citations[0].passage.article for one in made.statements}
    assert sorted(name for name in heard if name[0] == "q") == [f"q{n:02}" for n in range(silent - spoken, silent)]


def test_what_has_a_day_finds_room_before_more_numbers_of_its_article(tmp_path: Path) -> None:
    numbers = [
        f"The {word} of the plant #[{n}0 tonnes|{n}0 t] weighs {'very ' * 24}much."
        for n, word in enumerate("abcdefg", 1)
    ]
    made = dossier(tmp_path, plain(*numbers, VOTE, published="2026-11-18"))
    assert [event.date for event in made.timeline] == ["2026-11-12"]


def test_a_plan_whose_day_has_passed_yields_to_what_happened() -> None:
    plan = "@P[Ana Rey] and @[Vela Works] will sign the treaty on the river ^[on 9 October|2026-10-09]."
    signed = "@P[Ana Rey] and @[Vela Works] signed the treaty on the port ^[on 9 October|2026-10-09]."
    reports = [
        report(plan, identifier="a", published="2026-09-21"),
        report(signed, identifier="b", published="2026-10-09"),
    ]
    articles, evidence = corpus(*reports)
    ranked = [one for built in articles for one in rank_extracts(built, evidence[built.id])]
    assert _first(ranked, articles).article == "b"
    early = [report(plan, identifier="a", published="2026-09-21")]
    assert _first(rank_extracts(*early[0]), [early[0][0]]).planned == "2026-10-09"


def test_the_day_on_which_somebody_said_so_makes_a_plan_no_less_of_one() -> None:
    told = "@[Vela Works] will deliver ^[on 30 October|2026-10-30], @P[Ana Rey] said ^[on Monday|2026-10-26]."
    (plan,) = rank_extracts(*report(told, published="2026-10-26"))
    assert plan.planned == "2026-10-30"


def _first(ranked: Sequence[Candidate], articles: Sequence[Article]) -> Candidate:
    return choose(ranked, {one.id: one for one in articles}, 1)[0]
