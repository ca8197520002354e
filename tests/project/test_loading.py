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
        ("dossier", "title: [T\n", "sources/dossier.yml:1: not readable as YAML"),
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


# file below sources/, what it holds, and the one problem that the editor must hear of
ONE_SLIP = [
    ("articles/a.yml", "date: 2024-05-03\n", 'key "date" is not known here\n    did you mean "published"?'),
    ("articles/a.yml", "published: 12.03.2024\n", "write 2024-03-12 or 2024-12-03"),
    ("articles/a.yml", "published: 2024-03-12 14:05\n", "write 2024-03-12T14:05"),
    ("articles/a.yml", "language: German\n", '"German" is no code of a language\n    write "de"'),
    ("articles/a.yml", "language: ua\n", 'write "uk"'),
    ("articles/a.yml", "kind: Opinon\n", 'did you mean "opinion"?'),
    ("articles/a.yml", "kind: comment\n", 'did you mean "opinion"?'),
    ("articles/a.yml", "kind: Pressemitteilung\n", 'did you mean "press-release"?'),
    ("articles/a.yml", "status: corrected\n", "write one of them"),
    ("articles/a.yml", "title: !!int seven\n", 'a.yml:1: the tag "!!int" is not read'),
    ("articles/a.yml", "title: [Two, parts]\n", '"title" must be text, not a list'),
    ("articles/a.yml", "title: The club is #1 in town\n", 'a.yml:1: "#1" and what follows is not read'),
    ("articles/a.yml", "note: He said: no\n", "a colon stands inside a text"),
    ("articles/a.yml", "\ttitle: T\n", "a tab stands where spaces must stand"),
    ("articles/a.yml", 'title: "T\nkind: news\n', "a.yml:1: not readable as YAML: quotation marks are opened"),
    ("articles/a.yml", "title: 'Tom's boat'\n", "a.yml:1: not readable as YAML: words stand behind the end of a text"),
    ("articles/a.yml", "title: [Update] T\n", "put the whole text in double quotation marks"),
    ("articles/a.yml", "title: T\nauthors: [A, B\nkind: news\n", "a.yml:2: not readable as YAML: a bracket is opened"),
    ("articles/a.yml", "title T\nkind: news\n", "a.yml:1: not readable as YAML: the line has no key with a colon"),
    ("articles/a.yml", "title: T\n  kind: news\n", "a colon stands inside a text"),
    ("articles/a.yml", "title: T\n kind:\nurl: U\n", "a.yml:2:"),
    ("articles/a.yml", "authors:\n  - A\n - B\n", "a.yml:3: not readable as YAML: the line is indented otherwise"),
    ("articles/a.yml", 'title: "C:\\docs"\n', "a backslash stands in double quotation marks"),
    ("articles/a.yml", "title: @home\n", "a text begins with @"),
    ("articles/a.yml", "title: *Stars*\n", "a text begins with * or &"),
    ("articles/a.yml", 'title: "  "\n', '"title" is empty'),
    ("articles/a.yml", "authors: [A, ]\nconfirmed: [a, null]\n", 'an entry of "confirmed" is empty'),
    (
        "articles/a.yml",
        "title: T\x00\n",
        "a.yml:1: not readable as YAML: a character that nobody sees stands there (U+0000)",
    ),
    ("articles/a.yml", "confirmed: &a [*a]\n", "a.yml:1: what stands here refers to itself"),
    ("articles/a.yml", "authors: " + "[" * 5000, "nested too deeply"),
    ("articles/a.yml", "- title: T\n", "this must have keys of its own, not a list"),
    ("articles/a.yml", "<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> b\n", "a.yml:1: two versions stand here"),
    ("dossier.yml", "title: T\nquote_share: 35%\n", '"35%" is not a number'),
    ("dossier.yml", "title: T\nextracts_per_theme: " + "9" * 5000, "is not a whole number"),
    ("dossier.yml", "title: T\nsite_url: example.org\n", "it must begin with https://"),
    ("dossier.yml", "title: T\nlanguage: english\n", 'write "en"'),
    ("dossier.yml", "title: T\nthemes: [a, b, a]\n", 'the theme "a" stands twice'),
    ("dossier.yml", "title:\n", '"title" is empty\n    write something behind it'),
    ("vocabulary/themes.yml", "- {id: oil, titel: Oil}\n", 'did you mean "title"?'),
    ("vocabulary/themes.yml", "-id: oil\n title: Oil\n", "themes.yml:1: not readable as YAML: a space is missing"),
    (
        "briefings/oil.yml",
        "gaps:\n- Who pays.\n  searched: [costs]\n",
        "oil.yml:2: not readable as YAML: the line has no key",
    ),
    ("vocabulary/themes.yml", "- {id: oil, title: [Oil]}\n", '"title" must be text, not a list'),
    ("vocabulary/themes.yml", '- {id: oil, title: Oil, terms: "oil, gas"}\n', "write a list: [oil, gas]"),
    ("vocabulary/themes.yml", "- {id: oil, title: Oil, terms: {dutch: [olie]}}\n", 'write "nl"'),
    (
        "briefings/oil.yml",
        "statements:\n- {id: a, text: T, quotes: [{article: a, quote: b}]}\n",
        'did you mean "exact"?',
    ),
    ("briefings/oil.yml", "disagreements:\n- {id: a, question: Q, sides: []}\n", '"sides" needs at least 2 entries'),
    ("briefings/oil.yml", "bottom_line: Late.\n", "the keys are: text, quotes"),
    ("vocabulary/themes.yaml", "[]", "name it sources/vocabulary/themes.yml"),
    ("vocabulary/actor.yml", "[]", "name it sources/vocabulary/actors.yml"),
    ("briefings/2024/oil.yml", "note: N\n", "move it into sources/briefings itself"),
    ("briefings/oil.md", "# Oil", "a briefing in Markdown is not read"),
]


