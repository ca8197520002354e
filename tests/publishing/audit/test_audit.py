"""Whatever is changed in the built site or in an article after the build, the audit names it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.publishing.audit.walk import AuditReport, audit
from generator.publishing.site import write_checksums
from tests.publishing.dossiers import small_dossier
from tests.publishing.small_site import build_small_site, write_project


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("audited")
    build_small_site(root, write_project(root))
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A copy of the built project that a test may spoil."""
    return Path(shutil.copytree(built, tmp_path / "project"))


def look(project: Path, *, sealed: bool = True) -> AuditReport:
    """Audit; unless ``sealed``, checksums are renewed first, so that only the content can give a change away."""
    if not sealed:
        write_checksums(project / "site")
    return audit(project / "site", project / "sources" / "articles")


def change(file: Path, old: str, new: str, count: int = 1) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, count), encoding="utf-8")


def told(report: AuditReport) -> str:
    return "\n".join(str(problem) for problem in report.problems)


def test_a_fresh_site_has_every_citation_verified(built: Path) -> None:
    report = look(built)
    assert told(report) == ""
    assert report.citations_found == report.citations_verified >= 8
    assert report.pages == 8


def test_a_picture_of_many_events_is_no_problem(tmp_path: Path) -> None:
    """More than dots have room for: columns, which say how many events they are."""
    dossier = small_dossier()
    (briefing,) = dossier.briefings
    first = dossier.timeline[0]
    days = [f"20{year}-0{month}-11" for year in range(10, 22) for month in range(1, 8)]
    events = tuple(replace(first, id=f"e-{day}", date=day) for day in days)
    dossier = replace(dossier, timeline=events, briefings=(replace(briefing, timeline=events),))
    build_small_site(tmp_path, write_project(tmp_path, dossier))

    assert told(look(tmp_path)) == ""


def spoil_letter_of_quote(site: Path) -> None:
    change(site / "articles/hafen.html", "Die Arbeiten kosten", "Die Arbelten kosten")


def spoil_number_of_quote(site: Path) -> None:
    change(site / "articles/veer.html", "uitbouw 2 miljard", "uitbouw 3 miljard")


def spoil_number_inside_nested_quote(site: Path) -> None:
    change(site / "articles/hafen.html", "6 Milliarden Euro</span>", "7 Milliarden Euro</span>")


def spoil_anchor(site: Path) -> None:
    page = (site / "articles/hafen.html").read_text(encoding="utf-8")
    anchor = re.findall(r'id="(q-[0-9a-f]{12})"', page)[0]
    change(site / "articles/hafen.html", f'id="{anchor}"', 'id="q-000000000000"')


def spoil_link(site: Path) -> None:
    change(site / "themes/harbour.html", "../articles/veer.html#q-", "../articles/veer.html#q-f")


def spoil_link_to_another_passage(site: Path) -> None:
    page = (site / "articles/hafen.html").read_text(encoding="utf-8")
    first, *_, last = dict.fromkeys(re.findall(r'id="(q-[0-9a-f]{12})"', page))
    theme = site / "themes/harbour.html"
    present = first if f"hafen.html#{first}" in theme.read_text(encoding="utf-8") else last
    theme.write_text(theme.read_text(encoding="utf-8").replace(present, first if present == last else last))


def spoil_words_for_machines(site: Path) -> None:
    page = (site / "articles/veer.html").read_text(encoding="utf-8")
    before, after = page.rsplit("uitbouw 2 miljard", 1)
    (site / "articles/veer.html").write_text(f"{before}uitbouw 3 miljard{after}", encoding="utf-8")


def spoil_statement_for_machines(site: Path) -> None:
    page = (site / "themes/harbour.html").read_text(encoding="utf-8")
    before, after = page.rsplit("and 2 billion", 1)
    (site / "themes/harbour.html").write_text(f"{before}and 3 billion{after}", encoding="utf-8")


def spoil_json_for_machines(site: Path) -> None:
    change(site / "themes/harbour.html", '"hasPart":[', '"hasPart":{')


def spoil_picture(site: Path) -> None:
    picture = (
        "<figure class='picture'><svg><circle><title>2025: Am 9. August begann alles.</title></circle></svg></figure>"
    )
    change(site / "themes/harbour.html", "</main>", f"{picture}</main>")


