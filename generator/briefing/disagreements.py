"""Where the articles contradict each other, found without an editor: side by side, never averaged.

Takes conflicts between reports; counts that later reports replace are among them, and say so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from generator.analysis.agreement.claims import Claim
from generator.analysis.agreement.conflicts import Conflict
from generator.analysis.agreement.corroboration import Comparison
from generator.briefing.lasting_ids import ids_of_each
from generator.briefing.material import Material
from generator.briefing.questions import question_of
from generator.briefing.showing import Showing
from generator.briefing.wording import Wording
from generator.model import Disagreement, Evidence, Origin, Side, stable_id


@dataclass(frozen=True, slots=True)
class FoundDisagreement:
    """A contradiction with its ids and its themes: ``ids[0]`` is the one that is shown."""

    ids: tuple[str, ...]
    conflict: Conflict
    themes: tuple[str, ...]


def find_disagreements(
    conflicts: Sequence[Conflict], evidence: Mapping[str, Evidence]
) -> tuple[FoundDisagreement, ...]:
    """All contradictions, by article and offset; no two have an id in common."""
    ordered = sorted(conflicts, key=lambda conflict: conflict.sides[0][0].key)
    ids = ids_of_each([_ids(conflict) for conflict in ordered])
    return tuple(
        FoundDisagreement(own, conflict, _themes(conflict, evidence))
        for own, conflict in zip(ids, ordered, strict=True)
    )


def without_disagreements(comparison: Comparison, evidence: Mapping[str, Evidence], refused: Set[str]) -> Comparison:
    """The same, without the contradictions of these ids: their sentences are not disputed either."""
    if not refused:
        return comparison
    found = find_disagreements(comparison.conflicts, evidence)
    kept = tuple(one.conflict for one in found if refused.isdisjoint(one.ids))
    return replace(comparison, conflicts=kept)


def _ids(conflict: Conflict) -> tuple[str, ...]:
    """One for each report with its answer, the earliest first, so that another report takes none away.

    The last one is of all reports together, as ids once were.
    """
    answers = [answer.value for answer in conflict.answers] or [""] * len(conflict.sides)
    told = [(claim, answer) for side, answer in zip(conflict.sides, answers, strict=True) for claim in side]
    each = (stable_id("d", conflict.kind, claim.article, claim.text, answer) for claim, answer in told)
    together = stable_id("d", conflict.kind, *sorted(f"{claim.article}:{claim.text}" for claim, _ in told))
    return (*each, together)


def _themes(conflict: Conflict, evidence: Mapping[str, Evidence]) -> tuple[str, ...]:
    claims = [claim for side in conflict.sides for claim in side]
    return tuple(dict.fromkeys(theme for claim in claims for theme in claim.themes) or _named_by_all(claims, evidence))


def _named_by_all(claims: Sequence[Claim], evidence: Mapping[str, Evidence]) -> list[str]:
    """The themes that every article of these sentences names somewhere: sentences of an affair may name none."""
    named = [[match.theme for match in evidence[claim.article].themes if not match.context] for claim in claims]
    return [theme for theme in dict.fromkeys(named[0]) if all(theme in themes for themes in named)]


def shown_disagreements(
    material: Material, comparison: Comparison, showing: Showing, wording: Wording
) -> list[Disagreement]:
    """The contradictions of which every side finds room for a passage."""
    found = find_disagreements(comparison.conflicts, material.evidence)
    return [shown for one in found if (shown := _shown(one, material, showing, wording))]


def _shown(found: FoundDisagreement, material: Material, showing: Showing, wording: Wording) -> Disagreement | None:
    sides = []
    for claims in found.conflict.sides:
        citations = material.cite(
            *(passage for passage in map(material.passage_of, claims) if showing.has_room(passage))
        )
        if not citations:
            return None
        sides.append(Side(citations[0].passage.exact, citations, material.language_of(citations[0].passage)))
    question = question_of(found.conflict, material.settings.language, wording)
    development = found.conflict.is_development
    return Disagreement(
        found.ids[0],
        question,
        tuple(sides),
        found.themes,
        Origin.EXTRACT,
        is_development=development,
        other_ids=found.ids[1:],
    )
