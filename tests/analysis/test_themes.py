"""Themes: readable cases in ten languages (tests/cases/themes), what context adds, what `check` proposes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analysis.actors.recognition import find_actors
from generator.analysis.themes import subjects
from generator.analysis.themes.proposals import common_theme, propose_themes
from generator.analysis.themes.recognition import assign_themes
from generator.model import Theme
from tests.analysis.case_files import Case, cases_below
from tests.builders import article

CASES = Path(__file__).parents[1] / "cases" / "themes"


def theme(identifier: str = "a-theme", language: str = "en", *terms: str, exclude: tuple[str, ...] = ()) -> Theme:
    return Theme(identifier, {"en": identifier}, terms={language: terms}, exclude={language: exclude})


def _theme_of(case: Case) -> Theme:
    terms, _, exclude = (case.setting or "").partition(" not ")
    excluded = tuple(exclude.split(", ")) if exclude else ()
    return theme("a-theme", case.language, *terms.split(", "), exclude=excluded)


@pytest.mark.parametrize("case", cases_below(CASES), ids=str)
def test_cases(case: Case) -> None:
    matches = assign_themes(article(case.text, language=case.language), [_theme_of(case)])
    assert [term for match in matches for term in match.terms] == list(case.expected)


def test_terms_for_any_language_apply_everywhere() -> None:
    everywhere = theme("ai", "any", "NATO")
    assert assign_themes(article("Die NATO tagt.", language="de"), [everywhere])
    assert assign_themes(article("NATO meets.", language="en"), [everywhere])


def test_terms_of_another_language_do_not_apply() -> None:
    assert not assign_themes(article("The gift arrived.", language="en"), [theme("poison", "de", "Gift")])


def test_pronoun_shares_the_theme_of_the_sentence_before() -> None:
    text = "Die Drohnen kamen nachts. Sie waren billig. Die Bäcker schliefen."
    matches = assign_themes(article(text, language="de"), [theme("defence", "de", "Drohne")])
    assert [(match.sentence, match.context) for match in matches] == [("p1-s1", False), ("p1-s2", True)]


def test_pronoun_at_the_start_of_a_paragraph_shares_nothing() -> None:
    matches = assign_themes(
        article("Die Drohnen kamen nachts.", "Sie waren billig.", language="de"), [theme("defence", "de", "Drohne")]
    )
    assert [match.sentence for match in matches] == ["p1-s1"]


def test_thing_taken_up_again_brings_its_theme() -> None:
    first = "Beide Länder schlossen ein Abkommen über künstliche Intelligenz."
    matches = assign_themes(
        article(first, "Es war Mittag.", "Das Memorandum gilt sofort.", language="de"),
        [theme("ai", "de", "künstliche Intelligenz")],
    )
    assert [(match.sentence, match.context) for match in matches] == [("p1-s1", False), ("p3-s1", True)]


def test_a_sentence_that_names_its_theme_keeps_the_words_that_say_so() -> None:
    text = ("Both countries signed an agreement on drones.", "The agreement covers drones of all kinds.")
    matches = assign_themes(article(*text), [theme("defence", "en", "drone")])
    assert [(match.sentence, match.context) for match in matches] == [("p1-s1", False), ("p2-s1", False)]


def test_another_thing_of_the_same_name_takes_its_place() -> None:
    text = ("An agreement on drones was signed.", "Then an agreement on fish was signed.", "The deal is secret.")
    matches = assign_themes(article(*text), [theme("defence", "en", "drone")])
    assert [match.sentence for match in matches] == ["p1-s1"]


def test_matches_follow_the_article_then_the_themes() -> None:
    themes = [theme("b", "en", "oil"), theme("a", "en", "drone")]
    matches = assign_themes(article("Drones burn oil. Oil is dear."), themes)
    assert [(match.sentence, match.theme) for match in matches] == [("p1-s1", "b"), ("p1-s1", "a"), ("p1-s2", "b")]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.sampled_from(["de", "en", "nl", "xx"]))
def test_every_term_of_a_match_stands_in_its_sentence(text: str, language: str) -> None:
    written = article(f"Drones and {text or 'oil'}", language=language)
    sentences = {sentence.id: written.text[sentence.start : sentence.end] for sentence in written.sentences}
    for match in assign_themes(written, [theme("defence", language, "drones", "oil")]):
        assert all(term in sentences[match.sentence] for term in match.terms)


def test_proposals_hold_languages_together() -> None:
    articles = [
        article("Die Drohnen kamen.", "Neue Drohnen sind teuer.", language="de", identifier="one"),
        article("Twee drones vlogen.", "De drones landden.", language="nl", identifier="two"),
        article("Die Ernte war gut.", "Die Ernte brachte Geld.", language="de", identifier="three"),
    ]
    proposed = propose_themes(articles)
    drones = next(each for each in proposed if each.terms.get("nl"))
    assert drones.terms == {"de": ("Drohne",), "nl": ("drone",)}
    assert propose_themes(list(articles)) == proposed


def test_who_acts_in_any_news_is_no_theme_to_propose() -> None:
    articles = [
        article("Der Minister lobte die Ernte.", "Der Minister kam zur Ernte.", language="de", identifier="one"),
        article("The minister praised the harvest.", "The government pays for it.", language="en", identifier="two"),
        article("The minister spoke.", "The government agreed.", language="en", identifier="three"),
    ]
    assert [theme.terms for theme in propose_themes(articles)] == [{"de": ("Ernte",), "en": ("harvest",)}]


def test_what_one_article_alone_speaks_of_is_no_theme_to_propose_where_others_share_one() -> None:
    articles = [
        article("Die Ernte war gut.", "Die Ernte kam spät.", language="de", identifier="one"),
        article("Die Ernte war spät.", "Die Drohne kam.", "Die Drohne sank.", language="de", identifier="two"),
    ]
    assert [theme.terms for theme in propose_themes(articles)] == [{"de": ("Ernte",)}]
    assert {"de": ("Drohne",)} in [theme.terms for theme in propose_themes(articles[1:])]


def test_proposals_keep_to_the_limit() -> None:
    text = " ".join(f"Die {noun} und die {noun}." for noun in ("Bahn", "Ernte", "Schule", "Kirche", "Bank", "Polizei"))
    assert len(propose_themes([article(text, text, language="de")], limit=2)) <= 2


def test_common_theme_finds_what_the_articles_share() -> None:
    articles = [
        article("Die Ernte war gut. Peter sang.", language="de", identifier="one"),
        article("Die Ernte war spät. Der Ofen glühte.", language="de", identifier="two"),
    ]
    shared = common_theme(articles)
    assert shared.id == "all"
    assert shared.terms["de"][0] == "Ernte"
    assert all(assign_themes(each, [shared]) for each in articles)


def test_common_theme_is_that_of_every_sentence_in_any_script() -> None:
    articles = [
        article("Die Ernte war gut. Peter sang.", language="de", identifier="one"),
        article("大統領選の投票が行われた。投票率は六割だった。", language="ja", identifier="two"),
    ]
    shared = common_theme(articles)
    for each in articles:
        assert [match.sentence for match in assign_themes(each, [shared])] == [found.id for found in each.sentences]


def test_the_words_of_an_unchanged_article_are_not_looked_up_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = article("Die Ernte war gut. Peter sang.", language="de", identifier="one")
    added = article("Die Ernte brannte.", language="de", identifier="two")
    alone, both = common_theme([known]), common_theme([known, added])
    assert common_theme([known], tmp_path) == alone
    looked_up: list[str] = []
    own = subjects._subjects

    def noted(word: str, language: str) -> tuple[tuple[subjects.Subject, str], ...]:
        looked_up.append(word)
        return own(word, language)

    monkeypatch.setattr(subjects, "_subjects", noted)
    assert common_theme([known], tmp_path) == alone
    assert common_theme([known, added], tmp_path) == both
    assert looked_up == ["Die", "Ernte", "brannte"]


def test_no_articles_give_no_proposals() -> None:
    assert propose_themes([]) == ()
    assert common_theme([]).terms == {}


@pytest.mark.parametrize(
    ("language", "keyword", "text", "terms"),
    [
        ("de", "Richter", "Das Bild von Gerhard Richter hat ein Richter gekauft.", ("Richter",)),
        ("de", "Richter", "Das Bild malte Gerhard Richter.", None),
        ("en", "king", "Stephen King wrote a book.", None),
        ("en", "Zelensky", "Volodymyr Zelensky wrote a book.", ("Zelensky",)),
    ],
)
def test_words_in_the_names_of_people_are_on_no_theme(
    language: str, keyword: str, text: str, terms: tuple[str, ...] | None
) -> None:
    written = article(text, language=language)
    found = assign_themes(written, [theme("subject", language, keyword)], find_actors(written, ()))
    assert [match.terms for match in found] == ([terms] if terms else [])
