"""A number in the reader's language, and which numbers one passage states: for the list of figures and theme pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.analysis.agreement.counted import is_measured
from generator.briefing.wording import value_in_words
from generator.model import Citation, Figure
from generator.publishing.interface import Interface
from generator.publishing.markdown import TrustedMarkdown, destination


@dataclass(frozen=True, slots=True)
class CountedValue:
    """A number in the reader's language, with its qualifier in words.

    ``unit`` is what is counted, where that stands as printed in another ``language``: ``before`` and ``after`` are the
    text around it. Otherwise ``before`` is all of the text.
    """

    id: str
    anchor: TrustedMarkdown
    text: str
    before: str
    unit: str = ""
    after: str = ""
    language: str = ""


def counted_value(figure: Figure, say: Interface) -> CountedValue:
    """A number in words: "nearly 5 billion USD", "2 to 3%", "at least 92 flights".

    What is counted stands as printed: in quotation marks where that is another language than the reader's.
    """
    unit = figure.unit
    is_printed = bool(unit) and not is_measured(unit) and figure.language != say.language
    if unit and is_printed:
        unit = say.gettext("“%(words)s”") % {"words": unit}
    words = value_in_words(figure.value, unit, figure.qualifier, say)
    anchor = destination(figure.id)
    before, printed, after = words.rpartition(figure.unit) if figure.unit and is_printed else (words, "", "")
    return CountedValue(figure.id, anchor, words, before, printed, after, figure.language)


def what_it_counts(figure: Figure) -> tuple[float | tuple[float, float], str]:
    """A number with its measure: the same for two that count in the words of two languages, however exactly."""
    return figure.value, figure.unit if figure.unit and is_measured(figure.unit) else ""


def stated_together(figures: Iterable[Figure]) -> tuple[tuple[Figure, ...], ...]:
    """The figures in the order given, those of one passage that the same person states together."""
    found: dict[tuple[str, str, str | None], list[Figure]] = {}
    for figure in figures:
        found.setdefault((figure.citations[0].passage.id, figure.text, figure.attribution), []).append(figure)
    return tuple(map(tuple, found.values()))


def cited_together(figures: Iterable[Figure]) -> tuple[Citation, ...]:
    """What figures that stand together rest on, each passage once."""
    return tuple({one.passage.id: one for figure in figures for one in figure.citations}.values())
