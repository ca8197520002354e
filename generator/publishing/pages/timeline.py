"""The timeline of the whole dossier: one page while it is short, else a page for each year.

No page grows with the whole corpus: a year with many events is cut into several pages. What lies ahead of the dossier
stands below what happened, under a heading of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.analysis.themes.proposals import COMMON_THEME
from generator.model import Dossier, Event
from generator.publishing.addresses import markdown_page, relative, theme_page
from generator.publishing.markdown import TrustedMarkdown, destination
from generator.publishing.page_parts.copying import copying
from generator.publishing.page_parts.event_lines import EventLine, event_line, in_order
from generator.publishing.page_parts.library import Library
from generator.publishing.page_parts.lines import Link
from generator.publishing.page_parts.timeline_picture import TimelinePicture, timeline_picture

EVENTS_ON_A_PAGE = 200
TABLE = "data/timeline.csv"


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """A page of events, or (``years``) the way to the pages that hold them."""

    path: str
    title: str
    count: str
    planned: str | None
    picture: TimelinePicture | None
    table: str
    events: tuple[EventLine, ...]
    ahead: tuple[EventLine, ...]
    ahead_of: str | None
    years: tuple[Link, ...]
    overview: TrustedMarkdown | None
    references: TrustedMarkdown


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Events that share a page. ``name`` is "" for the only page, else the year with a number: "2024-2"."""

    name: str
    year: str
    number: int
    events: tuple[Event, ...]
    ahead: tuple[Event, ...]

    @property
    def all(self) -> tuple[Event, ...]:
        """What happened, then what is planned."""
        return (*self.events, *self.ahead)

    @property
    def stem(self) -> str:
        return f"timeline/{self.name}" if self.name else "timeline"


def timeline_pages(library: Library) -> Iterator[TimelinePage]:
    """All pages of the timeline: ``timeline.md`` always, and the years where there are many events."""
    sheets = tuple(_sheets(library.dossier))
    if not (len(sheets) == 1 and sheets[0].name == ""):
        yield _overview(sheets, library)
    for sheet in sheets:
        yield _page_of(sheet, library)


def _overview(sheets: Iterable[_Sheet], library: Library) -> TimelinePage:
    """The page that leads to those of the years, with the picture of them all."""
    dossier, say = library.dossier, library.interface
    title = say.gettext("Timeline")
    links = (
        Link(_label(sheet, library), destination(f"{sheet.stem}.md"), _count(len(sheet.all), library))
        for sheet in sheets
    )
    addresses = {event.id: address for event, address in event_addresses(dossier)}
    return TimelinePage(
        path="timeline.md",
        title=title,
        count=_count(len(dossier.timeline), library),
        planned=_planned(len(dossier.ahead), library),
        picture=timeline_picture(dossier.timeline, say, addresses),
        table=TABLE,
        events=(),
        ahead=(),
        ahead_of=_ahead_of(library),
        years=tuple(links),
        overview=None,
        references=copying((), title, library),
    )


def _page_of(sheet: _Sheet, library: Library) -> TimelinePage:
    say, path = library.interface, f"{sheet.stem}.md"
    title = say.gettext("Timeline")
    return TimelinePage(
        path=path,
        title=f"{say.before(title)} {_label(sheet, library)}" if sheet.name else title,
        count=_count(len(sheet.events), library),
        planned=_planned(len(sheet.ahead), library),
        picture=timeline_picture(sheet.events, say),
        table=relative(TABLE, path),
        events=in_order(listed_event(event, library, path) for event in sheet.events),
        ahead=in_order(listed_event(event, library, path) for event in sheet.ahead),
        ahead_of=_ahead_of(library),
        years=(),
        overview=destination("../timeline.md") if sheet.name else None,
        references=copying(_articles(sheet.all), title, library),
    )


def _ahead_of(library: Library) -> str | None:
    """The day after which events lie ahead, in the reader's words; absent where no article has a day."""
    day = library.dossier.ahead_of
    return library.interface.date(day) if day else None


def event_addresses(dossier: Dossier) -> Iterator[tuple[Event, str]]:
    """Every event of the timeline, and what lies ahead, with its address in the built site."""
    for sheet in _sheets(dossier):
        for event in sheet.all:
            yield event, f"{sheet.stem}.html#{event.id}"


def _sheets(dossier: Dossier) -> Iterator[_Sheet]:
    ahead = frozenset(event.id for event in dossier.ahead)
    events = (*dossier.timeline, *dossier.ahead)
    if len(events) <= EVENTS_ON_A_PAGE:
        yield _Sheet("", "", 1, dossier.timeline, dossier.ahead)
        return
    by_year: dict[str, list[Event]] = {}
    for event in events:
        by_year.setdefault(_year(event.date), []).append(event)
    for year in sorted(by_year):
        for number, start in enumerate(range(0, len(by_year[year]), EVENTS_ON_A_PAGE), start=1):
            part = by_year[year][start : start + EVENTS_ON_A_PAGE]
            happened, planned = (
                tuple(one for one in part if (one.id in ahead) is is_ahead) for is_ahead in (False, True)
            )
            yield _Sheet(year if number == 1 else f"{year}-{number}", year, number, happened, planned)


def _year(edtf: str) -> str:
    """The year (or decade) that an EDTF date begins with; intervals without a beginning stand with their end."""
    for part in edtf.split("/"):
        if part[:2].isdigit():
            return part[:4]
    return "undated"


def _articles(events: Iterable[Event]) -> Iterable[str]:
    return dict.fromkeys(one.passage.article for event in events for one in event.citations)


def _label(sheet: _Sheet, library: Library) -> str:
    say = library.interface
    year = say.gettext("undated") if sheet.year == "undated" else say.date(sheet.year)
    return year if sheet.number == 1 else f"{year} ({sheet.number})"


def _count(events: int, library: Library) -> str:
    return library.interface.ngettext("%(count)s event", "%(count)s events", events)


def _planned(events: int, library: Library) -> str | None:
    return library.interface.ngettext("%(count)s planned", "%(count)s planned", events) if events else None


def listed_event(event: Event, library: Library, path: str) -> EventLine:
    """The event as a page lists it that is not a theme's: with its themes, its marks counted from 1."""
    briefings = library.dossier.briefings
    titles = {
        one.theme.id: (one.theme.title(library.dossier.settings.language), library.title_language(one.theme))
        for one in briefings
    }
    marks = (library.mark(one.passage, str(number), path) for number, one in enumerate(event.citations, start=1))
    return event_line(
        event,
        tuple(marks),
        library,
        path,
        themes=_themes(event.themes, titles, path) if len(briefings) > 1 else (),
        quoted=library.shown_whole(event.text, event.citations, path),
    )


def _themes(themes: Iterable[str], titles: Mapping[str, tuple[str, str | None]], page: str) -> Iterator[Link]:
    """The way to each theme; the page of all articles is named only where no other is."""
    shown = [theme for theme in themes if theme in titles]
    for theme in shown:
        if theme != COMMON_THEME or len(shown) == 1:
            title, language = titles[theme]
            yield Link(title, destination(relative(markdown_page(theme_page(theme)), page)), language=language)
