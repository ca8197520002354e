"""Lists of words as regular expressions, the same for every part of the analysis."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from generator import languages
from generator.reading.choices import longest_first

# What words are made of, inside a set of characters; "\w" leaves out vowel signs of Arabic, Indic and Thai letters
LETTERS = r"\w\u064b-\u0655\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0900-\u0963\u0966-\u0dff"


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first; a ``*`` at the end stands for any ending."""
    return "|".join(map(_one, longest_first(words))) or r"(?!)"


def _one(word: str) -> str:
    literal = re.escape(word.removesuffix("*")).replace(r"\ ", r"\s{1,3}")
    return literal + r"\w{0,4}" if word.endswith("*") else literal


@cache
def claim_pattern(
    language: str, key: str, before: str | None = None, behind: str | None = None
) -> re.Pattern[str] | None:
    """Any of the expressions ``[claims] key`` between ``before`` and ``behind``, by default as whole words.

    Where words have no spaces between them, others may adjoin: "他说", "大会を中止する". Case is ignored. Absent
    where the language lists none.
    """
    found = languages.words(language, "claims", key)
    parted = not languages.is_unspaced(language)
    if before is None:
        before = rf"(?<![{LETTERS}])" if parted else ""
    if behind is None:
        behind = rf"(?![{LETTERS}])" if parted else ""
    return re.compile(rf"{before}(?:{'|'.join(found)}){behind}", re.IGNORECASE) if found else None
