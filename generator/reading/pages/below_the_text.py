"""What stands below the last paragraph of a page or a Markdown file and is not the article's: judged as lines are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model import Line, LineRole
from generator.reading.assembly import Piece
from generator.reading.pages.prose import SENTENCE_END
from generator.reading.phrases import hits_of

# How many blocks at the end of the text are looked at again, and what they may turn out to be.
TAIL_BLOCKS = 10
# A point of a list that ends the text: no mark ends it, and it is none of what is looked for here.
POINT_REASON = "point of a list that ends the text"
# What keeps the rights of a text: "© 2023 …", "Copyright 2023 …"
RIGHTS = re.compile(r"[©ⓒ]|\(c\)\s|copyright\s(?:[©ⓒ]|\(c\)|\d{4})", re.IGNORECASE)
# What some set behind the last sentence: "… ends. (A. Name) +++"
END_SIGNS = re.compile(r"[\s+*#■●◆]+$")
# A line that asks the reader for something is no longer than this.
APPEAL_CHARS = 400
TAIL_ROLES = (LineRole.APPEAL, LineRole.ADVERT, LineRole.NAVIGATION, LineRole.CREDIT, LineRole.TAGS, LineRole.BYLINE)


def without_tail(pieces: tuple[Piece, ...], language: str) -> tuple[Piece, ...]:
    """The pieces without what asks, points or signs below the last paragraph."""
    from generator.reading.lines.recognition import classify

    body = [number for number, piece in enumerate(pieces) if piece.role is LineRole.BODY][-TAIL_BLOCKS:]
    judged = classify([pieces[number].text for number in body], language)
    found = list(pieces)
    for number, line in reversed(list(zip(body[2:], judged[2:], strict=True))):
        role = _role_below(line, language)
        if role is None or pieces[number].reason == POINT_REASON:
            break
        found[number] = replace(found[number], role=role, reason=f"below the text: {line.reason}")
    return without_last_headings(found)


def _role_below(line: Line, language: str) -> LineRole | None:
    """What a line at the end is, if it is not the article's; absent where it may be its last sentence.

    Sentences that only read like furniture are kept unless their words say what they are for.
    """
    hits = hits_of(line.text, language)
    if RIGHTS.match(line.text) and len(line.text) <= APPEAL_CHARS:
        return LineRole.OTHER
    if line.kept:
        return LineRole.APPEAL if {"appeal:begins", "address"} <= hits and len(line.text) <= APPEAL_CHARS else None
    if not SENTENCE_END.search(END_SIGNS.sub("", line.text)):
        return line.role
    return line.role if line.role in TAIL_ROLES and not only_reads_like_furniture(line, language) else None


def only_reads_like_furniture(line: Line, language: str) -> bool:
    """Whether a sentence is taken for navigation although none of its words says so."""
    if line.role is not LineRole.NAVIGATION or not SENTENCE_END.search(line.text):
        return False
    return not any(hit.endswith(":begins") and not hit.startswith("address") for hit in hits_of(line.text, language))


def without_last_headings(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces, with headings that no body text follows any more left out."""
    last = max((number for number, piece in enumerate(found) if piece.role is LineRole.BODY), default=len(found))
    return tuple(
        replace(piece, role=LineRole.OTHER, reason="heading without text")
        if number > last and piece.role is LineRole.SUBHEAD
        else piece
        for number, piece in enumerate(found)
    )


def language_of(pieces: tuple[Piece, ...]) -> str:
    """The language of the body, where nothing declares one."""
    from generator.reading.identification import identify

    return identify("\n".join(piece.text for piece in pieces if piece.role is LineRole.BODY))
