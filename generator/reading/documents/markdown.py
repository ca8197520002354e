"""Markdown with front matter becomes a rendition of the plain words of its blocks.

Takes decoded text; the blocks are those that the ``markdown`` library makes of it, their words without markup, so
that another program that renders the same file finds every one of them. Shortcodes end a block, tables, code and
footnotes are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from generator.model import LineRole, Metadata, Provenance, fold
from generator.reading.assembly import Piece, assemble
from generator.reading.documents.front_matter import front_matter, title_block
from generator.reading.documents.markdown_signs import FRONT_MATTER, JSON_MATTER, TITLE_BLOCK
from generator.reading.pages.below_the_text import language_of, without_tail
from generator.reading.rendition import Rendition

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from markdown import Markdown

# Shortcodes of Hugo, Jekyll and WordPress: '{{< figure src="x.png" >}}', '{% include x %}', '[caption id="1"]'
SHORTCODE = re.compile(
    r"\{\{[<%].*?[>%]\}\}|\{%.*?%\}|\{\{[^{}\n]*\}\}|"
    r"\[/?(?:caption|gallery|embed|video|audio|playlist|youtube|su_\w+|vc_\w+)\b[^\]\n]*\](?!\()",
    re.DOTALL,
)
# Shortcodes and comments with all that they enclose: "{% highlight ruby %}…{% endhighlight %}", "%% a note %%"
ENCLOSED = re.compile(
    r"\{%-?\s*(?P<liquid>highlight|comment)\b.*?%\}.*?\{%-?\s*end(?P=liquid)\s*-?%\}|"
    r"\{\{[<%]\s*(?P<hugo>highlight|mermaid|math|details)\b.*?[>%]\}\}.*?\{\{[<%]\s*/(?P=hugo)\s*[>%]\}\}|"
    r"^%%.*?%%[ \t]*$|(?<![\d%])%%[^%\n]+%%",
    re.DOTALL | re.MULTILINE,
)
# Lines of other dialects that are no text: ":::note", "import X from 'y'", "![[picture.png]]"
DIALECT_LINE = re.compile(r"^(?::::.*|(?:import|export)\s.*['\"{;].*|!\[\[[^\]\n]*\]\])\s*$", re.MULTILINE)
# Marks at the end of a block, which end it: "{: .lead}", "{#who-pays}", "^block-1"
BLOCK_MARK = re.compile(r"\{:?[ \t]*[.#][^{}\n]*\}|[ \t]\^[\w-]+[ \t]*$", re.MULTILINE)
# The head of a boxed quotation: "> [!note] An aside"
CALLOUT = re.compile(r"^((?:[ \t]*>)+)[ \t]*\[![\w-]+\].*$", re.MULTILINE)
# A link between notes, a picture in a line, marked words: "[[Port|the port]]", "![[quay.png]]", "==the port=="
WIKI_PICTURE = re.compile(r"!\[\[[^\]\n]*\]\]")
WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]+)\]\]")
MARKED = re.compile(r"(?<![=\w])==(?=[^\s=])([^=\n]+)(?<=[^\s=])==(?![=\w])")
# A block that begins with a day would become a list with one point, its number lost: "12. Mai 2025"
LONE_NUMBER = re.compile(r"(?:\A|(?<=\n\n))(\d+)(?=\. \S)")
# The box of a task before its words: "[ ] call the port"
TASK = re.compile(r"\[[ xX]\]\s+")
# A footnote below the text: "[^1]: See the report."
FOOTNOTE = re.compile(r"\[\^[^\]]+\]:")
# The mark of a footnote behind a sentence: "… on Sunday.[^1] The …"; it ends a block, as a shortcode does.
FOOTNOTE_MARK = re.compile(r"(?<=[.!?…\"”»])\s*(?:\[\^[^\]]+\])+\s*")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def read_markdown(text: str, repairs: tuple[str, ...] = ()) -> Rendition:
    """The rendition of a Markdown file; ``repairs`` are those of its decoding."""
    from generator.reading.documents.ends import with_head
    from generator.reading.metadata import merge
    from generator.reading.pages.blocks import page_blocks

    found, broken, begins = _stated(text)
    page = page_blocks(_rendered(text[begins:]))
    told = tuple(_pieces(((page.nodes[b.node].tag, b.text, b.linked) for b in page.blocks), found.title))
    pieces = without_tail(told, language_of(told) if found.language == "und" else found.language)
    heading = next((piece.text for piece in pieces if piece.role is LineRole.TITLE), None)
    if heading and not found.title:
        origins = {**found.origins, "title": Provenance.read("heading")}
        found = merge(found, replace(found, title=heading, origins=origins))
    pieces, said = with_head(pieces, found)
    return assemble(pieces, merge(found, said), (*repairs, *broken))


def _stated(text: str) -> tuple[Metadata, tuple[str, ...], int]:
    """What front matter or a title block says, what is broken in it, and where the text begins behind it."""
    if matter := FRONT_MATTER.match(text):
        return *front_matter(matter["fence"], matter["fields"]), matter.end()
    if matter := JSON_MATTER.match(text):  # JSON is YAML too
        return *front_matter("---", matter["fields"]), matter.end()
    if block := TITLE_BLOCK.match(text):
        return title_block(block["title"], block["authors"] or "", block["date"] or ""), (), block.end()
    return *front_matter("---", "{}"), 0


def _rendered(body: str) -> HtmlElement:
    """The tree that the ``markdown`` library makes of a text without its shortcodes."""
    from lxml import html

    try:
        rendered = _converter().reset().convert(_without_dialects(body))
    except BaseException:
        _converter.cache_clear()  # broken off amid a list, it would take the next article for a part of it
        raise
    return html.fragment_fromstring(rendered, create_parent="div")


@cache
def _converter() -> Markdown:
    """The library's converter, which takes longer to make than most articles to convert."""
    from markdown import Markdown

    return Markdown(extensions=["tables", "fenced_code"])


