"""What an editor writes is read whole; every mistake is named with its file and line, all of them at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.project import Project, load_project


def written(root: Path, **files: str) -> Project:
    """A project with these files below ``sources/``; ``__`` in a name stands for a folder."""
    for name, text in files.items():
        path = root / "sources" / (name.replace("__", "/") + ".yml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_project(root)


def messages(project: Project) -> str:
    return "\n".join(str(problem) for problem in project.problems)


def test_an_empty_folder_is_a_project_named_after_it(tmp_path: Path) -> None:
    project = load_project(tmp_path / "gas-and-oil")
    assert (project.settings.title, project.settings.name, project.problems) == ("Gas and oil", "gas-and-oil", ())


def test_themes_stand_in_the_editors_order(tmp_path: Path) -> None:
    themes = "- {id: oil, title: Oil}\n- {id: gas, title: {en: Gas, de: Erdgas}, terms: {de: [Erdgas]}}\n"
    project = written(tmp_path, dossier="title: T\nthemes: [gas, oil]\n", vocabulary__themes=themes)
    assert [theme.id for theme in project.vocabulary.themes] == ["gas", "oil"]
    assert project.vocabulary.themes[0].title("de") == "Erdgas"
    assert project.vocabulary.themes[0].terms == {"de": ("Erdgas",)}


def test_no_is_the_language_norwegian_and_a_year_is_text(tmp_path: Path) -> None:
    project = written(
        tmp_path,
        vocabulary__themes="- {id: oil, title: Oil, terms: {no: [olje]}}\n",
        articles__a="published: 2026\ntitle: No\n",
    )
    assert project.vocabulary.themes[0].terms == {"no": ("olje",)}
    assert project.sidecars["a"].metadata.published == "2026"
    assert project.problems == ()


def test_a_field_stated_as_null_is_known_to_be_unknown(tmp_path: Path) -> None:
    sidecar = written(tmp_path, articles__a="publisher: null\nkind: opinion\n").sidecars["a"]
    assert sidecar.stated == {"publisher", "kind"}
    assert sidecar.metadata.publisher is None


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "dossier",
            "titel: T\n",
            'sources/dossier.yml:1: the key "titel" is not known here\n    did you mean "title"?',
        ),
        ("dossier", "language: en\n", '"title" is missing'),
        ("dossier", "title: T\nquote_share: 3\n", 'sources/dossier.yml:2: "quote_share"'),
        ("dossier", "title: T\ntitle: U\n", 'sources/dossier.yml:2: the key "title" stands twice here'),
        ("dossier", "title: [T\n", "sources/dossier.yml:2: not readable as YAML"),
        ("vocabulary__themes", "- {id: Öl, title: T}\n", "use lower-case letters a-z, digits and hyphens"),
        ("vocabulary__themes", "id: oil\n", "a list is expected here"),
        ("vocabulary__actors", "- {id: a, name: A, kind: robot}\n", "sources/vocabulary/actors.yml:1:"),
        ("articles__a", "published: 8. August\n", '"8. August" is not a date'),
        ("articles__a", "published: 2025-13-45\n", '"2025-13-45" is not a date'),
        ("articles__a", "url: www.example.org\n", "must begin with https://"),
        ("briefings__oil", "theme: oil\n", 'the theme "oil" is not known'),
    ],
)
def test_a_mistake_is_named_with_place_fact_and_remedy(tmp_path: Path, name: str, text: str, expected: str) -> None:
    assert expected in messages(written(tmp_path, **{name: text}))


def test_a_briefing_that_names_no_theme_is_the_one_of_its_file_name(tmp_path: Path) -> None:
    project = written(tmp_path, vocabulary__themes="- {id: oil, title: Oil}\n", briefings__oil="note: Thin.\n")

    assert [briefing.theme for briefing in project.briefings] == ["oil"]
    assert project.problems == ()


def test_what_follows_from_a_mistake_in_the_themes_is_not_reported(tmp_path: Path) -> None:
    listed = "- {theme: oil, term: Öl, language: de, decision: accept}\n"
    project = written(tmp_path, vocabulary__themes="- {id: oil, title: [Oil}\n", vocabulary__review=listed)

    assert "themes.yml" in messages(project)
    assert "review.yml" not in messages(project)


def test_mistakes_of_all_files_are_reported_together_and_the_rest_is_read(tmp_path: Path) -> None:
    project = written(
        tmp_path,
        dossier="title: T\nthemes: [oil, gass]\n",
        vocabulary__themes="- {id: oil, title: Oil}\n- {id: gas, title: Gas}\n- {id: gas, title: Gas}\n- {titel: X}\n",
        briefings__oil="theme: oil\nstatements:\n- {id: one, text: A, quotes: []}\n",
        articles__a="kind: rumour\n",
    )
    said = messages(project)
    assert 'sources/dossier.yml:2: the theme "gass" is not known\n    did you mean "gas"?' in said
    assert 'sources/vocabulary/themes.yml:3: the theme "gas" stands twice' in said
    assert "sources/vocabulary/themes.yml:4:" in said
    assert "sources/briefings/oil.yml:3:" in said
    assert "sources/articles/a.yml:1:" in said
    assert [theme.id for theme in project.vocabulary.themes] == ["oil"]


def test_translations_know_their_maker_and_what_a_machine_made(tmp_path: Path) -> None:
    folder = tmp_path / "sources" / "translations"
    folder.mkdir(parents=True)
    (folder / "en.po").write_text(
        'msgid ""\nmsgstr ""\n"X-Translator: Anna Smit\\n"\n"X-Reviewed: no\\n"\n\n'
        'msgctxt "a"\nmsgid "Öl  fließt."\nmsgstr "Oil flows."\n\n'
        '# reviewed: Jan Vos\n#, fuzzy\nmsgctxt "a"\nmsgid "Gas"\nmsgstr "Gas"\n',
        encoding="utf-8",
    )
    translations = load_project(tmp_path).translations
    oil, gas = translations["a", "Öl fließt."], translations["a", "Gas"]
    assert (oil.text, oil.by, oil.reviewed, oil.machine) == ("Oil flows.", "Anna Smit", False, False)
    assert (gas.reviewed, gas.machine) == (True, True)
