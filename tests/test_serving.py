"""``dossier serve``: the site on this machine, new after every change; a mistake leaves the last good one."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.serving import served, state_of
from tests.conftest import REPOSITORY

SENTENCE = "The harbour is to grow by two hundred hectares by 2031, the port authority said on Sunday. "
PATIENCE_SECONDS = 120


def article(root: Path, name: str, words: str) -> Path:
    path = root / "sources" / "articles" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"Harbour to grow\n\n3 May 2024\n\n{SENTENCE * 2}\n\n{words}\n", encoding="utf-8")
    return path


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return str(answer.read().decode())


def wait_for(seen: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while not seen():
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.1)


@contextmanager
def serving(root: Path) -> Iterator[list[str]]:
    """``dossier serve`` in a process of its own; the lines that it prints, as they come."""
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "generator", "serve", "--port", "0", "--edition", "private"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    said: list[str] = []
    assert process.stdout is not None
    reader = threading.Thread(target=said.extend, args=(process.stdout,))
    reader.start()
    try:
        yield said
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=60)
        reader.join()
        process.stdout.close()


def test_site_follows_its_sources_and_a_mistake_leaves_the_last_good_one(tmp_path: Path) -> None:
    path = article(tmp_path, "harbour.txt", "The mayor supports the plan.")
    with serving(tmp_path) as said:
        wait_for(lambda: any("citations verified" in line for line in said))
        page = said[0].split()[0] + "articles/harbour.html"
        assert "The mayor supports the plan" in get(page)
        (path.with_suffix(".yml")).write_text("published: 30 February\n", encoding="utf-8")
        wait_for(lambda: any("the last good site stays" in line for line in said))
        assert any("harbour.yml:1" in line for line in said)
        assert "The mayor supports the plan" in get(page)
        (path.with_suffix(".yml")).unlink()
        article(tmp_path, "harbour.txt", "The mayor opposes the plan.")
        wait_for(lambda: "The mayor opposes the plan" in get(page))


def test_before_the_first_site_a_page_says_so(tmp_path: Path) -> None:
    with served(tmp_path, 0) as address:
        try:
            get(address)
        except urllib.error.HTTPError as answer:
            assert answer.code == 503
            assert b"There is no site yet" in answer.read()
            answer.close()


def test_a_name_of_elsewhere_that_leads_here_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("secret", encoding="utf-8")
    with served(tmp_path, 0) as address:
        assert get(address) == "secret"
        connection = http.client.HTTPConnection(address.removeprefix("http://").strip("/"))
        connection.request("GET", "/", headers={"Host": "evil.example"})
        assert connection.getresponse().status == 403
        connection.close()


def test_port_that_is_taken_gives_the_next_one(tmp_path: Path) -> None:
    with served(tmp_path, 0) as first:
        port = int(first.strip("/").rsplit(":", 1)[1])
        with served(tmp_path, port) as second:
            assert second != first


def test_generated_pages_are_no_change_and_hand_made_ones_are(tmp_path: Path) -> None:
    article(tmp_path, "a.txt", "words")
    before = state_of(tmp_path)
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("made", encoding="utf-8")
    (docs / ".dossier-manifest.json").write_text('{"files": {"index.md": ["x"]}}', encoding="utf-8")
    assert state_of(tmp_path) == before
    (docs / "about.md").write_text("by hand", encoding="utf-8")
    assert state_of(tmp_path) != before
