"""A plain text as scraped becomes a rendition: its text unchanged, lines with roles, blocks, stated metadata.

Takes the decoded text, its language where it is known, and the lines that recur in other articles; gives a
``Rendition`` whose offsets are code points into the text itself. A block is a paragraph of the body or a sub-heading;
lines that were broken at a width make one block. Promises: no word of the text changes, every line has a role and a
reason, and metadata is what the text states, with the line where it stands.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from itertools import accumulate

from generator.model import Line, LineRole, fold
from generator.reading.heads.head import dated_by_update, stated_metadata
from generator.reading.identification import identify
from generator.reading.lines.recognition import classify_paragraphs
from generator.reading.paragraphs import LineGroup, paragraphs
from generator.reading.rendition import Block, Rendition

LINES_IDENTIFIED = 40
LINE_CHARS_IDENTIFIED = 600
# Hashes of lines that are counted before those met once are forgotten (lossy counting keeps memory flat)
LARGEST_COUNT = 2_000_000


def read_plain_text(text: str, language: str | None = None, recurring: frozenset[str] = frozenset()) -> Rendition:
    """The rendition of ``text``: offsets of its blocks are code points into ``text`` itself."""
    lines = text.split("\n")
    spoken = language or identify(_densest(lines))
    found = paragraphs(lines)
    roles = classify_paragraphs(found, lines, spoken, recurring)
    stated = dated_by_update(stated_metadata(roles, spoken))
    return Rendition(text, roles, _blocks(found, lines, roles), stated)


def recurring_lines(documents: Iterable[Sequence[str]], minimum: int = 3) -> frozenset[str]:
    """Folded lines that stand in at least ``minimum`` of the documents: furniture by that very fact.

    The documents are read once, one at a time. Memory stays flat: of a line only a digest and its number of
    documents are remembered, and where these grow too many, those met once are forgotten.
    """
    counts: dict[bytes, int] = {}
    often: set[str] = set()
    for document in documents:
        for line in sorted({folded for line in document if (folded := fold(line))}):
            key = hashlib.blake2b(line.encode("utf-8", "surrogatepass"), digest_size=8).digest()
            counts[key] = counts.get(key, 0) + 1
            if counts[key] == minimum:
                often.add(line)
        if len(counts) > LARGEST_COUNT:
            counts = {key: count for key, count in counts.items() if count > 1}
    return frozenset(often)


def _densest(lines: Sequence[str]) -> str:
    """The longest lines, whose language is the article's, while menus may speak another."""
    beginnings = [line[:LINE_CHARS_IDENTIFIED] for line in lines]
    longest = sorted(range(len(lines)), key=lambda number: len(beginnings[number]), reverse=True)[:LINES_IDENTIFIED]
    return "\n".join([beginnings[number] for number in sorted(longest)])


def _blocks(groups: Sequence[LineGroup], lines: Sequence[str], roles: Sequence[Line]) -> tuple[Block, ...]:
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    found = []
    for group in groups:
        first, last = group.numbers[0], group.numbers[-1]
        role = roles[first].role
        if roles[first].kept and role in (LineRole.BODY, LineRole.SUBHEAD):
            begin = starts[first] + len(lines[first]) - len(lines[first].lstrip())
            end = starts[last] + len(lines[last].rstrip())
            found.append(Block(begin, end, role, roles[first].doubtful))
    return tuple(found)