def _without_dialects(body: str) -> str:
    """Markdown as all programs read it: what only some know ends a block, or becomes the words that they show."""
    body = DIALECT_LINE.sub("\n", SHORTCODE.sub("\n\n", ENCLOSED.sub("\n\n", body)))
    body = WIKI_PICTURE.sub("\n\n", CALLOUT.sub(r"\1", BLOCK_MARK.sub("\n\n", body)))
    body = MARKED.sub(r"\1", WIKI_LINK.sub(r"\1", body))
    return LONE_NUMBER.sub(lambda found: found[0] if found[1] == "1" else f"{found[1]}\\", body)


def _pieces(blocks: Iterator[tuple[str, str, float]], title: str | None) -> Iterator[Piece]:
    """Each block with its role: the first heading that is the title, sub-headings, text, what is left out."""
    titled = started = False
    for tag, words, linked in blocks:
        is_title = fold(title).casefold() == words.casefold() if title else tag == "h1"
        if tag in HEADINGS and not titled and not started and is_title:
            titled = True
            yield Piece(words, LineRole.TITLE, "heading above the text")
        elif tag in HEADINGS:
            yield Piece(words, LineRole.SUBHEAD, "heading")
        elif tag in ("pre", "td", "th", "table"):
            yield Piece(words, LineRole.OTHER, "table or code")
        elif FOOTNOTE.match(words):
            yield Piece(words, LineRole.OTHER, "footnote")
        elif linked >= 0.9:
            yield Piece(words, LineRole.NAVIGATION, "made of links")
        elif tag == "figcaption":
            yield Piece(words, LineRole.CAPTION, "caption")
        else:
            started = True
            for part in filter(None, FOOTNOTE_MARK.split(TASK.sub("", words, count=1) if TASK.match(words) else words)):
                yield Piece(part, LineRole.BODY, "paragraph")
