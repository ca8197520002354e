"""Where a field of an article's metadata was read, and how sure that makes it.

No percentage: three words that follow from who states the field, so that an editor can check the reasoning.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Confidence(StrEnum):
    """``SURE``: declared in so many words. ``LIKELY``: read from the text. ``DOUBTFUL``: a guess, or contradicted."""

    SURE = "sure"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a field was read. ``words`` are shown to the editor: "JSON-LD headline", "line 3".

    ``line`` is the number (from 1) of the line in which it stands, where it stands in one.
    """

    words: str
    confidence: Confidence
    line: int | None = None

    @classmethod
    def declared(cls, words: str) -> Provenance:
        """What a file states of itself, in a field made for it: "meta og:title", "front matter"."""
        return cls(words, Confidence.SURE)

    @classmethod
    def read(cls, words: str) -> Provenance:
        """What was read in words for people, or in a field that programs fill: "byline", "document properties"."""
        return cls(words, Confidence.LIKELY)

    @classmethod
    def in_line(cls, number: int) -> Provenance:
        """What was read in a line; ``number`` counts from 1."""
        return cls(f"line {number}", Confidence.LIKELY, number)

    @classmethod
    def guessed(cls, words: str) -> Provenance:
        """What nobody states and no line bears out by itself."""
        return cls(words, Confidence.DOUBTFUL)

    def __str__(self) -> str:
        return self.words


TEXT = Provenance.read("text")
SIDECAR = Provenance.declared("sidecar")
COMMAND_LINE = Provenance.declared("command line")
BY_EDITOR = (SIDECAR, COMMAND_LINE)
"""What somebody states of the article from outside: it holds whatever the file says."""
