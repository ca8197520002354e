"""Where every word stands: entry and position, as text that a page unpacks when a word is searched for.

Takes the texts of entries, in the order of the entries; gives the words in order, the places of rare words in one
piece, since most words are rare and take little room, and those of the others in shards of about equal size. The time
is linear in the text; equal texts give equal bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.publishing.search.words import words_of

RARE_CHARACTERS = 32  # of the places of a word: about ten entries
SHARD_CHARACTERS = 24_000
FIELD_GAP = 5  # the last word of a text and the first of the next are no neighbours
# Five bits of a number a character, the lowest first; a character of the upper half says that more follows.
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@dataclass(frozen=True, slots=True)
class Shard:
    """Places of frequent words, by the number of the word; numbers ascend within a shard and over shards."""

    places: Mapping[int, str]

    @property
    def first(self) -> int:
        """The number of its first word."""
        return next(iter(self.places))


class Postings:
    """Collects words and their places; the entries have to come in order."""

    def __init__(self) -> None:
        self._places: dict[str, _Places] = {}

    def add(self, entry: int, texts: Iterable[str], unseen: Iterable[str] = ()) -> int:
        """Note the words of an entry; gives how many there are in ``texts``, which a result can show."""
        end, count = self._note(entry, texts, 0)
        self._note(entry, unseen, end)
        return count

    def _note(self, entry: int, texts: Iterable[str], position: int) -> tuple[int, int]:
        """The position after the texts, and how many words they have."""
        count = 0
        for text in texts:
            for word in words_of(text):
                self._places.setdefault(word, _Places()).add(entry, position)
                position, count = position + 1, count + 1
            position += FIELD_GAP
        return position, count

    def words(self) -> list[str]:
        """All words in the order of their code points."""
        return sorted(self._places)

    def rare(self) -> list[str]:
        """The places of each rare word in the order of ``words``; of a frequent one "", it stands in a shard."""
        coded = ("".join(self._places[word].coded) for word in self.words())
        return [places if len(places) <= RARE_CHARACTERS else "" for places in coded]

    def shards(self) -> Iterator[Shard]:
        """The places of all frequent words."""
        size, places = 0, dict[int, str]()
        for number, word in enumerate(self.words()):
            coded = "".join(self._places[word].coded)
            if len(coded) <= RARE_CHARACTERS:
                continue
            if places and size + len(coded) > SHARD_CHARACTERS:
                yield Shard(places)
                size, places = 0, {}
            places[number] = coded
            size += len(coded)
        if places:
            yield Shard(places)


def number_text(number: int) -> str:
    """A number from 0 as text: "A" is 0, "f" is 31, "gB" is 32."""
    text = ""
    while number >= 32:
        text += DIGITS[32 + number % 32]
        number //= 32
    return text + DIGITS[number]


@dataclass(slots=True)
class _Places:
    """Where one word stands; each place is coded by its distance from the one before."""

    coded: list[str] = field(default_factory=list)
    entry: int = -1
    position: int = 0

    def add(self, entry: int, position: int) -> None:
        """In a further entry: how much further, and the position. In the same one: 0, and how much further on."""
        if entry == self.entry:
            self.coded.append("A" + number_text(position - self.position))
        else:
            self.coded.append(number_text(entry - self.entry) + number_text(position))
        self.entry, self.position = entry, position
