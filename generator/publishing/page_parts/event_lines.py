"""An event as a timeline shows it, on a theme page and on the timeline of the whole dossier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.model import Event
from generator.publishing.markdown import TrustedMarkdown, destination
from generator.publishing.page_parts.library import Library
from generator.publishing.page_parts.lines import Link, Mark, QuotedWords, TranslationLine
from generator.publishing.page_parts.sourcing import SourceNames


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event with its marks. ``themes`` lead to their pages where these are not the page itself.

    ``is_same_day``: the event above has the same date, so that it need not be seen again.
    ``quoted`` are the words behind the first mark, where the event's text is exactly these.
    """

    id: str
    other_ids: tuple[str, ...]
    anchor: TrustedMarkdown
    date: str
    expression: str
    text: str
    language: str
    direction: str
    marks: tuple[Mark, ...]
    sources: SourceNames
    translation: TranslationLine | None
    themes: tuple[Link, ...]
    quoted: QuotedWords | None
    is_same_day: bool = False
    superseded: bool = False


def in_order(lines: Iterable[EventLine]) -> tuple[EventLine, ...]:
    """Events as a list shows them: those of one date below the first of it, whose themes hold for them too."""
    told = tuple(lines)
    return told[:1] + tuple(_below(above, line) for above, line in pairwise(told))


def _below(above: EventLine, line: EventLine) -> EventLine:
    is_same_day = above.date == line.date
    return replace(
        line, is_same_day=is_same_day, themes=() if is_same_day and above.themes == line.themes else line.themes
    )


def event_line(
    event: Event,
    marks: tuple[Mark, ...],
    library: Library,
    page: str,
    *,
    themes: Iterable[Link] = (),
    quoted: QuotedWords | None = None,
) -> EventLine:
    """The event as ``page`` (a Markdown path) shows it, with the marks that the page gives its citations."""
    return EventLine(
        id=event.id,
        other_ids=event.other_ids,
        anchor=destination(event.id),
        date=library.interface.date(event.date),
        expression=event.expression,
        text=event.text,
        language=event.language,
        direction=library.interface.direction(event.language),
        marks=marks,
        sources=library.sources_of(event.citations, page),
        translation=library.translation(event.citations[0].translation),
        themes=tuple(themes),
        quoted=quoted,
        superseded=event.superseded,
    )
