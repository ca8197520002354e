"""Names that only one of two articles holds: another place, or another man, of whom the other knows nothing.

Takes the keys of the names of two articles, each with its language. A name in another case or language ("karlandieu",
"karlandia") is no stranger, nor is a man by his surname alone; another given name before one surname is.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

GIVEN_NAMES_ALIKE = 0.5
"""Less alike than this, two given names before one surname are of two people; as transliterated, so without accents."""

BEGINNING_LETTERS = 4
ENDING_LETTERS = 2
"""Two forms of one word begin with the same letters, at least so many; only the last ones of the shorter may differ."""

Named = tuple[Sequence[str], str]
"""The keys of an article's names, and its language."""


def strangers(first: Named, second: Named) -> frozenset[str]:
    """Names that only one holds, and of which no name of the other may be another spelling.

    Names of two languages in other letters than Latin ones cannot be compared.
    """
    same_language = first[1] == second[1]
    one, other = (frozenset(key for key in keys if same_language or key.isascii()) for keys, _ in (first, second))
    beginnings = [{_beginning(word) for key in keys for word in key.split()} for keys in (one, other)]
    return frozenset(
        key
        for key in one ^ other
        if not beginnings[key in one].intersection(map(_beginning, key.split()))
        or not any(_may_be_one(key, its) for its in (other if key in one else one))
    )


def _beginning(word: str) -> str:
    return word[:BEGINNING_LETTERS]


def _may_be_one(one: str, other: str) -> bool:
    """Whether two names share a word, in whatever case, and not just a surname behind given names that are unlike."""
    words, others = one.split(), other.split()
    if not any(_are_forms(word, its) for word in words for its in others):
        return False
    if min(len(words), len(others)) < 2 or not _are_forms(words[-1], others[-1]):
        return True
    given, its = words[0], others[0]
    shortened = given.startswith(its) or its.startswith(given)
    return shortened or SequenceMatcher(None, given, its, autojunk=False).ratio() >= GIVEN_NAMES_ALIKE


def _are_forms(one: str, other: str) -> bool:
    """Whether two words may be one in other cases or languages."""
    shared = min(len(one), len(other)) - ENDING_LETTERS
    return one == other or (shared >= BEGINNING_LETTERS and one[:shared] == other[:shared])
