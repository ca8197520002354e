"""Clubs: "FC Orlune", "SV Tarvel 04", "Tarvel FC".

Takes a run of capitals in a sentence; gives the club whose letters stand in it beside a name, or nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.analysis.actors.found import Found
from generator.analysis.actors.name_words import NameWords
from generator.analysis.actors.tokens import Token
from generator.model import ActorKind

LONGEST_NAME = 3  # words beside the letters


def club_name(tokens: Sequence[Token], whole: Found, words: NameWords, known: Mapping[int, int]) -> Found | None:
    """The letters of a club with the name behind them, else with the one before; letters alone are nobody."""
    at = next((i for i in range(whole.first, whole.last) if tokens[i].text in words.clubs), None)
    if at is None:
        return None
    last = at + 1
    if last < whole.last and words.is_organisation_word(tokens[last]):
        return None  # "Tarvel FC Trust"
    while last < whole.last and last <= at + LONGEST_NAME and _is_of_a_club(tokens, last, at + 1, words, known):
        last += 1
    if last > at + 1:
        return Found(at, last, ActorKind.ORGANISATION)
    first = at
    while first > whole.first and _is_a_name(tokens[first - 1], words, known) and first > at - LONGEST_NAME:
        first -= 1
    return Found(first, at + 1, ActorKind.ORGANISATION) if first < at else None


def _is_of_a_club(tokens: Sequence[Token], at: int, begin: int, words: NameWords, known: Mapping[int, int]) -> bool:
    """Whether a word behind the letters belongs to the name: the first that is no title and no first name with one."""
    token = tokens[at]
    if not token.follows_closely or words.is_title(token) or words.is_ordinary(token):
        return False
    person = words.is_given_name(token) and at + 1 < len(tokens) and words.is_strange(tokens[at + 1])
    named = at == begin or not words.nouns_have_capitals or _is_a_name(token, words, known)
    return named and not person


def _is_a_name(token: Token, words: NameWords, known: Mapping[int, int]) -> bool:
    return words.is_proper(token) or token.start in known or words.listed_place_length([token]) > 0
