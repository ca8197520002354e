"""Where the articles contradict each other, found without an editor: side by side, never averaged.

Takes conflicts between reports, gives questions in parts that any language of the interface can put into words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from babel.lists import format_list

from generator.analysis.actors.places import place_name
from generator.analysis.agreement.claims import Claim, Name
from generator.analysis.agreement.comparison import ConflictKind
from generator.analysis.agreement.conflicts import Conflict
from generator.analysis.agreement.corroboration import Comparison
from generator.briefing.material import Material
from generator.briefing.showing import Showing
from generator.model import ActorKind, Disagreement, Evidence, Origin, Side, stable_id


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


NAMES_OF_A_SUBJECT = 3


@dataclass(frozen=True, slots=True)
class FoundDisagreement:
    """A contradiction: what kind, about whom, and each side with the sentences that carry it."""

    id: str
    kind: ConflictKind
    subject: tuple[str, ...]
    sides: tuple[tuple[Claim, ...], ...]
    themes: tuple[str, ...]
    answers: tuple[str, ...] = ()


def find_disagreements(
    conflicts: Sequence[Conflict], evidence: Mapping[str, Evidence]
) -> tuple[FoundDisagreement, ...]:
    """All contradictions, by article and offset."""
    return tuple(sorted((_disagreement(one, evidence) for one in conflicts), key=lambda found: found.sides[0][0].key))


def without_disagreements(comparison: Comparison, evidence: Mapping[str, Evidence], refused: Set[str]) -> Comparison:
    """The same, without the contradictions of these ids: their sentences are not disputed either."""
    if not refused:
        return comparison
    kept = tuple(one for one in comparison.conflicts if _disagreement(one, evidence).id not in refused)
    return replace(comparison, conflicts=kept)


def _disagreement(conflict: Conflict, evidence: Mapping[str, Evidence]) -> FoundDisagreement:
    claims = [claim for side in conflict.sides for claim in side]
    themes = dict.fromkeys(theme for claim in claims for theme in claim.themes) or _named_by_all(claims, evidence)
    return FoundDisagreement(
        id=stable_id("d", conflict.kind, *sorted(f"{claim.article}:{claim.text}" for claim in claims)),
        kind=conflict.kind,
        subject=conflict.subject,
        sides=conflict.sides,
        themes=tuple(themes),
        answers=conflict.answers,
    )


def _named_by_all(claims: Sequence[Claim], evidence: Mapping[str, Evidence]) -> list[str]:
    """The themes that every article of these sentences names somewhere: sentences of an affair may name none."""
    named = [[match.theme for match in evidence[claim.article].themes if not match.context] for claim in claims]
    return [theme for theme in dict.fromkeys(named[0]) if all(theme in themes for themes in named)]


def shown_disagreements(
    material: Material, comparison: Comparison, showing: Showing, gettext: Callable[[str], str]
) -> list[Disagreement]:
    """The contradictions of which every side finds room for a passage."""
    found = find_disagreements(comparison.conflicts, material.evidence)
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
    question = _question(found, material.settings.language, gettext)
    return Disagreement(found.id, question, tuple(sides), found.themes, Origin.EXTRACT)


def _question(found: FoundDisagreement, language: str, gettext: Callable[[str], str]) -> str:
    """The question with the answers in the words of the articles; without, where they answer yes and no, or a name."""
    subject = ", ".join(_named(found, language))
    answers = dict.fromkeys(found.answers)
    if subject and len(answers) > 1:
        return f"{subject}: {format_list(list(answers), style='or', locale=language)}?"
    return gettext(_QUESTIONS[found.kind]) % {"subject": subject}


def _named(found: FoundDisagreement, language: str) -> list[str]:
    """The first names of the subject, those who act before places; a place as the dossier's language calls it."""
    names = {name.spelling: name for side in found.sides for claim in side for name in claim.names}
    places = [spelling for spelling in found.subject if _is_place(names.get(spelling))]
    acting = [spelling for spelling in found.subject if spelling not in places]
    shown = [*acting, *(place_name(names[spelling].key, language) or spelling for spelling in places)]
    return list(dict.fromkeys(shown))[:NAMES_OF_A_SUBJECT]


def _is_place(name: Name | None) -> bool:
    return name is not None and name.kind is ActorKind.PLACE
