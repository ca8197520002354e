"""Which numbers are figures, and how exactly a figure is meant.

A figure is what a reader would put in a table. No figure is a time, an age, a score, an ordinal, a name with a number
("G20", "Artikel 5"), a telephone or list number, a year, nor a small number word in running prose ("zwei Ideen")
unless it counts people or carries a unit or a qualifier. What makes a number a name is in ``figures.names``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.analysis.figures.candidate import Candidate, is_money
from generator.analysis.figures.candidates import WIDTH_BEFORE
from generator.analysis.figures.names import (
    around,
    is_age,
    is_inside_a_word,
    is_labelled,
    is_mere_number,
    is_outcome,
    is_score,
    is_time,
    names_something,
)
from generator.analysis.figures.words import FigureWords
from generator.model import Qualifier

SMALLEST_NUMBER_WORD = 13
LARGE_NUMBER_WORD = 1000
# What a qualifier becomes behind "not": "not over 500 euros" is at most that
OPPOSITES = {Qualifier.MORE_THAN: Qualifier.AT_MOST, Qualifier.LESS_THAN: Qualifier.AT_LEAST}


def figures_among(found: Sequence[Candidate], sentence: str, words: FigureWords) -> Iterator[Candidate]:
    """The figures among the numbers of a sentence, in order."""
    listed = _listed_names(found, sentence, words)
    for position, one in enumerate(found):
        if position not in listed and (
            is_figure(one, sentence, words) or _counts_beside(position, found, sentence, words)
        ):
            yield one


def is_figure(found: Candidate, sentence: str, words: FigureWords) -> bool:
    """Whether a number with what stands around it is a figure at all."""
    if _is_no_count(found, sentence, words):
        return False
    if is_inside_a_word(found, sentence, words) or (not found.strong and names_something(found, sentence, words)):
        return False
    if not found.run.digits:
        return _counts_in_words(found, sentence, words)
    if found.strong or found.run.scaled:
        return True
    qualified = qualifier_of(found, sentence, words) is not Qualifier.EXACTLY
    return not is_mere_number(found, sentence, words, qualified=qualified)


def _is_no_count(found: Candidate, sentence: str, words: FigureWords) -> bool:
    """Whether a number is a time of day, an age or a name."""
    return is_time(found, sentence, words) or is_age(found, sentence, words) or is_labelled(found, sentence, words)


def qualifier_of(found: Candidate, sentence: str, words: FigureWords) -> Qualifier:
    """How exactly a number is meant, by the word right before it ("rund") or behind it ("or more")."""
    before = "" if found.changed else sentence[max(0, found.start - WIDTH_BEFORE) : found.start]
    for qualifier, pattern in words.qualifiers.before:
        said = pattern.search(before)
        if said and not _only_looks_like(qualifier, found, sentence, words):
            denied = words.qualifiers.negated.search(before, 0, said.start())
            return OPPOSITES.get(qualifier, qualifier) if denied else qualifier
    for qualifier, pattern in words.qualifiers.behind:
        if pattern.match(sentence, found.run.end) or pattern.match(sentence, found.end):
            return qualifier
    return Qualifier.ABOUT if found.run.rough else Qualifier.EXACTLY


def _only_looks_like(qualifier: Qualifier, found: Candidate, sentence: str, words: FigureWords) -> bool:
    """Whether a word before a number has another sense here: "ein Vertrag über 5 Millionen", "снизилась до 7 %"."""
    if qualifier is Qualifier.MORE_THAN:
        return words.qualifiers.after_noun.search(sentence, max(0, found.start - WIDTH_BEFORE), found.start) is not None
    if qualifier is Qualifier.LESS_THAN and not found.strong:  # "unter den 26 Bewerbern" is among them
        before = sentence[max(0, found.start - WIDTH_BEFORE) : found.start]
        return words.exclusions.known_before.search(before) is not None
    return qualifier is Qualifier.AT_MOST and is_outcome(found, sentence, words)


def _counts_beside(position: int, found: Sequence[Candidate], sentence: str, words: FigureWords) -> bool:
    """Whether a small number word counts because a figure in digits beside it does: "two missiles and 30 drones"."""
    one = found[position]
    counts = one.unit is not None and one.unit.casefold() not in words.durations and one.run.value > 1
    before, _ = around(one.run, sentence)
    vague = words.exclusions.vague_before.search(before) or words.exclusions.known_before.search(before)
    if one.run.digits or not counts or vague or _is_no_count(one, sentence, words):
        return False
    pairs = [(found[position - 1], one)] if position else []
    pairs += [(one, following) for following in found[position + 1 : position + 2]]
    return any(
        other.run.digits and other.unit is not None and is_figure(other, sentence, words)
        for first, second in pairs
        for other in (first, second)
        if other is not one and words.joins.listed.fullmatch(sentence, first.end, second.start)
    )


def _listed_names(found: Sequence[Candidate], sentence: str, words: FigureWords) -> frozenset[int]:
    """Positions of numbers that a neighbour in a list shows to be none: "Artikel 5 und 6", "um 8, 9 und 10 Uhr"."""
    names: set[int] = set()
    pairs = list(pairwise(enumerate(found)))
    for (first, one), (second, other) in pairs:
        gap = sentence[one.run.end : other.run.start]
        labelled = first in names or is_labelled(one, sentence, words)
        if labelled and other.unit is None and words.joins.listed.fullmatch(gap):
            names.add(second)
        if is_score(one, other) and words.joins.ranges.fullmatch(gap):
            names |= {first, second}
    for (first, one), (second, other) in reversed(pairs):
        gap = sentence[one.run.end : other.run.start]
        named = second in names or is_time(other, sentence, words) or is_age(other, sentence, words)
        if named and one.unit is None and words.joins.listed.fullmatch(gap):
            names.add(first)
    return frozenset(names)


def _counts_in_words(found: Candidate, sentence: str, words: FigureWords) -> bool:
    """Whether a number word says a figure: with unit or scale, if large, of people, qualified, or standing alone."""
    run, unit = found.run, (found.unit or "").casefold()
    before, after = around(run, sentence)
    word = sentence[run.start : run.end].casefold()
    of_something = word not in words.share_nouns or (found.unit is not None and unit not in words.no_shares)
    half = 0 < run.value < 1 and " " not in word and not (run.scaled or found.strong)  # "half open" counts nothing
    following = re.match(r"\s([^\W\d_]+)", after)
    comes_round = 0 < run.value < 1 and following is not None and following[1].casefold() in words.recurring
    if (
        half
        or comes_round
        or not of_something
        or unit in words.durations
        or words.exclusions.vague_before.search(before)
    ):
        return False
    alone = not before.strip() + after.strip(" .!?\n") and run.end - run.start > 1
    article = word in words.indefinite
    if run.value == 1 and found.value == 1 and not (alone and not article):
        measured = found.strong and qualifier_of(found, sentence, words) is not Qualifier.EXACTLY
        plain = found.strong and (is_money(found) or found.unit == "%")
        return run.scaled or (measured if article else plain)  # "more than a metre of snow"
    negative = not isinstance(found.value, tuple) and found.value < 0
    measured = found.strong and not (words.unspaced and run.value < SMALLEST_NUMBER_WORD and _is_counter(unit))
    if run.scaled or measured or alone or negative or run.value != int(run.value):
        return True
    qualified = qualifier_of(found, sentence, words) is not Qualifier.EXACTLY
    if run.value >= SMALLEST_NUMBER_WORD:
        return found.unit is not None or run.value >= LARGE_NUMBER_WORD or qualified
    if qualified:
        return found.unit is not None
    return words.things.are_people(unit) and not words.exclusions.known_before.search(before)


def _is_counter(unit: str) -> bool:
    """Whether a unit behind a number word is one of those with which a language counts anything: "三个", "两度"."""
    return unit == "°" or (unit.isalpha() and not unit.isascii())
