"""Values of EDTF (ISO 8601-2) that this program writes: whether one is valid, how exact it is, what days it covers.

Known forms: a day ``2025-08-08``, a month ``2023-10``, a season, quarter or half-year ``2024-21``, ``2024-33``,
``2024-40``, a year ``2014`` or ``-0480``, a decade ``199X``, a century ``19XX``, each with ``~`` (about) or ``?``
(doubtful) behind it, and intervals of two of them, one end of which may be open (``2014/..``). A time of day behind
a day is allowed and ignored. Everything here is pure; an invalid value covers no days and sorts last.
"""

from __future__ import annotations

import calendar
import re
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import IntEnum
from functools import lru_cache

# One date without an interval: year, decade or century; then a month, season or the like; then a day; then a time.
# "2025-08-08", "2025-08-08T06:30", "199X", "-0480", "2024-33", "1450~"
_SINGLE = re.compile(
    r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<part>\d{2})(?:-(?P<day>\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?"
    r"[~?%]?"
)
_OPEN = ("..", "")
MONTHS = 12


class Granularity(IntEnum):
    """How exact a value is; a larger number is more exact."""

    INTERVAL = 0
    CENTURY = 1
    DECADE = 2
    YEAR = 3
    HALF_YEAR = 4
    SEASON = 5
    QUARTER = 6
    MONTH = 7
    DAY = 8


def is_valid(value: str) -> bool:
    """True for a value of the forms above that names existing days (``2023-02-30`` does not)."""
    if "/" not in value:
        return _days(value) is not None
    start, _, end = value.partition("/")
    if start in _OPEN and end in _OPEN:
        return False
    first, last = _days(start), _days(end)
    if (start not in _OPEN and first is None) or (end not in _OPEN and last is None):
        return False
    return first is None or last is None or first[0] <= last[1]


def earliest(value: str) -> date | None:
    """The first day that a value covers; ``None`` if it is open there, invalid, or before the year 1."""
    return _calendar_date(_covered(value)[0])


def latest(value: str) -> date | None:
    """The last day that a value covers; ``None`` if it is open there, invalid, or before the year 1."""
    return _calendar_date(_covered(value)[1])


def granularity(value: str) -> Granularity | None:
    """How exact a value is; ``None`` if it is invalid."""
    if not is_valid(value):
        return None
    if "/" in value:
        return Granularity.INTERVAL
    match = _SINGLE.fullmatch(value)
    if match is None or match["part"] is None:
        return {"XX": Granularity.CENTURY, "X": Granularity.DECADE}.get(
            re.sub(r"[^X]", "", value), Granularity.YEAR
        )  # the number of X says it: "19XX", "199X", "1991"
    if match["day"]:
        return Granularity.DAY
    return _granularity_of_part(int(match["part"]))


def is_day(value: str) -> bool:
    """Whether a value is one day, and no month, year or interval."""
    return granularity(value) is Granularity.DAY


def sort_key(value: str) -> tuple[int, int, int, int, str]:
    """Orders by first day, then the less exact first, then the value; open starts first, invalid values last."""
    if not is_valid(value):
        return (1, 0, 0, 0, value)
    first, last = _covered(value)
    begins = -(10**9) if first is None else _ordinal(first)
    ends = 10**9 if last is None else _ordinal(last)
    return (0, begins, -ends, int(granularity(value) or 0), value)


def days_between(one: str, other: str) -> int | None:
    """How many days lie between two values; 0 where they overlap, ``None`` where one is open, invalid or empty."""
    ends = (earliest(one), latest(one), earliest(other), latest(other))
    first, last, first_other, last_other = ends
    if first is None or last is None or first_other is None or last_other is None:
        return None
    return max((first_other - last).days, (first - last_other).days, 0)


def day(on: date) -> str:
    """The value of a day: ``2025-08-08``."""
    return on.isoformat()


def month(year: int, number: int) -> str:
    """The value of a month: ``2023-10``."""
    return f"{year:04d}-{number:02d}"


_Day = tuple[int, int, int]


def _covered(value: str) -> tuple[_Day | None, _Day | None]:
    """First and last day of a value, ``None`` where it is open or invalid."""
    if not is_valid(value):
        return None, None
    start, separator, end = value.partition("/")
    first = _days(start)
    last = _days(end) if separator else first
    return (first[0] if first else None), (last[1] if last else None)


@lru_cache(maxsize=20_000)
def _days(single: str) -> tuple[_Day, _Day] | None:
    """First and last day of a date without interval as (year, month, day); ``None`` if it is not valid."""
    match = _SINGLE.fullmatch(single)
    if match is None or ("X" in match["year"] and match["part"]):
        return None
    first_year, last_year = int(match["year"].replace("X", "0")), int(match["year"].replace("X", "9"))
    if match["part"] is None:
        return (first_year, 1, 1), (last_year, 12, 31)
    months = _months_of_part(int(match["part"]))
    if months is None:
        return None
    if match["day"]:
        return _single_day(first_year, int(match["part"]), int(match["day"]))
    last_year += months[1] < months[0]
    return (first_year, months[0], 1), (last_year, months[1], _month_length(last_year, months[1]))


def _single_day(year: int, part: int, number: int) -> tuple[_Day, _Day] | None:
    if part > MONTHS or not 1 <= number <= _month_length(year, part):
        return None
    return (year, part, number), (year, part, number)


def _months_of_part(part: int) -> tuple[int, int] | None:
    """First and last month of what stands behind the year; winter (24) ends in February of the next year."""
    if 1 <= part <= MONTHS:
        return part, part
    spans = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2), 40: (1, 6), 41: (7, 12)}
    spans |= {33 + quarter: (3 * quarter + 1, 3 * quarter + 3) for quarter in range(4)}
    return spans.get(part)


def _granularity_of_part(part: int) -> Granularity:
    if part <= MONTHS:
        return Granularity.MONTH
    if part < 30:
        return Granularity.SEASON
    return Granularity.QUARTER if part < 40 else Granularity.HALF_YEAR


def _month_length(year: int, number: int) -> int:
    return calendar.monthrange(year if year > 0 else 2000 + year % 400, number)[1]


def _calendar_date(found: _Day | None) -> date | None:
    return date(*found) if found is not None and MINYEAR <= found[0] <= MAXYEAR else None


def _ordinal(found: _Day) -> int:
    """Days since the year 1, with years before it counted backwards."""
    return found[0] * 372 + found[1] * 31 + found[2]


def shifted(on: date, days: int) -> date | None:
    """A day so many days later (negative: earlier); ``None`` outside the calendar."""
    try:
        return on + timedelta(days=days)
    except OverflowError:
        return None
