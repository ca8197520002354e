"""Who and where: the people, organisations and places that an article names.

Takes an article and the editor's actors; gives mentions in the order of the text, none overlapping. Known names come
from the editor's vocabulary and from the names of countries and cities; other names need a witness in the text.
``join_actors`` makes one actor of the mentions in all articles that surely mean the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.analysis.actors.joining import JoinedActor, join_actors
from generator.analysis.actors.known_names import actor_index, known_mentions
from generator.analysis.actors.tokens import tokens_in
from generator.analysis.actors.unknown_names import unknown_names
from generator.analysis.language.words import fold_case, name_forms, words_in
from generator.model import Actor, ActorKind, ActorMention, Article

__all__ = ["JoinedActor", "find_actors", "join_actors"]


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
    found = _without_overlaps([*known, *unknown_names(article, known)])
    return _without_overlaps([*_bare_surnames(article, found), *found])


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
    """The last word of a person's full name, alone elsewhere in the article, means that person; two are ambiguous."""
    language = article.metadata.language
    people = {m.name: m for m in found if m.kind is ActorKind.PERSON and " " in m.name}
    surnames: dict[str, set[str]] = {}
    for name in sorted(people):
        for form in name_forms(name.split()[-1], language):
            surnames.setdefault(form, set()).add(name)
    covered = {m.start: m for m in found if " " in m.text or m.actor}
    for sentence in article.sentences:
        for token in tokens_in(article.text, sentence.start, sentence.end):
            names = surnames.get(fold_case(token.text, language), set())
            if len(names) == 1 and token.is_capital and token.start not in covered:
                full = people[min(names)]
                yield replace(full, start=token.start, end=token.end, text=token.text)
