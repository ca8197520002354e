"""What the search page shows before anything is searched for, finished for its template.

The results are the work of a script; without it the page leads to the lists that hold the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.publishing.markdown import TrustedMarkdown, destination
from generator.publishing.page_parts.library import Library
from generator.publishing.search.opensearch import is_described

PATH = "search.md"


@dataclass(frozen=True, slots=True)
class ListLink:
    """A list that a reader can look through instead."""

    label: str
    href: TrustedMarkdown


@dataclass(frozen=True, slots=True)
class SearchPage:
    """All that the search page shows."""

    title: str
    placeholder: str
    lists: tuple[ListLink, ...]
    has_description: bool
    """Whether browsers find a description of the search (OpenSearch)."""


def search_page(library: Library) -> SearchPage:
    """The finished search page of a dossier."""
    say = library.interface
    placeholder = say.gettext("Words, names, “exact words”")
    return SearchPage(say.gettext("Search"), placeholder, tuple(_lists(library)), is_described(library.dossier))


def _lists(library: Library) -> Iterator[ListLink]:
    say, dossier = library.interface, library.dossier
    yield ListLink(say.gettext("Timeline"), destination("timeline.html"))
    if dossier.actors:
        yield ListLink(say.gettext("Names"), destination("actors.html"))
    if dossier.figures:
        yield ListLink(say.gettext("Figures"), destination("figures.html"))
    yield ListLink(say.gettext("Sources"), destination("sources.html"))
