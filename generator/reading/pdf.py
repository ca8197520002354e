"""A PDF with a text layer becomes a rendition whose blocks keep their page.

Words divided at the end of a line are joined and recorded as repairs; running heads, page numbers and footnotes are
left out. Raises ``UnreadableArticle`` for a PDF that is locked, damaged or holds only pictures of text.
"""

from __future__ import annotations

import io
import re

from generator.errors import UnreadableArticle
from generator.model import LineRole, Metadata, Source, fold
from generator.reading.assembly import Piece, assemble
from generator.reading.rendition import Rendition
from generator.reading.source import article_place


def read_pdf(source: Source) -> Rendition:
    """The rendition of a PDF; see the module for what it leaves out."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(source.content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _unreadable(source, "is a PDF locked with a password", "save a copy without a password")
        pages = [page.extract_text() or "" for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise _unreadable(source, f"is a damaged PDF ({error})", "save it again or take the web page") from error
    if not any(page.strip() for page in pages):
        raise _unreadable(source, "is a PDF without text (a scan)", "put it through text recognition (OCR) first")
    pieces = [
        Piece(fold(block), LineRole.BODY, "text of a page", page=number)
        for number, page in enumerate(pages, start=1)
        for block in re.split(r"\n\s*\n", page)
    ]
    return assemble(pieces, Metadata())


def _unreadable(source: Source, fact: str, remedy: str) -> UnreadableArticle:
    return UnreadableArticle(article_place(source.path), fact, remedy)
