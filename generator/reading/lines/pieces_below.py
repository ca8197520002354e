"""What stands below the last paragraph of a page or a Markdown file and is not the article's: judged as lines are."""

from __future__ import annotations

from dataclasses import replace

from generator.model import LineRole
from generator.reading.assembly import Piece
from generator.reading.pages.region import SENTENCE_END

# How many blocks at the end of the text are looked at again, and what they may turn out to be.
TAIL_BLOCKS = 10
TAIL_ROLES = (LineRole.APPEAL, LineRole.ADVERT, LineRole.NAVIGATION, LineRole.CREDIT, LineRole.TAGS, LineRole.BYLINE)


def without_tail(pieces: tuple[Piece, ...], language: str) -> tuple[Piece, ...]:
    """The pieces without what asks, points or signs below the last paragraph."""
    from generator.reading.lines.recognition import classify

    body = [number for number, piece in enumerate(pieces) if piece.role is LineRole.BODY][-TAIL_BLOCKS:]
    judged = classify([pieces[number].text for number in body], language)
    found = list(pieces)
    for number, line in reversed(list(zip(body[2:], judged[2:], strict=True))):
        if line.kept or not (line.role in TAIL_ROLES or not SENTENCE_END.search(line.text)):
            break
        found[number] = replace(found[number], role=line.role, reason=f"below the text: {line.reason}")
    return tuple(found)


def language_of(pieces: tuple[Piece, ...]) -> str:
    """The language of the body, where nothing declares one."""
    from generator.reading.identification import identify

    return identify("\n".join(piece.text for piece in pieces if piece.role is LineRole.BODY))
