"""Dates of the Persian solar and the Islamic lunar calendar: "۲۲ بهمن ۱۴۰۳", "10 محرم 1440 هـ".

Takes the parts of an expression; gives days of ours, those of the lunar calendar only about. Months and years of either
are intervals of days, for they begin inside ours.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from generator import edtf
from generator.analysis.language.temporal_words import TemporalWords, lowered
from generator.analysis.time.context import MONTHS, Context, Outlook, Parts, suiting_day
from generator.calendars import FIRST_YEAR, LAST_YEAR, LUNAR, SOLAR, Calendar


def solar(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """A day, month or year of the Persian solar calendar."""
    month = words.solar_months.get(lowered(parts.get("solar_month", "")))
    return _dated(SOLAR, month, parts, context, outlook)


def lunar(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """A day, month or year of the Islamic lunar calendar."""
    month = words.lunar_months.get(" ".join(lowered(parts.get("lunar_month", "")).split()))
    return _dated(LUNAR, month, parts, context, outlook)


def in_other_calendar(year: int, month: int, number: int, words: TemporalWords) -> str | None:
    """The value of a day written with numbers alone, "1403/12/22", where the language's own calendar has that year."""
    calendar = SOLAR if words.solar_months else LUNAR if words.lunar_months else None
    if calendar is None or not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= MONTHS):
        return None
    day = calendar.day(year, month, number)
    return day.isoformat() + calendar.mark if day else None


def _dated(calendar: Calendar, month: int | None, parts: Parts, context: Context, outlook: Outlook) -> str | None:
    """The value of the parts; without a year that of the day or month which suits the outlook."""
    year = int(parts["other_year"]) if "other_year" in parts else None
    if month is None:
        return calendar.year(year) if year is not None else None
    number = int(parts.get("day", 1))
    day = calendar.day(year, month, number) if year is not None else _nearest(calendar, month, number, context, outlook)
    if day is None or "day" in parts:
        return day.isoformat() + calendar.mark if day else None
    if year is None:
        year = next(year for year in _years_near(calendar, day) if calendar.month_begins(year, month) == day)
    return calendar.month(year, month)


def _nearest(calendar: Calendar, month: int, number: int, context: Context, outlook: Outlook) -> date | None:
    """The day of a month without its year that suits what is told."""
    first = edtf.earliest(context.reference) if context.reference else None
    days = [calendar.day(year, month, number) for year in _years_near(calendar, first)] if first else []
    return suiting_day([day for day in days if day is not None], context, outlook)


def _years_near(calendar: Calendar, day: date) -> range:
    """The year of a calendar that holds a day, the one before and the one behind."""
    year = FIRST_YEAR + bisect_right(
        range(FIRST_YEAR + 1, LAST_YEAR + 1), day, key=lambda one: calendar.month_begins(one, 1)
    )
    return range(year - 1, year + 2)
