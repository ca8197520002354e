"""What a temporal expression resolves against: the publication date, the date named last, the clause's outlook."""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from generator import edtf

# The named parts of a matched expression: day, month, year, weekday, count, unit, last, next …
Parts = Mapping[str, str]

MONTHS = 12
# A verb decides between the last and the next 9 July only where the day it points to is within this time.
FARTHEST_BY_VERB = timedelta(days=240)
# Ahead a day may be farther, for plans are made long before; nearer to a year, it is rather what just happened and led
# to the plans that its clause tells.
FARTHEST_PLAN = timedelta(days=300)


# So many sentences behind the last date nothing counts from it any more: by then the story is another one.
FARTHEST_ANCHOR = 3


class Outlook(Enum):
    """Where a clause looks from the day it was published.

    ``PUT_OFF``: ahead, however far ("postponed to March"); ``DUE``: no verb says so, but a word before the date ("until
    March"); ``NONE``: it describes a state ("heute leben hier …").
    """

    BACK = "back"
    AHEAD = "ahead"
    PUT_OFF = "put off"
    DUE = "due"
    UNKNOWN = "unknown"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Context:
    """What a partial expression resolves against.

    ``reference`` is the publication date (EDTF; ``None``: not known). ``anchor`` is the last date resolved before,
    ``anchor_age`` how many sentences ago that was, ``year`` the year that the sentence itself named last, if any.
    """

    reference: str | None
    anchor: str | None = None
    year: int | None = None
    anchor_age: int = 0

    @property
    def counted_from(self) -> str | None:
        """What "three days later" counts from: the date named last, if it was named near enough."""
        return self.anchor if self.anchor_age <= FARTHEST_ANCHOR else None

    @property
    def today(self) -> date | None:
        """The day of publication, if the reference knows one."""
        known = self.reference is not None and edtf.is_day(self.reference)
        return edtf.earliest(self.reference or "") if known else None

    @property
    def month(self) -> tuple[int, int] | None:
        """Year and month of publication, if the reference knows them."""
        exact = edtf.granularity(self.reference) if self.reference else None
        first = edtf.earliest(self.reference or "")
        known = exact in (edtf.Granularity.MONTH, edtf.Granularity.DAY) and first is not None
        return (first.year, first.month) if known and first else None

    @property
    def this_year(self) -> int | None:
        """The year of publication, if it is known."""
        first = edtf.earliest(self.reference) if self.reference else None
        last = edtf.latest(self.reference) if self.reference else None
        return first.year if first and last and first.year == last.year else None

    @property
    def anchor_day(self) -> date | None:
        """The day last named, if the last date was one."""
        anchor = self.counted_from
        known = anchor is not None and edtf.is_day(anchor)
        return edtf.earliest(anchor or "") if known else None


def named_year(parts: Parts, context: Context) -> int | None:
    """The year that an expression itself names: "2014", "dieses Jahres", "vorig jaar"."""
    if "year" in parts:
        return int(parts["year"])
    if "same_year" in parts:
        first = edtf.earliest(context.anchor) if context.anchor else None
        return first.year if first else None
    shift = -1 if "last_year" in parts else 1 if "next_year" in parts else 0
    if shift or "this_year" in parts:
        return context.this_year + shift if context.this_year is not None else None
    return None


def stated_outlook(parts: Parts, outlook: Outlook) -> Outlook:
    """The outlook that the expression itself states ("last", "kommenden"), else that of its clause."""
    if "last" in parts or "past_mark" in parts:
        return Outlook.BACK
    return Outlook.AHEAD if "next" in parts or "ahead_mark" in parts else outlook


def reference_days(context: Context) -> tuple[date | None, date | None]:
    """First and last day that the publication date covers; ``None`` if it is not known."""
    if context.reference is None:
        return None, None
    return edtf.earliest(context.reference), edtf.latest(context.reference)


def suiting_day(days: Sequence[date], context: Context, outlook: Outlook, *, stated: bool = False) -> date | None:
    """Which of the days of several years, in order, an expression without a year means.

    The last or the next one, as the clause looks and if it is near enough; else the nearest. ``stated``: a word such as
    "last" decides, however far the day is.
    """
    first, last = reference_days(context)
    if first is None or last is None:
        return None
    past = [day for day in days if day <= last]
    future = [day for day in days if day >= first]
    if not past or not future:
        return next(iter((*past[-1:], *future[:1])), None)
    behind, before = first - past[-1], future[0] - last
    if outlook is Outlook.BACK and (stated or behind <= FARTHEST_BY_VERB):
        return past[-1]
    if outlook is Outlook.PUT_OFF or (outlook is Outlook.AHEAD and (stated or before <= FARTHEST_PLAN)):
        return future[0]
    return future[0] if before < behind else past[-1]


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date | None:
    """The first (1) to fifth, or the last (-1), such weekday of a month; ``None`` where the month has no fifth."""
    days = [date(year, month, number) for number in range(1, calendar.monthrange(year, month)[1] + 1)]
    fits = [day for day in days if day.weekday() == weekday]
    return fits[which - 1 if which > 0 else which] if -len(fits) <= which <= len(fits) else None


def existing_day(year: int, month: int, number: int) -> date | None:
    """A day of the calendar, ``None`` for 30 February."""
    if not (1 <= year <= 9999 and 1 <= month <= MONTHS):
        return None
    return date(year, month, number) if 1 <= number <= calendar.monthrange(year, month)[1] else None
