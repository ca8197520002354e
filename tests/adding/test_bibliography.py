"""Bibliographies: RIS, BibTeX and CSL-JSON say what the files do not, for the article that each record means."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.adding import Added, AlreadyThere, LeftOut
from generator.errors import ContentProblem
from generator.project import load_project
from tests.adding.adding import TEXT, added_to, files_in, sidecar_of, sidecar_text, the_added
from tests.adding.server import Site, page
from tests.commands import dossier, snapshot

UNSIGNED = TEXT.replace("Published: 5 October 2023\n\n", "")
URL = "https://www.outlet.example/world/port?id=3"

RIS = f"""TY  - NEWS
TI  - A port for the northern route
AU  - Müller, Anna
AU  - Smit, Jan
DA  - 2023/10/05/
PY  - 2023
T2  - The Daily Outlet
UR  - {URL}
Y2  - 2024/01/02/14:00:00
LA  - en
ER  -
"""
BIBTEX = f"""@article{{mueller2023,
  title = {{A {{P}}ort for the {{N}}orthern Route}},
  author = {{M{{\\"u}}ller, Anna and Smit, Jan}},
  date = {{2023-10-05}},
  journaltitle = {{The Daily Outlet}},
  url = {{{URL}}},
  urldate = {{2024-01-02}},
  langid = {{en}},
}}
"""
CSL = json.dumps(
    [
        {
            "id": "http://zotero.org/users/1/items/ABC",
            "type": "article-newspaper",
            "title": "A port for the <i>northern</i> route",
            "container-title": "The Daily Outlet",
            "author": [{"given": "Anna", "family": "Müller"}, {"literal": "Jan Smit"}],
            "issued": {"date-parts": [["2023", 10, 5]]},
            "accessed": {"date-parts": [[2024, 1, 2]]},
            "language": "en-GB",
            "URL": URL,
        }
    ]
)


@pytest.mark.parametrize(("name", "text"), [("r.ris", RIS), ("r.bib", BIBTEX), ("r.json", CSL), ("export", RIS)])
def test_a_record_fills_in_what_the_file_does_not_say(project: Path, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "a.txt").write_text(UNSIGNED, encoding="utf-8")
    added = the_added(added_to(project, tmp_path / "a.txt", bibliographies=(tmp_path / name,)))
    sidecar = sidecar_of(project, added)
    assert sidecar.stated == {"publisher", "authors", "published", "url", "retrieved"}
    assert sidecar.metadata.publisher == "The Daily Outlet"
    assert sidecar.metadata.authors == ("Anna Müller", "Jan Smit")
    assert sidecar.metadata.published == "2023-10-05"
    assert sidecar.metadata.url == URL
    assert (sidecar.metadata.retrieved or "")[:10] == "2024-01-02"
    assert added.id == "2023-10-05-the-daily-outlet-a-port-for-the-northern-route"
    assert f"from {tmp_path / name}, record 1" in sidecar_text(project, added)


def test_the_editors_record_wins_over_the_file_and_the_sidecar_says_so(project: Path, tmp_path: Path) -> None:
    (tmp_path / "r.ris").write_text(RIS.replace("2023/10/05/", "2023/10/04/"), encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    added = the_added(added_to(project, tmp_path / "a.txt", bibliographies=(tmp_path / "r.ris",)))
    assert sidecar_of(project, added).metadata.published == "2023-10-04"
    assert "the file says 2023-10-05" in sidecar_text(project, added)


def records(*entries: dict[str, object]) -> str:
    return json.dumps(list(entries))


def test_a_record_is_found_by_address_then_file_then_title(project: Path, site: Site, tmp_path: Path) -> None:
    url = site.put("/a", page())
    (tmp_path / "saved page.html").write_text(page("A bridge across the strait"), encoding="utf-8")
    (tmp_path / "b.txt").write_text(UNSIGNED, encoding="utf-8")
    (tmp_path / "r.json").write_text(
        records(
            {"title": "Another title altogether", "URL": f"{url}/?utm_source=x", "publisher": "By Address"},
            {"title": "Another", "file": "Snapshot:files/3/saved page.html:text/html", "publisher": "By File"},
            {"title": "A Port for the Northern Route!", "publisher": "By Title"},
            {"title": "Something that nobody added", "publisher": "Nobody"},
        ),
        encoding="utf-8",
    )
    outcomes = added_to(
        project, url, tmp_path / "saved page.html", tmp_path / "b.txt",
        bibliographies=(tmp_path / "r.json",), allow_private=True,
    )  # fmt: skip
    added = [o for o in outcomes if isinstance(o, Added)]
    assert [o.known.publisher for o in added] == ["By Address", "By File", "By Title"]
    assert [o.origin.split(", ", 1)[1] for o in outcomes if isinstance(o, LeftOut)] == [
        'record 4 "Something that nobody added"'
    ]


def test_two_records_that_could_be_meant_are_not_used(project: Path, tmp_path: Path) -> None:
    title = "A port for the northern route"
    (tmp_path / "r.json").write_text(records({"title": title, "publisher": "A"}, {"title": title, "publisher": "B"}))
    (tmp_path / "a.txt").write_text(UNSIGNED, encoding="utf-8")
    added = added_to(project, tmp_path / "a.txt", bibliographies=(tmp_path / "r.json",))[0]
    assert isinstance(added, Added)
    assert added.known.publisher is None


def test_an_existing_sidecar_is_left_and_the_proposal_printed(project: Path, tmp_path: Path) -> None:
    folder = project / "sources" / "articles"
    (folder / "port.txt").write_text(UNSIGNED, encoding="utf-8")
    (folder / "port.yml").write_text("id: harbour\npublisher: Post\n", encoding="utf-8")
    (tmp_path / "port.txt").write_text(UNSIGNED, encoding="utf-8")
    (tmp_path / "r.ris").write_text(RIS, encoding="utf-8")
    before = snapshot(project)
    (outcome,) = added_to(project, tmp_path / "port.txt", bibliographies=(tmp_path / "r.ris",))
    assert isinstance(outcome, AlreadyThere)
    assert "id: harbour" in outcome.proposal
    ran = dossier(project, "add", str(tmp_path / "port.txt"), "--metadata", str(tmp_path / "r.ris"))
    assert ran.returncode == 0, ran.stderr
    assert "sources/articles/port.yml" in ran.stdout
    assert "    publisher: The Daily Outlet" in ran.stdout
    assert snapshot(project) == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("just words", "is no RIS, BibTeX or CSL-JSON"),
        ('[{"title": ', "not readable as JSON"),
        ("@article{a, title={x}\n@article{b, title={A port}}\n@misc{c, title={y", "not readable as BibTeX"),
        ("", "is no RIS"),
    ],
)
def test_a_bibliography_that_cannot_be_read_is_said_and_the_article_added(
    project: Path, tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "r").write_text(text, encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    outcomes = added_to(project, tmp_path / "a.txt", bibliographies=(tmp_path / "r",))
    assert any(said in str(o) for o in outcomes if isinstance(o, ContentProblem))
    assert len(files_in(project)) == 2


@pytest.mark.parametrize(
    "entry",
    [
        {"title": None, "author": "Anna", "issued": "2023", "URL": 5},
        {"title": ["A port for the northern route"], "author": [{"family": ""}, 7], "issued": {"date-parts": [[]]}},
        {"title": "A port for the northern route", "issued": {"date-parts": [[2023, 2, 30]]}, "URL": "javascript:1"},
        {"title": "A port for the northern route", "author": [{"literal": "a: b\n# no\u2028: [x]\x85'\""}],
         "issued": {"raw": "2023-10-05T14:02:00.5+02:00"}, "language": "no", "publisher": "null"},
    ],
)  # fmt: skip
def test_odd_records_never_make_a_sidecar_that_cannot_be_read(
    project: Path, tmp_path: Path, entry: dict[str, object]
) -> None:
    (tmp_path / "r.json").write_text(records(entry), encoding="utf-8")
    (tmp_path / "a.txt").write_text(UNSIGNED, encoding="utf-8")
    added = added_to(project, tmp_path / "a.txt", bibliographies=(tmp_path / "r.json",))[0]
    assert isinstance(added, Added)
    assert not load_project(project).problems
    assert sidecar_of(project, added).id == added.id
