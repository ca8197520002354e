"""Folders as people fill them: every article is found, in a stable order; what cannot be read is named, not met."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.errors import UnreadableArticle
from generator.reading.source import LARGEST_FILE_BYTES, find_sources, load


def names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find_sources(folder).paths]


def facts(folder: Path) -> list[str]:
    return [problem.fact for problem in find_sources(folder).problems]


def write(folder: Path, *below: str) -> None:
    for name in below:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text", encoding="utf-8")


def test_articles_are_found_in_order_of_their_path_without_sidecars_and_hidden_files(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.html", "a/z.yml", "a.txt", ".DS_Store", ".git/config", "c.yaml", "A.txt")
    assert names(tmp_path) == ["A.txt", "a.txt", "a/z.html", "b.txt"]


@pytest.mark.parametrize("parts", ["Harbour grows_files", "Harbour grows-Dateien", "Harbour grows.files"])
def test_parts_of_a_page_that_was_saved_complete_are_no_articles(parts: str, tmp_path: Path) -> None:
    write(tmp_path, f"{parts}/frame.html", f"{parts}/inner/menu.js", "Harbour grows.html")
    spoken_of = parts.replace(" ", "%20")
    (tmp_path / "Harbour grows.html").write_text(f'<html><iframe src="./{spoken_of}/frame.html">', encoding="utf-8")
    assert names(tmp_path) == ["Harbour grows.html"]
    assert facts(tmp_path) == []


def test_folder_that_is_only_named_like_a_page_holds_articles(tmp_path: Path) -> None:
    write(tmp_path, "harbour-letters/a.html", "harbour.html", "harbour_2024/b.html", "quay_files/c.html")
    (tmp_path / "harbour.html").write_text("<html><p>See harbour_2024/b.html", encoding="utf-8")
    assert names(tmp_path) == ["harbour-letters/a.html", "harbour.html", "harbour_2024/b.html", "quay_files/c.html"]


def test_names_that_differ_in_case_only_are_two_articles(tmp_path: Path) -> None:
    write(tmp_path, "Harbour.txt", "harbour.txt")
    assert len(names(tmp_path)) == 2


def test_strange_names_are_read_and_shown_on_one_line(tmp_path: Path) -> None:
    strange = ("line\nbreak.txt", "\u200fright-to-left.txt", f"{'x' * 250}.txt", "with space.txt")
    write(tmp_path, *strange)
    assert sorted(names(tmp_path)) == sorted(strange)
    (tmp_path / "line\nbreak.txt").unlink()
    os.mkfifo(tmp_path / "line\nbreak.txt")
    assert str(find_sources(tmp_path).problems[0].place) == "sources/articles/line\\u000abreak.txt"


def test_pipe_is_reported_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert names(tmp_path) == []
    assert facts(tmp_path) == ["is no regular file (a pipe, socket or device)"]
    with pytest.raises(UnreadableArticle, match="no regular file"):
        load(tmp_path / "pipe.txt", tmp_path)


def test_link_that_leaves_the_folder_is_reported(tmp_path: Path) -> None:
    write(tmp_path, "secret.txt", "articles/a.txt")
    folder = tmp_path / "articles"
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "in.txt").symlink_to(folder / "a.txt")
    assert names(folder) == ["a.txt", "in.txt"]
    assert facts(folder) == ["is a link that leaves the folder"]
    with pytest.raises(UnreadableArticle, match="leaves the folder"):
        load(folder / "out.txt", folder)


def test_links_in_a_circle_are_reported_and_end(tmp_path: Path) -> None:
    write(tmp_path, "a/b.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    (tmp_path / "one").symlink_to(tmp_path / "two")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    assert names(tmp_path) == ["a/b.txt"]
    assert facts(tmp_path) == [
        "is a link to a folder",
        "the entry leads nowhere or in a circle",
        "the entry leads nowhere or in a circle",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser reads everything")
def test_unreadable_file_is_reported_when_it_is_loaded(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(UnreadableArticle, match="cannot be opened"):
        load(tmp_path / "a.txt", tmp_path)


def test_file_larger_than_any_article_is_reported_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(LARGEST_FILE_BYTES + 1)
    assert facts(tmp_path) == ["is larger than 64 MB, which no article is"]


def test_path_is_below_the_folder_and_hash_is_of_the_bytes(tmp_path: Path) -> None:
    write(tmp_path, "sub/a.txt")
    source = load(tmp_path / "sub" / "a.txt", tmp_path)
    assert source.path == "sub/a.txt"
    assert source.sha256 == "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1"
