"""What an article reports as somebody's speech: the value that ``quotations`` finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SpeechKind(StrEnum):
    """The speaker's own words, or what the article makes of them."""

    DIRECT = "direct"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Speech at ``start`` to ``end`` of the article's text. ``speaker`` is the name that the mention stands for, or
    the printed words for those who speak; it stands at ``by_start``."""

    start: int
    end: int
    kind: SpeechKind
    speaker: str
    by_start: int
