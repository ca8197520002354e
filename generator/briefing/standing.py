"""Whether a sentence can be shown by itself: complete, no question, no half quotation, leaning on nothing before it.

Takes a sentence and its language; structure first, then the language's words that point backwards.
"""

from __future__ import annotations

import re
from functools import cache

from generator import languages

FEWEST_WORDS = 5
MOST_CHARACTERS = 600

# The end of a sentence, perhaps with closing quotation marks or brackets: "…", ".“", "!)"
SENTENCE_END = re.compile(r"[.!…。][\"'”“’»›)\]]*$")
# A question: "?" before closing marks, e.g. "Warum jetzt?“"
QUESTION = re.compile(r"\?[\"'”“’»›)\]]*$")


def readable(text: str, language: str) -> bool:
    """Whether the sentence is complete: long enough, ended, no question, with its quotation marks in pairs."""
    words = text.split()
    if len(words) < FEWEST_WORDS or len(text) > MOST_CHARACTERS:
        return False
    if QUESTION.search(text) or not SENTENCE_END.search(text):
        return False
    return text[:1].isalnum() and text[:1] == text[:1].upper() and _balanced(text)


def leans(text: str, language: str) -> bool:
    """Whether the sentence begins by pointing at the one before: "Das Abkommen …", "Er …", "Deze drones …"."""
    pattern = _leaning(language)
    return pattern is not None and pattern.match(text) is not None


@cache
def _leaning(language: str) -> re.Pattern[str] | None:
    found = languages.words(language, "claims", "leaning")
    return re.compile("|".join(rf"(?:{word})\b" for word in found), re.IGNORECASE) if found else None


def _balanced(text: str) -> bool:
    """Whether quotation marks and brackets come in pairs, whatever their style."""
    quotes = sum(text.count(mark) for mark in '„“”«»"')
    return quotes % 2 == 0 and text.count("(") == text.count(")")
