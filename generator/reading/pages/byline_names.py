"""The names in the words of a byline: behind "By", before "Correspondent", beside a date, alone on a line.

Takes the words of a line and their language; gives the names as written, and none where the words are no byline. What
comes before a name ("Von", "By", "Texte par") is in the language files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from unicodedata import category

from generator.languages import words
from generator.model import fold
from generator.reading.choices import any_of
from generator.reading.heads.agencies import agencies
from generator.reading.heads.between_names import author_mark
from generator.reading.heads.person_names import (
    articles,
    begins_as_a_person,
    is_no_name,
    is_office,
    is_outlet,
    particles,
)
from generator.reading.heads.stated_dates import stated_dates
from generator.reading.pages.accounts import is_desk
from generator.reading.pages.announcing import words_for_pictures
from generator.reading.pages.byline_words import LONGEST_LINK, date_words, prefixes_of
from generator.reading.pages.other_roles import opens_with_another_role
from generator.reading.pages.wide_bylines import LONG_WIDE_NAME, is_wide_name
from generator.reading.wide_letters import WIDE

# What ends the names in a byline: a date, a time, an address, a bracket, a dash: "A. Name - 11.08.2025, 14:02"
AFTER_NAMES = re.compile(r"\s[-–—|•·]\s|\d|\(|\S{0,64}@|https?:|www\.")
# Between parts of a byline that name people for different things
SEGMENT = re.compile(r"\s[-–—|•·]\s")
FEWEST_SEGMENTS = 2
# One word and a dash before a name: "Roma - A. Name", "عمّان - رنا الخطيب"
PLACE_BEFORE = re.compile(r"\S+(?:\s[-–—]\s|/)(?=[^\W\d_])")
# A word of a name: a capital first, or letters that have no capitals; initials and particles may stand between.
NAME_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
# Behind a word for an author, which is no shorter than this where the word is a label of its own: "Author, A. Name"
COMMAS, SHORTEST_LABEL = (",", "،", "，"), 4
# What parts or joins letters of one word in Persian and Indian scripts
JOINERS = "\u200c\u200d"
# The figures of a date that may be read two ways, and marks between the parts of a byline
FIGURES = re.compile(r"\d")
BETWEEN_PARTS = " ,;:|/•·-–—"
# What stands before the first mark between names: "our reporter A. Name" of "our reporter A. Name, Editor B. Name"
FIRST_PART = re.compile(r"[^,;|/]+")
# The words of a name before an office in one line
WORDS_OF_A_NAME = 2
# How many words may stand between a date and a byline
WORDS_BEHIND = 8


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
        if len(parts) == 1 and is_wide_name(text, prefixes_of(language), language) and not is_office(text):
            return parts
    named = list(names_in(text, language)) or list(names_in(_before_telling(text), language))
    return named or list(names_in(_behind_place(text), language))


def _without_last_words(text: str, language: str) -> str:
    """What stands before a date, without the words that open it: "A. Name" of "A. Name Published: Monday"."""
    for word in (*date_words(language), *date_words(language)):  # "Published: Monday" ends with two of them
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


def _before_office(name: str) -> str:
    """A given name and a surname before an office: "Ana Ruiz" of "Ana Ruiz Enviada especial"."""
    heard = name.split()
    at = next((n for n, word in enumerate(heard) if is_office(word)), 0)
    return " ".join(heard[:at]) if at == WORDS_OF_A_NAME and begins_as_a_person(name) else ""


def _before_pictures(text: str) -> str:
    """What stands before the makers of the pictures: "A. Name" of "A. Name. Photos by B. Name"."""
    if pictured := _pictured().search(text):
        return text[: pictured.start()]
    between = _pictures_between().search(text)
    named = between and between[1][0].isupper() and _is_name(text[: between.start()])
    return text[: between.start()] if between and named else text


@cache
def _pictures_between() -> re.Pattern[str]:
    """A word for pictures between two names: " Photo " of "A. Name Photo B. Name"."""
    return re.compile(rf"\s((?:{any_of(words_for_pictures())})s?)\s?:?\s(?=[^\W\d_]\S*\s[^\W\d_])", re.IGNORECASE)


@cache
def _pictured() -> re.Pattern[str]:
    """What stands before the makers of the pictures: "A. Name" of "A. Name. Photos by B. Name"."""
    return re.compile(rf"(?:\s*[.,;|/]\s*|\s[–-]\s)(?:{any_of(words_for_pictures())})s?(?!\w)", re.IGNORECASE)


def names_in(text: str, language: str) -> Iterator[str]:
    """The names in what follows the opening word: "A. Name und B. Name, Berlin - 11.08.2025" gives two names."""
    text = _before_pictures(_behind_others(text, language))
    end = AFTER_NAMES.search(text)
    first, *others = author_mark(language).split(text[: end.start()] if end else text)
    told = (_without_office(first), _before_office(first), _before_telling(first))
    if is_office(first) and not any(map(_is_name, told)):
        return  # "Special envoys to A. and B."
    persons = 0
    for part in (told[0] or _behind_prefix(first, language), *others):
        name = fold(part).strip(" .,:–—-|")
        found = _name_among(name, language)
        if found and not (persons and _has_article(found)):  # "A. Name, The Conversation"
            persons += 1
            yield found
        elif persons and name.lower() in agencies():  # "A. Name and AFP"
            yield name


def _behind_others(text: str, language: str) -> str:
    """What stands behind those who did not write: "B. Name" of "Reviewed by A. Name — Written by B. Name"."""
    segments = SEGMENT.split(text)
    if len(segments) < FEWEST_SEGMENTS or not opens_with_another_role(segments[0]):
        return text
    behind = _behind_prefix(segments[1], language)
    return after_prefix(behind, prefixes_of(language)) or behind


def _name_among(name: str, language: str) -> str:
    """A name whole, or before what is told of it: "A. Name in London", "A. Name Special envoy"; empty where none is."""
    places = words(language, "names", "place_prepositions")  # "Aus Rom" is nobody
    told = (name, _before_telling(name), _before_office(name))
    return next((each for each in told if _is_name(each) and each.split(maxsplit=1)[0].lower() not in places), "")


def _has_article(name: str) -> bool:
    """Whether a name begins with "The" and is no agency's."""
    return name.split(maxsplit=1)[0].casefold() in articles() and name.lower() not in agencies()


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
    for word in date_words(language):
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
        and not is_outlet(part)
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


def _without_office(part: str) -> str:
    """The name behind what somebody does: "A. Name" of "our correspondent A. Name"; empty where there is none."""
    heard = part.split()
    last = max((n for n, word in enumerate(heard) if is_office(word)), default=-1)
    name = " ".join(heard[last + 1 :])
    return name if last >= 0 and _is_name(name) and not name[0].islower() else ""


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
