"""Generated pages come and go; what a person has written or changed stays."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publishing import docs
from generator.publishing.addresses import GeneratedFile
from generator.publishing.docs import MANIFEST, WriteReport, write_generated


def files(**contents: str) -> list[GeneratedFile]:
    return [GeneratedFile(f"{name}.md", content) for name, content in contents.items()]


def on_disk(folder: Path) -> dict[str, str]:
    pages = (path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in pages}


def test_first_run_writes_everything(tmp_path: Path) -> None:
    report = write_generated(tmp_path, files(b="2", a="1", d="4", c="3"))

    assert report == WriteReport(written=("a.md", "b.md", "c.md", "d.md"))
    assert on_disk(tmp_path) == {"a.md": "1", "b.md": "2", "c.md": "3", "d.md": "4"}


def test_second_run_touches_only_what_changed(tmp_path: Path) -> None:
    write_generated(tmp_path, files(a="1", b="2"))
    before = (tmp_path / "b.md").stat().st_mtime_ns

    report = write_generated(tmp_path, files(a="new", b="2"))

    assert (report.written, report.unchanged) == (("a.md",), ("b.md",))
    assert (tmp_path / "b.md").stat().st_mtime_ns == before


def test_page_no_longer_wanted_goes_with_its_empty_folder(tmp_path: Path) -> None:
    write_generated(tmp_path, [GeneratedFile(f"{name}.md", "1") for name in ("articles/old/a", "articles/b", "index")])

    report = write_generated(tmp_path, [GeneratedFile("index.md", "2")])

    assert report.removed == ("articles/b.md", "articles/old/a.md")
    assert not (tmp_path / "articles").exists()


def test_page_written_by_hand_is_kept(tmp_path: Path) -> None:
    (tmp_path / "method.md").write_text("mine")

    report = write_generated(tmp_path, files(method="generated", a="1"))

    assert report.kept_by_hand == ("method.md",)
    assert on_disk(tmp_path) == {"method.md": "mine", "a.md": "1"}


def test_page_changed_by_hand_is_neither_overwritten_nor_removed(tmp_path: Path) -> None:
    write_generated(tmp_path, files(a="1", b="2"))
    (tmp_path / "a.md").write_text("mine")
    (tmp_path / "b.md").write_text("mine too")

    report = write_generated(tmp_path, files(a="new"))

    assert report.kept_by_hand == ("a.md", "b.md")
    assert on_disk(tmp_path) == {"a.md": "mine", "b.md": "mine too"}
    assert str(report.in_the_way()[0]).startswith("docs/a.md: was made or changed by hand")  # where the audit fails


def test_page_kept_once_is_kept_on_every_later_run(tmp_path: Path) -> None:
    write_generated(tmp_path, files(a="1"))
    (tmp_path / "a.md").write_text("mine")

    for content in ("2", "3", "1"):
        write_generated(tmp_path, files(a=content))

    assert on_disk(tmp_path) == {"a.md": "mine"}


def test_page_deleted_by_hand_is_generated_again(tmp_path: Path) -> None:
    write_generated(tmp_path, files(a="1"))
    (tmp_path / "a.md").unlink()

    assert write_generated(tmp_path, files(a="1")).written == ("a.md",)


def test_without_a_manifest_every_differing_page_counts_as_made_by_hand(tmp_path: Path) -> None:
    write_generated(tmp_path, files(a="1", b="2"))
    (tmp_path / MANIFEST).write_text("{ broken")

    report = write_generated(tmp_path, files(a="1", b="new"))

    assert (report.unchanged, report.kept_by_hand) == (("a.md",), ("b.md",))


@given(stop_after=st.integers(0, 8))
def test_interrupted_run_is_taken_up_by_the_next(stop_after: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("docs")
    write_generated(folder, files(a="1", b="2", gone="3"))
    (folder / "hand.md").write_text("mine")

    with pytest.MonkeyPatch.context() as patch:
        _stop_after(patch, stop_after)
        with suppress(KeyboardInterrupt):
            write_generated(folder, files(a="new", b="newer", c="4", hand="generated"))
    report = write_generated(folder, files(a="newest", b="newer", c="4", hand="generated"))

    assert report.kept_by_hand == ("hand.md",)
    assert on_disk(folder) == {"a.md": "newest", "b.md": "newer", "c.md": "4", "hand.md": "mine"}


@pytest.mark.parametrize("path", ["../outside.md", "/etc/outside.md", MANIFEST])
def test_file_outside_docs_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not a path below docs"):
        write_generated(tmp_path, [GeneratedFile(path, "x")])


def test_manifest_is_the_same_whatever_the_order_of_files(tmp_path: Path) -> None:
    write_generated(tmp_path / "one", files(a="1", b="2"))
    write_generated(tmp_path / "two", files(b="2", a="1"))

    manifests = [json.loads((tmp_path / name / MANIFEST).read_text()) for name in ("one", "two")]
    assert manifests[0] == manifests[1]


def _stop_after(patch: pytest.MonkeyPatch, steps: int) -> None:
    """Let ``steps`` changes of the disk through, then break off as Ctrl-C would."""
    left = [steps]

    def counted(change: object) -> object:
        def run(*arguments: object) -> None:
            if left[0] == 0:
                raise KeyboardInterrupt
            left[0] -= 1
            change(*arguments)  # type: ignore[operator]

        return run

    patch.setattr(docs, "_replace", counted(docs._replace))
    patch.setattr(docs, "_remove", counted(docs._remove))
