"""The words of time of a language: CLDR's months and weekdays, and what ``[dates]`` of its file adds.

Gives a frozen ``TemporalWords``, built once per language. A word of the file that ends in ``*`` stands for all its
endings ("letzt*": letzter, letzten). Lines such as "21 Frühling Frühjahr" give a value and its words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator import languages
from generator.analysis.language.patterns import LETTERS
from generator.languages.cldr import distance_forms, locale_of

SHORTEST_ABBREVIATION = 3
# Units of time that CLDR gives distances in
DISTANCE_UNITS = ("day", "week", "month", "year")
SHORTEST_NAME = 2  # letters: Hindi "मई"
_A_NAME = re.compile(rf"[^\W\d_](?:(?![\d_])[{LETTERS}])*")


@dataclass(frozen=True, slots=True)
class TemporalWords:
    """What a language calls months, weekdays, units and so on; all keys in lower case.

    ``day_names`` are ordinals or numbers by which a language counts days, ``century_names`` those of centuries where
    they are others. ``year_openings`` gives the century that the first words of a spelled-out year name
    ("neunzehnhundert": 1900). ``bare_weekdays`` name one only beside a word such as "last" (Portuguese
    "sexta", the sixth). ``months`` holds abbreviations too, ``full_months`` the written-out names alone,
    ``month_stretches`` compounds that name a part of a month ("Maiwoche"), ``period_words`` a week, month or year
    with how far ahead it is ("先月": month, -1), ``either_days`` days as far behind as ahead (Hindi "कल"),
    ``counted_units`` units that say how many they are ("사흘": three days). ``distances`` are CLDR's forms of "{0} days
    ago" and "in {0} days" by direction and unit, ``beside`` days told by the one that is named next ("la veille de":
    -1). ``phrases`` are the lists of the file by key, of words (``last``, ``since`` …) and of regular expressions
    (``decades`` …). ``year_first`` languages put the year before season,
    quarter and month ("2021 sonbaharında"), and the weekday behind the date; where ``ahead_goes_on``, a distance
    ahead told of the past counts from the date told last (Russian "через"). A number below ``first_year`` alone is
    no year of this calendar ("سال ۱۴۰۲"); ``year_offset`` is what a year of the language's own calendar is ahead of
    it (Thai 2567: 543); ``eras`` gives the first year of each reign (Japanese). ``solar_months`` and
    ``lunar_months`` are those of the Persian and the Islamic calendar.
    """

    language: str
    months: Mapping[str, int]
    full_months: Mapping[str, int]
    month_stretches: Mapping[str, int]
    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    bare_weekdays: Mapping[str, int]
    units: Mapping[str, str]
    seasons: Mapping[str, int]
    ordinals: Mapping[str, int]
    day_names: Mapping[str, int]
    century_names: Mapping[str, int]
    solar_months: Mapping[str, int]
    lunar_months: Mapping[str, int]
    decade_words: Mapping[str, int]
    year_openings: Mapping[str, int]
    days: Mapping[str, int]
    either_days: Mapping[str, int]
    period_words: Mapping[str, tuple[str, int]]
    counted_units: Mapping[str, tuple[int, str]]
    distances: Mapping[tuple[str, str], tuple[str, ...]]
    anchored: Mapping[str, int]
    beside: Mapping[str, int]
    holidays: Mapping[str, str]
    plural_units: frozenset[str]
    phrases: Mapping[str, tuple[str, ...]]
    day_suffix: str
    month_first: bool
    capitalised: bool
    year_first: bool
    ahead_goes_on: bool
    unspaced: bool
    first_year: int
    year_offset: int
    fiscal_start: int
    eras: Mapping[str, int]


def lowered(text: str) -> str:
    """Lower case for comparison; Unicode's folding takes letters apart: Turkish "İki", Greek "Μαΐου"."""
    return unicodedata.normalize("NFC", text.replace("İ", "i").casefold())


