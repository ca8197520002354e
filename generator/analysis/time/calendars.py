"""Dates of the Persian solar and the Islamic lunar calendar: "۲۲ بهمن ۱۴۰۳", "10 محرم 1440 هـ".

Both are counted by arithmetic, after Reingold and Dershowitz, *Calendrical Calculations*: the solar year by its cycle
of 33 years, which is the calendar of Iran and Afghanistan from 1864 to 2093; the lunar one by the tabular calendar,
from which what is seen of the moon differs by a day: its days are only about. Months and years of either are
intervals of days, for they begin inside ours.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from generator import edtf
from generator.analysis.language.temporal_words import TemporalWords, lowered
from generator.analysis.time.context import MONTHS, Context, Outlook, Parts, suiting_day

CYCLE = 33
LEAP_YEARS_OF_CYCLE = (1, 5, 9, 13, 17, 22, 26, 30)
# The day from which each calendar counts, as Python numbers days
FIRST_SOLAR_DAY = date(622, 3, 21).toordinal()
FIRST_LUNAR_DAY = date(622, 7, 18).toordinal()
LONG_SOLAR_MONTHS, LONG_MONTH = 6, 31
LUNAR_YEAR, LUNAR_CYCLE, LEAP_YEARS_OF_LUNAR_CYCLE = 354, 30, 11
FIRST_YEAR, LAST_YEAR = 1200, 1500


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar of twelve months: when a month of a year begins; ``mark`` stands behind a day that is only about."""

    month_begins: Callable[[int, int], date]
    mark: str = ""

    def day(self, year: int, month: int, number: int) -> date | None:
        """A day of ours; ``None`` where the month has no such day."""
        found = self.month_begins(year, month) + timedelta(days=number - 1)
        return found if found < self._after(year, month) else None

    def month(self, year: int, month: int) -> str:
        """The days of a month."""
        return self._interval(self.month_begins(year, month), self._after(year, month))

    def year(self, year: int) -> str:
        """The days of a year."""
        return self._interval(self.month_begins(year, 1), self.month_begins(year + 1, 1))

    def _after(self, year: int, month: int) -> date:
        return self.month_begins(year + month // MONTHS, month % MONTHS + 1)

    def _interval(self, first: date, after: date) -> str:
        return f"{first.isoformat()}{self.mark}/{(after - timedelta(days=1)).isoformat()}{self.mark}"


def _solar_month_begins(year: int, month: int) -> date:
    cycles, of_cycle = divmod(year - 1, CYCLE)
    leap_days = len(LEAP_YEARS_OF_CYCLE) * cycles + sum(leap <= of_cycle for leap in LEAP_YEARS_OF_CYCLE)
    before = LONG_MONTH * min(month - 1, LONG_SOLAR_MONTHS) + 30 * max(0, month - 1 - LONG_SOLAR_MONTHS)
    return date.fromordinal(FIRST_SOLAR_DAY + 365 * (year - 1) + leap_days + before)


def _lunar_month_begins(year: int, month: int) -> date:
    leap_days = (3 + LEAP_YEARS_OF_LUNAR_CYCLE * year) // LUNAR_CYCLE
    return date.fromordinal(FIRST_LUNAR_DAY + LUNAR_YEAR * (year - 1) + leap_days + (59 * (month - 1) + 1) // 2)


SOLAR, LUNAR = Calendar(_solar_month_begins), Calendar(_lunar_month_begins, mark="~")


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
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    year = next((year for year in reversed(years) if calendar.month_begins(year, 1) <= day), FIRST_YEAR)
    return range(year - 1, year + 2)
