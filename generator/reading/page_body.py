"""Which blocks of a page are its article: by where the prose stands, not by the outlet.

Takes the blocks of a page and what the page says of itself (title, description, the text in its JSON-LD); gives
every block a role with a reason. The region that holds the prose is found first; inside it a block is left out for
what encloses it (a form, a caption, a list of teasers), for its links, or because the page's own record of the
article does not have it. Method: own; the idea of descending to the densest region is Readability's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model import LineRole
from generator.reading.assembly import Piece
from generator.reading.page_blocks import Page, PageBlock, Setting

# A teaser of another article says no more than a sentence or two.
TEASER_CHARS = 350
# Reason of a verdict that depends on what stands around the line.
SHORT = "short line among paragraphs of the article"
# A caption is short; a longer text in an element named after pictures is text with a picture.
PICTURE_CHARS = 300
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SENTENCE_END = re.compile(r"[.!?…。！？؟।:;]['\"”“»’)\]]*$")
# Lines that point elsewhere open with an arrow: ">> More on this", "→ Read", "▶ Video"
ARROW = re.compile(r"(?:>{1,2}|[→►▶➤➡➜☛👉⇒])\s*\S")
# Wide letters say about twice as much each as the letters of an alphabet.
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

OUTSIDE = (
    (Setting.HIDDEN, LineRole.OTHER, "not shown on the page"),
    (Setting.COMMENTS, LineRole.OTHER, "readers' comments"),
    (Setting.NAVIGATION, LineRole.NAVIGATION, "menu or footer"),
    (Setting.FORM, LineRole.APPEAL, "form or overlay"),
    (Setting.ADVERT, LineRole.ADVERT, "advert"),
    (Setting.CAPTION, LineRole.CAPTION, "caption or credit of a picture"),
    (Setting.BYLINE, LineRole.BYLINE, "about the author"),
    (Setting.DATE, LineRole.DATELINE, "date"),
    (Setting.SHARE, LineRole.NAVIGATION, "share buttons"),
    (Setting.TAGS, LineRole.TAGS, "keywords"),
    (Setting.PROMOTION, LineRole.NAVIGATION, "related or promoted"),
    (Setting.ASIDE, LineRole.NAVIGATION, "beside the article"),
    (Setting.TABLE, LineRole.OTHER, "table"),
)
# Where no lead stands, even if its words are the page's description.
NO_LEAD = Setting.HIDDEN | Setting.CAPTION | Setting.COMMENTS | Setting.FORM


@dataclass(frozen=True, slots=True)
class Known:
    """What the page says of its article elsewhere, each squeezed of white space: see ``squeeze``."""

    title: str = ""
    description: str = ""
    record: str = ""


def squeeze(text: str) -> str:
    """Letters and digits alone, in lower case: how a block is looked for in another record of the same text."""
    return re.sub(r"[\W_]+", "", text).lower()


def choose(page: Page, known: Known) -> tuple[Piece, ...]:
    """Every block of the page as a piece with its role and reason, in reading order."""
    weights = [_weight(block) for block in page.blocks]
    settings = _settings(page, weights)
    allowed = [weight if _outside(setting) is None else 0 for weight, setting in zip(weights, settings, strict=True)]
    recorded = _recorded(page, known)
    if sum(w for w, r in zip(weights, recorded, strict=True) if r) > 400:
        allowed = [w * 4 if r else a for w, a, r in zip(weights, allowed, recorded, strict=True)]
    allowed = [
        weight * 2 if Setting.ARTICLE in setting else weight for weight, setting in zip(allowed, settings, strict=True)
    ]
    region = _region(page, allowed, known)
    choice = _Choice(page, known, settings, recorded, region)
    return choice.pieces()


def _weight(block: PageBlock) -> int:
    """How much a block looks like prose: its length, wide letters twice; nothing for short lines and links."""
    size = len(block.text) + len(WIDE.findall(block.text))
    if block.linked >= 0.5 or size < 40:
        return 0
    return size if size >= 100 or SENTENCE_END.search(block.text) else 0


def _settings(page: Page, weights: Sequence[int]) -> list[Setting]:
    """What encloses each block; an enclosure that holds much of the page's prose says nothing."""
    held = _sums(page, weights)
    total = max(1, sum(weights))
    below: list[Setting] = []
    for number, node in enumerate(page.nodes):
        inherited = below[node.parent] if node.parent >= 0 else Setting.NONE
        own = node.setting
        share = held[number] / total
        if share >= 0.4:
            own &= Setting.ARTICLE if share >= 0.75 else Setting.ARTICLE | Setting.COMMENTS
        below.append(inherited | own)
    return [below[block.node] | block.setting for block in page.blocks]