@lru_cache
def temporal_words(language: str) -> TemporalWords:
    """The words of time of a language; nearly empty for a language without a file."""
    table = languages.table(language, "dates")
    full_months, short_months = _months(language)
    for name, number in _numbered(languages.words(language, "dates", "months")).items():
        (short_months if name.endswith(".") else full_months)[name.rstrip(".")] = number
    lists = {key: languages.words(language, "dates", key) for key, found in table.items() if isinstance(found, list)}
    weekdays = _weekdays(language) | _numbered(lists.get("weekdays", ()))
    weekdays |= _with_parts(weekdays, lists.get("day_parts", ()))  # "Montagabend"
    return TemporalWords(
        language=language,
        months=short_months | full_months,
        full_months=full_months,
        month_stretches=_with_parts(full_months, lists.get("month_parts", ())),
        weekdays=weekdays,
        short_weekdays=_weekdays(language, "abbreviated") | _numbered(lists.get("short_weekdays", ())) | weekdays,
        bare_weekdays=_numbered(lists.get("bare_weekdays", ())),
        units=_named(lists.get("units", ())),
        seasons=_numbered(lists.get("seasons", ())),
        ordinals=_numbered(lists.get("ordinals", ())),
        day_names=_numbered(lists.get("day_names", ())),
        century_names=_numbered(lists.get("century_names", ())),
        solar_months=_numbered(lists.get("solar_months", ())),
        lunar_months=_numbered(lists.get("lunar_months", ())),
        decade_words=_numbered(lists.get("decade_words", ())),
        year_openings=_numbered(lists.get("year_openings", ())),
        days=_offsets(language, "days"),
        either_days=_offsets(language, "either_days"),
        period_words=_period_words(language),
        counted_units=_counted_units(lists.get("counted_units", ())),
        distances=_distances(language),
        anchored=_offsets(language, "anchored"),
        beside=_offsets(language, "beside"),
        holidays={k.casefold(): str(v) for k, v in languages.mapping(language, "dates", "holidays").items()},
        plural_units=frozenset(word.casefold() for word in lists.get("plural_units", ())),
        phrases=lists,
        day_suffix=str(table.get("day_suffix", r"\.?")),
        month_first=bool(table.get("month_first", False)),
        capitalised=bool(table.get("capitalised", False)),
        year_first=bool(table.get("year_first", False)),
        ahead_goes_on=bool(table.get("ahead_goes_on", False)),
        unspaced=languages.is_unspaced(language),
        first_year=int(str(table.get("first_year", 0))),
        year_offset=int(str(table.get("year_offset", 0))),
        fiscal_start=int(str(table.get("fiscal_start", 4))),
        eras=_offsets(language, "eras"),
    )


@lru_cache
def folded(language: str, *keys: str) -> frozenset[str]:
    """The words of these lists in lower case."""
    phrases = temporal_words(language).phrases
    return frozenset(word.casefold() for key in keys for word in phrases.get(key, ()))


def is_name_of_time(word: str, language: str) -> bool:
    """Whether a word names a month, a weekday, a unit of time or a day like yesterday."""
    known, name = temporal_words(language), lowered(word)
    return any(name in names for names in (known.full_months, known.weekdays, known.units, known.days))


def _months(language: str) -> tuple[dict[str, int], dict[str, int]]:
    """Written-out and abbreviated month names of CLDR, in the forms used inside a date and alone."""
    full: dict[str, int] = {}
    short: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width, names in (("wide", full), ("abbreviated", short)):
            for number, name in _cldr(language, "months", context, width).items():
                bare = lowered(name).rstrip(".")
                shortest = SHORTEST_ABBREVIATION if width == "abbreviated" else SHORTEST_NAME
                if len(bare) >= shortest and _A_NAME.fullmatch(bare):
                    names.setdefault(bare, number)
    return full, short


def _weekdays(language: str, width: str = "wide") -> dict[str, int]:
    """Weekday names of CLDR; Monday is 0."""
    found: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        found |= {lowered(name).rstrip("."): day for day, name in _cldr(language, "days", context, width).items()}
    return found


def _cldr(language: str, kind: str, context: str, width: str) -> Mapping[int, str]:
    locale = locale_of(language)
    if locale is None:
        return {}
    names: Mapping[int, str] = getattr(locale, kind)[context][width]
    return names


def _distances(language: str) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """CLDR's forms of a distance by direction ("past", "future") and unit: "{0} days ago", "in {0} day"."""
    return {
        (direction, unit): tuple(sorted({lowered(form) for form in forms if "{0}" in form}))
        for unit in DISTANCE_UNITS
        for direction, forms in distance_forms(language, unit).items()
    }


def _numbered(lines: Iterable[str]) -> dict[str, int]:
    return {lowered(word.replace("_", " ")): int(number) for number, *words in map(str.split, lines) for word in words}


def _with_parts(names: Mapping[str, int], parts: Iterable[str]) -> dict[str, int]:
    """Names written together with a part of what they name, each with the number of the name."""
    return {name + part: number for name, number in names.items() for part in parts}


def _period_words(language: str) -> Mapping[str, tuple[str, int]]:
    """Words for a week, month or year with its unit and how far ahead it is."""
    keys = (("week", "weeks"), ("month", "months_away"), ("year", "years_away"))
    return {phrase: (unit, step) for unit, key in keys for phrase, step in _offsets(language, key).items()}


def _counted_units(lines: Iterable[str]) -> Mapping[str, tuple[int, str]]:
    """Units that say how many they are, from lines such as "3 day 사흘"."""
    return {
        word.replace("_", " "): (int(number), unit)
        for number, unit, *words in map(str.split, lines)
        for word in map(lowered, words)
    }


def _named(lines: Iterable[str]) -> dict[str, str]:
    return {word.casefold(): name for name, *words in map(str.split, lines) for word in words}


def _offsets(language: str, key: str) -> Mapping[str, int]:
    found = languages.mapping(language, "dates", key)
    return {phrase.casefold(): int(str(offset)) for phrase, offset in found.items()}
