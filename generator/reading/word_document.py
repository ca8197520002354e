"""A Word document (DOCX) becomes a rendition: paragraphs, headings by their style, properties as metadata."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from generator.errors import UnreadableArticle
from generator.model import LineRole, Metadata, Source, fold
from generator.reading.assembly import Piece, assemble
from generator.reading.rendition import Rendition
from generator.reading.source import article_place

if TYPE_CHECKING:
    from docx.document import Document


def read_word_document(source: Source) -> Rendition:
    """The rendition of a DOCX file. Raises ``UnreadableArticle`` for one that is damaged or locked."""
    import docx

    try:
        document = docx.Document(io.BytesIO(source.content))
    except (BadZipFile, KeyError, ValueError) as error:
        raise UnreadableArticle(
            article_place(source.path), f"is a damaged Word document ({error})", "save it again as .docx or as text"
        ) from error
    pieces = tuple(_pieces(document))
    found = _metadata(document)
    title = next((piece.text for piece in pieces if piece.role is LineRole.TITLE), None)
    if title:
        found = replace(found, title=title, origins={**found.origins, "title": "title paragraph"})
    return assemble(pieces, found)


def _pieces(document: Document) -> list[Piece]:
    pieces: list[Piece] = []
    titled = False
    for paragraph in document.paragraphs:
        words = fold(paragraph.text)
        style = (paragraph.style.name if paragraph.style is not None else None) or ""
        if not words:
            continue
        if not titled and (style == "Title" or (style == "Heading 1" and not pieces)):
            titled = True
            pieces.append(Piece(words, LineRole.TITLE, f"style {style}"))
        elif style == "Subtitle":
            pieces.append(Piece(words, LineRole.SUBHEAD, "style Subtitle"))
        elif style.startswith("Heading"):
            pieces.append(Piece(words, LineRole.SUBHEAD, f"style {style}"))
        elif style == "Caption":
            pieces.append(Piece(words, LineRole.CAPTION, "style Caption"))
        else:
            pieces.append(Piece(words, LineRole.BODY, "paragraph"))
    return pieces


def _metadata(document: Document) -> Metadata:
    """What the document's properties say; python-docx gives empty words for what is not set."""
    properties = document.core_properties
    known: dict[str, object] = {}
    if fold(properties.title or ""):
        known["title"] = fold(properties.title)
    if fold(properties.language or ""):
        known["language"] = properties.language.split("-")[0].lower()
    return Metadata(**known, origins=dict.fromkeys(known, "document properties"))  # type: ignore[arg-type]
