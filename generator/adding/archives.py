"""Archives (WARC; WACZ, a zip of WARC files; a plain zip) → one candidate for each captured page or file in them.

Takes a binary file; gives pages with their address and time of capture. Promises bounded memory: an archive that
unpacks to far more than it holds is refused, and so is a zip with an entry that leads out of its folder.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from generator.adding.addresses import shown
from generator.adding.outcome import Candidate, LeftOut
from generator.adding.unpacking import BOMB_RATIO, Bomb, refuse_bomb
from generator.adding.warc import pages_in
from generator.errors import ContentProblem, Place
from generator.model import Source
from generator.reading.source import LARGEST_FILE_BYTES, SIDECAR_SUFFIXES

# Entries by which a zip is one document: Word and its kin, EPUB and OpenDocument, Java
DOCUMENT_ENTRIES = ("[Content_Types].xml", "word/", "mimetype", "META-INF/")


class ArchiveKind(StrEnum):
    """An archive of pages, by its content."""

    WARC = "WARC"
    WARC_GZIP = "compressed WARC"
    WACZ = "WACZ"
    ZIP = "zip"


def archive_kind(path: Path) -> ArchiveKind | None:
    """Which archive a file is; absent for everything else. Only its first bytes, or its list of entries, are read."""
    if not path.is_file():
        return None
    try:
        with path.open("rb") as file:
            return archive_kind_of(file)
    except OSError:
        return None  # said when the file itself is read


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
        for page in (_in_zip if kind in (ArchiveKind.WACZ, ArchiveKind.ZIP) else pages_in)(file, origin):
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
            refuse_bomb(entries[name].file_size, entries[name].compress_size)
            with archive.open(entries[name]) as inner:
                yield from pages_in(cast("BinaryIO", inner), origin)
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
        refuse_bomb(entry.file_size, entry.compress_size)
    sidecar = archive.read(beside) if beside else None
    return Candidate(place, Source(path.name, archive.read(name)), path.name, sidecar=sidecar)


def _refuse_escape(entry: zipfile.ZipInfo, origin: str) -> None:
    """Refuse a zip with an absolute path or one that climbs: "/etc/x", "../x", "C:\\x"."""
    name = entry.orig_filename.replace("\\", "/")
    if name.startswith("/") or ".." in PurePosixPath(name).parts or re.match(r"[A-Za-z]:", name):
        fact = f'holds an entry that leads out of its folder: "{shown(entry.orig_filename)}"'
        raise ContentProblem(Place(origin), fact, "nothing of it was taken; do not trust where it came from")
