"""What an organisation is for in small letters, behind its kind: "Agence régionale | de protection des rivages".

Takes the tokens of a sentence and where the kind ends; gives where the complement ends, the same place where none is.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.actors.name_lists import field_openings, name_list
from generator.analysis.actors.name_words import NameWords
from generator.analysis.actors.tokens import Token

LONGEST_SMALL_COMPLEMENT = 9  # words


def small_complement_end(tokens: Sequence[Token], at: int, words: NameWords) -> int:
    """The end of what an organisation is for in small letters: "Agence régionale | de protection des rivages"."""
    last = at
    while last < len(tokens) and last < at + 2 and tokens[last].text.endswith(words.small_adjectives):
        last += 1
    found = last if tokens[at - 1].is_capital and at > 1 else at  # "l'Assemblée | nationale"
    while last < len(tokens) and last < at + LONGEST_SMALL_COMPLEMENT:
        noun = _small_noun(tokens, last, words)
        if noun is None:
            return found
        last = found = _adjective_end(tokens, _genitive_end(tokens, noun + 1, words), words)
        if last + 1 < len(tokens) and words.fold(tokens[last]) in words.conjunctions:
            if _small_noun(tokens, last + 1, words) is not None:
                last += 1
            else:
                return _second_small_end(tokens, last, words)
    return found


def _adjective_end(tokens: Sequence[Token], at: int, words: NameWords) -> int:
    """The end of an adjective behind a small noun: French "de sûreté | nucléaire"."""
    follows = at < len(tokens) and tokens[at].follows_closely and not tokens[at].is_capital
    return at + 1 if follows and tokens[at].text.endswith(words.small_adjectives) else at


def _second_small_end(tokens: Sequence[Token], at: int, words: NameWords) -> int:
    """The end of a bare noun behind "and", where none is definite or many: Swedish "och hälsa", not "och polisen"."""
    definite = name_list(words.language, "definite_endings")
    if not definite or at + 1 >= len(tokens) or words.fold(tokens[at]) not in words.conjunctions:
        return at
    noun = tokens[at + 1]
    bare = noun.text.isalpha() and noun.follows_closely and not (noun.is_capital or words.is_ordinary(noun))
    return at + 2 if bare and not noun.text.endswith(definite) else at


def _genitive_end(tokens: Sequence[Token], at: int, words: NameWords) -> int:
    """The end of what case alone joins to a small noun: Czech "ochranu | osobních údajů"; ``at`` where nothing is."""
    noun = at
    while noun < len(tokens) and not tokens[noun].is_capital and tokens[noun].follows_closely:
        if not (words.declines and tokens[noun].text.endswith(words.declined_adjectives)):
            return noun + 1 if noun > at and not words.is_verb(tokens[noun]) else at
        noun += 1
    return at


def _small_noun(tokens: Sequence[Token], at: int, words: NameWords) -> int | None:
    """Where the small word stands that "of", "for" or their like right before it join; none where they do not."""
    if field := _noun_of_field(tokens, at, words):
        return field
    noun = at
    while noun < len(tokens) and noun < at + 3 and words.fold(tokens[noun]) in words.small_complement_words:
        noun += 1
    if noun >= len(tokens) or any(not token.follows_closely for token in tokens[at : noun + 1]):
        return None
    beginning, apostrophe, _ = words.fold(tokens[noun]).partition("'")
    joined = noun > at or (apostrophe and beginning + "'" in words.small_complement_words)
    named = tokens[noun].is_capital or words.is_ordinary(tokens[noun]) or not tokens[noun].text.isalpha()
    return noun if joined and (apostrophe or not named) else None


def _noun_of_field(tokens: Sequence[Token], at: int, words: NameWords) -> int | None:
    """Where the noun stands that a phrase like "do spraw" joins, in any letters, with the adjectives before it."""
    for opening in field_openings(words.language):
        noun = at + len(opening)
        if tuple(words.fold(token) for token in tokens[at:noun]) != opening:
            continue
        while noun < len(tokens) and tokens[noun].text.endswith(words.declined_adjectives):
            noun += 1
        if noun < len(tokens) and all(token.follows_closely for token in tokens[at : noun + 1]):
            return noun
    return None
