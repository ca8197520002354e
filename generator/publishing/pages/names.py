"""The list of names, finished for its template: a hundred a page, a mark for each passage that names somebody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from generator.locale import _
from generator.model import ActorKind, CitedActor, Dossier
from generator.publishing.addresses import built, relative
from generator.publishing.markdown import TrustedMarkdown, destination
from generator.publishing.page_parts.copying import copying
from generator.publishing.page_parts.library import Library
from generator.publishing.page_parts.lines import Mark, Note
from generator.publishing.page_parts.paging import PageLink, Sheet, sheets

MARKS_OF_A_NAME = 12


@dataclass(frozen=True, slots=True)
class NameLine:
    """A person, organisation or place: its spellings, and a mark for each passage that names it.

    ``kind`` is absent where nothing tells it; ``more`` is how many marks are left out; it leads to
    ``search``, which finds the name under every spelling.
    """

    id: str
    anchor: TrustedMarkdown
    name: str
    name_language: str | None
    kind: str | None
    spellings: str | None
    count: str
    marks: tuple[Mark, ...]
    more: str | None
    search: str


@dataclass(frozen=True, slots=True)
class NamesPage:
    """A page of the list of names."""

    path: str
    title: str
    count: str
    names: tuple[NameLine, ...]
    pages: tuple[PageLink, ...]
    notes: tuple[Note, ...]
    references: TrustedMarkdown


def names_pages(library: Library) -> Iterator[NamesPage]:
    """All names in alphabetical order; no page where there is none."""
    say, ordered = library.interface, library.dossier.actors
    for sheet in _sheets_of_names(library.dossier):
        cited = [one for actor in sheet.entries for one in actor.citations[:MARKS_OF_A_NAME]]
        yield NamesPage(
            path=sheet.path,
            title=sheet.title(say.gettext("Names")),
            count=say.ngettext("%(count)s name", "%(count)s names", len(ordered)),
            names=tuple(_name(actor, library, sheet.path) for actor in sheet.entries),
            pages=sheet.pages,
            notes=library.notes(cited, sheet.path),
            references=copying(dict.fromkeys(one.passage.article for one in cited), say.gettext("Names"), library),
        )


def name_addresses(dossier: Dossier) -> Iterator[tuple[CitedActor, str]]:
    """Every name, in alphabetical order, with its address in the built site."""
    for sheet in _sheets_of_names(dossier):
        yield from ((actor, f"{built(sheet.path)}#{actor.id}") for actor in sheet.entries)


def kind_of_actor(actor: CitedActor, library: Library) -> str | None:
    """The word for what an actor is; absent where nothing tells."""
    return library.interface.gettext(_KINDS[actor.kind]) if actor.kind_is_told else None


def _sheets_of_names(dossier: Dossier) -> Iterator[Sheet[CitedActor]]:
    ordered = sorted(dossier.actors, key=lambda actor: (actor.name.casefold(), actor.id))
    return sheets("actors", ordered) if ordered else iter(())


def _name(actor: CitedActor, library: Library, path: str) -> NameLine:
    say = library.interface
    spellings = dict.fromkeys(spelling for spoken in actor.aliases.values() for spelling in spoken)
    others = [spelling for spelling in spellings if spelling != actor.name]
    shown = actor.citations[:MARKS_OF_A_NAME]
    hidden = len(actor.citations) - len(shown)
    return NameLine(
        id=actor.id,
        anchor=destination(actor.id),
        name=actor.name,
        name_language=library.name_language(actor),
        kind=kind_of_actor(actor, library),
        spellings=", ".join(others) or None,
        count=say.ngettext("%(count)s passage", "%(count)s passages", len(actor.citations)),
        marks=tuple(library.mark(one.passage, str(n), path) for n, one in enumerate(shown, start=1)),
        more=say.ngettext("and %(count)s more", "and %(count)s more", hidden) if hidden else None,
        search=f"{relative('search.html', path)}?q={quote(actor.name)}",
    )


_KINDS = {
    ActorKind.PERSON: _("person"),
    ActorKind.ORGANISATION: _("organisation"),
    ActorKind.PLACE: _("place"),
}
