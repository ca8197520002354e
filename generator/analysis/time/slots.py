"""The slots of the templates of dates: a regular expression for each, built from the words of a language.

Names of groups are the parts that ``time.resolution`` reads.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.analysis.figures.han import SMALL as SMALL_HAN
from generator.analysis.figures.number_words import number_words
from generator.analysis.language.patterns import alternatives
from generator.analysis.language.temporal_words import TemporalWords
from generator.analysis.time.context import MONTHS
from generator.analysis.time.spelled_years import spelled_year_pattern
from generator.analysis.time.templates import EDGES

_YEARS = r"1[0-9]\d\d|20\d\d"
# "mai ’68"
_SHORT_YEAR = r"['’‘](?P<short_year>\d\d)(?!\w)"
# Years of another calendar: Thai 2567
_OTHER_YEARS = r"|2[45]\d\d"
PERIODS = ("week", "month", "year")
# Slots that are a list of the language file as it is
PLAIN_LISTS = (
    *("ago_after", "ago_before", "ahead_after", "ahead_before", "ahead_time", "before_our_era", "counted_from"),
    *("exactly", "half_years", "year_marks", "told_ahead_before", "told_ahead_after"),
    *("bare_day", "before_hours", "numbered_day", "on_day", "on_weekday"),
    *("on_the", "prepositions", "single_units", "week_later", "year_ends", *(f"{edge}s" for edge in EDGES)),
)
# Slots whose words are a part of the expression: slot, part, list
LISTS_OF_PARTS = (
    *((name, name, name) for name in ("last", "this", "next", "next_week", "previous_week", "weekend")),
    ("later_after", "later", "later_after"),
    ("earlier_after", "earlier", "earlier_after"),
    ("past_mark", "past_mark", "past_marks"),
    ("ahead_mark", "ahead_mark", "ahead_marks"),
)
# Slots that may stay empty
OPTIONAL_LISTS = {
    "article": "article",
    "day_of": "day_of",
    "month_of": "month_of",
    "of_week": "week_of",
    "week_of": "week_of",
    "year_of": "year_of",
}


# What may be said of a year, each a part of its own: "last year", "the same year"
SAID_OF_A_YEAR = ("last_year", "this_year", "next_year", "same_year")


def slots_of(words: TemporalWords) -> dict[str, str]:
    """The regular expression of each ``{slot}`` of a template."""
    gap = r"\s{0,3}" if words.unspaced else r"\s{1,3}"
    some = words.phrases.get
    return {
        **{key: alternatives(some(key, ())) for key in PLAIN_LISTS},
        **{slot: rf"(?P<{part}>{alternatives(some(key, ()))})" for slot, part, key in LISTS_OF_PARTS},
        **{slot: _optional(some(key, ()), gap=gap) for slot, key in OPTIONAL_LISTS.items()},
        **_calendar_slots(words),
        **_year_slots(words),
        **_distance_slots(words, gap),
        **_period_slots(words, gap),
    }


def _calendar_slots(words: TemporalWords) -> dict[str, str]:
    """Days, months, weekdays and holidays by number or name."""
    some = words.phrases.get
    short = words.months.keys() - words.full_months.keys()
    return {
        # A day of the month with what its language puts behind it: "8.", "3rd", "1er", "08"
        "day": rf"(?<!\d)(?<!\d[.,:/])(?P<day>[12]\d|3[01]|0?[1-9])(?!\d){words.day_suffix}(?![.,:/-]?\d)",
        "day_name": rf"(?P<day_name>{alternatives(words.day_names)})",
        "day_end": _day_end(words.day_suffix),
        "day_links": alternatives({*some("range_words", ()), *some("and_words", ())}),
        "days": rf"(?P<day_word>{alternatives(words.days)})",
        "either_day": rf"(?P<either_day>{alternatives(words.either_days)})",
        "month": rf"(?P<month>(?:{alternatives(words.full_months)})(?!\w)|(?:{alternatives(short)})(?!\w)\.?)",
        "full_month": rf"(?P<month>{alternatives({*words.full_months, *words.month_stretches})})",
        "month_ordinal": rf"(?P<month_ordinal>{alternatives(k for k, n in words.day_names.items() if n <= MONTHS)})",
        # Months of the Persian solar and the Islamic lunar calendar
        "solar_month": rf"(?P<solar_month>{alternatives(words.solar_months)})",
        "lunar_month": rf"(?P<lunar_month>{alternatives(words.lunar_months)})",
        "weekday": rf"(?P<weekday>{alternatives(words.weekdays)})",
        "bare_weekday": rf"(?P<weekday>{alternatives(words.bare_weekdays)})",
        "any_weekday": rf"(?P<weekday>{alternatives(words.short_weekdays)})(?!\w)\.?",
        "holiday": rf"(?P<holiday>{alternatives(words.holidays)})",
        "anchored": rf"(?P<anchored>{alternatives(words.anchored)})",
    }


def _year_slots(words: TemporalWords) -> dict[str, str]:
    """Years in digits and in words, by what is said of them, and centuries by name."""
    some = words.phrases.get
    other_years = _OTHER_YEARS if words.year_offset else ""
    first = alternatives(some("first_of_era", ()))
    of_era = rf"|(?P<era>{alternatives(words.eras)})(?P<era_year>\d{{1,3}}|{first})" if words.eras else ""
    spelled_year = rf"(?P<spelled_year>{spelled_year_pattern(words)})"
    of_year = (f"(?P<{part}>{alternatives(some(part, ()))})" for part in SAID_OF_A_YEAR)
    not_before_years = {*some("and_words", ()), *some("article", ()), *some("this", ())}
    return {
        # A year of four digits, as part of a date: "2023"
        "year": rf"(?:(?P<year>{_YEARS}{other_years})(?!\d)|{_SHORT_YEAR}|{spelled_year}{of_era})",
        "spelled_year": spelled_year,
        # A year of the Persian solar or the Islamic lunar calendar
        "other_year": r"(?P<other_year>1[2-4]\d\d)(?!\d)",
        "of_year": rf"(?:{'|'.join(of_year)})",
        "year_word": alternatives(some("year_words", ())),
        "year_leads": alternatives({*some("prepositions", ())} - not_before_years),
        "century_name": rf"(?P<century_name>{alternatives(words.century_names)})",
        "decade_words": alternatives(words.decade_words),
    }


def _distance_slots(words: TemporalWords, gap: str) -> dict[str, str]:
    """How many of which unit lie between a day and another."""
    single_months = (name for name, unit in words.units.items() if unit == "month" and name not in words.plural_units)
    count = rf"(?P<count>\d{{1,3}}|{_number_run(words.language)})"
    return {
        # A small number, in digits or in words: "3", "drei", "三"
        "count": count,
        # So many of a unit: "drei Wochen", "사흘"
        "distance": rf"(?:{count}{gap}(?P<unit>{alternatives(words.units)})"
        rf"|(?P<counted_unit>{alternatives(words.counted_units)}))",
        "unit": rf"(?P<unit>{alternatives(words.units)})",
        "period_unit": rf"(?P<unit>{alternatives(name for name in words.units if words.units[name] in PERIODS)})",
        "single_month": rf"(?P<unit>{alternatives(single_months)})",
        "weeks": alternatives(name for name, unit in words.units.items() if unit in ("day", "week")),
    }


def _period_slots(words: TemporalWords, gap: str) -> dict[str, str]:
    """Parts of months and years: seasons, quarters, halves, and which of them."""
    some = words.phrases.get
    return {
        "season": rf"(?P<season>{alternatives(words.seasons)})",
        "season_adverb": rf"(?P<season>{alternatives(some('season_adverbs', ()))})",
        "quarter": alternatives(some("quarters", ())),
        "half": alternatives(some("halves", ())),
        "part": rf"(?:(?P<part>{alternatives(some('parts', ()))})\s{{0,3}})?",
        "period_word": rf"(?P<period_word>{alternatives(words.period_words)})",
        "ordinal": rf"(?P<ordinal>{alternatives(words.ordinals)})",
        "ordinals": alternatives(words.ordinals),
        "which": alternatives({*words.ordinals, *some("last", ())}),
        "the": rf"(?:{alternatives(some('article', ()))})\s{{1,3}}",
        "of_month": "|".join(rf"(?:{alternatives(some(key, ()))}){gap}" for key in ("day_of", "week_of")),
    }


def _day_end(suffix: str) -> str:
    """What shows behind a number that it is a day: the point of "25.", the "th" of "25th", a case ("20'sinde")."""
    return r"\.(?=\s?[a-z)]|$|\.)" if suffix == r"\.?" else suffix.removesuffix("?") or r"(?=['’]\w)"


def _optional(found: Iterable[str], *, gap: str) -> str:
    """Any of the words with the space behind it, or nothing; what ends in an apostrophe needs no space: "l'automne"."""
    listed = tuple(found)
    elided = tuple(word for word in listed if word.endswith(("'", "’")))
    spaced = alternatives(set(listed) - set(elided))
    return rf"(?:(?:{spaced}){gap}|(?:{alternatives(elided)})\s{{0,3}})?" if listed else ""


def _number_run(language: str) -> str:
    """One or two number words: "drei", "twenty-one", "vingt et un"; the second alone would be another number."""
    found = number_words(language)
    one, joiner = alternatives(found.values), alternatives(found.joiners)
    if found.han_numerals:
        return rf"[{SMALL_HAN}]{{1,3}}"
    return rf"(?:{one})(?:[\s-]{{1,3}}(?:(?:{joiner})[\s-]{{1,3}})?(?:{one}))?"
