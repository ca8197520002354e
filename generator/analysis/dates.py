"""Temporal expressions of a text to EDTF (first version: full dates only)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.analysis import edtf
from generator.model import DateMention


def find_dates(
    text: str, language: str, reference: str | None, spans: Sequence[tuple[int, int]] | None = None
) -> tuple[DateMention, ...]:
    """Dates of the text in reading order."""
    del language, reference, spans
    # A numeric date: "08.08.2025"
    found = re.finditer(r"\b(\d{1,2})[.\-/](\d{1,2})[.\-/](\d{4})\b", text)
    values = ((m, f"{int(m[3]):04d}-{int(m[2]):02d}-{int(m[1]):02d}") for m in found)
    return tuple(DateMention(m.start(), m.end(), m[0], value) for m, value in values if edtf.is_valid(value))
