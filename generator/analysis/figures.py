"""Figures of a text: a number with its scale, its unit or the thing it counts, and how exactly it is meant.

Takes a text, its language, its sentences and the dates already found; gives the mentions in order, none overlapping
another or a date. Values are normalised ("16,4 Millionen" is 16,400,000), words are kept as printed.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.figure_candidates import Candidate, candidates
from generator.analysis.figure_choice import is_figure, qualifier_of
from generator.analysis.figure_words import FigureWords, figure_words
from generator.model import DateMention, FigureMention


def find_figures(
    text: str, language: str, spans: Sequence[tuple[int, int]] | None = None, dates: Sequence[DateMention] = ()
) -> tuple[FigureMention, ...]:
    """The figures of ``spans`` (sentences; default the whole text); offsets are code points into ``text``.

    ``text`` of a mention is a slice: number, scale and unit words as printed, without the qualifier. ``unit`` is an
    ISO 4217 code, ``%``, a symbol ("t", "km"), or the counted thing as printed; ``None`` for a bare number.
    """
    words = figure_words(language)
    mentions: list[FigureMention] = []
    for start, end in spans if spans is not None else [(0, len(text))]:
        sentence = text[start:end]
        taken = [(d.start - start, d.end - start) for d in dates if d.start < end and d.end > start]
        found = (one for one in candidates(sentence, words, taken) if is_figure(one, sentence, words))
        mentions.extend(_mention(one, sentence, start, words) for one in found)
    return tuple(mentions)


def _mention(found: Candidate, sentence: str, offset: int, words: FigureWords) -> FigureMention:
    return FigureMention(
        start=offset + found.start,
        end=offset + found.end,
        text=sentence[found.start : found.end],
        value=found.value,
        unit=found.unit,
        qualifier=qualifier_of(found, sentence, words),
    )
