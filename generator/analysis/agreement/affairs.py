"""Which articles tell of one affair: they share two distinctive names and were published within days of each other.

Takes the claims of all articles and what is distinctive in the corpus; gives pairs of articles, never all pairs: they
meet through a name that both hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from generator.analysis.actors.places import country_of
from generator.analysis.agreement.claims import Claim
from generator.edtf import days_between
from generator.model import ActorKind

SHARED_NAMES = 2
SHARED_NAMES_UNDATED = 3
"""So many distinctive names two articles on one affair share; more, where it is not known when one was published."""

GIVEN_NAMES_ALIKE = 0.5
"""Less alike than this, two given names before one surname are of two people; as transliterated, so without accents."""

DAYS_APART = 10
"""So near each other two articles on one affair were published, where both dates are known."""


@dataclass(frozen=True, slots=True)
class Affair:
    """Two articles on one affair: their claims by number, in order, and the distinctive names that only one holds."""

    first: Sequence[int]
    second: Sequence[int]
    unshared: frozenset[str]

    def are_rivals(self, one: Claim, other: Claim) -> bool:
        """Whether two sentences name each another place, or another man, of whom the other's article knows nothing.

        A city may stand for its country: "Baku summoned the ambassador".
        """
        return bool(self._kinds_of_its_own(one, other) & self._kinds_of_its_own(other, one))

    def _kinds_of_its_own(self, claim: Claim, other: Claim) -> frozenset[ActorKind]:
        theirs = other.name_keys | {country_of(name.key) for name in other.names}
        return frozenset(
            name.kind
            for name in claim.names
            if name.key in self.unshared and name.key not in theirs and country_of(name.key) not in theirs
        )


def affairs(claims: Sequence[Claim], distinctive: Set[str], duplicates: Mapping[str, str]) -> Iterator[Affair]:
    """Every two articles on one affair, in the order of the claims; copies of each other are left out.

    The claims of one article follow each other.
    """
    by_article: dict[str, range] = {}
    named: dict[str, frozenset[str]] = {}
    published: dict[str, str] = {}
    end = 0
    for article, told in groupby(claims, key=lambda claim: claim.article):
        its = list(told)
        start, end = end, end + len(its)
        by_article[article] = range(start, end)
        named[article] = frozenset(key for claim in its for key in claim.name_keys) & distinctive
        published[article] = its[0].published
    for one, other in _meetings(named):
        copies = duplicates.get(one, one) == duplicates.get(other, other)
        if not copies and of_one_affair(named[one] & named[other], published[one], published[other]):
            yield Affair(by_article[one], by_article[other], _unshared(named[one], named[other]))


def of_one_affair(shared: Set[str], one: str, other: str) -> bool:
    """Whether two articles tell of one affair, by the names they share and when each was published (EDTF)."""
    apart = days_between(one, other)
    if apart is None:
        return len(shared) >= SHARED_NAMES_UNDATED
    return len(shared) >= SHARED_NAMES and apart <= DAYS_APART


def _unshared(one: Set[str], other: Set[str]) -> frozenset[str]:
    """Names that only one holds, and of which no name of the other may be another spelling."""
    words = [{word for key in keys for word in key.split()} for keys in (one, other)]
    return frozenset(
        key
        for key in one ^ other
        if not words[key in one].intersection(key.split())
        or not any(_may_be_one(key, its) for its in (other if key in one else one))
    )


def _may_be_one(one: str, other: str) -> bool:
    """Whether two names share a word, and not just a surname behind given names that are unlike."""
    words, others = one.split(), other.split()
    if not set(words) & set(others):
        return False
    if min(len(words), len(others)) < 2 or words[-1] != others[-1]:
        return True
    given, its = words[0], others[0]
    shortened = given.startswith(its) or its.startswith(given)
    return shortened or SequenceMatcher(None, given, its, autojunk=False).ratio() >= GIVEN_NAMES_ALIKE


def _meetings(named: Mapping[str, Set[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of articles with a name in common, in the order of the articles."""
    at: defaultdict[str, list[int]] = defaultdict(list)
    articles = list(named)
    for place, article in enumerate(articles):
        for key in named[article]:
            at[key].append(place)
    for place, article in enumerate(articles):
        for other in sorted({met for key in named[article] for met in at[key] if met > place}):
            yield article, articles[other]
