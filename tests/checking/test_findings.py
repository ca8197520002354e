"""What ``check`` asks an editor about names: people who may be one are shown, and never joined."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checking import findings
from generator.model import Edition
from generator.pipeline import compose_dossier
from generator.project import load_project

ARTICLES_OF_TWO_STORIES = {
    "bridge-de": "Die Brücke in Warnstedt ist gesperrt. Die Brücke sackte ab. Der Bürgermeister von Warnstedt warnt.\n",
    "bridge-nl": "De brug van Warnstedt is dicht. De brug verzakte. De burgemeester van Warnstedt waarschuwt.\n",
    "ferry-en": "Marisel sold a ferry to Northway. The ferry leaves Calais. The union warns Marisel and Northway.\n",
    "ferry-nl": "Marisel verkocht een veerboot aan Northway. De veerboot ligt in Calais. De bond waarschuwt.\n",
}


def test_two_spellings_that_may_be_one_person_are_asked_about(tmp_path: Path) -> None:
    folder = tmp_path / "sources" / "articles"
    folder.mkdir(parents=True)
    for name, spelling in (("one", "Stefan Meier"), ("two", "Stefan Meyer")):
        text = f"Der Minister {spelling} besuchte am Montag die Brücke. Danach sprach {spelling} mit den Bauleuten.\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    said = [finding.fact for finding in findings(compose_dossier(tmp_path))]
    assert said.count('"Stefan Meier" and "Stefan Meyer" may be one person') == 1
    assert '"Stefan Meyer" and "Stefan Meier" may be one person' not in said


@pytest.mark.parametrize(
    ("stated", "asked"),
    [
        ("published: 2024-05-12\nretrieved: 2024-05-09\n", "yet retrieved 2024-05-09, before that"),
        ("published: 2024-05-12\nretrieved: 2024-05-11\n", None),
        ("published: 2024-05-12\nupdated: 2024-05-01\n", "yet updated 2024-05-01, before that"),
        ("published: 2024-06-02\n", "its date of publication lies ahead: 2024-06-02"),
        ("published: 2024-06-01\n", None),
    ],
)
def test_dates_that_cannot_be_are_asked_about_and_a_day_between_time_zones_is_not(
    stated: str, asked: str | None, tmp_path: Path
) -> None:
    folder = tmp_path / "sources" / "articles"
    folder.mkdir(parents=True)
    (folder / "port.txt").write_text("The harbour of Kortdam is to grow, the mayor said.\n" * 2, encoding="utf-8")
    (folder / "port.yml").write_text(stated, encoding="utf-8")
    said = [finding.fact for finding in findings(compose_dossier(tmp_path), today="2024-06-01")]
    about_dates = [fact for fact in said if "before that" in fact or "lies ahead" in fact]
    assert len(about_dates) == (asked is not None)
    assert asked is None or asked in about_dates[0]


def test_a_proposed_theme_can_be_taken_over_as_it_stands_and_no_other_one_repeats_it(tmp_path: Path) -> None:
    folder = tmp_path / "sources" / "articles"
    folder.mkdir(parents=True)
    for name, text in ARTICLES_OF_TWO_STORIES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    proposed = [f for f in findings(compose_dossier(tmp_path)) if f.fact.startswith("a theme to consider")]
    remedies = [finding.remedy for finding in proposed]
    assert remedies
    entries = [f'- {{id: t{at}, title: "{at}", {remedy}}}\n' for at, remedy in enumerate(remedies)]
    (tmp_path / "sources" / "vocabulary").mkdir()
    (tmp_path / "sources" / "vocabulary" / "themes.yml").write_text("".join(entries), encoding="utf-8")
    project = load_project(tmp_path)
    assert project.problems == ()
    words = [{(code, term) for code, terms in t.terms.items() for term in terms} for t in project.vocabulary.themes]
    assert not any(one <= other for one in words for other in words if one is not other)


def written(tmp_path: Path, names: str, sidecar: str = "") -> Path:
    """A project of articles that speak of different things and say nothing of themselves."""
    folder = tmp_path / "sources" / "articles"
    folder.mkdir(parents=True)
    for name in names.split():
        text = f"The {name} of Kortdam is to grow next spring, the mayor said. A new {name} will open for everybody."
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        if sidecar:
            (folder / f"{name}.yml").write_text(sidecar, encoding="utf-8")
    return tmp_path


def test_what_is_not_known_of_many_articles_is_told_once(tmp_path: Path) -> None:
    composed = compose_dossier(written(tmp_path, "harbour library tramway orchard"))
    told = [str(finding.place) + ": " + finding.fact for finding in findings(composed) if "not known" in finding.fact]
    names = "harbour.txt, library.txt, orchard.txt and 1 more"
    assert told == [f"sources/articles: not known: title, publisher, url, kind (4 articles: {names})"]


def test_article_that_nobody_can_date_comes_first_until_an_editor_says_so(tmp_path: Path) -> None:
    first = findings(compose_dossier(written(tmp_path / "a", "harbour")))[0]
    assert (str(first.place), first.fact[:31]) == ("sources/articles/harbour.txt", "nothing says when it appeared, ")
    said = findings(compose_dossier(written(tmp_path / "b", "harbour", "published: null\n")))
    assert not any("appeared" in finding.fact or "published" in finding.fact for finding in said)


def test_a_contradiction_that_the_site_shows_is_told_until_the_editor_leaves_it_out(tmp_path: Path) -> None:
    folder = tmp_path / "sources" / "articles"
    folder.mkdir(parents=True)
    texts = {
        "one": "A ferry sank off Warnstedt, said mayor Anna Roth of Warnstedt. The accident killed 14 people.\n",
        "two": "Mayor Anna Roth mourned in Warnstedt, where divers look for a ferry. In the accident 17 people died.\n",
    }
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        (folder / f"{name}.yml").write_text("language: en\npublished: 2024-05-11\n", encoding="utf-8")
    (told,) = [found for found in findings(compose_dossier(tmp_path)) if found.fact.startswith("the site asks")]
    assert "14 or 17 dead? (one, two)" in told.fact
    for edition in Edition:
        without_pages = compose_dossier(tmp_path, edition, pages=False)
        assert findings(without_pages) == findings(compose_dossier(tmp_path, edition))
        assert not without_pages.dossier.statements
    themes = tmp_path / "sources" / "vocabulary" / "themes.yml"
    themes.parent.mkdir()
    themes.write_text("- {id: ferries, title: Ferries, terms: {en: [ferry]}}\n", encoding="utf-8")
    briefing = tmp_path / "sources" / "briefings" / "ferries.yml"
    briefing.parent.mkdir()
    briefing.write_text(told.remedy.removeprefix("if it is none: ").removesuffix(" in a briefing"), encoding="utf-8")
    left = [found.fact for found in findings(compose_dossier(tmp_path))]
    assert not [fact for fact in left if fact.startswith(("the site asks", "leave_out"))]
    briefing.write_text("leave_out: [d0000000000000]", encoding="utf-8")
    left = [found.fact for found in findings(compose_dossier(tmp_path))]
    assert 'leave_out: nothing that is shown has the id "d0000000000000"' in left
