"""The numbers of a page's citation marks: "2" for the second article, "2a" where several of its passages are cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model import Citation, Passage


@dataclass(frozen=True, slots=True)
class Numbering:
    """Numbers of a page: each article one, in order of appearance; its passages "1a", "1b" where there are several."""

    articles: tuple[str, ...]
    passages: Mapping[str, str]
    in_order: tuple[Citation, ...]

    def of(self, passage: Passage) -> str:
        """The number of a passage on this page."""
        return self.passages[passage.id]


def number_passages(citations: Iterable[Citation]) -> Numbering:
    """Number articles by first appearance, and the passages of each in the order in which they appear."""
    first: dict[str, Citation] = {}
    by_article: dict[str, list[str]] = {}
    for citation in citations:
        passage = citation.passage
        if passage.id not in first:
            first[passage.id] = citation
            by_article.setdefault(passage.article, []).append(passage.id)
    numbers = dict(_numbers(by_article))
    return Numbering(articles=tuple(by_article), passages=numbers, in_order=tuple(first.values()))


def _numbers(by_article: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    for number, passages in enumerate(by_article.values(), start=1):
        for position, passage in enumerate(passages):
            yield passage, f"{number}{_letters(position)}" if len(passages) > 1 else str(number)


def _letters(position: int) -> str:
    """0 is "a", 25 "z", 26 "aa": the columns of a spreadsheet."""
    letters = chr(ord("a") + position % 26)
    return letters if position < 26 else _letters(position // 26 - 1) + letters
