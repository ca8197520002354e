"""Holidays: with a fixed date ("12-25"), or counted from Easter ("easter+1")."""

from __future__ import annotations

from datetime import date, timedelta

from generator.analysis.time.context import Context, Outlook, Parts, named_year, reference_days, stated_outlook
from generator.analysis.time.words import TemporalWords


def holiday(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """A holiday with a fixed date ("12-25") or counted from Easter ("easter+1"), of the year that suits."""
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
    if not rule.startswith("easter"):
        return f"{year:04d}-{rule}"
    return (easter(year) + timedelta(days=int(rule.removeprefix("easter") or 0))).isoformat()


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the method of Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
