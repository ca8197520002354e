"""Permalinks live long: what a later build adds, or reads better, moves no address of what was there before."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Dossier, Event, Figure, Statement
from generator.pipeline import compose_dossier

BODY = (
    "The port of Halvik spent 300 million euros on its new quay, the ministry of transport said on 5 May 2024.",
    "Mayor Orla Venn said the ferries would leave Halvik four times a day from 1 June 2024.",
    "A fourth basin for 120 ships is to follow once the river has been dredged, she said.",
)
OTHER = (
    "The museum of Lystrand opened its doors to 40,000 visitors in the first week of March 2024.",
    "Its director Tove Aalund said that nobody had expected such a crowd in so small a town.",
)
MORE = "The harbour office of the town had been waiting for a decision of this kind for eleven long years."


def composed(root: Path, **articles: tuple[str, ...]) -> Dossier:
    folder = root / "sources" / "articles"
    folder.mkdir(parents=True)
    for name, body in articles.items():
        head = f"News of {name.title()}\n\nPublished: 6 May 2024\n\n"
        (folder / f"{name}.txt").write_text(head + "\n\n".join(body) + "\n", encoding="utf-8")
    return compose_dossier(root).dossier


def addresses(dossier: Dossier) -> set[str]:
    """Every id that somebody may have linked to, of what the articles on the port say."""
    resting: list[Statement | Event | Figure] = [*dossier.statements, *dossier.timeline, *dossier.figures]
    cited = [citation.passage for entry in resting for citation in entry.citations]
    own = {entry.id for entry in resting if entry.citations[0].passage.article == "port"}
    return own | {passage.id for passage in cited if passage.article == "port"}


@pytest.mark.parametrize(
    "later",
    [
        {"port": (MORE, *BODY), "town": OTHER},
        {"port": (*BODY, MORE), "town": OTHER},
        {"a-museum": OTHER, "port": BODY, "town": OTHER[:1]},
    ],
    ids=["a paragraph in front", "a paragraph behind", "another article"],
)
def test_what_was_there_keeps_its_address(later: dict[str, tuple[str, ...]], tmp_path: Path) -> None:
    first = composed(tmp_path / "first", port=BODY, town=OTHER)
    assert {address[:1] for address in addresses(first)} == {"x", "e", "f", "q"}
    assert addresses(first) <= addresses(composed(tmp_path / "later", **later))
