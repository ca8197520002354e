"""Pairs of sentences that contradict each other become conflicts: one question, each answer a side.

Takes the claims, the groups that state one fact, and what each pair disagrees about. Sentences that give one answer
stand on one side, whether or not their other words agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce

from generator.analysis.agreement import quantities
from generator.analysis.agreement.claims import Claim, ClaimRow, Pair
from generator.analysis.agreement.comparison import ConflictKind, days_of, takes_the_side
from generator.analysis.agreement.counted import Quantity
from generator.analysis.agreement.developments import is_correction, is_development
from generator.analysis.agreement.rejected import replaced_by

Group = tuple[int, ...]

LONGEST_SUBJECT = 3
"""So many names tell which affair it is, where the sentences themselves have none in common."""


@dataclass(frozen=True, slots=True, order=True)
class Answer:
    """What a sentence says to a question: ``value`` as it compares, ``words`` as it is printed, if it has any.

    ``number`` is the disputed number with what it counts, or ``day`` the disputed day (EDTF).
    """

    value: str
    words: str = ""
    number: Quantity | None = field(default=None, compare=False)
    day: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Reports of one subject that contradict each other: each side gives one answer, earliest report first.

    ``subject`` are the names that the sides share, as the first side spells them; ``answers`` the number or day of
    each side as its first report gives it, empty where they disagree about something else. ``is_development`` says that
    each side replaces the one before: a toll that rose.
    """

    kind: ConflictKind
    subject: tuple[str, ...]
    sides: tuple[tuple[Claim, ...], ...]
    answers: tuple[Answer, ...] = ()
    is_development: bool = False


def conflicts(claims: ClaimRow, groups: Iterable[Group], found: Mapping[Pair, ConflictKind]) -> tuple[Conflict, ...]:
    """All conflicts among the contradictions ``found``, in the order of the claims.

    ``groups`` are the claims, by number, that state one fact; two of them disagree about one thing at most.
    """
    alone: dict[int, Group] = {number: (number,) for pair in found for number in pair}
    group_of = alone | {member: members for members in groups for member in members}
    kinds: dict[tuple[Group, Group], ConflictKind] = {}
    opposed: dict[ConflictKind, dict[_Node, set[_Node]]] = {kind: defaultdict(set) for kind in ConflictKind}
    for (i, j), kind in sorted(found.items()):
        first, second = sorted((group_of[i], group_of[j]))
        if kinds.setdefault((first, second), kind) is kind:
            one, other = (
                _Node(i, _answer(claims, i, j, kind, group_of)),
                _Node(j, _answer(claims, j, i, kind, group_of)),
            )
            opposed[kind][one].add(other)
            opposed[kind][other].add(one)
    made = (
        _conflict(claims, kind, question, group_of)
        for kind, edges in opposed.items()
        for question in _questions(edges, group_of)
    )
    return tuple(sorted(made, key=lambda conflict: conflict.sides[0][0].key))


@dataclass(frozen=True, slots=True, order=True)
class _Node:
    """A claim, by number, with its answer to one question."""

    claim: int
    answer: Answer


def _answer(claims: ClaimRow, number: int, other: int, kind: ConflictKind, group_of: Mapping[int, Group]) -> Answer:
    claim = claims[number]
    if kind is ConflictKind.NUMBER:
        disputed = _disputed(claim, claims[other])
        assert disputed is not None, "they disagree about a number"
        return Answer(f"{disputed[0].low}/{disputed[0].high}", disputed[0].figure.text, number=disputed[0])
    if kind is ConflictKind.DATE:
        days = days_of(claim) or claim.dates
        return Answer(days[0].value, days[0].text, day=days[0].value)
    told = claim.denies != claims[other].denies
    return Answer(str(claim.denies) if kind is ConflictKind.DENIAL and told else str(group_of[number]))


