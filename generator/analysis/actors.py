"""Who and where: the people, organisations and places that an article names.

Takes an article and the editor's actors; gives mentions in the order of the text, none overlapping. ``join_actors``
takes the mentions of all articles and gives one actor for what is surely one, with every spelling.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.analysis.words import Word, is_inflected_name, words_in
from generator.model import Actor, ActorKind, ActorMention, Article, fold, stable_id


@dataclass(frozen=True, slots=True)
class JoinedActor:
    """One actor over all articles. ``mentions`` are (article id, mention); ``proposals`` names of actors that may be
    the same and need an editor's word."""

    id: str
    name: str
    kind: ActorKind
    spellings: Mapping[str, tuple[str, ...]]
    mentions: tuple[tuple[str, ActorMention], ...]
    proposals: tuple[str, ...] = field(default=())


def find_actors(article: Article, actors: Sequence[Actor]) -> tuple[ActorMention, ...]:
    """Every name in the body, in the order of the text."""
    found: list[ActorMention] = []
    for sentence in article.sentences:
        words = words_in(article.text, sentence.start, sentence.end)
        at = 0
        while at < len(words):
            mention, length = _known_at(article, words, at, actors)
            if mention:
                found.append(mention)
            at += length
    return tuple(found)


def _known_at(
    article: Article, words: Sequence[Word], at: int, actors: Sequence[Actor]
) -> tuple[ActorMention | None, int]:
    best: tuple[ActorMention | None, int] = (None, 1)
    for actor in actors:
        for spelling in actor.spellings():
            parts = [word.text for word in words_in(spelling)]
            here = words[at : at + len(parts)]
            if len(here) == len(parts) > best[1] - (best[0] is None) and all(
                word.text[:1] == part[:1] and is_inflected_name(word.text, part, article.metadata.language)
                for word, part in zip(here, parts, strict=True)
            ):
                start, end = here[0].start, here[-1].end
                mention = ActorMention(start, end, article.text[start:end], actor.name, actor.kind, actor.id)
                best = (mention, len(parts))
    return best


def join_actors(mentions: Mapping[str, Sequence[ActorMention]], actors: Sequence[Actor]) -> tuple[JoinedActor, ...]:
    """One actor for each id of the vocabulary, and for each name that no vocabulary knows."""
    grouped: dict[str, list[tuple[str, ActorMention]]] = {}
    for article in sorted(mentions):
        for mention in mentions[article]:
            key = mention.actor or stable_id("a", mention.kind, fold(mention.name).casefold())
            grouped.setdefault(key, []).append((article, mention))
    return tuple(
        JoinedActor(
            key,
            group[0][1].name,
            group[0][1].kind,
            {"und": tuple(dict.fromkeys(m.text for _, m in group))},
            tuple(group),
        )
        for key, group in sorted(grouped.items())
    )
