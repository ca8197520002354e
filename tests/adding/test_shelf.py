"""What stands in ``sources/articles`` is never touched, whatever is put beside it and whatever goes wrong."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.adding.shelf import Shelf
from generator.errors import ContentProblem
from generator.project import load_project

STEMS = st.sampled_from(["port", "Port", "port-2", "port-3", "harbour"])
ENDINGS = st.sampled_from([".txt", ".html", ".yml"])


def shelf_of(folder: Path) -> Shelf:
    return Shelf(load_project(folder))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@example(there=[("port", ".yml")], stem="port", late=True)
@given(there=st.lists(st.tuples(STEMS, ENDINGS), max_size=4), stem=STEMS, late=st.booleans())
def test_no_file_that_is_there_is_ever_changed(there: list[tuple[str, str]], stem: str, late: bool) -> None:
    with TemporaryDirectory() as root:
        articles = Path(root) / "sources" / "articles"
        articles.mkdir(parents=True)
        early = shelf_of(Path(root))
        for name, ending in there:
            words = f"title: {name}\n" if ending == ".yml" else f"the editor's own {name}"
            (articles / f"{name}{ending}").write_text(words)
        before = contents(articles)
        # a shelf that was looked over before somebody else put files there knows nothing of them
        shelf = early if late else shelf_of(Path(root))
        name = shelf.free_stem(stem)
        try:
            shelf.put(name, ".txt", b"what is new", b"id: new\n", ())
        except FileExistsError:
            assert contents(articles) == before
        else:
            new = {f"{name}.txt": b"what is new", f"{name}.yml": b"id: new\n"}
            assert contents(articles) == before | new
            assert not new.keys() & before.keys()


@pytest.mark.parametrize("linking", [True, False], ids=["with hard links", "without"])
def test_a_name_taken_meanwhile_is_left_and_nothing_of_the_new_article_stays(
    project: Path, monkeypatch: pytest.MonkeyPatch, linking: bool
) -> None:
    if not linking:

        def refused(*_: object) -> None:
            raise OSError(errno.EPERM, "no hard links here")

        monkeypatch.setattr(os, "link", refused)
    shelf, articles = shelf_of(project), project / "sources" / "articles"
    (articles / "port.yml").write_text("title: the editor's own\n")
    with pytest.raises(FileExistsError):
        shelf.put("port", ".txt", b"words", b"id: port\n", ())
    assert contents(articles) == {"port.yml": b"title: the editor's own\n"}
    assert shelf.put("pier", ".txt", b"words", b"id: pier\n", ()) == "sources/articles/pier.txt"
    assert contents(articles)["pier.yml"] == b"id: pier\n"


def test_a_full_disk_is_said_and_nothing_half_written_stays(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ContentProblem, match="No space left on device"):
        shelf_of(project).put("port", ".txt", b"words", b"id: port\n", ())
    assert contents(project / "sources" / "articles") == {}
