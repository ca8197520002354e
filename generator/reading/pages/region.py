"""Where on a page the article stands: the innermost element that holds nearly all of the prose.

Takes the blocks of a page and what the page says of itself; gives a ``View``, in which every block is seen with what
encloses it. Nothing is decided here about single blocks. The idea of descending to the densest region is
Readability's; names and weights are our own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.reading.pages.blocks import Page, PageBlock
from generator.reading.pages.settings import Setting

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# The end of a sentence, perhaps with closing quotes or brackets: "he said.”", "¿qué?", "。」"
SENTENCE_END = re.compile(r"[.!?…。！？؟।:;]['\"”“»’)\]」』]*$")
# Wide letters say about twice as much each as the letters of an alphabet.
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# Settings in which no article stands, unless the element holds much of the page's prose.
OUTSIDE = (
    Setting.HIDDEN | Setting.COMMENTS | Setting.NAVIGATION | Setting.FORM | Setting.ADVERT | Setting.CAPTION
    | Setting.BYLINE | Setting.DATE | Setting.SHARE | Setting.TAGS | Setting.PROMOTION | Setting.ASIDE | Setting.TABLE
)  # fmt: skip
# Shares of the page's prose from which an enclosure says nothing any more.
MUCH, NEARLY_ALL = 0.4, 0.75
# Settings that are believed even if they leave nothing; and the share of prose below which the others are not.
CERTAIN = Setting.HIDDEN | Setting.COMMENTS | Setting.NAVIGATION | Setting.FORM | Setting.CAPTION | Setting.ADVERT
LITTLE = 0.1
# The share of prose that the next element must hold for the region to shrink to it.
REGION_SHARE = 0.85
# How many letters of the page's own record of the article make it worth comparing with.
RECORD_CHARS = 400
# A teaser of another article says no more than a sentence or two.
TEASER_CHARS = 350


@dataclass(frozen=True, slots=True)
class Known:
    """What the page says of its article elsewhere, each squeezed of white space: see ``squeeze``."""

    title: str = ""
    description: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """A page with everything that a verdict over one of its blocks needs; sequences run parallel to the blocks.

    ``settings`` are those that count, ``recorded`` whether the block stands in the page's record of the article,
    ``inside`` whether it is in the region, ``teasers`` the nodes that hold a teaser, ``prosaic`` those with prose,
    ``paragraphs`` the kinds of elements (tag and class) that hold prose in the region.
    """

    page: Page
    known: Known
    settings: tuple[Setting, ...]
    recorded: tuple[bool, ...]
    inside: tuple[bool, ...]
    teasers: frozenset[int]
    prosaic: frozenset[int]
    paragraphs: frozenset[tuple[str, str]]

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


def squeeze(text: str) -> str:
    """Letters and digits alone, in lower case: how a block is looked for in another record of the same text."""
    return re.sub(r"[\W_]+", "", text).lower()


def weight(block: PageBlock) -> int:
    """How much a block looks like prose: its length, wide letters twice; nothing for short lines and links."""
    size = len(block.text) + len(WIDE.findall(block.text))
    if block.linked >= 0.5 or size < 40:
        return 0
    return size if size >= 100 or SENTENCE_END.search(block.text) else 0


def view(page: Page, known: Known) -> View:
    """The page as the verdicts see it."""
    weights = [weight(block) for block in page.blocks]
    settings = _believed(_settings(page, weights), weights)
    recorded = tuple(_is_recorded(block, known) for block in page.blocks)
    region = _region(page, _trusted(weights, settings, recorded), known)
    inside = tuple(region in page.ancestors(block.node) for block in page.blocks)
    prose = [block.node for block, size in zip(page.blocks, weights, strict=True) if size]
    within = [block.node for block, size, here in zip(page.blocks, weights, inside, strict=True) if size and here]
    return View(
        page,
        known,
        settings,
        recorded,
        inside,
        teasers=_teasers(page, weights, region),
        prosaic=frozenset(prose),
        paragraphs=frozenset((page.nodes[node].tag, page.nodes[node].names) for node in within),
    )


def _settings(page: Page, weights: Sequence[int]) -> tuple[Setting, ...]:
    """What encloses each block; an enclosure that holds much of the page's prose says nothing.

    Comments are believed longer than the rest: they can be more than the article.
    """
    held = _sums(page, weights)
    total = max(1, sum(weights))
    found: list[Setting] = []
    for number, node in enumerate(page.nodes):
        inherited = found[node.parent] if node.parent >= 0 else Setting.NONE
        own = node.setting
        if held[number] >= MUCH * total:
            own &= Setting.ARTICLE | (Setting.COMMENTS if held[number] < NEARLY_ALL * total else Setting.NONE)
        found.append(inherited if own is Setting.NONE else inherited | own)
    return tuple(found[block.node] | block.setting for block in page.blocks)


def _believed(settings: tuple[Setting, ...], weights: Sequence[int]) -> tuple[Setting, ...]:
    """The settings, without those by name alone where they would leave hardly any prose: a maker's odd names."""
    left = sum(size for size, setting in zip(weights, settings, strict=True) if not setting & OUTSIDE)
    if left >= LITTLE * sum(weights):
        return settings
    return tuple(setting & CERTAIN for setting in settings)


def _sums(page: Page, weights: Sequence[int]) -> list[int]:
    """For each node, the weight of all blocks inside it."""
    held = [0] * len(page.nodes)
    for block, size in zip(page.blocks, weights, strict=True):
        held[block.node] += size
    for number in range(len(page.nodes) - 1, 0, -1):
        parent = page.nodes[number].parent
        if parent >= 0:
            held[parent] += held[number]
    return held


def _is_recorded(block: PageBlock, known: Known) -> bool:
    return len(known.record) >= RECORD_CHARS and len(block.text) >= 25 and squeeze(block.text) in known.record


def _trusted(weights: Sequence[int], settings: Sequence[Setting], recorded: Sequence[bool]) -> list[int]:
    """The weights that may draw the region: what the page records counts more, what stands outside nothing."""
    believed = sum(size for size, known in zip(weights, recorded, strict=True) if known) > RECORD_CHARS
    found: list[int] = []
    for size, setting, known in zip(weights, settings, recorded, strict=True):
        trust = 4 if believed and known else 0 if setting & OUTSIDE else 1
        found.append(size * trust * (2 if Setting.ARTICLE in setting else 1))
    return found


def _region(page: Page, weights: Sequence[int], known: Known) -> int:
    """The innermost node that holds nearly all of the trusted prose.

    Where several articles stand one below the other (a page that loads the next one), the one with the title.
    """
    held = _sums(page, weights)
    titled = {
        node
        for block in page.blocks
        if page.nodes[block.node].tag == "h1" and squeeze(block.text) == known.title
        for node in page.ancestors(block.node)
    }
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


def _teasers(page: Page, weights: Sequence[int], region: int) -> frozenset[int]:
    """Nodes that hold a teaser: what encloses a heading that is a link, unless that holds more than a teaser does."""
    held = _sums(page, weights)
    found: set[int] = set()
    for block in page.blocks:
        if page.nodes[block.node].tag in HEADINGS and block.linked >= 0.45:
            for node in page.ancestors(block.node)[1:4]:
                if node == region or held[node] > TEASER_CHARS:
                    break
                found.add(node)
    return frozenset(found)