@pytest.mark.parametrize(("name", "text", "expected"), ONE_SLIP)
def test_one_slip_is_one_problem_with_its_remedy(tmp_path: Path, name: str, text: str, expected: str) -> None:
    path = tmp_path / "sources" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    if name.startswith("briefings"):
        written(tmp_path, vocabulary__themes="- {id: oil, title: Oil}\n")

    (problem,) = load_project(tmp_path).problems
    assert expected in str(problem)
    assert problem.place.file == f"sources/{name}"
    assert problem.remedy


def test_text_is_what_is_written_and_no_number(tmp_path: Path) -> None:
    project = written(
        tmp_path,
        dossier="title: 010\nquote_share: 0.5\nrelease: {number: 1.10, date: 2026-01-31}\n",
        articles__a="title: true\nlanguage: EN\n",
    )
    assert project.problems == ()
    assert (project.settings.title, project.settings.quote_share) == ("010", 0.5)
    assert project.settings.release is not None
    assert project.settings.release.number == "1.10"
    assert (project.sidecars["a"].metadata.title, project.sidecars["a"].metadata.language) == ("true", "en")


def test_what_is_whole_in_a_file_with_a_mistake_counts(tmp_path: Path) -> None:
    sidecar = written(tmp_path, articles__a="id: harbour\nkindd: news\nlanguage: Dutch\n").sidecars["a"]
    assert (sidecar.id, sidecar.stated) == ("harbour", frozenset())


SLIPS = """\
bottom_line:
  text: Cut.
statements:
- {text: No id, quotes: [{article: a, exact: x}]}
- {id: late, colour: red, text: Late, quotes: [{article: a, exact: late}, {exact: no article}]}
- {id: none, text: None, quotes: [{article: a, exacct: x}]}
- id: late
  text: Again
  quotes:
  - {article: b, exact: again}
gaps: [{text: Costs, searched: 'cost, price'}]
"""


def test_a_mistake_in_one_statement_hides_no_mistake_in_another(tmp_path: Path) -> None:
    project = written(tmp_path, vocabulary__themes="- {id: oil, title: Oil}\n", briefings__oil=SLIPS)
    assert len(project.problems) == 7
    assert 'oil.yml:7: the statement "late" stands twice' in messages(project)
    (briefing,) = project.briefings
    quotes = [(quote.exact, quote.place.line) for statement in briefing.statements for quote in statement.quotes]
    assert quotes == [("late", 5), ("again", 10)]


def test_a_briefing_of_a_theme_that_is_not_in_the_dossier_is_put_by(tmp_path: Path) -> None:
    project = written(
        tmp_path,
        dossier="title: T\nthemes: [gas]\n",
        vocabulary__themes="- {id: oil, title: Oil}\n- {id: gas, title: Gas}\n",
        briefings__oil="note: A draft.\n",
    )
    assert (project.problems, project.briefings) == ((), ())
    assert [briefing.theme for briefing in project.put_by] == ["oil"]


