"""What only the whole of a page shows, set right in order: a lead above the text, a box in it, what follows its end.

Takes a page as ``pages.region`` sees it and the verdicts over all of its blocks; gives the blocks with their roles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.model import LineRole, squeeze
from generator.reading.assembly import Piece
from generator.reading.pages.announcing import announces_comments
from generator.reading.pages.below_the_text import POINT_REASON
from generator.reading.pages.leads import LEAD_REASON, SHORTEST_LEAD, with_lead
from generator.reading.pages.prose import HEADINGS
from generator.reading.pages.region import NEAR, View
from generator.reading.pages.teasers import HEADLINE_CHARS
from generator.reading.pages.verdicts import (
    ANNOUNCING_REASON,
    COMMENTS_REASON,
    LEADING_REASON,
    SHORT,
    SHORT_LINE,
    TITLE_REASON,
)
from generator.reading.wide_letters import letters

# The name of an element for a heading between paragraphs: "b-crosshead", "article__subheading", "zwischentitel"
HEADING_NAME = re.compile(
    r"(?:\w+[-_]+)*(?:cross|sub|inter|mid)[-_]?(?:heads?|heading|headline|title|titre)|(?:\w+[-_]+)*(?:heading|ladillo|"
    r"zwischentitel|zwischenueberschrift|tussenkop|mellanrubrik|sottotitolo|intertitulo|srodtytul|mezititulek|arabaslik)",
    re.IGNORECASE,
)
# A heading between paragraphs: short, a letter or a figure first, and no mark of a sentence or a label in it.
CROSS_HEADING = re.compile(r"[\w„“\"«»'‘’¿¡][^.:;|©@/]{3,90}[^.:;,|\s]")
# A block longer than this is no box beside the text, whatever its element.
BOX_CHARS = 400
# The most of the text that a box holds.
BOX_SHARE = 0.3
# The share of the text in paragraphs from which what stands in no paragraph is strange.
IN_PARAGRAPHS = 0.8
# How many points a list below the last paragraph has that belongs to the text, and how many words each of them
FEWEST_POINTS, POINT_WORDS = 2, 4
# Blocks that are compared with each other for repeats; no article has more.
MOST_COMPARED = 500


def corrected(seen: View, pieces: list[Piece]) -> list[Piece]:
    """The pieces after every correction."""
    for correct in CORRECTIONS:
        pieces = correct(seen, pieces)
    return pieces


def _between_prose(seen: View, pieces: list[Piece]) -> list[Piece]:
    """A short line that is no sentence belongs to the text only where prose in like company stands around it."""
    prose = [n for n, piece in enumerate(pieces) if piece.role is LineRole.BODY and piece.reason != SHORT]
    first, last = (prose[0], prose[-1]) if prose else (0, -1)
    companies = {seen.company(number) for number in prose} | {seen.host(number) for number in prose}
    points = range(last + 1, _end_of_list(seen, pieces, last) + 1)
    return [
        replace(piece, reason=POINT_REASON)
        if number in points
        else replace(piece, role=LineRole.OTHER, reason=SHORT_LINE)
        if piece.reason == SHORT and not (first < number < last and seen.host(number) in companies)
        else piece
        for number, piece in enumerate(pieces)
    ]


def _end_of_list(seen: View, pieces: Sequence[Piece], last: int) -> int:
    """The last point of a list that follows the last paragraph in the same element: several, told at some length."""
    end = last
    while (
        end + 1 < len(pieces)
        and pieces[end + 1].reason == SHORT
        and seen.tag(end + 1) == "li"
        and not seen.page.blocks[end + 1].linked
        and len(pieces[end + 1].text.split()) >= POINT_WORDS
        and seen.host(end + 1) in (seen.company(last), seen.host(last))
    ):
        end += 1
    return end if end - last >= FEWEST_POINTS else last


def _cross_headings(seen: View, pieces: list[Piece]) -> list[Piece]:
    """A short line between two paragraphs in the same element is a heading among them.

    Where the paragraphs are elements for that, ``p``, it is one only if its maker calls it so.
    """
    nodes, blocks = seen.page.nodes, seen.page.blocks
    found = list(pieces)
    for number in range(1, len(pieces) - 1):
        around = (number - 1, number + 1)
        called = any(map(HEADING_NAME.fullmatch, seen.kind(number)[1].split()))
        beside = all(pieces[n].role is LineRole.BODY and (called or seen.tag(n) != "p") for n in around)
        if pieces[number].reason != SHORT_LINE or not beside or blocks[number].linked:
            continue
        holders = {nodes[blocks[n].node].parent for n in (*around, number)}
        if len(holders) == 1 and CROSS_HEADING.fullmatch(blocks[number].text):
            found[number] = replace(pieces[number], role=LineRole.SUBHEAD, reason="short line between paragraphs")
    return found


def _above_title(seen: View, pieces: list[Piece]) -> list[Piece]:
    """A word or two above the title are no text ("Lindenau."), nor is a single line there ("… is old")."""
    title = next((n for n, piece in enumerate(pieces) if piece.role is LineRole.TITLE), 0)
    body = _body(pieces)
    above = [n for n in body if n < title and not seen.recorded[n]]
    description = seen.known.description
    alone = len(above) == 1 and len(body) > 3 and not (description and squeeze(pieces[above[0]].text) in description)
    short = [n for n in above if letters(pieces[n].text) < (BOX_CHARS // 2 if alone else SHORTEST_LEAD)]
    return _left_out(pieces, short, "above the title")


def _title_above(_: View, pieces: list[Piece]) -> list[Piece]:
    """Where no heading of the first level is the title, its last words above the text are."""
    first = next(iter(_body(pieces)), len(pieces))
    above = range(max(0, first - NEAR), first)
    if any(piece.role is LineRole.TITLE for piece in pieces):
        return pieces
    title = next((n for n in reversed(above) if pieces[n].reason == TITLE_REASON), None)
    return [replace(piece, role=LineRole.TITLE) if number == title else piece for number, piece in enumerate(pieces)]


def _unrecorded(seen: View, pieces: list[Piece]) -> list[Piece]:
    """Where the page's record has nearly all of the text, what it does not have is no part of the article."""
    body = _body(pieces)
    covered = sum(len(pieces[n].text) for n in body if seen.recorded[n])
    if not covered or covered < 0.8 * sum(len(pieces[n].text) for n in body):
        return pieces
    first = next(n for n in body if seen.recorded[n])
    return _left_out(
        pieces,
        [n for n in body if n > first and not seen.recorded[n] and len(pieces[n].text) >= 25],
        "not in the page's record of the article",
    )


