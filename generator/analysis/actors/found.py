"""A name that was found in a sentence, before its article settles of what kind it is."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import ActorKind


@dataclass(frozen=True, slots=True)
class Found:
    """A name as a stretch of tokens ``[first, last)`` of one sentence, with its kind.

    ``sure`` says that something beside the spelling shows the kind; ``acts`` is false for a ship, a storm, a film.
    """

    first: int
    last: int
    kind: ActorKind
    sure: bool = True
    acts: bool = True
