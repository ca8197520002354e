"""What a format reader gives: the text that offsets refer to, its lines with their roles, its blocks, what it says."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model import Line, LineRole, Metadata


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or sub-heading of the body: code-point offsets into ``Rendition.text``, end exclusive.

    ``role`` is ``BODY`` or ``SUBHEAD``; ``page`` the page of a paged source, from 1.
    """

    start: int
    end: int
    role: LineRole = LineRole.BODY
    doubtful: bool = False
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Rendition:
    """A source as read, before language, sentences and the editor's sidecar.

    ``metadata`` holds what the source itself says, each field with its origin; ``repairs`` one sentence for each
    change that was made to the publisher's characters.
    """

    text: str
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]
    metadata: Metadata = field(default_factory=Metadata)
    repairs: tuple[str, ...] = ()
