"""Numbers of a text with unit and qualifier (first version: percentages only)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import DateMention, FigureMention


def find_figures(
    text: str, language: str, spans: Sequence[tuple[int, int]] | None = None, dates: Sequence[DateMention] = ()
) -> tuple[FigureMention, ...]:
    """Figures of the text in reading order."""
    del language, spans, dates
    # A percentage: "45 %"
    found = re.finditer(r"\b(\d{1,3}(?:[.,]\d+)?) ?(?:%|Prozent|procent|per ?cent)", text)
    return tuple(FigureMention(m.start(), m.end(), m[0], float(m[1].replace(",", ".")), "%") for m in found)
