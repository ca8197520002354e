"""The list of figures, finished for its template: a hundred a page, each number with the sentence it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Dossier, Figure, Qualifier
from generator.publishing.addresses import built
from generator.publishing.markdown import TrustedMarkdown, destination
from generator.publishing.page_parts.copying import copying
from generator.publishing.page_parts.library import Library
from generator.publishing.page_parts.lines import Mark, QuotedWords, SourceName, TranslationLine
from generator.publishing.page_parts.paging import PageLink, sheets


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


def figure_addresses(dossier: Dossier) -> Iterator[tuple[Figure, str]]:
    """Every figure with its address in the built site."""
    for sheet in sheets("figures", dossier.figures) if dossier.figures else ():
        yield from ((figure, f"{built(sheet.path)}#{figure.id}") for figure in sheet.entries)


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
