"""Organisations of two fields whose kind stands behind both: "the Food and Farming Agency".

Takes an organisation found in a sentence; gives it with the field before "and" that belongs to it, or as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.analysis.actors.found import Found
from generator.analysis.actors.name_words import NameWords
from generator.analysis.actors.tokens import Token

MOST_WORDS_OF_A_FIELD = 3


def with_first_field(
    tokens: Sequence[Token], start: int, found: Found, words: NameWords, known: dict[int, int]
) -> Found:
    """The organisation from its first field on, where "the", plain nouns with capitals and "and" stand before it.

    A name before "and" is another actor: "the Tarvel and Orlune Bank" may be two.
    """
    joint = found.first - 1
    if words.nouns_have_capitals or words.heads_first or found.first != start or found.last - start < 2 or joint < 2:
        return found
    if words.fold(tokens[joint]) not in words.conjunctions or not tokens[start].follows_closely:
        return found
    first = joint
    while first > joint - MOST_WORDS_OF_A_FIELD and first > 1 and _is_of_a_field(tokens, first - 1, words, known):
        if not tokens[first].follows_closely:
            return found
        first -= 1
    article = words.fold(tokens[first - 1])
    definite = article in words.articles and article not in words.indefinite_articles
    fields = _is_of_a_field(tokens, start, words, known) and first < joint
    return replace(found, first=first) if definite and fields and tokens[first].follows_closely else found


def _is_of_a_field(tokens: Sequence[Token], at: int, words: NameWords, known: dict[int, int]) -> bool:
    """A noun or adjective with a capital, and no name, title or kind of organisation."""
    token = tokens[at]
    named = words.is_strange(token) or words.is_given_name(token) or token.is_acronym or token.start in known
    called = words.is_title(token) or words.is_organisation_word(token)
    return token.is_capital and not (named or called or words.is_ordinary(token))
