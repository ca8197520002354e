"""``check`` tells an editor of everything that was written and has no effect, or another one than it seems."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checking import findings
from generator.pipeline import compose_dossier

HARBOUR = (
    "The harbour of Kortdam will grow by a third. Contractor Vellum & Sons digs the basin until autumn.\n\n"
    "The mayor of Kortdam called the harbour a gift to the region. The ferries moor there from May on.\n"
)
FILES = {
    "articles/harbour.txt": HARBOUR,
    "articles/harbour.yml": "publisher: kortdam-curier\nconfirmed: [These words stand nowhere]\n",
    "dossier.yml": "title: Harbours\nthemes: [harbour]\n",
    "vocabulary/themes.yml": (
        "- {id: harbour, title: Harbour, terms: {en: [harbour, moor, autunm, weir]}}\n- {id: ferry, title: Ferries}\n"
    ),
    "vocabulary/publishers.yml": "- {id: kortdam-courier, name: The Kortdam Courier}\n",
    "vocabulary/actors.yml": (
        "- {id: vellum, name: Vellum & Sons, kind: organisation, aliases: [Vellum]}\n"
        "- {id: ada, name: Ada Vellum, kind: person, aliases: [Vellum]}\n"
    ),
    "briefings/harbour.yml": (
        "statements:\n- {id: third, text: It grows., quotes: [{article: harbour, exact: will grow by a third}]}\n"
        "gaps:\n- {text: Who builds it., searched: [contractor, insurance]}\n"
    ),
    "briefings/ferry.yml": "note: A draft.\n",
    "translations/en.po": 'msgctxt "harbour"\nmsgid "grow by a third"\nmsgstr "grow"\n',
    "translations/de.po": "",
    "notes.txt": "Mine.",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """All that ``check`` says of a project in which ten things are written in vain."""
    root = tmp_path_factory.mktemp("unheeded")
    for name, text in FILES.items():
        path = root / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return "\n".join(f"{f.place}: {f.fact} | {f.remedy}" for f in findings(compose_dossier(root)))


@pytest.mark.parametrize(
    "expected",
    [
        'themes.yml: no article has the keyword "autunm" of the theme "harbour", and no dictionary knows it | did you '
        'mean "autumn"?',
        'briefings/harbour.yml: a gap says that "contractor" was searched for and not found, and it stands in harbour',
        'actors.yml: "Vellum" is a spelling of ada and vellum: every mention counts for ada',
        'harbour.yml: its publisher is shown as "kortdam-curier", which is no entry of publishers.yml | did',
        'harbour.yml: confirmed words make no line quotable: "These words stand nowhere" | copy them',
        'briefings/ferry.yml: is not published: themes: in dossier.yml does not name "ferry"',
        'en.po: is shown nowhere, as the page quotes other words: the translation of "grow by a third" | ',
        "translations/de.po: is not read | the dossier's language is en",
        "sources/notes.txt: is not read",
    ],
)
def test_what_has_no_effect_is_told(told: str, expected: str) -> None:
    assert expected in told


def test_what_has_its_effect_is_not(told: str) -> None:
    assert "insurance" not in told
    assert "README" not in told
    assert "moor" not in told
    assert "weir" not in told


@pytest.mark.parametrize(("language", "told"), [("is", True), ("de-AT", False), ("en", False)])
def test_a_language_without_words_for_the_pages_is_told(tmp_path: Path, language: str, *, told: bool) -> None:
    (tmp_path / "sources" / "articles").mkdir(parents=True)
    (tmp_path / "sources" / "articles" / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (tmp_path / "sources" / "dossier.yml").write_text(f"title: T\nlanguage: {language}\n", encoding="utf-8")
    facts = [finding.fact for finding in findings(compose_dossier(tmp_path))]
    assert any("the site has no words in" in fact for fact in facts) is told


def test_themes_that_are_named_and_defined_nowhere_are_told(tmp_path: Path) -> None:
    (tmp_path / "sources" / "articles").mkdir(parents=True)
    (tmp_path / "sources" / "articles" / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (tmp_path / "sources" / "dossier.yml").write_text("title: T\nthemes: [oil]\n", encoding="utf-8")
    facts = [finding.fact for finding in findings(compose_dossier(tmp_path))]
    assert "themes: has no effect, because no theme is defined" in facts
