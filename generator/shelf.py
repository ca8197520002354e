"""Values that lie in a file without a name, as JSON in little room, and are read from there."""

from __future__ import annotations

import zlib
from tempfile import TemporaryFile
from typing import Generic, TypeVar
from weakref import finalize

Value = TypeVar("Value")

LENGTH_BYTES = 4
"""Before each value stands how long it is."""


class Shelf(Generic[Value]):
    """Values of one type, each known by its place in the file, which goes with the shelf."""

    def __init__(self, kind: type[Value]) -> None:
        from pydantic import TypeAdapter

        self._shape = TypeAdapter(kind)
        self._file = TemporaryFile(buffering=0)  # noqa: SIM115 - it is open as long as the shelf is there
        finalize(self, self._file.close)
        self._end = 0

    def put(self, value: Value) -> int | None:
        """Its place; ``None`` where it cannot be written: lone surrogates, or a full disk."""
        place = self._end
        try:
            content = zlib.compress(self._shape.dump_json(value), level=1)
            entry = len(content).to_bytes(LENGTH_BYTES, "big") + content
            self._file.seek(place)
            if self._file.write(entry) < len(entry):
                return None
        except (ValueError, OSError):
            return None
        self._end = place + len(entry)
        return place

    def get(self, place: int) -> Value:
        """What was put there."""
        self._file.seek(place)
        length = int.from_bytes(self._file.read(LENGTH_BYTES), "big")
        return self._shape.validate_json(zlib.decompress(self._file.read(length)))
