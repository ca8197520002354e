"""Items of a list that stands in one paragraph: "1.) The council votes 2.) The mayor signs".

Takes text; gives the white space before each further item, as (start, end). A list begins a line with its first
marker (1 or a, or a bullet), and its items follow each other: "1.", "2.", "3."; "a)", "b)"; "• … • …". Without both
nothing is a list: "for three reasons: 1) money, 2) time" is one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

Span = tuple[int, int]

# The first item at the beginning of a line: "1.) The", "• 9. The", "a. The"
FIRST = re.compile(
    r"^[^\S\n]*(?P<bullet>[•⁃▪◦‣]?[^\S\n]?)(?:(?P<name>\d{1,2}|a)(?P<point>\.\)|[.)])(?=\s)|(?=\S))", re.MULTILINE
)


def list_ends(text: str, openers: Collection[str] | None) -> tuple[Span, ...]:
    """White space before the second and each further item of every list.

    ``openers`` where a number with a point is an ordinal: there one of them must follow it ("2. Mai" is a date).
    """
    found: list[Span] = []
    for first in FIRST.finditer(text) if "\n" in text else filter(None, [FIRST.match(text)]):
        bullet = first["bullet"].strip()
        if bullet or first["name"] in ("1", "a"):
            line = text.find("\n", first.end())
            end = len(text) if line < 0 else line
            found += _next_items(text, first, bullet, end, openers)
    return tuple(found)


def _next_items(
    text: str, first: re.Match[str], bullet: str, end: int, openers: Collection[str] | None
) -> Iterator[Span]:
    name, position = first["name"], first.end()
    while True:
        if name:
            name = str(int(name) + 1) if name.isdigit() else chr(ord(name) + 1)
        # The next item behind a word: "(a) ships, (b) cranes", "… of goods. • Cranes"
        marker = re.escape(name + first["point"]) if name else ""
        item = re.compile(rf"(?<=\S)(\s+){re.escape(bullet)}\s?{marker}\s*(?=([^\W\d_]+))").search(text, position, end)
        if item is None:
            return
        position = item.end()
        ordinal = openers is not None and first["point"] == "." and not bullet and name and name.isdigit()
        if not ordinal or item[2].lower() in (openers or ()):
            yield item.start(1), item.end(1)