def _below_comments(seen: View, pieces: list[Piece]) -> list[Piece]:
    """What stands below a heading that announces readers' comments is theirs: "12 Kommentare".

    Without a number the heading may be the article's own ("Discussion"), unless a button to reply stands below it, or
    it stands in an element of its own, of a kind that holds nothing of the article.
    """
    body = _body(pieces)
    announced = (
        number
        for number in range(body[1] + 1 if len(body) > 1 else len(pieces), len(pieces))
        if seen.tag(number) in HEADINGS and announces_comments(seen.page.blocks[number].text)
        if any(map(str.isdigit, seen.page.blocks[number].text))
        or any(announces_comments(block.text) for block in seen.page.blocks[number + 1 :])
        or _stands_apart(seen, number, body)
    )
    first = next(announced, len(pieces))
    return [
        replace(piece, role=LineRole.OTHER, reason=COMMENTS_REASON)
        if number >= first and piece.role in (LineRole.BODY, LineRole.SUBHEAD)
        else piece
        for number, piece in enumerate(pieces)
    ]


def _stands_apart(seen: View, number: int, body: Sequence[int]) -> bool:
    """Whether no paragraph above a block is in the block's element or in one of the same tag and class names."""
    nodes = seen.page.nodes
    own = nodes[nodes[seen.page.blocks[number].node].parent]
    above = {around for n in body if n < number for around in seen.page.ancestors(seen.page.blocks[n].node)}
    return (own.tag, own.names) not in {(nodes[n].tag, nodes[n].names) for n in above}


def _announced_boxes(seen: View, pieces: list[Piece]) -> list[Piece]:
    """What follows a line that announces something else in a small element of its own is announced: "Read more"."""
    body = _body(pieces)
    total = sum(len(pieces[n].text) for n in body)
    found: set[int] = set()
    for number, piece in enumerate(pieces):
        box = _box_of(seen, number, piece)
        if box is None:
            continue
        if seen.title is not None and box in seen.page.ancestors(seen.page.blocks[seen.title].node):
            continue
        within = [n for n in body if box in seen.page.ancestors(seen.page.blocks[n].node)]
        if all(n > number for n in within) and sum(len(pieces[n].text) for n in within) <= min(
            BOX_CHARS, BOX_SHARE * total
        ):
            found.update(n for n in within if not seen.recorded[n])
    return _left_out(pieces, sorted(found), "in a box that announces something else")