def _sums(page: Page, weights: Sequence[int]) -> list[int]:
    """For each node, the weight of all blocks inside it."""
    held = [0] * len(page.nodes)
    for block, weight in zip(page.blocks, weights, strict=True):
        held[block.node] += weight
    for number in range(len(page.nodes) - 1, 0, -1):
        parent = page.nodes[number].parent
        if parent >= 0:
            held[parent] += held[number]
    return held


def _outside(setting: Setting) -> tuple[LineRole, str] | None:
    return next(((role, reason) for sign, role, reason in OUTSIDE if sign in setting), None)


def _recorded(page: Page, known: Known) -> list[bool]:
    """Whether each block stands in the page's own record of the article."""
    if len(known.record) < 400:
        return [False] * len(page.blocks)
    return [len(block.text) >= 25 and squeeze(block.text) in known.record for block in page.blocks]


def _region(page: Page, weights: Sequence[int], known: Known) -> int:
    """The innermost node that holds nearly all of the prose that is allowed.

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
        if best is not None and held[best] < 0.85 * held[here]:
            best = next((child for child in children[here] if child in titled and held[child] > 0.3 * held[here]), None)
        if best is None or not held[best]:
            return here
        here = best


class _Choice:
    """The verdicts over one page."""

    def __init__(
        self, page: Page, known: Known, settings: Sequence[Setting], recorded: Sequence[bool], region: int
    ) -> None:
        self.page, self.known, self.settings, self.recorded, self.region = page, known, settings, recorded, region
        self.inside = [region in page.ancestors(block.node) for block in page.blocks]
        self.cards = self._cards()
        self.prosaic = {block.node for block in page.blocks if _weight(block)}

    def pieces(self) -> tuple[Piece, ...]:
        found = [self._verdict(number) for number in range(len(self.page.blocks))]
        found = self._between_prose(found)
        found = self._with_lead(found)
        found = self._by_record(found)
        found = self._by_company(found)
        found = _without_repeats(found)
        found = self._headings(found)
        return tuple(found)

    def _cards(self) -> set[int]:
        """Nodes that hold a teaser: what encloses a heading that is a link, unless that holds much of the region."""
        sizes = _sums(self.page, [_weight(block) for block in self.page.blocks])
        cards: set[int] = set()
        for block in self.page.blocks:
            if self.page.nodes[block.node].tag in HEADINGS and block.linked >= 0.45:
                for node in self.page.ancestors(block.node)[1:4]:
                    if node == self.region or sizes[node] > TEASER_CHARS:
                        break
                    cards.add(node)
        return cards

    def _verdict(self, number: int) -> Piece:
        block = self.page.blocks[number]
        tag = self.page.nodes[block.node].tag
        squeezed = squeeze(block.text)
        if squeezed and squeezed == self.known.title:
            role = LineRole.TITLE if tag == "h1" else LineRole.REPEAT
            return Piece(block.text, role, "the title")
        if ARROW.match(block.text) or block.linked >= 0.95:
            return Piece(block.text, LineRole.NAVIGATION, "leads elsewhere")
        if self.recorded[number] and self.inside[number]:
            return Piece(block.text, LineRole.BODY, "stands in the page's own record of the article")
        outside = _outside(self.settings[number])
        if outside is not None:
            return Piece(block.text, *outside)
        if Setting.PICTURE in self.settings[number] and len(block.text) < PICTURE_CHARS:
            return Piece(block.text, LineRole.CAPTION, "caption of a picture")
        if not self.inside[number]:
            return Piece(block.text, LineRole.OTHER, "outside the region of the article")
        if self.cards.intersection(self.page.ancestors(block.node)):
            return Piece(block.text, LineRole.NAVIGATION, "teaser of another article")
        if tag in HEADINGS:
            if tag == "h1" or block.linked >= 0.5:
                return Piece(block.text, LineRole.OTHER, "heading that leads elsewhere")
            return Piece(block.text, LineRole.SUBHEAD, "heading in the article")
        if block.linked >= 0.75 or (block.linked >= 0.5 and not SENTENCE_END.search(block.text)):
            return Piece(block.text, LineRole.NAVIGATION, "made of links")
        if block.emphasised >= 0.9 and len(block.text) < 100 and not SENTENCE_END.search(block.text):
            return Piece(block.text, LineRole.SUBHEAD, "short line in bold")
        if _weight(block) or (tag in ("p", "li", "blockquote") and SENTENCE_END.search(block.text)):
            return Piece(block.text, LineRole.BODY, "prose in the region of the article")
        if tag == "p" or self.page.blocks[number].node in self.prosaic:
            return Piece(block.text, LineRole.BODY, SHORT)
        return Piece(block.text, LineRole.OTHER, "short line")

    def _between_prose(self, found: list[Piece]) -> list[Piece]:
        """A short line that is no sentence belongs to the text only where prose in like company stands around it."""
        prose = [n for n, piece in enumerate(found) if piece.role is LineRole.BODY and piece.reason != SHORT]
        first, last = (prose[0], prose[-1]) if prose else (0, -1)
        companies = {self._company(number) for number in prose}
        for number, piece in enumerate(found):
            if piece.reason == SHORT and not (first < number < last and self._company(number) in companies):
                found[number] = replace(piece, role=LineRole.OTHER, reason="short line")
        return found

    def _with_lead(self, found: list[Piece]) -> list[Piece]:
        """The lead between title and text belongs to the article wherever the page's maker put it."""
        first = next((n for n, piece in enumerate(found) if piece.role is LineRole.BODY), len(found))
        titles = [n for n, block in enumerate(self.page.blocks[:first]) if self.page.nodes[block.node].tag == "h1"]
        titles += [n for n, piece in enumerate(found[:first]) if piece.role is LineRole.TITLE]
        start = max(titles, default=max(0, first - 12))
        for number in range(start, first):
            block = self.page.blocks[number]
            said = squeeze(block.text)
            described = len(said) >= 30 and (said in self.known.description or self.known.description[:60] in said)
            named = Setting.LEAD in self.settings[number] and len(block.text) >= 40
            prose = bool(_weight(block)) and len(block.text) >= 80
            plain = _outside(self.settings[number] & ~Setting.NAVIGATION) is None
            described = described and bool(self.known.description) and not self.settings[number] & NO_LEAD
            if block.linked < 0.5 and said != self.known.title and (described or (plain and (named or prose))):
                found[number] = replace(found[number], role=LineRole.BODY, reason="lead of the article")
        return found

    def _by_company(self, found: list[Piece]) -> list[Piece]:
        """Where nearly all of the text stands in one kind of element, a few lines in another are not part of it.

        A box inside the article (no paragraph among paragraphs) and what follows the last paragraph are left out.
        """
        body = [n for n, piece in enumerate(found) if piece.role is LineRole.BODY]
        total = sum(len(found[n].text) for n in body)
        tags: dict[str, int] = {}
        parents: dict[tuple[str, str], int] = {}
        for number in body:
            node = self.page.nodes[self.page.blocks[number].node]
            tags[node.tag] = tags.get(node.tag, 0) + len(found[number].text)
            parents[self._company(number)] = parents.get(self._company(number), 0) + len(found[number].text)
        if not body or tags.get("p", 0) < 0.85 * total:
            return found
        first = next(n for n in body if self.page.nodes[self.page.blocks[n].node].tag == "p")
        most = max(parents, key=lambda each: parents[each])
        last = max(n for n in body if self._company(n) == most)
        for number in body:
            tag = self.page.nodes[self.page.blocks[number].node].tag
            if self.recorded[number] or number <= first or len(found[number].text) > 400:
                continue
            if tag not in ("p", "li", "blockquote"):
                found[number] = replace(found[number], role=LineRole.OTHER, reason="in a box of its own")
            elif number > last and parents[most] >= 0.85 * total and parents[self._company(number)] < 0.05 * total:
                found[number] = replace(found[number], role=LineRole.OTHER, reason="after the end of the article")
        return found

    def _company(self, number: int) -> tuple[str, str]:
        """The kind of element that holds a block's element."""
        parent = self.page.nodes[self.page.blocks[number].node].parent
        holder = self.page.nodes[max(parent, 0)]
        return holder.tag, holder.names

    def _heads_elsewhere(self, number: int, found: Sequence[Piece]) -> bool:
        """Whether a heading shares its enclosure with other blocks, none of which is body text."""
        parent = self.page.nodes[self.page.blocks[number].node].parent
        others = [
            n
            for n in (*range(max(0, number - 6), number), *range(number + 1, min(len(found), number + 12)))
            if parent in self.page.ancestors(self.page.blocks[n].node)
        ]
        return bool(others) and not any(found[n].role is LineRole.BODY for n in others)

    def _by_record(self, found: list[Piece]) -> list[Piece]:
        """Where the page's record has nearly all of the text, what it does not have is no part of the article."""
        body = [n for n, piece in enumerate(found) if piece.role is LineRole.BODY]
        total = sum(len(found[n].text) for n in body)
        covered = sum(len(found[n].text) for n in body if self.recorded[n])
        if not total or covered < 0.8 * total:
            return found
        first = next((n for n in body if self.recorded[n]), 0)
        for number in body:
            short = len(found[number].text) < 25
            if not self.recorded[number] and number > first and not short:
                found[number] = replace(
                    found[number], role=LineRole.OTHER, reason="not in the page's record of the article"
                )
        return found

    def _headings(self, found: list[Piece]) -> list[Piece]:
        """A sub-heading heads body text; one that nothing follows, or that stands before the text, is another's."""
        follows = False
        for number in range(len(found) - 1, -1, -1):
            if found[number].role is LineRole.BODY:
                follows = True
            elif found[number].role is LineRole.SUBHEAD:
                if not follows or self._heads_elsewhere(number, found):
                    found[number] = replace(found[number], role=LineRole.OTHER, reason="heading without text")
                    continue
                follows = False
            elif found[number].role in (LineRole.TITLE,):
                follows = False
        return found


def _without_repeats(found: list[Piece]) -> list[Piece]:
    """A block whose words stand in another block of the text too (a pull quote) is a repeat."""
    body = [number for number, piece in enumerate(found) if piece.role is LineRole.BODY]
    squeezed = {number: squeeze(found[number].text) for number in body}
    whole = "\n".join(squeezed.values())
    for number in body:
        words = squeezed[number]
        if (
            20 <= len(words) <= 300
            and whole.count(words) > 1
            and any(
                words in other and (len(other) > len(words) or n < number)
                for n, other in squeezed.items()
                if n != number
            )
        ):
            found[number] = replace(found[number], role=LineRole.REPEAT, reason="stands in the text again")
    return found
