"""Holidays: with a fixed date ("12-25"), counted from Easter ("easter+1"), or a weekday of a month ("11-thu4").

"05-mon-1" is the last Monday of May; a day may be added, "11-thu4+1" is the Friday behind the fourth Thursday.
"06-19-fri" is the first Friday from that day on.
"pascha-2" counts from the Easter of the eastern churches, "lunar-10-01" is a day of the Islamic calendar, about.
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
from generator.calendars import FIRST_YEAR, LAST_YEAR, LUNAR

# The year in which the Islamic calendar begins
ISLAMIC_ERA = 622
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# The first Friday from 19 June on: "06-19-fri"
_WEEKDAY_FROM = re.compile(r"(?P<month>\d\d)-(?P<day>\d\d)-(?P<weekday>[a-z]{3})")
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
    values = [value for shift in (-1, 0, 1) for value in [_holiday_in(first.year + shift, rule)] if value]
    days = {date.fromisoformat(value.rstrip("~")): value for value in values}
    stated = stated_outlook(parts, outlook)
    past, future = [day for day in days if day <= last], [day for day in days if day >= first]
    if stated is Outlook.BACK and past:
        return days[past[-1]]
    if stated is Outlook.AHEAD and future:
        return days[future[0]]
    return days[min(days, key=lambda day: abs(day - first))] if days else None


def _holiday_in(year: int, rule: str) -> str | None:
    """The day of a holiday in a year, ``None`` where the year holds none of it."""
    if rule.startswith("lunar"):
        return _lunar(year, rule)
    of_month = _WEEKDAY_OF_MONTH.fullmatch(rule)
    if of_month:
        return _weekday_of_month(year, of_month, rule).isoformat()
    from_day = _WEEKDAY_FROM.fullmatch(rule)
    if from_day:
        first = date(year, int(from_day["month"]), int(from_day["day"]))
        later = (_WEEKDAYS.index(from_day["weekday"]) - first.weekday()) % 7
        return (first + timedelta(days=later)).isoformat()
    for feast, day_in in (("easter", easter), ("pascha", pascha)):
        if rule.startswith(feast):
            return (day_in(year) + timedelta(days=int(rule.removeprefix(feast) or 0))).isoformat()
    return f"{year:04d}-{rule}"


def _lunar(year: int, rule: str) -> str | None:
    """ "lunar-10-01": the first day of the tenth month, that falls into a year of ours, about."""
    _, month, number = rule.split("-")
    within = range(FIRST_YEAR, LAST_YEAR + 1)
    near = [lunar_year for lunar_year in _lunar_years(year) if lunar_year in within]
    days = [LUNAR.day(lunar_year, int(month), int(number)) for lunar_year in near]
    return next((day.isoformat() + LUNAR.mark for day in days if day is not None and day.year == year), None)


def _lunar_years(year: int) -> range:
    """The Islamic years that may begin or end in a year of ours: 33 of theirs are about 32 of ours."""
    about = (year - ISLAMIC_ERA) * 33 // 32
    return range(about - 1, about + 3)


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


def pascha(year: int) -> date:
    """Easter Sunday of the eastern churches, a day of the Julian calendar (the method of Meeus) told in ours."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    behind = year // 100 - year // 400 - 2  # days by which the Julian calendar is behind: 13 in our century
    return date(year, month, day + 1) + timedelta(days=behind)