def test_every_key_that_stands_twice_is_named(tmp_path: Path) -> None:
    said = messages(written(tmp_path, articles__a="title: A\ntitle: B\nkind: news\nkind: opinion\n"))
    assert "a.yml:2:" in said
    assert "a.yml:4:" in said


def test_two_sidecars_of_one_name_are_named(tmp_path: Path) -> None:
    written(tmp_path, articles__a="title: A\n")
    (tmp_path / "sources" / "articles" / "a.yaml").write_text("title: B\n", encoding="utf-8")

    assert "two sidecars of one name" in messages(load_project(tmp_path))


def test_what_editors_leave_behind_is_no_file_of_the_project(tmp_path: Path) -> None:
    for name in ("briefings/.oil.yml.swp", "briefings/._oil.yml", "briefings/oil.yml~", "articles/.git/x.yml"):
        path = tmp_path / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\x00\xff")
    (tmp_path / "sources" / "notes.txt").write_text("Mine.", encoding="utf-8")

    project = load_project(tmp_path)
    assert (project.problems, project.unread) == ((), ("sources/notes.txt",))


def test_a_briefing_that_names_no_theme_is_the_one_of_its_file_name(tmp_path: Path) -> None:
    project = written(tmp_path, vocabulary__themes="- {id: oil, title: Oil}\n", briefings__oil="note: Thin.\n")

    assert [briefing.theme for briefing in project.briefings] == ["oil"]
    assert project.problems == ()


@pytest.mark.parametrize(
    "themes",
    [
        "- {id: oil, title: [Oil}\n",
        "- {id: oil, titel: Oil}\n",
        "- {id: Oil!, title: Oil}\n- {id: gas, title: Gas}\n",
        "- {ID: oil, title: Oil}\n- {id: gas, title: Gas}\n",
        "- {id: null, title: Oil}\n",
        "oil: {title: Oil}\n",
    ],
)
def test_what_follows_from_a_mistake_in_the_themes_is_not_reported(tmp_path: Path, themes: str) -> None:
    project = written(
        tmp_path,
        dossier="title: T\nthemes: [oil]\n",
        vocabulary__themes=themes,
        vocabulary__review="- {theme: oil, term: Öl, language: de, decision: accept}\n",
        briefings__oil="note: Thin.\n",
    )
    (problem,) = project.problems
    assert problem.place.file == "sources/vocabulary/themes.yml"


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


TRANSLATED = 'msgctxt "a"\nmsgid "Öl fließt."\nmsgstr "Oil flows."\n'


@pytest.mark.parametrize(
    ("slip", "line", "expected"),
    [
        ('msgctxt "a"\nmsgid "Gas"\nmsgstr "Gas costs 4.2\n', 7, "two straight quotation marks"),
        ('msgctxt "a"\nmsgid "Gas"\nmsgstr “Gas”\n', 7, "two straight quotation marks"),
        ('msgctxt "a"\nmsgid "Gas"\nmsgstr "the "best" gas"\n', 7, "two straight quotation marks"),
        ('msgid "Gas"\nmsgstr "Gas"\n', 5, 'add msgctxt "<article id>"'),
        ('msgctxt "a"\nmsgid "Öl  fließt."\nmsgstr "It flows."\n', 5, "the first is in line 1"),
        ('msgctxt "a"\nmsgid "g"\nmsgid_plural "gs"\nmsgstr[0] "gas"\n', 5, "no msgid_plural"),
        ('<<<<<<< HEAD\nmsgctxt "a"\n=======\nmsgctxt "b"\n>>>>>>> b\nmsgid "g"\nmsgstr "G"\n', 5, "keep what holds"),
    ],
)
def test_a_slip_in_a_catalogue_is_named_and_never_read_as_something_else(
    tmp_path: Path, slip: str, line: int, expected: str
) -> None:
    folder = tmp_path / "sources" / "translations"
    folder.mkdir(parents=True)
    (folder / "en.po").write_bytes((TRANSLATED + "\n" + slip).replace("\n", "\r\n").encode("utf-8-sig"))

    (problem,) = load_project(tmp_path).problems
    assert (problem.place.file, problem.place.line) == ("sources/translations/en.po", line)
    assert expected in problem.remedy
