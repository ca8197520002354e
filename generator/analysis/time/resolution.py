"""What a temporal expression means: its EDTF value, seen from the publication date and from what stands before it.

Takes the named parts of a matched expression (day, month, year, weekday, count …), a ``Context`` and an ``Outlook``
(whether the clause looks back or ahead). Gives an EDTF value as exact as the words are, or ``None`` where the words
do not decide: a date that is not there is never invented. Without a reference only absolute dates have a value; a
reference that knows no day gives none to "gestern" or "am Dienstag".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from generator import edtf
from generator.analysis.figures.number_words import parse
from generator.analysis.language.temporal_words import TemporalWords, lowered
from generator.analysis.time.calendars import lunar, solar
from generator.analysis.time.context import (
    FARTHEST_BY_VERB,
    FARTHEST_PLAN,
    MONTHS,
    Context,
    Outlook,
    Parts,
    existing_day,
    named_year,
    nth_weekday,
    reference_days,
    stated_outlook,
    suiting_day,
)
from generator.analysis.time.distances import (
    ago,
    ahead,
    ahead_if_told,
    calendar_period,
    period,
    period_word,
    same_day_ago,
    shifted,
)
from generator.analysis.time.holidays import holiday
from generator.analysis.time.weekdays import day_of_month, weekday, weekday_ago, weekday_ahead, weekend

ROMAN_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
LAST_CENTURY = 21
MILLENNIUM = 1000
# Without a verb that decides, a month ahead is meant only if it begins within this time.
NEXT_MONTH = timedelta(days=31)
# 29 February is not in every year; the next one may be eight years off
LEAP_DAY, LEAP_YEARS = (2, 29), range(-8, 9)
FARTHEST_MONTHS = {
    Outlook.PUT_OFF: timedelta.max,
    Outlook.AHEAD: FARTHEST_PLAN,
    Outlook.DUE: FARTHEST_BY_VERB,
}


def resolve(meaning: str, parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """The EDTF value of an expression, or ``None`` where nothing decides it."""
    if outlook in (Outlook.PUT_OFF, Outlook.DUE) and meaning != "calendar":
        outlook = Outlook.AHEAD
    value = _RESOLVERS[meaning](parts, words, context, outlook)
    return value if value is not None and edtf.is_valid(value) else None


def _calendar(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """A day, month, season, quarter or half-year, with or without its year."""
    names_year = any(key in parts for key in ("year", "last_year", "this_year", "next_year", "same_year"))
    year = named_year(parts, context)
    if names_year and year is None:
        return None
    outlook = stated_outlook(parts, outlook)
    number = _part_number(parts, words)
    if number is None:
        return None
    if "day" in parts or "day_name" in parts:
        day = int(parts["day"]) if "day" in parts else words.day_names[" ".join(parts["day_name"].casefold().split())]
        value = _day(year, number, day, context, outlook, stated=bool({"last", "next", "past_mark"} & set(parts)))
        return f"{value}/{value[:-2]}{int(parts['last_day']):02d}" if value and "last_day" in parts else value
    if year is None and "this" in parts:
        year = context.this_year
    if year is None:
        year = _year_of_part(number, context, outlook, stated=bool({"last", "next", "past_mark"} & set(parts)))
    return f"{year:04d}-{number:02d}" if year is not None else None


def _part_number(parts: Parts, words: TemporalWords) -> int | None:
    """The number behind the year in EDTF: month 1 to 12, season 21 to 24, quarter 33 to 36, half-year 40 and 41."""
    if "month_number" in parts:
        return int(parts["month_number"])
    if "month" in parts:
        name = lowered(parts["month"]).rstrip(".")
        return words.months.get(name) or words.month_stretches.get(name)
    if "month_ordinal" in parts:
        return words.day_names.get(" ".join(parts["month_ordinal"].casefold().split()))
    if "season" in parts:
        return words.seasons.get(parts["season"].casefold())
    ordinal = parts.get("ordinal", "")
    position = int(ordinal) if ordinal.isdigit() else words.ordinals.get(ordinal.casefold())
    if position is None or ("half" in parts and position > 2):
        return None
    return position + (39 if "half" in parts else 32)


def _day(year: int | None, month: int, number: int, context: Context, outlook: Outlook, *, stated: bool) -> str | None:
    """A day of a month; without a year, the one that the sentence named or the one that suits the outlook.

    ``stated``: a word such as "last" decides, however far the day is.
    """
    if year is None and not stated:
        year = context.year
    if year is not None:
        return f"{year:04d}-{month:02d}-{number:02d}"
    first, _ = reference_days(context)
    years = LEAP_YEARS if (month, number) == LEAP_DAY else (-1, 0, 1)
    candidates = [existing_day(first.year + shift, month, number) for shift in years] if first else []
    day = suiting_day([day for day in candidates if day is not None], context, outlook, stated=stated)
    return day.isoformat() if day else None


def _year_of_part(part: int, context: Context, outlook: Outlook, *, stated: bool) -> int | None:
    """The year of a month or season that names none: the sentence's, else the last one, else the next one.

    "Im Dezember" in an article of August is last December's, unless the clause looks ahead; a month that has begun
    is this year's. ``stated``: a word such as "last" decides, and never means the month of publication.
    """
    if context.year is not None and not stated:
        return context.year
    first, last = reference_days(context)
    if first is None or last is None:
        return None
    years = (last.year - 2, last.year - 1, last.year, last.year + 1)
    spans = [(year, edtf.earliest(f"{year}-{part}"), edtf.latest(f"{year}-{part}")) for year in years]
    if part <= MONTHS:
        spans = [(year, date(year, part, 1), date(year, part, 28)) for year in years]
    future = [
        (year, start) for year, start, end in spans if start and end and (start > last if stated else end >= first)
    ]
    past = [year for year, start, end in spans if start and end and (end < first if stated else start <= last)]
    limit = timedelta.max if stated else FARTHEST_MONTHS.get(outlook, NEXT_MONTH)
    if outlook is not Outlook.BACK and future and future[0][1] - last <= limit:
        return future[0][0]
    return past[-1] if past else None


def _year(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    del words, outlook
    year = named_year(parts, context)
    return f"{year:04d}" if year is not None else None


def _weekday_of_month(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "am letzten Sonntag im September": of the year that is named, or that suits the month."""
    month = _part_number(parts, words) or 0
    which = -1 if "last" in parts else words.ordinals[parts["which"].casefold()]
    names_year = {"year", "last_year", "this_year", "next_year", "same_year"} & parts.keys()
    year = named_year(parts, context)
    if not (1 <= month <= MONTHS):
        return None
    if year is None and not names_year:
        year = _year_of_part(month, context, outlook, stated=False)
    day = nth_weekday(year, month, words.weekdays[parts["weekday"].casefold()], which) if year is not None else None
    return day.isoformat() if day else None


