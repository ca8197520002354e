"""Which pages of a web archive are no articles, by their structure: front pages, lists of teasers, the same again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.adding.addresses import is_front_page, key_of_address
from generator.adding.bibliography import BIBTEX_START, RIS_START
from generator.adding.feeds import is_feed
from generator.adding.outcome import Candidate
from generator.errors import Place, UnreadableArticle
from generator.model import Article, LineRole, squeeze
from generator.reading.formats import PDF_START

FEWEST_BODY_CHARS = 200
MOST_LINKED = 0.5
# The first key or entry of JSON: '{"id": ', '[{"title"', "[]"
JSON_START = re.compile(r'\{\s*"[^"\n]{0,80}"\s*:|\[\s*(?:\{\s*"|\])')


@dataclass(slots=True)
class Captures:
    """The captures of a run, to pass over one that shows the same article at the same address again."""

    _texts: dict[str, set[str]] = field(default_factory=dict)

    def seen(self, article: Article, candidate: Candidate) -> str | None:
        """Why a capture is not needed; a page whose words changed is needed again."""
        texts = self._texts.setdefault(key_of_address(candidate.url or ""), set())
        words = article.rendition_sha256
        if words in texts:
            return "another capture of the same address says the same"
        texts.add(words)
        return None


def refuse_records(content: bytes, origin: str) -> None:
    """Raise for files that speak of articles and are none: feeds, bibliographies, other records in JSON."""
    place = Place(origin)
    if is_feed(content):
        raise UnreadableArticle(place, "is a feed", "add the articles that it names with --feed")
    start = content[:4096].decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if RIS_START.match(start) or BIBTEX_START.match(start):
        raise UnreadableArticle(place, "is a bibliography", "name it with --metadata, beside the articles it speaks of")
    if JSON_START.match(start):
        raise UnreadableArticle(
            place, "is JSON, which holds records and no article", "a bibliography goes with --metadata"
        )


def why_no_article(article: Article, candidate: Candidate) -> str | None:
    """Why a captured page is obviously no article; absent for everything that may be one."""
    if is_front_page(candidate.url or ""):
        return "a front page, by its address"
    body = [article.words_of(p) for p in article.paragraphs if p.role is LineRole.BODY]
    chars = sum(map(len, body))
    if chars < FEWEST_BODY_CHARS:
        return f"hardly any text of its own ({chars} characters)"
    linked = _linked(candidate.source.content)
    in_links = sum(len(words) for words in body if any(squeeze(words) in link for link in linked))
    if in_links > MOST_LINKED * chars:
        return "a list of links to other pages"
    return None


def _linked(content: bytes) -> tuple[str, ...]:
    """The words of every link of a page, squeezed."""
    from lxml import etree, html

    if content.startswith(PDF_START):
        return ()
    try:
        tree = html.document_fromstring(content)
    except (etree.ParserError, ValueError):
        return ()
    return tuple(words for link in tree.iter("a") if len(words := squeeze("".join(map(str, link.itertext())))) > 10)
