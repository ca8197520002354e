"""What somebody put into the built site, or changed in it, is copied out of it before a new site takes its place.

The old site's list of checksums says what its build made: every other file is somebody's, and so is one whose content
is no longer what was built. It cannot go on into the new site, which holds nothing that the build has not checked.
"""

from __future__ import annotations

import filecmp
import hashlib
import os
import shutil
from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path

from generator.errors import ContentProblem, Place
from generator.publishing.site import CHECKSUMS, recorded_checksums

# What systems leave in folders that are looked at: nobody's work.
LEFT_BY_SYSTEMS = {".DS_Store", "Thumbs.db", "desktop.ini"}


def put_aside(site_folder: Path, aside: Path) -> tuple[Path, ...]:
    """Copy what no build made to its path below ``aside``; gives the copies, by path.

    A file that stands there already is never overwritten: one with other content gets a number to its name. A site
    that is a link is left to itself, as nothing is removed where it leads. Raises ``ContentProblem`` where a file
    cannot be copied, so that it is not lost.
    """
    if site_folder.is_symlink() or not (site_folder / CHECKSUMS).is_file():
        return ()
    return tuple(_copied(path, site_folder, aside) for path in _made_by_hand(site_folder))


def _made_by_hand(site_folder: Path) -> list[Path]:
    built = recorded_checksums(site_folder)
    found = {path.relative_to(site_folder).as_posix(): path for path in _files(site_folder)}
    return [
        path
        for name, path in sorted(found.items())
        if name != CHECKSUMS
        and path.name not in LEFT_BY_SYSTEMS
        and (path.is_symlink() or built.get(name) != _sha256(path))
    ]


def _files(folder: Path) -> Iterator[Path]:
    """All files and links below a folder; what is no file (a pipe, a socket) holds nothing that can be lost."""
    for directory, folders, names in os.walk(folder):
        entries = (Path(directory, name) for name in [*folders, *names])
        yield from (path for path in entries if path.is_symlink() or path.is_file())


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _copied(path: Path, site_folder: Path, aside: Path) -> Path:
    target = _free(aside / path.relative_to(site_folder), path)
    try:
        if not os.path.lexists(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target, follow_symlinks=False)
    except OSError as error:
        place = Place(f"{site_folder.name}/{path.relative_to(site_folder).as_posix()}")
        fact = f"no build made this file, and it cannot be copied to {aside.name}/: {error.strerror}"
        raise ContentProblem(place, fact, f"move it out of {site_folder.name}/, which each build makes anew") from error
    return target


def _free(wanted: Path, path: Path) -> Path:
    """``wanted``, or the first of its name with a number at which nothing else stands."""
    numbered = (wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}") for number in count(2))
    return next(target for target in chain([wanted], numbered) if not os.path.lexists(target) or _same(target, path))


def _same(one: Path, other: Path) -> bool:
    if one.is_symlink() or other.is_symlink():
        return one.is_symlink() and other.is_symlink() and one.readlink() == other.readlink()
    return one.is_file() and filecmp.cmp(one, other, shallow=False)
