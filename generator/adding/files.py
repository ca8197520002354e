"""Files and folders of the editor's disk → candidates; archives of pages are opened, everything else is taken whole.

A folder is walked as ``reading.source`` walks the articles: hidden entries and sidecars are no articles, pipes and
links that lead outside are reported and not followed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from email import message_from_bytes
from email.policy import compat32
from email.utils import parsedate_to_datetime
from pathlib import Path

from generator.adding.addresses import shown
from generator.adding.archives import archive_kind, unpack
from generator.adding.outcome import Candidate, LeftOut
from generator.errors import ContentProblem, Place
from generator.model import Source
from generator.reading.message_signs import is_saved_page
from generator.reading.source import ARTICLES, find_sources, load


def candidates_in(path: Path) -> Iterator[Candidate | LeftOut | ContentProblem]:
    """Everything that a path names: one file, or all files of a folder in the order of their paths."""
    origin = shown(path.as_posix())
    if path.is_dir():
        yield from _in_folder(path, origin)
    elif path.is_symlink() or path.exists():
        yield from _opened(path.resolve() if path.exists() else path, origin, path.parent)
    else:
        yield ContentProblem(Place(origin), "there is no such file or folder", "check the path")


def _in_folder(folder: Path, origin: str) -> Iterator[Candidate | LeftOut | ContentProblem]:
    listing = find_sources(folder)
    if not listing.paths and not listing.problems:
        yield ContentProblem(Place(origin), "the folder holds no files", "check the path")
    for path in listing.paths:
        yield from _opened(path, shown(path.as_posix()), folder)
    for problem in listing.problems:
        path = folder / problem.place.file.removeprefix(f"{ARTICLES}/")
        if path.is_file() and path.resolve().is_relative_to(folder.resolve()) and archive_kind(path):
            yield from _opened(path, shown(path.as_posix()), folder)  # an archive may be larger than an article
        else:
            yield moved(problem, shown(path.as_posix()))


def _opened(path: Path, origin: str, folder: Path) -> Iterator[Candidate | LeftOut | ContentProblem]:
    try:
        kind = archive_kind(path)
        if kind:
            with path.open("rb") as file:
                yield from unpack(file, kind, origin)
            return
        source = load(path, folder if path.is_relative_to(folder) else path.parent)
        content = source.content
        sidecar, saved = _sidecar_beside(path), saved_at(content)
        yield Candidate(origin, Source(path.name, content), path.name, retrieved=saved, sidecar=sidecar)
    except ContentProblem as problem:
        yield moved(problem, origin)
    except OSError as error:
        yield ContentProblem(Place(origin), f"cannot be opened ({error.strerror})", "check the file's permissions")


def _sidecar_beside(path: Path) -> bytes | None:
    """The bytes of a sidecar that stands beside the file already."""
    for name in (f"{path.name}.yml", f"{path.stem}.yml", f"{path.stem}.yaml"):
        beside = path.with_name(name)
        if beside.is_file() and beside.stat().st_size < 1_000_000:
            return beside.read_bytes()
    return None


def saved_at(content: bytes) -> str | None:
    """When a browser saved a page as MHTML (EDTF in UTC), by the archive's headers; absent for every other file."""
    start = content[:4096]
    if not is_saved_page(start):
        return None
    date = message_from_bytes(start, policy=compat32).get("Date")
    try:
        return parsedate_to_datetime(str(date)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if date else None
    except (TypeError, ValueError, OverflowError):
        return None


def moved(problem: ContentProblem, origin: str) -> ContentProblem:
    """The same mistake at the place that the editor named."""
    return ContentProblem(Place(origin), problem.fact, problem.remedy)
