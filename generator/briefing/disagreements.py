"""Where the articles contradict each other, found without an editor: side by side, never averaged.

Takes conflicts between reports, gives questions in parts that any language of the interface can put into words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.analysis.agreement.claims import Claim
from generator.analysis.agreement.comparison import ConflictKind
from generator.analysis.agreement.corroboration import Conflict, compare_reports
from generator.model import Article, Evidence, stable_id


@dataclass(frozen=True, slots=True)
class FoundDisagreement:
    """A contradiction: what kind, about whom, and each side with the sentences that carry it."""

    id: str
    kind: ConflictKind
    subject: tuple[str, ...]
    sides: tuple[tuple[Claim, ...], ...]
    themes: tuple[str, ...]


def find_disagreements(
    articles: Sequence[Article],
    evidence: Mapping[str, Evidence],
    duplicates: Mapping[str, str],
    conflicts: Sequence[Conflict] | None = None,
) -> tuple[FoundDisagreement, ...]:
    """All contradictions, by article and offset. ``conflicts`` spares the work where reports are compared already."""
    found = compare_reports(articles, evidence, duplicates).conflicts if conflicts is None else conflicts
    return tuple(sorted((_disagreement(conflict) for conflict in found), key=lambda d: d.sides[0][0].key))


def _disagreement(conflict: Conflict) -> FoundDisagreement:
    claims = [claim for side in conflict.sides for claim in side]
    return FoundDisagreement(
        id=stable_id("d", conflict.kind, *sorted(f"{claim.article}:{claim.text}" for claim in claims)),
        kind=conflict.kind,
        subject=conflict.subject,
        sides=conflict.sides,
        themes=tuple(dict.fromkeys(theme for claim in claims for theme in claim.themes)),
    )
