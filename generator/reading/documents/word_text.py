"""The words of a paragraph in a Word document as somebody who accepts all changes sees them.

Takes a paragraph's element; gives its words. What a tracked change inserted or moved here is read, what one deleted
or moved away is not, nor is hidden text; words in fields, links and content controls are. A text box that hangs on a
paragraph is no part of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

PARAGRAPH, TABLE, CONTROL = qn("w:p"), qn("w:tbl"), qn("w:sdt")
LEFT_OUT = frozenset({qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:instrText"), qn("w:delText")})
CHANGES: tuple[str, ...] = (qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo"))
WRITTEN = {qn("w:tab"): " ", qn("w:br"): " ", qn("w:cr"): " ", qn("w:noBreakHyphen"): "-", qn("w:softHyphen"): ""}


def words_of(paragraph: _Element) -> str:
    """The words of a paragraph, white space as it stands."""
    return "".join(_written(paragraph))


def blocks_of(body: _Element) -> Iterator[_Element]:
    """The paragraphs and tables of a body in their order, those in content controls too."""
    for element in body:
        if element.tag in (PARAGRAPH, TABLE):
            yield element
        elif element.tag == CONTROL:
            for content in element.iterchildren(qn("w:sdtContent")):
                yield from blocks_of(content)


def changes_in(body: _Element) -> int:
    """How many tracked changes are waiting to be accepted."""
    return sum(1 for _ in body.iter(*CHANGES))


def _written(element: _Element) -> Iterator[str]:
    for part in element:
        if part.tag in LEFT_OUT or _is_hidden(part):
            continue
        if part.tag == qn("w:t"):
            yield part.text or ""
        elif part.tag in WRITTEN:
            yield WRITTEN[part.tag]
        else:
            yield from _written(part)


def _is_hidden(part: _Element) -> bool:
    """Whether a run is formatted as hidden."""
    if part.tag != qn("w:r"):
        return False
    marks = part.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return marks is not None and marks.get(qn("w:val"), "true") not in ("0", "false", "off")
