"""Who took, left or won a post of which there is one: the claim about a person that two reports can contradict.

Two people may say, visit or condemn the same thing on one day; two cannot be appointed to one post. Takes a sentence,
gives a ``Post``; two posts of reports that name different people contradict each other only under ``name_another``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import zip_longest

from generator.analysis.language.patterns import claim_pattern
from generator.edtf import earliest, is_day

CHANGES = ("appointed", "left", "elected")

DAYS_APART = 2
"""A report without a date tells of the days before it was published."""

ONE_SPELLING = 0.75
"""Surnames so much alike may be one surname, misspelt or transliterated."""

ENDING_LETTERS = 3
"""Cases and genders differ in the last letters of a word: "Finanzminister" and "Finanzministerin"."""

SHORTEST_WORD = 4
"""Shorter words are mostly grammar: "des", "van", "the"."""

# A word of letters of any script: "Finanzministerin".
WORD = re.compile(r"[^\W\d_]+")

Stretch = tuple[int, int]  # offsets into the sentence, end exclusive


@dataclass(frozen=True, slots=True)
class Post:
    """What a sentence says of a post: the change, the post, and all its other words without names and dates.

    ``office`` is folded, without words of grammar, ``printed`` as it stands; ``of_government`` says that few people in
    the news can hold it at once; ``on`` is the day of the change, absent where it is vague.
    """

    change: str
    office: tuple[str, ...]
    printed: str
    of_government: bool
    rest: frozenset[str]
    on: date | None
    dated: bool

    @property
    def key(self) -> tuple[str, str]:
        """What reports of one post have in common in any case and gender."""
        return (f"p:{self.change}", " ".join(word[:SHORTEST_WORD] for word in self.office))


def post_in(
    text: str, language: str, named: Sequence[Stretch], dated: Sequence[Stretch], days: Sequence[str], published: str
) -> Post | None:
    """The one change of one post that a sentence tells; absent where it tells none or several.

    ``named`` and ``dated`` are its names of people and its dates, ``days`` the dates' values.
    """
    changes = {change: found for change in CHANGES if (found := _found(text, language, change))}
    if len(changes) != 1:
        return None
    ((change, verbs),) = changes.items()
    ministers = _found(text, language, "ministers")
    offices = ministers or _found(text, language, "heads")
    words = {_words(text[start:end]) for start, end in offices}
    if len(words) != 1:
        return None
    start, end = offices[0]
    return Post(
        change=change,
        office=words.pop(),
        printed=text[start:end],
        of_government=bool(ministers),
        rest=frozenset(_words(_without(text, [*verbs, *offices, *named, *dated]))),
        on=_day(days, published),
        dated=bool(days),
    )


def name_another(a: Post, b: Post, *, share_a_name: bool) -> bool:
    """Whether two reports tell one change of one post at one time, and one of them nothing beyond the other.

    "Appointed judge" of two people would be no contradiction, nor two mayors of two towns: the sentences share a name
    besides, or the post is one of a government.
    """
    one_post = a.change == b.change and _same_office(a.office, b.office) and (share_a_name or a.of_government)
    return one_post and _same_time(a, b) and (a.rest <= b.rest or b.rest <= a.rest)


def are_rivals(one: str, other: str) -> bool:
    """Whether two folded names are two people, and not one by surname alone, with another name, or spelt otherwise."""
    words, others = one.replace("-", " ").split(), other.replace("-", " ").split()
    if not words or not others or set(words) & {others[-1]} or set(others) & {words[-1]}:
        return False
    return SequenceMatcher(None, words[-1], others[-1], autojunk=False).ratio() < ONE_SPELLING


def _found(text: str, language: str, key: str) -> list[Stretch]:
    pattern = claim_pattern(language, key, before="", behind="")
    return [match.span() for match in pattern.finditer(text)] if pattern else []


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in WORD.findall(text.casefold()) if len(word) >= SHORTEST_WORD)


def _without(text: str, stretches: Iterable[Stretch]) -> str:
    kept = list(text)
    for start, end in stretches:
        kept[start:end] = " " * (end - start)
    return "".join(kept)


def _day(days: Sequence[str], published: str) -> date | None:
    """The only day that the sentence names; where it names no date, the day of publication."""
    values = set(days) or {published}
    (value, *others) = values
    return earliest(value) if not others and is_day(value) else None


def _same_office(one: Sequence[str], other: Sequence[str]) -> bool:
    return all(_one_word(a, b) for a, b in zip_longest(one, other, fillvalue=""))


def _one_word(a: str, b: str) -> bool:
    letters = min(len(a), len(b)) - ENDING_LETTERS
    shared = max(SHORTEST_WORD, letters)
    return a == b or (min(len(a), len(b)) >= SHORTEST_WORD and a[:shared] == b[:shared])


def _same_time(a: Post, b: Post) -> bool:
    if a.on is None or b.on is None:
        return False
    return a.on == b.on if a.dated and b.dated else abs((a.on - b.on).days) <= DAYS_APART
