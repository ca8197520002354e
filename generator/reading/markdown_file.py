"""Markdown with front matter in YAML or TOML becomes a rendition of the plain words of its blocks.

Takes decoded text; the blocks are those that the ``markdown`` library makes of it, their words without markup, so
that another program that renders the same file finds every one of them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from generator.model import ArticleKind, LineRole, Metadata, fold
from generator.reading.assembly import Piece, assemble
from generator.reading.formats import FRONT_MATTER
from generator.reading.rendition import Rendition

# Shortcodes of Hugo, Jekyll and WordPress: '{{< figure src="x.png" >}}', '{% include x %}', '[caption id="1"]'
SHORTCODE = re.compile(
    r"\{\{[<%].*?[>%]\}\}|\{%.*?%\}|\[/?(?:caption|gallery|embed|video|audio|playlist)\b[^\]\n]*\](?!\()", re.DOTALL
)
TITLE_KEYS = ("title", "headline", "titel", "titre", "titolo", "título")
SUBTITLE_KEYS = ("subtitle", "description", "summary", "excerpt", "lead", "teaser", "deck", "dek")
DATE_KEYS = ("date", "published", "publishdate", "published_at", "pubdate", "date_published", "datum")
UPDATED_KEYS = ("updated", "lastmod", "modified", "last_modified_at", "date_modified", "updated_at")
AUTHOR_KEYS = ("author", "authors", "by", "byline", "creator", "autor", "auteur")
PUBLISHER_KEYS = ("publisher", "outlet", "source", "publication", "site_name", "site", "newspaper", "quelle")
URL_KEYS = ("url", "canonical", "canonical_url", "link", "original_url", "source_url", "permalink", "canonicalurl")
LANGUAGE_KEYS = ("lang", "language", "locale", "sprache", "taal")
BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "pre", "td", "th", "dt", "dd")


def read_markdown(text: str, repairs: tuple[str, ...] = ()) -> Rendition:
    """The rendition of a Markdown file. Raw HTML, tables and code in it are left out, with their reason."""
    matter = FRONT_MATTER.match(text)
    fields = _fields(matter["fence"], matter["fields"]) if matter else {}
    body = text[matter.end() :] if matter else text
    found = _metadata(fields)
    pieces = tuple(_pieces(body, found.title))
    title = next((piece.text for piece in pieces if piece.role is LineRole.TITLE), None)
    if found.title is None and title:
        found = Metadata(**{**_values(found), "title": title, "origins": {**found.origins, "title": "heading"}})
    return assemble(pieces, found, repairs)


def _values(found: Metadata) -> dict[str, object]:
    return {name: getattr(found, name) for name in Metadata.__dataclass_fields__}


def _fields(fence: str, written: str) -> Mapping[str, object]:
    """The fields of the front matter, keys in lower case; what cannot be parsed states nothing."""
    import yaml

    try:
        parsed = tomllib.loads(written) if fence == "+++" else yaml.safe_load(written)
    except (tomllib.TOMLDecodeError, yaml.YAMLError, ValueError):
        return {}
    return {str(key).lower(): value for key, value in parsed.items()} if isinstance(parsed, dict) else {}


def _metadata(fields: Mapping[str, object]) -> Metadata:
    known: dict[str, object] = {}
    for name, keys in (
        ("title", TITLE_KEYS),
        ("subtitle", SUBTITLE_KEYS),
        ("publisher", PUBLISHER_KEYS),
        ("published", DATE_KEYS),
        ("updated", UPDATED_KEYS),
        ("url", URL_KEYS),
        ("language", LANGUAGE_KEYS),
    ):
        value = next((_words(fields[key]) for key in keys if key in fields and _words(fields[key])), None)
        if value:
            known[name] = value
    if "published" in known:
        known["published"] = str(known["published"])[:10]
    if "language" in known:
        known["language"] = re.split(r"[-_]", str(known["language"]))[0].lower()
    if "url" in known and not str(known["url"]).startswith(("http://", "https://")):
        del known["url"]
    authors = next((fields[key] for key in AUTHOR_KEYS if fields.get(key)), None)
    if authors:
        known["authors"] = tuple(filter(None, map(_words, authors if isinstance(authors, list) else [authors])))
    kind = _words(fields.get("kind") or fields.get("type"))
    if kind in {str(member) for member in ArticleKind}:
        known["kind"] = ArticleKind(str(kind))
    return Metadata(**known, origins=dict.fromkeys(known, "front matter"))  # type: ignore[arg-type]


def _words(value: object) -> str | None:
    """A field's value as words: a date as ISO, a table's name, anything else as written."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return _words(value.get("name"))
    return fold(str(value)) or None if isinstance(value, str | int | float) else None


def _pieces(body: str, title: str | None) -> Iterator[Piece]:
    import markdown
    from lxml import html

    rendered = markdown.markdown(SHORTCODE.sub("\n\n", body))
    tree = html.fragment_fromstring(rendered, create_parent="div")
    titled = False
    for element in tree.iter(*BLOCKS):
        words = fold(element.text_content())
        tag = str(element.tag)
        if tag == "li" and element.find("p") is not None:
            continue
        if tag == "h1" and not titled and (title is None or fold(title).casefold() == words.casefold()):
            titled = True
            yield Piece(words, LineRole.TITLE, "heading of the first level")
        elif tag.startswith("h"):
            yield Piece(words, LineRole.SUBHEAD, "heading")
        elif tag in ("pre", "td", "th"):
            yield Piece(words, LineRole.OTHER, "table or code")
        elif words:
            yield Piece(words, LineRole.BODY, "paragraph")
