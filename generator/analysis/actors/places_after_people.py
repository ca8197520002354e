"""Places that bear the name of a person: "Nelson Mandela Bay", "aéroport Charles-de-Gaulle", "Konrad-Adenauer-Straße".

Takes a run of capitals in a sentence; gives the place, or nothing. ``[names] named_places`` are kinds of place that
stand right before such a name, ``named_places_behind`` those that stand behind it or end its last word.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.actors.found import Found
from generator.analysis.actors.name_words import NameWords
from generator.analysis.actors.tokens import Token
from generator.model import ActorKind

LONGEST_NAME = 5
SHORTEST_FIRST_PART = 3


def place_after_somebody(tokens: Sequence[Token], first: int, end: int, words: NameWords) -> Found | None:
    """The place that the run names, where a kind of place beside a name says so; its titles stand before ``first``."""
    before = first - 1
    if before >= 0 and tokens[first].follows_closely and words.is_before_namesake(tokens[before]):
        return _all_of_it(tokens, first, end, words)
    if end - first > 1 and words.is_before_namesake(tokens[first]):
        return _all_of_it(tokens, first + 1, end, words)  # "Rue Victor-Hugo"
    if _ends_like_a_street(tokens[end - 1], words):
        return Found(end - 1, end, ActorKind.PLACE)
    behind = next((i for i in range(first + 1, end) if words.is_behind_namesake(tokens[i])), None)
    if behind is not None and (behind > first + 1 or _is_no_surname(tokens, first, words)):
        return _all_of_it(tokens, first, behind + 1, words)
    small = end < len(tokens) and tokens[end].follows_closely and not tokens[end].is_capital
    if small and words.place_words_follow and words.is_behind_namesake(tokens[end]):
        return _all_of_it(tokens, first, end, words) if words.could_be_name(tokens[first]) else None
    return None


def _all_of_it(tokens: Sequence[Token], first: int, end: int, words: NameWords) -> Found | None:
    """The whole run as a place, if it can be a name: "avenue de la gare" bears none."""
    called = any(words.could_be_name(token) or words.is_given_name(token) for token in tokens[first:end])
    short = first < end <= first + LONGEST_NAME
    return Found(first, end, ActorKind.PLACE) if called and short else None


def _is_no_surname(tokens: Sequence[Token], first: int, words: NameWords) -> bool:
    """Whether two words that end in a kind of place are no person: "Rose Street" may be somebody, but not "in" her."""
    if first == 0:
        return False
    inside = words.stands_in_a_place(tokens, first) or words.fold(tokens[first - 1]) in words.place_joints
    return inside or not words.is_given_name(tokens[first])


def _ends_like_a_street(token: Token, words: NameWords) -> bool:
    """Whether hyphens join a name and a kind of place in one word: "Konrad-Adenauer-Straße"."""
    named, hyphen, _ = token.text.rpartition("-")
    return bool(hyphen) and len(named) >= SHORTEST_FIRST_PART and words.is_behind_namesake_in_one_word(token)
