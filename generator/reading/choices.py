"""Listed words as a choice of a regular expression, of which the longest that fits is meant: "foto" before "fot"."""

from __future__ import annotations

import re
from collections.abc import Iterable


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """Each word once, the longest first; those of one length by the alphabet."""
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words as they stand, the longest first; without words it fits nowhere."""
    return "|".join(map(re.escape, longest_first(words))) or r"(?!)"
