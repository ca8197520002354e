"""Where a name can begin and end: runs of capitalised words with the small words of names between them.

Takes the tokens of one sentence and the stretches where known names stand. Says nothing of what a run is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.analysis.actors.name_lists import name_list
from generator.analysis.actors.name_words import NameWords
from generator.analysis.actors.saints import begins_with_a_saint, saint_words
from generator.analysis.actors.tokens import Token

LONGEST_SHORT_TITLE = 4
LONGER_WORD = 4
WORDS_OF_A_HEADLINE = 4

# What ends a sentence, perhaps behind a closing mark: ".", "?”", "...»".
FULL_STOP = re.compile(r"[.!?…][)\]\"'”“’»›]*\s*$")


def run_end(tokens: Sequence[Token], start: int, words: NameWords, known: Mapping[int, int]) -> int:
    """The end of the capitalised words that begin at ``start``, small words of names between them included."""
    particle = _begins_surname(tokens, start, words)
    begins = particle or may_run(tokens[start], words) or tokens[start].start in known
    begins = begins or _is_first_name_like_a_month(tokens, start, words)
    begins = begins or begins_with_a_saint(tokens, start, len(tokens), words)
    if not begins and not words.listed_place_length(tokens[start:]):
        return start
    at = start + 1
    while at < len(tokens):
        if ends_name(tokens, at, words):
            return at
        if _continues(tokens, at, words) and (
            may_run(tokens[at], words) or _is_surname_like_a_month(tokens, at, words)
        ):
            at += 1
            continue
        ahead = at
        while ahead < len(tokens) and ahead < at + 2 and tokens[ahead].text.lower() in words.particles:
            ahead += 1
        whole = tokens[at : ahead + 1]
        # "opende Ana Tarvel het Museum", but "Ana van het Tarvel"
        alone = ahead == at + 1 and tokens[at].text in name_list(words.language, "particles_behind_others")
        if ahead == at or alone or len(whole) <= ahead - at or not all(token.follows_closely for token in whole):
            return at
        given = particle or any(words.is_given_name(token) for token in tokens[start:at])
        if not tokens[ahead].is_capital or not given:
            return at
        if _is_another_person(tokens, ahead, words) or words.is_organisation_word(tokens[ahead]):
            return at  # "Ana Tarvel van de Universiteit Orlune"
        at = ahead + 1
    return at


def _begins_surname(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether a title stands before a small word with a capital: "minister De Vries", "il ministro Di Orlune"."""
    token = tokens[at]
    small = token.is_capital and token.text.lower() in words.particles
    return small and at > 0 and token.follows_closely and words.is_title(tokens[at - 1])


def _is_first_name_like_a_month(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether a first name that is a month's short form too stands before a surname: "Jan Tarvel", "Jan de Tarvel"."""
    token = tokens[at]
    if not token.is_capital or at + 1 >= len(tokens):
        return False
    if not words.is_of_calendar(token):
        return False
    if not words.is_given_name(token) and (
        words.fold(token) not in words.names_like_months or _tells_when(tokens, at, words)
    ):
        return False
    behind = tokens[at + 1]
    name = behind.is_capital and not words.is_ordinary(behind) and not words.is_title(behind)
    return behind.follows_closely and (name or behind.text in words.particles)


def _tells_when(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether a small word of grammar other than "and" stands before a month: "in June", "last May"."""
    before = tokens[at - 1] if at else None
    if before is None or (before.is_capital and at > 1) or not tokens[at].follows_closely:
        return False
    return words.is_ordinary(before) and words.fold(before) not in words.conjunctions


def _is_surname_like_a_month(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether a month is the surname behind a first name: "Theresa May"."""
    surname = words.fold(tokens[at]) in words.names_like_months and tokens[at].is_capital
    return surname and words.is_given_name(tokens[at - 1])


def _is_another_person(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether a first name and a surname begin here, as in German "Roman von Ilse Tarvel": the novel is no name."""
    behind = at + 1
    return (
        words.is_given_name(tokens[at])
        and behind < len(tokens)
        and _continues(tokens, behind, words)
        and may_run(tokens[behind], words)
    )


def _continues(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether only white space parts a token from the one before, or the point of an initial or a short title.

    "Roger M. Tarvel", "Sen. Roger Tarvel".
    """
    before = tokens[at - 1]
    abbreviated = before.is_initial or before.text in saint_words()
    abbreviated = abbreviated or (len(before.text) <= LONGEST_SHORT_TITLE and words.is_title(before))
    if before.is_latin is not tokens[at].is_latin:
        return False  # "Ferrovial Ана Рей"
    joined = tokens[at].gap.strip() == "&"  # "Dale & Tarvel Ltd"
    return joined or tokens[at].follows_closely or (abbreviated and tokens[at].gap.strip() == ".")


def ends_name(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether the word before ``at`` owns what follows: "Velkor's Holding", German "Obamas Rettungsaktion"."""
    owner = tokens[at - 1]
    if words.owns_what_follows(owner) or words.is_inflected_by_apostrophe(owner):
        return True
    if not words.nouns_have_capitals or not owner.text.endswith("s") or words.is_strange(tokens[at]):
        return False
    if words.is_given_name(owner):
        return False  # "Jonas Reuter"
    if words.is_organisation_word(tokens[at]) and not words.is_organisation_head(tokens[at]):
        return False  # "Ruvrilis Werke"
    is_name = words.is_strange(owner) or (at > 1 and words.is_given_name(tokens[at - 2]))
    return is_name and not tokens[at].is_acronym and not words.is_given_name(tokens[at])


def may_run(token: Token, words: NameWords) -> bool:
    """A capital that is no word of grammar."""
    return token.is_capital and not words.is_ordinary(token)


def is_headline(text: str, tokens: Sequence[Token], words: NameWords) -> bool:
    """Whether it has no full stop and all its longer words have capitals, in a language that gives them to names alone.

    "Rain Closes Old Bridge" is one; the names in it cannot be told from other words.
    """
    longer = [token for token in tokens if len(token.text) >= LONGER_WORD]
    small = sum(not token.is_capital for token in longer)
    if words.nouns_have_capitals or len(longer) < WORDS_OF_A_HEADLINE or FULL_STOP.search(text):
        return False
    return small * 6 <= len(longer)
