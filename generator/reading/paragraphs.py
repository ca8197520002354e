"""Lines become paragraphs: a paragraph that was broken at a fixed width is one again.

Takes the lines of a text; gives its paragraphs in order, each with the numbers of its lines and its text. Every line
that is not blank belongs to exactly one. Lines between two blank ones belong together if they were broken at a width:
all but the last are of nearly one length, and most of them stop in the middle of a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.model import fold
from generator.reading.marks import ends_sentence

NARROWEST, WIDEST = 45, 130
RAGGED_SHARE = 0.72
BROKEN_SHARE = 0.5


class LineGroup(NamedTuple):
    """The lines of one paragraph. ``numbers`` count from 0; ``text`` are their words, joined by single spaces.

    ``folded`` is the text as texts are compared (``model.fold``). ``spaced`` is true if a blank line or an edge of the
    text stands before it, ``alone`` if behind it too.
    """

    numbers: tuple[int, ...]
    text: str
    folded: str
    spaced: bool
    alone: bool = False


def paragraphs(lines: Sequence[str]) -> tuple[LineGroup, ...]:
    """The paragraphs of a text, in order."""
    found: list[LineGroup] = []
    group: list[int] = []
    for number in range(len(lines) + 1):
        if number < len(lines) and lines[number].strip():
            group.append(number)
        elif group:
            found += _grouped(group, lines)
            group = []
    return tuple(found)


def _grouped(group: Sequence[int], lines: Sequence[str]) -> list[LineGroup]:
    """The paragraphs of a group of lines with no blank one among them."""
    if _was_broken([lines[number].rstrip() for number in group]):
        text = " ".join(lines[number].strip() for number in group)
        return [LineGroup(tuple(group), text, fold(text), spaced=True, alone=True)]
    alone = len(group) == 1
    return [
        LineGroup((number,), text, fold(text), number == group[0], alone)
        for number in group
        for text in (lines[number].strip(),)
    ]


def _was_broken(group: Sequence[str]) -> bool:
    if len(group) < 2:
        return False
    inner = group[:-1]
    width = max(map(len, group))
    if not NARROWEST <= width <= WIDEST or min(map(len, inner)) < RAGGED_SHARE * width:
        return False
    unfinished = sum(not ends_sentence(line) for line in inner)
    goes_on = sum(line[:1].islower() or not line[:1].isalpha() for line in group[1:])
    return unfinished >= BROKEN_SHARE * len(inner) and goes_on >= 0.3 * len(inner)
