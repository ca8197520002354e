"""Sentences of one affair that are related though nothing shows that they state one fact.

Takes claims and affairs, gives pairs of sentences: those of which each is the nearest in meaning to the other, and
those of one language that share several rare words, as where one tells a part of what the other tells. "Related" is no
promise that both say the same; it only sets one beside the other. Without the sentence encoder there are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache

from generator.analysis.agreement.affairs import Affair
from generator.analysis.agreement.claims import Claim, Pair
from generator.analysis.agreement.likenesses import Likenesses, Nearness
from generator.analysis.language.similarity import rarities, stems

NEAREST = Nearness(0.45, 0.03)
"""So alike are two sentences, and by so much nearer to each other than to any other of the two articles."""

PART_SAID = 0.33
WORDS_SHARED = 4
PART_MEANT = 0.35
"""Of the shorter sentence this share of its weight, and so many words, stand in the longer one, so alike in meaning."""

WORDS_HELD = 1_000


def related(
    claims: Sequence[Claim], affairs: Sequence[Affair], likenesses: Likenesses | None, decided: Set[Pair] = frozenset()
) -> frozenset[Pair]:
    """Pairs of claims, by number, that belong beside each other; none that is ``decided``."""
    if likenesses is None:
        return frozenset()
    told = sorted({number for affair in affairs for number in (*affair.first, *affair.second)})
    words_of = lru_cache(maxsize=WORDS_HELD)(lambda number: frozenset(stems(claims[number].words)))
    rarity = rarities(tuple(words_of(number)) for number in told)

    def share_a_part(pair: Pair) -> bool:
        own, theirs = map(words_of, pair)
        shared = own & theirs
        if len(shared) < WORDS_SHARED or likenesses.of(pair) < PART_MEANT:
            return False
        weights = [sum(rarity[word] for word in sorted(words)) for words in (own, theirs, shared)]
        return weights[2] >= PART_SAID * min(weights[:2])

    return frozenset(
        pair
        for pair in _pairs(affairs)
        if pair not in decided and (_are_nearest(pair, likenesses) or share_a_part(pair))
    )


def _pairs(affairs: Iterable[Affair]) -> Iterator[Pair]:
    for affair in affairs:
        yield from ((i, j) for i in affair.first for j in affair.second)


def _are_nearest(pair: Pair, likenesses: Likenesses) -> bool:
    return likenesses.of(pair) >= NEAREST.likeness and likenesses.margin(pair) >= NEAREST.margin
