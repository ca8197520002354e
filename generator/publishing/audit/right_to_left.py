"""The words of a PDF that is written from right to left, as the audit reads them by itself.

Takes a page of pypdf; gives its lines with the strokes of each from the right to the left, Latin words and numbers as
they stand, and letters in the forms that words are compared in.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf import PageObject

# Letters of Hebrew and Arabic, those that fonts draw joined among them; of Latin, Greek, Cyrillic; "٣٫٥"
SEMITIC = re.compile(r"[\u05d0-\u05f2\u0620-\u064a\u066e-\u06d3\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u058f]")
EASTERN_NUMBER = re.compile(r"[٠-٩۰-۹](?:[٠-٩۰-۹.,:/٫٬-]*[٠-٩۰-۹])?")
# A bracket drawn the other way round: which it is, the blank beside it tells
OPENS, CLOSES = re.compile(r"(?<!\S)[)\]»](?=\S)"), re.compile(r"(?<=\S)[(\[«](?=[\s.,:;،؛؟!]|$)")
OPENING, CLOSING = str.maketrans(")]»", "([«"), str.maketrans("([«", ")]»")


def turned_lines(page: PageObject) -> str:
    """The lines of a page, each read from its right end; empty where no letter is Arabic or Hebrew."""
    rows: list[tuple[int, list[str]]] = []

    def note(text: str, outer: Sequence[float], inner: Sequence[float], _font: object, _size: float) -> None:
        height = round(inner[4] * outer[1] + inner[5] * outer[3] + outer[5])
        for piece in filter(None, text.split("\n")):
            if not rows or abs(rows[-1][0] - height) > 1:
                rows.append((height, []))
            rows[-1][1].append(piece)

    page.extract_text(visitor_text=note)
    lines = [_from_right(strokes) for _, strokes in rows]
    return "\n".join(lines) if SEMITIC.search("".join(lines)) else ""


def _from_right(strokes: Sequence[str]) -> str:
    whole = "".join(strokes)
    if len(LATIN.findall(whole)) >= len(SEMITIC.findall(whole)):
        return whole
    read: list[str] = []
    foreign: list[str] = []
    for stroke in reversed(strokes):
        if SEMITIC.search(stroke):
            read += [*_foreign(foreign), stroke]
            foreign = []
        else:
            foreign.insert(0, stroke)
    line = EASTERN_NUMBER.sub(lambda number: number[0][::-1], "".join([*read, *_foreign(foreign)]))
    line = OPENS.sub(lambda found: found[0].translate(OPENING), line)
    line = CLOSES.sub(lambda found: found[0].translate(CLOSING), line)
    return "".join(unicodedata.normalize("NFKC", c) if SEMITIC.match(c) and ord(c) >= 0xFB1D else c for c in line)


def _foreign(strokes: Sequence[str]) -> list[str]:
    """Strokes without Arabic or Hebrew in the order read: Latin words from the left, the rest from the right."""
    latin = [n for n, stroke in enumerate(strokes) if LATIN.search(stroke)]
    if not latin:
        return [_sides_changed(stroke) for stroke in reversed(strokes)]
    first, last = latin[0], latin[-1] + 1
    words = _sides_changed("".join(strokes[first:last]))
    return [
        *map(_sides_changed, reversed(strokes[last:])),
        words,
        *map(_sides_changed, reversed(strokes[:first])),
    ]


def _sides_changed(stroke: str) -> str:
    found = re.match(r"(\s*)(.*?)(\s*)$", stroke, re.DOTALL)
    if found is None or not any(map(str.isalnum, stroke)):
        return stroke[::-1]
    return found[3] + found[2] + found[1]
