"""Reports of one fact in several articles, and reports that contradict each other.

Takes all articles with their claims and the copies among them; gives groups of sentences that state the same
fact, and conflicts. Never all pairs: sentences meet only through two things that both hold (two names, a name and
a number, a name and a day), so the work grows with the number of articles. Order and result do not depend on the
order of the input.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.analysis.agreement.affairs import affairs
from generator.analysis.agreement.claims import Claim, Pair, is_known_place
from generator.analysis.agreement.comparison import NOTHING, SAME_WORDS, ConflictKind, Verdict, compare
from generator.analysis.agreement.confirmations import confirmations
from generator.analysis.agreement.conflicts import Conflict, conflicts
from generator.analysis.agreement.containment import contained
from generator.analysis.agreement.contradictions import contradictions
from generator.analysis.agreement.meanings import nearest_in_meaning
from generator.analysis.agreement.shared_names import share_names
from generator.analysis.language.embedding import Encoder, encoder, likenesses, remembering
from generator.analysis.language.similarity import Vector, rarities, stems, vector
from generator.edtf import sort_key
from generator.model import Article, stable_id

NEIGHBOURS = 24
CROWDED = 100
NEIGHBOURS_IN_A_CROWD = 8
"""At one place of the index a sentence meets only so many others, the nearest in time; fewer where names meet of which
everybody speaks."""

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
    """All that the articles say about each other."""

    joined: tuple[JoinedClaim, ...]
    conflicts: tuple[Conflict, ...]
    related: tuple[tuple[Claim, Claim], ...]

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
    def superseding(self) -> frozenset[tuple[str, int]]:
        """Article and offset of every sentence with the last of several counts."""
        return frozenset(c.key for one in self.conflicts if one.is_development for c in one.sides[-1])


def compare_reports(
    articles: Sequence[Article], claimed: Mapping[str, Sequence[Claim]], duplicates: Mapping[str, str]
) -> Comparison:
    """What the articles say about each other: the same fact, a contradiction, or something alike.

    ``claimed`` are the claims of each article, by its id.
    """
    ordered = sorted(articles, key=lambda a: (sort_key(a.metadata.published or ""), a.file, a.id))
    claims = share_names([claim for article in ordered for claim in claimed.get(article.id, ())])
    telling = [number for number, claim in enumerate(claims) if _says_something(claim)]
    vectors = _vectors(claims, telling)
    distinctive = distinctive_names(claims, len(ordered), duplicates)
    verdicts = {
        (i, j): verdict
        for i, j in _meetings(claims, telling)
        if (verdict := compare(claims[i], claims[j], distinctive, vectors[i], vectors[j])) != NOTHING
    }
    of_affairs = list(affairs(claims, distinctive, duplicates))
    model = remembering(encoder())
    found = contradictions(claims, of_affairs, model)
    verdicts |= _meant_the_same(claims, verdicts, model)
    verdicts |= _said_alike(confirmations(claims, of_affairs, model, _decided(verdicts)))
    verdicts |= _said_alike(nearest_in_meaning(claims, of_affairs, model, _decided(verdicts)))
    verdicts |= _said_alike(contained(claims, of_affairs, _decided(verdicts)))
    groups = _join(claims, verdicts, found)
    found |= {pair: verdict.conflict for pair, verdict in verdicts.items() if verdict.conflict}
    return Comparison(
        joined=tuple(_joined(claims, members, duplicates) for members in groups if len(members) > 1),
        conflicts=conflicts(claims, groups, _outside(groups, found)),
        related=tuple((claims[i], claims[j]) for (i, j), verdict in sorted(verdicts.items()) if verdict.related),
    )


def distinctive_names(claims: Sequence[Claim], articles: int, duplicates: Mapping[str, str]) -> frozenset[str]:
    """Keys of the names that few of the ``articles`` mention, copies counted once."""
    voices = {(name.key, duplicates.get(claim.article, claim.article)) for claim in claims for name in claim.names}
    spread = Counter(key for key, _ in voices)
    places = {name.key for claim in claims for name in claim.names if is_known_place(name)}
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


def _meant_the_same(
    claims: Sequence[Claim], verdicts: Mapping[Pair, Verdict], model: Encoder | None
) -> dict[Pair, Verdict]:
    """Pairs in two languages of which only the meaning shows that they state the same; none without an encoder."""
    asked = [pair for pair, verdict in verdicts.items() if verdict.same_if_meant] if model else []
    alike = likenesses(model, [(claims[i].text, claims[j].text) for i, j in asked]) if model else []
    return {
        pair: Verdict(same=True, strength=meaning)
        for pair, meaning in zip(asked, alike, strict=True)
        if meaning >= SAME_WORDS
    }


def _outside(groups: Sequence[tuple[int, ...]], found: Mapping[Pair, ConflictKind]) -> dict[Pair, ConflictKind]:
    """The contradictions between sentences that are not said to state one fact."""
    group_of = {member: members for members in groups for member in members}
    return {(i, j): kind for (i, j), kind in found.items() if group_of[i] is not group_of[j]}


def _vectors(claims: Sequence[Claim], telling: Sequence[int]) -> dict[int, Vector]:
    texts = {number: stems(claims[number].words) for number in telling}
    rarity = rarities(texts.values())
    return {number: vector(text, rarity) for number, text in texts.items()}


def _meetings(claims: Sequence[Claim], telling: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of sentences of different articles that hold two things in common, each pair once, in order.

    A change and the post that it is of are two things.
    """
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number in telling:
        claim = claims[number]
        names = sorted({f"n:{name.key}" for name in claim.names})
        others = sorted({f"f:{f.value}" for f in claim.figures} | {f"d:{d.value}" for d in claim.dates})
        for pair in combinations(names, 2):
            index[pair].append(number)
        for name in names:
            for other in others:
                index[name, other].append(number)
        if claim.post is not None:
            index[claim.post.key].append(number)
    met: set[tuple[int, int]] = set()
    for members in index.values():
        neighbours = NEIGHBOURS if len(members) <= CROWDED else NEIGHBOURS_IN_A_CROWD
        for place, i in enumerate(members):
            for j in members[place + 1 : place + 1 + neighbours]:
                if claims[i].article != claims[j].article:
                    met.add((i, j))
    return iter(sorted(met))


