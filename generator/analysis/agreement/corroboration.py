"""Reports of one fact in several articles, and reports that contradict each other.

Takes all articles with their claims and the copies among them; gives groups of sentences that state the same
fact, and conflicts. Never all pairs: sentences meet only through two things that both hold (two names, a name and
a number, a name and a day), so the work grows with the number of articles. Order and result do not depend on the
order of the input.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, groupby, product
from pathlib import Path

from generator.analysis.agreement.affairs import affairs
from generator.analysis.agreement.claims import Claim, ClaimRow, Key, Pair, is_known_place
from generator.analysis.agreement.comparison import NOTHING, SAME_WORDS, ConflictKind, Verdict, compare
from generator.analysis.agreement.confirmations import confirmations
from generator.analysis.agreement.conflicts import Conflict, conflicts
from generator.analysis.agreement.containment import contained
from generator.analysis.agreement.contradictions import contradictions
from generator.analysis.agreement.developments import is_correction
from generator.analysis.agreement.likenesses import Likenesses
from generator.analysis.agreement.meanings import nearest_in_meaning
from generator.analysis.agreement.one_count import tell_one_count
from generator.analysis.agreement.recurring import Boxes, Holders, Recurring
from generator.analysis.agreement.related import related
from generator.analysis.agreement.shared_names import share_names
from generator.analysis.language.embedding import encoder
from generator.analysis.language.similarity import rarity_of, stems, vector
from generator.edtf import sort_key
from generator.model import Article, stable_id
from generator.on_demand import OnDemand

NEIGHBOURS = 24
CROWDED = 100
NEIGHBOURS_IN_A_CROWD = 8
"""At one place of the index a sentence meets only so many others, the nearest in time; fewer where names meet of which
everybody speaks."""

VECTORS_HELD = 10_000

DISTINCTIVE_SHARE = 0.4
MOST_DISTINCTIVE = 12
"""A known place is distinctive in at most this share of the articles; no name is in more articles than this. In fewer
any other name is: a small dossier may be about one event."""

ALWAYS_DISTINCTIVE_PLACES = 3
"""In so few articles a known place is distinctive in any case."""


@dataclass(frozen=True, slots=True)
class JoinedClaim:
    """Sentences that state one fact, earliest report first. ``voices`` counts independent reports: copies are one."""

    claims: tuple[Claim, ...]
    voices: int

    @property
    def id(self) -> str:
        """Depends on the articles and their words alone."""
        return stable_id("j", *(f"{claim.article}:{claim.text}" for claim in self.claims))


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that the articles say about each other; ``related`` are sentences by article and offset."""

    joined: tuple[JoinedClaim, ...]
    conflicts: tuple[Conflict, ...]
    related: tuple[tuple[Key, Key], ...]

    @property
    def disputed(self) -> frozenset[tuple[str, int]]:
        """Article and offset of every sentence on a side of a conflict, or with a count that later ones replace."""
        return self.superseded | frozenset(
            c.key for one in self.conflicts if not one.is_development for side in one.sides for c in side
        )

    @property
    def superseded(self) -> frozenset[tuple[str, int]]:
        """Article and offset of every sentence with a count that later reports replace."""
        return frozenset(c.key for one in self.conflicts if one.is_development for side in one.sides[:-1] for c in side)

    @property
    def corrected_numbers(self) -> frozenset[tuple[str, int]]:
        """Article and offset of every number that a later report says is wrong, there and here; no toll that rose."""
        replacing = [one for one in self.conflicts if one.is_development and is_correction(one.sides)]
        told = [claim for one in replacing for side in one.sides for claim in side]
        rejected = ((claim.article, number.figure.start) for claim in told for number in claim.rejected)
        given = (
            (claim.article, number.figure.start)
            for one in replacing
            for side, answer in zip(one.sides[:-1], one.answers[:-1], strict=False)
            for claim in side
            for number in claim.quantities
            if answer.number and (number.low, number.high) == (answer.number.low, answer.number.high)
        )
        return frozenset(given).union(rejected)

    @property
    def superseding(self) -> frozenset[tuple[str, int]]:
        """Article and offset of every sentence with the last of several counts."""
        return frozenset(c.key for one in self.conflicts if one.is_development for c in one.sides[-1])


