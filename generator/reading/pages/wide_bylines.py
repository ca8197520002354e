"""The names in a Chinese, Japanese or Korean byline, where no space parts words and a word for who writes marks a name.

Takes the words of a line and its language; gives the names as written, and none where the words are no byline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.languages import words
from generator.reading.heads.person_names import is_newspaper_in_one_word
from generator.reading.pages.byline_words import date_words
from generator.reading.wide_letters import HAN, HANGUL, KANA

# Between the words of a byline in wide letters, which is no longer than this; and a name in them, four letters mostly.
BETWEEN_WIDE, LONGEST_WIDE_BYLINE = re.compile(r"[\s（）()／/・、，,:：|｜=＝]+"), 60
WIDE_NAME, LONG_WIDE_NAME = (re.compile(f"[{KANA}{HAN}{HANGUL}々]{{{least},6}}") for least in (2, 3))
# A Chinese name that follows another without a mark is no longer than this
LONGEST_FURTHER = 3
KOREAN = re.compile(f"[{HANGUL}]")
# Further names behind the first: "、李雷、韩梅"
LISTED_WIDE = re.compile(rf"(?:、[{KANA}{HAN}々]{{2,5}}(?![{KANA}{HAN}々]))+")


def wide_names(text: str, prefixes: Sequence[str], language: str) -> Iterator[str]:
    """Names in a Chinese, Japanese or Korean byline, marked by a word before or behind: "記者王明", "홍길동 기자".

    Where names may stand on either side of such a word, that of the word's script counts: Korean has it behind them.
    Names that follow with the mark of a list belong to the same word: "記者王明、李雷".
    """
    if len(text) > LONGEST_WIDE_BYLINE:
        return
    for name in _marked_wide_names(text, prefixes, language):
        yield name
        listed = LISTED_WIDE.match(text, text.find(name) + len(name))
        others = listed[0].split("、")[1:] if listed else ()
        yield from (other for other in others if is_wide_name(other, prefixes, language))


def _marked_wide_names(text: str, prefixes: Sequence[str], language: str) -> Iterator[str]:
    """The names right beside a word for who writes."""
    heard = [word for word in BETWEEN_WIDE.split(text) if word]
    for number, word in enumerate(heard):
        if word in prefixes:
            sides = heard[max(0, number - 1) : number], heard[number + 1 : number + 2]
            if not KOREAN.match(word) and sides[1] and sides[1][0].startswith(tuple(prefixes)):
                continue  # "作者：记者 王明": the next word tells
            behind, before = sides if KOREAN.match(word) else reversed(sides)
            names = [each for side in (behind, before) for each in side if is_wide_name(each, prefixes, language)]
            yield from names[:1]
            if names and heard[number + 1 : number + 2] == names[:1]:
                yield from _further(heard[number + 2 :], prefixes, language)
            continue
        glued = next((p for p in prefixes if len(p) > 1 and word != p and word.startswith(p)), "")
        if glued and (name := _glued_name(word[len(glued) :], prefixes, language)):
            yield name
        glued = next((p for p in prefixes if len(p) > 1 and word != p and word.endswith(p)), "")
        if (
            glued
            and not KOREAN.match(word)
            and is_wide_name("".join(heard[number + 1 : number + 2]), prefixes, language)
        ):
            yield heard[number + 1]  # "晚报记者 王明": the house of the reporter is before the word
        elif glued and is_wide_name(word[: -len(glued)], prefixes, language):
            yield word[: -len(glued)]


def _further(heard: Sequence[str], prefixes: Sequence[str], language: str) -> Iterator[str]:
    """The names that follow the first behind a word for reporters, each with a known surname: "記者 王明 李雷"."""
    surnames = words(language, "names_without_capitals", "surnames")
    for word in heard:
        if not (
            len(word) <= LONGEST_FURTHER
            and word.startswith(surnames or ("?",))
            and is_wide_name(word, prefixes, language)
        ):
            return
        yield word


def _glued_name(word: str, prefixes: Sequence[str], language: str) -> str:
    """The name in what is written as one with a word for a reporter; empty where it is what reporters do: "记者获悉".

    Where surnames are known, one of them begins it: "王小明" of "记者王小明报道".
    """
    for ending in words(language, "pages", "behind_reporter"):
        word = word.removesuffix(ending)
    surnames = words(language, "names_without_capitals", "surnames")
    return word if is_wide_name(word, prefixes, language) and (not surnames or word.startswith(surnames)) else ""


def is_wide_name(word: str, prefixes: Sequence[str], language: str) -> bool:
    """Whether a word in wide letters may be a name: no newspaper, no word for who writes, none before a date."""
    if WIDE_NAME.fullmatch(word) is None or is_newspaper_in_one_word(word):
        return False
    return word not in prefixes and word not in date_words(language)
