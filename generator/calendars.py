"""The Persian solar and the Islamic lunar calendar: which days of ours their months and years are.

Both are counted by arithmetic, after Reingold and Dershowitz, *Calendrical Calculations*: the solar year by its cycle
of 33 years, which is the calendar of Iran and Afghanistan from 1864 to 2093; the lunar one by the tabular calendar,
from which what is seen of the moon differs by a day: its days are only about.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = 12
CYCLE = 33
LEAP_YEARS_OF_CYCLE = (1, 5, 9, 13, 17, 22, 26, 30)
# The day from which each calendar counts, as Python numbers days
FIRST_SOLAR_DAY = date(622, 3, 21).toordinal()
FIRST_LUNAR_DAY = date(622, 7, 18).toordinal()
LONG_SOLAR_MONTHS, LONG_MONTH = 6, 31
LUNAR_YEAR, LUNAR_CYCLE, LEAP_YEARS_OF_LUNAR_CYCLE = 354, 30, 11
# Years in which news is told
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
