"""Where on a page other articles are announced: headings that are links, and rows of links that read like headlines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.reading.pages.blocks import Page, PageBlock
from generator.reading.pages.prose import HEADINGS, MUCH

# A teaser of another article says no more than a sentence or two.
TEASER_CHARS = 350
# How many teasers make a row, and the shortest link that reads like a headline.
ROW_LENGTH, HEADLINE_CHARS, HEADLINE_WORDS = 3, 15, 3


def teasers(page: Page, held: Sequence[int], titled: frozenset[int]) -> frozenset[int]:
    """Nodes that hold a teaser of another article: a heading that is a link, or one of several like it in a row.

    What holds more than a teaser does, or the title of the article, is none.
    """
    found: set[int] = set()
    most = min(TEASER_CHARS, MUCH * held[0]) if held else 0
    for block in page.blocks:
        if page.nodes[block.node].tag in HEADINGS and block.linked >= 0.45:
            for node in page.ancestors(block.node)[1:4]:
                if node in titled or held[node] > most:
                    break
                found.add(node)
    return frozenset(found | {node for node in _rows(page, held) if node not in titled})


def _rows(page: Page, held: Sequence[int]) -> frozenset[int]:
    """Nodes that stand in a row of at least three, each a line that is a link and no more text than a teaser has."""
    opened: set[int] = set()
    for before, block in pairwise(page.blocks):
        if _is_headline_link(before) and not block.linked and len(block.text) <= TEASER_CHARS:
            shared = set(page.ancestors(before.node)).intersection(page.ancestors(block.node))
            holder = max(shared, default=0)
            if held[holder] <= TEASER_CHARS:
                opened.add(holder)
    rows: dict[int, list[int]] = {}
    for node in opened:
        rows.setdefault(page.nodes[node].parent, []).append(node)
    return frozenset(node for row in rows.values() if len(row) >= ROW_LENGTH for node in row)


def _is_headline_link(block: PageBlock) -> bool:
    """Whether a block is a link that reads like a headline: at least three words, and nothing beside it."""
    return block.linked >= 0.95 and len(block.text) >= HEADLINE_CHARS and len(block.text.split()) >= HEADLINE_WORDS
