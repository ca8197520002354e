"""What stands above a disagreement that the program found: a question, or how a toll rose, in the dossier's language.

Takes a conflict between reports. Numbers and days are told as the dossier's language writes them, with what they count
where all reports tell it; a unit that only the articles' own language has a word for is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.actors.places import place_name
from generator.analysis.agreement.claims import Claim, Name
from generator.analysis.agreement.conflicts import Answer, Conflict
from generator.analysis.agreement.counted import Quantity
from generator.briefing.wording import Wording, value_in_words
from generator.locale import _, ngettext
from generator.model import ActorKind

NAMES_OF_A_SUBJECT = 3


# The question that stands above a disagreement found without an editor
_QUESTIONS = {
    "number": _("Which number is right for %(subject)s?"),
    "date": _("Which date is right for %(subject)s?"),
    "denial": _("Did it happen: %(subject)s?"),
    "place": _("Which place is right for %(subject)s?"),
    "name": _("Which name is right for %(subject)s?"),
}

# What numbers count, by the keys of [counted.kinds], of one alone and of several: "1 person dead", "12 or 15 dead"
_COUNTED = {
    "dead": ngettext("%(number)s person dead", "%(number)s dead"),
    "injured": ngettext("%(number)s person injured", "%(number)s injured"),
    "missing": ngettext("%(number)s person missing", "%(number)s missing"),
    "arrested": ngettext("%(number)s person arrested", "%(number)s arrested"),
    "evacuated": ngettext("%(number)s person evacuated", "%(number)s evacuated"),
    "aboard": ngettext("%(number)s person on board", "%(number)s on board"),
    "protesters": ngettext("%(number)s protester", "%(number)s protesters"),
}


def question_of(conflict: Conflict, language: str, wording: Wording) -> str:
    """The question with its answers, or without where they answer yes and no, or a name; or what was counted when."""
    subject = ", ".join(_named(conflict, language))
    if conflict.is_development:
        told = _development(conflict, wording)
        return wording.gettext("%(subject)s: %(told)s") % {"subject": subject, "told": told} if subject else told
    answers = _answers(conflict, language, wording)
    if subject and answers:
        return wording.gettext("%(subject)s: %(answers)s?") % {"subject": subject, "answers": answers}
    return wording.gettext(_QUESTIONS[conflict.kind]) % {"subject": subject}


def _development(conflict: Conflict, wording: Wording) -> str:
    """What was counted when: "12 dead (9 March 2026), later 15 dead (10 March 2026)"."""
    kind = _kind(conflict.answers)
    steps = [
        f"{_counted(number, kind, wording)} ({wording.date(side[0].updated or side[0].published)})"
        for number, side in zip(_numbers(conflict.answers), conflict.sides, strict=True)
    ]
    return wording.gettext("%(earlier)s, later %(latest)s") % {"earlier": ", ".join(steps[:-1]), "latest": steps[-1]}


def _counted(number: Quantity, kind: str | None, wording: Wording) -> str:
    """A number with what it counts: "12 dead", "1 person dead"; of what has no word here, alone or in its measure."""
    if kind not in _COUNTED:
        return _value(number, number.figure.unit if number.is_measured else None, wording)
    return wording.plural(*_COUNTED[kind], _count(number)) % {"number": _value(number, None, wording)}


def _count(number: Quantity) -> int:
    """The number that what is counted agrees with: of two, the higher one, which is said last."""
    value = number.figure.value
    return round(value[1] if isinstance(value, tuple) else value)


def _answers(conflict: Conflict, language: str, wording: Wording) -> str:
    """All answers as a list, each once; empty where there are not two."""
    first = [side[0] for side in conflict.sides]
    numbers = _numbers(conflict.answers)
    kind = _kind(conflict.answers)
    if kind in _COUNTED:
        values = _listed([_value(number, None, wording) for number in numbers], wording)
        several = max(2, _count(numbers[-1]))
        return values and wording.plural(*_COUNTED[kind], several) % {"number": values}
    if all(claim.language == language for claim in first):
        return _listed([answer.words for answer in conflict.answers], wording)
    if numbers:
        units = (_unit(number, claim, language) for number, claim in zip(numbers, first, strict=True))
        return _listed([_value(number, unit, wording) for number, unit in zip(numbers, units, strict=True)], wording)
    return _listed([wording.date(answer.day) for answer in conflict.answers if answer.day], wording)


def _listed(words: Sequence[str], wording: Wording) -> str:
    different = list(dict.fromkeys(words))
    return wording.alternatives(different) if len(different) > 1 else ""


def _numbers(answers: Sequence[Answer]) -> list[Quantity]:
    return [answer.number for answer in answers if answer.number]


def _kind(answers: Sequence[Answer]) -> str | None:
    """What the numbers count, where those that tell it tell the same."""
    kinds = {number.kind for number in _numbers(answers)} - {None}
    return kinds.pop() if len(kinds) == 1 else None


def _value(number: Quantity, unit: str | None, wording: Wording) -> str:
    return value_in_words(number.figure.value, unit, number.figure.qualifier, wording)


def _unit(number: Quantity, claim: Claim, language: str) -> str | None:
    """A currency, percentage or symbol, else the thing counted, where it is printed in the dossier's language."""
    return number.figure.unit if number.is_measured or claim.language == language else None


def _named(conflict: Conflict, language: str) -> list[str]:
    """The first names of the subject, those who act before places; a place as the dossier's language calls it."""
    names = {name.spelling: name for side in conflict.sides for claim in side for name in claim.names}
    places = [spelling for spelling in conflict.subject if _is_place(names.get(spelling))]
    acting = [spelling for spelling in conflict.subject if spelling not in places]
    shown = [*acting, *(place_name(names[spelling].key, language) or spelling for spelling in places)]
    return list(dict.fromkeys(shown))[:NAMES_OF_A_SUBJECT]


def _is_place(name: Name | None) -> bool:
    return name is not None and name.kind is ActorKind.PLACE
