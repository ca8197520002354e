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
FEWEST_SQUEEZED = 6  # fewer events have room whatever lies between them
MOST_PARTS, MOST_OF_THE_TIME = (
    3,
    0.75,
)  # a silence that takes more than this share of the time is cut out, twice at most
BREAK, BREAK_LINE, NARROWEST_PART = (
    6.0,
    1.5,
    8.0,
)  # per cent of the width: between two parts, how far their lines reach into it, a part with hardly an event
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
    scale = _scale(stretches)
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
class _Part:
    """A stretch of time without long silence, and where it is drawn, in per cent of the width."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Where a day of this part is drawn."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days as per cent of the width. A year far from all others is drawn apart, so that these keep their room."""

    parts: tuple[_Part, ...]

    @property
    def span(self) -> str:
        """From when to when, in EDTF: years, or within one the months, or within one of these the days."""
        first, last = self.parts[0].first.isoformat(), self.parts[-1].last.isoformat()
        chars = next(chars for chars in (YEAR_CHARS, MONTH_CHARS, len(last)) if first[:chars] != last[:chars])
        return f"{first[:chars]}/{last[:chars]}"

    def at(self, day: date) -> float:
        """Where a day is drawn."""
        part = next((part for part in self.parts if day <= part.last), self.parts[-1])
        return round(part.at(day), 2)


def _scale(stretches: Sequence[_Stretch]) -> _Scale:
    """Stretches in their order as parts: where a silence takes most of the time, it is cut out, and then once more.

    Each part has room by how many events are in it.
    """
    told: list[list[_Stretch]] = [[]]
    reach = stretches[0].last
    silences: list[tuple[int, int]] = []  # days, and the number of the stretch behind them
    for number, one in enumerate(stretches):
        if one.first > reach:
            silences.append(((one.first - reach).days, number))
        reach = max(reach, one.last)
    days, cuts = (reach - stretches[0].first).days, set[int]()
    longest = sorted(silences, reverse=True)[: MOST_PARTS - 1] if len(stretches) >= FEWEST_SQUEEZED else []
    for silent, number in longest:
        if silent > days * MOST_OF_THE_TIME:
            cuts.add(number)
            days -= silent
    for number, one in enumerate(stretches):
        if number in cuts:
            told.append([])
        told[-1].append(one)
    return _Scale(tuple(_parts(told)))


def _parts(told: Sequence[Sequence[_Stretch]]) -> Iterator[_Part]:
    """The parts side by side, a gap between two of them."""
    room = RIGHT - LEFT - (len(told) - 1) * BREAK - len(told) * NARROWEST_PART
    total, left = sum(map(len, told)), LEFT
    for stretches in told:
        right = left + NARROWEST_PART + room * len(stretches) / total
        yield _Part(stretches[0].first, max(one.last for one in stretches), left, right)
        left = right + BREAK


def _stretches(events: Sequence[Dated], say: Interface, addresses: Mapping[str, str]) -> Iterator[_Stretch]:
    """Events with a beginning or an end; an open one has its known end twice."""
    for event in events:
        first, last = earliest(event.date), latest(event.date)
        known = first or last
        if known is not None:
            words = f"{say.before(say.date(event.date))} {event.text}"
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
    """The lines and names below the shapes: a line for each part of the time, with names in it."""
    for number, part in enumerate(scale.parts):
        left = 0.0 if number == 0 else part.left - BREAK_LINE
        right = 100.0 if part is scale.parts[-1] else part.right + BREAK_LINE
        yield f'<line class="axis" x1="{round(left, 2)}%" y1="{height}" x2="{round(right, 2)}%" y2="{height}"/>'
        most = max(1, round(MOST_TICKS * (part.right - part.left) / (RIGHT - LEFT)))
        names = _ticks(part, most) if most > 1 else []  # a narrow part has room for a year
        for day, edtf in names or [(part.first, f"{part.first.year:04}")]:
            x = round(part.at(day), 2)
            anchor = "start" if x < 12 else "end" if x > 88 else "middle"
            yield f'<line class="tick" x1="{x}%" y1="0" x2="{x}%" y2="{height + 4}"/>'
            yield f'<text x="{x}%" y="{height + 18}" text-anchor="{anchor}">{encode(say.short_date(edtf))}</text>'


def _ticks(part: _Part, most: int) -> list[tuple[date, str]]:
    """First days of months, for a short span, else of years: at most as many as have room."""
    if (part.last - part.first).days < DAYS_OF_SHORT_SPAN:
        for step in MONTH_STEPS:
            found = [(day, f"{day.year:04}-{day.month:02}") for day in _months(part, step)]
            if len(found) <= max(1, most - 1) and found:
                return found
    for step in YEAR_STEPS:
        years = range(part.first.year, part.last.year + 1)
        found = [(date(y, 1, 1), f"{y:04}") for y in years if y % step == 0 and date(y, 1, 1) >= part.first]
        if len(found) <= most:
            return found
    return []


def _months(part: _Part, step: int) -> Iterator[date]:
    first, last = (day.year * 12 + day.month - 1 for day in (part.first, part.last))
    for number in range(first, last + 1):
        day = date(number // 12, number % 12 + 1, 1)
        if day >= part.first and number % step == 0:
            yield day
