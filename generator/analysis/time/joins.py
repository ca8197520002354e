"""Temporal expressions that make one date together: "zwischen 2016 und 2020", "two days after Christmas".

Takes the mentions of one sentence in order and the text they stand in; gives them with such pairs made one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator import edtf
from generator.analysis.figures.number_words import number_words
from generator.analysis.language.patterns import alternatives
from generator.analysis.language.temporal_words import folded, lowered, temporal_words
from generator.analysis.time.distances import moved_from
from generator.model import DateMention

FARTHEST_WORD = 40
YEAR_DIGITS = 4
_DECADE, _CENTURY = re.compile(r"\d{3}X"), re.compile(r"\d\dXX")
# What joins a decade to its century: " des ", " of the ", " du ", " "
_OF = re.compile(r"\s(?:\w{1,4}\s){0,2}")
# Hours behind a range of weekdays: ", 10–18", " tussen 10 en 17 uur"
_HOURS = re.compile(
    r"[^\d;!?]{0,25}\d{1,2}(?:[.:h]\d\d|\s?h)?\s?(?:[-–]|[^\W\d]{1,6}(?:\s[^\W\d]{1,6})?)\s?\d{1,2}(?!\d)"
)


@dataclass(frozen=True, slots=True)
class _Links:
    """The words that join dates: "zwischen " before two, "bis zum" or "und" between, "zwei Tage nach" before one.

    ``beside`` ("la veille de ", "the day after ") names the day before or behind one.

    Some languages say "between" behind both: "2014 ile 2016 arasında". ``night`` ("nacht van ") and ``to_the_day``
    (" op ") make two days of one night."""

    opening: re.Pattern[str]
    middle: re.Pattern[str]
    closing: re.Pattern[str]
    shift: re.Pattern[str]
    beside: re.Pattern[str]
    behind: re.Pattern[str]
    moved: re.Pattern[str]
    night: re.Pattern[str]
    to_the_day: re.Pattern[str]


def joined(mentions: Sequence[DateMention], text: str, language: str) -> list[DateMention]:
    """The mentions of a sentence with ranges made intervals and counted distances added to their date."""
    links = _links(language)
    found: list[DateMention] = []
    for mention in mentions:
        moved = _moved(mention, text, language, links)
        interval = _interval(found[-1], moved, text, links) if found else None
        weekdays = interval is not None and _is_weekday(found[-1], language) and _is_weekday(moved, language)
        decade = _decade_of_century(found[-1], moved, text, language) if found else None
        if decade is not None:
            found[-1] = decade
        elif interval is not None and weekdays and _HOURS.match(text, moved.end):
            found.pop()  # "from Tuesday to Sunday, 10 to 18": every week
        elif interval is not None:
            found[-1] = interval
        else:
            found.append(moved)
    return found


def _interval(first: DateMention, second: DateMention, text: str, links: _Links) -> DateMention | None:
    """Two dates that are the ends of one stretch of time, as one mention; ``None`` if they are two dates."""
    between = text[first.end : second.start]
    if len(between) > FARTHEST_WORD:
        return None
    opened = links.opening.search(text, max(0, first.start - FARTHEST_WORD), first.start)
    opened = opened or links.behind.match(text, second.end)
    if links.moved.search(text, max(0, first.start - FARTHEST_WORD), first.start):
        return None  # "postponed from March to September" names two dates
    night = links.night.search(text, max(0, first.start - FARTHEST_WORD), first.start)
    one_night = night is not None and links.to_the_day.fullmatch(between) is not None
    if not (one_night or links.middle.fullmatch(between) or (opened and links.closing.fullmatch(between))):
        return None
    value = f"{first.value.rstrip('~')}/{_not_before(first.value, second).rstrip('~')}"
    same = edtf.granularity(first.value) == edtf.granularity(second.value) != edtf.Granularity.INTERVAL
    if not same or not edtf.is_valid(value):
        return None
    return DateMention(first.start, second.end, text[first.start : second.end], value, first.names_event)


def _decade_of_century(first: DateMention, second: DateMention, text: str, language: str) -> DateMention | None:
    """ "in den 90er Jahren des 19. Jahrhunderts" is 189X; ``None`` where a decade and a century are two dates."""
    if not (_DECADE.fullmatch(first.value) and _CENTURY.fullmatch(second.value)):
        return None
    between = text[first.end : second.start]
    if not _OF.fullmatch(between) or folded(language, "and_words", "range_words") & set(between.casefold().split()):
        return None
    value = second.value[:2] + first.value[2:]
    return DateMention(first.start, second.end, text[first.start : second.end], value, first.names_event)


def _is_weekday(mention: DateMention, language: str) -> bool:
    """Whether a date is told by its weekday alone: "mardi"."""
    return lowered(mention.text) in temporal_words(language).weekdays


def _not_before(start: str, end: DateMention) -> str:
    """The value of a range's end; a week or a year later, where it names no year and would lie before the start.

    "vom 12. September bis zum 5. Januar" ends in the next year, whatever the verb says of January.
    """
    year = end.value[:YEAR_DIGITS]
    before = edtf.sort_key(end.value) < edtf.sort_key(start)
    if before and not re.search(r"\d", end.text) and edtf.is_day(end.value):
        day = edtf.earliest(end.value)
        later = edtf.shifted(day, 7) if day else None
        return later.isoformat() if later else end.value
    if not before or not year.isdigit() or re.search(r"\d{4}", end.text) or end.value[:YEAR_DIGITS] == end.value:
        return end.value
    moved = f"{int(year) + 1:04d}{end.value[YEAR_DIGITS:]}"
    return moved if edtf.sort_key(moved) > edtf.sort_key(start) else end.value


def _moved(mention: DateMention, text: str, language: str, links: _Links) -> DateMention:
    if not edtf.is_day(mention.value):
        return mention
    words, first = temporal_words(language), max(0, mention.start - FARTHEST_WORD)
    before, value = links.shift.search(text, first, mention.start), None
    if before is not None:
        value = moved_from(mention.value, before["count"], before["unit"], later=bool(before["after"]), words=words)
    elif (before := links.beside.search(text, first, mention.start)) is not None:
        moved = edtf.shifted(date.fromisoformat(mention.value), words.beside[_folded(before["beside"])])
        value = moved.isoformat() if moved else None
    if before is None or value is None:
        return mention
    return DateMention(before.start(), mention.end, text[before.start() : mention.end], value, mention.names_event)


def _folded(phrase: str) -> str:
    return " ".join(phrase.casefold().split())


@lru_cache
def _links(language: str) -> _Links:
    words = temporal_words(language)
    some = words.phrases.get
    article = rf"(?:(?:{alternatives(some('article', ()))})\s{{1,3}})?"
    ranges = alternatives(some("range_words", ()))
    worded = rf"(?:{ranges})" if words.unspaced else rf"\b(?:{ranges})\b\s{{1,3}}{article}"
    count = rf"(?P<count>\d{{1,3}}|{alternatives(number_words(language).values)})"
    unit = rf"(?P<unit>{alternatives(words.units)})"
    side = rf"(?:(?P<after>{alternatives(some('after', ()))})|(?:{alternatives(some('before', ()))}))"
    beside = alternatives(words.beside)
    of = rf"(?:{alternatives(some('beside_of', ()))})(?:\s{{1,3}}|(?<=['’]))"
    return _Links(
        re.compile(rf"\b(?:{alternatives(some('between', ()))})\s{{1,3}}{article}$", re.IGNORECASE),
        re.compile(rf"\s{{0,3}}(?:[-–—]|{worded})\s{{0,3}}", re.IGNORECASE),
        re.compile(rf"\s{{1,3}}(?:{alternatives(some('and_words', ()))})\s{{1,3}}{article}", re.IGNORECASE),
        re.compile(rf"(?<!\w){count}\s{{1,3}}{unit}\s{{1,3}}{side}\s{{1,3}}{article}$", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?P<beside>{beside})\s{{1,3}}(?:{of})?{article}$", re.IGNORECASE),
        re.compile(rf"\s{{1,3}}(?:{alternatives(some('between_behind', ()))})\b", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{'|'.join(some('postponed', ())) or '(?!)'})(?!\w)[^.;:!?]*$", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{alternatives(some('nights', ()))})\s{{1,3}}{article}$", re.IGNORECASE),
        re.compile(rf"\s{{1,3}}(?:(?:{alternatives(some('night_to', ()))})\s{{1,3}})?{article}", re.IGNORECASE),
    )
