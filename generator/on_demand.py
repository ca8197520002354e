"""A mapping whose values are made when they are asked for: what a large folder is too much to hold all at once.

What takes long to make can be set aside: it is made once, and read again from a file in little room on the disk.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from tempfile import TemporaryFile
from typing import Generic, TypeVar
from weakref import finalize

Key = TypeVar("Key")
Value = TypeVar("Value")

HELD = 2_000
HELD_OF_MORE = 200
"""So many values stay in memory, those asked for last: all of a usual folder. Of a larger one few: whoever goes through
all of them finds none of the last round in any case."""


LENGTH_BYTES = 4
"""Before each value that is set aside stands how long it is."""


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
        enough = held if held is not None else HELD if len(keys) <= HELD else HELD_OF_MORE
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
    """``make``, which leaves what it made in a file without a name, as JSON in little room, and reads it there."""

    def __init__(self, kind: type[Value], make: Callable[[Key], Value]) -> None:
        from pydantic import TypeAdapter

        self._make, self._shape = make, TypeAdapter(kind)
        self._file = TemporaryFile()  # noqa: SIM115 - it is open as long as the mapping is there
        finalize(self, self._file.close)
        self._end = 0
        self._places: dict[Key, int] = {}

    def __call__(self, key: Key) -> Value:
        place = self._places.get(key)
        return self._put(key, self._make(key)) if place is None else self._read(place)

    def _put(self, key: Key, made: Value) -> Value:
        try:
            content = zlib.compress(self._shape.dump_json(made), level=1)
        except ValueError:  # lone surrogates: it is made again whenever it is asked for
            return made
        self._file.seek(self._end)
        self._file.write(len(content).to_bytes(LENGTH_BYTES, "big") + content)
        self._places[key] = self._end
        self._end = self._file.tell()
        return made

    def _read(self, place: int) -> Value:
        self._file.seek(place)
        length = int.from_bytes(self._file.read(LENGTH_BYTES), "big")
        return self._shape.validate_json(zlib.decompress(self._file.read(length)))