def _join(
    claims: Sequence[Claim], verdicts: Mapping[Pair, Verdict], contradicting: Container[Pair]
) -> list[tuple[int, ...]]:
    """Groups, strongest pairs first; a group never holds two sentences that contradict or two of one article."""
    group = {number: [number] for number in range(len(claims))}
    pairs = sorted((-verdict.strength, pair) for pair, verdict in verdicts.items() if verdict.same)
    for _, (i, j) in pairs:
        ours, theirs = group[i], group[j]
        if ours is theirs or not _may_join(claims, ours, theirs, verdicts, contradicting):
            continue
        merged = sorted(ours + theirs)
        for member in merged:
            group[member] = merged
    return sorted({tuple(members) for members in group.values()})


def _may_join(
    claims: Sequence[Claim],
    ours: list[int],
    theirs: list[int],
    verdicts: Mapping[Pair, Verdict],
    contradicting: Container[Pair],
) -> bool:
    for i in ours:
        for j in theirs:
            if claims[i].article == claims[j].article:
                return False
            pair = (min(i, j), max(i, j))
            verdict = verdicts.get(pair)
            if pair in contradicting or (verdict is not None and verdict.conflict is not None):
                return False
    return True


def _joined(claims: Sequence[Claim], members: Sequence[int], duplicates: Mapping[str, str]) -> JoinedClaim:
    found = tuple(claims[number] for number in members)
    return JoinedClaim(claims=found, voices=len({duplicates.get(c.article, c.article) for c in found}))
