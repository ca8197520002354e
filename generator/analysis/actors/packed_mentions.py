"""The mentions of all articles in little room: what recurs is held once, a mention is three numbers.

A large folder names somebody millions of times, and nearly always in the same few words.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, MutableSequence, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import overload

from generator.model import ActorMention

Cited = tuple[str, ActorMention]  # the id of an article, and a mention in it


Numbers = MutableSequence[int]
"""Mentions by their numbers among the packed ones."""


class PackedMentions:
    """Mentions by the numbers under which they were added, which count from 0."""

    def __init__(self) -> None:
        self._articles: list[str] = []
        self._named: list[ActorMention] = []
        self._number_of: dict[ActorMention, int] = {}
        self._places = array("I")  # for each mention the number of its article, its start, and what it names

    def add(self, article: str, mention: ActorMention) -> int:
        """Hold one more, and give its number; those of one article are added one after the other."""
        if not self._articles or self._articles[-1] != article:
            self._articles.append(article)
        named = replace(mention, start=0, end=mention.end - mention.start)
        known = self._number_of.setdefault(named, len(self._named))
        if known == len(self._named):
            self._named.append(named)
        self._places.extend((len(self._articles) - 1, mention.start, known))
        return len(self._places) // 3 - 1

    def __getitem__(self, number: int) -> Cited:
        article, start, named = self._places[3 * number : 3 * number + 3]
        found = self._named[named]
        return self._articles[article], replace(found, start=start, end=start + found.end)

    def row(self, numbers: Numbers) -> Sequence[Cited]:
        """Some of the mentions in the order of their numbers; each is unpacked when it is asked for."""
        in_order = all(one < other for one, other in pairwise(numbers))
        return _Row(self, numbers if in_order else array("I", sorted(numbers)))


class _Row(Sequence[Cited]):
    """Mentions by the place of their numbers in a row."""

    def __init__(self, packed: PackedMentions, numbers: Sequence[int]) -> None:
        self._packed, self._numbers = packed, numbers

    @overload
    def __getitem__(self, place: int) -> Cited: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Cited]: ...
    def __getitem__(self, place: int | slice) -> Cited | Sequence[Cited]:
        if isinstance(place, slice):
            return _Row(self._packed, self._numbers[place])
        return self._packed[self._numbers[place]]

    def __iter__(self) -> Iterator[Cited]:
        return map(self._packed.__getitem__, self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
