"""A mapping whose values are made when they are asked for: what a large folder is too much to hold all at once.

What takes long to make can be set aside: it is made once, and read again from a file in little room on the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from typing import Generic, TypeVar

from generator.shelf import Shelf

Key = TypeVar("Key")
Value = TypeVar("Value")

HELD = 2_000
HELD_OF_MORE = 200
"""So many values stay in memory, those asked for last: all of a usual folder. Of a larger one few: whoever goes through
all of them finds none of the last round in any case."""


def fit_in_memory(values: int) -> bool:
    """Whether so many values, one for each article, may stay in memory."""
    return values <= HELD


class OnDemand(Mapping[Key, Value]):
    """``make`` of each key, in the order of the keys, which stay as they are.

    A value is made again where many others were asked for since; with ``kind``, its type, a value that does not stay
    in memory is read again from a file, which goes with the mapping.
    """

    def __init__(
        self,
        keys: Collection[Key],
        make: Callable[[Key], Value],
        held: int | None = None,
        kind: type[Value] | None = None,
    ) -> None:
        self._keys = keys
        enough = held if held is not None else HELD if fit_in_memory(len(keys)) else HELD_OF_MORE
        once = make if kind is None or len(keys) <= enough else _SetAside(kind, make)
        self._made = lru_cache(maxsize=enough)(once)

    def __getitem__(self, key: Key) -> Value:
        if key not in self._keys:
            raise KeyError(key)
        return self._made(key)

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[Key]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class _SetAside(Generic[Key, Value]):
    """``make``, which leaves what it made on a shelf and reads it there."""

    def __init__(self, kind: type[Value], make: Callable[[Key], Value]) -> None:
        self._make, self._shelf = make, Shelf(kind)
        self._places: dict[Key, int] = {}

    def __call__(self, key: Key) -> Value:
        place = self._places.get(key)
        return self._put(key, self._make(key)) if place is None else self._shelf.get(place)

    def _put(self, key: Key, made: Value) -> Value:
        place = self._shelf.put(made)
        if place is not None:  # else it is made again whenever it is asked for
            self._places[key] = place
        return made
