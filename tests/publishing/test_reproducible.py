"""Two builds of one project are the same bytes: in another folder, time zone, locale and hash seed, zip included."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator import pipeline
from tests.commands import dossier_process
from tests.conftest import copy_sample


def files_of(root: Path) -> dict[str, bytes]:
    """Every file of the site and of what is handed on."""
    made = [path for folder in ("site", "dist") for path in (root / folder).rglob("*") if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in made}


def test_a_build_elsewhere_gives_the_same_bytes(built_sample: pipeline.Published, tmp_path: Path) -> None:
    here = shutil.copytree(built_sample.target.parent, tmp_path / "here")
    pipeline.bundle(here)
    there = copy_sample(tmp_path / "quite" / "another place")
    for command in ("build", "bundle"):
        elsewhere = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "C", "PYTHONHASHSEED": "2"}
        finished = dossier_process(there, command, **elsewhere)
        assert finished.returncode == 0, finished.stderr
    first, second = files_of(here), files_of(there)
    assert sorted(first) == sorted(second)
    assert [path for path in first if first[path] != second[path]] == []
    assert any(path.endswith(".zip") for path in first)
