"""What encloses each block of a page and is to be believed: the settings of its elements against the prose in them.

Takes the blocks of a page with their weights; gives the settings that count, one for each block.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import squeeze
from generator.reading.pages.announcing import speaks_of_subscribing
from generator.reading.pages.blocks import Page
from generator.reading.pages.known import Known
from generator.reading.pages.prose import MUCH
from generator.reading.pages.settings import Setting

# Settings in which no article stands, unless the element holds much of the page's prose.
OUTSIDE = (
    Setting.HIDDEN | Setting.COMMENTS | Setting.NAVIGATION | Setting.FORM | Setting.ADVERT | Setting.CAPTION
    | Setting.BYLINE | Setting.DATE | Setting.SHARE | Setting.TAGS | Setting.PROMOTION | Setting.ASIDE | Setting.TABLE
    | Setting.CONSENT | Setting.EMBEDDED
)  # fmt: skip
# The share of the page's prose from which not even comments and questions of consent are believed.
NEARLY_ALL = 0.75
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
# The name of an element for the offer in front of a text that subscribers read: "paywall", "reg-gate"
OFFER_NAME = re.compile(r"(?<![a-z])(?:pay|reg|sign)[-_]?(?:wall|gate)|(?<![a-z])piano(?![a-z])", re.IGNORECASE)
OFFER_CHARS = 500  # of prose, at most


def settings_that_count(
    page: Page,
    weights: Sequence[int],
    held: Sequence[int],
    titled: frozenset[int],
    following: frozenset[int],
    guarded: frozenset[int],
) -> tuple[Setting, ...]:
    """What encloses each block and counts; ``titled`` are the nodes around the title, ``guarded`` those of no form.

    An enclosure that holds much of the page's prose says nothing.

    Comments and questions of consent are believed longer than the rest: they can be more than the article. So is a
    kind of element that encloses much of the prose, each a little of it: every paragraph in a "share-block". What
    encloses the title and some text says nothing either.
    """
    total = max(1, sum(size for number, size in enumerate(weights) if number not in following))
    kinds = _held_by_kind(page, held)
    boxes = _form_boxes(page, weights, held, guarded) | _offers(page, held, guarded)
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
    return _believed(tuple(found[block.node] | block.setting for block in page.blocks), weights)


def guarded_nodes(page: Page, known: Known, recorded: Sequence[bool]) -> frozenset[int]:
    """Nodes that hold a title or what the page records of its article: no box around a form is one of them."""
    return frozenset(
        node
        for block, is_recorded in zip(page.blocks, recorded, strict=True)
        if is_recorded or page.nodes[block.node].tag == "h1" or squeeze(block.text) in known.titles
        for node in page.ancestors(block.node)
    )


def _held_by_kind(page: Page, held: Sequence[int]) -> dict[tuple[str, str], int]:
    """The prose in all elements of a kind, its tag and class names, together."""
    found: dict[tuple[str, str], int] = {}
    for node, size in zip(page.nodes, held, strict=True):
        if size and node.names:
            found[node.tag, node.names] = found.get((node.tag, node.names), 0) + size
    return found


def _form_boxes(page: Page, weights: Sequence[int], held: Sequence[int], guarded: frozenset[int]) -> frozenset[int]:
    """Elements around a form that hold a few lines and no title: what they say belongs to the form."""
    forms = [number for number, node in enumerate(page.nodes) if node.tag == "form"]
    if not forms:
        return frozenset()
    prosaic = [block.node for block, size in zip(page.blocks, weights, strict=True) if size]
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


def _offers(page: Page, held: Sequence[int], guarded: frozenset[int]) -> frozenset[int]:
    """Elements called after the wall in front of a text that say little and offer a subscription: no part of the text.

    What is called so and says much is the text behind the wall.
    """
    called = {number for number, node in enumerate(page.nodes) if OFFER_NAME.search(node.names)}
    if not called:
        return frozenset()
    offering = {
        node for block in page.blocks if speaks_of_subscribing(block.text) for node in page.ancestors(block.node)
    }
    limit = MUCH * held[0] if held else 0
    return frozenset(
        node for node in called & offering if node not in guarded and held[node] <= min(OFFER_CHARS, limit)
    )


def _believed(settings: tuple[Setting, ...], weights: Sequence[int]) -> tuple[Setting, ...]:
    """The settings, without those by name alone where they would leave hardly any prose: a maker's odd names."""
    left = sum(size for size, setting in zip(weights, settings, strict=True) if not setting & OUTSIDE)
    if left >= LITTLE * sum(weights):
        return settings
    return tuple(setting & CERTAIN for setting in settings)
