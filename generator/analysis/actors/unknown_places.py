"""Places that no vocabulary knows: by a kind of place or a preposition beside the name, or by how the name ends.

Takes a run of capitals in a sentence; gives the place, or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.actors.found import Found
from generator.analysis.actors.name_lists import declines_places
from generator.analysis.actors.name_words import NameWords
from generator.analysis.actors.places_after_people import place_after_somebody
from generator.analysis.actors.tokens import Token
from generator.analysis.actors.witnesses import (
    is_followed_by_place_word,
    is_of_a_place,
    is_of_an_officeholder,
    is_of_place_office,
)
from generator.model import ActorKind


def place_before_all_else(
    tokens: Sequence[Token], start: int, first: int, end: int, words: NameWords, titles: Sequence[int]
) -> Found | None:
    """The place that a run names whatever else its words may be: one called after a person, or behind its kind."""
    if start == 0 and _opens_before_a_place(tokens, end, words):
        return Found(end - 1, end, ActorKind.PLACE)
    called = place_after_somebody(tokens, start, end, words) if titles[:1] != [start] else None
    of_a_place = words.nouns_have_capitals and first > 0 and words.is_place_word(tokens[first - 1])
    return unknown_place(tokens, first, end, words) if called is None and of_a_place and not titles else called


def _opens_before_a_place(tokens: Sequence[Token], end: int, words: NameWords) -> bool:
    """Whether two words open a sentence of which the second is "in" a place: Finnish "Onnettomuudessa Orlunessa"."""
    if end != 2 or not declines_places(words.language) or not words.ends_like_a_place(tokens[1]):
        return False
    return not (words.is_given_name(tokens[0]) or words.is_title(tokens[0]) or words.is_organisation_word(tokens[1]))


def unknown_place(tokens: Sequence[Token], first: int, end: int, words: NameWords) -> Found | None:
    """What a word for a kind of place or a preposition precedes: "Region Odessa", "in Orlune", "tunnel of Orlune"."""
    if 2 <= end - first <= 3 and first > 0 and words.is_place_ending(tokens[end - 1]):
        return Found(first, end, ActorKind.PLACE)
    begin = next((i for i in range(first, end) if not words.is_place_word(tokens[i])), end)
    name = tokens[begin:end]
    if not name or len(name) > 3 or not all(words.could_be_name(token) and not token.is_code for token in name):
        return None
    if begin > first and not words.nouns_have_capitals:
        # a capital is part of the name: "Port Orlune"; "Hall" of "City Hall" is none
        inside = begin > 1 and (words.heads_first or words.stands_in_a_place(tokens, begin - 1))
        named = inside or any(words.is_proper(token) for token in name)
        return Found(begin - 1, end, ActorKind.PLACE) if named else None
    called_one = any(words.is_strange(token) for token in name) and is_followed_by_place_word(tokens, end, words)
    if called_one or _is_called_a_place(tokens, begin, end, words):
        return Found(begin, end, ActorKind.PLACE)
    strange = [words.is_proper(token) and not token.is_acronym for token in name]
    sure = all(strange) or (any(strange) and not words.nouns_have_capitals)
    inside = words.stands_in_a_place(tokens, begin) and not words.owns_what_follows(name[-1])
    inside = inside and (len(name) == 1 or words.fold(tokens[begin - 1]) not in words.before_people_too)
    return Found(begin, end, ActorKind.PLACE, sure=False) if sure and inside else None


def _is_called_a_place(tokens: Sequence[Token], begin: int, end: int, words: NameWords) -> bool:
    """Whether the name says so itself ("Fyrisån"), or a kind of place or an office of one stands before it."""
    by_ending = end - begin == 1 and words.ends_like_a_place(tokens[begin])
    if by_ending and not words.nouns_have_capitals and (begin or words.is_proper(tokens[begin])):
        return True
    if begin == 0 or not tokens[begin].follows_closely:
        return False
    near = words.fold(tokens[begin - 1]) in words.place_joints or words.stands_in_a_place(tokens, begin)
    if by_ending and near:
        return True  # German "bei Tarveldorf": not so "Frau Tarveldorf"
    if words.is_place_word(tokens[begin - 1]) or is_of_place_office(tokens, begin, words):
        return True
    if is_of_an_officeholder(tokens, begin, words):
        return True
    strange = all(words.is_proper(token) and not token.is_acronym for token in tokens[begin:end])
    return strange and is_of_a_place(tokens, begin, words)
