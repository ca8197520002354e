"""WARC files → one candidate for each page that was captured in them, with its address and the time of its capture."""

from __future__ import annotations

import gzip
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, cast
from urllib.parse import urlsplit

from generator.adding.addresses import shown, without_fragment
from generator.adding.outcome import Candidate, LeftOut
from generator.adding.unpacking import BREAKS_OFF, CHUNK_BYTES, GZIP, Bounded, Counted, gunzipped, unbrotlied
from generator.errors import ContentProblem, Place
from generator.model import Source
from generator.reading.formats import PAGE_START, PDF_START
from generator.reading.source import LARGEST_FILE_BYTES

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

# How often servers pack one page into the other.
MOST_PACKED = 3
PAGE_TYPES = ("text/html", "application/xhtml+xml", "application/pdf")
BROTLI, ZSTANDARD = "br", "zstd"
# The time of capture: "2023-10-05T12:00:00Z", "2023-10-05T12:00:00.123Z"
CAPTURED = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z?")


def pages_in(file: BinaryIO, origin: str) -> Iterator[Candidate | LeftOut]:
    """The pages in the order of capture, from a plain or a compressed file.

    Raises ``OSError``, ``ContentProblem`` or ``Bomb`` where the reading has to end.
    """
    from warcio.exceptions import ArchiveLoadFailed

    compressed = file.read(2) == GZIP
    file.seek(0)
    packed = Counted(file)
    # read1 gives what stands before a break, where read would give nothing
    read = gzip.GzipFile(fileobj=cast("BinaryIO", packed), mode="rb").read1 if compressed else packed.read
    stream = Bounded(read, packed)
    try:
        for record in _records(stream):
            if record.rec_type in ("response", "resource"):
                yield from _page(record, origin)
        if not stream.ends_well():
            raise OSError(BREAKS_OFF)
    except ArchiveLoadFailed as error:
        fact = f"is a broken archive (WARC): {shown(' '.join(str(error).split()))[:160]}"
        raise ContentProblem(Place(origin), fact, "what stands before that place was read") from error


def _records(stream: Bounded) -> Iterator[ArcWarcRecord]:
    """The records of a file; what warcio lets through of one that is broken is told as it tells of others."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    class Quiet(ArchiveIterator):  # type: ignore[misc] # the library has no types
        """What it would write to the terminal is in the report: such a record is left out, or ends the reading."""

        INC_RECORD = ""

    try:
        yield from Quiet(stream)
    except (AttributeError, ValueError, TypeError) as error:
        raise ArchiveLoadFailed("a record without the headers that it needs") from error


def _page(record: ArcWarcRecord, origin: str) -> Iterator[Candidate | LeftOut]:
    """The page of a record, if it is one: HTML or PDF answered with 200, by its type or, without one, its bytes."""
    headers = record.http_headers
    kind = (headers or record.rec_headers).get_header("Content-Type") or ""
    if kind and kind.split(";")[0].strip().lower() not in PAGE_TYPES:
        return
    if headers is not None and headers.get_statuscode() != "200":
        return
    url = without_fragment((record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> "))
    if not _is_of_the_web(url):
        return
    place = f"{origin}, {shown(url)}"
    codings = _codings(record)
    content = _limited(record, codings)
    whole = _unpacked(content, codings) if content is not None else None
    if fact := _why_not(content, whole, codings):
        yield LeftOut(place, fact)
    elif whole is not None and (kind or _is_page(whole)):
        yield _candidate(record, place, url, whole, kind)


def _is_of_the_web(url: str) -> bool:
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:  # a bracket that is not closed: "https://[host"
        return False


def _codings(record: ArcWarcRecord) -> tuple[str, ...]:
    """How a server packed the page, in that order: ("gzip",), ("br",)."""
    stated = (record.http_headers.get_header("Content-Encoding") or "") if record.http_headers else ""
    return tuple(filter(None, (coding.strip().lower() for coding in stated.split(","))))


def _is_page(content: bytes) -> bool:
    return bool(PAGE_START.match(content.removeprefix(BOM_UTF8))) or content.startswith(PDF_START)


def _why_not(content: bytes | None, unpacked: bytes | None, codings: tuple[str, ...]) -> str | None:
    """Why a record gives no page."""
    if content is None:
        return f"the page is larger than {LARGEST_FILE_BYTES // 1024 // 1024} MB"
    if ZSTANDARD in codings and unpacked is not None and not _is_page(unpacked):
        return f"the page is compressed in a way that cannot be undone here ({ZSTANDARD})"
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


def _limited(record: ArcWarcRecord, codings: tuple[str, ...]) -> bytes | None:
    """The content of a record, without its gzip; absent where it is larger than any page."""
    stream = _without_chunks(record) if BROTLI in codings else record.content_stream()
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


def _without_chunks(record: ArcWarcRecord) -> BinaryIO:
    """The content as it was packed: warcio would unpack Brotli without any limit."""
    from warcio.bufferedreaders import ChunkedDataReader

    chunked = record.http_headers.get_header("Transfer-Encoding") == "chunked"
    return cast("BinaryIO", ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream)


def _unpacked(content: bytes, codings: tuple[str, ...]) -> bytes | None:
    """A page as it was before a server packed it; absent where that is broken or larger than any page.

    Some pack more often than they say, and some archives keep pages unpacked under the headers of packed ones.
    """
    if codings[-1:] == (BROTLI,) and not _is_page(content):
        opened = unbrotlied(content, LARGEST_FILE_BYTES)
        if opened is None:
            return None
        content = opened
    for _ in range(MOST_PACKED):
        if not content.startswith(GZIP):
            break
        opened = gunzipped(content, LARGEST_FILE_BYTES)
        if opened is None:
            return None
        content = opened
    return content


def _name(url: str) -> str:
    """The last part of the address's path, for what it is worth as a name."""
    return PurePosixPath(urlsplit(url).path).name or "page.html"
