"""What a page shows, as the audit reads it: by its own walk through the elements, not through ``reading``.

Takes a page as characters, gives its words in every way in which they can be shown: with and without space between
inline elements, and as the page's own records and scripts hold them.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator
from html import unescape

from lxml import etree

# The article as a page's JSON-LD has it: "articleBody": "Words \\"and\\" words".
RECORDED_BODY = re.compile(r'"articleBody"\s*:\s*("(?:[^"\\]|\\.)*")', re.DOTALL)
# A script of a page with what is written in it; JSON-LD is looked at by itself.
SCRIPT = re.compile(r"<script\b(?![^>]*ld\+json)[^>]*>([^<]*(?:<(?!/script)[^<]*)*)</script", re.IGNORECASE)
# A string in a script, perhaps with a bare name before it or as a name itself: 'body:"The river"', '"text":'
SCRIPTED = re.compile(r'(?:(\w+)\s*:\s*)?"((?:[^"\\]|\\.)*)"(\s*:)?', re.DOTALL)
# Names of strings that may be part of a line, one after the other.
LINE_NAMES = frozenset({"text", "value", "html", "content", "children"})
SENTENCE_CHARS = 20
# Elements that do not part words from their surroundings; every other one does.
INLINE_TAGS = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time"),
        *("tt", "u", "var", "wbr"),
    )
)
WITHOUT_WORDS = frozenset({"script", "style", "template", "noscript"})


def shown(page: str) -> Iterator[str]:
    """What a page shows, read with and without space between inline elements, and the text in its own record.

    Style sheets, which decide whether inline elements adjoin, are not to be had; and a publisher's record (JSON-LD),
    or the state for the page's scripts, may hold the article where the page itself only fetches it.
    """
    yield page_text(page)
    yield page_text(page, inline=frozenset())
    for record in RECORDED_BODY.findall(page):
        with contextlib.suppress(ValueError):
            body = json.loads(record, strict=False)
            yield page_text(f"<body>{body}</body>")
            yield page_text(f"<body>{unescape(body)}</body>", inline=frozenset())
    strings = [named for script in SCRIPT.findall(page) for named in _strings(script)]
    if any(len(said) >= SENTENCE_CHARS for _, said in strings):
        line = [said for name, said in strings if name in LINE_NAMES]
        yield page_text("<body>" + "\n".join(said for _, said in strings if len(said) >= SENTENCE_CHARS))
        yield page_text("<body>" + "".join(line))
        yield page_text("<body>" + "".join(said if said[:1] in ",.;:!?)”’»" else f"\n{said}" for said in line))


def _strings(script: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    """The strings that a script holds as JSON writes them, with their names; those inside a string of JSON too."""
    before = ""
    for bare, quoted, colon in SCRIPTED.findall(script):
        name, before = bare or before, quoted if colon else ""
        if colon or (len(quoted) < SENTENCE_CHARS and name not in LINE_NAMES):
            continue
        try:
            said = json.loads(f'"{quoted}"', strict=False) if "\\" in quoted else quoted
        except ValueError:
            continue
        if said[:1] in ("{", "[") and said[-1:] in ("}", "]") and depth < 2:
            yield from _strings(said, depth + 1)
        elif said:
            yield name, said


def page_text(page: str, inline: frozenset[str] = INLINE_TAGS) -> str:
    """The text of a page; elements that are not ``inline`` part words."""
    # as bytes: text that is decoded already may begin with an XML declaration that names an encoding
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    tree = etree.fromstring(page.encode("utf-8", "replace"), parser=parser)
    parts: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        space = "" if element.tag in inline else "\n"
        if event != "start":
            parts.append(space + (element.tail or ""))
        elif element.tag in WITHOUT_WORDS:
            walk.skip_subtree()
        else:
            parts.append(space + (element.text or ""))
    return "".join(parts)
