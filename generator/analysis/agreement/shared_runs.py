"""Runs of four words that several articles hold, and which of the earliest articles hold each.

There are hundreds of runs in every article, nearly all of them in this one alone. So they are told apart by numbers,
which wait in files until all are known, sorted into boxes; only those that stand in several articles stay in memory,
in rows of plain numbers: some thirty bytes for each, however many articles there are.
"""

from __future__ import annotations

import math
import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import lru_cache, partial
from itertools import accumulate, chain, pairwise
from tempfile import SpooledTemporaryFile

from generator.model import Article

RUN_WORDS = 4
"""Length of the runs of words that are compared."""

HOLDERS_REMEMBERED = 24
"""How many of the earliest holders of a run are remembered; a copy shares nearly all its runs with its original."""

BOX_BITS = 6
BOX_BYTES_IN_MEMORY = 128 * 1024
NUMBERS_WRITTEN_AT_ONCE = 1024
"""Numbers go into 64 boxes by their first bits; a box becomes a file when it is larger than this."""

ARTICLES_HELD = 2_000

# A word: letters and digits of any script, e.g. "Gasleitung", "3", "Нафта".
WORD = re.compile(r"\w+")


class SharedRuns:
    """The runs that several of the articles hold, each known by its place in the order of their numbers.

    Articles are known by their place among ``articles``. A number is Python's hash of the words, of 64 bits.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self._numbers, self._spread = _held_by_several(map(numbers_of, articles))
        remembered = accumulate((min(spread, HOLDERS_REMEMBERED) for spread in self._spread), initial=0)
        self._starts = array("Q", remembered)
        self._holders = array("I", bytes(array("I").itemsize * self._starts[-1]))
        self._filled = array("B", bytes(len(self._numbers)))
        self._weight_of = lru_cache(maxsize=None)(partial(_weight_by_spread, len(articles)))
        self.of = lru_cache(maxsize=ARTICLES_HELD)(partial(_shared_of, articles, self._numbers))

    def weight(self, place: int) -> float:
        """Inverse document frequency of a run; it is 1 for one that a single article holds."""
        return self._weight_of(self._spread[place])

    def holders(self, place: int) -> Sequence[int]:
        """The articles that were said to hold a run so far, the earliest ones."""
        start = self._starts[place]
        return self._holders[start : start + self._filled[place]]

    def remember(self, place: int, article: int) -> None:
        """Say that an article holds a run; the first ones are remembered."""
        start, filled = self._starts[place], self._filled[place]
        if start + filled < self._starts[place + 1]:
            self._holders[start + filled] = article
            self._filled[place] = filled + 1


def _shared_of(articles: Sequence[Article], shared: Sequence[int], article: int) -> tuple[array[int], int]:
    """The shared runs of an article by their places, in order, and how many runs it has in all."""
    numbers = numbers_of(articles[article])
    places = ((bisect_left(shared, number), number) for number in numbers)
    found = sorted(p for p, number in places if p < len(shared) and shared[p] == number)
    return array("I", found), len(numbers)


def _weight_by_spread(articles: int, spread: int) -> float:
    return math.log(1 + articles / spread) / math.log(1 + articles)


def numbers_of(article: Article) -> frozenset[int]:
    """A number for each run of words of the body; a shorter body is one run."""
    sentences = (sentence for paragraph in article.paragraphs for sentence in paragraph.sentences)
    return _numbers(word for each in sentences for word in _words(article.text[each.start : each.end]))


def numbers_in(sentence: str) -> frozenset[int]:
    """The same of one sentence."""
    return _numbers(_words(sentence))


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def _numbers(found: Iterable[str]) -> frozenset[int]:
    words = list(found)
    if len(words) < RUN_WORDS:
        return frozenset((hash(" ".join(words)),)) if words else frozenset()
    return frozenset(hash(" ".join(words[at : at + RUN_WORDS])) for at in range(len(words) - RUN_WORDS + 1))


def _held_by_several(rows: Iterable[frozenset[int]]) -> tuple[array[int], array[int]]:
    """The numbers that stand in several rows, in order, and in how many rows each stands."""
    with ExitStack() as stack:
        boxes = [stack.enter_context(SpooledTemporaryFile(max_size=BOX_BYTES_IN_MEMORY)) for _ in range(1 << BOX_BITS)]
        waiting = [array("q") for _ in boxes]
        for number in chain.from_iterable(rows):
            at = (number >> (63 - BOX_BITS + 1)) + len(boxes) // 2  # the sign counts: boxes follow each other in order
            waiting[at].append(number)
            if len(waiting[at]) == NUMBERS_WRITTEN_AT_ONCE:
                boxes[at].write(waiting[at].tobytes())
                waiting[at] = array("q")
        numbers, spread = array("q"), array("I")
        for box, last in zip(boxes, waiting, strict=True):
            box.seek(0)
            last.frombytes(box.read())
            for number, times in _repeated(sorted(last)):
                numbers.append(number)
                spread.append(times)
    return numbers, spread


def _repeated(ordered: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each number that stands several times in an ordered row, and how often."""
    for number in sorted({one for one, other in pairwise(ordered) if one == other}):
        yield number, bisect_right(ordered, number) - bisect_left(ordered, number)
