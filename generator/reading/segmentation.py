"""Sentences of a paragraph, in any language, as code-point spans into the text.

Takes text and its language; gives spans (start, end), end exclusive, that cover every non-blank character once, in
order. Boundaries are simplemma's, corrected by a wrapper.
"""

from __future__ import annotations


def sentences(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Sentences of ``text`` as (start, end), end exclusive, covering every non-blank character once, in order."""
    from simplemma import split_sentences  # noqa: PLC0415 - heavy

    spans: list[tuple[int, int]] = []
    position = 0
    for sentence in split_sentences(text, language if language.isalpha() and language != "und" else None):
        start = text.index(sentence, position)
        position = start + len(sentence)
        spans.append((start, position))
    return tuple(spans)
