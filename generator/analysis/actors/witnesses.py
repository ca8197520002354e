"""What stands around an unknown name and says what it is: a person who speaks, a mayor's place, only a noun.

Each takes the tokens of a sentence and where in them a name begins, or where it ends (exclusive).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.analysis.actors.tokens import NameWords, Token

WORDS_TO_AN_OFFICE = 5

# The years of a person: "22".
AGE = re.compile(r"[1-9]\d")


def speaks(tokens: Sequence[Token], first: int, last: int, words: NameWords) -> bool:
    """Whether a verb of saying stands right before or after the name."""
    around = [tokens[i] for i in (first - 1, last) if 0 <= i < len(tokens)]
    return any(words.fold(token) in words.speech_verbs for token in around)


def has_an_age(tokens: Sequence[Token], last: int) -> bool:
    """Whether a number of years stands between commas behind the name, as only people have it: "Ofrin, 22, came"."""
    if last + 1 >= len(tokens):
        return False
    age, behind = tokens[last], tokens[last + 1]
    return age.gap.strip() == "," and AGE.fullmatch(age.text) is not None and behind.gap.strip() == ","


def is_called_by_office(tokens: Sequence[Token], first: int, last: int, words: NameWords) -> bool:
    """Whether two or three words are followed by an office between commas: "Royce Tarvel, the harbour's director"."""
    behind = tokens[last : last + WORDS_TO_AN_OFFICE]
    if not 2 <= last - first <= 3 or not behind or behind[0].gap.strip() != ",":
        return False
    close = next((i for i, token in enumerate(behind) if i and not token.follows_closely), len(behind))
    return any(
        words.is_title(token) and (words.nouns_have_capitals or not token.is_capital) for token in behind[:close]
    )


def has_title_before(tokens: Sequence[Token], start: int, words: NameWords) -> bool:
    """A title in small letters right before the capitals, as most languages write it ("premier Netanyahu")."""
    return start > 0 and tokens[start].follows_closely and words.is_title(tokens[start - 1])


def is_complement(tokens: Sequence[Token], start: int, end: int, words: NameWords) -> bool:
    """Whether a name behind a title says of where, in a language that joins the two by case alone.

    Polish "Burmistrz Orlune, Piotr Tarvel" and "Piotr Tarvel, burmistrz Orlune": Orlune is no mayor.
    """
    if words.complement_words or end - start != 1:
        return False
    person_follows = end < len(tokens) and tokens[end].gap.strip() == "," and words.is_given_name(tokens[end])
    title = start - 1
    return person_follows or (title > 0 and tokens[title].gap.strip() == "," and tokens[title - 1].is_capital)


def is_of_place_office(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether it says where somebody holds office: "mayor of Orlune"; the office alone in Polish "burmistrz Orlune"."""
    behind = at - 1 if not words.complement_words else at - 2
    joined = behind == at - 1 or words.fold(tokens[at - 1]) in words.complement_words | words.particles
    return behind >= 0 and joined and words.fold(tokens[behind]) in words.place_offices


def is_of_a_place(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether a kind of place and a word that joins stand before the name: "the tunnel of Orlune", "île d'Orlune"."""
    joins = at >= 2 and words.fold(tokens[at - 1]) in words.complement_words | words.particles
    return joins and words.is_place_word(tokens[at - 2])


def is_called_a_thing(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """In a language that capitalises nouns: an article or an adjective before a single word makes it a noun."""
    if not words.nouns_have_capitals or at == 0 or not tokens[at].follows_closely:
        return False
    before = tokens[at - 1]
    if words.fold(before) in words.determiners or before.text[-1].isdigit():
        return True
    return not before.is_capital and words.is_adjective(before)