def _box_of(seen: View, number: int, piece: Piece) -> int | None:
    """The small element in which a line announces what follows it: by its words, or as a headline that is a link."""
    node = seen.page.blocks[number].node
    if piece.reason == ANNOUNCING_REASON:
        return seen.page.nodes[node].parent
    headline = piece.reason == LEADING_REASON and len(piece.text) >= HEADLINE_CHARS
    followed = number + 1 < len(seen.page.blocks) and node in seen.page.ancestors(seen.page.blocks[number + 1].node)
    return node if headline and followed and seen.tag(number) in ("div", "section", "aside") else None


def _strangers(seen: View, pieces: list[Piece]) -> list[Piece]:
    """Where nearly all of the text is in paragraphs, a box among them and lines after the last one are left out."""
    body = _body(pieces)
    total = sum(len(pieces[n].text) for n in body)
    paragraphs = [n for n in body if seen.tag(n) == "p"]
    if not paragraphs or sum(len(pieces[n].text) for n in paragraphs) < IN_PARAGRAPHS * total:
        return pieces
    sizes: dict[tuple[str, str], int] = {}
    for number in body:
        sizes[seen.company(number)] = sizes.get(seen.company(number), 0) + len(pieces[number].text)
    most = max(sizes, key=lambda company: sizes[company])
    last = max(n for n in body if seen.company(n) == most) if sizes[most] >= 0.85 * total else body[-1]
    candidates = [n for n in body if n > paragraphs[0] and not seen.recorded[n] and len(pieces[n].text) <= BOX_CHARS]
    boxes = [n for n in candidates if seen.tag(n) not in ("p", "li", "blockquote")]
    after = [n for n in candidates if n > last and sizes[seen.company(n)] < 0.05 * total]
    return _left_out(_left_out(pieces, boxes, "in a box of its own"), after, "after the end of the article")


def _repeats(_: View, pieces: list[Piece]) -> list[Piece]:
    """A block whose words stand in another block of the text too (a pull quote) is a repeat."""
    squeezed = {number: squeeze(pieces[number].text) for number in _body(pieces)}
    whole = "\n".join(list(squeezed.values())[:MOST_COMPARED])
    first: dict[str, int] = {}
    found = list(pieces)
    for number, said in list(squeezed.items())[:MOST_COMPARED]:
        again = first.setdefault(said, number) != number
        pulled = pieces[number].reason != LEAD_REASON and _in_longer(said, whole)
        if 20 <= len(said) <= 300 and (again or pulled):
            found[number] = replace(found[number], role=LineRole.REPEAT, reason="stands in the text again")
    return found


def _in_longer(said: str, whole: str) -> bool:
    """Whether squeezed words stand inside a longer line of the squeezed text."""
    at = whole.find(said)
    while at >= 0:
        end = at + len(said)
        if whole[max(0, at - 1) : at].strip() or whole[end : end + 1].strip():
            return True
        at = whole.find(said, end)
    return False


def _headings(seen: View, pieces: list[Piece]) -> list[Piece]:
    """A sub-heading heads body text; one that nothing follows, or whose neighbours are no text, is another's."""
    follows = False
    found = list(pieces)
    for number in range(len(pieces) - 1, -1, -1):
        role = pieces[number].role
        if role is LineRole.BODY:
            follows = True
        elif role is LineRole.TITLE or (
            role is LineRole.SUBHEAD and follows and not _heads_elsewhere(seen, number, pieces)
        ):
            follows = False
        elif role is LineRole.SUBHEAD:
            found[number] = replace(pieces[number], role=LineRole.OTHER, reason="heading without text")
    return found


def _heads_elsewhere(seen: View, number: int, pieces: Sequence[Piece]) -> bool:
    """Whether a heading shares its enclosure with other blocks, none of which is body text."""
    blocks = seen.page.blocks
    parent = seen.page.nodes[blocks[number].node].parent
    near = (*range(max(0, number - 6), number), *range(number + 1, min(len(pieces), number + NEAR)))
    others = [n for n in near if parent in seen.page.ancestors(blocks[n].node)]
    return bool(others) and not any(pieces[n].role is LineRole.BODY for n in others)


CORRECTIONS: tuple[Callable[[View, list[Piece]], list[Piece]], ...] = (
    _between_prose,
    _cross_headings,
    _title_above,
    _above_title,
    with_lead,
    _unrecorded,
    _below_comments,
    _announced_boxes,
    _strangers,
    _repeats,
    _headings,
)


def _body(pieces: Sequence[Piece]) -> list[int]:
    return [number for number, piece in enumerate(pieces) if piece.role is LineRole.BODY]


def _left_out(pieces: list[Piece], numbers: Sequence[int], reason: str) -> list[Piece]:
    out = frozenset(numbers)
    return [
        replace(piece, role=LineRole.OTHER, reason=reason) if number in out else piece
        for number, piece in enumerate(pieces)
    ]
