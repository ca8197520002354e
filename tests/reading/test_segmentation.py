"""Sentences: the cases of a file that a person can read, and the law that no character is lost or doubled."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.languages import available
from generator.reading.plain_points import plain_sentences
from generator.reading.segmentation import by_all_rules, goes_on, sentences
from generator.reading.short_forms import plainly_ends, sentence_words

CASES = [
    (file.stem, line)
    for file in sorted((Path(__file__).parents[1] / "cases" / "sentences").glob("*.txt"))
    for line in file.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def split(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_sentences_end_where_a_reader_of_the_language_ends_them(language: str, marked: str) -> None:
    text = marked.replace(" | ", " ").replace(" ¦ ", "")
    assert split(text, language) == re.split(r" \| | ¦ ", marked)


def test_line_broken_inside_a_sentence_does_not_end_it() -> None:
    assert split("Der Rat hat am\nMontag beschlossen. Es\nbleibt so.", "de") == [
        "Der Rat hat am\nMontag beschlossen.",
        "Es\nbleibt so.",
    ]


def test_list_marker_stays_with_its_words() -> None:
    assert split("1. Die erste Sache ist klar.", "de") == ["1. Die erste Sache ist klar."]


def test_text_without_letters_or_words_has_no_sentence_to_lose() -> None:
    assert sentences("", "de") == ()
    assert sentences(" \n\t ", "en") == ()


PIECES = st.sampled_from(
    [
        "Wort",
        "a.D.",
        "Mio.",
        "„Ja.“",
        "“No.”",
        "»",
        "(",
        ")",
        "3.",
        "U.S.",
        "。",
        "「はい。」",
        "؟",
        "…",
        "!",
        "\n",
        "\n\n",
        " ",
        "I.",
        "1.)",
        "2.)",
        "•",
        "т.",
        "EE.",
        "“站住！”警察喊道。",
        "»\u00a0",
        "Why?” asked",
        "’s",
        "।",
        ". . . .",
        "II.",
        "J.-P.",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(PIECES, max_size=25).map(" ".join),
    st.sampled_from(["de", "nl", "en", "fr", "ja", "zh", "ko", "hi", "ru", "es", "tr", "ar", "und", "xx"]),
)
def test_every_character_that_is_not_blank_stands_in_one_sentence(text: str, language: str) -> None:
    spans = sentences(text, language)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)


@pytest.mark.parametrize("language", available())
def test_what_is_told_at_a_glance_to_end_a_sentence_ends_one_by_all_the_rules(language: str) -> None:
    known = sentence_words(language)
    listed = sorted(known.abbreviations | known.numbered | known.final)
    for word in ["angekündigt", "Nieuwstr", "XVIII", "l’art", "lang", *listed, *map(str.capitalize, listed)]:
        before = f"Am Ende {word}."
        for following in ["Wir haben", "Inc. hat", "C. Muster", "I do", "wir haben", "„Wir haben"]:
            text = f"{before} {following}"
            if plainly_ends(text, len(before), len(before) + 1, known):
                assert not goes_on(text, (0, len(before)), (len(before) + 1, len(text)), known), text


@pytest.mark.parametrize("language", ["cs", "de", "en", "fr", "nl", "pl", "pt", "ru", "el", "und"])
def test_points_that_are_plain_are_no_end_that_a_rule_would_not_see(language: str) -> None:
    known = sentence_words(language)
    listed = sorted(
        known.abbreviations
        | known.numbered
        | known.final
        | {"pocz", "rys", "ur", "av", "cf", "fund", "ed", "pág", "hr"}
    )
    for word in ["angekündigt", "lang", "an", "Nieuwstr", "XVIII", "l’art", "B", "2021", *listed]:
        for following in [
            "Wir haben es.",
            "„Wir haben es.“",
            "(Wir haben es.)",
            "C. Muster.",
            "Inc. hat.",
            "\nWir haben.",
        ]:
            text = f"Der Anfang war da. Am Ende {word}. {following}"
            plain = plain_sentences(text, known)
            assert plain is None or plain == by_all_rules(text, known), text
    assert plain_sentences("Es war ruhig. „Wir gehen“, sagte er. Dann kamen 1.200 Leute.", known) is not None
