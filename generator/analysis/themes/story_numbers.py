"""The numbers of an article that few others print: they tell a story where scripts and words of languages part.

Takes an article; gives each such number without its unit, which is printed differently in every language. A pure
function of the article: what an earlier run found can be kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from generator.analysis.agreement.counted import Quantity
from generator.analysis.agreement.quantities import is_rare_number
from generator.analysis.figures.recognition import find_figures
from generator.cache import Cache, key_of
from generator.model import Article

OF_ONE_NUMBER = 0.15
"""What one shared number adds to the likeness of two articles: alone it binds none, two do."""
MOST_NUMBERS = 3
SMALLEST_BESIDE = 10
"""A smaller number beside a rare one may stand there by chance."""
SHARED_BY_MOST = 12
"""A number that more articles print is of many stories."""


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers of an article as keys, each once, in order."""

    keys: tuple[str, ...]


def rare_numbers(article: Article, kept: Path | None = None) -> tuple[str, ...]:
    """Keys of the numbers that two articles hardly print by chance: "#214", "#18000000000".

    ``kept`` is a folder for results between runs.
    """
    key = key_of("story numbers", article.text, article.paragraphs, article.metadata.language)
    return Cache(kept).get_or_make(_Numbers, key, lambda: _Numbers(_found(article))).keys


def _found(article: Article) -> tuple[str, ...]:
    """The rare numbers, and each with another number of its sentence: "214 passengers and 38 crew" is one story's."""
    spans = tuple((sentence.start, sentence.end) for sentence in article.sentences)
    quantities = list(map(Quantity, find_figures(article.text, article.metadata.language, spans)))
    keys: list[str] = []
    for start, end in spans:
        its = [quantity for quantity in quantities if start <= quantity.figure.start < end]
        rare = [quantity for quantity in its if is_rare_number(quantity)]
        keys += [_key(quantity) for quantity in rare]
        beside = [quantity for quantity in its if quantity.low >= SMALLEST_BESIDE]
        pairs = ((one, other) for one in rare for other in beside if one is not other)
        keys += [" ".join(sorted((_key(one), _key(other)))) for one, other in pairs]
    return tuple(dict.fromkeys(keys))


def _key(quantity: Quantity) -> str:
    """The number alone: "SEK" and "Kronen" are one unit, and so are "passengers" and "passagerare"."""
    return f"#{quantity.low:.12g}"


def likeness_by_numbers(numbers: Mapping[str, tuple[str, ...]]) -> dict[tuple[str, str], float]:
    """For each pair of articles that share rare numbers what these add to their likeness; ``numbers`` by article."""
    printed_by: dict[str, list[str]] = defaultdict(list)
    for article in sorted(numbers):
        for number in numbers[article]:
            printed_by[number].append(article)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for articles in printed_by.values():
        if len(articles) <= SHARED_BY_MOST:
            for pair in combinations(articles, 2):
                shared[pair] += 1
    return {pair: OF_ONE_NUMBER * min(count, MOST_NUMBERS) for pair, count in shared.items()}
