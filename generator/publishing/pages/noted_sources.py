"""The sources at the foot of a theme page: each article once, its passages, and the ways back to what rests on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Citation
from generator.publishing.markdown import TrustedMarkdown, destination
from generator.publishing.page_parts.library import Library
from generator.publishing.page_parts.lines import QuotedWords, SourceName
from generator.publishing.page_parts.numbering import Numbering


@dataclass(frozen=True, slots=True)
class NotedUse:
    """A passage in use: the id of the place on the page that rests on it, that place's name, the citation."""

    place: str
    label: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class BackLink:
    """The way back from a passage to a place on the same page that rests on it."""

    target: TrustedMarkdown
    label: str


@dataclass(frozen=True, slots=True)
class NotedPassage:
    """A passage among the sources, with the ways back to every place that rests on it."""

    quoted: QuotedWords
    back: tuple[BackLink, ...]


@dataclass(frozen=True, slots=True)
class NotedSource:
    """An article among the sources of a page, once, with its passages; ``twins`` have the same text."""

    number: int
    count: str
    source: SourceName
    passages: tuple[NotedPassage, ...]
    twins: tuple[SourceName, ...]


def noted_sources(uses: Iterable[NotedUse], numbering: Numbering, library: Library, page: str) -> Iterator[NotedSource]:
    """The articles behind ``uses`` in the order of their numbers on ``page`` (a Markdown path)."""
    places: dict[str, dict[str, str]] = {}
    for use in uses:
        places.setdefault(use.citation.passage.id, {}).setdefault(use.place, use.label)
    say = library.interface
    for number, article in enumerate(numbering.articles, start=1):
        passages = tuple(
            NotedPassage(
                quoted=library.quoted(citation, numbering.of(citation.passage), page),
                back=tuple(_back(place, label) for place, label in places[citation.passage.id].items()),
            )
            for citation in numbering.in_order
            if citation.passage.article == article
        )
        yield NotedSource(
            number=number,
            count=say.ngettext("%(count)s passage", "%(count)s passages", len(passages)),
            source=library.source(article, page),
            passages=passages,
            twins=library.twins(article, page),
        )


def _back(place: str, label: str) -> BackLink:
    return BackLink(target=destination(f"#{place}"), label=label)
