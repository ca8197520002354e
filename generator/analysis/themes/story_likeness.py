"""How alike articles are: by the subjects that they share, and by what their heads mean, across languages.

Takes articles with vectors of their subjects; gives a value for each pair. Articles on one field are all somewhat alike
in meaning, so what counts is by how much two are nearer than is usual in this corpus (its median). Without the sentence
encoder, and between languages that it does not know, the shared subjects alone tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import median

from generator.analysis.language.embedding import LANGUAGES, Encoder, likeness_table, vectors_of
from generator.analysis.language.similarity import Vector, likeness
from generator.cache import Cache, key_of
from generator.model import Article

Pair = tuple[str, str]  # ids of articles, in the order of the alphabet

SENTENCES_OF_A_HEAD = 3
FEWEST_PAIRS = 6
"""With fewer it is not known what is usual."""


def likeness_of_articles(
    articles: Sequence[Article], vectors: Mapping[str, Vector], model: Encoder | None, kept: Path | None = None
) -> dict[Pair, float]:
    """For each pair of articles the likeness of their subjects, more or less what their heads mean.

    ``kept`` is a folder for results between runs.
    """
    nearer = _nearer_than_usual(articles, model, Cache(kept)) if model else {}
    pairs = combinations(sorted(vectors), 2)
    return {(a, b): likeness(vectors[a], vectors[b]) + nearer.get((a, b), 0.0) for a, b in pairs}


@dataclass(frozen=True, slots=True)
class _Table:
    """The likeness (cosine) of each head, a row, to each."""

    rows: tuple[tuple[float, ...], ...]


def _nearer_than_usual(articles: Sequence[Article], model: Encoder, cache: Cache) -> dict[Pair, float]:
    """For each pair by how much its heads are nearer in meaning (cosine) than those of most pairs are."""
    known = sorted((each for each in articles if each.metadata.language in LANGUAGES), key=lambda each: each.id)
    if len(known) * (len(known) - 1) < 2 * FEWEST_PAIRS:
        return {}
    heads = [_head(article) for article in known]
    table = cache.get_or_make(_Table, key_of("heads", heads), lambda: _compared(heads, model)).rows
    places = combinations(range(len(known)), 2)
    alike = {(known[i].id, known[j].id): table[i][j] for i, j in places}
    usual = median(alike.values())
    return {pair: round(value - usual, 2) for pair, value in alike.items()}


def _compared(heads: Sequence[str], model: Encoder) -> _Table:
    vectors = vectors_of(model, heads)
    return _Table(likeness_table(vectors, vectors))


def _head(article: Article) -> str:
    sentences = (article.words_of(sentence) for sentence in article.sentences[:SENTENCES_OF_A_HEAD])
    return " ".join([f"{article.metadata.title}.", *sentences] if article.metadata.title else sentences)
