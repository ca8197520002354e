"""The lines of a PDF's pages in reading order, each with its place, its size and whether it is set in bold.

Takes a page of pypdf; gives ``PageLine`` values. A PDF holds strokes of text at places, no lines and no columns: what
stands at one height and close together is a line; where a page is set in columns and its strokes come row by row,
the columns are read one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from generator.reading.documents.right_to_left import in_reading_order, is_from_right

if TYPE_CHECKING:
    from pypdf import PageObject

Matrix = Sequence[float]
# An em wide: the usual width of a letter, where a font does not say how wide it is.
LETTER_EMS = 0.5
# A gap of this many ems between strokes at one height parts two columns.
COLUMN_GAP_EMS = 1.8
# A raised mark of a footnote: a small number or sign on its own
MARK = re.compile(r"\s*(?:\d{1,3}|[*†‡]|\[\d{1,3}\])\s*")


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of text on a page: its left and right end and its baseline in points from the lower left corner."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    page: int


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of one page, its height, and how many raised marks of footnotes were taken out of them."""

    lines: tuple[PageLine, ...]
    height: float
    marks: int = 0


def page_lines(page: PageObject, number: int) -> PageLines:
    """The lines of a page in reading order; ``number`` counts pages from 1."""
    strokes = _strokes(page, number)
    plain = [stroke for before, stroke in pairwise([None, *strokes]) if stroke and not _is_mark(before, stroke)]
    raised = len(strokes) - len(plain)
    lines = _joined(plain)
    return PageLines(tuple(_in_columns(lines) if _by_rows(lines) else lines), float(page.mediabox.height), raised)


def _strokes(page: PageObject, number: int) -> list[PageLine]:
    """Every stroke of text with its place, in the order of the file.

    pypdf tells the end of a stroke by an empty one at the place where the next would begin.
    """
    found: list[PageLine] = []

    def visit(text: str, outer: Matrix, inner: Matrix, font: object, size: float) -> None:
        x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
        y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        if not text.strip():
            if found and text == " " * len(text) != "" and abs(found[-1].baseline - y) < 1:
                found[-1] = replace(found[-1], text=found[-1].text + " ")
            if found and text == "" and abs(found[-1].baseline - y) < 1 and found[-1].left < x:
                found[-1] = replace(found[-1], right=x)
            return
        points = size * hypot(inner[2], inner[3]) * hypot(outer[2], outer[3])
        name = str(font.get("/BaseFont", "")) if isinstance(font, dict) else ""
        parts = text.strip("\n").split("\n")
        for row, part in enumerate(parts):
            width = len(part.strip()) * LETTER_EMS * points
            bold = re.search(r"bold|black|heavy|semibold", name, re.IGNORECASE) is not None
            found.append(PageLine(part.strip("\n"), x, x + width, y - row * 1.2 * points, points, bold, number))

    page.extract_text(visitor_text=visit)
    return [stroke for stroke in found if stroke.text.strip()]


def _is_mark(before: PageLine | None, stroke: PageLine) -> bool:
    """Whether a stroke is the raised mark of a footnote behind the word before it."""
    if before is None or not MARK.fullmatch(stroke.text) or stroke.size > 0.8 * before.size:
        return False
    beside = -0.5 * before.size < stroke.left - before.right < before.size
    return beside and 0.1 * before.size < stroke.baseline - before.baseline < 0.7 * before.size


def _joined(strokes: Sequence[PageLine]) -> list[PageLine]:
    """Strokes at one height and close together made one line, with a space where there is a gap."""
    found: list[list[PageLine]] = []
    right = 0.0
    for stroke in strokes:
        last = found[-1][-1] if found else None
        gap = stroke.left - right
        if last is not None and last.left <= stroke.left and is_from_right(last.text + stroke.text):
            gap = max(gap, 0.0)  # Arabic and Hebrew letters are narrower than the usual
        if (
            last is None
            or abs(found[-1][0].baseline - stroke.baseline) > 0.35 * max(last.size, stroke.size)
            or not -2 * stroke.size < gap < COLUMN_GAP_EMS * stroke.size
        ):
            found.append([stroke])
            right = stroke.right
            continue
        spaced = gap > 0.15 * stroke.size and not last.text.endswith(" ") and not stroke.text.startswith(" ")
        found[-1].append(replace(stroke, text=f" {stroke.text}") if spaced else stroke)
        right = max(right, stroke.right)
    return [_line(line) for line in found]


def _line(strokes: Sequence[PageLine]) -> PageLine:
    """One line of the strokes that make it; its size is that of the longest of them, its words in the order read."""
    longest = max(strokes, key=lambda stroke: len(stroke.text))
    return replace(
        strokes[0],
        text=in_reading_order([stroke.text for stroke in strokes]),
        right=max(stroke.right for stroke in strokes),
        size=longest.size,
        bold=all(stroke.bold for stroke in strokes),
    )


def _by_rows(lines: Sequence[PageLine]) -> bool:
    """Whether many lines are followed by another at the same height: columns that come row by row."""
    pairs = list(pairwise(lines))
    level = sum(abs(a.baseline - b.baseline) < 0.3 * a.size and b.left > a.right for a, b in pairs)
    return level >= 4 and level >= 0.25 * len(lines)


def _in_columns(lines: Sequence[PageLine]) -> list[PageLine]:
    """Lines column by column; one that spans the columns parts what is above it from what is below."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    found: list[PageLine] = []
    band: list[PageLine] = []
    for line in sorted(lines, key=lambda line: (-line.baseline, line.left)):
        if line.right - line.left > 0.6 * (right - left):
            found += [*_columns(band), line]
            band = []
        else:
            band.append(line)
    return found + _columns(band)


def _columns(band: Sequence[PageLine]) -> list[PageLine]:
    """The lines of a band without wide lines, by column: columns are what no line bridges."""
    ends: list[tuple[float, list[PageLine]]] = []
    for line in sorted(band, key=lambda line: line.left):
        if ends and line.left < ends[-1][0] - line.size:
            ends[-1][1].append(line)
            ends[-1] = (max(ends[-1][0], line.right), ends[-1][1])
        else:
            ends.append((line.right, [line]))
    return [line for _, column in ends for line in sorted(column, key=lambda line: -line.baseline)]
