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

# A year, also where layout glued a clock or the next date to it: "202409:30", "202430. Januar 2024"
YEAR = r"((?:19|20)\d\d(?=\d{1,2}[.:h]\s?\S)|\d{4}(?!\d))"
# 11.08.2025, 11/8/2025, 11-08-2025
DAY_FIRST = re.compile(rf"(?<![\d.])(\d{{1,2}})([./-])\s?(\d{{1,2}})\2\s?{YEAR}")
# 11.08.25, 11/8/25
SHORT_YEAR = re.compile(r"(?<![\d.,/:-])(\d{1,2})([./])(\d{1,2})\2(\d{2})(?![\d.,/%:-])")
# 2025-08-11, 2025/08/11, 2025. 8. 11., 2025年8月11日, 2025년 8월 11일, and 2023-10 alone
YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})(?:\s?[-/.月월]\s?(\d{1,2})[日일]?)?(?!\.?\d)")
# 令和7年1月13日: the seventh year of an era
ERA = re.compile(r"(令和|平成)(\d{1,2}|元)年(\d{1,2})月(\d{1,2})日")
ERAS = {"令和": 2018, "平成": 1988}
# Where the name of a month may begin: at a word, or glued to one: "Agency NameApril 28, 2023"
AT_MONTH = r"(?:(?<!\w)|(?-i:(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])))"
# 28 Januar 2026, 2. mei 2025, 3 de marzo de 2024, 1er mars 2024, 3 d'abril del 2024, 13 tháng 1 năm 2025
DAY_MONTH = (
    r"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|º|ª)?\.?\s+(?:de\s+|d['’]|of\s+|ב)?({months})\.?,?\s+"
    r"(?:del?\s+|năm\s+)?{year}"
)
# March 17, 2025
MONTH_DAY = r"{at}({months})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+{year}"
# 2025. január 13., 2025 m. sausio 13 d., 2025ko urtarrilaren 13a
YEAR_MONTH = r"(?<!\d)(\d{{4}})\.?(?:ko)?\s+(?:m\.\s+|ko\s+)?({months})(?:ren|aren|k)?\s+(\d{{1,2}})(?!\d)"
# 2025. gada 13. janvāris
YEAR_DAY = r"(?<!\d)(\d{{4}})\.?\s+gada\s+(\d{{1,2}})\.\s+({months})(?!\w)"
# Oktober 2023
MONTH_YEAR = r"{at}({months})\.?\s+(?:de\s+)?(\d{{4}})(?!\d)"
# 14:02, 07:30:12, 17.19 Uhr, 7:55 AM, 14h02
CLOCK = re.compile(r"(?:\b|(?<=T)|(?<=\d{4}))(\d{1,2})[:.h](\d{2})(?::\d{2})?(?:\s?([ap])\.?m\b)?", re.I)
# A label before a value, as a scraper writes it: "date 2025-08-11", "published: 2024-05"
LABELLED_DATE = re.compile(r"^\s*(?:date|datum|published|datetime)\s*[:=]?\s+(?=\d)", re.I)
# Before a clock, the second half of the day: "오후 3:20", "下午 3:20"
AFTERNOON = re.compile(r"오후|午後|下午")
CLOCK_CHARS = 24
EARLIEST_YEAR, LATEST_YEAR = 1600, 2199
# Languages that write the year first, so that "24.04.27" is read from the other end, or not at all
YEAR_LEADS = frozenset({"fa", "hu", "ja", "ko", "lt", "mn", "sv", "zh"})
# The Thai calendar counts from 543 years earlier
BUDDHIST_YEARS = range(2400, 2700)
BUDDHIST_SHIFT = 543
# Countries whose Arabic has other names for the months
MORE_MONTHS = {"ar": ("ar_LB", "ar_DZ", "ar_MA")}


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
    for m in SHORT_YEAR.finditer(text):
        day, month = int(m[1]), int(m[3])
        if language not in YEAR_LEADS and (language not in ("en", "und") or day > 12):
            yield from _valid(2000 + int(m[4]), month, day, m)
    for m in YEAR_FIRST.finditer(text):
        yield from _valid(int(m[1]), int(m[2]), int(m[3]) if m[3] else None, m)
    for m in ERA.finditer(text):
        yield from _valid(ERAS[m[1]] + (1 if m[2] == "元" else int(m[2])), int(m[3]), int(m[4]), m)
    yield from _named(text, language)


def _named(text: str, language: str) -> Iterator[StatedDate]:
    """Dates whose month is written as a word."""
    months = _months(language)
    for kind, pattern in _patterns(language).items():
        for m in pattern.finditer(text):
            groups = dict(zip(kind, m.groups(), strict=True))
            year = int(groups["year"])
            if language == "th" and year in BUDDHIST_YEARS:
                year -= BUDDHIST_SHIFT
            day = int(groups["day"]) if "day" in groups else None
            yield from _valid(year, months[groups["month"].lower()], day, m)


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
    hour = int(clock[1]) % 12 if clock[3] else int(clock[1])
    if (clock[3] or "").lower() == "p" or (hour < 12 and AFTERNOON.search(text, stated.end, clock.start())):
        hour += 12
    if hour > 23 or int(clock[2]) > 59:
        return stated
    return StatedDate(f"{stated.value}T{hour:02}:{clock[2]}", stated.start, clock.end())


@cache
def _patterns(language: str) -> Mapping[tuple[str, ...], re.Pattern[str]]:
    """The patterns of dates with a named month, each under the names of its groups in order."""
    names = "|".join(re.escape(name) for name in sorted(_months(language), key=len, reverse=True))
    forms = {
        ("day", "month", "year"): DAY_MONTH,
        ("month", "day", "year"): MONTH_DAY,
        ("year", "month", "day"): YEAR_MONTH,
        ("year", "day", "month"): YEAR_DAY,
        ("month", "year"): MONTH_YEAR,
    }
    return {kind: re.compile(form.format(months=names, year=YEAR, at=AT_MONTH), re.I) for kind, form in forms.items()}


@cache
def _months(language: str) -> Mapping[str, int]:
    """Names of months in small letters, full and short, of the language and of English (CLDR)."""
    from babel.core import UnknownLocaleError
    from babel.dates import get_month_names

    names: dict[str, int] = {}
    for code in ("en", language, *MORE_MONTHS.get(language, ())):
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                try:
                    months = get_month_names(width, context=context, locale=code)
                except (UnknownLocaleError, ValueError):
                    continue
                names |= {str(name).lower().rstrip("."): int(number) for number, name in months.items()}
    return {name: number for name, number in names.items() if not name.isdigit()}


@cache
def week_days(language: str) -> frozenset[str]:
    """The days of the week in a language and in English, in small letters, whole and short."""
    from babel.core import UnknownLocaleError
    from babel.dates import get_day_names

    names: set[str] = set()
    for code in ("en", language):
        for width in ("wide", "abbreviated"):
            try:
                days = get_day_names(width, context="format", locale=code)
            except (UnknownLocaleError, ValueError):
                continue
            names.update(str(name).lower().rstrip(".") for name in days.values())
    return frozenset(names)
