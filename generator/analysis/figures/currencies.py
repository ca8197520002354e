"""Currencies whose name several countries share: francs, dirhams, rupees.

Takes the figures of a text; gives them with the currency of such a name where the text itself says the country once
("20 million Moroccan dirhams … another 5 million dirhams"), and as printed where it does not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model import FigureMention

# The code of a currency: "MAD"
CODE = re.compile(r"[A-Z]{3}")
WORD = re.compile(r"[^\W\d_]+")


def with_countries(figures: Sequence[FigureMention]) -> tuple[FigureMention, ...]:
    """The figures, each name of a currency read as the only one of that name that they give in full."""
    full = _named_in_full(figures)
    return tuple(replace(figure, unit=full.get((figure.unit or "").casefold(), figure.unit)) for figure in figures)


def _named_in_full(figures: Sequence[FigureMention]) -> Mapping[str, str]:
    """The code by each word of a currency's name of several words, if only one currency has that word."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for figure in figures:
        words = WORD.findall(figure.text.casefold())
        if figure.unit is not None and CODE.fullmatch(figure.unit) and len(words) > 1:
            for word in words[-2:]:
                found[word].add(figure.unit)
    return {word: next(iter(codes)) for word, codes in found.items() if len(codes) == 1}
