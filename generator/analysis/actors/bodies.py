"""Bodies of a state and societies that German names by an adjective or in one word.

Takes a run of capitals in a sentence; gives "Deutscher Wetterdienst" or "Bundesnetzagentur", or nothing. An adjective
with a capital is part of a name wherever only nouns have one; a kind behind "Bundes" and a field is a whole name.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.actors.found import Found
from generator.analysis.actors.name_words import NameWords
from generator.analysis.actors.tokens import Token
from generator.model import ActorKind

MOST_ADJECTIVES = 3


def with_adjective(tokens: Sequence[Token], whole: Found, found: Found | None, words: NameWords) -> Found | None:
    """Adjectives with capitals and their kind, behind a word of grammar: "des | Deutschen Roten Kreuzes".

    ``found`` is what the kind alone would name; what it has behind the kind stays: "Technische Universität Ruvik".
    """
    first = whole.first
    if not words.nouns_have_capitals or first == 0 or not words.is_ordinary(tokens[first - 1]):
        return None
    noun = first
    while noun < min(whole.last, first + MOST_ADJECTIVES) and words.is_capital_adjective(tokens[noun]):
        noun += 1
    if noun == first or noun >= whole.last or not tokens[first].follows_closely:
        return None
    if not words.is_named_by_adjective(tokens[noun]):
        return None
    behind = tokens[noun + 1] if noun + 1 < len(tokens) else None
    if found is None and behind and (behind.gap.startswith("-") or words.fold(behind) in words.complement_words):
        return None  # "Deutsche Bundes- und …", "Deutsche Zentrum für …" would be cut
    whole_name = found is not None and found.first <= noun + 1 and behind and words.fold(behind) not in words.articles
    last = found.last if found and whole_name else noun + 1  # "meldete die Deutsche Bank | der Aufsicht"
    return Found(first, max(last, noun + 1), ActorKind.ORGANISATION)


def body_of_one_word(tokens: Sequence[Token], whole: Found, words: NameWords) -> Found | None:
    """The first word of the run that says of which state a body is, for what and which kind: "Bundes|netz|agentur"."""
    return next(
        (
            Found(at, at + 1, ActorKind.ORGANISATION)
            for at in range(whole.first, whole.last)
            if words.is_body_of_one_word(tokens[at])
            and not (at and words.fold(tokens[at - 1]) in words.indefinite_articles)
        ),
        None,
    )
