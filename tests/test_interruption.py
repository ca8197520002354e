"""Whatever stops a build, the last good site stays whole, and the next build takes the work up again."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.commands import dossier, snapshot
from tests.conftest import REPOSITORY


@pytest.mark.parametrize(
    ("stop", "moment"),
    [(signal.SIGKILL, "docs/themes"), (signal.SIGINT, ".dossier/site"), (signal.SIGTERM, ".dossier")],
)
def test_a_build_that_is_stopped_leaves_the_last_site_and_can_be_taken_up(
    sample: Path, stop: signal.Signals, moment: str
) -> None:
    assert dossier(sample, "build").returncode == 0
    before = snapshot(sample / "site")
    shutil.rmtree(sample / ".dossier")
    shutil.rmtree(sample / "docs" / "themes")
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "build"],
        cwd=sample,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while process.poll() is None and not (sample / moment).exists():
        time.sleep(0.01)
    process.send_signal(stop)
    process.wait(timeout=60)
    assert snapshot(sample / "site") == before
    again = dossier(sample, "build")
    assert again.returncode == 0, again.stderr
    assert "changed by hand" not in again.stderr
    assert snapshot(sample / "site") == before
