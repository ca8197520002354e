"""The language of a text, as an ISO 639-1 code, by py3langid over all languages that it knows."""

from __future__ import annotations

from functools import cache
from typing import Protocol

LETTERS_NEEDED = 24
LETTERS_READ = 3_000
CONFIDENCE_NEEDED = 0.8


class _Identifier(Protocol):
    def classify(self, instance: str) -> tuple[str, float]: ...


def identify(text: str) -> str:
    """ISO 639-1 code of the language of ``text``; ``und`` where the text is too short or the answer too unsure."""
    sample = " ".join(text[:LETTERS_READ].split())
    if sum(map(str.isalpha, sample)) < LETTERS_NEEDED:
        return "und"
    language, confidence = _identifier().classify(sample)
    return language if confidence >= CONFIDENCE_NEEDED else "und"


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # loads a model of 99 MB

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier
