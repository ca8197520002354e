"""``dossier init`` gives a project that builds, and touches nothing that is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from generator.project import load_project
from generator.project import shapes as editors_files
from generator.publishing.interface import has_words_for
from generator.starting import FILES, start
from tests.commands import dossier, snapshot


def test_started_project_has_no_mistakes_and_the_folders_name_as_title(tmp_path: Path) -> None:
    start(tmp_path / "harbour-of-norhaven")
    project = load_project(tmp_path / "harbour-of-norhaven")
    assert project.problems == ()
    assert (project.settings.title, project.settings.name) == ("Harbour of norhaven", "harbour-of-norhaven")


def test_started_dossier_offers_the_languages_that_pages_have_words_in(tmp_path: Path) -> None:
    start(tmp_path)
    (offer,) = re.findall(r"^language: en .*: (.*)$", (tmp_path / "sources/dossier.yml").read_text(), re.MULTILINE)
    assert all(map(has_words_for, offer.split(", ")))
    assert {"en", "fr", "uk"} <= set(offer.split(", "))


@pytest.mark.parametrize("title", ["Harbours: a “review”", "null", "# 1", "Häfen\tund 'Bahnen'"])
def test_any_title_is_kept_as_it_is(title: str, tmp_path: Path) -> None:
    start(tmp_path, title)
    assert load_project(tmp_path).settings.title.split() == title.split()


def test_what_is_there_is_never_changed(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/dossier.yml").write_text("title: Mine\n", encoding="utf-8")
    first = start(tmp_path)
    assert first.kept == ("sources/dossier.yml",)
    before = snapshot(tmp_path)
    assert start(tmp_path).written == ()
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("path", [path for path in FILES if "vocabulary" in path])
def test_examples_in_the_comments_are_right_once_the_signs_are_taken_away(path: str, tmp_path: Path) -> None:
    start(tmp_path)
    file = tmp_path / path
    text = file.read_text(encoding="utf-8")
    example = re.sub(r"^# ?", "", text[text.index("# - id") :], flags=re.MULTILINE)
    file.write_text(example, encoding="utf-8")
    assert load_project(tmp_path).problems == ()
    assert len(yaml.safe_load(example)) == 1


BLOCK = re.compile(r"```(?:yaml|po)\n(.*?)```", re.DOTALL)


def test_examples_in_the_notes_are_right(tmp_path: Path) -> None:
    start(tmp_path)
    sources = tmp_path / "sources"
    (sources / "vocabulary" / "themes.yml").write_text("- {id: transport, title: Transport}\n", encoding="utf-8")
    sidecar, catalogue = BLOCK.findall((sources / "README.md").read_text(encoding="utf-8"))
    (briefing,) = BLOCK.findall((sources / "briefings" / "README.md").read_text(encoding="utf-8"))
    (sources / "translations").mkdir()
    for path, text in (
        ("articles/harbour.yml", sidecar),
        ("translations/en.po", catalogue),
        ("briefings/transport.yml", briefing),
    ):
        (sources / path).write_text(text, encoding="utf-8")
    project = load_project(tmp_path)
    assert project.problems == ()
    assert len(project.translations) == len(project.sidecars) == len(project.briefings) == 1


def test_every_field_that_an_editor_may_write_is_shown(tmp_path: Path) -> None:
    start(tmp_path)
    written = "\n".join((tmp_path / path).read_text(encoding="utf-8") for path in FILES)
    shown = set(re.findall(r"[a-z_]+(?=:(?:\s|$))", written))
    shapes = [shape for name, shape in vars(editors_files).items() if name.endswith("Shape") and name != "ReviewShape"]
    assert {field for shape in shapes for field in shape.model_fields} - shown == set()


def test_command_says_what_it_wrote_and_what_comes_next(tmp_path: Path) -> None:
    ran = dossier(tmp_path, "init", "port")
    assert ran.returncode == 0, ran.stderr
    assert "written: sources/dossier.yml" in ran.stdout
    assert "cd port && dossier add" in ran.stdout
    again = dossier(tmp_path, "init", "port")
    assert again.stdout.count("kept as it is") == len(FILES)


def test_command_asks_for_no_articles_where_there_are_some(tmp_path: Path) -> None:
    (tmp_path / "sources/articles").mkdir(parents=True)
    (tmp_path / "sources/articles/harbour.txt").write_text("The harbour grows.\n", encoding="utf-8")

    assert dossier(tmp_path, "init").stdout.endswith("\nNext: dossier serve\n")
