"""Sentences of one affair and one language of which one says all that the other says.

Takes claims and affairs, gives pairs of sentences with the share of the shorter one's words, weighed by rarity, that
the other holds. "Present was also Prime Minister X" is told by "Prime Minister X, who was present, called it …".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache

from generator.analysis.agreement import quantities
from generator.analysis.agreement.affairs import Affair
from generator.analysis.agreement.claims import Claim, Pair
from generator.analysis.agreement.comparison import begin_with_others, one_is_settled_as_other, same_time
from generator.analysis.agreement.small_differences import differ_in_detail
from generator.analysis.language.similarity import rarities, stems

SAID_AGAIN = 0.75
FEWEST_WORDS = 4
"""Of the shorter sentence this share of its weight, and so many of its words, stand in the longer one."""

WORDS_HELD = 1_000


def contained(
    claims: Sequence[Claim], affairs: Sequence[Affair], decided: Set[Pair] = frozenset()
) -> dict[Pair, float]:
    """Pairs of claims, by number, that state one fact, with the share of words; none that is ``decided``."""
    asked = {number for affair in affairs for pair in _pairs(claims, affair, decided) for number in pair}
    words_of = lru_cache(maxsize=WORDS_HELD)(lambda number: frozenset(stems(claims[number].words)))
    rarity = rarities(tuple(words_of(number)) for number in sorted(asked))
    found: dict[Pair, float] = {}
    for i, j in (pair for affair in affairs for pair in _pairs(claims, affair, decided)):
        words = [words_of(i), words_of(j)]
        shared = words[0] & words[1]
        weights = [sum(rarity[word] for word in sorted(own)) for own in (*words, shared)]
        share = weights[2] / min(weights[:2]) if all(weights) else 0.0
        if share >= SAID_AGAIN and len(shared) >= FEWEST_WORDS:
            found[i, j] = share
    return found


def _pairs(claims: Sequence[Claim], affair: Affair, decided: Set[Pair]) -> Iterator[Pair]:
    for i in affair.first:
        for j in affair.second:
            if (i, j) in decided or not _may_say_the_same(claims[i], claims[j]):
                continue
            if not affair.are_rivals(claims[i], claims[j]):
                yield i, j


def _may_say_the_same(one: Claim, other: Claim) -> bool:
    if one.language != other.language or one.denies != other.denies or not one_is_settled_as_other(one, other):
        return False
    if begin_with_others(one, other) or differ_in_detail(one, other):
        return False
    return same_time(one, other) is not False and quantities.agree(one.quantities, other.quantities) is not False
