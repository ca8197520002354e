"""Where on a page another article begins below the one that it is about: pages that load the next one while one reads.

Takes the blocks of a page with their weights; gives the numbers of the blocks of other articles. Only headings tell:
one of the first level that is no title of this article and does not stand among its paragraphs, or one that opens an
``article`` element beside that of this article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model import squeeze
from generator.reading.pages.blocks import Page
from generator.reading.pages.known import Known

# How much prose stands below the title before another article may begin, and what a heading has at least in words.
PROSE_CHARS, HEADLINE_WORDS = 200, 3


def following_articles(page: Page, weights: Sequence[int], recorded: Sequence[bool], known: Known) -> frozenset[int]:
    """The numbers of the blocks that belong to other articles further down; none where the title is not found."""
    title = title_of(page, known)
    if title is None:
        return frozenset()
    found: set[int] = set()
    for first in (*_by_heading(page, weights, known, title), *_by_element(page, weights, title)):
        found.update(range(first, len(page.blocks)))
    own = sum(size for size, known_ in zip(weights, recorded, strict=True) if known_)
    lost = sum(weights[number] for number in found if recorded[number])
    return frozenset() if 2 * lost > own else frozenset(found)


def title_of(page: Page, known: Known) -> int | None:
    """The block of the heading that is the title; where none has its words, the first that reads like one."""
    headings = [n for n, b in enumerate(page.blocks) if page.nodes[b.node].tag in ("h1", "h2") and b.linked < 0.5]
    titled = (n for n in headings if squeeze(page.blocks[n].text) in known.titles)
    first = (
        n
        for n in headings
        if page.nodes[page.blocks[n].node].tag == "h1" and len(page.blocks[n].text.split()) >= HEADLINE_WORDS
    )
    return next(titled, next(first, None))


def _by_heading(page: Page, weights: Sequence[int], known: Known, title: int) -> Iterator[int]:
    """The first heading of the first level below the title's text that no paragraph of this article stands beside."""
    beside: set[int] = set()
    own = _article_around(page, title)
    prose = 0
    for number in range(title + 1, len(page.blocks)):
        block = page.blocks[number]
        holder = page.nodes[block.node].parent
        heading = page.nodes[block.node].tag == "h1"
        if weights[number] and not heading:
            prose += weights[number]
            beside.add(holder)
            continue
        another = heading and squeeze(block.text) not in known.titles and not _in_section(page, number, own)
        if another and prose >= PROSE_CHARS and holder not in beside and len(block.text.split()) >= HEADLINE_WORDS:
            yield number
            return


def _in_section(page: Page, number: int, article: int | None) -> bool:
    """Whether a block stands in a ``section`` of the article, whose heading some makers write as of the first level."""
    around = page.ancestors(page.blocks[number].node)
    if article is None or article not in around:
        return False
    return any(page.nodes[n].tag == "section" for n in around[: around.index(article)])


def _article_around(page: Page, number: int) -> int | None:
    """The innermost ``article`` element around a block."""
    return next((n for n in page.ancestors(page.blocks[number].node) if page.nodes[n].tag == "article"), None)


def _by_element(page: Page, weights: Sequence[int], title: int) -> Iterator[int]:
    """The first block of an ``article`` element that opens with a heading, beside the element that holds the title."""
    own = _article_around(page, title)
    if own is None:
        return
    prose = 0
    for number in range(title + 1, len(page.blocks)):
        block = page.blocks[number]
        around = page.ancestors(block.node)
        if own in around:
            prose += weights[number]
            continue
        if prose < PROSE_CHARS:
            return
        opens = page.nodes[block.node].tag in ("h1", "h2") and block.linked < 0.5
        if opens and any(page.nodes[n].tag == "article" for n in around):
            yield number
            return