def spoil_statement_of_editor(site: Path) -> None:
    change(site / "themes/harbour.html", "and 2 billion", "and 3 billion")


def spoil_extract(site: Path) -> None:
    theme = site / "themes/harbour.html"
    text = theme.read_text(encoding="utf-8")
    own = re.search(r'class="statement-text"[^>]*>Am 8', text)
    assert own
    theme.write_text(text[: own.end() - 1] + "9" + text[own.end() :], encoding="utf-8")


def spoil_quote_beside_statement(site: Path) -> None:
    theme = site / "themes/harbour.html"
    text = theme.read_text(encoding="utf-8")
    copy = re.search(r'class="quote-copy"[^>]*>Volgens de', text)
    assert copy
    theme.write_text(text[: copy.end()] + " lokale" + text[copy.end() :], encoding="utf-8")


def spoil_translation(site: Path) -> None:
    change(site / "articles/hafen.html", "6 billion euros", "9 billion euros")


def spoil_event(site: Path) -> None:
    change(site / "timeline.html", "begann die erste Bauphase", "endete die erste Bauphase")


def spoil_record(site: Path) -> None:
    change(site / "data/dossier.json", "Die Arbeiten kosten 1,6", "Die Arbeiten kosten 1,5", count=-1)


def spoil_offsets(site: Path) -> None:
    change(site / "data/dossier.json", '"start": ', '"start": 1', count=-1)


def spoil_surroundings(site: Path) -> None:
    change(site / "data/dossier.json", '"suffix": "', '"suffix": "Keineswegs! ', count=-1)


def remove_one_mark(site: Path) -> None:
    theme = site / "themes/harbour.html"
    text = theme.read_text(encoding="utf-8")
    for statement in re.split(r'(?=<div class="statement")', text)[1:]:
        marks = re.findall(r'<a [^>]*class="cite"[^>]*>.*?</a>', statement.split("</p>")[0])
        if len(marks) >= 2 and re.match(r'<div class="statement"[^>]* id=', statement):
            theme.write_text(text.replace(statement, statement.replace(marks[-1], "", 1)), encoding="utf-8")
            return
    raise AssertionError("no statement has two marks")


def name_another_outlet(site: Path) -> None:
    theme = site / "themes/harbour.html"
    text = theme.read_text(encoding="utf-8")
    assert re.search(r'aria-label="[^"]*&#58; Küstenbote', text)
    theme.write_text(re.sub(r'(aria-label="[^"]*&#58; )Küstenbote', r"\1Another Courier", text), encoding="utf-8")


def attribute_to_somebody(site: Path) -> None:
    theme = site / "themes/harbour.html"
    text = theme.read_text(encoding="utf-8")
    spoilt = re.sub(r'(<div class="statement"[^>]*>)', r'\1<p class="attribution">According to the minister</p>', text)
    theme.write_text(spoilt, encoding="utf-8")


def remove_marks(site: Path) -> None:
    theme = site / "themes/harbour.html"
    text = theme.read_text(encoding="utf-8")
    theme.write_text(re.sub(r'<a [^>]*class="cite"[^>]*>.*?</a>', "", text), encoding="utf-8")


def remove_statement(site: Path) -> None:
    change(site / "themes/harbour.html", 'id="x-1"', 'id="x-2"')


def break_ordinary_link(site: Path) -> None:
    change(site / "index.html", 'href="sources.html"', 'href="source.html"')


def break_link_to_an_anchor(site: Path) -> None:
    change(site / "index.html", 'href="sources.html"', 'href="sources.html#nowhere"')


def read_another_file(site: Path) -> None:
    (site.parent / "hafen.txt").write_bytes((site.parent / "sources/articles/hafen.txt").read_bytes())
    change(site / "data/dossier.json", '"file": "hafen.txt"', '"file": "../../hafen.txt"')


def fetch_from_another_host(site: Path) -> None:
    change(site / "index.html", "</body>", '<script src="https://cdn.example/x.js"></script></body>')


def repeat_id(site: Path) -> None:
    change(site / "index.html", "</body>", '<p id="top"></p></body>')


