"""Places right before the name of who holds office there: "burmistrz Orlune Piotr Tarvel", "town of Orlune Ana Rey".

Takes a run of capitals behind an office or a kind of place; gives where in it the person's name begins. Nothing but the
first names of the list and the number of words tells the two apart, so that a run of two words is a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.analysis.actors.found import Found
from generator.analysis.actors.name_words import NameWords
from generator.analysis.actors.tokens import Token
from generator.analysis.actors.witnesses import is_of_place_office
from generator.model import ActorKind

LONGEST_PLACE = 2  # words
PLACE_AND_PERSON = 3
SHORTEST_NAME = 4  # letters: "Kim", "Văn" may be in the middle of a person's name


def person_behind_place(tokens: Sequence[Token], first: int, end: int, words: NameWords) -> int:
    """Where the person begins in ``[first, end)`` behind the place of an office; ``first`` where no place stands there.

    "the mayor of Orlune Ana Tarvel", Czech "starosta Orlune Petr Tarvel".
    """
    if end - first < PLACE_AND_PERSON or words.is_given_name(tokens[first]):
        return first
    of_an_office = is_of_place_office(tokens, first, words)
    if not of_an_office and not (first and words.is_place_word(tokens[first - 1])):
        return first
    for name in range(first + 1, min(first + LONGEST_PLACE + 1, end - 1)):
        if words.is_given_name(tokens[name]):
            return name
    called = of_an_office and words.could_be_name(tokens[first])
    called = called and all(_is_long_name(token, words) for token in tokens[first + 1 : end])
    return first + 1 if end - first == PLACE_AND_PERSON and called else first


def place_and_person(
    tokens: Sequence[Token], first: int, name: int, end: int, known: dict[int, int]
) -> Iterator[Found]:
    """The place of an office and who holds it, whose name begins at ``name``; a known place stands already."""
    if tokens[first].start not in known:
        yield Found(first, name, ActorKind.PLACE)
    yield Found(name, end, ActorKind.PERSON)


def _is_long_name(token: Token, words: NameWords) -> bool:
    return words.is_proper(token) and not token.is_acronym and len(token.text) >= SHORTEST_NAME


def place_before_office(tokens: Sequence[Token], start: int, titles: Sequence[int], words: NameWords) -> Found | None:
    """The place right before an office, in a language in which it stands there: Turkish "Orlune Valisi Ana Tarvel"."""
    if not words.places_before_offices or not titles or not 0 < titles[0] - start <= LONGEST_PLACE:
        return None
    named = words.fold(tokens[titles[0]]) in words.place_offices
    named = named and all(words.could_be_name(token) and not token.is_acronym for token in tokens[start : titles[0]])
    return Found(start, titles[0], ActorKind.PLACE) if named else None
