"""What an article has that another one on its affair may have too: names, numbers, days, beginnings of names.

Takes the claims of an article and what is distinctive in the corpus; gives its ``Signs``, each a short text of its own
kind, so that no number is taken for a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from sys import intern

from generator.analysis.agreement.claims import WORD, Claim, fold_name, is_known_place
from generator.analysis.agreement.counted import BEFELL, RISING
from generator.analysis.agreement.quantities import is_rare_number, is_telling_count
from generator.analysis.language.similarity import stems
from generator.edtf import days_between, is_day
from generator.model import ActorKind

STEM_LETTERS = 5
SHORTEST_STEM = 5
"""Words of names, at least so long, meet by their first letters, so many or all but one, whatever their ending."""

HEAD = 3
"""So many sentences tell first what an article is about; a summary may stand before the lead."""

LONG_WORD = 5
FEWEST_DIGITS = 2
"""So long is a word of a head through which articles of one language meet, and a number without zeros behind it."""

NEWS_DAYS = 3
"""A day so near its article is news."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What an article has that another one on its affair may have too.

    ``numbers`` are the rare ones, ``counts`` those of people whom something befell, ``heads`` each day that its head
    tells of with a name or number told of it, ``befell`` each place that everybody does not know with the kinds of harm
    that a sentence of its head counts there, ``opening`` each count of its lead with the day that the lead tells of,
    ``words`` the stems of the long words of its head, with its language.
    All articles are held at once: a row takes a third of a set.
    """

    numbers_of_claims: range
    language: str
    published: str
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    counts: tuple[str, ...]
    heads: tuple[str, ...]
    befell: tuple[str, ...]
    stems: tuple[str, ...]
    lead_days: tuple[str, ...]
    opening: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def keys(self) -> frozenset[str]:
        """All through which articles meet; what was counted or told of a day binds beside one of these."""
        return frozenset((*self.names, *self.numbers, *self.heads, *self.stems, *self.opening))


def signs_of(told: Sequence[Claim], start: int, distinctive: Set[str]) -> Signs:
    """The signs of one article by its claims, of which the first has the number ``start``."""
    return Signs(
        range(start, start + len(told)),
        told[0].language,
        told[0].published,
        _packed(key for claim in told for key in claim.name_keys & distinctive),
        _packed(number for claim in told for number in _numbers(claim)),
        _packed(count for claim in told for count in _counts(claim)),
        _packed(key for claim in told[:HEAD] for key in _of_the_day(claim, distinctive)),
        _packed(place for claim in told[:HEAD] for place in _befell(claim, distinctive)),
        _packed(stem for claim in told for stem in _stems(claim, distinctive)),
        _packed(date.value for date in told[0].dates if is_day(date.value)),
        _packed(_opening(told[0])),
        _packed(word for claim in told[:HEAD] for word in _words(claim)),
    )


def _packed(keys: Iterable[str]) -> tuple[str, ...]:
    """Keys, each once and held once for all articles."""
    return tuple(map(intern, dict.fromkeys(keys)))


def _numbers(claim: Claim) -> Iterator[str]:
    """Its rare numbers, marked so that none is taken for a name; what is counted is printed differently."""
    yield from (
        f"#{quantity.low} {quantity.figure.unit if quantity.is_measured else ''}"
        for quantity in claim.quantities
        if is_rare_number(quantity)
    )


def _counts(claim: Claim) -> Iterator[str]:
    """Each number of people whom something befell: "dead 14"; few, as "dead 1", many accidents have."""
    yield from (
        f"{number.kind} {number.low}" for number in claim.quantities if number.kind in RISING and number.low > 1
    )


def _of_the_day(claim: Claim, distinctive: Set[str]) -> Iterator[str]:
    """Each name or rare number of a sentence with each day of news that it tells of."""
    for date in claim.dates:
        apart = days_between(date.value, claim.published)
        news = apart is not None and apart <= NEWS_DAYS
        if news and is_day(date.value):
            yield from (f"@{date.value} {thing}" for thing in {*(claim.name_keys & distinctive), *_numbers(claim)})


def _opening(claim: Claim) -> Iterator[str]:
    """Each telling count of a sentence with each day that it tells of."""
    counts = {number.low for number in claim.quantities if is_telling_count(number.figure)}
    days = {date.value for date in claim.dates if is_day(date.value)}
    yield from (f"={day} {count}" for day in sorted(days) for count in sorted(counts))


def _stems(claim: Claim, distinctive: Set[str]) -> Iterator[str]:
    """The first letters of each long word of a name, marked so that none is taken for a name."""
    for name in claim.names:
        if name.key in distinctive and not name.known and name.key.isascii():
            words = (word for word in name.key.split() if len(word) >= SHORTEST_STEM)
            yield from (f"~{word[: min(STEM_LETTERS, len(word) - 1)]}" for word in words)


def _words(claim: Claim) -> Iterator[str]:
    """The stems of its long words but for those of dates, and its numbers, marked with their language."""
    dates = {fold_name(word) for date in claim.dates for word in WORD.findall(date.text)}
    for word in stems(claim.words):
        told = len(word.strip("0")) >= FEWEST_DIGITS if word.isdigit() else len(word) >= LONG_WORD
        if told and not any(date.startswith(word) for date in dates):
            yield f"{claim.language}:{word}"


def _befell(claim: Claim, distinctive: Set[str]) -> Iterator[str]:
    """Each place of a sentence with each kind of harm that it counts."""
    kinds = {quantity.kind for quantity in claim.quantities if quantity.kind} & BEFELL
    for name in claim.names if kinds else ():
        if name.kind is ActorKind.PLACE and not is_known_place(name) and name.key in distinctive:
            yield from (f"{name.key} {kind}" for kind in sorted(kinds))
