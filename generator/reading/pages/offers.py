"""Offers to readers that stand among the paragraphs of an article: to subscribe, to log in, to buy what is locked.

Takes a page and its pieces; gives the pieces without those sentences, as appeals. Only what speaks of subscribing and
stands in an element of its own is one: an article about subscriptions keeps its sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model import LineRole
from generator.reading.assembly import Piece
from generator.reading.pages.announcing import speaks_of_subscribing
from generator.reading.pages.blocks import Page

# Why a sentence is left out
OFFER_REASON = "offers a subscription"
# How many paragraphs a text has at least below whose end an offer is looked for
FEWEST_PARAGRAPHS = 3


def without_offers(page: Page, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with the offers among them turned into appeals."""
    body = [number for number, piece in enumerate(pieces) if piece.role is LineRole.BODY]
    if not page.blocks or len(body) < FEWEST_PARAGRAPHS:
        return tuple(pieces)
    offers = {
        number
        for number in body[1:]
        if speaks_of_subscribing(pieces[number].text)
        and (_is_beside_appeal(page, pieces, number) or (number == body[-1] and _is_alone(page, body, number)))
    }
    return tuple(
        replace(piece, role=LineRole.APPEAL, reason=OFFER_REASON) if number in offers else piece
        for number, piece in enumerate(pieces)
    )


def _is_beside_appeal(page: Page, pieces: Sequence[Piece], number: int) -> bool:
    """Whether the next or the last line in the same element asks for something, and nothing else there is body."""
    near = [n for n in (number - 1, number + 1) if 0 <= n < len(pieces) and _holder(page, n) == _holder(page, number)]
    asked = any(pieces[n].role in (LineRole.APPEAL, LineRole.ADVERT) for n in near)
    return asked and not any(pieces[n].role is LineRole.BODY for n in near)


def _is_alone(page: Page, body: Sequence[int], number: int) -> bool:
    """Whether no other paragraph is of the same kind, or none stands in the same element."""
    node = page.nodes[page.blocks[number].node]
    others = [page.nodes[page.blocks[n].node] for n in body if n != number]
    named_apart = bool(node.names) and all((each.tag, each.names) != (node.tag, node.names) for each in others)
    return named_apart or all(each.parent != node.parent for each in others)


def _holder(page: Page, number: int) -> int:
    return page.nodes[page.blocks[number].node].parent
