"""What many articles have in common, held once: a corpus stays in memory as a whole.

Takes articles one after the other, gives equal ones. Offsets, the names of paragraphs, furniture and the grounds of
metadata recur by their nature; held once they leave less than half of an article beside its text.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from sys import intern

from generator.model import Article, Line, Metadata, Paragraph, Provenance

NUMBERS = tuple(range(16_384))
"""Offsets into articles of a usual length; Python itself holds the first few numbers once."""

LINES_REMEMBERED = 50_000
GROUNDS_REMEMBERED = 10_000


class Sharing:
    """Remembers the parts of articles that recur, those met last."""

    def __init__(self) -> None:
        self._known_line = lru_cache(maxsize=LINES_REMEMBERED)(_itself)
        self._known_grounds = lru_cache(maxsize=GROUNDS_REMEMBERED)(dict[str, Provenance])

    def of(self, article: Article) -> Article:
        """An equal article, which has its parts in common with those before it."""
        return replace(
            article,
            metadata=self._metadata(article.metadata),
            lines=tuple(map(self._line, article.lines)),
            paragraphs=tuple(map(_paragraph, article.paragraphs)),
        )

    def _metadata(self, known: Metadata) -> Metadata:
        return replace(
            known,
            publisher=intern(known.publisher) if known.publisher else None,
            language=intern(known.language),
            origins=self._known_grounds(tuple(known.origins.items())),
        )

    def _line(self, line: Line) -> Line:
        """What was left out is held once with its number; of any other line the reason and the words."""
        shared = replace(line, reason=intern(line.reason), text=intern(line.text))
        return shared if line.kept else self._known_line(shared)


def _itself(line: Line) -> Line:
    return line


def _paragraph(paragraph: Paragraph) -> Paragraph:
    return replace(
        paragraph,
        id=intern(paragraph.id),
        start=_number(paragraph.start),
        end=_number(paragraph.end),
        spans=tuple(map(_number, paragraph.spans)),
    )


def _number(number: int) -> int:
    return NUMBERS[number] if number < len(NUMBERS) else number
