"""What is put on a shelf is found there as it was, or stays with whoever wanted to put it there."""

from __future__ import annotations

import io

import pytest

from generator import shelf
from generator.shelf import Shelf


class FullDisk(io.BytesIO):
    """A file in which there is room for so many bytes and no more."""

    room = 40

    def write(self, content: bytes, /) -> int:  # type: ignore[override] # bytes are all that is written
        if self.tell() >= self.room:
            raise OSError("no space left on device")
        return super().write(content[: self.room - self.tell()])


def test_values_are_read_in_any_order_as_they_were_put() -> None:
    words = Shelf(tuple[str, ...])
    values = [("ship", "порт"), (), ("a" * 10_000,)]
    places = [words.put(value) for value in values]
    for place, value in reversed([*zip(places, values, strict=True)]):
        assert place is not None
        assert words.get(place) == value


def test_what_cannot_be_written_has_no_place_and_harms_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "TemporaryFile", lambda **_: FullDisk())
    words = Shelf(str)
    assert words.put("lone \ud800") is None
    first = words.put("harbour")
    assert [words.put("lighthouse of Northfield") for _ in range(2)] == [None, None]
    assert first is not None
    assert words.get(first) == "harbour"
