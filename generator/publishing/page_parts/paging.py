"""Long lists cut into pages, so that no page grows with the whole corpus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.publishing.markdown import TrustedMarkdown, destination

ENTRIES_ON_A_PAGE = 100

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class PageLink:
    """One of the pages of a list, as a link on another of them."""

    label: str
    target: TrustedMarkdown
    is_current: bool


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Entry]):
    """A page of a list: its Markdown path, its number from 1, its entries, the way to all pages (none if it is one)."""

    path: str
    number: int
    entries: tuple[Entry, ...]
    pages: tuple[PageLink, ...]

    def title(self, title: str) -> str:
        """``title``, numbered from the second page on."""
        return title if self.number == 1 else f"{title} ({self.number})"


def sheets(name: str, entries: Sequence[Entry]) -> Iterator[Sheet[Entry]]:
    """``<name>.md``, ``<name>/2.md`` and so on; the first even where there is no entry."""
    count = max(1, -(-len(entries) // ENTRIES_ON_A_PAGE))
    for number in range(1, count + 1):
        part = entries[(number - 1) * ENTRIES_ON_A_PAGE : number * ENTRIES_ON_A_PAGE]
        yield Sheet(_path(name, number), number, tuple(part), tuple(_links(name, number, count)))


def _path(name: str, number: int) -> str:
    return f"{name}.md" if number == 1 else f"{name}/{number}.md"


def _links(name: str, current: int, count: int) -> Iterator[PageLink]:
    root = "../" if current > 1 else ""
    for number in range(1, count + 1) if count > 1 else ():
        yield PageLink(str(number), destination(root + _path(name, number)), number == current)
