"""People whom no vocabulary knows: a title or a first name, then one to four capitals that may be a name.

Takes a run of capitals in a sentence; gives the person, or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.actors.found import Found
from generator.analysis.actors.name_lists import declines_places
from generator.analysis.actors.name_words import NameWords
from generator.analysis.actors.tokens import Token
from generator.analysis.actors.witnesses import is_a_things_whole_name, is_complement
from generator.analysis.language.words import bare_word
from generator.model import ActorKind

LONGEST_PERSON = 4


def unknown_person(
    tokens: Sequence[Token], whole: Found, words: NameWords, known: dict[int, int], *, has_title: bool
) -> Found | None:
    """A title or a given name, then one to four capitals that may be a name."""
    first, last = whole.first, min(whole.last, whole.first + LONGEST_PERSON + 2)
    called = next((i for i in range(first, last - 1) if words.is_given_name(tokens[i])), first)
    if words.surname_first and called > first:
        last = called + 1  # Hungarian "Tarvel Tamás Orlunén"
    first = called - 1 if words.surname_first and called > first else called
    while first < last and covered(tokens, first, first + 1, known) and not words.is_given_name(tokens[first]):
        first += 1
    last = next((i for i in range(first + 2, last) if _ends_person(tokens, i, words, known)), last)
    if has_title:
        last = next((i for i in range(first + 2, last) if _begins_field(tokens, i, last, words)), last)
    while last > first + 1 and tokens[last - 1].text in words.particles:
        last -= 1  # "Roy Tarvel op de", before a place
    name = tokens[first:last]
    capitals = [token for token in name if token.is_capital and token.text.lower() not in words.particles]
    if not capitals or len(capitals) > LONGEST_PERSON:
        return None
    if all(words.is_organisation_word(token) or token.is_initial or token.is_code for token in capitals):
        return None
    given = words.is_given_name(capitals[0]) or words.fold(capitals[0]) in words.names_like_months
    given = given or (words.surname_first and words.is_given_name(capitals[-1]))
    if len(capitals) >= 2 and given and not any(token.is_acronym for token in capitals[1:]):
        opens = first == 0 and words.nouns_have_capitals and not words.could_be_name(capitals[0])
        if opens and not words.could_be_name(capitals[-1]):
            return None
        acts = not is_a_things_whole_name(tokens, first, last, words)
        return Found(first, last, ActorKind.PERSON, sure=acts, acts=acts)
    titled = has_title and not is_complement(tokens, first, last, words)
    if titled and all(words.could_be_name(t) and not t.is_acronym for t in capitals):
        return None if covered(tokens, first, last, known) else Found(first, last, ActorKind.PERSON)
    return None


def _ends_person(tokens: Sequence[Token], at: int, words: NameWords, known: dict[int, int]) -> bool:
    """Whether a word behind two of a name is none of it: a known place; in German a noun ("nahm Ana Rey Bezug")."""
    token = tokens[at]
    if covered(tokens, at, at + 1, known) or bare_word(token.text, words.language) in words.organisations:
        return True
    if (declines_places(words.language) or words.declines_by_apostrophe) and words.ends_like_a_place(token):
        return True  # Finnish "Ana Tarvelin Orlunessa", Turkish "Ana Tarvel Orlune'da"
    part = token.is_initial or words.is_strange(token) or words.is_given_name(token)
    named = not words.is_given_name(tokens[at - 1])  # a surname stands before it
    return words.nouns_have_capitals and named and not part and token.text.lower() not in words.particles


def _begins_field(tokens: Sequence[Token], at: int, last: int, words: NameWords) -> bool:
    """Whether the field of an office follows a surname: Dutch "minister Ana Tarvel van Landbouw"."""
    name, particle = tokens[at - 1], tokens[at - 2].text in words.particles  # "de Tarvel" is no first name
    given = words.is_given_name(name) and not particle and "-" not in name.text
    surname = name.is_capital and not given and not name.is_initial
    return surname and at + 1 < last and words.fold(tokens[at]) in words.fields_behind


def covered(tokens: Sequence[Token], first: int, end: int, known: dict[int, int]) -> bool:
    """Whether a known name begins with one of these words."""
    return any(tokens[i].start in known for i in range(first, end))
