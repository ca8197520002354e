"""The words of a printed dossier, as far as a PDF keeps them."""

from __future__ import annotations

import unicodedata
from io import BytesIO

from pypdf import PdfReader


def letters(text: str) -> str:
    """Without white space: a line may end anywhere."""
    return "".join(unicodedata.normalize("NFC", text).split())


def letters_of(printed: bytes) -> str:
    """All letters of a PDF."""
    return letters("".join(sheet.extract_text() for sheet in PdfReader(BytesIO(printed)).pages))
