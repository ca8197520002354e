"""Sentences of one affair that give the same number or day and mean the same, though they do not name it.

Takes claims and affairs, gives pairs of sentences with how alike in meaning they are. "14 people died" here and „14
Menschen starben“ there are two reports of one fact where both articles share two distinctive names: that is the strict
rule with the names of the articles. Without the sentence encoder there are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from generator.analysis.agreement import quantities
from generator.analysis.agreement.affairs import Affair
from generator.analysis.agreement.claims import Claim, Pair
from generator.analysis.agreement.comparison import days_of, one_is_settled_as_other, same_time
from generator.analysis.agreement.likenesses import Likenesses
from generator.analysis.agreement.small_differences import differ_in_detail
from generator.analysis.language.embedding import LANGUAGES

MEANING_THE_SAME = 0.60
"""From this likeness in meaning (cosine) two sentences of one affair with one number or day state one fact."""


def confirmations(
    claims: Sequence[Claim], affairs: Iterable[Affair], likenesses: Likenesses | None, decided: Set[Pair] = frozenset()
) -> dict[Pair, float]:
    """Pairs of claims, by number, that state one fact, with their likeness in meaning; none that is ``decided``."""
    if likenesses is None:
        return {}
    asked = (pair for affair in affairs for pair in _pairs(claims, affair) if pair not in decided)
    return {pair: meaning for pair in asked if (meaning := likenesses.of(pair)) >= MEANING_THE_SAME}


def _pairs(claims: Sequence[Claim], affair: Affair) -> Iterator[Pair]:
    for i in affair.first:
        for j in affair.second:
            one, other = claims[i], claims[j]
            if one.denies == other.denies and _give_the_same(one, other) and not affair.are_rivals(one, other):
                yield i, j


def _give_the_same(one: Claim, other: Claim) -> bool:
    """Whether they give the same number or written day, and contradict each other in neither."""
    numbers, days = quantities.agree(one.quantities, other.quantities), same_time(one, other)
    if False in (numbers, days, one_is_settled_as_other(one, other)) or differ_in_detail(one, other):
        return False
    if numbers is True and not {one.language, other.language} <= LANGUAGES:
        return quantities.share_a_telling_one(one.quantities, other.quantities)
    return numbers is True or (days is True and bool(days_of(one)) and bool(days_of(other)))
