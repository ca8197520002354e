"""Names as a dictionary would have them: the form that all cases of one name share.

Takes names as they stand in a text ("Сергеем Лавровым", "Liats", "TDV'nin"); gives the form to list them under. Two
grounds are enough, and nothing else changes a name: a first name of the language's list that stands in another case
says in which way its surname is inflected (``[names.surname_bases]``); and a form that differs from another name of
the same article by a case ending alone is that name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from generator import languages
from generator.analysis.actors.name_lists import declines_places
from generator.analysis.actors.name_words import name_words
from generator.analysis.language.words import bare_word, fold_case, is_known, lemma, name_forms
from generator.model import ActorKind, ActorMention

SHORTEST_STEM = 2
SHORTEST_NAME = 4
BUCKET_LETTERS = 3


@lru_cache(maxsize=20_000)
def without_case(name: str, language: str) -> str:
    """A person's name in the nominative where its first name shows the case, else as it is."""
    first, _, rest = name.partition(" ")
    given = name_words(language).inflected_given_names.get(fold_case(first, language))
    if given is None or not rest:
        return name
    table = languages.mapping(language, "names", "surname_bases")
    rules = table.get(_gender(given, language), ())
    words = [_without_ending(word, rules if isinstance(rules, list) else ()) for word in rest.split()]
    return " ".join([given, *words])


@lru_cache(maxsize=20_000)
def place_without_case(name: str, language: str) -> str:
    """A place of one word in the nominative, where the language declines names and its dictionary has the place.

    Polish "Krakowie", "Kraków"; Finnish "Helsingissä", "Helsinki". A word that may be a common one too has two
    dictionary forms: of these the one counts of which the language's endings make the name.
    """
    if " " in name or "-" in name or not declines_places(language):
        return name
    bare = bare_word(name, language)
    if not is_known(bare, language):
        return name
    proper, common = lemma(bare, language), lemma(fold_case(bare, language), language)
    found = [form[:1].upper() + form[1:] for form in (proper, common)]
    if found[0] == found[1]:
        return found[0]
    fitting = (form for form in found if fold_case(bare, language) in name_forms(form, language))
    return next(fitting, proper if proper[:1].isupper() else name)


@lru_cache(maxsize=20_000)
def bases_of_name(name: str, language: str) -> tuple[str, ...]:
    """The words of which the language's endings make a name of one word: "Orlunach" of "Orluny", for one."""
    folded = fold_case(name, language)
    found = []
    for rule in languages.words(language, "words", "name_endings"):
        old, arrow, new = rule.partition(">")
        ending, base = (new, old) if arrow else (rule, "")
        if folded.endswith(ending) and len(folded) - len(ending) >= SHORTEST_NAME:
            found.append(folded[: len(folded) - len(ending)] + base)
    return tuple(dict.fromkeys(found))


def _gender(given: str, language: str) -> str:
    """The list of endings that goes with a first name: by its last letter, but for names listed as masculine."""
    if given in languages.words(language, "names", "masculine"):
        return "masculine"
    return "feminine" if given[-1] in languages.words(language, "names", "feminine_letters") else "masculine"


def _without_ending(word: str, rules: Sequence[object]) -> str:
    for rule in rules:
        ending, _, base = str(rule).partition(">")
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: len(word) - len(ending)] + base
    return word


def with_shared_names(mentions: Sequence[ActorMention], language: str) -> tuple[ActorMention, ...]:
    """Mentions of one article in which forms of one name have one name: the one that the others are endings of."""
    bare = {m.name: _bare(m.name, language) for m in mentions if m.actor is None}
    counts = Counter(bare[m.name] for m in mentions if m.actor is None)
    buckets: dict[str, list[str]] = defaultdict(list)
    for name in sorted(counts):
        buckets[_bucket(name, language)].append(name)
    people = {bare[m.name] for m in mentions if m.actor is None and m.kind is ActorKind.PERSON}
    bases = {name: _base(name, names, counts, language) for names in buckets.values() for name in names}
    kinds = {bases[name]: ActorKind.PERSON for name in people if bases[name] in people}
    return tuple(
        mention if mention.actor else _renamed(mention, bases[bare[mention.name]], kinds) for mention in mentions
    )


def _renamed(mention: ActorMention, name: str, kinds: Mapping[str, ActorKind]) -> ActorMention:
    if name == mention.name:
        return mention
    return replace(mention, name=name, kind=kinds.get(name, mention.kind))


def _bare(name: str, language: str) -> str:
    """The name without what the language joins to its last word by an apostrophe: "TDV'nin"."""
    first, space, last = name.rpartition(" ")
    return first + space + bare_word(last, language)


def _bucket(name: str, language: str) -> str:
    return " ".join(fold_case(word[:BUCKET_LETTERS], language) for word in name.split())


def _base(name: str, others: Sequence[str], counts: Mapping[str, int], language: str) -> str:
    """The other name that this one is a form of; itself where there is none, or more than one."""
    if len(name) < SHORTEST_NAME:
        return name
    found = [
        other
        for other in others
        if other != name
        and _is_form(name, other, language)
        and (not _is_form(other, name, language) or (counts[other], name) > (counts[name], other))
    ]
    return found[0] if len(found) == 1 else name


def _is_form(name: str, base: str, language: str) -> bool:
    words, bases = name.split(), base.split()
    return len(words) == len(bases) and all(
        fold_case(word, language) in name_forms(other, language) for word, other in zip(words, bases, strict=True)
    )
