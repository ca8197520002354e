"""Places and clubs that bear the name of a saint: "San Orlune", "St. Tarvel", "Santa Velma Hawks".

Takes a run of capitals in a sentence. The saint's own name is no first name there: nobody is called "Velma Hawks".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from generator import languages
from generator.analysis.actors.found import Found
from generator.analysis.actors.name_lists import name_list
from generator.analysis.actors.name_words import NameWords
from generator.analysis.actors.tokens import Token
from generator.model import ActorKind

LONGEST_PLACE = 2  # words


def begins_with_a_saint(tokens: Sequence[Token], at: int, end: int, words: NameWords) -> bool:
    """Whether a word for a saint and a name begin here; only white space or the point of "St." parts the two."""
    if at + 1 >= end or tokens[at].text not in saint_words():
        return False
    name = tokens[at + 1]
    return name.is_capital and not words.is_ordinary(name) and name.gap.strip() in ("", ".")


def names_after_a_saint(
    tokens: Sequence[Token], first: int, end: int, words: NameWords, known: Mapping[int, int]
) -> tuple[Found, ...] | None:
    """The whole run: a place as far as nothing else is said, a club where a third word follows.

    Empty where a vocabulary knows a name in it already; ``None`` where no saint begins it.
    """
    if not begins_with_a_saint(tokens, first, end, words):
        return None
    if any(token.start in known for token in tokens[first:end]):
        return ()
    kind = ActorKind.PLACE if end - first <= LONGEST_PLACE else ActorKind.ORGANISATION
    return (Found(first, end, kind, sure=False),)


@cache
def saint_words() -> frozenset[str]:
    """The words for a saint in a name, of all languages: "San", "Sankt", "São"."""
    return frozenset(word for code in languages.available() for word in name_list(code, "saints"))