def _edge_of_period(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "Anfang der Woche", "Ende des Monats": this week or month, as a whole.

    Nothing where the clause looks the other way (an end that has been was an earlier week's), nor in a story told
    of another time.
    """
    del words
    against = Outlook.AHEAD if {"week_start", "month_start"} & parts.keys() else Outlook.BACK
    value = calendar_period("week" if {"week_start", "week_end"} & parts.keys() else "month", 0, context)
    told = edtf.latest(context.anchor) if context.anchor and outlook is Outlook.BACK else None
    first = edtf.earliest(value) if value else None
    elsewhere = told is not None and first is not None and told < first
    return None if outlook is against or elsewhere else value


def _fiscal_year(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "令和5年度": twelve months from the month in which the language's country begins it."""
    del outlook
    year = named_year(parts, context)
    return f"{edtf.month(year, words.fiscal_start)}/{edtf.month(year + 1, words.fiscal_start - 1)}" if year else None


def _year_end(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "Ende des Jahres": of the year that the sentence named, or a story told before; else of this year."""
    del parts, words
    told = edtf.earliest(context.anchor) if context.anchor and outlook is Outlook.BACK else None
    year = context.year or (told.year if told else context.this_year)
    return f"{year:04d}" if year is not None else None


def _day_word(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "gestern": so many days from the publication date; "heute" beside no verb of an event only means nowadays."""
    today = context.today
    offset = _phrase_offset(parts["day_word"], words.days)
    if offset == 0 and outlook is Outlook.NONE and "weekday" not in parts:
        return None
    moved = edtf.shifted(today, offset) if today is not None and offset is not None else None
    return moved.isoformat() if moved else None


def _either_day(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "कल": so many days behind where the clause looks back, ahead where it looks ahead; else nothing."""
    offset = _phrase_offset(parts["either_day"], words.either_days)
    if context.today is None or offset is None or outlook not in (Outlook.BACK, Outlook.AHEAD):
        return None
    moved = edtf.shifted(context.today, offset if outlook is Outlook.AHEAD else -offset)
    return moved.isoformat() if moved else None


def _anchored(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "tags darauf": counted from the day named last; nothing when none was named."""
    del outlook
    offset = _phrase_offset(parts["anchored"], words.anchored)
    day = context.anchor_day
    moved = edtf.shifted(day, offset) if day is not None and offset is not None else None
    return moved.isoformat() if moved else None


def _phrase_offset(phrase: str, offsets: Mapping[str, int]) -> int | None:
    folded = " ".join(phrase.casefold().split())
    if folded in offsets:
        return offsets[folded]
    stems = [stem for stem in offsets if stem.endswith("*") and folded.startswith(stem[:-1])]
    return offsets[max(stems, key=len)] if stems else None


def _decade(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "1990er Jahre", "neunziger Jahre", "jaren negentig"; two digits mean the last such decade."""
    del outlook
    written = parts.get("decade", "")
    if len(written) == 4:
        return f"{written[:3]}X"
    tens = int(written) if written else words.decade_words.get(parts["decade_word"].casefold(), 0)
    present = context.this_year or 2000
    century = present // 100 if tens <= present % 100 - 10 else present // 100 - 1
    return f"{century}{tens // 10}X"


def _century(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    del context, outlook
    if "hundreds" in parts:  # "1700-talet", "Settecento"
        written = parts["hundreds"]
        first = float(written) if written.isdigit() else MILLENNIUM + (parse(written, words.language) or 0)
        return f"{int(first) // 100:02d}XX"
    named = parts.get("day_name") or parts.get("century_name")
    if named:  # "nineteenth century"
        number = {**words.day_names, **words.century_names}[" ".join(named.casefold().split())]
    else:
        number = _roman(parts["roman"]) if "roman" in parts else int(parts["century"])
    return f"{number - 1:02d}XX" if 1 <= number <= LAST_CENTURY else None


def _roman(written: str) -> int:
    """A Roman number, "XIX"; 0 for letters that make none."""
    letters = written.upper()
    made = [
        number for number in range(1, LAST_CENTURY + 1) if "X" * (number // 10) + ROMAN_ONES[number % 10] == letters
    ]
    return made[0] if made else 0


_RESOLVERS: Mapping[str, Callable[[Parts, TemporalWords, Context, Outlook], str | None]] = {
    "calendar": _calendar,
    "solar": solar,
    "lunar": lunar,
    "weekday": weekday,
    "weekday_ahead": weekday_ahead,
    "weekday_ago": weekday_ago,
    "weekday_of_month": _weekday_of_month,
    "day_of_month": day_of_month,
    "ago": ago,
    "ahead": ahead,
    "ahead_if_told": ahead_if_told,
    "either_day": _either_day,
    "shifted": shifted,
    "same_day_ago": same_day_ago,
    "period": period,
    "period_word": period_word,
    "edge_of_period": _edge_of_period,
    "weekend": weekend,
    "year": _year,
    "year_end": _year_end,
    "fiscal_year": _fiscal_year,
    "day_word": _day_word,
    "anchored": _anchored,
    "holiday": holiday,
    "decade": _decade,
    "century": _century,
}
