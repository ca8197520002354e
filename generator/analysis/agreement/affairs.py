"""Which articles tell of one affair: they share two distinctive names and were published within days of each other.

What befell people in a place is as good as a second name where the head of both counts it, be it with other numbers;
so is a number that few articles print, and two such numbers are as good as names, which do not meet across scripts.
So is the one day of which both tell first, of one name that both hold. A name alone, be it in another case or language
("Karlandii", "Karlandia"), or a number alone binds them where their heads mean much the same.

Takes the claims of all articles and what is distinctive in the corpus; gives pairs of articles, never all pairs: they
meet through a name, number or day that both hold.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import groupby

from generator.analysis.actors.places import country_of
from generator.analysis.agreement.claims import Claim
from generator.analysis.agreement.likenesses import Likenesses
from generator.analysis.agreement.signs import Signs, signs_of
from generator.analysis.agreement.strangers import strangers
from generator.analysis.language.embedding import LANGUAGES
from generator.edtf import days_between
from generator.model import ActorKind

SHARED_NAMES = 2
SHARED_NAMES_UNDATED = 3
"""So many distinctive names two articles on one affair share; more, where it is not known when one was published."""

DAYS_APART = 10
"""So near each other two articles on one affair were published, where both dates are known."""

DAYS_APART_WITHOUT_NAMES = 3
"""The same, where numbers or a day bind them more than names do."""

NUMBERS_FOR_NAMES = 2
SHARED_BY_MOST = 12
"""So many numbers make up for names; one that more articles print is of many affairs."""

COUNTS_WITH_A_NAME = 2
MANY = 20
"""So many counts, as of the dead and of the injured, are as good as a rare number beside a name, however small; one of
them so large where the name is a place that everybody knows."""

HEAD_SENTENCES = 2
ONE_THING = 0.55
SEVERAL_THINGS = 0.45
NAME_AND_NUMBER = 0.30
"""So alike in meaning (cosine) are the heads of two articles on one affair that share one name or number; two of them;
a name and a number. The two sentences that are most alike tell: a summary may stand before the lead."""

BEGINNINGS_FOR_MEANING = 3
BEGINNINGS_AND_A_DAY = 2
"""So many beginnings of names two articles share, where the encoder does not know the language of one, less where their
leads tell of one day."""

WORDS_SHARED = 3
HEADS_IN_ONE_LANGUAGE = 0.50
MANY_WORDS_SHARED = 5
"""So many long words that few articles hold share the heads of two articles in one language, and so alike they are, in
articles of a day; so many, where their leads tell of one day, or where the encoder does not know the language."""

LEADS_APART = 0
"""Leads that tell of days further apart tell of two events: a town has a fire on Sunday and another one on Monday."""


@dataclass(frozen=True, slots=True)
class Affair:
    """Two articles on one affair: their claims by number, in order, and the distinctive names that only one holds.

    ``by_names`` is false where a number, a day or their heads bind them: what binds must not show that a fact is one,
    too; ``by_number`` says that a number or a day does. ``by_what_befell`` is true where one name and what befell
    people do, of which two accidents may tell.
    """

    first: Sequence[int]
    second: Sequence[int]
    unshared: frozenset[str]
    by_names: bool = True
    by_number: bool = False
    by_what_befell: bool = False

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


def affairs(
    claims: Sequence[Claim],
    distinctive: Set[str],
    duplicates: Mapping[str, str],
    likenesses: Likenesses | None = None,
) -> Iterator[Affair]:
    """Every two articles on one affair, in the order of the claims; copies of each other are left out.

    The claims of one article follow each other. Without ``likenesses`` nothing is known of what heads mean.
    """
    articles = _articles(claims, distinctive)
    common, binding = _common_and_binding(articles.values())
    by_words = _meetings_in_words({article: told.words for article, told in articles.items()})
    for one, other in _meetings(
        {article: binding.intersection(told.keys) for article, told in articles.items()}, by_words
    ):
        first, second = articles[one], articles[other]
        if duplicates.get(one, one) == duplicates.get(other, other):
            continue
        by_names = of_one_affair(_both(first.names, second.names), first.published, second.published)
        if by_names or _tell_of_one(first, second, common):
            yield _affair(first, second, by_names=by_names, by_number=not by_names)
        elif _tell_what_befell(first, second):
            yield _affair(first, second, by_what_befell=True)
        elif likenesses and _heads_mean_one(first, second, common, likenesses):
            yield _affair(first, second)
        elif likenesses and other in by_words.get(one, {}):
            affair = _affair(first, second)
            leads = (claims[numbers[0]] for numbers in (affair.first, affair.second))
            if not affair.are_rivals(*leads) and _tell_it_in_one_language(
                first, second, by_words[one][other], likenesses
            ):
                yield affair


def _articles(claims: Sequence[Claim], distinctive: Set[str]) -> Mapping[str, Signs]:
    articles: dict[str, Signs] = {}
    end = 0
    for article, told in groupby(claims, key=lambda claim: claim.article):
        its = list(told)
        start, end = end, end + len(its)
        articles[article] = signs_of(its, start, distinctive)
    return articles


def _common_and_binding(articles: Collection[Signs]) -> tuple[frozenset[str], frozenset[str]]:
    """The numbers and days of too many articles, and the keys besides that several hold: others bind nobody."""
    spread = Counter(key for told in articles for key in told.keys)
    counted = (key for told in articles for key in (*told.numbers, *told.heads, *told.stems, *told.opening))
    common = frozenset(key for key in counted if spread[key] > SHARED_BY_MOST)
    return common, frozenset(key for key, count in spread.items() if count > 1) - common


def _tell_of_one(one: Signs, other: Signs, common: Set[str]) -> bool:
    """Whether they share a name and a rare number, numbers alone, or what they tell first of one day."""
    names, numbers = _both(one.names, other.names), _both(one.numbers, other.numbers) - common
    apart = days_between(one.published, other.published)
    if apart is None or apart > DAYS_APART:
        return False
    if names and numbers:
        return True
    if apart > DAYS_APART_WITHOUT_NAMES:
        return False
    counts = bool(names) and _count_the_same(_both(one.counts, other.counts), names)
    return bool(counts or len(numbers) >= NUMBERS_FOR_NAMES or _both(one.heads, other.heads) - common)


def _count_the_same(counts: Set[str], names: Set[str]) -> bool:
    """Whether so many counts are not equal by chance: a country that both name has several accidents a day."""
    told_apart = not all(name.startswith("place-") for name in names)
    many = any(float(count.split()[1]) >= MANY for count in counts)
    return len(counts) >= COUNTS_WITH_A_NAME and (told_apart or many)


def _tell_what_befell(one: Signs, other: Signs) -> bool:
    """Whether their heads count people whom one kind of harm befell in one place that few articles name."""
    apart = days_between(one.published, other.published)
    near = apart is not None and apart <= DAYS_APART_WITHOUT_NAMES
    return near and bool(_both(one.befell, other.befell))


def _heads_mean_one(one: Signs, other: Signs, common: Set[str], likenesses: Likenesses) -> bool:
    """Whether they share a name, in whatever case, or a number, and their heads mean much the same; not of two days."""
    apart = days_between(one.published, other.published)
    if apart is None or apart > DAYS_APART_WITHOUT_NAMES:
        return False
    stems, numbers, opening = (
        _both(*both) - common
        for both in ((one.stems, other.stems), (one.numbers, other.numbers), (one.opening, other.opening))
    )
    if not (stems or numbers or opening or _both(one.names, other.names)):
        return False
    if _lead_days_apart(one, other) > LEADS_APART:
        return False
    enough = BEGINNINGS_AND_A_DAY if _both(one.lead_days, other.lead_days) else BEGINNINGS_FOR_MEANING
    if len(stems) >= enough and not {one.language, other.language} <= LANGUAGES:
        return True
    needed = SEVERAL_THINGS if len(stems) + len(numbers) > 1 else ONE_THING
    needed = NAME_AND_NUMBER if stems and numbers else needed
    first, second = (told.numbers_of_claims[:HEAD_SENTENCES] for told in (one, other))
    return likenesses.are_heads_alike(first, second, needed)


def _tell_it_in_one_language(one: Signs, other: Signs, words_shared: int, likenesses: Likenesses) -> bool:
    """Whether heads that share so many words tell of one thing: what a language calls it takes the place of names."""
    apart = days_between(one.published, other.published)
    if apart is None or apart > 1 or _lead_days_apart(one, other) > LEADS_APART:
        return False
    if words_shared >= MANY_WORDS_SHARED and (one.language not in LANGUAGES or _both(one.lead_days, other.lead_days)):
        return True
    first, second = (told.numbers_of_claims[:HEAD_SENTENCES] for told in (one, other))
    return likenesses.are_heads_alike(first, second, HEADS_IN_ONE_LANGUAGE)


def _lead_days_apart(one: Signs, other: Signs) -> int:
    """How many days lie between the days of which the leads tell, at least; 0 where one tells of none that is past.

    A day that lies ahead is one of a plan, and may be what the two disagree about.
    """
    days, others = ([day for day in told.lead_days if day <= told.published] for told in (one, other))
    return min((days_between(day, its) or 0 for day in days for its in others), default=0)


def _both(one: Sequence[str], other: Sequence[str]) -> frozenset[str]:
    """What stands in both rows."""
    return frozenset(one).intersection(other)


def of_one_affair(shared: Set[str], one: str, other: str) -> bool:
    """Whether two articles tell of one affair, by the names they share and when each was published (EDTF)."""
    apart = days_between(one, other)
    if apart is None:
        return len(shared) >= SHARED_NAMES_UNDATED
    return len(shared) >= SHARED_NAMES and apart <= DAYS_APART


def _affair(
    first: Signs, second: Signs, *, by_names: bool = False, by_number: bool = False, by_what_befell: bool = False
) -> Affair:
    unshared = strangers((first.names, first.language), (second.names, second.language))
    told = (first.numbers_of_claims, second.numbers_of_claims, unshared)
    return Affair(*told, by_names=by_names, by_number=by_number, by_what_befell=by_what_befell)


def _meetings(named: Mapping[str, Set[str]], by_words: Mapping[str, Mapping[str, int]]) -> Iterator[tuple[str, str]]:
    """Pairs of articles with a name, number or day in common, or with many words, in the order of the articles."""
    at: defaultdict[str, list[int]] = defaultdict(list)
    articles = list(named)
    place_of = {article: place for place, article in enumerate(articles)}
    for place, article in enumerate(articles):
        for key in named[article]:
            at[key].append(place)
    for place, article in enumerate(articles):
        met = {met for key in named[article] for met in at[key] if met > place}
        for other in sorted(met.union(place_of[its] for its in by_words.get(article, {}))):
            yield article, articles[other]


def _meetings_in_words(words: Mapping[str, Sequence[str]]) -> Mapping[str, Mapping[str, int]]:
    """For each article those behind it that share enough words with it which few articles hold, and how many."""
    spread = Counter(word for told in words.values() for word in told)
    holders: defaultdict[str, list[str]] = defaultdict(list)
    found: dict[str, dict[str, int]] = {}
    for article in reversed(list(words)):
        rare = [word for word in words[article] if 1 < spread[word] <= SHARED_BY_MOST]
        shared = Counter(other for word in rare for other in holders[word])
        many = {other: count for other, count in shared.items() if count >= WORDS_SHARED}
        if many:
            found[article] = many
        for word in rare:
            holders[word].append(article)
    return found
