"""Lines of a very long list, far from any sentence: no article stands there, and nothing need be weighed.

Takes the paragraphs of a text; gives the numbers of those that cannot belong to an article, so that a text of hundreds
of thousands of lines costs little more than reading it. A text of ordinary length has none.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.errors import DossierError
from generator.reading.marks import ends_sentence
from generator.reading.paragraphs import LineGroup
from generator.reading.wide_letters import WIDE

MANY_PARAGRAPHS = 3_000
FAR_PARAGRAPHS = 150
# Longer than a heading or a label; half as many characters in scripts without spaces
PROSE_CHARS, PROSE_WIDE_CHARS = 60, 25
MOST_WEIGHED = 20_000
TAIL_CHARS = 12


class TooManyLines(DossierError):
    """A text with more paragraphs of sentences than any article has; ``lines`` is their number."""

    def __init__(self, lines: int) -> None:
        self.lines = lines
        super().__init__(f"{lines:,} lines of text")


def far_from_sentences(found: Sequence[LineGroup]) -> frozenset[int]:
    """Numbers of the paragraphs with no sentence near them. Raises ``TooManyLines`` where too many remain."""
    if len(found) <= MANY_PARAGRAPHS:
        return frozenset()
    near = bytearray(len(found))
    for number, paragraph in enumerate(found):
        if _may_be_prose(paragraph.text):
            first, last = max(number - FAR_PARAGRAPHS, 0), min(number + FAR_PARAGRAPHS + 1, len(found))
            near[first:last] = b"\x01" * (last - first)
    if (weighed := near.count(1)) > MOST_WEIGHED:
        raise TooManyLines(weighed)
    return frozenset(number for number in range(len(found)) if not near[number])


def _may_be_prose(text: str) -> bool:
    long_enough = len(text) >= PROSE_CHARS or len(WIDE.findall(text)) >= PROSE_WIDE_CHARS
    return long_enough and ends_sentence(text[-TAIL_CHARS:])
