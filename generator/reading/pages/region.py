"""Where on a page the article stands: the innermost element that holds nearly all of the prose.

Takes the blocks of a page and what the page says of itself; gives a ``View``, in which every block is seen with what
encloses it. Nothing is decided here about single blocks. The idea of descending to the densest region is
Readability's; names and weights are our own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model import squeeze
from generator.reading.marks import CLOSERS, TERMINALS
from generator.reading.pages.blocks import Page, PageBlock
from generator.reading.pages.following import following_articles, title_of
from generator.reading.pages.known import Known
from generator.reading.pages.settings import Setting
from generator.reading.wide_letters import letters

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# The end of a sentence, perhaps with closing quotes or brackets and an agency: "he said.”", "。」", "ends. (dpa)"; and
# of a long run of Thai or Lao letters, whose sentences end without a mark
SENTENCE_END = re.compile(
    rf"[{TERMINALS}:;]['‘{CLOSERS}]*(?:\s*(?:[(（][^()（）.!?。]{{2,25}}[)）]|/[^/\s]{{2,20}}/))?$"
    "|[\u0e01-\u0eff][\u0e01-\u0eff\\s\\d.,%]{28,}$"
)
# Settings in which no article stands, unless the element holds much of the page's prose.
OUTSIDE = (
    Setting.HIDDEN | Setting.COMMENTS | Setting.NAVIGATION | Setting.FORM | Setting.ADVERT | Setting.CAPTION
    | Setting.BYLINE | Setting.DATE | Setting.SHARE | Setting.TAGS | Setting.PROMOTION | Setting.ASIDE | Setting.TABLE
    | Setting.CONSENT | Setting.EMBEDDED
)  # fmt: skip
PICTURES = frozenset({"img", "picture", "amp-img"})
# Shares of the page's prose from which an enclosure says nothing any more.
MUCH, NEARLY_ALL = 0.4, 0.75
# Settings that are believed even if they leave nothing; and the share of prose below which the others are not.
CERTAIN = (
    Setting.HIDDEN | Setting.COMMENTS | Setting.NAVIGATION | Setting.FORM | Setting.CAPTION | Setting.ADVERT
    | Setting.CONSENT
)  # fmt: skip
# What can hold more text than the article and is believed for long.
LARGE = Setting.COMMENTS | Setting.CONSENT
LITTLE = 0.1
# What names alone say of an element; what elements and roles say is not doubted where they are many.
BY_NAME_ALONE = (
    Setting.CAPTION | Setting.PICTURE | Setting.BYLINE | Setting.DATE | Setting.SHARE | Setting.TAGS
    | Setting.PROMOTION | Setting.ADVERT | Setting.KICKER
)  # fmt: skip
# The most that a box around a form says, in letters and in blocks.
FORM_CHARS, FORM_BLOCKS = 400, 3
# The share of prose that the next element must hold for the region to shrink to it.
REGION_SHARE = 0.85
# How many letters of the page's own record of the article make it worth comparing with.
RECORD_CHARS = 400
# How many blocks above the text a title may stand that is no heading of the first level.
NEAR = 12
# A teaser of another article says no more than a sentence or two.
TEASER_CHARS = 350
# How many teasers make a row, and the shortest link that reads like a headline.
ROW_LENGTH, HEADLINE_CHARS, HEADLINE_WORDS = 3, 15, 3


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


def weight(block: PageBlock) -> int:
    """How much a block looks like prose: its length, wide letters twice; nothing for short lines and links."""
    size = letters(block.text)
    if block.linked >= 0.5 or size < 40:
        return 0
    return size if size >= 100 or SENTENCE_END.search(block.text) else 0


def view(page: Page, known: Known) -> View:
    """The page as the verdicts see it."""
    weights = [weight(block) for block in page.blocks]
    held = _sums(page, weights)
    recorded = tuple(_is_recorded(block, known) for block in page.blocks)
    title = title_of(page, known)
    titled = frozenset(page.ancestors(page.blocks[title].node)) if title is not None else frozenset()
    following = following_articles(page, weights, recorded, known)
    settings = _believed(_settings(page, weights, held, titled, known, following), weights)
    teasers = _teasers(page, held, titled)
    apart = [
        number in following or not teasers.isdisjoint(page.ancestors(block.node))
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
        teasers=teasers.difference(page.ancestors(region)),
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


def _settings(
    page: Page,
    weights: Sequence[int],
    held: Sequence[int],
    titled: frozenset[int],
    known: Known,
    following: frozenset[int],
) -> tuple[Setting, ...]:
    """What encloses each block; an enclosure that holds much of the page's prose says nothing.

    Comments and questions of consent are believed longer than the rest: they can be more than the article. So is a
    kind of element that encloses much of the prose, each a little of it: every paragraph in a "share-block". What
    encloses the title and some text says nothing either.
    """
    total = max(1, sum(size for number, size in enumerate(weights) if number not in following))
    kinds = _held_by_kind(page, held)
    boxes = _form_boxes(page, weights, held, known)
    found: list[Setting] = []
    for number, node in enumerate(page.nodes):
        inherited = found[node.parent] if node.parent >= 0 else Setting.NONE
        own = node.setting | Setting.FORM if number in boxes else node.setting
        if own is not Setting.NONE:
            if number in titled and held[number]:
                own &= ~OUTSIDE
            if kinds.get((node.tag, node.names), 0) >= MUCH * total:
                own &= ~BY_NAME_ALONE
            if held[number] >= MUCH * total:
                large = LARGE if held[number] < NEARLY_ALL * total else Setting.NONE
                asked = Setting.CONSENT if titled and number not in titled else Setting.NONE
                own &= Setting.ARTICLE | large | asked
        found.append(inherited if own is Setting.NONE else inherited | own)
    return tuple(found[block.node] | block.setting for block in page.blocks)


def _held_by_kind(page: Page, held: Sequence[int]) -> dict[tuple[str, str], int]:
    """The prose in all elements of a kind, its tag and class names, together."""
    found: dict[tuple[str, str], int] = {}
    for node, size in zip(page.nodes, held, strict=True):
        if size and node.names:
            found[node.tag, node.names] = found.get((node.tag, node.names), 0) + size
    return found


def _form_boxes(page: Page, weights: Sequence[int], held: Sequence[int], known: Known) -> frozenset[int]:
    """Elements around a form that hold a few lines and no title: what they say belongs to the form."""
    forms = [number for number, node in enumerate(page.nodes) if node.tag == "form"]
    if not forms:
        return frozenset()
    prosaic = [block.node for block, size in zip(page.blocks, weights, strict=True) if size]
    guarded = {
        node
        for block in page.blocks
        if page.nodes[block.node].tag == "h1" or squeeze(block.text) in known.titles or _is_recorded(block, known)
        for node in page.ancestors(block.node)
    }
    counts: dict[int, int] = {}
    for prose in prosaic:
        for node in page.ancestors(prose):
            counts[node] = counts.get(node, 0) + 1
    limit = min(FORM_CHARS, MUCH * sum(weights))
    found: set[int] = set()
    for form in forms:
        for node in page.ancestors(form)[1:]:
            if node in guarded or held[node] > limit or counts.get(node, 0) > FORM_BLOCKS:
                break
            found.add(node)
    return frozenset(found)


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
    held = _sums(page, written)
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


def _teasers(page: Page, held: Sequence[int], titled: frozenset[int]) -> frozenset[int]:
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
