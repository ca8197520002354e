"""The parts of a line about the article: what stands beside its day, between commas, bars, dashes and brackets.

Takes a line and the language; gives its day and its other parts as they stand, and tells a part that names an outlet.
People and scrapers write such lines in every order: "15 marzo 2026 - Gazzetta di Orlen", "A. Name | Outlet | 3.5.2026".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.languages import words
from generator.model import fold
from generator.reading.heads.byline import is_byline
from generator.reading.heads.menus import section_names
from generator.reading.heads.names import kind_in, supplier_in
from generator.reading.heads.person_names import is_newspaper, is_newspaper_in_one_word, is_no_name, is_outlet
from generator.reading.heads.stated_dates import StatedDate, stated_dates, week_days
from generator.reading.marks import CLOCK, DIGIT, ends_sentence
from generator.reading.phrases import hits_of
from generator.reading.wide_letters import WIDE

LONGEST_LINE_CHARS = 130
LONGEST_OUTLET_CHARS, MOST_WORDS_OF_AN_OUTLET = 40, 6
# A name that begins with "The" or "El" has so many words, or an apostrophe: "El Faro de Orlen", no "La Paz"
FEWEST_WORDS_WITH_ARTICLE = 3
# Published and changed
MOST_DAYS = 2
SHORTEST_PART_CHARS, SHORTEST_WIDE_CHARS = 4, 2
# What parts them: "A, B", "A | B", "A – B", "A (B)", "A、B"; a hyphen only between spaces
PARTING = re.compile(
    r"\s*[|｜•·;,،、，()\[\]（）【】]\s*|\s+(?:[–—―-]|//?)\s+"
    # "来源：南湾时报 作者：陈晓东"
    r"|(?<=[\u3040-\u9fff])\s+(?=[\u3040-\u9fff]{2,4}[:：])"
)
EDGES = " \t|｜•·/:：-–—―,،;()[]（）【】"
# Where the files of words list them
ARTICLES = (("dates", "article"), ("words", "definite_articles"))
ELIDED_ARTICLE = re.compile(r"[Ll]['’](?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class DatedParts:
    """``others`` are what stands beside the ``day``, in order, without labels, clocks and days of the week."""

    day: StatedDate
    others: tuple[str, ...]


def dated_parts(text: str, language: str) -> DatedParts | None:
    """The parts of a line with a day, and perhaps that of a change; ``None`` for others.

    ``day`` is the first one of them.
    """
    if len(text) > LONGEST_LINE_CHARS or not DIGIT.search(text):
        return None
    dates = stated_dates(text, language)
    if not 0 < len(dates) <= MOST_DAYS or not all(stated.names_a_day for stated in dates):
        return None
    edges = zip([0, *(stated.end for stated in dates)], [*(stated.start for stated in dates), len(text)], strict=True)
    beside = (text[start:end] for start, end in edges)
    return DatedParts(dates[0], tuple(part for side in beside for part in parts_of(side, language)))


def parts_of(text: str, language: str) -> tuple[str, ...]:
    """The parts of a line or of one side of its day, without what only belongs to the day."""
    return tuple(_told_parts(text, language))


def _told_parts(text: str, language: str) -> Iterator[str]:
    for piece in PARTING.split(fold(text)):
        part = piece.strip(EDGES).lstrip(". ")
        shortest = SHORTEST_WIDE_CHARS if WIDE.search(part) else SHORTEST_PART_CHARS
        if len(part) < shortest and supplier_in(part) is None:
            continue
        if part.casefold().strip(".") in week_days(language) or CLOCK.search(part):
            continue
        if hits_of(part, language) & {"dated:begins", "updated:begins", "reading_time"} and not is_outlet(part):
            continue
        yield part


def names_an_outlet(part: str, language: str) -> bool:
    """Whether a part names a newspaper, a station or an agency beyond doubt: by a word that says so, or as "The …".

    "Orlener Anzeiger", "El Faro de Orlen", "L'Observateur du Souss"; a section, a kind of text, a byline is none.
    """
    if not 2 < len(part) <= LONGEST_OUTLET_CHARS or len(part.split()) > MOST_WORDS_OF_AN_OUTLET:
        return False
    if DIGIT.search(part) or ":" in part or part[0].islower() or not part[0].isalpha() or ends_sentence(part):
        return False
    if _is_section(part, language) or kind_in(part, language) is not None:
        return False
    if is_byline(part, language) or supplier_in(part) is not None:
        return False
    if " " in part and (is_outlet(part) or is_newspaper(part) or is_newspaper_in_one_word(part.split(maxsplit=1)[0])):
        return True  # "Orlener Anzeiger", "Nordkurier Westland"
    return _is_hyphened(part) or is_newspaper_in_one_word(part) or opens_with_article(part, language)


def _is_section(part: str, language: str) -> bool:
    """Whether every word of a part is a section's name: "World News"."""
    return all(word.casefold() in section_names(language) for word in part.split())


def _is_hyphened(part: str) -> bool:
    """Whether one word with a hyphen in it names a newspaper: "Seeblick-Kurier"."""
    return " " not in part and "-" in part and is_newspaper(part)


def opens_with_article(part: str, language: str) -> bool:
    """Whether words with capitals begin with one for "the", as names of outlets do and those of people do not."""
    words_of = part.split()
    elided = ELIDED_ARTICLE.match(part)
    enough = len(words_of) >= FEWEST_WORDS_WITH_ARTICLE - bool(elided)
    if not enough or any(is_no_name(word) and word not in _small_words(language) for word in words_of):
        return False
    return bool(elided) or (words_of[0][0].isupper() and words_of[0].casefold() in _articles(language))


def _articles(language: str) -> frozenset[str]:
    """Words for "the" in the language and in English, in small letters."""
    listed = (words(code, *key) for code in (language, "en") for key in ARTICLES)
    return frozenset(word for found in listed for word in found)


def _small_words(language: str) -> frozenset[str]:
    return _articles(language) | {"of", "and"}