def _disputed(claim: Claim, other: Claim) -> tuple[Quantity, Quantity] | None:
    """The number of a sentence and the one of the other that contradicts it, or replaces it or is replaced."""
    replaced = replaced_by(claim.quantities, other.quantities, other.rejected)
    replacing = replaced_by(other.quantities, claim.quantities, claim.rejected)
    turned = replacing and (replacing[1], replacing[0])
    return replaced or turned or quantities.contradiction(claim.quantities, other.quantities)


def _questions(edges: Mapping[_Node, set[_Node]], group_of: Mapping[int, Group]) -> Iterator[list[_Node]]:
    """Sets of claims that are bound to each other: by a contradiction, or by one answer of one group."""
    alike: defaultdict[tuple[Group, str], set[_Node]] = defaultdict(set)
    for node in edges:
        alike[group_of[node.claim], node.answer.value].add(node)
    left = set(edges)
    for start in sorted(edges):
        if start not in left:
            continue
        bound, waiting = {start}, [start]
        while waiting:
            node = waiting.pop()
            further = (edges[node] | alike[group_of[node.claim], node.answer.value]) - bound
            bound |= further
            waiting += further
        left -= bound
        yield sorted(bound)


def _conflict(claims: ClaimRow, kind: ConflictKind, nodes: Sequence[_Node], group_of: Mapping[int, Group]) -> Conflict:
    given: dict[str, list[_Node]] = {}
    for node in nodes:
        given.setdefault(node.answer.value, []).append(node)
    numbers = [_side(claims, [node.claim for node in alike], kind, group_of) for alike in given.values()]
    sides = tuple(tuple(claims[number] for number in side) for side in numbers)
    answers = tuple(alike[0].answer for alike in given.values())
    if (
        kind is ConflictKind.NUMBER
        and not is_development([a.number for a in answers if a.number], sides)
        and is_correction(sides[::-1])
    ):
        sides, answers, given = sides[::-1], answers[::-1], dict(reversed(given.items()))
    counts = [answer.number for answer in answers if answer.number]
    wide = [{member for node in alike for member in group_of[node.claim]} for alike in given.values()]
    return Conflict(
        kind,
        _subject(claims, wide, kind),
        sides,
        answers if all(answer.words for answer in answers) else (),
        is_development=kind is ConflictKind.NUMBER and (is_development(counts, sides) or is_correction(sides)),
    )


def _side(claims: ClaimRow, opposed: Sequence[int], kind: ConflictKind, group_of: Mapping[int, Group]) -> list[int]:
    """The reports that contradict the other sides, and those of the same facts that give what these give."""
    members = sorted({member for number in opposed for member in group_of[number]})
    return [
        number
        for number in members
        if number in opposed or any(takes_the_side(claims[number], claims[one], kind) for one in opposed)
    ]


def _subject(claims: ClaimRow, sides: Sequence[set[int]], kind: ConflictKind) -> tuple[str, ...]:
    """The names that all sides hold, else their articles; where they differ about a name, the post first."""
    first = [claims[number] for number in sorted(sides[0])]
    posts = [post.printed for claim in first if (post := claim.post)] if kind is ConflictKind.NAME else []
    names = _shared_names([[claims[number] for number in sorted(side)] for side in sides])
    if not names:
        articles = [sorted({claims.beside(number) for number in side}, key=lambda its: its.start) for side in sides]
        told = [[claims[number] for its in side for number in its] for side in articles]
        names = _shared_names(told)[:LONGEST_SUBJECT]
    return tuple(dict.fromkeys([*posts[:1], *names]))


def _shared_names(sides: Sequence[Sequence[Claim]]) -> list[str]:
    """Names that every side holds, as the first spells them; none that is a word of another one of them."""
    held = [{name.key for claim in side for name in claim.names} for side in sides]
    everywhere = reduce(frozenset.intersection, map(frozenset, held))
    names: dict[str, str] = {}
    for name in (name for claim in sides[0] for name in claim.names if name.key in everywhere):
        names.setdefault(name.key, name.spelling)
    inside = {word for key in names for word in key.split() if word != key}
    return [spelling for key, spelling in names.items() if key not in inside]
