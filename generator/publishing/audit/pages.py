"""A built page as the audit sees it: what it cites, states, quotes, links to and asks for, read from the HTML alone."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

# Where a browser fetches something without being asked: element and attribute.
REQUESTS = (
    ("script", "src"),
    ("img", "src"),
    ("img", "srcset"),
    ("source", "src"),
    ("source", "srcset"),
    ("iframe", "src"),
    ("embed", "src"),
    ("object", "data"),
    ("video", "src"),
    ("video", "poster"),
    ("audio", "src"),
    ("track", "src"),
    ("input", "src"),
    ("form", "action"),
    ("use", "href"),
    ("image", "href"),
)
# <link> only names a page with these; with every other relation the browser fetches it.
NAMING_RELATIONS = frozenset({"canonical", "alternate", "author", "license", "help", "next", "prev", "bookmark"})
# What a style sheet fetches: url(https://host/x.woff), @import "//host/x.css".
STYLE_REQUEST = re.compile(r"""(?:url\(\s*|@import\s+)["']?\s*((?:https?:)?//[^"')\s]+)""", re.IGNORECASE)
# What is neither here nor a request: mail, telephone, data inside the page itself.
ELSEWHERE = frozenset({"http", "https", "mailto", "tel", "data", "javascript", "blob"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation mark (``a.cite``): where it leads, the passage it names, the statement it stands in, its label."""

    href: str
    passage: str | None
    statement: str | None
    label: str


@dataclass(frozen=True, slots=True)
class ShownStatement:
    """A statement on a page; ``text`` is absent where no element says which words are its own."""

    id: str
    origin: str | None
    text: str | None
    marks: tuple[Mark, ...]
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """One page of the site. ``quotes`` are the texts of passage anchors by id, ``copies`` quotes shown elsewhere.

    ``repeated`` are those copies that a mark can lead to: the passage by the id of the element.

    ``lines`` are dated events and the sides of disagreements, which rest on passages as statements do;
    ``translations`` the words of translations without the name of who made them; ``structured`` the places (ids) and
    words that the page gives to machines, ``pictured`` the words of its pictures.
    """

    path: str
    ids: frozenset[str]
    repeated_ids: tuple[str, ...]
    quotes: Mapping[str, str]
    copies: tuple[tuple[str, str], ...]
    repeated: Mapping[str, str]
    marks: tuple[Mark, ...]
    statements: tuple[ShownStatement, ...]
    lines: tuple[ShownStatement, ...]
    translations: tuple[str, ...]
    structured: tuple[tuple[str, str], ...]
    pictured: tuple[str, ...]
    links: tuple[str, ...]
    requests: tuple[str, ...]


def read_page(site_folder: Path, path: str) -> BuiltPage:
    """Read the page at ``path`` (POSIX, from the root of the site)."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    tree = etree.fromstring((site_folder / path).read_bytes().strip() or b"<html></html>", parser=parser)
    of_class = _by_class(tree)
    ids = Counter(_values(tree, "*", "id"))
    return BuiltPage(
        path=path,
        ids=frozenset(ids) | set(_values(tree, "a", "name")),
        repeated_ids=tuple(name for name, count in ids.items() if count > 1),
        quotes={element.get("id") or "": _text(element) for element in of_class["quote"] if element.get("id")},
        copies=tuple((element.get("data-passage") or "", _text(element)) for element in of_class["quote-copy"]),
        repeated={e.get("id") or "": e.get("data-passage") or "" for e in of_class["quote-copy"] if e.get("id")},
        marks=tuple(_mark(element) for element in of_class["cite"] if element.tag == "a"),
        statements=tuple(_shown(element, "statement-text") for element in of_class["statement"]),
        lines=tuple(_shown(element, f"{name}-text") for name in ("event", "side") for element in of_class[name]),
        translations=tuple(
            _text(words) for e in of_class["translation"] for words in e.iterchildren("span") if words.get("lang")
        ),
        structured=tuple(_structured(tree)),
        pictured=tuple(_text(title) for picture in of_class["picture"] for title in picture.iter("title")),
        links=tuple(dict.fromkeys(_links(tree))),
        requests=tuple(dict.fromkeys(_requests(tree))),
    )


def style_requests(style: str) -> Iterator[str]:
    """Addresses on other hosts that a style sheet would fetch."""
    yield from STYLE_REQUEST.findall(style)


def _by_class(tree: etree._Element) -> defaultdict[str, list[etree._Element]]:
    """The elements below and including ``tree`` by each of their classes, in the order of the page."""
    found: defaultdict[str, list[etree._Element]] = defaultdict(list)
    for element in tree.iter("*"):
        for name in (element.get("class") or "").split():
            found[name].append(element)
    return found


def _text(element: etree._Element) -> str:
    return "".join(str(piece) for piece in element.itertext())


def _structured(tree: etree._Element) -> Iterator[tuple[str, str]]:
    """Claims and quotations of the JSON-LD: the id they stand at ("#q-1" is "q-1") and their words.

    JSON that cannot be read is a place without a name that nothing vouches for.
    """
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            try:
                parts = json.loads(script.text or "").get("hasPart", [])
                yield from ((part["@id"].lstrip("#"), part["text"]) for part in parts if "text" in part)
            except (ValueError, AttributeError, KeyError, TypeError):
                yield "", script.text or ""


def _mark(element: etree._Element) -> Mark:
    inside = (e for e in element.iterancestors() if "statement" in (e.get("class") or "").split())
    statement = next(inside, None)
    return Mark(
        element.get("href") or "",
        element.get("data-passage"),
        None if statement is None else _own_id(statement),
        element.get("aria-label") or _text(element),
    )


def _shown(element: etree._Element, own_words_class: str) -> ShownStatement:
    of_class = _by_class(element)
    own_words = of_class[own_words_class]
    return ShownStatement(
        _own_id(element),
        element.get("data-origin"),
        _text(own_words[0]) if own_words else None,
        tuple(_mark(mark) for mark in of_class["cite"] if mark.tag == "a"),
        _text(of_class["attribution"][0]) if of_class["attribution"] else None,
    )


def _own_id(statement: etree._Element) -> str:
    """The id of a statement; a page that holds several others says it apart, since ids are unique in a page."""
    return statement.get("data-statement") or statement.get("id") or ""


def _links(tree: etree._Element) -> Iterator[str]:
    """Every address that must be there: of links, and of all that a page fetches from its own site."""
    for element, attribute in (("a", "href"), ("area", "href"), ("link", "href"), *REQUESTS):
        for value in _values(tree, element, attribute):
            yield from _addresses(value, attribute)


def _requests(tree: etree._Element) -> Iterator[str]:
    """Every address on another host that a browser would fetch by itself."""
    for element, attribute in REQUESTS:
        for value in _values(tree, element, attribute):
            yield from filter(is_elsewhere, _addresses(value, attribute))
    for link in tree.iter("link"):
        relations = set((link.get("rel") or "").lower().split())
        address = link.get("href") or ""
        if not relations & NAMING_RELATIONS and is_elsewhere(address):
            yield address
    for style in [*(element.text or "" for element in tree.iter("style")), *_values(tree, "*", "style")]:
        yield from style_requests(style)
    for meta in tree.iter("meta"):
        if (meta.get("http-equiv") or "").lower() == "refresh":
            yield meta.get("content") or ""


def _values(tree: etree._Element, element: str, attribute: str) -> Iterator[str]:
    """The attribute's values in the order of the page; ``*`` means any element."""
    for found in tree.iter(element):
        value = found.get(attribute)
        if value is not None:
            yield value


def _addresses(value: str, attribute: str) -> list[str]:
    """One address, or those of a srcset: "a.png 1x, b.png 2x"."""
    if attribute == "srcset":
        return [candidate.split()[0] for candidate in value.split(",") if candidate.split()]
    return [value.strip()]


def is_elsewhere(address: str) -> bool:
    """Whether an address is on another host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return True
    return bool(parts.netloc) and parts.scheme in {"", "http", "https", "ws", "wss", "ftp"}


def is_local(address: str) -> bool:
    """Whether an address means a place inside the site."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return not parts.netloc and parts.scheme not in ELSEWHERE
