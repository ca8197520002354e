"""Whether two sentences of different articles state the same fact, contradict each other, or neither.

Takes two claims and what is distinctive in the corpus, gives a ``Verdict``. The rule is strict, because "also
reported by" is a promise: two shared entities, no conflicting actor, number or date, and either nearly the same
words or the same number or day besides the names. Across languages the names, the number and the day carry it.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

from generator.analysis.claims import Claim
from generator.analysis.similarity import Vector, likeness
from generator.model import ActorKind, DateMention, FigureMention, Qualifier

SAME_WORDS = 0.70
"""From this likeness on two sentences say the same, if nothing in them conflicts."""

SUBJECT_WORDS = 0.30
"""Below this likeness two sentences of one language are about different things, whatever names they share."""

LARGEST_RATIO = 10.0
"""Numbers further apart than this count different things rather than disagree."""

DAY_LETTERS = len("2023-10-05")


class ConflictKind(StrEnum):
    """What two reports of one subject disagree about."""

    NUMBER = "number"
    DATE = "date"
    DENIAL = "denial"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the comparison found; at most one of ``same`` and ``conflict``. ``strength`` orders the joins."""

    same: bool = False
    conflict: ConflictKind | None = None
    related: bool = False
    strength: float = 0.0


NOTHING = Verdict()


def compare(a: Claim, b: Claim, distinctive: Set[str], vectors: Mapping[tuple[str, int], Vector]) -> Verdict:
    """Compare two sentences of different articles; symmetric."""
    shared = {name.key for name in a.names} & {name.key for name in b.names}
    rare = len(shared & distinctive)
    if not shared:
        return NOTHING
    alike = likeness(vectors[a.key], vectors[b.key])
    numbers, days = _numbers(a, b), _dates(a, b)
    rivals = _rivals(a, b, shared, distinctive)
    if rare >= 2 and a.denies != b.denies:
        return Verdict(conflict=ConflictKind.DENIAL) if numbers is not False else Verdict(related=True)
    if rare >= 2 and not rivals and days is not False and numbers is False and _disagreeing(a, b):
        return Verdict(conflict=ConflictKind.NUMBER)
    if rare >= 2 and not rivals and numbers and days is False and alike >= SUBJECT_WORDS:
        return Verdict(conflict=ConflictKind.DATE)
    if rivals or numbers is False or days is False or a.denies != b.denies:
        return Verdict(related=alike >= SAME_WORDS)
    entities = len(shared) + bool(numbers) + bool(days)
    covered = len(shared) == min(len(a.names), len(b.names))
    by_words = alike >= SAME_WORDS and entities >= 2
    by_number = rare >= 2 and bool(numbers)
    by_day = rare >= 2 and bool(days) and covered
    if by_words or by_number or by_day:
        return Verdict(same=True, strength=alike + entities)
    return Verdict(related=alike >= SUBJECT_WORDS and entities >= 2)


def _numbers(a: Claim, b: Claim) -> bool | None:
    """True where a number is equal, false where numbers of one unit differ, absent where nothing compares."""
    verdict: bool | None = None
    for one in a.figures:
        for other in b.figures:
            if not _comparable(one, other):
                continue
            if _equal(one, other):
                return True
            verdict = False
    return verdict


def _disagreeing(a: Claim, b: Claim) -> bool:
    """Whether the one comparable number of each is of the same order as the other's."""
    pairs = [(one, other) for one in a.figures for other in b.figures if _comparable(one, other)]
    if not pairs:
        return False
    one, other = pairs[0]
    low, high = sorted((abs(_middle(one)), abs(_middle(other))))
    return low > 0 and high / low <= LARGEST_RATIO


def _comparable(one: FigureMention, other: FigureMention) -> bool:
    if one.unit == other.unit:
        return True
    return _counted(one.unit) and _counted(other.unit)


def _counted(unit: str | None) -> bool:
    """Whether the unit is a thing counted, as printed, which no other language prints alike."""
    return unit is not None and unit != "%" and not (len(unit) == 3 and unit.isupper()) and len(unit) > 2


def _equal(one: FigureMention, other: FigureMention) -> bool:
    loose = {Qualifier.ABOUT, Qualifier.NEARLY} & {one.qualifier, other.qualifier}
    tolerance = 0.01 if loose else 1e-6
    return abs(_middle(one) - _middle(other)) <= tolerance * max(abs(_middle(one)), abs(_middle(other)), 1e-9)


def _middle(figure: FigureMention) -> float:
    return sum(figure.value) / 2 if isinstance(figure.value, tuple) else float(figure.value)


def _dates(a: Claim, b: Claim) -> bool | None:
    """True where a day is equal, false where all dates differ, absent where nothing compares or only may agree."""
    if not a.dates or not b.dates:
        return None
    if any(_is_day(one) and one.value == other.value for one in a.dates for other in b.dates):
        return True
    overlapping = any(_overlap(one.value, other.value) for one in a.dates for other in b.dates)
    return None if overlapping else False


def _is_day(date: DateMention) -> bool:
    return len(date.value) == DAY_LETTERS and date.value[4] == "-" and date.value[7] == "-"


def _overlap(one: str, other: str) -> bool:
    """Whether the coarser of two EDTF dates may hold the finer one; whatever is not plain is taken to overlap."""
    if not all(part.isdigit() for part in (*one.split("-"), *other.split("-"))):
        return True
    return one.startswith(other) or other.startswith(one)


def _rivals(a: Claim, b: Claim, shared: Set[str], distinctive: Set[str]) -> bool:
    """Whether each names an actor of one kind that the other does not: another man at the same meeting.

    A place that the whole corpus speaks of ("Azerbaijan's minister") is no rival of another one.
    """

    def own(claim: Claim) -> set[ActorKind]:
        names = (name for name in claim.names if name.key not in shared)
        return {name.kind for name in names if name.kind is not ActorKind.PLACE or name.key in distinctive}

    return bool(own(a) & own(b))
