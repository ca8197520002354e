"""One thing in a project that an editor should look at, and how several are told in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.errors import Place, shortened

SHOWN_CHARS = 80
"""So much of a line or a quote is told."""

NAME_CHARS = 160
"""So much of one of several names: a file is found by its whole name only."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. ``kind`` is the same for all of which the same is to be said: articles without a date."""

    place: Place
    fact: str
    remedy: str = ""
    kind: str = ""


def some(names: Sequence[str], most: int = 3) -> str:
    """The first of several names, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(shortened(name, NAME_CHARS) for name in names[:most]) + more


def quoted(words: Sequence[str]) -> str:
    """The first eight of several words, between marks, and how many more there are."""
    return some([f'"{word}"' for word in words], most=8)
