"""Which marked elements of a page speak of its own article, and not of one that the page only announces.

Sidebars full of teasers carry the same marks as the article: ``itemprop="datePublished"``, ``rel="author"``. Takes
elements and the blocks with their roles; gives those elements that stand in no article of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from generator.model import LineRole, squeeze
from generator.reading.assembly import Piece
from generator.reading.pages.blocks import Page
from generator.reading.pages.prose import HEADINGS
from generator.reading.pages.statements import ARTICLE_TYPE
from generator.reading.pages.teasers import HEADLINE_CHARS
from generator.reading.pages.verdicts import TEASER_REASON

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# How many marked elements are looked at, and how much of the first paragraph tells its article.
MOST_MARKED, TELLING_CHARS = 40, 40
# A day in figures, which fills an element: "08/02/2026", "2026-02-08"
DAY_ALONE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}")
# The share of a line in links from which it is a link; how many blocks beside a date the headline of its teaser stands
LINK, BESIDE = 0.95, 3


def own_elements(elements: Iterable[HtmlElement], pieces: Sequence[Piece]) -> Iterator[HtmlElement]:
    """The elements whose innermost article holds the title or the beginning of the text, or that stand in none."""
    told = [squeeze(piece.text)[:TELLING_CHARS] for piece in pieces if piece.role is LineRole.TITLE]
    told += [squeeze(piece.text)[:TELLING_CHARS] for piece in pieces if piece.role is LineRole.BODY][:1]
    for element in islice(elements, MOST_MARKED):
        around = next((each for each in element.iterancestors() if _is_article(each)), None)
        if around is None or not told:
            yield element
            continue
        words = squeeze(around.text_content())
        if any(each in words for each in told):
            yield element


def announced_articles(page: Page, pieces: Sequence[Piece], first: int) -> frozenset[int]:
    """Nodes called articles that only announce one, by a heading that is a link; ``first`` is where the text begins."""
    own = frozenset(page.ancestors(page.blocks[first].node)) if page.blocks else frozenset()
    return frozenset(
        node
        for block, piece in zip(page.blocks, pieces, strict=bool(page.blocks))
        if piece.reason == TEASER_REASON or (block.linked >= LINK and page.nodes[block.node].tag in HEADINGS)
        for node in page.ancestors(block.node)
        if page.nodes[node].tag == "article" and node not in own
    )


def is_beside_headline(page: Page, pieces: Sequence[Piece], number: int) -> bool:
    """Whether a line shares a small element with a headline that is a link: a date in the teaser of another article."""
    around = frozenset(page.ancestors(page.blocks[number].node)[1:3])
    near = range(max(0, number - BESIDE), min(len(page.blocks), number + BESIDE + 1))
    return any(
        page.blocks[n].linked >= LINK
        and len(pieces[n].text) >= HEADLINE_CHARS
        and not around.isdisjoint(page.ancestors(page.blocks[n].node))
        for n in near
        if n != number
    )


def is_credit_with_day(page: Page, number: int) -> bool:
    """Whether a line that its element calls a credit has a day alone in one of its elements, and is beside no picture.

    So some pages call the line with the author and the day: "A. Name", "08/02/2026".
    """
    block = page.blocks[number]
    tags = {page.nodes[node].tag for node in page.ancestors(block.node)}
    return tags.isdisjoint(("figure", "figcaption")) and any(DAY_ALONE.fullmatch(run) for run in block.apart)


def _is_article(element: HtmlElement) -> bool:
    """Whether an element is called an article, by its tag or by its type."""
    return element.tag == "article" or bool(ARTICLE_TYPE.search(element.get("itemtype") or ""))
