"""The command line as a user meets it, in a folder: in a process of its own where that matters, else in this one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner

from generator.cli import main


def dossier(
    folder: Path, *arguments: str, stdin: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run ``dossier`` in ``folder``; what it printed and its exit code. A bug in the program is raised.

    It runs in this process, whose libraries and models are loaded, so that it takes a fraction of ``dossier_process``.
    """
    terminated = signal.getsignal(signal.SIGTERM)
    try:
        with chdir(folder):
            ran = CliRunner().invoke(main, arguments, input=stdin, env=environment, prog_name="dossier")
    finally:
        signal.signal(signal.SIGTERM, terminated)
    if ran.exception and not isinstance(ran.exception, SystemExit):
        raise ran.exception
    return subprocess.CompletedProcess(arguments, ran.exit_code, ran.stdout, ran.stderr)


def dossier_process(
    folder: Path, *arguments: str, stdin: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """The same in a process of its own: for what libraries print, for locks, and to know that the program starts."""
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
