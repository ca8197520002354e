"""What the site says of its own evidence: ``data/dossier.json`` and ``data/ahead.json``, read as others would."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.publishing.audit.characters import plain

RECORD = "data/dossier.json"
AHEAD = "data/ahead.json"


@dataclass(frozen=True, slots=True)
class Claim:
    """A citation as recorded; ``of`` names what rests on it ("statement x-1", "timeline e-4")."""

    of: str
    article: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True)
class RecordedArticle:
    """An article as recorded."""

    id: str
    file: str
    page: str
    sha256: str
    rendition_sha256: str
    publisher: str | None


@dataclass(frozen=True, slots=True)
class RecordedStatement:
    """A statement as recorded, with the pages that are said to show it and the passages that carry it."""

    id: str
    text: str
    origin: str
    pages: tuple[str, ...]
    hrefs: frozenset[str]
    attribution: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """Everything in ``data/dossier.json`` and ``data/ahead.json`` that can be held against pages and articles.

    ``texts`` are all sentences that rest on citations, as a reader sees them: statements, bottom lines, events, sides.
    ``translations`` are all translations of quoted words.
    """

    articles: Mapping[str, RecordedArticle]
    statements: Mapping[str, RecordedStatement]
    claims: tuple[Claim, ...]
    texts: frozenset[str]
    translations: frozenset[str]


def read_record(site_folder: Path) -> Record:
    """Read the record. Raises ``OSError``, ``ValueError``, ``KeyError`` or ``TypeError`` where it is not one."""
    parsed = json.loads((site_folder / RECORD).read_text(encoding="utf-8"))
    articles = [
        RecordedArticle(a["id"], a["file"], a["page"], a["sha256"], a["rendition_sha256"], a["publisher"])
        for a in parsed["articles"]
    ]
    statements = [
        RecordedStatement(
            s["id"],
            s["text"],
            s["origin"],
            tuple(s["pages"]),
            frozenset(c["href"] for c in s["citations"]),
            s["attribution"],
        )
        for s in parsed["statements"]
    ]
    ahead = site_folder / AHEAD
    planned = json.loads(ahead.read_text(encoding="utf-8"))["ahead"] if ahead.is_file() else []
    resting = [*_resting(parsed), *((f"ahead {one['id']}", one["text"], one["citations"]) for one in planned)]
    return Record(
        {article.id: article for article in articles},
        {statement.id: statement for statement in statements},
        tuple(_claim(of, citation) for of, _, citations in resting for citation in citations),
        frozenset(plain(text) for _, text, _ in resting),
        frozenset(
            plain(citation["translation"]["text"])
            for _, _, citations in resting
            for citation in citations
            if citation["translation"]
        ),
    )


def _resting(parsed: Mapping[str, Any]) -> Iterator[tuple[str, str, list[Mapping[str, Any]]]]:
    """Everything that rests on citations: its name, its text, its citations."""
    for theme in parsed["themes"]:
        if theme["bottom_line"]:
            yield f"bottom line of {theme['id']}", theme["bottom_line"]["text"], theme["bottom_line"]["citations"]
    for kind, text in (("statements", "text"), ("timeline", "text"), ("figures", "text"), ("actors", "name")):
        for entry in parsed[kind]:
            yield f"{kind} {entry['id']}", entry[text], entry["citations"]
    for kind in ("disagreements", "developments"):
        for entry in parsed[kind]:
            for side in entry["sides"]:
                yield f"{kind} {entry['id']}", side["text"], side["citations"]


def _claim(of: str, citation: Mapping[str, Any]) -> Claim:
    return Claim(
        of,
        citation["article"],
        citation["exact"],
        citation["prefix"],
        citation["suffix"],
        citation["start"],
        citation["end"],
        citation["href"],
    )
