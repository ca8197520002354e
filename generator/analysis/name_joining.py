"""One actor for all mentions that surely mean the same person, organisation or place.

Takes the mentions of all articles; gives joined actors with their spellings. What may be the same and is not sure is
proposed, never joined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import Actor, ActorKind, ActorMention, fold, stable_id


@dataclass(frozen=True, slots=True)
class JoinedActor:
    """One actor over all articles. ``spellings`` are by language, ``und`` where it is not known; ``mentions`` are
    (article id, mention); ``proposals`` are names of other actors that may be the same: an editor decides."""

    id: str
    name: str
    kind: ActorKind
    spellings: Mapping[str, tuple[str, ...]]
    mentions: tuple[tuple[str, ActorMention], ...]
    proposals: tuple[str, ...] = field(default=())


def join_actors(mentions: Mapping[str, Sequence[ActorMention]], actors: Sequence[Actor]) -> tuple[JoinedActor, ...]:
    """One actor for each id of the vocabulary, and for each name that no vocabulary knows."""
    grouped: dict[str, list[tuple[str, ActorMention]]] = {}
    for article in sorted(mentions):
        for mention in mentions[article]:
            key = mention.actor or stable_id("a", mention.kind, fold(mention.name).casefold())
            grouped.setdefault(key, []).append((article, mention))
    known = {actor.id: actor for actor in actors}
    return tuple(
        JoinedActor(
            key,
            known[key].name if key in known else group[0][1].name,
            group[0][1].kind,
            {"und": tuple(dict.fromkeys(m.text for _, m in group))},
            tuple(group),
        )
        for key, group in sorted(grouped.items())
    )
