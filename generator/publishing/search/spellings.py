"""Ways of writing one thing that a query may hold any of: names, months, and the words of large numbers.

Takes entries, the vocabulary's actors and the languages spoken in the dossier; gives folded spellings in a stated
order. Promises: linear time, and no spelling twice for one thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.analysis.figures.number_words import number_words
from generator.languages.cldr import locale_of
from generator.model import Actor, Theme
from generator.publishing.search.entry import Entry, EntryKind
from generator.publishing.search.words import words_of

NO_ENTRY = -1
SHORTEST_SCALE = 2  # "m" for a million is a word of its own in many a text
MONTHS = 12


def name_spellings(found: Sequence[Entry], actors: Sequence[Actor]) -> Iterator[tuple[int, list[str]]]:
    """Number of an entry and the spellings of what it names; ``NO_ENTRY`` for an actor who has no entry."""
    for number, entry in enumerate(found):
        ways = folded_spellings(entry.spellings)
        if ways:
            yield number, ways
    named = {entry.href.partition("#")[2] for entry in found if entry.kind is EntryKind.NAME}
    for actor in sorted(actors, key=lambda actor: actor.id):
        ways = folded_spellings(actor.spellings())
        if actor.id not in named and len(ways) > 1:
            yield NO_ENTRY, ways


def month_spellings(spoken: Iterable[str]) -> list[list[str]]:
    """For each month its names in the languages (CLDR, as in a date and alone): mars, marz, maart, march."""
    names: list[list[str]] = [[] for _ in range(MONTHS)]
    for locale in filter(None, map(locale_of, spoken)):
        for number, ways in enumerate(names, start=1):
            ways += [locale.months[use]["wide"].get(number, "") for use in ("format", "stand-alone")]
    return [folded_spellings(ways) for ways in names]


def scale_spellings(spoken: Iterable[str]) -> list[list[str]]:
    """For each large round number its words in the languages: miljard, mrd, milliarden, billion."""
    found: dict[float, list[str]] = {}
    for language in spoken:
        for word, value in number_words(language).scales.items():
            if len(word) >= SHORTEST_SCALE:
                found.setdefault(value, []).append(word)
    ways = (folded_spellings(words) for _, words in sorted(found.items()))
    return [words for words in ways if len(words) > 1]


def theme_terms(theme: Theme) -> str:
    """The words by which a theme is searched for, folded, a term a line; they stand on no page of their own accord."""
    return "\n".join(folded_spellings(term for terms in theme.terms.values() for term in terms))


def folded_spellings(spellings: Iterable[str]) -> list[str]:
    """Each spelling once, as the words that a query is taken apart into."""
    return sorted({" ".join(words_of(spelling)) for spelling in spellings} - {""})
