"""Dates as an article's head states them, in any language whose months CLDR names, as EDTF.

Takes a line and a language; gives the dates it states, in order, with where they stand. Only dates that are certain:
a day and month in digits that could be read both ways is none, and neither is a day that no calendar has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

# 11.08.2025, 11/8/2025, 11-08-2025
DAY_FIRST = re.compile(r"(?<![\d.])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?!\d)")
# 2025-08-11, 2025/08/11, 2025.08.11, 2025年8月11日, 2025년 8월 11일, and 2023-10 alone
YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})(?:\s?[-/.月월]\s?(\d{1,2})[日일]?)?(?!\d|\.\d)")
# 28 Januar 2026, 2. mei 2025, 3 de marzo de 2024, 1er mars 2024
DAY_MONTH = (
    r"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|º|ª)?\.?\s+(?:de\s+|of\s+|ב|d[’'])?({months})\.?,?\s+"
    r"(?:de\s+|del\s+|năm\s+)?(\d{{4}})(?!\d)"
)
# 2024. május 12., 2024 m. gegužės 12 d.
YEAR_MONTH = r"(?<!\d)(\d{{4}})\.?\s+(?:m\.\s+|ko\s+)?({months})(?:ren|aren|k)?\s+(\d{{1,2}})(?!\d)"
# 2024. gada 12. maijs
YEAR_DAY = r"(?<!\d)(\d{{4}})\.?\s+gada\s+(\d{{1,2}})\.\s+({months})(?!\w)"
# March 17, 2025
MONTH_DAY = r"(?<!\w)({months})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)"
# Oktober 2023
MONTH_YEAR = r"(?<!\w)({months})\.?\s+(?:de\s+)?(\d{{4}})(?!\d)"
# 14:02, 07:30:12, 17.19 Uhr, 7:55 AM, 14h02
CLOCK = re.compile(r"\b(\d{1,2})[:.h](\d{2})(?::\d{2})?(?:\s?([ap])\.?m\b)?", re.I)
# A label before a value, as a scraper writes it: "date 2025-08-11", "published: 2024-05"
LABELLED_DATE = re.compile(r"^\s*(?:date|datum|published|datetime)\s*[:=]?\s+(?=\d)", re.I)
CLOCK_CHARS = 24
EARLIEST_YEAR, LATEST_YEAR = 1600, 2199


@dataclass(frozen=True, slots=True)
class StatedDate:
    """``value`` is EDTF, with a time (``2025-08-11T14:02``) where one follows; start and end are code points."""

    value: str
    start: int
    end: int

    @property
    def day(self) -> str:
        """The value without its time."""
        return self.value.partition("T")[0]


def stated_dates(text: str, language: str) -> tuple[StatedDate, ...]:
    """The dates of a line in the order in which they stand, none of them overlapping."""
    found: list[StatedDate] = []
    for candidate in sorted(_candidates(text, language), key=lambda c: (c.start, -c.end)):
        if not found or candidate.start >= found[-1].end:
            found.append(candidate)
    ends = [*(later.start for later in found[1:]), len(text)][: len(found)]
    return tuple(_with_clock(text, one, min(end, one.end + CLOCK_CHARS)) for one, end in zip(found, ends, strict=True))


def _candidates(text: str, language: str) -> Iterator[StatedDate]:
    for m in DAY_FIRST.finditer(text):
        day, month = int(m[1]), int(m[3])
        if m[2] == "/" and language in ("en", "und") and day <= 12 and day != month:
            continue  # 05/06/2024 is June in London and May in New York
        if m[2] == "/" and month > 12:
            day, month = month, day
        yield from _valid(int(m[4]), month, day, m)
    for m in YEAR_FIRST.finditer(text):
        yield from _valid(int(m[1]), int(m[2]), int(m[3]) if m[3] else None, m)
    months = _months(language)
    names = "|".join(re.escape(name) for name in sorted(months, key=len, reverse=True))
    for kind, pattern in _patterns(names).items():
        for m in pattern.finditer(text):
            if kind == "day-month":
                yield from _valid(int(m[3]), months[m[2].lower()], int(m[1]), m)
            elif kind == "year-month":
                yield from _valid(int(m[1]), months[m[2].lower()], int(m[3]), m)
            elif kind == "year-day":
                yield from _valid(int(m[1]), months[m[3].lower()], int(m[2]), m)
            elif kind == "month-day":
                yield from _valid(int(m[3]), months[m[1].lower()], int(m[2]), m)
            else:
                yield from _valid(int(m[2]), months[m[1].lower()], None, m)


def _valid(year: int, month: int, day: int | None, match: re.Match[str]) -> Iterator[StatedDate]:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR or not 1 <= month <= 12:
        return
    if day is None:
        yield StatedDate(f"{year}-{month:02}", *match.span())
        return
    try:
        yield StatedDate(date(year, month, day).isoformat(), *match.span())
    except ValueError:
        return


def _with_clock(text: str, stated: StatedDate, end: int) -> StatedDate:
    clock = CLOCK.search(text, stated.end, end)
    if clock is None or len(stated.value) != 10:
        return stated
    hour = int(clock[1]) % 12 + (12 if clock[3].lower() == "p" else 0) if clock[3] else int(clock[1])
    if hour > 23 or int(clock[2]) > 59:
        return stated
    return StatedDate(f"{stated.value}T{hour:02}:{clock[2]}", stated.start, clock.end())


@cache
def _patterns(names: str) -> Mapping[str, re.Pattern[str]]:
    forms = {
        "day-month": DAY_MONTH,
        "month-day": MONTH_DAY,
        "month": MONTH_YEAR,
        "year-month": YEAR_MONTH,
        "year-day": YEAR_DAY,
    }
    return {kind: re.compile(form.format(months=names), re.I) for kind, form in forms.items()}


@cache
def _months(language: str) -> Mapping[str, int]:
    """Names of months in small letters, full and short, of the language and of English (CLDR)."""
    from babel.core import UnknownLocaleError
    from babel.dates import get_month_names

    names: dict[str, int] = {}
    for code in ("en", language):
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                try:
                    months = get_month_names(width, context=context, locale=code)
                except (UnknownLocaleError, ValueError):
                    continue
                names |= {str(name).lower().rstrip("."): int(number) for number, name in months.items()}
    return {name: number for name, number in names.items() if not name.isdigit()}
