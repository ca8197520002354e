"""What several rows hold, of very many things that each holds: the things are known by numbers of 64 bits.

Nearly all things stand in one row alone: a run of words, a word, two names side by side. So the numbers wait in files
until all are known, sorted into boxes; only those that stand in several rows stay in memory, as plain numbers: some
thirty bytes for each, however many rows there are. A number is Python's hash of the thing.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from tempfile import SpooledTemporaryFile

BOX_BITS = 6
BOX_BYTES_IN_MEMORY = 128 * 1024
NUMBERS_WRITTEN_AT_ONCE = 1024
"""Numbers go into 64 boxes by their first bits; a box becomes a file when it is larger than this."""


class Boxes:
    """Numbers that wait until all are known. Each row is added once, with each of its numbers once."""

    def __init__(self) -> None:
        self._files = [_file() for _ in range(1 << BOX_BITS)]
        self._waiting = [array("q") for _ in self._files]

    def add(self, row: Iterable[int]) -> None:
        """Put the numbers of one more row into the boxes."""
        for number in row:
            # the sign counts: boxes follow each other in order
            at = (number >> (63 - BOX_BITS + 1)) + (1 << BOX_BITS >> 1)
            waiting = self._waiting[at]
            waiting.append(number)
            if len(waiting) == NUMBERS_WRITTEN_AT_ONCE:
                self._files[at].write(waiting.tobytes())
                self._waiting[at] = array("q")

    def recurring(self) -> Recurring:
        """The numbers that several rows hold. The boxes are empty then."""
        numbers, spread = array("q"), array("I")
        while self._files:
            last = self._waiting.pop(0)
            with self._files.pop(0) as file:
                file.seek(0)
                last.frombytes(file.read())
            for number, times in _repeated(sorted(last)):
                numbers.append(number)
                spread.append(times)
        return Recurring(numbers, spread)


class Recurring:
    """Numbers that several rows hold, each known by its place in their order; ``spread``: how many rows hold each."""

    def __init__(self, numbers: array[int], spread: array[int]) -> None:
        self._numbers, self.spread = numbers, spread

    def __len__(self) -> int:
        return len(self._numbers)

    def place(self, number: int) -> int | None:
        """The place of a number; absent where no two rows hold it."""
        at = bisect_left(self._numbers, number)
        return at if at < len(self._numbers) and self._numbers[at] == number else None

    def places(self, row: Iterable[int]) -> list[int]:
        """The places of those numbers of a row that others hold too, in order."""
        return sorted(place for number in row if (place := self.place(number)) is not None)

    def times(self, number: int) -> int:
        """How many rows hold a number, if any does."""
        place = self.place(number)
        return 1 if place is None else self.spread[place]


class Holders:
    """Which rows hold each recurring number, in order; rows are known by their place among those given.

    Takes for each row the places of its recurring numbers.
    """

    def __init__(self, recurring: Recurring, rows: Iterable[Collection[int]]) -> None:
        self._starts = array("Q", accumulate(recurring.spread, initial=0))
        self._rows = array("I", bytes(array("I").itemsize * self._starts[-1]))
        self._filled = array("I", bytes(array("I").itemsize * len(recurring)))
        for row, places in enumerate(rows):
            for place in places:
                self._rows[self._starts[place] + self._filled[place]] = row
                self._filled[place] += 1

    def count(self, place: int) -> int:
        """How many rows hold a number."""
        return self._filled[place]

    def after(self, place: int, row: int, most: int | None = None) -> Sequence[int]:
        """The rows behind one that hold a number, the nearest ones."""
        end = self._starts[place] + self._filled[place]
        first = bisect_right(self._rows, row, self._starts[place], end)
        return self._rows[first : end if most is None else min(end, first + most)]


def _file() -> SpooledTemporaryFile[bytes]:
    return SpooledTemporaryFile(max_size=BOX_BYTES_IN_MEMORY)


def _repeated(ordered: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each number that stands several times in an ordered row, and how often."""
    for number in sorted({one for one, other in pairwise(ordered) if one == other}):
        yield number, bisect_right(ordered, number) - bisect_left(ordered, number)
