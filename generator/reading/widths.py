"""Whether the lines of a text were broken at a width, and where a line was: no further word would have stood in it.

Takes lines; gives the width of the whole text, and for two lines whether the second goes on with the first. This
knows no language and no script: letters without capitals, which show no beginning of a sentence, are broken alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.reading.marks import ends_sentence
from generator.reading.wide_letters import WIDE, letters

NARROWEST, WIDEST = 45, 130
# A line of a broken paragraph has at least this share of the width, but for the last one
RAGGED_SHARE = 0.72
# So many lines in a hundred may be wider: addresses, lines of a table
WIDER_IN_HUNDRED = 3
# So many full lines show that a text was broken, if so much of all long ones in the middle of a sentence are, and so
# much of the full ones stop there: what always ends with a sentence was never broken
FEWEST_FULL, FULL_SHARE, UNFINISHED_SHARE = 4, 0.8, 0.25


def width_of(lines: Sequence[str]) -> int:
    """The width at which all paragraphs of a text were broken; 0 where they were not."""
    stripped = [line.rstrip() for line in lines]
    if sum(len(line) > WIDEST for line in stripped) * 100 > WIDER_IN_HUNDRED * len(stripped):
        return 0  # as most texts are seen at once
    widths = sorted(map(letters, filter(None, stripped)))
    width = widths[-1 - len(widths) * WIDER_IN_HUNDRED // 100] if widths else 0
    if not NARROWEST <= width <= WIDEST:
        return 0
    pairs = [(line, following) for line, following in pairwise(stripped) if following and line]
    full = {line for line, following in pairs if fills(line, following, width)}
    unfinished = [line for line, _ in pairs if RAGGED_SHARE * width <= letters(line) and not ends_sentence(line)]
    broken = len(full.intersection(unfinished))
    if len(full) < FEWEST_FULL or broken < max(FULL_SHARE * len(unfinished), UNFINISHED_SHARE * len(full)):
        return 0
    return width


def fills(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line would not have stood in this one, so wide as lines were to be."""
    own = letters(line)
    if not RAGGED_SHARE * width <= own <= width:
        return False
    word = following.split(maxsplit=1)[0] if following.strip() else ""
    # A script without spaces may be broken behind any letter but before no stop
    added = 3 if WIDE.match(word) else 1 + letters(word)
    return own + added > width
