"""Holidays: with a fixed date ("12-25"), counted from Easter ("easter+1"), or a weekday of a month ("11-thu4").

"05-mon-1" is the last Monday of May; a day may be added, "11-thu4+1" is the Friday behind the fourth Thursday.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator.analysis.language.temporal_words import TemporalWords
from generator.analysis.time.context import (
    Context,
    Outlook,
    Parts,
    named_year,
    nth_weekday,
    reference_days,
    stated_outlook,
)

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# The fourth Thursday of November: "11-thu4"; the last Monday of May: "05-mon-1"; a day later: "11-thu4+1"
_WEEKDAY_OF_MONTH = re.compile(r"(?P<month>\d\d)-(?P<weekday>[a-z]{3})(?P<which>-?[1-5])(?P<later>\+\d)?")


def holiday(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """The day of a holiday, of the year that is named or that suits."""
    rule = words.holidays[" ".join(parts["holiday"].casefold().split())]
    names_year = any(key in parts for key in ("year", "last_year", "this_year", "next_year", "same_year"))
    year = named_year(parts, context) or context.year
    if names_year or year is not None:
        return _holiday_in(year, rule) if year is not None else None
    first, last = reference_days(context)
    if first is None or last is None:
        return None
    days = [date.fromisoformat(_holiday_in(first.year + shift, rule)) for shift in (-1, 0, 1)]
    stated = stated_outlook(parts, outlook)
    past, future = [day for day in days if day <= last], [day for day in days if day >= first]
    if stated not in (Outlook.BACK, Outlook.AHEAD):
        return min(days, key=lambda day: abs(day - first)).isoformat()
    return (past[-1] if stated is Outlook.BACK else future[0]).isoformat()


def _holiday_in(year: int, rule: str) -> str:
    of_month = _WEEKDAY_OF_MONTH.fullmatch(rule)
    if of_month:
        return _weekday_of_month(year, of_month, rule).isoformat()
    if not rule.startswith("easter"):
        return f"{year:04d}-{rule}"
    return (easter(year) + timedelta(days=int(rule.removeprefix("easter") or 0))).isoformat()


def _weekday_of_month(year: int, parts: re.Match[str], rule: str) -> date:
    day = nth_weekday(year, int(parts["month"]), _WEEKDAYS.index(parts["weekday"]), int(parts["which"]))
    if day is None:
        raise ValueError(f"no such day in every year: {rule}")
    return day + timedelta(days=int(parts["later"] or 0))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the method of Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
