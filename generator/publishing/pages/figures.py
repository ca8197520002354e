"""The list of figures, finished for its template: a hundred a page, each with the sentence it stands in.

Numbers of one sentence stand together, and a number that several articles give is named once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import Dossier, Figure
from generator.publishing.addresses import built
from generator.publishing.markdown import TrustedMarkdown, destination
from generator.publishing.page_parts.copying import copying
from generator.publishing.page_parts.figure_values import (
    CountedValue,
    cited_together,
    counted_value,
    stated_together,
    what_it_counts,
)
from generator.publishing.page_parts.library import Library
from generator.publishing.page_parts.lines import Mark, QuotedWords, TranslationLine
from generator.publishing.page_parts.paging import PageLink, sheets
from generator.publishing.page_parts.sourcing import SourceNames

Stated = tuple[tuple[Figure, ...], tuple[CountedValue, ...]]
"""What one passage states together, and how the interface says it."""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """The numbers of a sentence, and the sentence; ``is_repeated`` where the line above gives the same numbers."""

    anchor: TrustedMarkdown
    values: tuple[CountedValue, ...]
    is_repeated: bool
    text: str
    language: str
    direction: str
    attribution: str | None
    marks: tuple[Mark, ...]
    sources: SourceNames
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
            figures=tuple(_lines(sheet.entries, library, sheet.path)),
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


def _lines(figures: Iterable[Figure], library: Library, path: str) -> Iterator[FigureLine]:
    """One line for what is stated together; those that read the same stand with the first of them.

    Beside them stand those of the same numbers counted in other words: "40,000 people", "40,000 “mensen”".
    """
    alike: dict[frozenset[str], list[Stated]] = {}
    for together in stated_together(figures):
        values = tuple(counted_value(one, library.interface) for one in together)
        alike.setdefault(frozenset(value.text for value in values), []).append((together, values))
    beside: dict[frozenset[object], list[list[Stated]]] = {}
    for stated in alike.values():
        beside.setdefault(frozenset(map(what_it_counts, stated[0][0])), []).append(stated)
    for stated in (each for its in beside.values() for each in its):
        for number, (together, values) in enumerate(stated):
            yield _line(together, values, library, path, is_repeated=number > 0)


def _line(
    together: Sequence[Figure], values: tuple[CountedValue, ...], library: Library, path: str, *, is_repeated: bool
) -> FigureLine:
    first, citations = together[0], cited_together(together)
    return FigureLine(
        anchor=destination(first.id),
        values=values,
        is_repeated=is_repeated,
        text=first.text,
        language=first.language,
        direction=library.interface.direction(first.language),
        attribution=first.attribution,
        marks=tuple(library.mark(one.passage, str(n), path) for n, one in enumerate(citations, start=1)),
        sources=library.sources_of(citations, path),
        translation=library.translation(citations[0].translation),
        quoted=library.shown_whole(first.text, citations, path),
    )
