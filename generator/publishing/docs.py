"""Generated pages on disk, beside pages written by hand.

Takes the files of one build and gives a report. Promises: a file made or changed by hand is never overwritten or
removed; only files whose content changed are written, each in one step; and a run that was interrupted at any
moment is taken up by the next. A manifest (``docs/.dossier-manifest.json``) holds the hashes of everything that
was ever generated and is still there: a file is ours when its present content is one of those it records.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryFile
from typing import IO

from generator.errors import ContentProblem, Place
from generator.publishing.addresses import GeneratedFile

MANIFEST = ".dossier-manifest.json"

Manifest = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What became of the files of one build: POSIX paths below ``docs/``, in alphabetical order."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept_by_hand: tuple[str, ...] = ()

    def in_the_way(self) -> list[ContentProblem]:
        """What to tell first where the audit fails: pages made or changed by hand stand where the build's would."""
        fact = "was made or changed by hand, so that the site lacks what the build has for this page"
        remedy = "give it a name that the build does not use, or remove it, and build again"
        return [ContentProblem(Place(f"docs/{path}"), fact, remedy) for path in self.kept_by_hand]


def write_generated(docs_folder: Path, files: Iterable[GeneratedFile]) -> WriteReport:
    """Bring ``docs_folder`` to the state of ``files``; pages of earlier builds that are no longer wanted go.

    Before anything is touched the manifest is written with the old and the new hash of every file, so that after
    an interruption neither state is taken for a hand-made one; at the end it is written with the new ones alone.
    """
    with TemporaryFile(dir=docs_folder.parent) as spool:
        return _write_spooled(docs_folder, _spooled(files, spool), spool)


@dataclass(frozen=True, slots=True)
class _Spooled:
    """Where a file waits in the spool: all of them together are too large for memory."""

    start: int
    size: int
    sha256: str


def _spooled(files: Iterable[GeneratedFile], spool: IO[bytes]) -> dict[str, _Spooled]:
    wanted = {}
    for file in files:
        _refuse_escape(file.path)
        content = file.content.encode()
        wanted[file.path] = _Spooled(spool.tell(), len(content), _sha256(content))
        spool.write(content)
    return wanted


def _write_spooled(docs_folder: Path, wanted: Mapping[str, _Spooled], spool: IO[bytes]) -> WriteReport:
    before = _read_manifest(docs_folder)
    hashes = {path: file.sha256 for path, file in wanted.items()}
    present = {path: _hash_on_disk(docs_folder / path) for path in {*before, *wanted}}
    by_hand = {path for path, found in present.items() if found not in {None, *before.get(path, ()), hashes.get(path)}}
    stale = {path for path in before if path not in wanted and path not in by_hand and present[path] is not None}
    written = {path for path in wanted if path not in by_hand and present[path] != hashes[path]}

    _write_manifest(docs_folder, {path: (*before.get(path, ()), *_one(hashes.get(path))) for path in present})
    for path in written:
        spool.seek(wanted[path].start)
        _replace(docs_folder / path, spool.read(wanted[path].size))
    for path in stale:
        _remove(docs_folder, path)
    _write_manifest(docs_folder, {path: (digest,) for path, digest in hashes.items() if path not in by_hand})
    return WriteReport(
        written=tuple(sorted(written)),
        unchanged=tuple(sorted(set(wanted) - written - by_hand)),
        removed=tuple(sorted(stale)),
        kept_by_hand=tuple(sorted(by_hand)),
    )


def generated_paths(docs_folder: Path) -> frozenset[str]:
    """The pages below ``docs_folder`` that builds made, by the manifest: POSIX paths."""
    return frozenset(_read_manifest(docs_folder))


def _refuse_escape(path: str) -> None:
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts or path == MANIFEST:
        raise ValueError(f"not a path below docs: {path}")


def _read_manifest(docs_folder: Path) -> Manifest:
    """The manifest, or nothing where it is missing or unreadable: then every present file counts as hand-made."""
    try:
        content = json.loads((docs_folder / MANIFEST).read_text(encoding="utf-8"))
    except (FileNotFoundError, UnicodeDecodeError, json.JSONDecodeError):
        return {}
    files = content.get("files") if isinstance(content, dict) else None
    if not isinstance(files, dict):
        return {}
    return {str(path): tuple(str(one) for one in hashes) for path, hashes in files.items() if isinstance(hashes, list)}


def _write_manifest(docs_folder: Path, files: Manifest) -> None:
    ordered = {path: list(dict.fromkeys(files[path])) for path in sorted(files)}
    content = json.dumps({"files": ordered}, indent=0, ensure_ascii=False).encode() + b"\n"
    if _hash_on_disk(docs_folder / MANIFEST) != _sha256(content):
        _replace(docs_folder / MANIFEST, content)


def _replace(path: Path, content: bytes) -> None:
    """Write in one step: a reader (or a crash) sees the old content or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.draft")
    draft.write_bytes(content)
    draft.replace(path)


def _remove(docs_folder: Path, path: str) -> None:
    """Remove a file and the folders that it leaves empty, up to ``docs_folder``."""
    (docs_folder / path).unlink()
    for folder in (docs_folder / path).parents:
        if folder == docs_folder or any(folder.iterdir()):
            return
        folder.rmdir()


def _hash_on_disk(path: Path) -> str | None:
    return _sha256(path.read_bytes()) if path.is_file() else None


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _one(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)
