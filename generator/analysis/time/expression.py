"""What ``expressions`` finds in a sentence and ``resolution`` gives a date: the value between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Expression:
    """A temporal expression: its place, its meaning, the words of its parts; ``value`` where the words suffice."""

    start: int
    end: int
    meaning: str
    parts: Mapping[str, str] = field(default_factory=dict)
    value: str | None = None
    names_event: bool = True
