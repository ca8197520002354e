"""One folder takes the place of another: whoever looks, at whatever moment, sees one of the two whole."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from generator.errors import ContentProblem
from generator.publishing import swap as swapping
from generator.publishing.swap import check_place, exchange, recover, swap


@pytest.fixture(params=["in one step", "in two steps"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways: systems that exchange two names at once, and those that cannot."""
    if request.param == "in two steps":
        monkeypatch.setattr(swapping, "exchange", lambda *_: False)
    return str(request.param)


def folder(path: Path, word: str) -> Path:
    path.mkdir()
    (path / "index.html").write_text(word)
    return path


def test_new_site_replaces_the_old(tmp_path: Path) -> None:
    swap(folder(tmp_path / "new", "new"), folder(tmp_path / "site", "old"))
    assert (tmp_path / "site/index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_first_site_is_put_in_place(tmp_path: Path) -> None:
    swap(folder(tmp_path / "new", "new"), tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text() == "new"


def test_what_no_build_made_is_never_taken_for_the_old_site(tmp_path: Path) -> None:
    own, file, site = folder(tmp_path / "own", "mine"), tmp_path / "file", folder(tmp_path / "site", "built")
    file.write_text("mine")
    (site / "data").mkdir()
    (site / "data" / "checksums.txt").touch()
    (tmp_path / "empty").mkdir()

    for foreign in (own, file):
        with pytest.raises(ContentProblem, match="stands where the site goes"):
            check_place(foreign)
    for free in (site, tmp_path / "empty", tmp_path / "nothing"):
        check_place(free)


def test_failure_leaves_the_old_site(tmp_path: Path) -> None:
    old = folder(tmp_path / "site", "old")
    with pytest.raises(OSError, match="new"):
        swap(tmp_path / "new", old)
    assert (old / "index.html").read_text() == "old"


def test_link_to_a_site_is_replaced_and_what_it_led_to_is_left_alone(tmp_path: Path) -> None:
    elsewhere = folder(tmp_path / "elsewhere", "old")
    (tmp_path / "site").symlink_to(elsewhere)
    swap(folder(tmp_path / "new", "new"), tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text() == "new"
    assert (elsewhere / "index.html").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["elsewhere", "site"]


def test_site_whose_exchange_was_stopped_between_two_steps_is_brought_back(tmp_path: Path) -> None:
    folder(tmp_path / ".site.previous", "older")
    recover(tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text() == "older"
    folder(tmp_path / ".site.previous", "oldest")
    swap(folder(tmp_path / "new", "new"), tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


class _Stopped(BaseException):
    """The power fails."""


@pytest.mark.parametrize("steps", range(4))
def test_whenever_the_exchange_is_stopped_one_of_the_two_sites_is_there_and_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    new, site = folder(tmp_path / "new", "new"), folder(tmp_path / "site", "old")
    left = iter(range(steps))

    def stopping(step: Callable[..., object]) -> Callable[..., object]:
        def one(*given: object, **named: object) -> object:
            if next(left, None) is None:
                raise _Stopped
            return step(*given, **named)

        return one

    with monkeypatch.context() as stopped:
        stopped.setattr(Path, "rename", stopping(Path.rename))
        stopped.setattr(swapping, "exchange", stopping(swapping.exchange))
        stopped.setattr(shutil, "rmtree", stopping(shutil.rmtree))
        with suppress(_Stopped):
            swap(new, site)
    recover(site)
    assert (site / "index.html").read_text() in ("old", "new")
    assert not (tmp_path / ".site.previous").exists()
    swap(folder(tmp_path / "newer", "newer"), site)
    assert (site / "index.html").read_text() == "newer"


def test_reader_never_meets_a_missing_site(tmp_path: Path, way: str) -> None:
    site = folder(tmp_path / "site", "0")
    if way == "in two steps" or not exchange(folder(tmp_path / "one", "1"), folder(tmp_path / "two", "2")):
        pytest.skip("this system or file system cannot exchange two names in one step")
    missing: list[FileNotFoundError] = []
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            try:
                site.stat()
            except FileNotFoundError as error:
                missing.append(error)

    reader = threading.Thread(target=look)
    reader.start()
    for number in range(300):
        swap(folder(tmp_path / "new", str(number)), site)
    done.set()
    reader.join()
    assert missing == []
