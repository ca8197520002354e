"""RSS and Atom → the addresses of its articles, with what the feed says of each: title, authors, date, language."""

from __future__ import annotations

import re
from calendar import timegm
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from io import BytesIO
from time import struct_time

from generator.adding.addresses import without_fragment
from generator.errors import ContentProblem, Place
from generator.languages import of_tag
from generator.model import Metadata, fold

# The first element of a feed, after the XML declaration and comments: "<rss version=", "<feed xmlns=", "<rdf:RDF"
FEED_START = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b", re.S | re.I)
MARKUP = re.compile(r"<[^<>]{1,300}>")  # "<b>", "<a href='…'>"
DAY_ALONE = re.compile(r"\s*(\d{4}-\d\d-\d\d)\s*")  # "2023-10-05"
# An author as RSS 2.0 has it: "desk@outlet.example (Anna Muster)"
MAIL_AND_NAME = re.compile(r"\S+@\S+\s*\((?P<name>[^()]+)\)\s*")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An article that a feed points to."""

    url: str
    known: Metadata


def is_feed(content: bytes) -> bool:
    """Whether a file is RSS or Atom."""
    return FEED_START.match(content[:4096].removeprefix(b"\xef\xbb\xbf")) is not None


def entries_of(content: bytes, base: str, content_type: str, origin: str) -> tuple[FeedEntry, ...]:
    """The entries in the feed's order, each address once. Raises ``ContentProblem`` for what is no feed."""
    import feedparser

    headers = {name: value for name, value in (("content-location", base), ("content-type", content_type)) if value}
    feed = feedparser.parse(BytesIO(content), response_headers=headers)
    if not feed.get("version"):
        raise ContentProblem(Place(origin), "is no RSS or Atom feed", "add a page or a file without --feed")
    language = of_tag(str(feed.feed.get("language", ""))) or "und"
    found: dict[str, FeedEntry] = {}
    for entry in feed.entries:
        url = without_fragment(str(entry.get("link", "")).strip())
        if url.startswith(("http://", "https://")):
            found.setdefault(url, FeedEntry(url, _known(entry, language)))
    if not found:
        raise ContentProblem(Place(origin), "the feed names no addresses of articles", "look at it in the browser")
    return tuple(found.values())


def _known(entry: Mapping[str, object], language: str) -> Metadata:
    return Metadata(
        title=_plain(entry.get("title")) or None,
        authors=tuple(dict.fromkeys(_authors(entry))),
        published=_date(entry, "published"),
        updated=_date(entry, "updated") if entry.get("published") else None,
        language=language,
    )


def _authors(entry: Mapping[str, object]) -> Iterator[str]:
    written = str(entry.get("author", ""))
    mail = MAIL_AND_NAME.fullmatch(written)
    if mail:
        yield fold(mail["name"])
        return
    listed = entry.get("authors")
    for author in listed if isinstance(listed, list) else ():
        name = _plain(author.get("name") if isinstance(author, Mapping) else "")
        if name and "@" not in name:
            yield name


def _date(entry: Mapping[str, object], name: str) -> str | None:
    """EDTF in UTC; a day that comes without a time stays a day."""
    if name not in entry:  # for feedparser a missing "updated" is the "published"
        return None
    day = DAY_ALONE.fullmatch(str(entry.get(name, "")))
    if day:
        return day[1]
    parsed = entry.get(f"{name}_parsed")
    if not isinstance(parsed, struct_time):
        return None
    return datetime.fromtimestamp(timegm(parsed), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _plain(value: object) -> str:
    """A title without markup and references: "A &amp; <b>B</b>" is "A & B"."""
    return fold(MARKUP.sub(" ", unescape(str(value or ""))))
