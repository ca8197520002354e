"""The names in the words of a byline: behind "By", before "Correspondent", beside a date, alone on a line.

Takes the words of a line and their language; gives the names as written, and none where the words are no byline. What
comes before a name ("Von", "By", "Texte par") is in the language files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from unicodedata import category

from generator.languages import available, words
from generator.model import fold
from generator.reading.choices import any_of, longest_first
from generator.reading.heads.agencies import agencies
from generator.reading.heads.between_names import author_mark
from generator.reading.heads.person_names import (
    begins_as_a_person,
    is_newspaper_in_one_word,
    is_no_name,
    is_office,
    particles,
)
from generator.reading.heads.stated_dates import stated_dates, week_days
from generator.reading.pages.accounts import is_desk
from generator.reading.pages.announcing import words_for_pictures
from generator.reading.wide_letters import HAN, HANGUL, KANA, WIDE

# What ends the names in a byline: a date, a time, an address, a bracket, a dash: "A. Name - 11.08.2025, 14:02"
AFTER_NAMES = re.compile(r"\s[-–—|•·]\s|\d|\(|\S{0,64}@|https?:|www\.")
# One word and a dash before a name: "Roma - A. Name", "عمّان - رنا الخطيب"
PLACE_BEFORE = re.compile(r"\S+(?:\s[-–—]\s|/)(?=[^\W\d_])")
# A word of a name: a capital first, or letters that have no capitals; initials and particles may stand between.
NAME_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
# Between the words of a byline in wide letters, which is no longer than this; and a name in them, four letters mostly.
BETWEEN_WIDE, LONGEST_WIDE_BYLINE = re.compile(r"[\s（）()／/・、，,:：|｜=＝]+"), 60
WIDE_NAME, LONG_WIDE_NAME = (re.compile(f"[{KANA}{HAN}{HANGUL}々]{{{least},6}}") for least in (2, 3))
KOREAN = re.compile(f"[{HANGUL}]")
# Further names behind the first: "、李雷、韩梅"
LISTED_WIDE = re.compile(rf"(?:、[{KANA}{HAN}々]{{2,5}}(?![{KANA}{HAN}々]))+")
# Behind a word for an author, which is no shorter than this where the word is a label of its own: "Author, A. Name"
COMMAS, SHORTEST_LABEL = (",", "،", "，"), 4
# What parts or joins letters of one word in Persian and Indian scripts
JOINERS = "\u200c\u200d"
# The figures of a date that may be read two ways, and marks between the parts of a byline
FIGURES = re.compile(r"\d")
BETWEEN_PARTS = " ,;:|/•·-–—"
# What stands before the first mark between names: "our reporter A. Name" of "our reporter A. Name, Editor B. Name"
FIRST_PART = re.compile(r"[^,;|/]+")
# Words no longer than this are too short to be known where layout glued them to a name: "on", "am"
LONGEST_LINK = 3
# How many words may stand between a date and a byline
WORDS_BEHIND = 8


def prefixes_of(language: str) -> tuple[str, ...]:
    """What opens a byline in a language, longest first; in every language where this one is not known.

    English words such as "Author" do in any: systems for pages bring them along. "By" is a town elsewhere.
    """
    known = words(language, "lines", "byline")
    found = known or tuple(word for code in available() for word in words(code, "lines", "byline"))
    return longest_first((*found, *(word for word in words("en", "lines", "byline") if len(word) > LONGEST_LINK)))


def after_prefix(text: str, prefixes: Sequence[str]) -> str | None:
    """What follows the word that opens a byline; absent where none does, or where no name follows."""
    lowered = text.lower()
    if is_desk(text):
        return None  # "Haber Merkezi" is no byline of "Merkezi"
    for prefix in prefixes:
        if lowered.startswith(prefix):
            rest = text[len(prefix) :]
            # "Autorin/Autor A. Name": two opening words with a slash between them.
            if rest[:1] == "/" and rest[1:]:
                return after_prefix(rest[1:], prefixes)
            if rest[:1] in (" ", ":", "\u00a0") or (rest[:1] in COMMAS and len(prefix) >= SHORTEST_LABEL):
                rest = rest.lstrip(" :\u00a0,،，")
                first = FIRST_PART.match(rest)
                rest = (_without_office(first[0]) or first[0]) + rest[first.end() :] if first else rest
                return rest if rest[:1].isalpha() and rest[:1] == rest[:1].upper() else None
    return None


def after_prefix_behind_date(text: str, prefixes: Sequence[str], language: str) -> str | None:
    """What follows a word that opens a byline behind a date: "A. Name" of "12 May 2024, 10:30 | By A. Name"."""
    dates = stated_dates(text, language)
    heard = text[dates[-1].end :].split() if dates else []
    openings = (after_prefix(" ".join(heard[number:]), prefixes) for number in range(min(len(heard), WORDS_BEHIND)))
    return next(filter(None, openings), None)


def names_written(text: str, language: str) -> list[str]:
    """The names in a line up to its date and the words that open that: "A. Name Published: Monday, 12 May 2024"."""
    stated = stated_dates(text, language)
    if stated and stated[0].start:
        text = text[: stated[0].start].rstrip(BETWEEN_PARTS)
    elif figures := FIGURES.search(text):
        text = text[: figures.start()].rstrip(BETWEEN_PARTS)
    text = _without_last_words(text, language)
    if WIDE.search(text):
        parts = text.split()
        if all(LONG_WIDE_NAME.fullmatch(part) for part in parts):
            return parts  # "山田花子 佐々木健" are two, "山田 花子" is one
        if len(parts) == 1 and _is_wide_name(text, prefixes_of(language), language) and not is_office(text):
            return parts
    named = list(names_in(text, language)) or list(names_in(_before_telling(text), language))
    return named or list(names_in(_behind_place(text), language))


def _without_last_words(text: str, language: str) -> str:
    """What stands before a date, without the words that open it: "A. Name" of "A. Name Published: Monday"."""
    for word in (*_date_words(language), *_date_words(language)):  # "Published: Monday" ends with two of them
        glued = len(word) > LONGEST_LINK and text[-len(word) :][:1].isupper()  # layout: "A. NamePublished"
        if text.lower().endswith(word if glued else f" {word}"):
            text = text[: -len(word)].rstrip(BETWEEN_PARTS)
    return text


def _behind_place(text: str) -> str:
    """What stands behind a place and a dash, if a given name begins it or it has no capitals: "Roma - Anna Olti"."""
    opened = PLACE_BEFORE.match(text)
    named = text[opened.end() :] if opened else ""
    return named if named and (named[0].lower() == named[0].upper() or begins_as_a_person(named)) else ""


def _before_telling(text: str) -> str:
    """The capital words, and particles among them, that a line opens with: "A. Name" of "A. Name is a lawyer"."""
    heard = text.split()
    told = (n for n, word in enumerate(heard) if is_no_name(word))
    return " ".join(heard[: next(told, 0)])


@cache
def _pictured() -> re.Pattern[str]:
    """What stands before the makers of the pictures: ". Photos by" of "A. Name. Photos by B. Name"."""
    return re.compile(rf"(?:\s*[.,;|/]\s*|\s[–-]\s)(?:{any_of(words_for_pictures())})s?(?!\w)", re.IGNORECASE)


@cache
def _date_words(language: str) -> tuple[str, ...]:
    """What stands before a date in small letters: days of the week, and words for publication and update."""
    listed = {
        *week_days(language),
        *week_days("en"),
        *words(language, "lines", "dated"),
        *words(language, "lines", "updated"),
        *(word for word in words("en", "lines", "dated") if len(word) > LONGEST_LINK),
    }
    return longest_first(listed)


def names_in(text: str, language: str) -> Iterator[str]:
    """The names in what follows the opening word: "A. Name und B. Name, Berlin - 11.08.2025" gives two names."""
    end = AFTER_NAMES.search(text)
    if pictured := _pictured().search(text):
        text = text[: pictured.start()]
    parts = author_mark(language).split(text[: end.start()] if end else text)
    if is_office(parts[0]) and not _without_office(parts[0]):
        return  # "Special envoys to A. and B."
    persons = 0
    for part in (_without_office(parts[0]) or _behind_prefix(parts[0], language), *parts[1:]):
        name = fold(part).strip(" .,:–—-|")
        named = (each for each in (name, _before_telling(name)) if _is_name(each))  # "A. Name in London"
        if found := next(named, ""):
            persons += 1
            yield found
        elif persons and name.lower() in agencies():  # "A. Name and AFP"
            yield name


def _behind_prefix(part: str, language: str) -> str:
    """What stands behind a word that opens names in the middle of a part: "A. Name" of "Article rédigé par A. Name"."""
    heard = part.split()
    prefixes = frozenset(prefixes_of(language))
    at = next((n for n in range(len(heard) - 2, 0, -1) if heard[n].lower() in prefixes), None)
    return part if at is None or _is_name(part) else " ".join(heard[at + 1 :])


def without_dates(text: str, language: str) -> str | None:
    """A line without its dates and the words that open them; absent where it states none.

    "By A. Name |" of "By A. Name | Published 8 May 2024".
    """
    dates = stated_dates(text, language)
    if not dates:
        return None
    ends = [0, *(stated.end for stated in dates)]
    starts = [*(stated.start for stated in dates), len(text)]
    rest = " ".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    for word in _date_words(language):
        rest = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", " ", rest, flags=re.IGNORECASE)
    return fold(rest)


def names_alone(text: str, language: str) -> tuple[str, ...]:
    """The names in a line that holds nothing else: "A. Name/B. Name"."""
    parts = [fold(part) for part in author_mark(language).split(text)]
    named = parts and all(
        _is_name(part)
        and len(part.split()) <= 3
        and part[0] != part[0].lower()
        and part.split()[-1].lower() not in particles()
        for part in parts
    )
    return tuple(parts) if named else ()


def without_date(text: str, language: str) -> str:
    """A line up to the date in it, or behind one that opens it: "A. Name" of "A. Name, 12 May 2024, 10:30"."""
    dates = stated_dates(text, language)
    if not dates:
        return FIGURES.split(text)[0].strip(BETWEEN_PARTS)
    before = _without_last_words(text[: dates[0].start].strip(BETWEEN_PARTS), language)
    return before or text[dates[-1].end :].strip(BETWEEN_PARTS)


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
        yield from (other for other in others if _is_wide_name(other, prefixes, language))


def _marked_wide_names(text: str, prefixes: Sequence[str], language: str) -> Iterator[str]:
    """The names right beside a word for who writes."""
    heard = [word for word in BETWEEN_WIDE.split(text) if word]
    for number, word in enumerate(heard):
        if word in prefixes:
            sides = heard[max(0, number - 1) : number], heard[number + 1 : number + 2]
            if not KOREAN.match(word) and sides[1] and sides[1][0].startswith(tuple(prefixes)):
                continue  # "作者：记者 王明": the next word tells
            behind, before = sides if KOREAN.match(word) else reversed(sides)
            names = [each for side in (behind, before) for each in side if _is_wide_name(each, prefixes, language)]
            yield from names[:1]
            continue
        glued = next((p for p in prefixes if len(p) > 1 and word != p and word.startswith(p)), "")
        if glued and (name := _glued_name(word[len(glued) :], prefixes, language)):
            yield name
        glued = next((p for p in prefixes if len(p) > 1 and word != p and word.endswith(p)), "")
        if (
            glued
            and not KOREAN.match(word)
            and _is_wide_name("".join(heard[number + 1 : number + 2]), prefixes, language)
        ):
            yield heard[number + 1]  # "晚报记者 王明": the house of the reporter is before the word
        elif glued and _is_wide_name(word[: -len(glued)], prefixes, language):
            yield word[: -len(glued)]


def _glued_name(word: str, prefixes: Sequence[str], language: str) -> str:
    """The name in what is written as one with a word for a reporter; empty where it is what reporters do: "记者获悉".

    Where surnames are known, one of them begins it: "王小明" of "记者王小明报道".
    """
    for ending in words(language, "pages", "behind_reporter"):
        word = word.removesuffix(ending)
    surnames = words(language, "names_without_capitals", "surnames")
    return word if _is_wide_name(word, prefixes, language) and (not surnames or word.startswith(surnames)) else ""


def _is_wide_name(word: str, prefixes: Sequence[str], language: str) -> bool:
    if WIDE_NAME.fullmatch(word) is None or is_newspaper_in_one_word(word):
        return False
    return word not in prefixes and word not in _date_words(language)


def _without_office(part: str) -> str:
    """The name behind what somebody does: "A. Name" of "our correspondent A. Name"; empty where there is none."""
    heard = part.split()
    last = max((n for n, word in enumerate(heard) if is_office(word)), default=-1)
    name = " ".join(heard[last + 1 :])
    return name if last >= 0 and _is_name(name) else ""


def _is_name(name: str) -> bool:
    parts = name.split()
    if not 2 <= len(parts) <= 6 or len(name) > 60:
        return False
    if is_office(name):
        return False
    return all(NAME_WORD.fullmatch(without_marks(p)) and not is_no_name(p) for p in parts)


def without_marks(word: str) -> str:
    """A word without the vowel signs that Indian and other scripts write as marks on a letter, and without joiners."""
    return "".join(letter for letter in word if not category(letter).startswith("M") and letter not in JOINERS)
