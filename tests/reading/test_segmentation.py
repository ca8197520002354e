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


WORDS_BEFORE = [
    "angekündigt",
    "lang",
    "an",
    "Nieuwstr",
    "XVIII",
    "l’art",
    "B",
    "2021",
    "asked",
    "pocz",
    "rys",
    "av",
    "ed",
]
WORDS_BEFORE += [
    "Food-Gruppe",
    "beiträgt“",
    "Orlune)",
    "12",
    "Lösung",
    "d",
    "Haupt-str",
    "(int",
    "Dr",
    "Ms",
    "3",
    "(8",
    "a.d",
    "U.S",
]
ENDS = [".", "?", "!", ".“", ".”", '."', ".’", ".‘", "?”", "?!", "...", ".)", ".«", ":", ","]
WORDS_BEHIND = [
    "Wir haben",
    "„Wir haben",
    "“Wir haben",
    "(Wir haben",
    "C. Muster",
    "Inc. hat",
    "wir haben",
    "Smith asked",
]
WORDS_BEHIND += [
    "That’s it",
    "L'espèce est",
    "A man",
    "D man",
    "Al-Rawahi",
    "‚Wir sind",
    "Éva est",
    "Mai war",
    "Der Rat",
    "The end",
]


@settings(max_examples=600, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(WORDS_BEFORE) | st.integers(0, 400),
            st.sampled_from(ENDS),
            st.sampled_from([" ", " ", " ", "\n", "\u00a0", "  ", ""]),
            st.sampled_from(WORDS_BEHIND),
        ),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from(["cs", "de", "en", "fr", "nl", "pl", "pt", "ru", "el", "und"]),
)
def test_what_ends_plainly_ends_by_all_the_rules(parts: list[tuple[str | int, str, str, str]], language: str) -> None:
    known = sentence_words(language)
    listed = sorted(known.abbreviations | known.numbered | known.final) or ["words"]
    told = [(listed[word % len(listed)] if isinstance(word, int) else word, *rest) for word, *rest in parts]
    text = (
        "“Am Anfang " + " ".join(f"stand {word}{end}{space}{behind}" for word, end, space, behind in told) + " es so."
    )
    plain = plain_sentences(text, known)
    assert plain is None or plain == by_all_rules(text, known)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They went on. “Why not?” Smith asked. Nobody knew it."),
        ("fr", "Il y est. Les mm. Durand et Roux sont là."),
        ("cs", "Byl tam. Podle dr. Nováka je to tak."),
        ("en", "It was late. Yahoo! Inc. said so."),
        ("nl", "Het was laat. Dat staat in het int. Verslag van gisteren."),
        ("pt", "Era tarde. Veio do fund. Cultural de lá."),
    ],
)
def test_what_only_seems_to_end_plainly_is_told_by_all_the_rules(language: str, text: str) -> None:
    assert len(sentences(text, language)) < text.count(". ") + text.count("! ") + text.count("” ") + 1


def test_a_paragraph_of_plain_sentences_is_seen_to_be_one() -> None:
    text = "Es war ruhig. „Wir gehen.“ Dann kamen 1.200 Leute. Warum kamen sie? Niemand weiß es."
    plain = plain_sentences(text, sentence_words("de"))
    assert plain is not None
    assert [text[start:end] for start, end in plain] == [
        "Es war ruhig.",
        "„Wir gehen.“",
        "Dann kamen 1.200 Leute.",
        "Warum kamen sie?",
        "Niemand weiß es.",
    ]
