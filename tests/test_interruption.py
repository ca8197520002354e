"""Whatever stops a build, the last good site stays whole, and the next build takes the work up again."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.__main__ import run
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
    published_sample: Path, stop: signal.Signals, moment: str
) -> None:
    before = snapshot(published_sample / "site")
    (published_sample / ".dossier" / "build.lock").unlink()
    shutil.rmtree(published_sample / "docs" / "themes")
    process = begin_build(published_sample)
    while process.poll() is None and not (published_sample / moment).exists():
        time.sleep(0.01)
    process.send_signal(stop)
    process.wait(timeout=60)
    assert snapshot(published_sample / "site") == before
    if stop == signal.SIGKILL:  # the lock of a process that is gone is taken over
        assert (published_sample / ".dossier" / "build.lock").read_bytes() == str(process.pid).encode()
    again = dossier(published_sample, "build")
    assert again.returncode == 0, again.stderr
    assert "changed by hand" not in again.stderr
    assert (published_sample / ".dossier" / "build.lock").read_bytes() == b""
    assert snapshot(published_sample / "site") == before


def test_a_site_that_fails_its_audit_is_not_published(published_sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = snapshot(published_sample / "site")
    failed = SiteBroken(Place("site/themes/energy.html"), "mark 'q-1' leads nowhere")
    monkeypatch.setattr("generator.pipeline.audit", lambda *_: AuditReport(1, 1, 0, (failed,)))
    for command in ("build", "bundle"):
        ran = dossier(published_sample, command)
        assert (ran.returncode, ran.stderr.strip()) == (1, str(failed))
    assert snapshot(published_sample / "site") == before
    assert not (published_sample / "dist").exists()


@pytest.mark.parametrize(
    ("reason", "remedy"),
    [(errno.ENOSPC, "make room"), (errno.EACCES, "see to it"), (errno.EBUSY, "another program uses it")],
)
def test_what_the_system_refuses_is_told_in_words_and_the_last_site_stays(
    published_sample: Path, monkeypatch: pytest.MonkeyPatch, reason: int, remedy: str
) -> None:
    before = snapshot(published_sample)

    def refuse(*_: object) -> None:
        raise OSError(reason, "in the system's words", "docs/index.md")

    monkeypatch.setattr("generator.pipeline.write_generated", refuse)
    ran = dossier(published_sample, "build")
    assert ran.returncode == 1
    assert ran.stderr.startswith(f"docs/index.md: the system refuses it: in the system's words\n    {remedy}")
    assert snapshot(published_sample) == before


def test_a_site_that_an_exchange_left_aside_is_back_even_if_the_next_build_fails(published_sample: Path) -> None:
    before = snapshot(published_sample / "site")
    (published_sample / "site").rename(published_sample / ".site.previous")
    (published_sample / "sources" / "briefings" / "energy.yml").write_text("theme: [energy\n", encoding="utf-8")
    assert dossier(published_sample, "build").returncode == 1
    assert snapshot(published_sample / "site") == before


def wait_for_lock(process: subprocess.Popen[bytes], folder: Path) -> Path:
    """The lock of a build that has begun."""
    lock, own = folder / ".dossier" / "build.lock", str(process.pid).encode()
    while process.poll() is None and not (lock.exists() and lock.read_bytes() == own):
        time.sleep(0.01)
    return lock


def test_a_second_build_says_which_process_builds_and_leaves_it_alone_while_checking_needs_no_lock(
    published_sample: Path,
) -> None:
    shutil.rmtree(published_sample / "site")
    process = begin_build(published_sample)
    wait_for_lock(process, published_sample)
    process.send_signal(signal.SIGSTOP)
    seconds = [dossier(published_sample, command) for command in ("build", "bundle", "print")]
    assert dossier(published_sample, "check").returncode == 0
    process.send_signal(signal.SIGCONT)
    assert [second.returncode for second in seconds] == [1, 1, 1]
    message = f"another build of this project is running (process {process.pid})"
    assert all(message in second.stderr for second in seconds)
    assert process.wait(timeout=120) == 0
    assert (published_sample / "site" / "index.html").exists()


def test_a_folder_that_is_no_project_gets_no_lock(tmp_path: Path) -> None:
    assert dossier(tmp_path, "build").returncode == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("hidden", [False, True])
def test_ctrl_c_while_the_program_loads_ends_it_in_its_own_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], hidden: bool
) -> None:
    def interrupted(**_: object) -> None:
        if hidden:  # as Python 3.11 tells it in the middle of a class
            raise RuntimeError("Error calling __set_name__") from KeyboardInterrupt()
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.cli.main", interrupted)
    with pytest.raises(SystemExit) as end:
        run()
    assert end.value.code == 130
    assert capsys.readouterr().err == "interrupted; nothing half-made was left in place\n"
