"""The list of sources, finished for its template: newest first, a hundred a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.publishing.page_parts.library import Library
from generator.publishing.page_parts.lines import SourceName
from generator.publishing.page_parts.overview import newest_first
from generator.publishing.page_parts.paging import PageLink, sheets


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """A page of the list of sources."""

    path: str
    title: str
    count: str
    sources: tuple[SourceName, ...]
    pages: tuple[PageLink, ...]


def sources_pages(library: Library) -> Iterator[SourcesPage]:
    """The list of sources, newest first, a hundred a page."""
    say = library.interface
    ordered = newest_first(library.dossier.articles)
    for sheet in sheets("sources", ordered):
        yield SourcesPage(
            path=sheet.path,
            title=sheet.title(say.gettext("Sources")),
            count=say.ngettext("%(count)s article", "%(count)s articles", len(ordered)),
            sources=tuple(library.source(article.id, sheet.path) for article in sheet.entries),
            pages=sheet.pages,
        )
