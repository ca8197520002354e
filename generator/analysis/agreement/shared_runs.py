"""Runs of four words that several articles hold, and which of the earliest articles hold each.

There are hundreds of runs in every article, nearly all of them in this one alone; see ``recurring``.
"""

from __future__ import annotations

import math
import re
from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from itertools import accumulate

from generator.analysis.agreement.recurring import Boxes, Recurring
from generator.model import Article

RUN_WORDS = 4
"""Length of the runs of words that are compared."""

HOLDERS_REMEMBERED = 24
"""How many of the earliest holders of a run are remembered; a copy shares nearly all its runs with its original."""

ARTICLES_HELD = 2_000

# A word: letters and digits of any script, e.g. "Gasleitung", "3", "Нафта".
WORD = re.compile(r"\w+")


class SharedRuns:
    """The runs that several of the articles hold, each known by its place in the order of their numbers.

    Articles are known by their place among ``articles``. A number is Python's hash of the words, of 64 bits.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        boxes = Boxes()
        for article in articles:
            boxes.add(numbers_of(article))
        recurring = boxes.recurring()
        self._spread = recurring.spread
        remembered = accumulate((min(spread, HOLDERS_REMEMBERED) for spread in self._spread), initial=0)
        self._starts = array("Q", remembered)
        self._holders = array("I", bytes(array("I").itemsize * self._starts[-1]))
        self._filled = array("B", bytes(len(recurring)))
        self._weight_of = lru_cache(maxsize=None)(partial(_weight_by_spread, len(articles)))
        self.of = lru_cache(maxsize=ARTICLES_HELD)(partial(_shared_of, articles, recurring))

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


def _shared_of(articles: Sequence[Article], recurring: Recurring, article: int) -> tuple[array[int], int]:
    """The shared runs of an article by their places, in order, and how many runs it has in all."""
    numbers = numbers_of(articles[article])
    return array("I", recurring.places(numbers)), len(numbers)


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
