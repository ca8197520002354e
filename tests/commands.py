"""The command line as a user runs it: a process of its own, in a folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def dossier(
    folder: Path, *arguments: str, stdin: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run ``dossier`` in ``folder``; what it printed and its exit code."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), **environment},
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its content, but for the program's own cache."""
    files = (path for path in folder.rglob("*") if path.is_file() and ".dossier" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
