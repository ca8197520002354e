"""Names whose spelling alone shows them: words that no dictionary explains, and acronyms that recur.

Takes a run of capitals in a sentence and what the whole article shows; gives a name, or nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.analysis.actors.found import Found
from generator.analysis.actors.name_words import NameWords
from generator.analysis.actors.tokens import Token
from generator.analysis.actors.witnesses import (
    has_an_age,
    has_an_article_as_places_have,
    is_a_things_whole_name,
    is_called_a_thing,
    is_called_by_office,
    is_named_behind_speech,
    is_of_no_actor,
    is_said_to_speak,
    quoted_end,
    speaks,
)
from generator.analysis.figures.number_words import number_words
from generator.analysis.language.words import bare_word, is_known
from generator.model import ActorKind

LONGEST_NAME = 6
LONGEST_ABBREVIATION = 6
# A Roman number: "XIV".
ROMAN_NUMBER = re.compile(r"[IVXLCDM]+")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What the whole article shows: acronyms that recur, and capitals that stand inside sentences."""

    acronyms: frozenset[str]
    inside: frozenset[str]


def elsewhere_in(sentences: Sequence[Sequence[Token]]) -> Elsewhere:
    """What a whole article shows, of whose sentences these are the words."""
    acronyms = Counter(token.text for tokens in sentences for token in tokens if token.is_acronym)
    return Elsewhere(
        frozenset(text for text, times in acronyms.items() if times >= 2),
        frozenset(token.text for tokens in sentences for token in tokens[1:] if token.is_capital),
    )


def strange_name(tokens: Sequence[Token], first: int, end: int, words: NameWords, elsewhere: Elsewhere) -> Found | None:
    """A spelling that no dictionary explains, with the capitals beside it that may belong to it; else an acronym."""
    if is_said_to_speak(tokens, first, end, words) or is_named_behind_speech(tokens, first, end, words):
        return Found(first, end, ActorKind.PERSON, sure=False)
    begin = next(
        (i for i in range(first, end) if _is_strange(tokens, i, end, words) and not _describes(tokens, i, words)), end
    )
    last = next((i for i in range(begin + 1, end) if _ends_strange(tokens, i, words)), end)
    while first < begin < end and _joins_strange(tokens, begin - 1, words):
        begin -= 1
    if begin < end and words.quotes_organisations and (quoted := quoted_end(tokens, begin)):
        last = max(last, quoted)  # „Orlune sistemi“
    name = tokens[begin:last]
    if not name or len(name) > LONGEST_NAME or (len(name) == 1 and name[0].is_acronym):
        return _acronym(tokens, first, end, words, elsewhere)
    if len(name) == 1 and _needs_another_witness(tokens, begin, words, elsewhere):
        return None
    people = 2 <= len(name) <= 3 and all(_is_of_a_person(token, words) for token in name)
    sure = has_an_age(tokens, last) or is_called_by_office(tokens, begin, last, words)
    said = speaks(tokens, begin, last, words) and not _is_a_named_source(tokens, begin, last, words)
    person = sure or people or _is_first_name(name, words) or said
    kind = ActorKind.PERSON if person else ActorKind.ORGANISATION
    if not person and has_an_article_as_places_have(tokens, begin, last, words):
        kind = ActorKind.PLACE
    called_a_thing = words.is_thing_word(name[0])  # "MV Tarvel", "Operation Velma"
    called_a_thing = called_a_thing or _is_a_programme(tokens, last)
    called_a_thing = called_a_thing or is_a_things_whole_name(tokens, begin, last, words)
    acts = not called_a_thing and not is_of_no_actor(tokens, begin, last, words)
    return Found(begin, last, kind, sure=sure, acts=acts)


def _ends_strange(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether a word behind a strange one is none of its name: a noun, a sum ("Tarvel R240 miljoen")."""
    if not words.could_be_name(tokens[at]):
        return True
    counted = tokens[at].is_code and at + 1 < len(tokens)
    return counted and words.fold(tokens[at + 1]) in number_words(words.language).scales


def _is_a_named_source(tokens: Sequence[Token], begin: int, last: int, words: NameWords) -> bool:
    """Whether words of the dictionary stand behind "according to", as an office has them: "según Salvamento Tarvel"."""
    source = begin > 0 and words.speaks_only_before(tokens[begin - 1])
    return source and last - begin > 1 and is_known(tokens[last - 1].text.casefold(), words.language)


def _is_of_a_person(token: Token, words: NameWords) -> bool:
    return words.is_proper(token) and not token.is_acronym and not words.ends_like_a_place(token)


def _is_strange(tokens: Sequence[Token], at: int, end: int, words: NameWords) -> bool:
    """Whether no dictionary explains a word, or it is one of two that a dictionary has as names: "Villads Thygesen"."""
    return words.is_strange(tokens[at]) or (at + 2 == end and all(words.is_proper(t) for t in tokens[at:end]))


def _is_a_programme(tokens: Sequence[Token], last: int) -> bool:
    """Whether a plus and a year follow: "Velma+ 2021-2027"."""
    return last < len(tokens) and tokens[last].gap.strip() == "+" and tokens[last].text[0].isdigit()


def _is_first_name(name: Sequence[Token], words: NameWords) -> bool:
    return len(name) == 1 and words.is_given_name(name[0])


def _describes(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether it is an adjective made of a place: German "Osttiroler Eltern", Dutch "Brusselse agent"."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is None or not behind.follows_closely or not tokens[at].text.endswith(words.place_adjective_endings):
        return False
    return not words.nouns_have_capitals or (behind.is_capital and not words.is_strange(behind))


def _joins_strange(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether a capital right before a strange word is part of its name; in German a noun only says what it is."""
    token = tokens[at]
    if words.nouns_have_capitals:
        return words.is_strange(token) or token.is_acronym or token.text.lower() in words.particles
    return words.could_be_name(token) and at > 0 and not words.is_thing_word(token)


def _needs_another_witness(tokens: Sequence[Token], at: int, words: NameWords, elsewhere: Elsewhere) -> bool:
    """One strange word alone: a noun after an article, an abbreviation, the capital that every sentence begins with."""
    if is_called_a_thing(tokens, at, words) or _is_abbreviated(tokens, at):
        return True
    opening = at == 0 and not words.nouns_have_capitals
    return opening and tokens[at].text not in elsewhere.inside and not speaks(tokens, at, at + 1, words)


def _is_abbreviated(tokens: Sequence[Token], at: int) -> bool:
    """Whether a point inside the sentence follows a short word: "Az. 12", "Beschl. v."."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return behind is not None and behind.gap.startswith(". ") and len(tokens[at].text) <= LONGEST_ABBREVIATION


def _acronym(tokens: Sequence[Token], first: int, end: int, words: NameWords, elsewhere: Elsewhere) -> Found | None:
    """Capitals alone, where they recur in the article or a word for an organisation stands before them."""
    for at in range(first, end):
        token = tokens[at]
        if bare_word(token.text, words.language) in words.organisations:
            return Found(at, at + 1, ActorKind.ORGANISATION)
        if not token.is_acronym or token.letters in words.common_acronyms or ROMAN_NUMBER.fullmatch(token.text):
            continue
        if token.text in words.clubs:
            continue  # a club has a name beside it
        if token.text in elsewhere.acronyms or (at and words.is_organisation_head(tokens[at - 1])):
            return Found(at, at + 1, ActorKind.ORGANISATION)
    return None
