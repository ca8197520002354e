"""What the lists of figures and of names show, finished for their templates; a hundred entries a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import ActorKind, CitedActor, Dossier, Figure, Qualifier
from generator.publishing.copying import copying
from generator.publishing.library import Library
from generator.publishing.lines import Mark, Note, QuotedWords, SourceName, TranslationLine
from generator.publishing.markdown import TrustedMarkdown, destination
from generator.publishing.paging import PageLink, Sheet, sheets

MARKS_OF_A_NAME = 12


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A number as it is printed, its normalised value, and the sentence in which it stands."""

    id: str
    anchor: TrustedMarkdown
    value: str
    expression: str
    text: str
    language: str
    direction: str
    attribution: str | None
    marks: tuple[Mark, ...]
    sources: tuple[SourceName, ...]
    translation: TranslationLine | None
    quoted: QuotedWords | None


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """A page of the list of figures."""

    path: str
    title: str
    count: str
    figures: tuple[FigureLine, ...]
    pages: tuple[PageLink, ...]
    references: TrustedMarkdown


@dataclass(frozen=True, slots=True)
class NameLine:
    """A person, organisation or place: its spellings, and a mark for each passage that names it."""

    id: str
    anchor: TrustedMarkdown
    name: str
    kind: str
    spellings: str | None
    count: str
    marks: tuple[Mark, ...]
    more: str | None


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


def figures_pages(library: Library) -> Iterator[FiguresPage]:
    """All figures in the order of the dossier; no page where there is none."""
    say, figures = library.interface, library.dossier.figures
    for sheet in sheets("figures", figures) if figures else ():
        yield FiguresPage(
            path=sheet.path,
            title=sheet.title(say.gettext("Figures")),
            count=say.ngettext("%(count)s figure", "%(count)s figures", len(figures)),
            figures=tuple(_figure(figure, library, sheet.path) for figure in sheet.entries),
            pages=sheet.pages,
            references=copying(
                dict.fromkeys(one.passage.article for figure in sheet.entries for one in figure.citations),
                say.gettext("Figures"),
                library,
            ),
        )


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


def name_addresses(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """The id of every name with its place among the pages of ``docs/``."""
    for sheet in _sheets_of_names(dossier):
        for actor in sheet.entries:
            yield actor.id, f"{sheet.path}#{actor.id}"


def figure_addresses(dossier: Dossier) -> Iterator[tuple[Figure, str]]:
    """Every figure with its place among the pages of the site."""
    for sheet in sheets("figures", dossier.figures) if dossier.figures else ():
        page = sheet.path.removesuffix(".md") + ".html"
        yield from ((figure, f"{page}#{figure.id}") for figure in sheet.entries)


def counted(figure: Figure, library: Library) -> str:
    """A number in words: "nearly 5 billion USD", "2 to 3%", "at least 92 flights"."""
    say = library.interface
    if isinstance(figure.value, tuple):
        low, high = figure.value
        bounds = {"start": say.number(low), "end": say.quantity(high, figure.unit)}
        value = say.gettext("%(start)s to %(end)s") % bounds
    else:
        value = say.quantity(figure.value, figure.unit)
    return say.gettext(_QUALIFIED[figure.qualifier]) % {"value": value}


def kind_of_actor(kind: ActorKind) -> str:
    """The word for a kind of actor, in English: a message of the interface."""
    return _KINDS[kind]


def _sheets_of_names(dossier: Dossier) -> Iterator[Sheet[CitedActor]]:
    ordered = sorted(dossier.actors, key=lambda actor: (actor.name.casefold(), actor.id))
    return sheets("actors", ordered) if ordered else iter(())


def _figure(figure: Figure, library: Library, path: str) -> FigureLine:
    say = library.interface
    articles = dict.fromkeys(one.passage.article for one in figure.citations)
    return FigureLine(
        id=figure.id,
        anchor=destination(figure.id),
        value=counted(figure, library),
        expression=figure.expression,
        text=figure.text,
        language=figure.language,
        direction=say.direction(figure.language),
        attribution=figure.attribution,
        marks=tuple(library.mark(one.passage, str(n), path) for n, one in enumerate(figure.citations, start=1)),
        sources=tuple(library.source(article, path) for article in articles),
        translation=next((library.translation(one.translation) for one in figure.citations if one.translation), None),
        quoted=library.shown_whole(figure.text, figure.citations, path),
    )


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
        kind=say.gettext(kind_of_actor(actor.kind)),
        spellings=", ".join(others) or None,
        count=say.ngettext("%(count)s passage", "%(count)s passages", len(actor.citations)),
        marks=tuple(library.mark(one.passage, str(n), path) for n, one in enumerate(shown, start=1)),
        more=say.ngettext("and %(count)s more", "and %(count)s more", hidden) if hidden else None,
    )


def _(message: str) -> str:
    """Mark an interface string for the catalogue; it is translated where it is shown."""
    return message


_QUALIFIED = {
    Qualifier.EXACTLY: _("%(value)s"),
    Qualifier.AT_LEAST: _("at least %(value)s"),
    Qualifier.AT_MOST: _("at most %(value)s"),
    Qualifier.ABOUT: _("about %(value)s"),
    Qualifier.NEARLY: _("nearly %(value)s"),
    Qualifier.MORE_THAN: _("more than %(value)s"),
    Qualifier.LESS_THAN: _("less than %(value)s"),
}

_KINDS = {
    ActorKind.PERSON: _("person"),
    ActorKind.ORGANISATION: _("organisation"),
    ActorKind.PLACE: _("place"),
}
