"""Organisations whose kind is several words, of which only the first has a capital: Vietnamese "Tập đoàn Orlune".

Takes the words of a sentence and where a capital stands; gives the organisation that begins there, or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.actors.found import Found
from generator.analysis.actors.name_words import NameWords
from generator.analysis.actors.tokens import Token
from generator.model import ActorKind

LONGEST_NAME = 4  # words


def spaced_kind_name(tokens: Sequence[Token], at: int, words: NameWords) -> Found | None:
    """The kind with the capitals behind it; a kind of office has its field in one capital and one small word."""
    length = words.spaced_kind_length(tokens[at : at + LONGEST_NAME])
    last = at + length
    while length > 0 and last < len(tokens) and last < at + length + LONGEST_NAME and _goes_on(tokens[last]):
        last += 1
    if last == at + length:
        return None
    field = length == 1 and last == at + 2 and last < len(tokens) and tokens[last].follows_closely
    if field and not words.is_ordinary(tokens[last]) and words.fold(tokens[last]) not in words.speech_verbs:
        last += 1  # "Bộ Xây dựng"
    return Found(at, last, ActorKind.ORGANISATION)


def _goes_on(token: Token) -> bool:
    return token.is_capital and token.follows_closely
