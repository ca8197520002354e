"""A link to a statement, passage, event, figure or name outlives changes of the folder."""

from __future__ import annotations

from pathlib import Path

from generator.model import Dossier
from generator.pipeline import compose_dossier

HARBOUR = """Brekum baut neue Kaimauern

BREKUM, 11. August 2025. Die Arbeiten im Hafen von Brekum kosten nach Angaben der Stadt 16 Millionen Euro.
Am 8. August 2025 begann die erste Bauphase an der Nordseite des Hafenbeckens.
"""
FERRY = """Fähre nach Osterholm fährt wieder

OSTERHOLM, 3. September 2025. Die Fähre zwischen Brekum und Osterholm fährt seit dem 1. September 2025 wieder.
Im Sommer hatten 40 Prozent der Fahrten ausfallen müssen, weil in Brekum gebaut wurde.
"""
LOCK = """Schleuse von Marrland wird erneuert

MARRLAND, 20. Oktober 2025. Die Schleuse von Marrland wird für 3 Millionen Euro erneuert.
Am 15. Oktober 2025 wurde sie für die Schifffahrt gesperrt.
"""
NAMES = """- id: brekum
  name: Brekum
  kind: place
"""


def links(dossier: Dossier) -> dict[tuple[str, str], str]:
    """The id of everything that has a permanent link, by its kind and words."""
    named = [("statement", one.text, one.id) for one in dossier.statements]
    named += [("event", one.text + one.date, one.id) for one in dossier.timeline]
    named += [("figure", one.text + one.expression, one.id) for one in dossier.figures]
    named += [("name", one.name, one.id) for one in dossier.actors]
    cited = [*(one.citations for one in dossier.statements), *(one.citations for one in dossier.timeline)]
    named += [("passage", one.passage.exact, one.passage.id) for citations in cited for one in citations]
    return {(kind, words): link for kind, words, link in named}


def test_links_stay_when_files_are_moved_and_articles_are_added(tmp_path: Path) -> None:
    folder = tmp_path / "sources" / "articles"
    folder.mkdir(parents=True)
    (folder / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "sources" / "vocabulary").mkdir()
    (tmp_path / "sources" / "vocabulary" / "actors.yml").write_text(NAMES, encoding="utf-8")
    before = links(compose_dossier(tmp_path).dossier)

    (folder / "a-first-folder").mkdir()
    (folder / "ferry.txt").rename(folder / "a-first-folder" / "ferry.txt")
    (folder / "added.txt").write_text(LOCK, encoding="utf-8")
    after = links(compose_dossier(tmp_path).dossier)

    assert {kind for kind, _ in before} == {"statement", "event", "figure", "name", "passage"}
    assert {place: after.get(place, link) for place, link in before.items()} == before
    assert len(set(before) & set(after)) > len(before) / 2
    assert len(after) > len(before)
