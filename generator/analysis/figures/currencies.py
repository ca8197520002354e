"""Currencies whose name several countries share: francs, dirhams, rupees.

Takes the figures of a text; gives them with the currency of such a name where the text itself says the country once
("20 million Moroccan dirhams … another 5 million dirhams"), and as printed where it does not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator import languages
from generator.model import FigureMention

# The code of a currency: "MAD"
CODE = re.compile(r"[A-Z]{3}")
WORD = re.compile(r"[^\W\d_]+")


def named_before(figures: Sequence[FigureMention], text: str, language: str) -> tuple[FigureMention, ...]:
    """The figures in a currency of ``[figures.shared_currency]`` by what stands before: "新台幣500萬元", "港幣300元".

    Where the letters of the text are those of other countries, its bare name is the only one that the text so names,
    else as printed: "500萬元" in traditional characters is no mainland money.
    """
    shared = languages.mapping(language, "figures", "shared_currency")
    name, code = str(shared.get("name")), shared.get("code")
    codes = languages.mapping(language, "figures", "shared_currency_before")
    bare = [figure.start for figure in figures if figure.unit == code and figure.text.endswith(name)]
    if not bare:
        return tuple(figures)
    named = {start: _code_before(text[:start], codes) for start in bare}
    different = {found for found in named.values() if found}
    elsewhere = re.search(str(shared["letters_elsewhere"]), text) is not None
    usual = str(code) if not elsewhere else different.pop() if len(different) == 1 else name
    return tuple(
        replace(figure, unit=named[figure.start] or usual) if figure.start in named else figure for figure in figures
    )


def _code_before(before: str, codes: Mapping[str, object]) -> str | None:
    """The code whose name a text ends in."""
    return next((str(code) for name, code in codes.items() if before.rstrip().endswith(name)), None)


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
