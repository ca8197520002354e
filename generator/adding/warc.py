"""WARC files → one candidate for each page that was captured in them, with its address and the time of its capture."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, cast
from urllib.parse import urlsplit

from generator.adding.addresses import shown, without_fragment
from generator.adding.outcome import Candidate, LeftOut
from generator.adding.unpacking import BREAKS_OFF, CHUNK_BYTES, Bounded, Counted
from generator.errors import ContentProblem, Place
from generator.model import Source
from generator.reading.formats import PAGE_START
from generator.reading.source import LARGEST_FILE_BYTES

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

# How a packed page begins, and how often servers pack one into the other.
GZIP, MOST_PACKED = b"\x1f\x8b", 3
PAGE_TYPES = ("text/html", "application/xhtml+xml")
# The time of capture: "2023-10-05T12:00:00Z", "2023-10-05T12:00:00.123Z"
CAPTURED = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z?")


def pages_in(file: BinaryIO, origin: str) -> Iterator[Candidate | LeftOut]:
    """The pages in the order of capture, from a plain or a compressed file.

    Raises ``OSError``, ``ContentProblem`` or ``Bomb`` where the reading has to end.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    compressed = file.read(2) == GZIP
    file.seek(0)
    packed = Counted(file)
    # read1 gives what stands before a break, where read would give nothing
    read = gzip.GzipFile(fileobj=cast("BinaryIO", packed), mode="rb").read1 if compressed else packed.read
    stream = Bounded(read, packed)
    try:
        for record in ArchiveIterator(stream):
            if record.rec_type in ("response", "resource"):
                yield from _page(record, origin)
        if not stream.ends_well():
            raise OSError(BREAKS_OFF)
    except ArchiveLoadFailed as error:
        fact = f"is a broken archive (WARC): {shown(' '.join(str(error).split()))[:160]}"
        raise ContentProblem(Place(origin), fact, "what stands before that place was read") from error


def _page(record: ArcWarcRecord, origin: str) -> Iterator[Candidate | LeftOut]:
    """The page of a record, if it is one: HTML that was answered with 200, by its type or, without one, its bytes."""
    headers = record.http_headers
    kind = (headers or record.rec_headers).get_header("Content-Type") or ""
    if kind and kind.split(";")[0].strip().lower() not in PAGE_TYPES:
        return
    if headers is not None and headers.get_statuscode() != "200":
        return
    url = without_fragment((record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> "))
    if urlsplit(url).scheme not in ("http", "https"):
        return
    place = f"{origin}, {shown(url)}"
    content = _limited(record)
    encoding = (headers.get_header("Content-Encoding") or "").lower() if headers else ""
    whole = _unpacked(content) if content is not None else None
    if fact := _why_not(content, whole, encoding):
        yield LeftOut(place, fact)
    elif whole is not None and (kind or PAGE_START.match(whole)):
        yield _candidate(record, place, url, whole, kind)


def _why_not(content: bytes | None, unpacked: bytes | None, encoding: str) -> str | None:
    """Why a record gives no page."""
    if content is None:
        return f"the page is larger than {LARGEST_FILE_BYTES // 1024 // 1024} MB"
    if encoding in ("br", "zstd"):
        return f"the page is compressed in a way that cannot be undone here ({encoding})"
    if unpacked is None:
        return "the page is packed again, and what is in it is broken or too large"
    return None if unpacked.strip() else "the page is empty"


def _candidate(record: ArcWarcRecord, place: str, url: str, content: bytes, kind: str) -> Candidate:
    headers = record.http_headers
    captured = CAPTURED.match(record.rec_headers.get_header("WARC-Date") or "")
    remarks = [f"content-type: {kind}"]
    if headers and (modified := headers.get_header("Last-Modified")):
        remarks.append(f"last-modified: {modified}")
    return Candidate(
        origin=place,
        source=Source(_name(url), content),
        name=_name(url),
        url=url,
        retrieved=f"{captured[1]}Z" if captured else None,
        remarks=tuple(remarks),
        from_archive=True,
    )


def _limited(record: ArcWarcRecord) -> bytes | None:
    """The unpacked content of a record; absent where it is larger than any page."""
    stream = record.content_stream()
    found = bytearray()
    while chunk := stream.read(CHUNK_BYTES):
        found += chunk
        if len(found) > LARGEST_FILE_BYTES:
            return None
    while record.raw_stream.read(CHUNK_BYTES):
        pass  # what a server sent after the last chunk
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise OSError(BREAKS_OFF)
    return bytes(found)


def _unpacked(content: bytes) -> bytes | None:
    """A page that a server packed more often than it said; absent where that is broken or larger than any page."""
    for _ in range(MOST_PACKED):
        if not content.startswith(GZIP):
            break
        opened = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            content = opened.decompress(content, LARGEST_FILE_BYTES)
        except zlib.error:
            return None
        if not opened.eof:
            return None
    return content


def _name(url: str) -> str:
    """The last part of the address's path, for what it is worth as a name."""
    return PurePosixPath(urlsplit(url).path).name or "page.html"
