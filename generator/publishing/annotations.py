"""The evidence as W3C Web Annotations: each quoted passage, and the statement that rests on it."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from generator.model import Article, Dossier, Passage, Statement
from generator.publishing.addresses import citation_href

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

Node: TypeAlias = "str | int | list[Node] | Mapping[str, Node]"


def web_annotations(dossier: Dossier) -> Node:
    """A page of annotations, one for each statement and passage, by statement and order of its citations.

    Identifiers are relative to the file. The source is the article's address where it is known, else the file's
    hash as RFC 6920 writes it (``ni:///sha-256;…``). Positions count code points of the rendition whose hash
    dossier.json states.
    """
    articles = {article.id: article for article in dossier.articles}
    return {
        "@context": CONTEXT,
        "id": "evidence.jsonld",
        "type": "AnnotationPage",
        "items": list(_annotations(sorted(dossier.statements, key=lambda s: s.id), articles)),
    }


def _annotations(statements: list[Statement], articles: Mapping[str, Article]) -> Iterator[Node]:
    for statement in statements:
        for citation in statement.citations:
            passage = citation.passage
            yield {
                "id": f"evidence.jsonld#{statement.id}-{passage.id}",
                "type": "Annotation",
                "motivation": "describing",
                "body": {
                    "type": "TextualBody",
                    "value": statement.text,
                    "format": "text/plain",
                    "language": statement.language,
                },
                "target": _target(passage, articles[passage.article]),
                "canonical": f"../{citation_href(passage)}",
            }


def _target(passage: Passage, article: Article) -> Node:
    return {
        "type": "SpecificResource",
        "source": article.metadata.url or _named_information(article.sha256),
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
