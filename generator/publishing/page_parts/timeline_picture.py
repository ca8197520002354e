"""A timeline to look at: every event a dot or, where its date is a stretch of time, a bar; many events as columns.

Takes the events that a page lists as text; gives finished SVG, the same on every run. Positions are shares of the
width and sizes are pixels, so that it fills any screen with letters of one size. Colours are the page's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from generator.edtf import earliest, latest
from generator.publishing.interface import Interface
from generator.publishing.markdown import TrustedMarkdown, encode

YEAR_CHARS, MONTH_CHARS = len("2024"), len("2024-05")
FEWEST_EVENTS = 3
MOST_DOTS = 60
COLUMNS = 40
LEFT, RIGHT = 2.0, 98.0  # per cent of the width: a dot at either end is whole
SMALLEST_BAR = 2.5  # per cent of the width: what is shorter is a dot
APART = 3.2  # per cent of the width between the middles of two dots on a narrow screen
LANE_PX, AXIS_PX, COLUMNS_PX, DOT_PX = 13, 24, 72, 4.5
MOST_TICKS = 5
YEAR_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
MONTH_STEPS = (1, 2, 3, 4, 6)
DAYS_OF_SHORT_SPAN = 800  # a little over two years: the axis counts months


class Dated(Protocol):
    """What a picture needs of an event."""

    @property
    def id(self) -> str:
        """Its anchor on the page that lists it."""

    @property
    def date(self) -> str:
        """EDTF."""

    @property
    def text(self) -> str:
        """What happened."""


@dataclass(frozen=True, slots=True)
class TimelinePicture:
    """The SVG, which screen readers pass by, and its caption; the events themselves stand beside it as text."""

    svg: TrustedMarkdown
    caption: str


@dataclass(frozen=True, slots=True)
class _Stretch:
    """An event as it is drawn: first and last day, what is told of it, where it is told in full."""

    first: date
    last: date
    words: str
    address: str


def timeline_picture(
    events: Sequence[Dated], say: Interface, addresses: Mapping[str, str] | None = None
) -> TimelinePicture | None:
    """The picture of these events; none where fewer than three have a date, or all have the same.

    Each shape leads to its event: to ``addresses`` by the event's id, else to the anchor on the same page. A column
    leads to the first event of its time. Those who use a keyboard have the same links in the list beside it.
    """
    stretches = sorted(_stretches(events, say, addresses or {}), key=lambda one: (one.first, one.last, one.words))
    if len(stretches) < FEWEST_EVENTS or stretches[0].first == max(one.last for one in stretches):
        return None
    scale = _Scale(stretches[0].first, max(one.last for one in stretches))
    shapes, height = _columns(stretches, scale, say) if len(stretches) > MOST_DOTS else _dots(stretches, scale)
    count = say.ngettext("%(count)s event", "%(count)s events", len(stretches))
    caption = f"{count}, {say.date(scale.span)}"
    axis = "".join(_axis(scale, height, say))
    return TimelinePicture(
        TrustedMarkdown(
            f'<svg class="timeline-picture" aria-hidden="true" width="100%" '
            f'height="{height + AXIS_PX}">{axis}{"".join(shapes)}</svg>'
        ),
        caption,
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days as per cent of the width."""

    first: date
    last: date

    @property
    def span(self) -> str:
        """From when to when, in EDTF: years, or within one the months, or within one of these the days."""
        first, last = self.first.isoformat(), self.last.isoformat()
        chars = next(chars for chars in (YEAR_CHARS, MONTH_CHARS, len(last)) if first[:chars] != last[:chars])
        return f"{first[:chars]}/{last[:chars]}"

    def at(self, day: date) -> float:
        """Where a day is drawn."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(LEFT + (RIGHT - LEFT) * min(1.0, max(0.0, share)), 2)


def _stretches(events: Sequence[Dated], say: Interface, addresses: Mapping[str, str]) -> Iterator[_Stretch]:
    """Events with a beginning or an end; an open one has its known end twice."""
    for event in events:
        first, last = earliest(event.date), latest(event.date)
        known = first or last
        if known is not None:
            words = f"{say.date(event.date)}: {event.text}"
            yield _Stretch(first or known, last or known, words, addresses.get(event.id, f"#{event.id}"))


def _dots(stretches: Sequence[_Stretch], scale: _Scale) -> tuple[list[str], int]:
    """A dot or bar for each, stacked where they would touch."""
    ends: list[float] = []  # of each lane
    drawn: list[tuple[int, float, float, _Stretch]] = []
    for one in stretches:
        start, end = scale.at(one.first), scale.at(one.last)
        if end - start < SMALLEST_BAR:
            start = end = round((start + end) / 2, 2)
        lane = next((number for number, taken in enumerate(ends) if taken + APART <= start), len(ends))
        ends[lane : lane + 1] = [end]
        drawn.append((lane, start, end, one))
    height = len(ends) * LANE_PX + LANE_PX // 2
    floor = height - LANE_PX // 2
    return [_shape(floor - lane * LANE_PX, start, end, one) for lane, start, end, one in drawn], height


def _shape(y: float, start: float, end: float, one: _Stretch) -> str:
    if start == end:
        return _linked(f'<circle cx="{start}%" cy="{y}" r="{DOT_PX}"/>', one.address, one.words)
    width = round(end - start, 2)
    bar = f'<rect class="stretch" x="{start}%" y="{y - 3}" width="{width}%" height="6" rx="3"/>'
    return _linked(bar, one.address, one.words)


def _linked(shape: str, address: str, words: str) -> str:
    return f'<a href="{encode(address)}" tabindex="-1"><title>{encode(words)}</title>{shape}</a>'


def _columns(stretches: Sequence[_Stretch], scale: _Scale, say: Interface) -> tuple[list[str], int]:
    """How many events begin in each of forty equal parts of the time."""
    width = (RIGHT - LEFT) / COLUMNS
    parts: list[list[_Stretch]] = [[] for _ in range(COLUMNS)]
    for one in stretches:
        parts[min(COLUMNS - 1, int((scale.at(one.first) - LEFT) / width))].append(one)
    most = max(map(len, parts))
    shapes = []
    for number, part in enumerate(parts):
        if part:
            tall = round(len(part) / most * COLUMNS_PX, 1)
            x = round(LEFT + number * width + width * 0.1, 2)
            y = round(COLUMNS_PX + 6 - tall, 1)
            bar = f'<rect x="{x}%" y="{y}" width="{round(width * 0.8, 2)}%" height="{tall}"/>'
            shapes.append(_linked(bar, part[0].address, _told(part, say)))
    return shapes, COLUMNS_PX + 6


def _told(part: Sequence[_Stretch], say: Interface) -> str:
    """How many events a column has, and when they begin: "7 events, March 2024 to May 2024".

    What follows a colon in a picture is the words of an event, and the audit compares it.
    """
    first, last = (f"{day.year:04}-{day.month:02}" for day in (part[0].first, part[-1].first))
    span = say.date(first if first == last else f"{first}/{last}")
    return f"{say.ngettext('%(count)s event', '%(count)s events', len(part))}, {span}"


def _axis(scale: _Scale, height: int, say: Interface) -> Iterator[str]:
    yield f'<line class="axis" x1="0" y1="{height}" x2="100%" y2="{height}"/>'
    for day, edtf in _ticks(scale):
        x = scale.at(day)
        anchor = "start" if x < 12 else "end" if x > 88 else "middle"
        yield f'<line class="tick" x1="{x}%" y1="0" x2="{x}%" y2="{height + 4}"/>'
        yield f'<text x="{x}%" y="{height + 18}" text-anchor="{anchor}">{encode(say.short_date(edtf))}</text>'


def _ticks(scale: _Scale) -> list[tuple[date, str]]:
    """First days of months, for a short span, else of years: at most five."""
    if (scale.last - scale.first).days < DAYS_OF_SHORT_SPAN:
        for step in MONTH_STEPS:
            found = [(day, f"{day.year:04}-{day.month:02}") for day in _months(scale, step)]
            if len(found) <= MOST_TICKS - 1 and found:
                return found
    for step in YEAR_STEPS:
        years = range(scale.first.year, scale.last.year + 1)
        found = [(date(y, 1, 1), f"{y:04}") for y in years if y % step == 0 and date(y, 1, 1) >= scale.first]
        if len(found) <= MOST_TICKS:
            return found
    return []


def _months(scale: _Scale, step: int) -> Iterator[date]:
    first, last = (day.year * 12 + day.month - 1 for day in (scale.first, scale.last))
    for number in range(first, last + 1):
        day = date(number // 12, number % 12 + 1, 1)
        if day >= scale.first and number % step == 0:
            yield day
