"""One build of a project at a time: two would write the same pages and take the site from each other.

The operating system holds the lock for the process and lets go of it when that ends, however it ends, so there is
never a lock to clear away by hand. The file that is locked stays; it says which process has it, and is empty while
none has.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from generator.errors import AnotherBuild, Place

LOCK_NAME = "build.lock"
# The byte that is locked: behind the process id, which others may read meanwhile (Windows locks against reading too).
LOCKED_AT = 1024

if sys.platform == "win32":
    import msvcrt

    def _acquire(file: BinaryIO) -> None:
        file.seek(LOCKED_AT)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _acquire(file: BinaryIO) -> None:
        # a record lock: the processes that this one starts do not have it, as they would have that of ``flock``
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, LOCKED_AT)


@contextmanager
def one_build(root: Path, workshop: str) -> Iterator[None]:
    """Hold the project's lock, a file in its folder ``workshop``. Raises ``AnotherBuild`` where a process has it.

    Nothing is put into a folder that is no project: the build will say so.
    """
    if not (root / "sources").is_dir():
        yield
        return
    folder = root / workshop
    folder.mkdir(exist_ok=True)
    # opened for appending, so that the id of whoever has the lock stays readable
    with (folder / LOCK_NAME).open("a+b") as file:
        try:
            _acquire(file)
        except OSError as error:
            file.seek(0)
            holder = file.read(20).decode("ascii", "replace").strip()
            fact = "another build of this project is running" + (f" (process {holder})" if holder else "")
            raise AnotherBuild(Place(f"{workshop}/{LOCK_NAME}"), fact, "wait until it is done, or stop it") from error
        file.truncate(0)
        file.write(str(os.getpid()).encode("ascii"))
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)
