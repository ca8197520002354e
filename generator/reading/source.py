"""Files below ``sources/articles`` as they were received.

Takes a folder, gives the article files in it in a stable order and, for each entry that cannot be one, a problem
that names it. Promises never to hang or to leave the folder: pipes, devices and links that lead outside or in a
circle are reported, not followed.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from generator.errors import Place, UnreadableArticle
from generator.model import Source

ARTICLES = "sources/articles"
SIDECAR_SUFFIXES = (".yml", ".yaml")
PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx")
# What browsers add to a page's name for the folder of its parts, each in its language: "_files", "-Dateien", ".files"
PARTS_ENDING = re.compile(r"[_.-][^\W\d_]+")
LARGEST_FILE_BYTES = 64 * 1024 * 1024
# The longest saved pages have some three million characters of markup; the longest articles some hundred thousand.
LONGEST_TEXT_CHARS = 8_000_000


@dataclass(frozen=True, slots=True)
class SourceListing:
    """The article files of a folder, and what lies there and cannot be read."""

    paths: tuple[Path, ...]
    problems: tuple[UnreadableArticle, ...] = ()


def find_sources(folder: Path) -> SourceListing:
    """All article files below ``folder``, ordered by their path.

    Sidecars and hidden entries are no articles, nor are the parts of a page that a browser saved as "complete page".
    """
    paths: list[Path] = []
    problems: list[UnreadableArticle] = []
    root = os.path.realpath(folder)
    for directory, folders, names in os.walk(folder, onerror=lambda e: problems.append(_unlistable(e, folder))):
        here = Path(directory)
        problems.extend(
            _problem(here / name, folder, "is a link to a folder", "copy the folder itself here")
            for name in folders
            if (here / name).is_symlink() and not name.startswith(".")
        )
        folders[:] = [
            name for name in sorted(folders) if not name.startswith(".") and not _holds_parts(here / name, names)
        ]
        for name in names:
            if name.startswith(".") or name.lower().endswith(SIDECAR_SUFFIXES):
                continue
            problem = _not_readable(here / name, folder, root)
            if problem is None:
                paths.append(here / name)
            else:
                problems.append(problem)
    return SourceListing(
        tuple(sorted(paths, key=lambda path: path.relative_to(folder).as_posix())),
        tuple(sorted(problems, key=lambda problem: problem.place.file)),
    )


def _holds_parts(folder: Path, beside: Iterable[str]) -> bool:
    """Whether a folder holds the pictures, scripts and frames of a page beside it, by its name and by the page.

    "Harbour_files" beside "Harbour.html" does, if the page speaks of "Harbour_files/".
    """
    spoken_of = {
        name.encode("utf-8", "surrogateescape") for name in (folder.name, quote(folder.name, errors="replace"))
    }
    for name in beside:
        stem, suffix = Path(name).stem, Path(name).suffix
        if suffix.lower() not in PAGE_SUFFIXES or not folder.name.startswith(stem):
            continue
        page = folder.with_name(name)
        if PARTS_ENDING.fullmatch(folder.name[len(stem) :]) and page.is_file():
            try:
                with page.open("rb") as file:
                    content = file.read(LARGEST_FILE_BYTES)
            except OSError:
                continue  # reported as an article that cannot be read
            if any(each + b"/" in content for each in spoken_of):
                return True
    return False


def load(path: Path, folder: Path) -> Source:
    """Read one file. Raises ``UnreadableArticle`` for what is no regular file, cannot be opened or is too large."""
    problem = _not_readable(path, folder, os.path.realpath(folder))
    if problem is not None:
        raise problem
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE_BYTES + 1)
    except OSError as error:
        raise _problem(path, folder, f"cannot be opened ({error.strerror})", "check the file's permissions") from error
    if len(content) > LARGEST_FILE_BYTES:
        raise _too_large(path, folder)
    return Source(_below(path, folder), content)


def within_limit(text: str, source: Source) -> None:
    """Raise ``UnreadableArticle`` for a text (with its markup, without embedded pictures) that is no article."""
    if len(text) > LONGEST_TEXT_CHARS:
        raise _too_long(source, f"has {len(text):,} characters of text and markup")


def within_limit_undecoded(source: Source) -> None:
    """Raise ``UnreadableArticle`` for bytes that are too long a text in any encoding: at most four make a character."""
    if len(source.content) > 4 * LONGEST_TEXT_CHARS:
        raise _too_long(source, f"has {len(source.content):,} bytes of text")


def _too_long(source: Source, fact: str) -> UnreadableArticle:
    millions = LONGEST_TEXT_CHARS // 1_000_000
    limit = f"where an article has at most {millions} million characters"
    return unreadable(source, f"{fact}, {limit}", "take it out or split it")


def _not_readable(path: Path, folder: Path, root: str) -> UnreadableArticle | None:
    """Why a directory entry is no article file; ``None`` when it can be read."""
    try:
        status = path.stat()
    except OSError as error:
        reason = "leads nowhere or in a circle" if path.is_symlink() else f"cannot be looked at ({error.strerror})"
        return _problem(path, folder, f"the entry {reason}", "remove it or put the file itself here")
    if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root):
        return _problem(path, folder, "is a link that leaves the folder", "copy the file itself here")
    if not stat.S_ISREG(status.st_mode):
        return _problem(path, folder, "is no regular file (a pipe, socket or device)", "remove it")
    if status.st_size > LARGEST_FILE_BYTES:
        return _too_large(path, folder)
    return None


def _too_large(path: Path, folder: Path) -> UnreadableArticle:
    limit = LARGEST_FILE_BYTES // (1024 * 1024)
    return _problem(path, folder, f"is larger than {limit} MB, which no article is", "split it or take it out")


def _unlistable(error: OSError, folder: Path) -> UnreadableArticle:
    path = Path(error.filename) if error.filename else folder
    return _problem(path, folder, f"the folder cannot be listed ({error.strerror})", "check its permissions")


def _problem(path: Path, folder: Path, fact: str, remedy: str) -> UnreadableArticle:
    return UnreadableArticle(article_place(_below(path, folder)), fact, remedy)


def _below(path: Path, folder: Path) -> str:
    """The POSIX path below the folder; names that are not UTF-8 keep their bytes as escapes."""
    below = path.relative_to(folder) if path.is_relative_to(folder) else Path(path.name)
    return PurePosixPath(below).as_posix().encode("utf-8", "backslashreplace").decode()


def unreadable(source: Source, fact: str, remedy: str) -> UnreadableArticle:
    """The problem of a source that gives no article; ``fact`` goes on from its name: "is empty"."""
    return UnreadableArticle(article_place(source.path), fact, remedy)


def article_place(path: str) -> Place:
    """The place of an article file in messages; characters that would break a line of output are escaped."""
    shown = "".join(character if character.isprintable() else f"\\u{ord(character):04x}" for character in path)
    return Place(f"{ARTICLES}/{shown}")
