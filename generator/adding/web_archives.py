"""Archives (WARC; WACZ, a zip of WARC files; a plain zip) → one candidate for each captured page or file in them.

Takes a binary file; gives pages with their address and time of capture. Promises bounded memory: an archive that
unpacks to far more than it holds is refused, and so is a zip with an entry that leads out of its folder.
"""

from __future__ import annotations

import gzip
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, cast
from urllib.parse import urlsplit

from generator.adding.addresses import shown, without_fragment
from generator.adding.outcome import Candidate, LeftOut
from generator.errors import ContentProblem, Place
from generator.model import Source
from generator.reading.source import LARGEST_FILE_BYTES, SIDECAR_SUFFIXES

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

PAGE_TYPES = ("text/html", "application/xhtml+xml")
# Pages compress to a tenth; what unpacks to this many times its size, beyond this much, is made to fill a memory.
BOMB_RATIO = 150
BOMB_BYTES = 16 * 1024 * 1024
# Headers have lines; what has none for so long would be gathered in memory.
LONGEST_LINE_BYTES = 32 * 1024 * 1024
BREAKS_OFF = "it breaks off in the middle"
CHUNK_BYTES = 64 * 1024
# Entries by which a zip is one document: Word and its kin, EPUB and OpenDocument, Java
DOCUMENT_ENTRIES = ("[Content_Types].xml", "word/", "mimetype", "META-INF/")
# The time of capture in an archive: "2023-10-05T12:00:00Z", "2023-10-05T12:00:00.123Z"
CAPTURED = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z?")


class ArchiveKind(StrEnum):
    """An archive of pages, by its content."""

    WARC = "WARC"
    WARC_GZIP = "compressed WARC"
    WACZ = "WACZ"
    ZIP = "zip"


class Bomb(Exception):
    """An archive unpacks to far more than it holds."""


def archive_kind(path: Path) -> ArchiveKind | None:
    """Which archive a file is; absent for everything else. Only its first bytes, or its list of entries, are read."""
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return archive_kind_of(file)


def archive_kind_of(file: BinaryIO) -> ArchiveKind | None:
    """The same for an open file, which is left at its beginning."""
    start = file.read(1024)
    file.seek(0)
    if start.startswith(b"WARC/"):
        return ArchiveKind.WARC
    if start.startswith(b"\x1f\x8b"):
        try:
            unpacked = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(start, 16)
        except zlib.error:
            return None
        return ArchiveKind.WARC_GZIP if unpacked.startswith(b"WARC/") else None
    return _zip_kind(file) if start.startswith(b"PK\x03\x04") else None


def unpack(file: BinaryIO, kind: ArchiveKind, origin: str) -> Iterator[Candidate | LeftOut | ContentProblem]:
    """The pages of an archive in the order of capture; what stops the reading of it comes last, as a problem."""
    pages = 0
    try:
        for page in (_in_zip if kind in (ArchiveKind.WACZ, ArchiveKind.ZIP) else _in_warc)(file, origin):
            pages += isinstance(page, Candidate)
            yield page
    except ContentProblem as problem:
        yield problem
        return
    except Bomb:
        fact = f"unpacks to more than {BOMB_RATIO} times its size, as no archive of pages does"
        yield ContentProblem(Place(origin), fact, "it is not unpacked any further; do not trust where it came from")
        return
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        fact = f"is a broken archive ({kind}): {shown(str(error)) or type(error).__name__}"
        yield ContentProblem(Place(origin), fact, f"{pages} pages could be read; get the archive again")
        return
    if not pages:
        nothing = "which holds no files" if kind is ArchiveKind.ZIP else "in which no page was captured"
        yield ContentProblem(Place(origin), f"is an archive ({kind}) {nothing}")


