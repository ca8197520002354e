"""Where the articles contradict each other, found without an editor: side by side, never averaged.

Takes conflicts between reports, gives questions in parts that any language of the interface can put into words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.analysis.agreement.claims import Claim
from generator.analysis.agreement.comparison import ConflictKind
from generator.analysis.agreement.corroboration import Comparison, Conflict, compare_reports
from generator.briefing.material import Material
from generator.briefing.showing import Showing
from generator.model import Article, Disagreement, Evidence, Origin, Side, stable_id


def _(message: str) -> str:
    """Mark an interface string for extraction; it is translated where it is used."""
    return message


# The question that stands above a disagreement found without an editor
_QUESTIONS = {
    "number": _("Which number is right for %(subject)s?"),
    "date": _("Which date is right for %(subject)s?"),
    "denial": _("Did it happen: %(subject)s?"),
    "place": _("Which place is right for %(subject)s?"),
    "name": _("Which name is right for %(subject)s?"),
}


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


def shown_disagreements(
    material: Material, comparison: Comparison, showing: Showing, gettext: Callable[[str], str]
) -> list[Disagreement]:
    """The contradictions of which every side finds room for a passage."""
    articles = list(material.articles.values())
    found = find_disagreements(articles, material.evidence, material.duplicates, comparison.conflicts)
    return [shown for one in found if (shown := _shown(one, material, showing, gettext))]


def _shown(
    found: FoundDisagreement, material: Material, showing: Showing, gettext: Callable[[str], str]
) -> Disagreement | None:
    sides = []
    for claims in found.sides:
        citations = material.cite(
            *(passage for passage in map(material.passage_of, claims) if showing.has_room(passage))
        )
        if not citations:
            return None
        sides.append(Side(citations[0].passage.exact, citations, material.language_of(citations[0].passage)))
    question = gettext(_QUESTIONS[found.kind]) % {"subject": ", ".join(found.subject)}
    return Disagreement(found.id, question, tuple(sides), found.themes, Origin.EXTRACT)
