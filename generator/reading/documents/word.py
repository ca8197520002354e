"""A Word document (DOCX) becomes a rendition: paragraphs, headings by their style, properties as metadata.

Tables, footnotes, headers and comments are left out, text boxes are not read; a text that stands in tables alone is.
Raises ``UnreadableArticle`` for a document that is damaged, locked, or unpacks to more than an article can be.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from generator.languages import of_tag
from generator.model import LineRole, Metadata, Provenance, Source, fold
from generator.reading.assembly import Piece, assemble
from generator.reading.rendition import Rendition
from generator.reading.source import unreadable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

# Unpacked, the text of a document has no more than this; what has is a bomb.
LARGEST_PART_BYTES = 64 * 1024 * 1024
# What python-docx lets through where a part of a document is there and holds something else than it should.
UNFIT_PARTS = (KeyError, ValueError, NotImplementedError, AttributeError, TypeError, AssertionError, RuntimeError)
# A document without a paragraph of so many letters has its text in tables, if anywhere.
PROSE_CHARS = 60
# Built-in styles have these names inside the file in every language of Word.
ROLES = {
    "title": LineRole.TITLE,
    "subtitle": LineRole.KICKER,
    "caption": LineRole.CAPTION,
    "footnote text": LineRole.OTHER,
    "endnote text": LineRole.OTHER,
    "header": LineRole.NAVIGATION,
    "footer": LineRole.NAVIGATION,
}


def read_word_document(source: Source) -> Rendition:
    """The rendition of a DOCX file. Raises ``UnreadableArticle``, whatever in it is not as the format wants it."""
    from docx.exceptions import PythonDocxError
    from docx.opc.exceptions import OpcError
    from docx.oxml.exceptions import XmlchemyError
    from lxml.etree import LxmlError

    try:
        return _rendition(source)
    except (
        BadZipFile,
        zlib.error,
        EOFError,
        OpcError,
        XmlchemyError,
        PythonDocxError,
        LxmlError,
        *UNFIT_PARTS,
    ) as error:
        raise unreadable(source, "is a damaged Word document", "save it again as .docx, or as text") from error


def _rendition(source: Source) -> Rendition:
    from generator.reading.documents.ends import with_head

    document = _document(source)
    pieces = list(_pieces(document))
    if not any(piece.role is LineRole.BODY and len(piece.text) >= PROSE_CHARS for piece in pieces):
        pieces = list(_in_tables(document)) or pieces
    found, known = with_head(_titled(pieces), _stated(document))
    return assemble(found, known, _repairs(document))


def _repairs(document: Document) -> tuple[str, ...]:
    from generator.reading.documents.word_text import changes_in

    changes = changes_in(document.element.body)
    return (f"{changes} tracked changes were read as if they were accepted",) if changes else ()


def _document(source: Source) -> Document:
    import docx

    with ZipFile(io.BytesIO(source.content)) as parts:
        if sum(part.file_size for part in parts.infolist()) > LARGEST_PART_BYTES:
            raise unreadable(source, "unpacks to more than an article can be", "take it out")
    return docx.Document(io.BytesIO(source.content))


def _pieces(document: Document) -> Iterator[Piece]:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    from generator.reading.documents.word_text import PARAGRAPH, blocks_of, words_of

    for element in blocks_of(document.element.body):
        if element.tag != PARAGRAPH:
            for row in Table(element, document).rows:  # type: ignore[arg-type] # python-docx's types name its own classes
                yield Piece(fold(" ".join(cell.text for cell in row.cells)), LineRole.OTHER, "table")
            continue
        if words := fold(words_of(element)):
            yield Piece(words, *_role(Paragraph(element, document), words))  # type: ignore[arg-type] # as above


def _in_tables(document: Document) -> Iterator[Piece]:
    """The paragraphs of all tables, each cell once: a text that somebody set in a table for its layout."""
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    from generator.reading.documents.word_text import words_of

    for table in document.element.body.iter(qn("w:tbl")):
        for paragraph in table.iter(qn("w:p")):
            inner = next(paragraph.iterancestors(qn("w:tbl")), None)
            if inner is table and (words := fold(words_of(paragraph))):
                role, reason = _role(Paragraph(paragraph, document), words)
                yield Piece(words, role, f"{reason} in a table")


def _role(paragraph: Paragraph, words: str) -> tuple[LineRole, str]:
    """The role of a paragraph: by its style; a short one that is bold throughout and ends no sentence is a heading."""
    style = ((paragraph.style.name if paragraph.style is not None else None) or "").lower()
    if style in ROLES:
        return ROLES[style], f"style {style}"
    if style.startswith("heading"):
        return LineRole.SUBHEAD, f"style {style}"
    written = [run for run in paragraph.runs if run.text.strip()]
    if written and all(run.bold for run in written) and len(words) < 100 and not re.search(r"[.!?…:]$", words):
        return LineRole.SUBHEAD, "short line in bold"
    return LineRole.BODY, "paragraph"


def _titled(pieces: list[Piece]) -> list[Piece]:
    """The pieces with a title: what has its style, else the first heading if it stands above all text."""
    if any(piece.role is LineRole.TITLE for piece in pieces):
        return pieces
    first = next((n for n, piece in enumerate(pieces) if piece.role is LineRole.BODY and len(piece.text) > 120), 0)
    number = next((n for n in range(first) if pieces[n].role is LineRole.SUBHEAD), None)
    if number is None:
        return pieces
    return [*pieces[:number], replace(pieces[number], role=LineRole.TITLE), *pieces[number + 1 :]]


def _stated(document: Document) -> Metadata:
    """What the properties say. The day of saving is no day of publication, and is not taken for one."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    from generator.reading.documents.ends import is_no_account

    # Where a document has no properties (those of web editors have none), the library would make up a title.
    if not any(part.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for part in document.part.package.rels.values()):
        return Metadata()
    properties = document.core_properties
    known: dict[str, object] = {}
    if title := fold(properties.title or ""):
        known["title"] = title
    if is_no_account(author := fold(properties.author or "")):
        known["authors"] = (author,)
    if language := of_tag(properties.language):
        known["language"] = language
    return Metadata(**known, origins=dict.fromkeys(known, Provenance.read("document properties")))  # type: ignore[arg-type]
