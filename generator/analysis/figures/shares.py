"""Shares said with two numbers: "seven in ten", "2 out of 5", "7 Français sur 10", "四分之一", "4人に1人"."""

from __future__ import annotations

from dataclasses import replace

from generator.analysis.figures.candidate import Candidate
from generator.analysis.figures.words import FigureWords

ROUND_WHOLES = frozenset({3, 4, 5, 10, 100, 1000})
# Of so many things only one is a share, "one in 20 adults"; "9 out of 25 members" are nine
SIZES_OF_GROUPS = frozenset({12, 20, 25, 50})
ROUND_NUMBERS = frozenset({*range(2, 11), 12, 20, 25, 50, 100, 500, 1000, 10_000, 100_000, 1_000_000})


def share(first: Candidate, second: Candidate, sentence: str, words: FigureWords) -> Candidate | None:
    """A share said with two round numbers, as one number; absent where they are two."""
    low, high = first.value, second.value
    if isinstance(low, tuple) or isinstance(high, tuple) or low != int(low):
        return None
    if 0 < high < low:
        return _of_whole(first, second, sentence, words)
    if first.strong or first.run.scaled or not 0 < low < high:
        return None
    return _in_round_number(first, second, sentence, words)


def _in_round_number(first: Candidate, second: Candidate, sentence: str, words: FigureWords) -> Candidate | None:
    """ "seven in ten", "7 Français sur 10", "un italiano su tre"."""
    low, high = first.run.value, second.run.value
    counts = low > 1 and second.unit is not None and high in SIZES_OF_GROUPS
    if high not in ROUND_NUMBERS or counts:
        return None
    run, value = replace(second.run, start=first.run.start, scaled=True), low / high
    if words.joins.ratios.fullmatch(sentence, first.run.end, second.run.start):
        return replace(second, start=first.start, value=value, run=run)
    if second.strong or high not in ROUND_WHOLES:
        return None
    noun, end = first.unit, first.end
    if noun is None and low == 1 and second.unit is None:
        word = words.things.next_word.match(sentence, first.run.end)
        noun, end = (word[1], word.end()) if word else (None, end)
    told = noun is not None and words.joins.ratios.fullmatch(sentence, end, second.run.start)
    return replace(first, end=second.run.end, value=value, run=run, unit=noun) if told else None


def _of_whole(first: Candidate, second: Candidate, sentence: str, words: FigureWords) -> Candidate | None:
    """ "四分之一", "4人に1人": the whole stands first."""
    run = replace(second.run, start=first.run.start, scaled=True)
    told = words.joins.parts_of.fullmatch(sentence, first.run.end, second.run.start)
    if not told and first.run.value in ROUND_NUMBERS:
        told = words.joins.of_whole.fullmatch(sentence, first.run.end, second.run.start)
    if not told:
        return None
    if not second.strong:  # the thing counted stood before: "dört gençten biri"
        second = replace(second, end=second.run.end, unit=None)
    return replace(second, start=first.start, value=second.run.value / first.run.value, run=run)
