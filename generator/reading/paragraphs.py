"""Lines become paragraphs: a paragraph that was broken at a fixed width is one again.

Takes the lines of a text; gives its paragraphs in order, each with the numbers of its lines and its text. Every line
that is not blank belongs to exactly one. Lines between two blank ones belong together if they were broken at a width:
all but the last are of nearly one length, and most of them stop in the middle of a sentence. Where the whole text was
broken at one width, a line that is full goes on in the next, with blank lines between the paragraphs or without.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple
from unicodedata import is_normalized

from generator.model import fold
from generator.reading.marks import YEAR, ends_sentence
from generator.reading.wide_letters import letters
from generator.reading.widths import NARROWEST, RAGGED_SHARE, WIDEST, fills, width_of

BROKEN_SHARE = 0.5
GOES_ON_SHARE = 0.3
# Two lines of a script without capitals may be a heading and a sentence
FEWEST_WITHOUT_CAPITALS = 3
# So few lines may be a title and the day below it
FEWEST_WITH_DAY = 2


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
    width, folding = width_of(lines), _folding(lines)
    found: list[LineGroup] = []
    group: list[int] = []
    for number in range(len(lines) + 1):
        if number < len(lines) and lines[number].strip():
            group.append(number)
        elif group:
            found += _grouped(group, lines, width, folding)
            group = []
    return tuple(found)


def _folding(lines: Sequence[str]) -> Callable[[str], str]:
    """How the paragraphs are folded: in most texts nothing is to be changed, which is seen of all at once."""
    together = "".join(lines)
    is_folded = "  " not in together and together.isprintable() and is_normalized("NFC", together)
    return str if is_folded else fold


def _grouped(group: Sequence[int], lines: Sequence[str], width: int, folding: Callable[[str], str]) -> list[LineGroup]:
    """The paragraphs of a group of lines with no blank one among them, in a text of some width or, if 0, of none."""
    if len(group) > 1 and _was_broken([lines[number].rstrip() for number in group]):
        return [_paragraph(group, lines, folding, spaced=True, alone=True)]
    runs = _runs(group, lines, width) if width else [[number] for number in group]
    return [_paragraph(run, lines, folding, spaced=run[0] == group[0], alone=len(runs) == 1) for run in runs]


def _paragraph(
    numbers: Sequence[int], lines: Sequence[str], folding: Callable[[str], str], *, spaced: bool, alone: bool
) -> LineGroup:
    text = " ".join([lines[number].strip() for number in numbers])
    return LineGroup(tuple(numbers), text, folding(text), spaced, alone)


def _runs(group: Sequence[int], lines: Sequence[str], width: int) -> list[list[int]]:
    """The lines of a group, each full one together with the line in which it goes on."""
    runs = [[group[0]]]
    for number in group[1:]:
        if fills(lines[number - 1].rstrip(), lines[number], width):
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _was_broken(group: Sequence[str]) -> bool:
    if len(group) == FEWEST_WITH_DAY and _is_line_of_day(group[-1]):
        return False
    inner = group[:-1]
    widths = [letters(line) for line in group]
    width = max(widths)
    if not NARROWEST <= width <= WIDEST or min(widths[:-1]) < RAGGED_SHARE * width:
        return False
    unfinished = sum(not ends_sentence(line) for line in inner)
    if unfinished < BROKEN_SHARE * len(inner):
        return False
    goes_on = sum(line[:1].islower() or not line[:1].isalpha() for line in group[1:])
    return goes_on >= GOES_ON_SHARE * len(inner) or _fill_without_capitals(group, width)


def _is_line_of_day(line: str) -> bool:
    """Whether a line begins with a number, holds a year and ends no sentence: the day below a title."""
    return line[:1].isdigit() and YEAR.search(line) is not None and not ends_sentence(line)


def _fill_without_capitals(group: Sequence[str], width: int) -> bool:
    """Whether every line but the last one of sentences in a script without capitals is full."""
    beginnings = [line[:1] for line in group[1:]]
    if len(group) < FEWEST_WITHOUT_CAPITALS or any(letter.isupper() or letter.islower() for letter in beginnings):
        return False
    return ends_sentence(group[-1]) and all(fills(*pair, width) for pair in pairwise(group))