def compare_reports(
    articles: Sequence[Article],
    claimed: Mapping[str, Sequence[Claim]],
    duplicates: Mapping[str, str],
    kept: Path | None = None,
) -> Comparison:
    """What the articles say about each other: the same fact, a contradiction, or something alike.

    ``claimed`` are the claims of each article, by its id; ``kept`` is a folder for results between runs.
    """
    ordered = sorted(articles, key=lambda a: (sort_key(a.metadata.published or ""), a.file, a.id))
    told = OnDemand(dict.fromkeys(a.id for a in ordered if a.id in claimed), claimed.__getitem__, held=0)
    claims = ClaimRow(share_names(told))
    distinctive = distinctive_names(claims, len(ordered), duplicates)
    verdicts = _compared(claims, distinctive)
    model = encoder()
    likenesses = Likenesses(claims, model, kept) if model else None
    of_affairs = list(affairs(claims, distinctive, duplicates, likenesses))
    by_names = [affair for affair in of_affairs if affair.by_names]
    found = contradictions(claims, of_affairs, likenesses)
    verdicts |= _meant_the_same(verdicts, likenesses)
    verdicts |= _said_alike(confirmations(claims, by_names, likenesses, _decided(verdicts)))
    verdicts |= _said_alike(nearest_in_meaning(claims, of_affairs, likenesses, _decided(verdicts)))
    verdicts |= _said_alike(tell_one_count(claims, of_affairs, likenesses, _decided(verdicts)))
    verdicts |= _said_alike(contained(claims, by_names, _decided(verdicts)))
    groups = _join(claims, verdicts, found)
    found |= {pair: verdict.conflict for pair, verdict in verdicts.items() if verdict.conflict}
    beside = related(claims, of_affairs, likenesses, frozenset((*_decided(verdicts), *found)))
    beside |= {pair for pair, verdict in verdicts.items() if verdict.related}
    return Comparison(
        joined=tuple(_joined(claims, members, duplicates) for members in groups),
        conflicts=conflicts(claims, groups, _outside(groups, found)),
        related=tuple((claims[i].key, claims[j].key) for i, j in sorted(beside)),
    )


def distinctive_names(claims: Iterable[Claim], articles: int, duplicates: Mapping[str, str]) -> frozenset[str]:
    """Keys of the names that few of the ``articles`` mention, copies counted once.

    The claims of one article follow each other.
    """
    spread: Counter[str] = Counter()
    places: set[str] = set()
    copied: dict[str, set[str]] = {original: set() for original in duplicates.values()}
    for article, told in groupby(claims, key=lambda claim: claim.article):
        names = [name for claim in told for name in claim.names]
        places |= {name.key for name in names if is_known_place(name)}
        counted = copied.get(duplicates.get(article, article), set())
        new = {name.key for name in names} - counted
        spread.update(new)
        counted |= new
    of_places = max(ALWAYS_DISTINCTIVE_PLACES, min(MOST_DISTINCTIVE, int(articles * DISTINCTIVE_SHARE)))
    return frozenset(
        key for key, count in spread.items() if count <= (of_places if key in places else MOST_DISTINCTIVE)
    )


def _says_something(claim: Claim) -> bool:
    found = len(claim.names) + len(claim.figures) + len(claim.dates)
    return bool(claim.names) and (found >= 2 or claim.post is not None)


def _decided(verdicts: Mapping[Pair, Verdict]) -> frozenset[Pair]:
    """The pairs of which it is known whether they agree."""
    return frozenset(pair for pair, verdict in verdicts.items() if verdict.same or verdict.conflict)


def _said_alike(found: Mapping[Pair, float]) -> dict[Pair, Verdict]:
    return {pair: Verdict(same=True, strength=alike) for pair, alike in found.items()}


def _meant_the_same(verdicts: Mapping[Pair, Verdict], likenesses: Likenesses | None) -> dict[Pair, Verdict]:
    """Pairs in two languages of which only the meaning shows that they state the same; none without an encoder."""
    asked = (pair for pair, verdict in verdicts.items() if verdict.same_if_meant) if likenesses else ()
    return {
        pair: Verdict(same=True, strength=meaning)
        for pair in asked
        if likenesses and (meaning := likenesses.of(pair)) >= SAME_WORDS
    }


