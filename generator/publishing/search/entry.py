"""What a search result is made of: an entry with its words, its place and what it can be filtered by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class EntryKind(StrEnum):
    """What an entry is; results are grouped by it."""

    THEME = "theme"
    NAME = "name"
    STATEMENT = "statement"
    DISAGREEMENT = "disagreement"
    DEVELOPMENT = "development"
    GAP = "gap"
    EVENT = "event"
    FIGURE = "figure"
    ARTICLE = "article"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True, order=True)
class Witness:
    """What an entry can be filtered by: outlet, language and kind of an article ("" where not known), first and last
    day (ISO 8601, "" where not known)."""

    outlet: str
    language: str
    kind: str
    first_day: str
    last_day: str


@dataclass(frozen=True, slots=True)
class Words:
    """A text with its language, and for a translation who made it."""

    text: str
    language: str
    maker: str = ""


@dataclass(frozen=True, slots=True)
class Sourcing:
    """Who says so: the line that a reader sees, and what the entry can be filtered by.

    ``chip`` is the kind of article that a reader must know of (opinion, sponsored) and ``chip_label`` its word.
    """

    line: str = ""
    chip: str = ""
    chip_label: str = ""
    witnesses: tuple[Witness, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing that can be found.

    ``lead`` stands before the text (the date of an event, the value of a figure), ``more`` after it (spellings of a
    name, sides of a disagreement); both are searched. ``spellings`` are ways of writing what the entry names.
    ``passage`` is the id of the passage whose words the entry repeats, where it is one, ``within`` of a passage that
    holds all its words.
    """

    kind: EntryKind
    href: str
    text: Words
    sourcing: Sourcing = Sourcing()
    lead: str = ""
    more: str = ""
    translation: Words | None = None
    themes: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    passage: str | None = None
    within: str | None = None

    @property
    def is_verbatim(self) -> bool:
        """Whether a statement is a sentence of an article; what else is verbatim is so by its kind."""
        return self.kind is EntryKind.STATEMENT and self.passage is not None

    @property
    def searched(self) -> Iterator[str]:
        """Every text of the entry that words are found in; only an article is found by its outlet and date."""
        yield from (self.text.text, self.lead, self.more)
        if self.kind is EntryKind.ARTICLE:
            yield self.sourcing.line
        if self.translation is not None:
            yield self.translation.text
