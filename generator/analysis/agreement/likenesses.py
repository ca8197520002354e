"""How alike in meaning sentences of two articles are, measured for all sentences of both at once.

Takes the claims of all articles and the sentence encoder. What is measured between two articles is a pure function of
their words and kept between runs: a rebuild encodes the sentences of what changed alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path

from generator.analysis.agreement.claims import ClaimRow, Pair
from generator.analysis.language.embedding import Encoder, Vectors, likeness_table, vectors_of
from generator.cache import Cache, key_of

NAMES_COUNT = 0.20
"""By so much names may make the heads of two articles more alike."""

ARTICLES_HELD = 64
HEADS_HELD = 2_000
TABLES_HELD = 8
"""So many stay in memory; pairs are asked for article by article."""


@dataclass(frozen=True, slots=True)
class _Table:
    """The likeness (cosine) of each sentence of one article, a row, to each of another one."""

    rows: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Nearness:
    """A likeness in meaning (cosine), and by how much it surpasses that of either sentence to any other."""

    likeness: float
    margin: float


class Likenesses:
    """The likeness of any two claims, by their numbers; ``kept`` is a folder for results between runs."""

    def __init__(self, claims: ClaimRow, model: Encoder, kept: Path | None = None) -> None:
        self._claims, self._model, self._cache = claims, model, Cache(kept)
        self._vectors = lru_cache(maxsize=ARTICLES_HELD)(self._encoded)
        self._head = lru_cache(maxsize=HEADS_HELD)(self._encoded)
        self._table = lru_cache(maxsize=TABLES_HELD)(self._measured)

    def of(self, pair: Pair) -> float:
        """How alike the two are, from -1 to 1."""
        table, row, column = self._place(pair)
        return table.rows[row][column]

    def are_heads_alike(self, first: Sequence[int], second: Sequence[int], needed: float) -> bool:
        """Whether two sentences, one of each article, of which one opens its article, are so alike.

        Short heads are alike by a name that both hold: without names they may be less alike by ``NAMES_COUNT`` alone.
        """
        with_names = self._of_heads(self._texts(first), self._texts(second))
        if max(with_names) < needed:
            return False
        bare = (tuple(map(self._without_names, numbers)) for numbers in (first, second))
        without = self._of_heads(*bare)
        both = zip(with_names, without, strict=True)
        return any(named >= needed and plain >= needed - NAMES_COUNT for named, plain in both)

    def _of_heads(self, one: tuple[str, ...], other: tuple[str, ...]) -> tuple[float, ...]:
        """The likeness of each first sentence to all of the other article."""
        key = key_of("likeness", one, other)
        table = self._cache.get_or_make(_Table, key, lambda: _Table(likeness_table(self._head(one), self._head(other))))
        return (*table.rows[0], *(row[0] for row in table.rows))

    def margin(self, pair: Pair) -> float:
        """By how much their likeness surpasses that of either to any other sentence of the two articles.

        Two articles of one sentence each have nothing to measure it by: it is 0.
        """
        table, row, column = self._place(pair)
        others = chain(
            (value for place, value in enumerate(table.rows[row]) if place != column),
            (values[column] for place, values in enumerate(table.rows) if place != row),
        )
        likeness = table.rows[row][column]
        return round(likeness - max(others, default=likeness), 2)

    def beyond_names(self, pair: Pair) -> float:
        """How alike the two are but for the names in them: two sentences on one man are alike by his name."""
        one, other = (self._without_names(number) for number in pair)
        table = self._cache.get_or_make(
            _Table, key_of("likeness", (one,), (other,)), lambda: self._compared((one,), (other,))
        )
        return table.rows[0][0]

    def _without_names(self, number: int) -> str:
        claim = self._claims[number]
        text, start = claim.text, claim.sentence.start
        for name in sorted(claim.names, key=lambda name: -name.start):
            end = name.end or name.start + len(name.spelling)
            text = text[: name.start - start] + text[end - start :]
        return " ".join(text.split())

    def _place(self, pair: Pair) -> tuple[_Table, int, int]:
        first, second = (self._claims.beside(number) for number in pair)
        return self._table(first, second), pair[0] - first.start, pair[1] - second.start

    def _measured(self, first: range, second: range) -> _Table:
        one, other = self._texts(first), self._texts(second)
        return self._cache.get_or_make(_Table, key_of("likeness", one, other), lambda: self._compared(one, other))

    def _compared(self, first: tuple[str, ...], second: tuple[str, ...]) -> _Table:
        return _Table(likeness_table(self._vectors(first), self._vectors(second)))

    def _encoded(self, texts: tuple[str, ...]) -> Vectors:
        return vectors_of(self._model, texts)

    def _texts(self, numbers: Sequence[int]) -> tuple[str, ...]:
        return tuple(self._claims[number].text for number in numbers)
