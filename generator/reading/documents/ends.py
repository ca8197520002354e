"""What the first and last blocks of a document say of it, read as the lines of a plain text are.

For formats whose head may stand among their blocks (Word, PDF, Markdown): bylines, datelines and credits
among the blocks near the ends of the text are given their role, and what they state completes the metadata. So is
the title, where nothing else shows one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model import Confidence, Line, LineRole, Metadata
from generator.reading.assembly import KEPT, Piece
from generator.reading.metadata import merge
from generator.reading.wide_letters import WIDE

# How many blocks at either end may be something else than text, and how long such a block may be.
ENDS = 6
LONGEST_CHARS = 200
ROLES = (
    LineRole.BYLINE,
    LineRole.DATELINE,
    LineRole.CREDIT,
    LineRole.TAGS,
    LineRole.APPEAL,
    LineRole.ADVERT,
    LineRole.NAVIGATION,
)
HEAD_ROLES = (LineRole.BYLINE, LineRole.DATELINE)


def with_head(pieces: Sequence[Piece], stated: Metadata) -> tuple[tuple[Piece, ...], Metadata]:
    """The pieces with the roles of their first and last blocks, and ``stated`` completed by what these say."""
    from generator.reading.heads.head import stated_metadata
    from generator.reading.identification import identify
    from generator.reading.lines.recognition import classify
    from generator.reading.pages.below_the_text import only_reads_like_furniture

    language = stated.language
    if language == "und":
        language = identify("\n".join(piece.text for piece in pieces if piece.role is LineRole.BODY))
    body = [number for number, piece in enumerate(pieces) if piece.role is LineRole.BODY]
    ends = {*body[:ENDS], *body[-ENDS:]}
    found = list(pieces)
    declared = "title" in stated.origins and stated.origins["title"].confidence is Confidence.SURE
    untitled = not declared and not any(piece.role is LineRole.TITLE for piece in pieces)
    # small print right above the text is a byline or a date more often than a caption
    above = {n for n, piece in enumerate(pieces) if piece.role is LineRole.CAPTION and n < min(body, default=0)}
    for number, line in enumerate(classify([piece.text for piece in pieces], language)):
        short = len(pieces[number].text) <= LONGEST_CHARS
        roles = ROLES if number in ends else HEAD_ROLES if number in above else ()
        if untitled and line.role is LineRole.TITLE and number in body[:ENDS]:
            found[number] = replace(pieces[number], role=line.role, reason=line.reason)
        if short and not line.kept and line.role in roles and not only_reads_like_furniture(line, language):
            found[number] = replace(pieces[number], role=line.role, reason=line.reason)
    lines = [Line(n, piece.role, piece.role in KEPT, piece.reason, piece.text) for n, piece in enumerate(found)]
    said = stated_metadata(lines, language)
    return tuple(found), merge(_believed(stated, found), said, stated)


def _believed(stated: Metadata, pieces: Sequence[Piece]) -> Metadata:
    """What the properties state and the text confirms; an author's account name or a template's title is not."""
    words = "\n".join(piece.text for piece in pieces).casefold()
    authors = tuple(name for name in stated.authors if name.casefold() in words)
    title = stated.title if stated.title and _confirms(pieces, stated.title) else None
    return replace(stated, title=title, authors=authors)


def _confirms(pieces: Sequence[Piece], title: str) -> bool:
    """Whether the text shows a title: in its headings where one of them is the title, else anywhere in whole words."""
    headed = any(piece.role is LineRole.TITLE for piece in pieces)
    shown = [piece.text for piece in pieces if not headed or piece.role is not LineRole.BODY]
    words = rf"(?<!\w){re.escape(title.casefold())}(?!\w)"
    return any(re.search(words, text.casefold()) for text in shown)


def is_no_account(author: str) -> bool:
    """Whether the author in a file's properties may be a person: "admin" and "python-docx" are accounts and programs.

    A name has two words; Chinese, Japanese and Korean ones have one.
    """
    return " " in author or WIDE.search(author) is not None
