"""Lines of a page that only name its authors, or tell below the text who they are, are no part of the text.

Takes the blocks of a page with their roles and the names of its authors; gives the blocks with such lines as bylines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model import LineRole, squeeze
from generator.reading.assembly import Piece
from generator.reading.pages.below_the_text import without_last_headings
from generator.reading.pages.byline_names import after_prefix, without_dates
from generator.reading.pages.byline_words import prefixes_of
from generator.reading.pages.bylines import LONGEST_BYLINE, MAY_NAME

# An address behind a name: "A. Name (name@outlet.example)"
MAIL = re.compile(r"[(<\[]?[^\s()<>\[\]@]{1,64}@[^\s()<>\[\]@]+[)>\]]?")
# What a line may hold beside names and dates, in letters: "Uhr", "and"
LEFT_CHARS, LEFT_BEHIND_NAMES = 12, 30
# A note on the author below the text is no longer than this.
LONGEST_NOTE = 400


def without_bylines(pieces: Sequence[Piece], authors: Sequence[str], language: str) -> tuple[Piece, ...]:
    """The pieces with lines that only name the authors, or tell below the text who they are, turned into bylines."""
    known = [squeeze(name) for name in authors if name]
    full = [name for name in authors if " " in name]
    prefixes = prefixes_of(language)
    last = [number for number, piece in enumerate(pieces) if piece.role is LineRole.BODY][3:][-2:]
    found: list[Piece] = []
    for number, piece in enumerate(pieces):
        named = piece.role in MAY_NAME and len(piece.text) <= LONGEST_BYLINE
        undated = without_dates(piece.text, language) if named else None
        if named and _only_names(piece.text if undated is None else undated, known, prefixes):
            found.append(replace(piece, role=LineRole.BYLINE, reason="names the authors"))
        elif undated is not None and piece.role is LineRole.BODY and len(squeeze(undated)) <= LEFT_CHARS:
            found.append(replace(piece, role=LineRole.DATELINE, reason="date"))
        elif number in last and len(piece.text) <= LONGEST_NOTE and _tells_of(piece.text, full):
            found.append(replace(piece, role=LineRole.BYLINE, reason="tells who the author is"))
        else:
            found.append(piece)
    return without_last_headings(found)  # what they headed was a note about the author


def _tells_of(text: str, names: Sequence[str]) -> bool:
    """Whether a line speaks of one of the authors; a name in brackets behind the last sentence only signs it."""
    said = text.casefold()
    end = said.rfind("(")
    return any(name in (said[:end] if name in said[end:] and end > 0 else said) for name in map(str.casefold, names))


def _only_names(text: str, known: Sequence[str], prefixes: Sequence[str]) -> bool:
    """Whether nothing of weight is left of a line without its opening word and the authors' names.

    A place or an office may be left where such a word opens it: "By A. Name, B. Name and C. Name in Port Skerry".
    """
    text = MAIL.sub("", text)
    opened = after_prefix(text, prefixes)
    squeezed = squeeze(opened or text)
    most = LEFT_BEHIND_NAMES if opened and squeezed.startswith(tuple(known)) else LEFT_CHARS
    left = squeezed
    for name in sorted(known, key=len, reverse=True):
        left = left.replace(name, "")
    return len(left) < len(squeezed) and len(left) <= most
