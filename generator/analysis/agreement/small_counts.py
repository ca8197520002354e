"""Small numbers in words that count whom something befell: "zginęło czterech górników", "έξι μετανάστες πνίγηκαν".

In running prose a small number word is no figure, but of the dead and the injured it is the news. Takes a sentence, its
figures and the words that tell what befell people; gives a figure for each number word nearest to one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from generator.analysis.figures.candidate import Candidate
from generator.analysis.figures.candidates import candidates
from generator.analysis.figures.names import around, is_age, is_labelled, is_time
from generator.analysis.figures.words import FigureWords, figure_words
from generator.model import FigureMention

LARGEST = 12
"""From the next one on a number word before a noun is a figure."""


def small_counts(
    text: str, start: int, figures: Sequence[FigureMention], befell: Sequence[re.Match[str]], language: str, reach: int
) -> Iterator[FigureMention]:
    """The number words of a sentence, which stands at ``start``, that stand nearest to what befell people.

    ``reach`` is how many characters may lie between; a word for what befell that has a figure so near asks for none.
    """
    words = figure_words(language)
    found = [
        FigureMention(start + one.start, start + one.end, text[one.start : one.end], one.value, one.unit)
        for one in candidates(text, words, ())
        if _is_small_count(one, text, words)
        and not any(figure.start < start + one.end and start + one.start < figure.end for figure in figures)
    ]
    taken: set[FigureMention] = set()
    for match in befell if found else ():
        nearest = min(chain(figures, found), key=lambda figure: gap(figure, match, start))
        if nearest in found and gap(nearest, match, start) <= reach:
            taken.add(nearest)
    yield from sorted(taken, key=lambda figure: figure.start)


def gap(figure: FigureMention, match: re.Match[str], start: int) -> int:
    """How many characters lie between a figure and words of a sentence that stands at ``start``."""
    return max(match.start() + start - figure.end, figure.start - match.end() - start, 0)


def _is_small_count(one: Candidate, sentence: str, words: FigureWords) -> bool:
    """Whether it is a number word from two on, and no time, age, stretch of time or number that is known before."""
    if one.run.digits or one.strong or not 1 < one.run.value <= LARGEST or one.value != int(one.run.value):
        return False
    before, _ = around(one.run, sentence)
    excluded = words.exclusions
    if excluded.known_before.search(before) or excluded.vague_before.search(before):
        return False
    lasts = (one.unit or "").casefold() in words.durations
    return not (lasts or any(is_no_count(one, sentence, words) for is_no_count in (is_time, is_age, is_labelled)))
