"""Whether two sentences tell nothing but another time: "on 2 May", "on 3 May"; "deliveries begin in 2029", "in 2030".

Takes two claims and all claims of their articles: a time that the other article writes as well is no other one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.analysis.agreement.claims import Claim
from generator.analysis.agreement.comparison import days_of
from generator.edtf import days_between
from generator.model import DateMention

DATES_APART = 31
"""Days further apart are of two events."""

PERIODS_APART = 3
"""So many months or years further apart are of two things."""

# A year, perhaps with a month, as EDTF writes it: "2029", "2029-03".
PERIOD = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2]))?")


def tell_other_days(one: Claim, other: Claim, first: Sequence[Claim], second: Sequence[Claim]) -> bool:
    """Whether each tells of one day, written as such, and not of the same."""
    days = days_of(one), days_of(other)
    if not len(days[0]) == len(days[1]) == 1:
        return False
    apart = days_between(days[0][0].value, days[1][0].value) or 0
    return 0 < apart <= DATES_APART and _are_new(days[0][0], days[1][0], first, second)


def tell_other_periods(one: Claim, other: Claim, first: Sequence[Claim], second: Sequence[Claim]) -> bool:
    """Whether each tells of one year, or of one month, and not of the same."""
    if not len(one.dates) == len(other.dates) == 1:
        return False
    mentions = one.dates[0], other.dates[0]
    own, its = (PERIOD.fullmatch(mention.value) for mention in mentions)
    if own is None or its is None or (own["month"] is None) != (its["month"] is None):
        return False
    apart = abs(_number(own) - _number(its))
    return 0 < apart <= PERIODS_APART and all(map(_is_written, mentions)) and _are_new(*mentions, first, second)


def _number(period: re.Match[str]) -> int:
    """A year, or a month counted from the year 0, so that those that follow each other differ by one."""
    year, month = int(period["year"]), period["month"]
    return year if month is None else 12 * year + int(month)


def _are_new(one: DateMention, other: DateMention, first: Sequence[Claim], second: Sequence[Claim]) -> bool:
    return other.value not in _written(first) and one.value not in _written(second)


def _written(claims: Sequence[Claim]) -> frozenset[str]:
    """The dates that an article writes as such: "on Monday" is most often when somebody spoke."""
    return frozenset(mention.value for claim in claims for mention in claim.dates if _is_written(mention))


def _is_written(mention: DateMention) -> bool:
    return any(map(str.isdigit, mention.text))
