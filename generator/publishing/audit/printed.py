"""The words of PDF files and Word documents, as the audit reads them: not through ``reading``.

Both raise ``ValueError`` where a file is damaged.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from zipfile import BadZipFile

from lxml import etree

from generator.publishing.audit.characters import plain
from generator.publishing.audit.right_to_left import turned_lines

# The names of a Word document's elements: what a change deleted or moved away, and marks that stand for a character.
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAKEN_OUT = frozenset({f"{WORD}del", f"{WORD}moveFrom"})
WRITTEN_IN_WORD = {f"{WORD}tab": " ", f"{WORD}br": " ", f"{WORD}cr": " ", f"{WORD}noBreakHyphen": "-"}
# A word divided at the end of a printed line: "Waffen-\nlieferungen".
DIVIDED_WORD = re.compile(r"(?<=\w)[-\u00ad\u2010]\s*\n\s*(?=\w)")
# Letters that a font of a PDF draws as one, and how they are spelled.
DRAWN_AS_ONE = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


def pdf_words(content: bytes) -> Iterator[str]:
    """The words of the pages in a row, as printed and with divided words joined."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            reader.decrypt("")
        text = "\n".join(page.extract_text() or "" for page in reader.pages)
        turned = "\n".join(filter(None, map(turned_lines, reader.pages)))
    except (PyPdfError, KeyError, TypeError) as error:
        raise ValueError(f"damaged PDF: {error}") from error
    spelled = text.translate(DRAWN_AS_ONE)
    yield plain(spelled)
    yield plain(DIVIDED_WORD.sub("", spelled))
    if turned:
        yield plain(turned)


def word_document(content: bytes) -> str:
    """The words of all paragraphs, deleted and hidden ones apart, each in a line of its own."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            tree = etree.fromstring(
                parts.read("word/document.xml"), etree.XMLParser(huge_tree=True, resolve_entities=False)
            )
    except (BadZipFile, zlib.error, EOFError, KeyError, etree.XMLSyntaxError) as error:
        raise ValueError(f"damaged Word document: {error}") from error
    lines: dict[etree._Element, list[str]] = {}
    for run in tree.iter(f"{WORD}r"):
        around = list(run.iterancestors())
        if run.find(f"{WORD}rPr/{WORD}vanish") is not None or any(node.tag in TAKEN_OUT for node in around):
            continue
        paragraph = next((node for node in around if node.tag == f"{WORD}p"), run)
        for node in run:
            said = node.text if node.tag == f"{WORD}t" else WRITTEN_IN_WORD.get(str(node.tag))
            lines.setdefault(paragraph, []).append(said or "")
    return "\n".join("".join(words) for words in lines.values())
