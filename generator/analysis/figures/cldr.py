"""How a language writes numbers that has no list of its own: scale words and the decimal mark, from CLDR.

CLDR says how a language shortens a number: "0 miljoner" stands for 1,000,000, "00 लाख" for ten times a hundred
thousand. The word behind the zeros is the scale; forms of several words ("0 miler de milions") are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from generator.languages.cldr import locale_of

# A short form: zeros for the digits before the word, and one word: "0 miljoner", "00 लाख", "0 хил'.'"
SHORT_FORM = re.compile(r"(?P<zeros>0+)[\s\u00a0](?P<word>[^\s\u00a0]+)")
MARKS_OF_DIRECTION = "\u200e\u200f"


@cache
def scale_words(language: str) -> Mapping[str, float]:
    """The value of each scale word in lower case: ``{"miljon": 1e6, "miljoner": 1e6}``; empty where CLDR has none."""
    locale = locale_of(language)
    forms = (locale.compact_decimal_formats.get("long") or {}) if locale else {}
    found: dict[str, float] = {}
    for patterns in forms.values():
        for value, pattern in patterns.items():
            form = SHORT_FORM.fullmatch(pattern.pattern.strip(MARKS_OF_DIRECTION).replace("'", ""))
            if form:
                found[form["word"].rstrip(".").casefold()] = int(value) / 10 ** (len(form["zeros"]) - 1)
    return found


@cache
def has_decimal_comma(language: str) -> bool:
    """Whether "1,234" is one and a bit; true for a language that CLDR does not know, as for most of the world's."""
    locale = locale_of(language)
    return locale is None or locale.number_symbols["latn"]["decimal"] == ","
