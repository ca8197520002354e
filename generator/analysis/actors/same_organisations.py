"""Organisations that two articles write differently: with and without a legal form, in full and by initials.

Takes every mention of an organisation with the key of its group; says which groups are one. "Velkor Battery Co." is
"Velkor Battery" where no other legal form stands behind that name; "KRA" is the "Kenya Revenue Authority" where two
articles of its language explain the initials so, and none in another way. Initials that differ by language alone
("NATO", "OTAN", "НАТО") are one from the first: see ``initials_of_all_languages``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache

from generator.languages import available, words
from generator.model import ActorKind, ActorMention

ARTICLES_THAT_EXPLAIN = 2


class SameOrganisations:
    """Gathers how organisations are written; ``key_of`` gives the key of a name's group."""

    def __init__(self, key_of: Callable[[str], str]) -> None:
        self._key_of = key_of
        self._with_legal_form: dict[str, set[str]] = defaultdict(set)
        self._in_full: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._languages: dict[str, set[str]] = defaultdict(set)  # by initials, those of articles with nothing else

    def note(self, article: str, language: str, key: str, mention: ActorMention) -> None:
        """Take one mention of an organisation that no vocabulary knows."""
        if mention.kind is not ActorKind.ORGANISATION or mention.actor is not None:
            return
        bare = without_legal_form(mention.name)
        if bare != mention.name:
            self._with_legal_form[self._key_of(bare)].add(key)
        if mention.text.isupper() and " " not in mention.text:
            if mention.name == mention.text:
                self._languages[mention.text].add(language)
            else:
                self._in_full[mention.text, language][key].add(article)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Keys of groups that are one, in order: the one that is given up and the one that it joins."""
        for bare, keys in sorted(self._with_legal_form.items()):
            if len(keys) == 1 and bare not in keys:
                yield bare, min(keys)
        for initials in sorted(self._languages):
            explained: Mapping[str, set[str]] = {}
            for language in sorted(self._languages[initials]):
                explained = self._in_full.get((initials, language), {})
                if len(explained) != 1:
                    break
            if len(explained) == 1 and all(len(them) >= ARTICLES_THAT_EXPLAIN for them in explained.values()):
                yield self._key_of(initials), min(explained)


@lru_cache(maxsize=20_000)
def without_legal_form(name: str) -> str:
    """A company's name without what its law calls it: "Velkor Battery" of "Velkor Battery Co."; a bare one as it is."""
    bare, _, last = name.rpartition(" ")
    return bare.rstrip(",") if bare and last in _legal_forms() else name


@cache
def _legal_forms() -> frozenset[str]:
    keys = ("legal_forms", "written_legal_forms")
    return frozenset(form for code in available() for key in keys for form in words(code, "names", key))


@cache
def initials_of_all_languages() -> Mapping[str, str]:
    """By the initials of an organisation in one language those that ``[names] same_organisations`` has first."""
    rows = [row.split() for code in available() for row in words(code, "names", "same_organisations")]
    return {initials: row[0] for row in rows for initials in row}
