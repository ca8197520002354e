"""The blocks of text that a page shows, in order, each with where it stands: what a reader's eye would tell apart.

Takes a parsed page; gives ``PageBlock`` values whose words stand in the page's text content letter for letter, white
space folded. Says nothing of what is article and what is not; it only records the evidence (element, share of links,
class names, what encloses the block).
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.model import fold
from generator.reading.pages.settings import Setting, setting_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Elements that stand within a line; every other element begins a block of its own.
INLINE = frozenset(
    (
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "ins", "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    )
)  # fmt: skip
# Elements whose text no reader sees as text of the page.
UNSEEN = frozenset(
    (
        "script", "style", "noscript", "template", "svg", "head", "iframe", "object", "embed", "select",
        "option", "textarea", "button", "canvas", "video", "audio", "map", "math", "datalist", "progress",
        "meter", "input", "title", "amp-sidebar", "amp-consent", "amp-analytics", "amp-ad", "amp-embed",
        "amp-state", "amp-user-notification", "amp-social-share",
    )
)  # fmt: skip
# A sentence that ends where an element ends, and the next that begins without a space: "… ends.<b>The next …"
SENTENCE_JOIN = re.compile(r".*[^\W\d_]{2}[.!?]\n[„“\"«»]?[A-ZÀ-ÞĀ-ŽΑ-ΩА-Я]", re.DOTALL)
# A heading in bold that runs into its text without a space: "<b>A new case</b>The police …"
HEADING_JOIN = re.compile(r".*[^\W_]\n[A-ZÀ-ÞĀ-ŽΑ-ΩА-Я]", re.DOTALL)

EMPTY_LINE = re.compile(r"\n[ \t]*\n")
# What an element within a line that belongs to a picture says stands apart: "<em class="img_desc">The quay</em>".
OF_PICTURES = Setting.CAPTION | Setting.PICTURE
# "font-weight: bold" and "font-weight:700" in a style attribute
BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
# A line names no more authors than this; and one whose elements are looked at apart is no longer than this.
MOST_SIGNED, LONGEST_APART = 12, 160


@dataclass(frozen=True, slots=True)
class Node:
    """A block element of the page: its number is its place in ``Page.nodes``, ``parent`` that of what encloses it."""

    parent: int
    tag: str
    names: str
    setting: Setting
    depth: int


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A run of text between two block boundaries. ``linked`` is the share of its letters that stand in links.

    ``signed`` are the words of elements within the line that their maker calls an author. ``apart`` are the
    words between which no space stands although elements part them, where there are such: "A. Name" and "Rome".
    """

    text: str
    node: int
    linked: float
    setting: Setting
    emphasised: float = 0.0
    signed: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The block elements of a page and the blocks of text in them, both in reading order."""

    nodes: tuple[Node, ...]
    blocks: tuple[PageBlock, ...]

    def ancestors(self, node: int) -> tuple[int, ...]:
        """The node and everything that encloses it, inside out."""
        chain: list[int] = []
        while node >= 0:
            chain.append(node)
            node = self.nodes[node].parent
        return tuple(chain)


def page_blocks(tree: HtmlElement) -> Page:
    """All blocks of text of a parsed page. Works through the tree in a loop: no nesting is too deep."""
    return _Walk().through(tree)


def _leads_away(element: HtmlElement, tag: str) -> bool:
    """Whether an element is a link to another place than the page itself; an address to write to is none."""
    return tag == "a" and not (element.get("href") or "#").startswith(("#", "mailto:"))


def _is_strong(element: HtmlElement, tag: str) -> bool:
    if tag in ("b", "strong") or element.get("class") in ("strong", "bold", "b"):
        return True
    return bool(BOLD.search(element.get("style", "")))


@dataclass(slots=True)
class _Walk:
    """The state of one pass through a page."""

    nodes: list[Node] = field(default_factory=list)
    blocks: list[PageBlock] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    links: int = 0
    strong: int = 0
    linked: int = 0
    emphasised: int = 0
    marked: dict[Setting, int] = field(default_factory=dict)
    marks: list[Setting | None] = field(default_factory=list)
    signed: list[str] = field(default_factory=list)
    preformatted: int = 0
    pending_break: bool = False
    gap: bool = False
    closed: bool = False
    seams: list[int] = field(default_factory=list)

    def through(self, tree: HtmlElement) -> Page:
        from lxml.etree import iterwalk

        walk = iterwalk(tree, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start":
                if not self._enter(element):
                    walk.skip_subtree()
            elif event == "end":
                self._leave(element)
            if event != "start" and element.tail and element is not tree:
                self._write(element.tail)
        self._flush()
        return Page(tuple(self.nodes), tuple(self.blocks))

    def _enter(self, element: HtmlElement) -> bool:
        """Begin an element; false where its text is not to be read."""
        tag = element.tag
        if not isinstance(tag, str) or tag in UNSEEN:
            self._flush()
            return False
        if tag == "br":
            self._break()
            return True
        if tag in INLINE:
            self.links += _leads_away(element, tag)
            self.strong += _is_strong(element, tag)
            mark = setting_of(element, tag)
            if self._stands_apart(mark, tag):
                self._flush()
            self.marks.append(mark if mark is not Setting.NONE else None)
            if self.closed and element.text and len(self.parts[-1]) > 1:
                self._note_seam(element.text)
        else:
            self._flush()
            parent = self.open[-1] if self.open else -1
            names = element.get("class") or ""
            enclosing = self.nodes[parent].depth + 1 if parent >= 0 else 0
            self.preformatted += tag == "pre"
            self.open.append(len(self.nodes))
            self.nodes.append(Node(parent, tag, names, setting_of(element, tag), enclosing))
        if element.text:
            self._write(element.text)
        return True

    def _leave(self, element: HtmlElement) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in UNSEEN or tag == "br":
            return
        if tag in INLINE:
            self.links -= _leads_away(element, tag)
            self.strong -= _is_strong(element, tag)
            mark = self.marks[-1]
            if mark is not None and Setting.BYLINE in mark and len(self.signed) < MOST_SIGNED:
                self.signed.append(fold(element.text_content()))
            if self._stands_apart(mark, tag):
                self._flush()
            self.marks.pop()
            self.closed = bool(self.parts)
            # An empty element between words is a break that a style sheet makes: "… survives<span></span>One of …"
            self.gap = self.gap or (not element.text and len(element) == 0)
        else:
            self._flush()
            self.preformatted -= tag == "pre"
            self.open.pop()

    def _stands_apart(self, mark: Setting | None, tag: str) -> bool:
        """Whether an element within a line belongs to a picture and the line does not."""
        around = self.nodes[self.open[-1]].setting if self.open else Setting.NONE
        return mark is not None and bool(mark & OF_PICTURES) and not around & OF_PICTURES and tag != "a"

    def _write(self, words: str) -> None:
        """Words of the line; where line ends are shown, an empty line ends a paragraph."""
        for number, part in enumerate(EMPTY_LINE.split(words) if self.preformatted else (words,)):
            if number:
                self._flush()
            self._write_line(part)

    def _write_line(self, words: str) -> None:
        visible = len(words.strip())
        if self.parts and visible:
            seam = f"{self.parts[-1][-4:]}\n{words[:3]}"
            heading = self.gap or (self._all_emphasised() and not self.strong)
            if SENTENCE_JOIN.match(seam) or (heading and HEADING_JOIN.match(seam)):
                self._flush()
            self.gap = False
        if self.pending_break and visible:
            self.pending_break = self.gap = False
            if not (words[0].isspace() or (self.parts and self.parts[-1][-1:].isspace())):
                self._flush()
        self.parts.append(words)
        self.closed = False
        if self.links:
            self.linked += visible
        if self.strong:
            self.emphasised += visible
        for mark in self.marks:
            if mark is not None:
                self.marked[mark] = self.marked.get(mark, 0) + visible

    def _note_seam(self, words: str) -> None:
        """Remember where an element begins right behind another without a space between the words of both."""
        if not (words[0].isspace() or self.parts[-1][-1].isspace()):
            self.seams.append(len(self.parts))

    def _apart(self) -> tuple[str, ...]:
        """The words of the line, taken apart at each seam."""
        ends = [0, *self.seams, len(self.parts)]
        runs = ("".join(self.parts[start:end]) for start, end in itertools.pairwise(ends))
        return tuple(filter(None, map(fold, runs)))

    def _all_emphasised(self) -> bool:
        return 0 < sum(len(part.strip()) for part in self.parts) <= self.emphasised

    def _break(self) -> None:
        """A line break; two of them, or one after a finished sentence or a line in bold, end a paragraph."""
        if (
            self.pending_break
            or self._all_emphasised()
            or "".join(self.parts[-3:]).rstrip().endswith((".", "!", "?", "…", "”", "“", "»", '"', ":"))
        ):
            self._flush()
        self.pending_break = bool(self.parts)

    def _flush(self) -> None:
        text = fold("".join(self.parts))
        if text and self.open:
            size = len(text)
            setting = Setting.NONE
            for mark, marked in self.marked.items():
                if marked >= size * 0.8:
                    setting |= mark
            self.blocks.append(
                PageBlock(
                    text,
                    self.open[-1],
                    min(1.0, self.linked / size),
                    setting,
                    min(1.0, self.emphasised / size),
                    tuple(filter(None, self.signed)),
                    self._apart() if self.seams and size <= LONGEST_APART else (),
                )
            )
        self.parts.clear()
        self.marked.clear()
        self.signed.clear()
        self.seams.clear()
        self.closed = False
        self.linked = self.emphasised = 0
        self.pending_break = self.gap = False
