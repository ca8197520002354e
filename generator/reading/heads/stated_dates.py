"""Dates as an article's head states them, in any language whose months CLDR names, as EDTF.

Takes a line and a language; gives the dates it states, in order, with where they stand. Only dates that are certain:
a day and month in digits that could be read both ways is none, and neither is a day that no calendar has. The words
that stand between day, month and year are in ``languages/*.toml``, table ``[stated_dates]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from generator.calendars import FIRST_YEAR, LAST_YEAR, MONTHS, SOLAR
from generator.languages import available, mapping, table, words
from generator.languages.cldr import locale_of
from generator.reading.choices import longest_first
from generator.reading.heads.month_names import month_names, small_letters

# A year, also where layout glued a clock or the next date to it: "202409:30", "202430. Januar 2024"
YEAR = r"((?:19|20)\d\d(?=\d{1,2}[.:h]\s?\S)|\d{4}(?!\d))"
# Every date has so many digits, but for those of eras: "1.1.24"
DIGIT, FEWEST_DIGITS = re.compile(r"\d"), 4
# What every date with a named month holds
YEAR_DIGITS = re.compile(r"\d{4}")
# Between two names of one month: "أيار/مايو"
BESIDE_SLASH = re.compile(r"\s?/\s?")
# 11.08.2025, 11/8/2025, 11-08-2025
DAY_FIRST = re.compile(rf"(?<![\d.])(\d{{1,2}})([./-])\s?(\d{{1,2}})\2\s?{YEAR}")
# 11.08.25, 11/8/25
SHORT_YEAR = re.compile(r"(?<![\d.,/:-])(\d{1,2})([./])(\d{1,2})\2(\d{2})(?![\d/%:-]|[.,]\d)")
# 2025-08-11, 2025/08/11, 2025. 8. 11., 2025年8月11日, 2025년 8월 11일, and 2023-10 alone
YEAR_FIRST = re.compile(r"(?<![\d/])(\d{4})\s?[-/.年년]\s?(\d{1,2})(?:\s?[-/.月월]\s?(\d{1,2})[日일]?)?(?!\.?\d|:\d)")
# Where the name of a month may begin: at a word, or glued to one: "Agency NameApril 28, 2023"
AT_MONTH = r"(?:(?<!\w)|(?-i:(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])))"
# 28 Januar 2026, 2. mei 2025, 18.dez.2025, 3 de marzo de 2024, 1er mars 2024, 3 d'abril del 2024, 13 tháng 1 năm 2025
DAY_MONTH = (
    r"(?<!\d)(\d{{1,2}}){day_endings}(?:[.,]?\s+{before_month}|[./-])({months})(?:\.?,?\s+{before_year}|[./-]){year}"
)
# March 17, 2025
MONTH_DAY = r"{at}({months})\.?\s+(\d{{1,2}}){day_endings},?\s+{year}"
# 2025. január 13., 2025. jan. 13., 2025 m. sausio 13 d.
YEAR_MONTH = r"(?<!\d)(\d{{4}})\.?\s+{after_year}({months})\.?\s+(\d{{1,2}})(?!\d)"
# 2025. gada 13. janvāris
YEAR_DAY = r"(?<!\d)(\d{{4}})\.?\s+{after_year}(\d{{1,2}})\.\s+({months})(?!\w)"
# Oktober 2023
MONTH_YEAR = r"{at}({months})\.?\s+{before_year}(\d{{4}})(?!\d)"
# ۲۴ اسفند ۱۴۰۳, ۲۴ اسفند ماه ۱۴۰۳, and 1403/12/24
SOLAR_DAY_MONTH = r"(?<!\d)(\d{{1,2}})\s+({months})[\s\u200c،,]{{1,2}}(?:\w{{2,4}}[\s،,]{{1,2}})?(\d{{4}})(?!\d)"
SOLAR_YEAR_FIRST = re.compile(r"(?<![\d/])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
# "12 رمضان 1446هـ الموافق " before a date of ours, and the letter for our era behind that
LUNAR_DAY = r"(?<!\d)\d{{1,2}}\s+(?:{months})[\s،,]{{1,2}}\d{{4}}\s?\w{{0,2}}[\s،,(/–-]{{1,3}}(?:\w{{2,10}}\s+)?$"
YEAR_MARK = re.compile(r"\s?[^\W\d_](?!\w)")
LUNAR_CHARS = 50
# 14:02, 07:30:12, 17.19 Uhr, 7:55 AM, 14h02
CLOCK = re.compile(r"(?:\b|(?<=T)|(?<=\d{4}))(\d{1,2})[:.h](\d{2})(?::\d{2})?(?:\s?([ap])\.?m\b)?", re.I)
CLOCK_CHARS = 24
WHITE_SPACE = r"\s+"
EARLIEST_YEAR, LATEST_YEAR = 1600, 2199
# What a scraper writes before a date, besides the words of the languages: "date 2025-08-11", "published: 2024-05"
LABELS = ("date", "datetime", "published")
TABLE = "stated_dates"  # of the languages' files


@dataclass(frozen=True, slots=True)
class StatedDate:
    """``value`` is EDTF, with a time (``2025-08-11T14:02``) where one follows; start and end are code points."""

    value: str
    start: int
    end: int

    @property
    def day(self) -> str:
        """The value without its time; a month where the date names no day."""
        return self.value.partition("T")[0]

    @property
    def names_a_day(self) -> bool:
        """Whether the date is a day, and not only a month."""
        return len(self.day) == len("2024-05-03")


def stated_dates(text: str, language: str) -> tuple[StatedDate, ...]:
    """The dates of a line in the order in which they stand, none of them overlapping."""
    found: list[StatedDate] = []
    candidates = (_with_lunar_day(text, candidate, language) for candidate in _candidates(text, language))
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.end)):
        if not found or candidate.start >= found[-1].end:
            found.append(candidate)
    ends = [*(later.start for later in found[1:]), len(text)][: len(found)]
    afternoon = words(language, TABLE, "afternoon")
    return tuple(
        _with_clock(text, one, min(end, one.end + CLOCK_CHARS), afternoon) for one, end in zip(found, ends, strict=True)
    )


def _candidates(text: str, language: str) -> Iterator[StatedDate]:
    if len(DIGIT.findall(text)) < FEWEST_DIGITS:
        yield from _of_eras(text, language)
        return
    for m in DAY_FIRST.finditer(text):
        day, month = int(m[1]), int(m[3])
        if m[2] == "/" and language in ("en", "und") and day <= 12 and month <= 12 and day != month:
            continue  # 05/06/2024 is June in London and May in New York
        if m[2] == "/" and month > 12:
            day, month = month, day
        yield from _valid(int(m[4]), month, day, m)
    for m in SHORT_YEAR.finditer(text):
        day, month = int(m[1]), int(m[3])
        if not _year_leads(language) and (language not in ("en", "und") or day > 12):
            yield from _valid(2000 + int(m[4]), month, day, m)
    for m in YEAR_FIRST.finditer(text):
        yield from _valid(int(m[1]), int(m[2]), int(m[3]) if m[3] else None, m)
    yield from _of_eras(text, language)
    yield from _of_solar_years(text, language)
    yield from _named(text, language)


def _with_lunar_day(text: str, stated: StatedDate, language: str) -> StatedDate:
    """The date with the same day of the lunar calendar before it ("12 رمضان 1446هـ الموافق"), which is not exact."""
    pattern = _lunar_pattern(language)
    lunar = pattern.search(text, max(0, stated.start - LUNAR_CHARS), stated.start) if pattern else None
    era = YEAR_MARK.match(text, stated.end) if lunar else None
    return replace(stated, start=lunar.start(), end=era.end() if era else stated.end) if lunar else stated


def _of_eras(text: str, language: str) -> Iterator[StatedDate]:
    """Dates whose year is counted from the beginning of an era: 令和7年1月13日."""
    eras = {name: int(str(year)) for name, year in mapping(language, TABLE, "eras").items()}
    pattern = _era_pattern(language)
    for m in pattern.finditer(text) if pattern else ():
        counted = int(m[2]) if m[2].isdigit() else 1
        yield from _valid(eras[m[1]] + counted - 1, int(m[3]), int(m[4]), m)


def _of_solar_years(text: str, language: str) -> Iterator[StatedDate]:
    """Dates of the Persian calendar: ۲۴ اسفند ۱۴۰۳, 1403/12/24."""
    months = _solar_months(language)
    if not months:
        return
    found = [(m, int(m[3]), months[m[2]], int(m[1])) for m in _solar_pattern(language).finditer(text)]
    found += [(m, int(m[1]), int(m[2]), int(m[3])) for m in SOLAR_YEAR_FIRST.finditer(text)]
    for m, year, month, number in found:
        known = FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= MONTHS and number
        day = SOLAR.day(year, month, number) if known else None
        if day is not None:
            yield StatedDate(day.isoformat(), *m.span())


def _named(text: str, language: str) -> Iterator[StatedDate]:
    """Dates whose month is written as a word."""
    if not YEAR_DIGITS.search(text):
        return
    months = month_names(language)
    ahead = int(str(table(language, TABLE).get("years_ahead", 0)))
    for kind, pattern in _patterns(language).items():
        for m in pattern.finditer(text):
            groups = dict(zip(kind, m.groups(), strict=True))
            year = int(groups["year"])
            if year > LATEST_YEAR:
                year -= ahead
            day = int(groups["day"]) if "day" in groups else None
            yield from _valid(year, months[BESIDE_SLASH.sub("/", small_letters(groups["month"]))], day, m)


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


def _with_clock(text: str, stated: StatedDate, end: int, afternoon: Sequence[str]) -> StatedDate:
    """The date with the time that stands behind it; ``afternoon`` are words for the second half of the day."""
    clock = CLOCK.search(text, stated.end, end)
    if clock is None or len(stated.value) != 10:
        return stated
    hour = int(clock[1]) % 12 if clock[3] else int(clock[1])
    between = text[stated.end : clock.start()]
    if (clock[3] or "").lower() == "p" or (hour < 12 and any(word in between for word in afternoon)):
        hour += 12
    if hour > 23 or int(clock[2]) > 59:
        return stated
    return StatedDate(f"{stated.value}T{hour:02}:{int(clock[2]):02}", stated.start, clock.end())


@cache
def _patterns(language: str) -> Mapping[tuple[str, ...], re.Pattern[str]]:
    """The patterns of dates with a named month, each under the names of its groups in order."""
    listed = longest_first(month_names(language))
    names = "|".join(re.escape(name).replace("/", r"\s?/\s?") for name in listed)
    forms = {
        ("day", "month", "year"): DAY_MONTH,
        ("month", "day", "year"): MONTH_DAY,
        ("year", "month", "day"): YEAR_MONTH,
        ("month", "year"): MONTH_YEAR,
    }
    if words(language, TABLE, "after_year"):
        forms["year", "day", "month"] = YEAR_DAY
    parts = {name: _any_of(language, name) for name in ("day_endings", "before_month", "before_year", "after_year")}
    return {
        kind: re.compile(form.format(months=names, year=YEAR, at=AT_MONTH, **parts), re.IGNORECASE)
        for kind, form in forms.items()
    }


def _any_of(language: str, name: str) -> str:
    """A pattern for one of the words of the language and of English, or none; a blank stands for any white space."""
    listed = dict.fromkeys([*words(language, TABLE, name), *words("en", TABLE, name)])
    return f"(?:{'|'.join(re.escape(word).replace(re.escape(' '), WHITE_SPACE) for word in listed)})?" if listed else ""


@cache
def _era_pattern(language: str) -> re.Pattern[str] | None:
    names = "|".join(map(re.escape, mapping(language, TABLE, "eras")))
    first = "|".join(map(re.escape, words(language, TABLE, "first_year")))
    return re.compile(rf"({names})(\d{{1,3}}|{first})年(\d{{1,2}})月(\d{{1,2}})日") if names else None


@cache
def _solar_months(language: str) -> Mapping[str, int]:
    lines = map(str.split, words(language, "dates", "solar_months"))
    return {name: int(number) for number, *names in lines for name in names}


@cache
def _solar_pattern(language: str) -> re.Pattern[str]:
    names = "|".join(longest_first(_solar_months(language)))
    return re.compile(SOLAR_DAY_MONTH.format(months=names))


@cache
def _lunar_pattern(language: str) -> re.Pattern[str] | None:
    listed = (name for line in words(language, "dates", "lunar_months") for name in line.split()[1:])
    names = "|".join(name.replace("_", WHITE_SPACE) for name in longest_first(listed))
    return re.compile(LUNAR_DAY.format(months=names)) if names else None


@cache
def _year_leads(language: str) -> bool:
    """Whether a language writes the year first (CLDR), so that "24.04.27" is read from the other end, or not at all."""
    locale = locale_of(language)
    return locale is not None and str(locale.date_formats["short"].pattern).startswith("y")


@cache
def labelled_date() -> re.Pattern[str]:
    """A label and the blank before a date, as a scraper writes it: "date 2025-08-11", "datum: 2024-05"."""
    labels = dict.fromkeys([*LABELS, *(word for code in available() for word in words(code, "fields", "published"))])
    return re.compile(rf"^\s*(?:{'|'.join(map(re.escape, labels))})\s*[:=]?\s+(?=\d)", re.IGNORECASE)


@cache
def week_days(language: str) -> frozenset[str]:
    """The days of the week in a language and in English, in small letters, whole and short."""
    return frozenset(
        str(name).lower().rstrip(".")
        for locale in filter(None, map(locale_of, ("en", language)))
        for width in ("wide", "abbreviated")
        for name in locale.days["format"][width].values()
    )
