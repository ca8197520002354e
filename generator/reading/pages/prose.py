"""How much a block of a page, and an element with all that is in it, looks like prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.reading.marks import CLOSERS, TERMINALS
from generator.reading.pages.blocks import Page, PageBlock
from generator.reading.wide_letters import letters

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# The end of a sentence, perhaps with closing quotes or brackets and an agency: "he said.”", "。」", "ends. (dpa)"; and
# of a long run of Thai or Lao letters, whose sentences end without a mark
SENTENCE_END = re.compile(
    rf"[{TERMINALS}:;]['‘{CLOSERS}]*(?:\s*(?:[(（【][^()（）【】.!?。]{{2,25}}[)）】]|/[^/\s]{{2,20}}/))?$"
    "|[\u0e01-\u0eff][\u0e01-\u0eff\\s\\d.,%]{28,}$"
)
# The share of the page's prose from which an enclosure says nothing any more.
MUCH = 0.4


def weight(block: PageBlock) -> int:
    """How much a block looks like prose: its length, wide letters twice; nothing for short lines and links."""
    size = letters(block.text)
    if block.linked >= 0.5 or size < 40:
        return 0
    return size if size >= 100 or SENTENCE_END.search(block.text) else 0


def held_by_nodes(page: Page, weights: Sequence[int]) -> list[int]:
    """For each node, the weight of all blocks inside it."""
    held = [0] * len(page.nodes)
    for block, size in zip(page.blocks, weights, strict=True):
        held[block.node] += size
    for number in range(len(page.nodes) - 1, 0, -1):
        parent = page.nodes[number].parent
        if parent >= 0:
            held[parent] += held[number]
    return held
