"""The numbers of one theme, finished for its page, each in the words that state it.

Numbers of one passage stand together, and beside them those of other passages with the same value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import Figure
from generator.publishing.markdown import TrustedMarkdown, destination, encode_part
from generator.publishing.page_parts.figure_values import (
    CountedValue,
    cited_together,
    counted_value,
    stated_together,
    what_it_counts,
)
from generator.publishing.page_parts.library import Library
from generator.publishing.page_parts.lines import Mark, TranslationLine
from generator.publishing.page_parts.numbering import Numbering
from generator.publishing.page_parts.sourcing import SourceNames


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of quoted words; ``is_figure`` where it is the number itself, as printed."""

    text: TrustedMarkdown
    is_figure: bool


@dataclass(frozen=True, slots=True)
class StatedFigures:
    """What one passage counts: its numbers in the reader's language, the words as printed, and who says so.

    ``attribution`` is absent where the article says it in its own voice.
    """

    anchor: TrustedMarkdown
    values: tuple[CountedValue, ...]
    words: tuple[Words, ...]
    language: str
    direction: str
    attribution: str | None
    marks: tuple[Mark, ...]
    sources: SourceNames
    translation: TranslationLine | None


def stated_figures(
    figures: Iterable[Figure], library: Library, numbering: Numbering, path: str
) -> Iterator[StatedFigures]:
    """The numbers of a theme in the order given, those of one passage together, and beside them the same ones.

    "14,000 passengers" and "about 14,000 “Fahrgäste”" are the same number, counted in the words of two languages.
    """
    alike: dict[frozenset[object], list[tuple[Figure, ...]]] = {}
    for passage in stated_together(figures):
        alike.setdefault(frozenset(what_it_counts(one) for one in passage), []).append(passage)
    for together in (passage for passages in alike.values() for passage in passages):
        first, citations = together[0], cited_together(together)
        yield StatedFigures(
            anchor=destination(first.id),
            values=tuple(counted_value(one, library.interface) for one in together),
            words=tuple(_words(first.text, together)),
            language=first.language,
            direction=library.interface.direction(first.language),
            attribution=first.attribution,
            marks=library.marks(citations, numbering, path),
            sources=library.sources_of(citations, path),
            translation=library.translation(citations[0].translation),
        )


def _words(text: str, figures: Sequence[Figure]) -> Iterator[Words]:
    """The text cut at the numbers as printed; one that does not stand in it is not marked."""
    position = 0
    for start, end in sorted(_places(text, figures)):
        if start < position:
            continue
        if start > position:
            yield Words(encode_part(text[position:start]), is_figure=False)
        yield Words(encode_part(text[start:end]), is_figure=True)
        position = end
    if position < len(text):
        yield Words(encode_part(text[position:]), is_figure=False)


def _places(text: str, figures: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    for figure in figures:
        start = text.find(figure.expression) if figure.expression else -1
        if start >= 0:
            yield start, start + len(figure.expression)
