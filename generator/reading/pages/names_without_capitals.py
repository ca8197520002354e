"""Names of authors in letters that have no capitals, where a page shows them beside the day and no word opens them.

Takes the pieces of a page and the number of one between title and text; gives the names, and none where the words may
be anything else: a section, a place, an office, words that the article or the lines above it use. One of the words has
to be known as a given name or a surname. Names in wide letters are in ``byline_names``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from generator.languages import words
from generator.model import LineRole, fold
from generator.reading.assembly import Piece
from generator.reading.heads.between_names import author_mark
from generator.reading.heads.names import kind_in
from generator.reading.heads.parts import names_an_outlet
from generator.reading.heads.person_names import is_newspaper_in_one_word, is_office, is_outlet
from generator.reading.heads.stated_dates import stated_dates
from generator.reading.pages.byline_names import NAME_WORD, without_date, without_marks
from generator.reading.phrases import hits_of
from generator.reading.wide_letters import HAN, KANA, WIDE

# A line of names and a day is no longer than this, a name has so many words, and a word of the article is that long.
LONGEST, FEWEST_WORDS, MOST_WORDS, SHORT_WORD = 90, 2, 4, 3
# A name in wide letters, with or without a space between surname and given name: "佐藤遥香", "佐藤 遥香"
# Places, offices and papers end otherwise: "千葉県", "東京都"
WIDE_PERSON = re.compile(
    f"(?=.{{3,6}}$)[{KANA}{HAN}々]{{1,3}}\\s?[{KANA}{HAN}々]{{1,3}}(?<![県縣府都市区區町村郡省部社局版面課団所駅長員者報])"
)
# Lists of names of a language that come first, and that come last
FIRST_NAMES = (("names_without_capitals", "given_names"), ("pages", "names_of_authors"))
LAST_NAMES = (("names_without_capitals", "surnames"), ("pages", "names_of_authors"))
# Lists of words of a language of which none is part of a person's name
NO_PERSONS = (
    ("names_without_capitals", "no_names"),
    ("names_without_capitals", "ends"),
    ("names_without_capitals", "kinds"),
    ("names_without_capitals", "kinds_behind"),
    ("names_without_capitals", "titles"),
    ("pages", "newspapers"),
    ("lines", "sections"),
)


def names_beside_day(pieces: Sequence[Piece], number: int, text: str, title: int, language: str) -> tuple[str, ...]:
    """The names in ``text``, the words of a piece below the title that has the day in it or right beside it."""
    if not _has_no_capitals(text) or len(text) > LONGEST:
        return ()
    alone = without_date(text, language)
    beside = (n for n in (number - 1, number + 1) if title < n < len(pieces) and len(pieces[n].text) <= LONGEST)
    if not stated_dates(text, language) and not any(stated_dates(pieces[n].text, language) for n in beside):
        return ()
    names = [fold(part).strip(" .,:-–—|") for part in author_mark(language).split(alone)]
    others = " ".join(piece.text for piece in pieces[number + 1 :] if piece.role is LineRole.BODY)
    above = {fold(piece.text) for piece in pieces[:number]}
    whole = [name for number, name in enumerate(names) if " " in name or not number]  # "A. Name, Place"
    named = all(_is_person(name, language) and not _is_used(name, others, above) for name in whole)
    return tuple(dict.fromkeys(whole)) if named else ()


def wide_names_beside_day(runs: Sequence[str], language: str) -> tuple[str, ...]:
    """The name in wide letters that fills one of the elements of a line that has the day in another: "佐藤遥香".

    It begins with a known surname and has three letters at least, for sections and places have two.
    """
    if not any(WIDE.search(run) for run in runs) or not any(stated_dates(run, language) for run in runs):
        return ()
    surnames = words(language, "names_without_capitals", "surnames") or words(language, "pages", "names_of_authors")
    named = (run for run in runs if WIDE_PERSON.fullmatch(run) and run.startswith(surnames or ("?",)))
    return tuple(islice((run for run in named if run not in surnames and not is_newspaper_in_one_word(run)), 1))


def _has_no_capitals(text: str) -> bool:
    """Whether a line begins in letters of which none is a capital, and which are no wide ones."""
    first = next((letter for letter in text if letter.isalpha()), "")
    return bool(first) and first.lower() == first.upper() and not WIDE.search(text)


def _is_person(name: str, language: str) -> bool:
    """Whether words may be a person's whole name and are not known as anything else."""
    heard = name.split()
    if not FEWEST_WORDS <= len(heard) <= MOST_WORDS or not _has_no_capitals(name):
        return False
    if not all(NAME_WORD.fullmatch(without_marks(word)) for word in heard) or not _listed(
        language, NO_PERSONS
    ).isdisjoint(heard):
        return False
    if heard[0] not in _listed(language, FIRST_NAMES) and heard[-1] not in _listed(language, LAST_NAMES):
        return False
    known = is_office(name) or is_outlet(name) or names_an_outlet(name, language) or kind_in(name, language)
    return not known and not hits_of(name, language)


def _is_used(name: str, text: str, above: set[str]) -> bool:
    """Whether the article uses a word of a name, as it does with places, or a line above consists of it."""
    return name in above or any(word in text for word in name.split() if len(word) >= SHORT_WORD)


@cache
def _listed(language: str, lists: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """The words of some lists of a language, those of several words taken apart."""
    return frozenset(part for table, key in lists for word in words(language, table, key) for part in word.split())
