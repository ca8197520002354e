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

from generator import pipeline
from generator.errors import Place, SiteBroken
from generator.publishing.audit.walk import AuditReport
from tests.commands import dossier, snapshot
from tests.conftest import REPOSITORY


def begin_build(folder: Path) -> subprocess.Popen[bytes]:
    """A build that runs while the test goes on."""
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "build"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.mark.parametrize(
    ("stop", "moment"),
    [(signal.SIGKILL, "docs/themes"), (signal.SIGINT, ".dossier/site"), (signal.SIGTERM, ".dossier/build.lock")],
)
def test_a_build_that_is_stopped_leaves_the_last_site_and_can_be_taken_up(
    built_sample: pipeline.Published, tmp_path: Path, stop: signal.Signals, moment: str
) -> None:
    sample = copy_of(built_sample, tmp_path)
    before = snapshot(sample / "site")
    (sample / ".dossier" / "build.lock").unlink()
    shutil.rmtree(sample / "docs" / "themes")
    process = begin_build(sample)
    while process.poll() is None and not (sample / moment).exists():
        time.sleep(0.01)
    process.send_signal(stop)
    process.wait(timeout=60)
    assert snapshot(sample / "site") == before
    again = dossier(sample, "build")
    assert again.returncode == 0, again.stderr
    assert "changed by hand" not in again.stderr
    assert snapshot(sample / "site") == before


def copy_of(built: pipeline.Published, folder: Path) -> Path:
    """A project that was built once, with what the program remembers of its articles."""
    return shutil.copytree(built.target.parent, folder / "sample")


def test_a_site_that_fails_its_audit_is_not_published(
    built_sample: pipeline.Published, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = copy_of(built_sample, tmp_path)
    before = snapshot(sample / "site")
    failed = SiteBroken(Place("site/themes/energy.html"), "mark 'q-1' leads nowhere")
    monkeypatch.setattr("generator.pipeline.audit", lambda *_: AuditReport(1, 1, 0, (failed,)))
    for command in ("build", "bundle"):
        ran = dossier(sample, command)
        assert (ran.returncode, ran.stderr.strip()) == (1, str(failed))
    assert snapshot(sample / "site") == before
    assert not (sample / "dist").exists()


def test_a_site_that_an_exchange_left_aside_is_back_even_if_the_next_build_fails(
    built_sample: pipeline.Published, tmp_path: Path
) -> None:
    sample = copy_of(built_sample, tmp_path)
    before = snapshot(sample / "site")
    (sample / "site").rename(sample / ".site.previous")
    (sample / "sources" / "briefings" / "energy.yml").write_text("theme: [energy\n", encoding="utf-8")
    assert dossier(sample, "build").returncode == 1
    assert snapshot(sample / "site") == before


def wait_for_lock(process: subprocess.Popen[bytes], folder: Path) -> Path:
    """The lock of a build that has begun."""
    lock, own = folder / ".dossier" / "build.lock", str(process.pid).encode()
    while process.poll() is None and not (lock.exists() and lock.read_bytes() == own):
        time.sleep(0.01)
    return lock


def test_a_second_build_says_which_process_builds_and_leaves_it_alone(
    built_sample: pipeline.Published, tmp_path: Path
) -> None:
    sample = copy_of(built_sample, tmp_path)
    shutil.rmtree(sample / "site")
    process = begin_build(sample)
    wait_for_lock(process, sample)
    process.send_signal(signal.SIGSTOP)
    seconds = [dossier(sample, command) for command in ("build", "bundle", "print")]
    process.send_signal(signal.SIGCONT)
    assert [second.returncode for second in seconds] == [1, 1, 1]
    message = f"another build of this project is running (process {process.pid})"
    assert all(message in second.stderr for second in seconds)
    assert process.wait(timeout=120) == 0
    assert (sample / "site" / "index.html").exists()


def test_the_lock_of_a_process_that_is_gone_is_taken_over(built_sample: pipeline.Published, tmp_path: Path) -> None:
    sample = copy_of(built_sample, tmp_path)
    process = begin_build(sample)
    lock = wait_for_lock(process, sample)
    process.kill()
    process.wait(timeout=60)
    assert lock.read_bytes() == str(process.pid).encode()
    assert dossier(sample, "build").returncode == 0


def test_checking_needs_no_lock_and_a_folder_that_is_no_project_gets_none(sample: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert dossier(empty, "build").returncode == 1
    assert not list(empty.iterdir())
    process = begin_build(sample)
    wait_for_lock(process, sample)
    process.send_signal(signal.SIGSTOP)
    assert dossier(sample, "check").returncode == 0
    process.kill()
    process.wait(timeout=60)
