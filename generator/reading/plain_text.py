"""A plain text as scraped becomes a rendition: its text unchanged, lines with roles, blocks, stated metadata."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.model import LineRole, fold
from generator.reading.head import stated_metadata
from generator.reading.identification import identify
from generator.reading.lines import classify
from generator.reading.rendition import Block, Rendition


def read_plain_text(text: str, language: str | None = None, recurring: frozenset[str] = frozenset()) -> Rendition:
    """The rendition of ``text``: offsets of its blocks are code points into ``text`` itself."""
    lines = text.split("\n")
    spoken = language or identify(text)
    roles = classify(lines, spoken, recurring)
    blocks: list[Block] = []
    start = 0
    for line, raw in zip(roles, lines, strict=True):
        stripped = raw.strip()
        if line.kept and line.role in (LineRole.BODY, LineRole.SUBHEAD) and stripped:
            begin = start + len(raw) - len(raw.lstrip())
            blocks.append(Block(begin, begin + len(stripped), line.role, line.doubtful))
        start += len(raw) + 1
    return Rendition(text, roles, tuple(blocks), stated_metadata(roles, spoken))


def recurring_lines(documents: Iterable[Sequence[str]], minimum: int = 3) -> frozenset[str]:
    """Folded lines that stand in at least ``minimum`` of the documents: furniture by that very fact."""
    counts: Counter[str] = Counter()
    for document in documents:
        counts.update({folded for line in document if (folded := fold(line))})
    return frozenset(line for line, count in counts.items() if count >= minimum)
