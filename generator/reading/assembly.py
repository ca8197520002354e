"""Pieces of a structured source, in reading order, become a rendition: one place where offsets are counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Line, LineRole, Metadata
from generator.reading.rendition import Block, Rendition

SEPARATOR = "\n\n"
IN_TEXT = (LineRole.BODY, LineRole.SUBHEAD)
KEPT = (LineRole.TITLE, LineRole.KICKER, *IN_TEXT)


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of a source with the role it plays. Its text stands in the source, white space folded."""

    text: str
    role: LineRole
    reason: str
    page: int | None = None
    doubtful: bool = False


def assemble(pieces: Iterable[Piece], metadata: Metadata, repairs: Iterable[str] = ()) -> Rendition:
    """The rendition: body and sub-headings joined by blank lines, and every piece as a line with its reason."""
    blocks: list[Block] = []
    lines: list[Line] = []
    parts: list[str] = []
    position = 0
    for number, piece in enumerate(piece for piece in pieces if piece.text):
        lines.append(Line(number, piece.role, piece.role in KEPT, piece.reason, piece.text, piece.doubtful))
        if piece.role not in IN_TEXT:
            continue
        end = position + len(piece.text)
        blocks.append(Block(position, end, piece.role, piece.doubtful, piece.page))
        parts.append(piece.text)
        position = end + len(SEPARATOR)
    return Rendition(SEPARATOR.join(parts), tuple(lines), tuple(blocks), metadata, tuple(repairs))
