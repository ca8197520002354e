"""The role of every line of a plain text: what is the article, and what stood around it on the page."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Line, LineRole, fold

SENTENCE_ENDS = (".", "!", "?", "…", "。", "؟", ":", "“", "”", '"', "»")


def classify(lines: Sequence[str], language: str, recurring: frozenset[str] = frozenset()) -> tuple[Line, ...]:  # noqa: ARG001
    """Role, verdict and reason for every line, in order."""
    seen: set[str] = set()
    found: list[Line] = []
    for number, line in enumerate(lines):
        folded = fold(line)
        role, reason = LineRole.OTHER, "blank"
        if folded in recurring:
            role, reason = LineRole.NAVIGATION, "the line stands in several articles"
        elif folded in seen:
            role, reason = LineRole.REPEAT, "the line has stood before"
        elif len(folded) > 80 or (len(folded) > 40 and folded.endswith(SENTENCE_ENDS)):
            role, reason = LineRole.BODY, "a line of sentences"
        elif folded:
            reason = "short"
        seen.add(folded)
        found.append(Line(number, role, role in (LineRole.BODY, LineRole.SUBHEAD), reason, line))
    return tuple(found)
