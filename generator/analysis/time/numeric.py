"""Dates written with numbers alone: "2025-08-08", "08.08.2025", "am 8.8.", "op 22/04".

Gives the expressions of a sentence; a time, a room or a fraction that only looks like a date is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator import edtf
from generator.analysis.figures.units import named_unit, units
from generator.analysis.language.patterns import alternatives
from generator.analysis.language.temporal_words import TemporalWords, temporal_words
from generator.analysis.time.calendars import in_other_calendar
from generator.analysis.time.expression import Expression

LAST_TWO_DIGITS = 40
MONTHS, LONGEST_MONTH = 12, 31

# An ISO date with or without a time: "2025-08-08", "2025/08/08", "2025-08-08T06:30"
_ISO = re.compile(r"(?<![\w./-])(\d{4})[-/](\d{2})[-/](\d{2})(?:T\d{2}:\d{2}\S{0,20})?(?![\w/-]|[.]\d)")
# A numeric date: "08.08.2025", "8/8/25", "08-08-2025", "8. 8. 2025"
_NUMERIC = re.compile(r"(?<![\w.,/:+-])(\d{1,2})(?P<mark>[./-])\s?(\d{1,2})(?P=mark)\s?(\d{4}|\d{2})(?![\w/-]|[.,:]\d)")
# A numeric date without year, in languages that write it with two dots: "am 8.8. in Wien"
_SHORT = re.compile(r"(?<![\w.,/:+-])(\d{1,2})\.\s?(\d{1,2})\.(?![\w/-]|\s?\d)")
# A numeric date without year: "22/04", "7.6", "12-4"
_SLASHED = re.compile(r"(?<![\w.,/:+-])(\d{1,2})(?P<mark>[./-])(\d{1,2})(?![\w%/-]|[.,:]\d|\s?[€$%])")


def numeric_dates(sentence: str, words: TemporalWords) -> Iterator[Expression]:
    """The dates of a sentence that are written with numbers alone."""
    for match in _ISO.finditer(sentence):
        yield from _full(match, int(match[1]), int(match[2]), int(match[3]), words)
    for match in _NUMERIC.finditer(sentence):
        first, second = int(match[1]), int(match[3])
        year = int(match[4]) if len(match[4]) == 4 else four_digits(int(match[4]))
        if words.month_first and match["mark"] != "." and second <= 31 and first <= 12:
            first, second = second, first
        yield from _full(match, year, second, first, words)
    yield from _without_year(sentence, words)


def _without_year(sentence: str, words: TemporalWords) -> Iterator[Expression]:
    """ "am 8.8.", "op 22/04", "Friday 7/6": only where nothing else can be meant."""
    if not words.month_first:
        for match in _SHORT.finditer(sentence):
            if _day_is_near(words.language).search(sentence, max(0, match.start() - 30), match.start()):
                yield from _short(match, int(match[1]), int(match[2]))
    last_shown = -1
    for match in _SLASHED.finditer(sentence):
        before = sentence[max(0, match.start() - 30) : match.start()]
        weekday = _weekday_before(words.language).search(before)
        step = _step_before(words.language).search(before) if match["mark"] == "/" else None
        shown = weekday or (
            match["mark"] == "/"
            and (step or _shows_a_date(match, before, words) or _goes_on(sentence, last_shown, match.start(), words))
            and not _is_measured(sentence, match.end(), words.language)
        )
        if shown:
            last_shown = match.end()
            day, month = (int(match[3]), int(match[1])) if words.month_first else (int(match[1]), int(match[3]))
            if month > MONTHS >= day and words.month_first:
                day, month = month, day
            start = match.start() - (len(before) - weekday.start()) if weekday else match.start()
            found = {name: part for name, part in step.groupdict().items() if part} if step else {}
            yield from _short(match, day, month, start, found)


def _short(
    match: re.Match[str], day: int, month: int, start: int | None = None, step: Mapping[str, str] | None = None
) -> Iterator[Expression]:
    if 1 <= month <= MONTHS and 1 <= day <= LONGEST_MONTH:
        begins = match.start() if start is None else start
        parts = {"day": str(day), "month_number": str(month), **(step or {})}
        yield Expression(begins, match.end(), "calendar", parts)


def _shows_a_date(match: re.Match[str], before: str, words: TemporalWords) -> bool:
    """A slash between numbers makes a date with a leading zero, or with what leads to a date before it.

    A day above 12 needs less before it, but something too: "a vote (10/20)", not "she scored 10/20".
    """
    first, second = match[1], match[3]
    if (first, second) == ("24", "7"):
        return False
    zero = first.startswith("0") or second.startswith("0")
    above = max(int(first), int(second)) > MONTHS >= min(int(first), int(second)) and min(len(first), len(second)) == 2
    leads = above and _day_is_near(words.language).search(before)
    return bool(zero or leads or _on(words.language).search(before))


def _goes_on(sentence: str, last: int, start: int, words: TemporalWords) -> bool:
    """Whether a number goes on a list of days, the last of which ends at ``last``: "on 11/20, 11/22 or 11/25"."""
    return last >= 0 and _day_links(words.language).fullmatch(sentence, last, start) is not None


@lru_cache
def _day_links(language: str) -> re.Pattern[str]:
    some = temporal_words(language).phrases.get
    linked = alternatives(word for key in ("and_words", "range_words") for word in some(key, ()))
    return re.compile(rf"\s?[,–-]?\s?(?:(?:{linked})\s)?", re.IGNORECASE)


def _is_measured(sentence: str, end: int, language: str) -> bool:
    """Whether a unit stands behind two numbers, so that they are no date: "10/20 euros"."""
    return named_unit(sentence, end, units(language)) is not None


@lru_cache
def _day_is_near(language: str) -> re.Pattern[str]:
    """What shows before "12.05." that it is a day, no time and no room: the "am ", "(", "Mo. ", "8.5. und "."""
    words = temporal_words(language)
    lists = ("on_day", "on_the", "until", "since", "last", "next", "this", "past_marks", "parts")
    named = alternatives({*words.short_weekdays, *(word for key in lists for word in words.phrases.get(key, ()))})
    linked = alternatives(word for key in ("and_words", "range_words") for word in words.phrases.get(key, ()))
    return re.compile(
        rf"(?:^\W*|[(/–]\s?|[,;]\s{{1,3}}|\d\.\s?(?:(?:{linked})\s|[-–/])\s?|(?<!\w)(?:{named})\.?,?\s{{1,3}})$",
        re.IGNORECASE,
    )


@lru_cache
def _weekday_before(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{alternatives(temporal_words(language).short_weekdays)})\.?,?\s{{1,3}}\(?$", re.IGNORECASE
    )


@lru_cache
def _step_before(language: str) -> re.Pattern[str]:
    """The "next " of "next 5/12", "el próximo 5/12"."""
    some = temporal_words(language).phrases.get
    steps = "|".join(rf"(?P<{key}>{alternatives(some(key, ()))})" for key in ("last", "next", "this"))
    return re.compile(rf"(?<!\w)(?:{steps})\s{{1,3}}$", re.IGNORECASE)


@lru_cache
def _on(language: str) -> re.Pattern[str]:
    """The preposition of a day, right before it: the "on " of "on 9/11"."""
    return re.compile(
        rf"\b(?:{alternatives(temporal_words(language).phrases.get('on_day', ()))})\s{{1,3}}$", re.IGNORECASE
    )


def four_digits(two_digits: int) -> int:
    """ "8.8.25" is of 2025, "8.8.40" of 1940."""
    return 2000 + two_digits if two_digits < LAST_TWO_DIGITS else 1900 + two_digits


def _full(match: re.Match[str], year: int, month: int, day: int, words: TemporalWords) -> Iterator[Expression]:
    value = in_other_calendar(year, month, day, words) or f"{year:04d}-{month:02d}-{day:02d}"
    if edtf.is_valid(value):
        yield Expression(*match.span(), "calendar", {"year": str(year), "day": str(day)}, value=value)
