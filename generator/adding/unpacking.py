"""Streams that unpack within limits: what unpacks to far more than it holds was made to fill a memory."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import BinaryIO

# Pages compress to a tenth; what unpacks to this many times its size, beyond this much, is no archive of pages.
BOMB_RATIO = 150
BOMB_BYTES = 16 * 1024 * 1024
# Headers have lines; what has none for so long would be gathered in memory.
LONGEST_LINE_BYTES = 32 * 1024 * 1024
CHUNK_BYTES = 64 * 1024
BREAKS_OFF = "it breaks off in the middle"
GZIP = b"\x1f\x8b"


class Bomb(Exception):
    """An archive unpacks to far more than it holds."""


def refuse_bomb(unpacked_bytes: int, packed_bytes: int) -> None:
    """Raise ``Bomb`` for a size that no honest packing reaches."""
    if unpacked_bytes > BOMB_BYTES and unpacked_bytes > BOMB_RATIO * max(packed_bytes, 1):
        raise Bomb


class Counted:
    """A stream that counts what is read from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.taken = 0

    def read(self, size: int = -1) -> bytes:
        """As a file reads."""
        found = self._stream.read(size)
        self.taken += len(found)
        return found


class Bounded:
    """A stream of unpacked bytes that gives up on a bomb; ``packed`` counts the bytes that they came from."""

    def __init__(self, read: Callable[[int], bytes], packed: Counted) -> None:
        self._read = read
        self._packed = packed
        self._given = 0
        self._in_line = 0
        self._end = b""

    def read(self, size: int = -1) -> bytes:
        """At most one chunk, however much is asked for."""
        try:
            found = self._read(CHUNK_BYTES if size < 0 else min(size, CHUNK_BYTES))
        except EOFError as error:
            raise OSError(BREAKS_OFF) from error  # to warcio an EOFError is the end of the archive
        self._given += len(found)
        refuse_bomb(self._given, self._packed.taken)
        self._in_line = 0 if b"\n" in found else self._in_line + len(found)
        if self._in_line > LONGEST_LINE_BYTES:
            raise OSError("it goes on without an end of line")
        self._end = (self._end + found[-4:])[-4:]
        return found

    def ends_well(self) -> bool:
        """Whether the last record was closed by two ends of line."""
        return self._end.endswith((b"\r\n\r\n", b"\n\n"))


def gunzipped(content: bytes, most_bytes: int) -> bytes | None:
    """What is packed with gzip; absent where that is broken or larger than ``most_bytes``."""
    opened = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        unpacked = opened.decompress(content, most_bytes)
    except zlib.error:
        return None
    return unpacked if opened.eof else None


def unbrotlied(content: bytes, most_bytes: int) -> bytes | None:
    """What is packed with Brotli (RFC 7932); absent where that is broken or larger than ``most_bytes``.

    A few hundred bytes can hold gigabytes: no more is unpacked at a time than a chunk.
    """
    import brotli

    opened = brotli.Decompressor()
    found = bytearray()
    waiting = content
    try:
        while not opened.is_finished():
            unpacked = opened.process(waiting, output_buffer_limit=CHUNK_BYTES)
            if not unpacked and not waiting:
                return None
            found += unpacked
            waiting = b""
            if len(found) > most_bytes:
                return None
    except brotli.error:
        return None
    return bytes(found)
