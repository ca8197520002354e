"""Whether a line of a text is a byline: a word such as "By" and names, or a name and what its bearer does."""

from __future__ import annotations

import re
from functools import cache

from generator.languages import words
from generator.reading.choices import any_of
from generator.reading.heads.between_names import joining_words
from generator.reading.heads.person_names import CAPITALISED, is_office, usual_particles
from generator.reading.marks import ends_sentence
from generator.reading.wide_letters import WIDE

LONGEST_BYLINE_CHARS = 110
SHORT_WIDE_CHARS = 20
LONGEST_BYLINE_WORD_CHARS = 20
MOST_WORDS_OF_A_NAME, MOST_WORDS_OF_AN_OFFICE = 4, 3
# The house of a reporter in wide letters, and what stands behind the word for one
LONGEST_HOUSE_CHARS, WIDE_SPACES = 8, (" ", "\u3000", ":", "：")
# What follows the names: what somebody did, in brackets, or the name of an account, "(Photos)", "@name Reporter"
BEHIND_NAMES = re.compile(r"\s*(?:\([^()]{2,30}\)|\s@\w.*)$")
# What divides the parts of a head written on one line: "Courier, 6 March 2026 | By Laura Pike"; a name has no figures
_BETWEEN_PARTS = re.compile(r"[,;|•·–—]|\s(?:-|//?)\s|(?<!\d)(?=\d)")


def is_byline(text: str, language: str) -> bool:
    """Whether a line is nothing but a word such as "By" and names: "Von Anna Muster", "Door A. Jansen en B. Smit".

    Without such a word it is one where an office follows a single name: "Anna Muster, Political Correspondent".
    """
    if len(text) <= SHORT_WIDE_CHARS and text.endswith(_wide_bylines(language)):
        return True
    if _names_an_office(text):
        return True
    text = behind_house(text, language)
    match = _byline_word(language).match(text) if len(text) <= LONGEST_BYLINE_CHARS else None
    if match is None or ends_sentence(text.rstrip(".")):
        return False
    rest = _BETWEEN_PARTS.split(BEHIND_NAMES.sub("", text[match.end() :]))[0].split()
    joining = joining_words(language)
    return 0 < len(rest) <= 12 and all(_word_of_a_name().fullmatch(word) or word.lower() in joining for word in rest)


def _names_an_office(text: str) -> bool:
    """Whether it is one name, a comma, and few words of which one says what people of the press do."""
    name, _, office = text.partition(", ")
    words_of = name.split(maxsplit=MOST_WORDS_OF_A_NAME)
    if not office or not 2 <= len(words_of) <= MOST_WORDS_OF_A_NAME:
        return False
    few = office.split(maxsplit=MOST_WORDS_OF_AN_OFFICE)
    if not 0 < len(few) <= MOST_WORDS_OF_AN_OFFICE:
        return False
    if ends_sentence(text) or not all(_word_of_a_name().fullmatch(word) for word in words_of):
        return False
    return all(word.isalpha() for word in few) and is_office(office) and not is_office(name)


def behind_house(text: str, language: str) -> str:
    """A byline without the house that is glued to the word for its reporter: "记者 王明" of "晚报记者 王明"."""
    if not WIDE.match(text) or len(text) > LONGEST_BYLINE_CHARS:
        return text
    for word in _wide_bylines(language):
        house, found, names = text.partition(word)
        if found and names[:1] in WIDE_SPACES and 0 < len(house) <= LONGEST_HOUSE_CHARS and word not in names:
            return text[len(house) :] if house.isalpha() else text
    return text


def is_byline_word(text: str, language: str) -> bool:
    """Whether a line is nothing but a word such as "By", and the names stand in the next one."""
    return len(text) <= LONGEST_BYLINE_WORD_CHARS and _byline_word(language).fullmatch(f"{text.strip()} ") is not None


def byline_within(text: str, language: str) -> str | None:
    """The part of a line that is a byline, between commas or bars: "Courier, 6 March 2026, by Laura Pike"."""
    return next((part for part in map(str.strip, _BETWEEN_PARTS.split(text)) if is_byline(part, language)), None)


@cache
def _word_of_a_name() -> re.Pattern[str]:
    """A word of a name, or a small word that stands in one: "Anna", "Muster", "von"."""
    return re.compile(rf"{CAPITALISED}|{usual_particles()}")


@cache
def _wide_bylines(language: str) -> tuple[str, ...]:
    """Words that follow a name where a byline ends in its title: "홍길동 기자"."""
    return tuple(word for word in words(language, "lines", "byline") if WIDE.search(word) and len(word) > 1)


@cache
def _byline_word(language: str) -> re.Pattern[str]:
    """The word before the names: "Von ", "By: ", "Autor: "."""
    listed = dict.fromkeys([*words(language, "lines", "byline"), *words("en", "lines", "byline")])
    return re.compile(rf"\W*(?:{any_of(listed)})(?:\s*[:：・]\s*|\s+)", re.I)
