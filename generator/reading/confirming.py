"""Lines that were left out and that an editor confirms as the article's own become body like any other.

Takes a rendition and the words that a sidecar confirms. A line counts as confirmed where these are all of its words,
or its first ones with "…" behind them, as ``check`` prints a long line; part of a line restores nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model import Line, LineRole, fold
from generator.reading.assembly import IN_TEXT, Piece, assemble
from generator.reading.rendition import Block, Rendition

REASON = "confirmed by the editor"


def with_confirmed(rendition: Rendition, confirmed: Sequence[str]) -> Rendition:
    """The rendition with the confirmed lines among its blocks."""
    words = [fold(each) for each in confirmed]
    lines = tuple(
        replace(line, role=LineRole.BODY, kept=True, reason=REASON) if _is_confirmed(line, words) else line
        for line in rendition.lines
    )
    if lines == rendition.lines:
        return rendition
    if [line.text.strip() for line in lines] == [line.strip() for line in rendition.text.split("\n")]:
        return _with_blocks(rendition, lines)
    return _assembled_anew(rendition, lines)


def _is_confirmed(line: Line, confirmed: Sequence[str]) -> bool:
    said = fold(line.text)
    return (
        bool(said)
        and not line.kept
        and any(
            said == words or (words.endswith("…") and len(words) > 1 and said.startswith(words[:-1].rstrip()))
            for words in confirmed
        )
    )


def _with_blocks(rendition: Rendition, lines: tuple[Line, ...]) -> Rendition:
    """A plain text, which holds every line already: the confirmed ones become paragraphs of their own."""
    blocks, start = list(rendition.blocks), 0
    for line, before, written in zip(lines, rendition.lines, rendition.text.split("\n"), strict=True):
        if line != before:
            begin = start + len(written) - len(written.lstrip())
            blocks.append(Block(begin, start + len(written.rstrip())))
        start += len(written) + 1
    return replace(rendition, lines=lines, blocks=tuple(sorted(blocks, key=lambda block: block.start)))


def _assembled_anew(rendition: Rendition, lines: tuple[Line, ...]) -> Rendition:
    """A text that was put together of blocks: it is put together again with the confirmed ones."""
    pages = iter([block.page for block in rendition.blocks])
    page, pieces = None, []
    for line, before in zip(lines, rendition.lines, strict=True):
        if before.role in IN_TEXT:
            page = next(pages, page)
        pieces.append(Piece(line.text, line.role, line.reason, page, line.doubtful))
    return assemble(pieces, rendition.metadata, rendition.repairs)
