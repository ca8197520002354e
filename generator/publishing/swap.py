"""A finished folder takes the place of another in one step, so that whoever looks sees the old site or the new one.

Linux (renameat2, since 3.15) and macOS (renamex_np, since 10.12) exchange two names at once. Elsewhere it takes two
renames; a stop exactly between them leaves the old folder under a hidden name, from which ``recover`` brings it back.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

from generator.errors import ContentProblem, Place
from generator.publishing.site import CHECKSUMS

AT_FDCWD = -100
RENAME_EXCHANGE = 2  # linux/fs.h
RENAME_SWAP = 2  # sys/stdio.h of macOS


def swap(new: Path, old: Path) -> None:
    """Put the folder ``new`` where ``old`` is; whatever stops it, a complete folder stands at ``old`` afterwards.

    Both must be on one file system. Nothing stands at ``new`` afterwards.
    """
    recover(old)
    if not old.exists():
        new.rename(old)
    elif exchange(new, old):
        _remove(new)
    else:
        _in_two_steps(new, old)


def check_place(folder: Path) -> None:
    """Raise ``ContentProblem`` where something stands at ``folder`` that no build made: a swap would throw it away."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise ContentProblem(Place(folder.name), "a file stands where the site goes", "give it another name")
    if any(folder.iterdir()) and not (folder / CHECKSUMS).is_file():
        fact = "a folder that no build made stands where the site goes"
        raise ContentProblem(Place(folder.name), fact, "give it another name, or remove it if nothing in it is needed")


def recover(folder: Path) -> None:
    """Bring back a folder whose exchange in two steps was stopped in between; sweep up what a finished one left."""
    previous = _previous(folder)
    if previous.exists() and not folder.exists():
        previous.rename(folder)
    elif previous.exists():
        _remove(previous)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; false, and nothing changed, where this system or file system cannot."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(library.renamex_np(*names, ctypes.c_uint(RENAME_SWAP)) == 0)
        return bool(library.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], ctypes.c_uint(RENAME_EXCHANGE)) == 0)
    except (OSError, AttributeError, TypeError):  # no such call in this system's library
        return False


def _in_two_steps(new: Path, old: Path) -> None:
    previous = _previous(old)
    old.rename(previous)
    try:
        new.rename(old)
    except OSError:
        previous.rename(old)
        raise
    _remove(previous)


def _remove(folder: Path) -> None:
    """Remove a folder; of a link to one, the link."""
    if folder.is_symlink():
        folder.unlink()
    else:
        shutil.rmtree(folder, ignore_errors=True)


def _previous(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.previous")