def _zip_kind(file: BinaryIO) -> ArchiveKind | None:
    """What a zip is: pages, or files; absent for documents, which are zips too. The file is left at its beginning."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError):
        return None
    finally:
        file.seek(0)
    if any(_is_warc_name(name) for name in names):
        return ArchiveKind.WACZ
    return None if any(name.startswith(DOCUMENT_ENTRIES) for name in names) else ArchiveKind.ZIP


def _is_warc_name(name: str) -> bool:
    return name.lower().endswith((".warc", ".warc.gz"))


def _in_zip(file: BinaryIO, origin: str) -> Iterator[Candidate | LeftOut]:
    """The pages of the WARC files in a zip, or its files where there are none."""
    with zipfile.ZipFile(file) as archive:
        entries = {entry.filename: entry for entry in archive.infolist() if not entry.is_dir()}
        for entry in archive.infolist():
            _refuse_escape(entry, origin)
        warcs = sorted(name for name in entries if _is_warc_name(name))
        for name in warcs:
            _refuse_bomb(entries[name])
            with archive.open(entries[name]) as inner:
                yield from _in_warc(cast("BinaryIO", inner), origin)
        for name in sorted(entries) if not warcs else ():
            if not _is_hidden(name) and not name.lower().endswith(SIDECAR_SUFFIXES):
                yield _file(archive, entries, name, origin)


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)


def _file(
    archive: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], name: str, origin: str
) -> Candidate | LeftOut:
    """One file of a zip, with the sidecar beside it."""
    place = f"{origin}, {shown(name)}"
    if entries[name].file_size > LARGEST_FILE_BYTES:
        return LeftOut(place, f"larger than {LARGEST_FILE_BYTES // 1024 // 1024} MB, which no article is")
    path = PurePosixPath(name)
    beside = next((e for s in SIDECAR_SUFFIXES if (e := entries.get(str(path.with_suffix(s))))), None)
    for entry in filter(None, (entries[name], beside)):
        _refuse_bomb(entry)
    sidecar = archive.read(beside) if beside else None
    return Candidate(place, Source(path.name, archive.read(name)), path.name, sidecar=sidecar)


def _refuse_bomb(entry: zipfile.ZipInfo) -> None:
    if entry.file_size > BOMB_BYTES and entry.file_size > BOMB_RATIO * max(entry.compress_size, 1):
        raise Bomb


def _refuse_escape(entry: zipfile.ZipInfo, origin: str) -> None:
    """Refuse a zip with an absolute path or one that climbs: "/etc/x", "../x", "C:\\x"."""
    name = entry.orig_filename.replace("\\", "/")
    if name.startswith("/") or ".." in PurePosixPath(name).parts or re.match(r"[A-Za-z]:", name):
        fact = f'holds an entry that leads out of its folder: "{shown(entry.orig_filename)}"'
        raise ContentProblem(Place(origin), fact, "nothing of it was taken; do not trust where it came from")


class _Counted:
    """A stream that counts what is read from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.taken = 0

    def read(self, size: int = -1) -> bytes:
        """As a file reads."""
        found = self._stream.read(size)
        self.taken += len(found)
        return found


class _Bounded:
    """A stream of unpacked bytes that gives up on a bomb; ``packed`` counts the bytes that they came from."""

    def __init__(self, read: Callable[[int], bytes], packed: _Counted) -> None:
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
        if self._given > BOMB_BYTES and self._given > BOMB_RATIO * self._packed.taken:
            raise Bomb
        self._in_line = 0 if b"\n" in found else self._in_line + len(found)
        if self._in_line > LONGEST_LINE_BYTES:
            raise OSError("it goes on without an end of line")
        self._end = (self._end + found[-4:])[-4:]
        return found

    def ends_well(self) -> bool:
        """Whether the last record was closed by two ends of line."""
        return self._end.endswith((b"\r\n\r\n", b"\n\n"))


def _in_warc(file: BinaryIO, origin: str) -> Iterator[Candidate | LeftOut]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    compressed = file.read(2) == b"\x1f\x8b"
    file.seek(0)
    packed = _Counted(file)
    # read1 gives what stands before a break, where read would give nothing
    read = gzip.GzipFile(fileobj=cast("BinaryIO", packed), mode="rb").read1 if compressed else packed.read
    stream = _Bounded(read, packed)
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
    """The page of a record, if it is one: HTML that was answered with 200."""
    headers = record.http_headers
    kind = (headers or record.rec_headers).get_header("Content-Type") or ""
    if kind.split(";")[0].strip().lower() not in PAGE_TYPES:
        return
    if headers is not None and headers.get_statuscode() != "200":
        return
    url = without_fragment((record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> "))
    if urlsplit(url).scheme not in ("http", "https"):
        return
    place = f"{origin}, {shown(url)}"
    content = _limited(record)
    if content is None:
        yield LeftOut(place, f"the page is larger than {LARGEST_FILE_BYTES // 1024 // 1024} MB")
        return
    encoding = (headers.get_header("Content-Encoding") or "").lower() if headers else ""
    if encoding in ("br", "zstd"):
        yield LeftOut(place, f"the page is compressed in a way that cannot be undone here ({encoding})")
        return
    if not content.strip():
        yield LeftOut(place, "the page is empty")
        return
    captured = CAPTURED.match(record.rec_headers.get_header("WARC-Date") or "")
    remarks = [f"content-type: {kind}"]
    if headers and (modified := headers.get_header("Last-Modified")):
        remarks.append(f"last-modified: {modified}")
    yield Candidate(
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


def _name(url: str) -> str:
    """The last part of the address's path, for what it is worth as a name."""
    return PurePosixPath(urlsplit(url).path).name or "page.html"