@pytest.mark.parametrize(
    ("spoil", "page", "words"),
    [
        (spoil_letter_of_quote, "site/themes/harbour.html", "Arbelten"),
        (spoil_number_of_quote, "site/themes/harbour.html", "3 miljard"),
        (spoil_number_inside_nested_quote, "site/themes/harbour.html", "1,7 Milliarden"),
        (spoil_anchor, "site/themes/harbour.html", "no element with that id"),
        (spoil_link, "site/themes/harbour.html", "no element with that id"),
        (spoil_link_to_another_passage, "site/themes/harbour.html", "names no such citation"),
        (spoil_statement_of_editor, "site/themes/harbour.html", "1.6 and 3 billion"),
        (spoil_words_for_machines, "site/articles/veer.html", "gives machines the words"),
        (spoil_statement_for_machines, "site/themes/harbour.html", "gives machines the words"),
        (spoil_json_for_machines, "site/themes/harbour.html", "gives machines the words"),
        (spoil_picture, "site/themes/harbour.html", "has a picture that says “Am 9. August begann alles.”"),
        (spoil_extract, "site/themes/harbour.html", "Am 9"),
        (spoil_quote_beside_statement, "site/themes/harbour.html", "de lokale rederij"),
        (spoil_translation, "site/articles/hafen.html", "1.9 billion euros"),
        (spoil_event, "site/timeline.html", "endete"),
        (spoil_record, "site/data/dossier.json", "1,5"),
        (spoil_offsets, "site/data/dossier.json", "says characters"),
        (spoil_surroundings, "site/data/dossier.json", "Keineswegs!"),
        (remove_one_mark, "site/themes/harbour.html", "does not lead to"),
        (name_another_outlet, "site/themes/harbour.html", "is labelled"),
        (attribute_to_somebody, "site/themes/harbour.html", "is attributed"),
        (remove_marks, "site/themes/harbour.html", "has no citation"),
        (remove_statement, "site/themes/harbour.html", "does not show statement x-1"),
        (break_ordinary_link, "site/index.html", "source.html"),
        (break_link_to_an_anchor, "site/index.html", "sources.html has no element with that id"),
        (read_another_file, "site/data/dossier.json", "../../hafen.txt is outside the folder of articles"),
        (fetch_from_another_host, "site/index.html", "cdn.example"),
        (repeat_id, "site/index.html", "more than one element with the id 'top'"),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_a_change_in_the_site_is_named(project: Path, spoil: Callable[[Path], None], page: str, words: str) -> None:
    spoil(project / "site")
    problems = [str(problem) for problem in look(project, sealed=False).problems]
    assert any(problem.startswith(page) and words in problem for problem in problems), problems


def test_a_spoiled_mark_is_not_counted_as_verified(project: Path) -> None:
    spoil_number_of_quote(project / "site")
    report = look(project, sealed=False)
    assert report.citations_verified == report.citations_found - 2  # the statement and the disagreement


@pytest.mark.parametrize(
    ("old", "new"),
    [("Die Arbeiten", "Die Arbelten"), ("1,6 Milliarden", "1,7 Milliarden"), ("8. August", "9. August")],
)
def test_a_change_in_an_article_is_named_with_the_words_it_has_now(project: Path, old: str, new: str) -> None:
    change(project / "sources/articles/hafen.txt", old, new)
    report = look(project)
    assert "hafen.txt is not the file the site was made from" in told(report)
    assert new in told(report)
    assert report.citations_verified < report.citations_found


def test_a_missing_article_is_named(project: Path) -> None:
    (project / "sources/articles/veer.txt").unlink()
    assert "veer.txt cannot be read" in told(look(project))


@pytest.mark.parametrize("file", ["index.html", "assets/dossier/dossier.css", "data/figures.csv", "articles/veer.html"])
def test_one_altered_byte_anywhere_is_named(project: Path, file: str) -> None:
    path = project / "site" / file
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    assert f"site/{file}: has changed since the build" in told(look(project))


def test_files_that_came_or_went_are_named(project: Path) -> None:
    (project / "site/new.txt").write_text("x")
    (project / "site/data/sources.ris").unlink()
    report = told(look(project))
    assert "site/new.txt: was added since the build" in report
    assert "site/data/sources.ris: is gone since the build" in report


def test_a_site_without_its_record_does_not_pass(project: Path) -> None:
    (project / "site/data/dossier.json").write_text("{}")
    assert "is no record of the dossier" in told(look(project, sealed=False))
