"""The evidence as W3C Web Annotations: each quoted passage, and what rests on it."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model import Article, Citation, Dossier, Passage
from generator.publishing.addresses import citation_href
from generator.publishing.embedding import Json

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def web_annotations(dossier: Dossier) -> Json:
    """A page of annotations, one for each passage of everything that rests on passages, by id and order of citation.

    Identifiers are relative to the file. The source is the article's address where it is known, else the file's
    hash as RFC 6920 writes it (``ni:///sha-256;…``); the scope is the site's own page with these words. Positions
    count code points of the rendition whose hash dossier.json states.
    """
    articles = {article.id: article for article in dossier.articles}
    resting = sorted(_resting(dossier), key=lambda claim: claim.id)
    return {
        "@context": CONTEXT,
        "id": "evidence.jsonld",
        "type": "AnnotationPage",
        "items": [_annotation(claim, citation.passage, articles) for claim in resting for citation in claim.citations],
    }


@dataclass(frozen=True, slots=True)
class _Claim:
    id: str
    text: str
    language: str
    citations: tuple[Citation, ...]


def _resting(dossier: Dossier) -> Iterator[_Claim]:
    """Statements, bottom lines, events, and the sides of disagreements, each once."""
    bottom_lines = [briefing.bottom_line for briefing in dossier.briefings if briefing.bottom_line]
    for statement in {entry.id: entry for entry in (*dossier.statements, *bottom_lines)}.values():
        yield _Claim(statement.id, statement.text, statement.language, statement.citations)
    for event in (*dossier.timeline, *dossier.ahead):
        yield _Claim(event.id, event.text, event.language, event.citations)
    for disagreement in dossier.disagreements:
        for number, side in enumerate(disagreement.sides, start=1):
            yield _Claim(f"{disagreement.id}-{number}", side.text, side.language, side.citations)


def _annotation(claim: _Claim, passage: Passage, articles: Mapping[str, Article]) -> Json:
    return {
        "id": f"evidence.jsonld#{claim.id}-{passage.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": {"type": "TextualBody", "value": claim.text, "format": "text/plain", "language": claim.language},
        "target": _target(passage, articles[passage.article]),
    }


def _target(passage: Passage, article: Article) -> Json:
    return {
        "type": "SpecificResource",
        "source": article.metadata.url or _named_information(article.sha256),
        "scope": f"../{citation_href(passage)}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": passage.exact,
                "prefix": passage.prefix,
                "suffix": passage.suffix,
            },
            {"type": "TextPositionSelector", "start": passage.start, "end": passage.end},
        ],
    }


def _named_information(sha256: str) -> str:
    """A hexadecimal SHA-256 as an RFC 6920 address."""
    return "ni:///sha-256;" + base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
