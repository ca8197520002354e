"""A mapping whose values are made when they are asked for: what a large folder is too much to hold all at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

HELD = 2_000
HELD_OF_MORE = 200
"""So many values stay in memory, those asked for last: all of a usual folder. Of a larger one few: whoever goes through
all of them finds none of the last round in any case."""


class OnDemand(Mapping[Key, Value]):
    """``make`` of each key, in the order of the keys, which stay as they are.

    A value is made again where many others were asked for since.
    """

    def __init__(self, keys: Collection[Key], make: Callable[[Key], Value], held: int | None = None) -> None:
        self._keys = keys
        enough = HELD if len(keys) <= HELD else HELD_OF_MORE
        self._made = lru_cache(maxsize=enough if held is None else held)(make)

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
