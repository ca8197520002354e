"""What a page carries for its own scripts: the state from which a browser would build what the reader sees.

Takes a parsed page; gives the JSON documents in its scripts (``__NEXT_DATA__``, ``__NUXT_DATA__``,
``window.__APOLLO_STATE__ = {…}``, ``JSON.parse("…")``), with references in them resolved, and, where a state is
written as a program, the long strings of markup in it. JSON-LD is no state: ``pages.statements`` reads it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A script shorter than this holds no article.
STATE_CHARS = 400
# Where a value is assigned: "window.__STATE__ = {", "Fusion.globalContent=[", "x = JSON.parse(\""
ASSIGNED = re.compile(r"[\w$\])\"']\s*=\s*(?=[{\[])|JSON\.parse\(\s*(?=\")")
# What JSON does not know and a program writes in its place: ":undefined,"
UNDEFINED = re.compile(r"(?<=[:,\[])\s*(?:undefined|void 0|NaN)(?=\s*[,}\]])")
# A string of markup in a program: "\u003Cp\u003EThe river …", "<p>The river …"
MARKUP_STRING = re.compile(r'"(?:<|\\u003[cC])(?:p|div|h[1-6]|section|article)\b(?:[^"\\]|\\.){400,}"', re.DOTALL)
# How deep values may stand one in another, and how many assignments of one script are looked at.
DEEPEST, MOST_ASSIGNED = 80, 40
REFERENCE = "__ref"


def states(tree: HtmlElement) -> Iterator[object]:
    """The JSON documents in the scripts of a page, then the strings of markup where a script is no JSON."""
    for script in tree.iter("script"):
        written = (script.text or "").strip()
        if len(written) < STATE_CHARS or "ld+json" in (script.get("type") or "").lower():
            continue
        found = False
        for document in _documents(written):
            found = True
            yield _resolved(_inflated(document))
        if not found:
            yield from _markup_strings(written)


def _documents(written: str) -> Iterator[object]:
    """The values in a script: the whole of it, or what it assigns."""
    if written[:1] in "{[":
        try:
            yield json.loads(written)
        except (ValueError, RecursionError):
            pass
        else:
            return
    end = 0
    for number, place in enumerate(ASSIGNED.finditer(written)):
        if number >= MOST_ASSIGNED:
            return
        if place.end() < end:
            continue
        value, end = _value_at(written, place.end())
        if isinstance(value, str):
            value, _ = _value_at(value, 0)
        if isinstance(value, dict | list) and value:
            yield value


def _value_at(written: str, start: int) -> tuple[object, int]:
    """The JSON value that begins at a place, with its end; ``None`` where none does."""
    decoder = json.JSONDecoder(strict=False)
    try:
        return decoder.raw_decode(written, start)
    except (ValueError, RecursionError):
        pass
    if not UNDEFINED.search(written, start):
        return None, start
    try:
        return decoder.raw_decode(UNDEFINED.sub("null", written[start:]))[0], start
    except (ValueError, RecursionError):
        return None, start


def _markup_strings(written: str) -> Iterator[object]:
    for quoted in MARKUP_STRING.findall(written):
        try:
            yield json.loads(quoted, strict=False)
        except ValueError:
            continue


def _inflated(document: object) -> object:
    """A document in which every value is written once and named by its number (Nuxt 3), put together again."""
    if not isinstance(document, list) or len(document) < 2 or not _is_numbered(document[0]):
        return document
    values = document

    def inflate(number: object, depth: int) -> object:
        if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < len(values) or depth > DEEPEST:
            return None
        value = values[number]
        if isinstance(value, dict):
            return {name: inflate(each, depth + 1) for name, each in value.items()}
        if isinstance(value, list):
            # ["Reactive", 1] marks how a value is kept
            numbers = value[1:] if value and isinstance(value[0], str) else value
            inflated = [inflate(each, depth + 1) for each in numbers]
            return inflated[0] if len(numbers) < len(value) and len(inflated) == 1 else inflated
        return value

    return inflate(0, 0)


def _is_numbered(first: object) -> bool:
    """Whether the first value of a list only names others: ``["ShallowReactive", 1]``, ``{"data": 1, "state": 40}``."""
    if isinstance(first, dict):
        return bool(first) and all(isinstance(value, int) for value in first.values())
    return isinstance(first, list) and len(first) == 2 and isinstance(first[0], str) and isinstance(first[1], int)


def _resolved(document: object) -> object:
    """A document with references by name (``{"__ref": "Author:9"}``) replaced by what they name."""
    named: dict[str, object] = {}
    waiting: list[object] = [document]
    referring = False
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            referring = referring or REFERENCE in here
            named.update((name, value) for name, value in here.items() if isinstance(value, dict) and ":" in name)
            waiting.extend(here.values())
        elif isinstance(here, list):
            waiting.extend(here)
    return _with_named(document, named, ()) if referring and named else document


def _with_named(value: object, named: Mapping[str, object], inside: tuple[str, ...]) -> object:
    """A value with what its references name; one that names something around itself stays empty."""
    if isinstance(value, dict):
        name = value.get(REFERENCE)
        if isinstance(name, str):
            if name in inside or len(inside) > 8:
                return None
            return _with_named(named.get(name), named, (*inside, name))
        return {key: _with_named(each, named, inside) for key, each in value.items()}
    if isinstance(value, list):
        return [_with_named(each, named, inside) for each in value]
    return value
