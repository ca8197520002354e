"""Files below ``sources/`` that nothing reads: words of an editor's that would have no effect, and nobody would say so.

A YAML file under a name that the program does not know, and a briefing that is no YAML, are mistakes; any other file
is only listed. Hidden files, and what editors leave behind (``energy.yml~``), are neither.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from generator.errors import ContentProblem, Place

ARTICLES, BRIEFINGS, TRANSLATIONS = "sources/articles", "sources/briefings", "sources/translations"
SETTINGS = "sources/dossier.yml"
VOCABULARY = tuple(f"sources/vocabulary/{name}.yml" for name in ("themes", "actors", "publishers", "review"))
YAML_SUFFIXES = (".yml", ".yaml")
NOTES = ("readme", "license", "licence")
LEFTOVERS = (".bak", ".orig", ".rej", ".swp", ".tmp")
NEAR = 0.8


def yaml_files(folder: Path, *, below: bool = False) -> list[Path]:
    """The YAML files of a folder in order of their paths, whatever the case of their endings; hidden ones are none."""
    entries = folder.rglob("*") if below else folder.glob("*")
    return sorted(
        path
        for path in entries
        if path.suffix.lower() in YAML_SUFFIXES
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def unread_files(root: Path, language: str, problems: list[ContentProblem]) -> tuple[str, ...]:
    """POSIX paths, below ``root``, of files that have no effect; those that must be mistakes go to ``problems``."""
    found = []
    for path in _files(root):
        if _is_read(path, language):
            continue
        if problem := _mistake(path):
            problems.append(problem)
        elif not path.stem.lower().startswith(NOTES):
            found.append(path.as_posix())
    return tuple(found)


def _files(root: Path) -> Iterator[PurePosixPath]:
    """All files below ``sources/`` but articles, in order, without hidden ones and what editors leave behind."""
    for directory, folders, names in os.walk(root / "sources"):
        here = PurePosixPath(Path(directory).relative_to(root).as_posix())
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and (here / name).as_posix() != ARTICLES
        )
        for name in sorted(names):
            if not name.startswith((".", "#")) and not name.endswith(("~", *LEFTOVERS)):
                yield here / name


def _is_read(path: PurePosixPath, language: str) -> bool:
    if path.parent.as_posix() == BRIEFINGS:
        return path.suffix.lower() in YAML_SUFFIXES
    return path.as_posix() in (SETTINGS, *VOCABULARY, f"{TRANSLATIONS}/{language}.po")


def _mistake(path: PurePosixPath) -> ContentProblem | None:
    """The problem of a file that an editor must take for one that is read."""
    in_briefings = path.is_relative_to(BRIEFINGS)
    if path.suffix.lower() not in YAML_SUFFIXES:
        if not in_briefings or path.suffix.lower() != ".md" or path.stem.lower().startswith(NOTES):
            return None
        remedy = f"write {BRIEFINGS}/<theme>.yml, as the README there shows"
        return ContentProblem(Place(path.as_posix()), "a briefing in Markdown is not read", remedy)
    return ContentProblem(Place(path.as_posix()), "nothing reads a file of this name", _remedy(path))


def _remedy(path: PurePosixPath) -> str:
    if path.is_relative_to(BRIEFINGS):
        return f"move it into {BRIEFINGS} itself"
    near = get_close_matches(path.stem.lower(), [PurePosixPath(known).stem for known in _KNOWN], n=1, cutoff=NEAR)
    if near:
        return f"name it {next(known for known in _KNOWN if PurePosixPath(known).stem == near[0])}"
    return f"files here are called {', '.join(_KNOWN)} and {BRIEFINGS}/<theme>.yml; give it another ending to keep it"


_KNOWN = (SETTINGS, *VOCABULARY)
