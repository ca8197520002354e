"""Nothing that somebody put into the site, or changed in it, is lost with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ContentProblem
from generator.publishing.put_aside import put_aside
from generator.publishing.site import write_checksums


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site as a build leaves it."""
    site = tmp_path / "site"
    (site / "themes").mkdir(parents=True)
    (site / "index.html").write_text("built")
    (site / "themes/energy.html").write_text("built")
    write_checksums(site)
    return site


def kept(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): str(path.readlink()) if path.is_symlink() else path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def test_what_was_added_or_changed_is_kept_and_stays_in_the_site_meanwhile(site: Path, tmp_path: Path) -> None:
    (site / "CNAME").write_text("dossier.example")
    (site / ".git").mkdir()
    (site / ".git/HEAD").write_text("ref")
    (site / "themes/energy.html").write_text("changed")
    (site / "latest").symlink_to("themes")
    (site / ".DS_Store").write_text("of the system")

    aside = tmp_path / "kept"
    assert [path.relative_to(aside).as_posix() for path in put_aside(site, aside)] == [
        ".git/HEAD",
        "CNAME",
        "latest",
        "themes/energy.html",
    ]
    assert kept(aside) == {
        ".git/HEAD": "ref",
        "CNAME": "dossier.example",
        "latest": "themes",
        "themes/energy.html": "changed",
    }
    assert (site / "CNAME").read_text() == "dossier.example"


def test_what_is_kept_already_is_neither_overwritten_nor_kept_twice(site: Path, tmp_path: Path) -> None:
    for words in ("first", "second", "second", "first"):
        (site / "notes.txt").write_text(words)
        put_aside(site, tmp_path / "kept")
    assert kept(tmp_path / "kept") == {"notes.txt": "first", "notes-2.txt": "second"}


def test_site_as_it_was_built_leaves_nothing(site: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(site)
    for untouched in (site, tmp_path / "link", tmp_path / "nothing"):
        assert put_aside(untouched, tmp_path / "kept") == ()
    assert not (tmp_path / "kept").exists()


def test_what_cannot_be_kept_stops_the_build(site: Path, tmp_path: Path) -> None:
    (site / "notes.txt").write_text("mine")
    (tmp_path / "kept").write_text("a file where the folder goes")
    with pytest.raises(ContentProblem, match=r"site/notes.txt: .* cannot be copied to kept/"):
        put_aside(site, tmp_path / "kept")
