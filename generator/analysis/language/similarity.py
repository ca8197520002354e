"""How alike two sentences are, without knowing their language: weighted words and parts of words.

Takes folded words, gives vectors of unit length; the likeness of two sentences is the cosine of their vectors.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

Vector = Mapping[str, float]


class Rarities(Protocol):
    """Of each stem how rare it is; a mapping is one."""

    def get(self, stem: str, default: float, /) -> float:
        """The inverse document frequency of a stem."""


PREFIX_LETTERS = 5
"""Words of one stem share their first letters ("Lieferung", "lieferte"): a crude stem that needs no dictionary."""


def stems(words: Iterable[str]) -> tuple[str, ...]:
    """Crude stems of folded words, without those of one or two letters; numbers stay whole."""
    return tuple(w if w.isdigit() else w[:PREFIX_LETTERS] for w in words if len(w) > 2 or w.isdigit())


def rarities(texts: Iterable[Sequence[str]]) -> Mapping[str, float]:
    """Of each stem the inverse document frequency over the texts given."""
    spread: Counter[str] = Counter()
    documents = 0
    for text in texts:
        spread.update(frozenset(text))
        documents += 1
    return {stem: rarity_of(count, documents) for stem, count in spread.items()}


def rarity_of(spread: int, documents: int) -> float:
    """The inverse document frequency of a stem that so many of the documents hold."""
    return math.log(1 + documents / spread)


def vector(text: Sequence[str], rarity: Rarities) -> Vector:
    """A vector of unit length over the stems of a text."""
    counts = Counter(text)
    raw = {stem: (1 + math.log(count)) * rarity.get(stem, 1.0) for stem, count in sorted(counts.items())}
    length = math.sqrt(sum(weight * weight for weight in raw.values()))
    return {stem: weight / length for stem, weight in raw.items()} if length else {}


def likeness(a: Vector, b: Vector) -> float:
    """Cosine of two vectors: 0 nothing in common, 1 the same words."""
    if len(b) < len(a):
        a, b = b, a
    return sum(weight * b[stem] for stem, weight in a.items() if stem in b)


@dataclass(frozen=True, slots=True)
class Centre:
    """The middle of a set of vectors: their sum, and the square of its length."""

    total: Vector
    squared: float

    @classmethod
    def of(cls, vectors: Sequence[Vector]) -> Centre:
        """Add the vectors up."""
        total: dict[str, float] = {}
        for one in vectors:
            for stem, weight in one.items():
                total[stem] = total.get(stem, 0.0) + weight
        return cls(total, sum(weight * weight for weight in total.values()))

    def likeness_of(self, member: Vector) -> float:
        """Cosine of one of the vectors and the sum of all others; 0 where there are none."""
        own = sum(weight * weight for weight in member.values())
        shared = likeness(member, self.total)
        others = self.squared - 2 * shared + own
        return (shared - own) / math.sqrt(others) if others > 1e-9 else 0.0
