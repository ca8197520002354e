"""Feeds of the newest articles, one for the dossier and one for each theme: Atom (RFC 4287) and JSON Feed 1.1.

Dates are the articles' own, never the clock's. Atom wants a day for each entry, so an article is dated with the first
day that its date allows, and one without a date is not in a feed. Addresses are whole where the dossier states its
own, for programs that resolve none; else relative to the feed's.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator, Sequence
from urllib.parse import urljoin
from xml.sax.saxutils import escape, quoteattr

from generator.model import Article, Dossier
from generator.publishing.addresses import GeneratedFile, article_page, relative, theme_page

ENTRIES = 50
FEED = "data/feed.xml"
# The year, month and day with which an EDTF date begins: 2023-10-08, 2023-10 and 2023 of 2023-10/2024-01.
CALENDAR_START = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?(?![\dX])")
# XML 1.0 has no place for these, not even as references: control characters, surrogates, U+FFFE and U+FFFF.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def theme_feed(theme: str) -> str:
    """Where a theme's feed is, from the root of the site."""
    return f"data/feeds/{theme}.xml"


def feeds(dossier: Dossier) -> Iterator[GeneratedFile]:
    """The feeds of the whole dossier, then those of each theme in the editor's order."""
    settings = dossier.settings
    yield from _both(dossier, FEED, settings.title, "index.html", dossier.articles)
    by_id = {article.id: article for article in dossier.articles}
    for briefing in dossier.briefings:
        title = f"{settings.title}: {briefing.theme.title(settings.language)}"
        articles = [by_id[article] for article in briefing.articles if article in by_id]
        yield from _both(dossier, theme_feed(briefing.theme.id), title, theme_page(briefing.theme.id), articles)


def json_feed(feed: str) -> str:
    """Where the JSON Feed beside an Atom feed is."""
    return feed.removesuffix(".xml") + ".json"


def _both(dossier: Dossier, path: str, title: str, page: str, articles: Sequence[Article]) -> Iterator[GeneratedFile]:
    dated = [(day, article) for article in articles if (day := first_day(article.metadata.published))]
    newest = sorted(dated, key=lambda entry: (entry[0], entry[1].id), reverse=True)[:ENTRIES]
    yield _atom(dossier, path, title, page, newest)
    yield _json(dossier, json_feed(path), title, page, newest)


def _json(dossier: Dossier, path: str, title: str, page: str, newest: Sequence[tuple[str, Article]]) -> GeneratedFile:
    """The same entries for programs that would rather read JSON: https://www.jsonfeed.org/version/1.1/."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": _address(dossier, page, path),
        "feed_url": _address(dossier, path, path),
        "language": dossier.settings.language,
        "items": [
            {
                "id": _urn(dossier.settings.name, article_page(article.id)),
                "url": _address(dossier, article_page(article.id), path),
                "title": article.metadata.title or article.id,
                "content_text": ", ".join(filter(None, [article.metadata.publisher, article.metadata.published])),
                "date_published": f"{day}T00:00:00Z",
                "language": article.metadata.language,
                "authors": [{"name": author} for author in article.metadata.authors],
            }
            for day, article in newest
        ],
    }
    return GeneratedFile(path, json.dumps(feed, ensure_ascii=False, indent=1) + "\n")


def _atom(dossier: Dossier, path: str, title: str, page: str, newest: Sequence[tuple[str, Article]]) -> GeneratedFile:
    release = first_day(dossier.settings.release.date) if dossier.settings.release else None
    updated = newest[0][0] if newest else release or first_day(dossier.as_of) or "1970-01-01"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(dossier.settings.language)}>',
        f"<id>{_urn(dossier.settings.name, path)}</id>",
        f"<title>{_text(title)}</title>",
        f"<updated>{updated}T00:00:00Z</updated>",
        f"<author><name>{_text(dossier.settings.title)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(_address(dossier, path, path))}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(_address(dossier, page, path))}/>',
        *(line for day, article in newest for line in _entry(dossier, path, day, article)),
        "</feed>\n",
    ]
    return GeneratedFile(path, "\n".join(lines))


def _entry(dossier: Dossier, path: str, day: str, article: Article) -> Iterator[str]:
    known = article.metadata
    yield f"<entry xml:lang={quoteattr(known.language)}>"
    yield f"<id>{_urn(dossier.settings.name, article_page(article.id))}</id>"
    yield f"<title>{_text(known.title or article.id)}</title>"
    yield f"<updated>{day}T00:00:00Z</updated>"
    yield from (f"<author><name>{_text(author)}</name></author>" for author in known.authors)
    page = _address(dossier, article_page(article.id), path)
    yield f'<link rel="alternate" type="text/html" href={quoteattr(page)}/>'
    if known.publisher:
        yield f"<category term={quoteattr(_xml(known.publisher))}/>"
    yield "</entry>"


def _address(dossier: Dossier, target: str, feed: str) -> str:
    """Where ``target`` (from the root of the site) is, for a program that reads ``feed``."""
    site = dossier.settings.site_url
    return urljoin(site.rstrip("/") + "/", target) if site else relative(target, feed)


def first_day(edtf: str | None) -> str | None:
    """The first day that an EDTF date allows, as YYYY-MM-DD; none for a date that names no year."""
    start = CALENDAR_START.match(edtf or "")
    return "-".join([start[1], start[2] or "01", start[3] or "01"]) if start else None


def _urn(dossier: str, path: str) -> str:
    """An identifier that stays when the site moves: a version 5 UUID (RFC 9562) of dossier and page."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"dossier:{dossier}/{path}").urn


def _text(text: str) -> str:
    return escape(_xml(text))


def _xml(text: str) -> str:
    return " ".join(NOT_XML.sub("", text).split())
