"""What ``check`` asks an editor about names: people who may be one are shown, and never joined."""

from __future__ import annotations

from pathlib import Path

from generator.checking import findings
from generator.pipeline import compose_dossier


def test_two_spellings_that_may_be_one_person_are_asked_about(tmp_path: Path) -> None:
    folder = tmp_path / "sources" / "articles"
    folder.mkdir(parents=True)
    for name, spelling in (("one", "Stefan Meier"), ("two", "Stefan Meyer")):
        text = f"Der Minister {spelling} besuchte am Montag die Brücke. Danach sprach {spelling} mit den Bauleuten.\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    said = [finding.fact for finding in findings(compose_dossier(tmp_path))]
    assert '"Stefan Meier" and "Stefan Meyer" may be one person' in said