def _outside(groups: Sequence[tuple[int, ...]], found: Mapping[Pair, ConflictKind]) -> dict[Pair, ConflictKind]:
    """The contradictions between sentences that are not said to state one fact."""
    group_of = {member: members for members in groups for member in members}
    return {(i, j): kind for (i, j), kind in found.items() if i not in group_of or group_of[i] is not group_of.get(j)}


def _compared(claims: ClaimRow, distinctive: Set[str]) -> dict[Pair, Verdict]:
    """The verdict on each two sentences that have something to say to each other."""
    words, things, sentences = Boxes(), Boxes(), 0
    for claim in filter(_says_something, claims):
        words.add(map(hash, frozenset(stems(claim.words))))
        things.add(_things(claim))
        sentences += 1
    rarity = _Rarities(words.recurring(), sentences)
    vector_of = lru_cache(maxsize=VECTORS_HELD)(lambda number: vector(stems(claims[number].words), rarity))
    return {
        (i, j): verdict
        for i, one, met in _meetings(claims, things.recurring())
        for j in met
        if (verdict := compare(one, claims[j], distinctive, vector_of(i), vector_of(j))) != NOTHING
    }


@dataclass(frozen=True, slots=True)
class _Rarities:
    """Of each stem of some sentences the inverse document frequency; one that stands in one alone takes no room."""

    recurring: Recurring
    sentences: int

    def get(self, stem: str, _: float, /) -> float:
        return rarity_of(self.recurring.times(hash(stem)), self.sentences)


def _things(claim: Claim) -> frozenset[int]:
    """What two sentences of different articles meet through: two names, a name and a number or day, a post.

    A change and the post that it is of are two things.
    """
    names = sorted(f"n:{key}" for key in claim.name_keys)
    others = sorted({f"f:{f.value}" for f in claim.figures} | {f"d:{d.value}" for d in claim.dates})
    post = [claim.post.key] if claim.post is not None else []
    return frozenset(map(hash, (*combinations(names, 2), *product(names, others), *post)))


def _meetings(claims: ClaimRow, recurring: Recurring) -> Iterator[tuple[int, Claim, Sequence[int]]]:
    """Each sentence by number, with those behind it that hold two things in common with it, of other articles."""
    holders = Holders(recurring, (_places(claim, recurring) for claim in claims))
    for i, claim in enumerate(claims):
        met: set[int] = set()
        for place in _places(claim, recurring):
            crowded = holders.count(place) > CROWDED
            met.update(holders.after(place, i, NEIGHBOURS_IN_A_CROWD if crowded else NEIGHBOURS))
        yield i, claim, sorted(met.difference(claims.beside(i)))


def _places(claim: Claim, recurring: Recurring) -> Sequence[int]:
    return recurring.places(_things(claim)) if _says_something(claim) else ()


def _join(claims: ClaimRow, verdicts: Mapping[Pair, Verdict], contradicting: Container[Pair]) -> list[tuple[int, ...]]:
    """Groups of several, strongest pairs first; none holds two sentences that contradict or two of one article."""
    group: dict[int, list[int]] = {}
    pairs = sorted((-verdict.strength, pair) for pair, verdict in verdicts.items() if verdict.same)
    for _, (i, j) in pairs:
        ours, theirs = group.get(i, [i]), group.get(j, [j])
        if ours is theirs or not _may_join(claims, ours, theirs, verdicts, contradicting):
            continue
        merged = sorted(ours + theirs)
        for member in merged:
            group[member] = merged
    return sorted({tuple(members) for members in group.values()})


def _may_join(
    claims: ClaimRow,
    ours: list[int],
    theirs: list[int],
    verdicts: Mapping[Pair, Verdict],
    contradicting: Container[Pair],
) -> bool:
    for i in ours:
        for j in theirs:
            if j in claims.beside(i):
                return False
            pair = (min(i, j), max(i, j))
            verdict = verdicts.get(pair)
            if pair in contradicting or (verdict is not None and verdict.conflict is not None):
                return False
    return True


def _joined(claims: ClaimRow, members: Sequence[int], duplicates: Mapping[str, str]) -> JoinedClaim:
    found = tuple(claims[number] for number in members)
    return JoinedClaim(claims=found, voices=len({duplicates.get(c.article, c.article) for c in found}))
