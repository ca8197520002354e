"""Words: offsets, lemmas, acronyms, compounds, endings of names."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analysis.language.words import (
    bare_word,
    fold_case,
    forms,
    is_acronym,
    is_compound_with,
    is_inflected_name,
    words_in,
)
from generator.model import seen

COMPOUNDS = [
    ("Waffenlieferungen", "Waffe", "de"),
    ("Kriegswaffen", "Waffe", "de"),
    ("Energielieferant", "Energie", "de"),
    ("Hafenbehörde", "Hafen", "de"),
    ("Binnenhäfen", "Hafen", "de"),
    ("Erdöl", "Öl", "de"),
    ("Schulbücher", "Schule", "de"),
    ("Wasserversorgung", "Wasser", "de"),
    ("Trinkwasser", "Wasser", "de"),
    ("Wohnungsbau", "Wohnung", "de"),
    ("Kinderarzt", "Kind", "de"),
    ("Rechenzentren", "Zentrum", "de"),
    ("Drohnenangriff", "Drohne", "de"),
    ("wapenleveranciers", "wapen", "nl"),
    ("gasleiding", "gas", "nl"),
    ("oorlogsdreiging", "oorlog", "nl"),
    ("drinkwater", "water", "nl"),
    ("ziekenhuisbed", "ziekenhuis", "nl"),
    ("legeraanvallen", "leger", "nl"),
]
TRAPS = [
    ("Gasthaus", "Gas", "de"),
    ("Gastgeber", "Gas", "de"),
    ("Armut", "Arm", "de"),
    ("Armee", "Arm", "de"),
    ("Kiew", "KI", "de"),
    ("Olympia", "Öl", "de"),
    ("Rathaus", "Ratte", "de"),
    ("gasten", "gas", "nl"),
    ("gastheer", "gas", "nl"),
    ("armoede", "arm", "nl"),
    ("warehouse", "ware", "en"),
]


@pytest.mark.parametrize(("word", "keyword", "language"), COMPOUNDS)
def test_keyword_is_found_in_its_compound(word: str, keyword: str, language: str) -> None:
    assert is_compound_with(word, keyword, language)


@pytest.mark.parametrize(("word", "keyword", "language"), TRAPS)
def test_letters_alone_make_no_compound(word: str, keyword: str, language: str) -> None:
    assert not is_compound_with(word, keyword, language)


@pytest.mark.parametrize(
    ("word", "base", "language"),
    [("Häfen", "hafen", "de"), ("raketten", "raket", "nl"), ("armies", "army", "en"), ("silahlar", "silah", "tr")],
)
def test_inflected_word_has_its_dictionary_form(word: str, base: str, language: str) -> None:
    assert base in forms(word, language)


def test_unknown_language_compares_letter_for_letter() -> None:
    assert forms("Häfen", "xx") == {"häfen"}


@pytest.mark.parametrize("term", ["KI", "AI", "NATO", "MoU", "EU"])
def test_acronyms(term: str) -> None:
    assert is_acronym(term)


@pytest.mark.parametrize("term", ["Kiew", "ki", "Öl", "Is", "ABCDEFG", "A1"])
def test_no_acronyms(term: str) -> None:
    assert not is_acronym(term)


@pytest.mark.parametrize(
    ("word", "bare", "language"),
    [("Israel’s", "Israel", "en"), ("Bakü'de", "Bakü", "tr"), ("l'Ukraine", "Ukraine", "fr"), ("Sa’ar", "Sa’ar", "de")],
)
def test_what_an_apostrophe_joins_is_taken_off(word: str, bare: str, language: str) -> None:
    assert bare_word(word, language) == bare


@pytest.mark.parametrize(
    ("word", "name", "language"),
    [("Kiews", "Kiew", "de"), ("Києві", "Київ", "uk"), ("Kijowa", "Kijów", "pl"), ("Киева", "Киев", "ru")],
)
def test_name_with_an_ending_is_the_name(word: str, name: str, language: str) -> None:
    assert is_inflected_name(word, name, language)


def test_turkish_keeps_its_two_letters_i() -> None:
    assert fold_case("ILGAZ", "tr") == "ılgaz"
    assert fold_case("İLHAM", "tr") == "ilham"


def test_hyphen_separates_words_and_apostrophe_does_not() -> None:
    text = "Die KI-Behörde und Sa’ar"
    assert [word.text for word in words_in(text)] == ["Die", "KI", "Behörde", "und", "Sa’ar"]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_words_are_slices_in_order(text: str) -> None:
    words = words_in(text)
    assert all(seen(text[word.start : word.end]) == word.text for word in words)
    assert all(a.end <= b.start for a, b in itertools.pairwise(words))


def test_soft_hyphens_and_characters_of_no_width_do_not_part_a_word() -> None:
    text = "Neue Waffen\u00adliefe\u00adrungen, sagte\u200b er."
    (found,) = (word for word in words_in(text) if word.text.startswith("Waffen"))
    assert found.text == "Waffenlieferungen"
    assert text[found.start : found.end] == "Waffen\u00adliefe\u00adrungen"
    assert forms("Waffen\u00adlieferungen", "de") == forms("Waffenlieferungen", "de")
