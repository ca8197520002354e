"""Where on a page the article stands: the innermost element that holds nearly all of the prose.

Takes the blocks of a page and what the page says of itself; gives a ``View``, in which every block is seen with what
encloses it. Nothing is decided here about single blocks. The idea of descending to the densest region is
Readability's; names and weights are our own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import squeeze
from generator.reading.pages.blocks import Page, PageBlock
from generator.reading.pages.enclosures import OUTSIDE, guarded_nodes, settings_that_count
from generator.reading.pages.following import following_articles, title_of
from generator.reading.pages.known import Known
from generator.reading.pages.prose import HEADINGS, held_by_nodes, weight
from generator.reading.pages.settings import Setting
from generator.reading.pages.teasers import teasers

PICTURES = frozenset({"img", "picture", "amp-img"})
# The share of prose that the next element must hold for the region to shrink to it.
REGION_SHARE = 0.85
# How many letters of the page's own record of the article make it worth comparing with.
RECORD_CHARS = 400
# How many blocks above the text a title may stand that is no heading of the first level.
NEAR = 12


@dataclass(frozen=True, slots=True)
class View:
    """A page with everything that a verdict over one of its blocks needs; sequences run parallel to the blocks.

    ``settings`` are those that count, ``recorded`` whether the block stands in the page's record of the article,
    ``inside`` whether it is in the region, ``teasers`` the nodes that hold a teaser, ``prosaic`` those with prose,
    ``paragraphs`` the kinds of elements (tag and class) that hold prose in the region, ``beside_pictures`` the nodes
    that share their element with a picture and with no other prose, ``following`` the blocks of articles further down,
    ``title`` the block of the title's heading.
    """

    page: Page
    known: Known
    settings: tuple[Setting, ...]
    recorded: tuple[bool, ...]
    inside: tuple[bool, ...]
    teasers: frozenset[int]
    prosaic: frozenset[int]
    paragraphs: frozenset[tuple[str, str]]
    beside_pictures: frozenset[int]
    following: frozenset[int]
    title: int | None

    def kind(self, number: int) -> tuple[str, str]:
        """The kind of a block's own element: its tag and class names."""
        node = self.page.nodes[self.page.blocks[number].node]
        return node.tag, node.names

    def tag(self, number: int) -> str:
        """The element of a block."""
        return self.page.nodes[self.page.blocks[number].node].tag

    def company(self, number: int) -> tuple[str, str]:
        """The kind of element that holds a block's element: its tag and class names."""
        holder = self.page.nodes[max(self.page.nodes[self.page.blocks[number].node].parent, 0)]
        return holder.tag, holder.names

    def host(self, number: int) -> tuple[str, str]:
        """The kind of element that holds a block's element, or the list whose point it is."""
        at = self.page.blocks[number].node
        while at > 0 and self.page.nodes[at].tag in ("li", "ul", "ol"):
            at = self.page.nodes[at].parent
            if self.page.nodes[at].tag not in ("li", "ul", "ol"):
                return self.page.nodes[at].tag, self.page.nodes[at].names
        return self.company(number)


def view(page: Page, known: Known) -> View:
    """The page as the verdicts see it."""
    weights = [weight(block) for block in page.blocks]
    held = held_by_nodes(page, weights)
    recorded = tuple(_is_recorded(block, known) for block in page.blocks)
    title = title_of(page, known)
    titled = frozenset(page.ancestors(page.blocks[title].node)) if title is not None else frozenset()
    following = following_articles(page, weights, recorded, known)
    guarded = guarded_nodes(page, known, recorded)
    settings = settings_that_count(page, weights, held, titled, following, guarded)
    announced = teasers(page, held, titled)
    apart = [
        number in following or not announced.isdisjoint(page.ancestors(block.node))
        for number, block in enumerate(page.blocks)
    ]
    region = _region(page, _trusted(weights, settings, recorded, apart), titled)
    inside = tuple(region in page.ancestors(block.node) for block in page.blocks)
    prose = [block.node for block, size in zip(page.blocks, weights, strict=True) if size]
    within = [block.node for block, size, here in zip(page.blocks, weights, inside, strict=True) if size and here]
    return View(
        page,
        known,
        settings,
        recorded,
        inside,
        teasers=announced.difference(page.ancestors(region)),
        prosaic=frozenset(prose),
        paragraphs=frozenset((page.nodes[node].tag, page.nodes[node].names) for node in within),
        beside_pictures=_beside_pictures(page, prose),
        following=following,
        title=title,
    )


def _beside_pictures(page: Page, prose: Sequence[int]) -> frozenset[int]:
    """Nodes whose parent holds a picture and no other text, where most of the prose stands elsewhere."""
    pictured = {node.parent for node in page.nodes if node.tag in PICTURES}
    written: dict[int, int] = {}
    for block in page.blocks:
        holder = page.nodes[block.node].parent
        written[holder] = written.get(holder, 0) + 1
    holders = [page.nodes[node].parent for node in prose]
    alone = {holder for holder in holders if holder in pictured and written[holder] == 1}
    if 2 * len(alone) >= len(holders):
        return frozenset()
    return frozenset(node for node, holder in zip(prose, holders, strict=True) if holder in alone)


def _is_recorded(block: PageBlock, known: Known) -> bool:
    return len(known.record) >= RECORD_CHARS and len(block.text) >= 25 and squeeze(block.text) in known.record


def _trusted(
    weights: Sequence[int], settings: Sequence[Setting], recorded: Sequence[bool], teasing: Sequence[bool]
) -> list[int]:
    """The weights that may draw the region: what the page records counts more, what stands outside nothing."""
    believed = sum(size for size, known in zip(weights, recorded, strict=True) if known) > RECORD_CHARS
    found: list[int] = []
    for size, setting, known, teaser in zip(weights, settings, recorded, teasing, strict=True):
        trust = 4 if believed and known else 0 if teaser or setting & OUTSIDE else 1
        found.append(size * trust * (2 if Setting.ARTICLE in setting else 1))
    return found


def _region(page: Page, weights: Sequence[int], titled: frozenset[int]) -> int:
    """The innermost node that holds nearly all of the trusted prose.

    Where several articles stand one below the other (a page that loads the next one), the one with the title.
    """
    written = [0 if page.nodes[b.node].tag in HEADINGS else size for b, size in zip(page.blocks, weights, strict=True)]
    held = held_by_nodes(page, written)
    children: dict[int, list[int]] = {}
    for number, node in enumerate(page.nodes):
        children.setdefault(node.parent, []).append(number)
    here = 0
    while True:
        best = max(children.get(here, ()), key=lambda child: held[child], default=None)
        if best is not None and held[best] < REGION_SHARE * held[here]:
            best = next((child for child in children[here] if child in titled and held[child] > 0.3 * held[here]), None)
        if best is None or not held[best]:
            return here
        here = best
