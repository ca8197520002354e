"""What a plain text says of itself in its head and tail: title, subtitle, authors, dates, kind, supplier."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Line, Metadata


def stated_metadata(lines: Sequence[Line], language: str) -> Metadata:  # noqa: ARG001
    """What the lines state, each field with the line where it was read (from 1) as its origin."""
    return Metadata(language=language)
