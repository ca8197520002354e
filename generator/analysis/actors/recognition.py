"""Who and where: the people, organisations and places that an article names.

Takes an article and the editor's actors; gives mentions in the order of the text, none overlapping. Known names come
from the editor's vocabulary and from the names of countries and cities; other names need a witness in the text, and in
a script without capitals one right beside them.
``join_actors`` and ``joined_actors`` make one actor of the mentions in all articles that surely mean the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from generator import languages
from generator.analysis.actors.initialisms import organisations_with_initials
from generator.analysis.actors.joining import JoinedActor, join_actors, joined_actors, with_proposals
from generator.analysis.actors.known_names import actor_index, known_mentions
from generator.analysis.actors.name_words import NameWords, name_words
from generator.analysis.actors.names_without_capitals import has_no_capitals, names_without_capitals
from generator.analysis.actors.tokens import Token, tokens_in
from generator.analysis.actors.unknown_names import unknown_names
from generator.analysis.language.patterns import alternatives
from generator.analysis.language.words import bare_word, fold_case, name_forms, words_in
from generator.model import Actor, ActorKind, ActorMention, Article

__all__ = ["JoinedActor", "find_actors", "join_actors", "joined_actors", "names_an_organisation", "with_proposals"]

LONGEST_CURRENCY = 24  # letters
LONGEST_VESSEL = 30  # letters
# The word right before a name, perhaps with an opening mark: "ferry “".
WORD_BEFORE = re.compile(r"[\w-]+\s+[„“«\"]?$")


def find_actors(article: Article, actors: Sequence[Actor]) -> tuple[ActorMention, ...]:
    """Every name in the body, in the order of the text; of names that overlap the longer one stands."""
    language = article.metadata.language
    index = actor_index(actors, language)
    known = [
        mention
        for sentence in article.sentences
        for mention in known_mentions(
            article.text, words_in(article.text, sentence.start, sentence.end), language, index
        )
    ]
    known = [
        mention
        for mention in known
        if not (_names_money(article.text, mention, language) or _is_behind_a_vessel(article.text, mention, language))
    ]
    beside = names_without_capitals(article) if has_no_capitals(language) else ()
    found = _without_overlaps([*known, *beside, *unknown_names(article, known)])
    found = _without_overlaps([*organisations_with_initials(article, found), *found])
    return _without_overlaps([*_bare_surnames(article, found), *found])


def _names_money(text: str, mention: ActorMention, language: str) -> bool:
    """Whether the adjective of a country belongs to a currency: "Swiss francs", "dollars canadiens"."""
    around = text[max(0, mention.start - LONGEST_CURRENCY) : mention.end + LONGEST_CURRENCY]
    at = min(mention.start, LONGEST_CURRENCY)
    found = _currencies(language).finditer(around)
    return any(money.start() <= at < money.end() for money in found)


def _is_behind_a_vessel(text: str, mention: ActorMention, language: str) -> bool:
    """Whether a ship bears the name of a place, uninflected: "the ferry Estonia"; not so a name of the vocabulary."""
    if mention.kind is not ActorKind.PLACE or mention.text != mention.name:
        return False
    before = WORD_BEFORE.search(text, max(0, mention.start - LONGEST_VESSEL), mention.start)
    return before is not None and any(
        name_words(language).is_vessel(token) for token in tokens_in(text, before.start(), before.end())
    )


@cache
def _currencies(language: str) -> re.Pattern[str]:
    """Names of currencies of more than one word."""
    listed = (name for line in languages.words(language, "figures", "currencies") for name in line.split()[1:])
    return re.compile(
        rf"(?<!\w)(?:{alternatives(n.replace('_', ' ') for n in listed if '_' in n)})(?!\w)", re.IGNORECASE
    )


def names_an_organisation(name: str, language: str) -> bool:
    """Whether a name says what it is: by a word for a kind of organisation, or an acronym ("Velkor Bank", "THW")."""
    words = name_words(language)
    return any(words.is_organisation_word(token) or token.is_acronym for token in tokens_in(name, 0, len(name)))


def _without_overlaps(mentions: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """The longest of overlapping mentions; a known name before an unknown one of the same length."""
    kept: list[ActorMention] = []
    taken: set[int] = set()
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.actor is None, m.start)):
        span = range(mention.start, mention.end)
        if taken.isdisjoint(span):
            kept.append(mention)
            taken.update(span)
    return tuple(sorted(kept, key=lambda mention: mention.start))


def _bare_surnames(article: Article, found: Sequence[ActorMention]) -> Iterator[ActorMention]:
    """The last word of a person's full name, alone elsewhere in the article, means that person; two are ambiguous.

    So does the first word, where it is a name and nothing else: an article that calls "Liat Tarvel" Liat.
    """
    language = article.metadata.language
    words = name_words(language)
    people = {m.name: m for m in found if m.kind is ActorKind.PERSON and " " in m.name}
    surnames = _by_word(people, 0 if words.surname_first else -1, language)
    first_names = _by_word(people, -1 if words.surname_first else 0, language)
    covered = {m.start for m in found if " " in m.text or m.actor}
    if not people:
        return
    for sentence in article.sentences:
        tokens = tokens_in(article.text, sentence.start, sentence.end)
        for before, token, behind in zip((None, *tokens), tokens, (*tokens[1:], None), strict=False):
            if token.start in covered or not _may_stand_for_somebody(before, token, behind, words):
                continue
            form = fold_case(bare_word(token.text, language), language)
            names = surnames.get(form, frozenset())
            runs_on = behind is not None and behind.is_capital and behind.follows_closely
            if not names and not runs_on and (words.is_given_name(token) or words.is_strange(token)):
                names = first_names.get(form, frozenset())
            if full_name := _one_person(names):
                start = before.start if before and _is_said_with(before, token, full_name) else token.start
                yield replace(people[full_name], start=start, end=token.end, text=article.text[start : token.end])


def _may_stand_for_somebody(before: Token | None, token: Token, behind: Token | None, words: NameWords) -> bool:
    """Whether a word may be a name alone: no "ein Richter" for "Gerhard Richter", no "in May" for "Theresa May"."""
    if not token.is_capital:
        return False
    if words.is_of_calendar(token):
        return behind is not None and words.fold(behind) in words.speech_verbs
    return before is None or words.fold(before) not in words.articles or words.is_strange(token)


def _is_said_with(before: Token, surname: Token, full_name: str) -> bool:
    """Whether the word before a surname belongs to it: the "Le" of "M. Le Tarvel", for "Ana Le Tarvel"."""
    *given, last_but_one, _ = full_name.split()
    return bool(given) and before.is_capital and before.text == last_but_one and surname.follows_closely


def _one_person(names: frozenset[str]) -> str | None:
    """The name of the one person that all the names mean: "Alex Tarvel" is "Alexander Tarvel"; else none."""
    full = max(names, key=lambda name: (len(name), name), default=None)
    same = full and all(full.startswith(name.split()[0]) for name in names)
    return full if same else None


def _by_word(people: Mapping[str, ActorMention], at: int, language: str) -> Mapping[str, frozenset[str]]:
    """Full names by the folded forms of their word ``at``."""
    found: dict[str, set[str]] = {}
    for name in sorted(people):
        for form in name_forms(name.split()[at], language):
            found.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in found.items()}
