"""The words of a line of a PDF that is written from right to left, in the order in which they are read.

A PDF holds strokes from left to right, as they look. pypdf turns the letters within a stroke round where they are
Arabic or Hebrew, and leaves the strokes where they stand: "210 of budget a" for "a budget of 210". Takes the strokes of
a line; gives its words, letters that a font draws by their place in the word as the letters they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# Letters of Hebrew, Arabic and the scripts beside them, with their forms for places in a word; and other letters
FROM_RIGHT = re.compile(r"[\u05d0-\u05f2\u0620-\u064a\u066e-\u06d3\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
FROM_LEFT = re.compile(r"[A-Za-z\u00c0-\u058f]")
# A number in Arabic digits, which is written from left to right: "٢٠٢٤", "١١:٤٢"
ARABIC_NUMBER = re.compile(r"[٠-٩۰-۹]+(?:[.,:/٫٬-][٠-٩۰-۹]+)*")
# Forms of letters for their place in a word, and letters drawn as one: "ﻣ" of "م", "ﻻ" of "لا"
PLACED_FORM = re.compile(r"[\ufb1d-\ufb4f\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]+")
# A bracket or mark of quotation at the beginning of a word or at its end, whichever way round it was drawn
BEFORE_WORD, BEHIND_WORD = re.compile(r"(?<!\S)[()\[\]«»](?=\S)"), re.compile(r"(?<=\S)[()\[\]«»](?=[\s.,:;،؛؟!]|$)")
OPENING, CLOSING = str.maketrans(")]»", "([«"), str.maketrans("([«", ")]»")


def in_reading_order(strokes: Sequence[str]) -> str:
    """The words of a line whose strokes stand from left to right; unchanged where most letters are read so."""
    text = "".join(strokes)
    if len(FROM_RIGHT.findall(text)) <= len(FROM_LEFT.findall(text)):
        return text
    turned = "".join(_read(group) for group in reversed(_groups(strokes)))
    turned = ARABIC_NUMBER.sub(lambda number: number[0][::-1], turned)
    turned = BEFORE_WORD.sub(lambda mark: mark[0].translate(OPENING), turned)
    turned = BEHIND_WORD.sub(lambda mark: mark[0].translate(CLOSING), turned)
    return PLACED_FORM.sub(lambda form: unicodedata.normalize("NFKC", form[0]), turned)


def is_from_right(text: str) -> bool:
    """Whether a stroke has a letter that is read from right to left."""
    return FROM_RIGHT.search(text) is not None


def _groups(strokes: Sequence[str]) -> list[list[str]]:
    """The strokes, with words from left to right and what stands between two of them together: "Boeing", " ", "MAX"."""
    groups: list[list[str]] = []
    latin = -1
    for stroke in strokes:
        groups.append([stroke])
        if FROM_RIGHT.search(stroke):
            latin = -1
        elif FROM_LEFT.search(stroke):
            if latin >= 0:
                groups[latin:] = [[each for group in groups[latin:] for each in group]]
            else:
                latin = len(groups) - 1
    return groups


def _read(group: Sequence[str]) -> str:
    """A stroke as it is read in a line from right to left: blanks at its ends change places, signs alone turn round."""
    text = "".join(group)
    if FROM_RIGHT.search(text):
        return text
    core = text.strip()
    if not any(map(str.isalnum, core)):
        return text[::-1]
    start = text.index(core)
    return text[start + len(core) :] + core + text[:start]
