"""The zip is the same bytes for the same site and opens into one folder."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from generator.publishing.distribution.bundle import write_bundle


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for name, content in {"index.html": "<p>Ä</p>", "a/b.html": "b", "a.html": "a", "Straße.html": "s"}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_every_file_is_below_one_folder_named_as_the_zip_in_order(site: Path, tmp_path: Path) -> None:
    target = write_bundle(site, tmp_path / "dist" / "harbour-public.zip")
    with zipfile.ZipFile(target) as bundle:
        names = bundle.namelist()
        assert bundle.read("harbour-public/index.html") == "<p>Ä</p>".encode()
    assert names == [f"harbour-public/{name}" for name in ("Straße.html", "a.html", "a/b.html", "index.html")]


def test_times_and_permissions_of_the_files_leave_no_trace(site: Path, tmp_path: Path) -> None:
    first = write_bundle(site, tmp_path / "one" / "x.zip").read_bytes()
    os.utime(site / "index.html", (1, 1))
    (site / "a.html").chmod(0o600)
    assert write_bundle(site, tmp_path / "two" / "x.zip").read_bytes() == first


def test_a_failure_leaves_the_last_zip_and_no_half_made_one(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = write_bundle(site, tmp_path / "dist" / "x.zip")
    before = target.read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(zipfile.ZipFile, "writestr", fail)
    with pytest.raises(OSError, match="disk full"):
        write_bundle(site, target)
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == ["x.zip"]
