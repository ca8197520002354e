"""What an editor wrote, set so that a line never ends within a date or between a number and its scale.

Takes words and their language; gives the same words, encoded, in which "19 September 2023", "10 billion" and "40 %" are
elements of their own (``unbroken``). The articles' own words are never set so: they stay what they are.
"""

from __future__ import annotations

import re
from functools import cache

from generator.analysis.figures.number_words import number_words
from generator.languages.cldr import locale_of
from generator.publishing.markdown import TrustedMarkdown, encode_with_unbroken

WIDTHS, USES = ("wide", "abbreviated"), ("format", "stand-alone")
NUMBER = r"\b\d[\d.,]*"
# "40 %", "5 €": a number and a sign that measures it
_MEASURED = re.compile(rf"{NUMBER} [%‰°€£$¥]")


def held_together(text: str, language: str) -> TrustedMarkdown:
    """``text`` for a page, with elements that no line ends in where a break would part what is read as one."""
    patterns = filter(None, (_months(language), _scales(language), _MEASURED))
    found = sorted(match.span() for pattern in patterns for match in pattern.finditer(text))
    apart = [span for before, span in zip([(0, 0), *found], found, strict=False) if span[0] >= before[1]]
    return encode_with_unbroken(text, apart)


@cache
def _months(language: str) -> re.Pattern[str] | None:
    """A date in the language's order: "19 September 2023", "19. Mai", "19 de mayo de 2023", "March 5", "May 2024"."""
    locale = locale_of(language)
    if locale is None:
        return None
    tables = (locale.months[use][width] for use in USES for width in WIDTHS if width in locale.months[use])
    names = {name for table in tables for name in table.values() if name[:1].isalpha()}
    if not names:
        return None
    month = _any_of(names)
    year = r"(?:(?: de)? \d{4}(?!\d))"
    day_first = rf"\b\d{{1,2}}\.?(?: de)? {month}(?!\w){year}?"
    return re.compile(rf"{day_first}|(?<!\w){month}(?: \d{{1,2}}(?!\d)(?:, \d{{4}})?|{year})")


@cache
def _scales(language: str) -> re.Pattern[str] | None:
    """A number and its scale: "10 billion", "1,6 Mrd."."""
    words = [word for word in number_words(language).scales if word.replace(".", "").isalpha()]
    return re.compile(rf"{NUMBER} {_any_of(words)}(?!\w)", re.IGNORECASE) if words else None


def _any_of(words: set[str] | list[str]) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))})"
