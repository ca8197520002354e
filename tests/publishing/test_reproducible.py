"""Two builds of one project are the same bytes: in another folder, time zone, locale and hash seed, zip included."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import copy_sample


def built(root: Path, **environment: str) -> dict[str, bytes]:
    """Build site and zip by the command, as a user would; every file of both."""
    copy_sample(root)
    for command in ("build", "bundle"):
        finished = subprocess.run(
            [sys.executable, "-m", "generator.cli", command, "--project", str(root)],
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert finished.returncode == 0, finished.stderr
    made = [path for folder in ("site", "dist") for path in (root / folder).rglob("*") if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in made}


def test_a_build_elsewhere_gives_the_same_bytes(tmp_path: Path) -> None:
    here = built(tmp_path / "here", TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    there = built(
        tmp_path / "quite" / "another place",
        TZ="Pacific/Kiritimati",
        LC_ALL="tr_TR.UTF-8",
        LANG="C",
        PYTHONHASHSEED="2",
    )
    assert sorted(here) == sorted(there)
    assert [path for path in here if here[path] != there[path]] == []
    assert any(path.endswith(".zip") for path in here)
