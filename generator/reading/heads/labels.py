"""Lines that a label opens: "Title: …", "Quelle: …", "Autor: …", "发布时间：…", in any language.

Takes a line; gives the field that its label names and what stands behind it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.languages import available, words
from generator.model import fold

LABELLED = re.compile(r"\W*([^\W\d_][^:：]{0,24}?)\s?[:：]\s*(\S.*)$")
# The tables of words that label each field, and those of scrapers in English
TABLES = (
    ("title", ("fields", "title")),
    ("publisher", ("fields", "publisher")),
    ("publisher", ("lines", "source")),
    ("published", ("fields", "published")),
    ("published", ("lines", "dated")),
    ("authors", ("fields", "authors")),
    ("authors", ("lines", "byline")),
)


# What scrapers and databases write besides
ENGLISH = {"date": "published", "pubdate": "published", "site": "publisher", "byline": "authors"}


@dataclass(frozen=True, slots=True)
class Label:
    """``field`` of an article's metadata, and the ``value`` as it stands behind the label."""

    field: str
    value: str


def labelled(text: str) -> Label | None:
    """The label of a line and its value; ``None`` where a line has none that names a field."""
    match = LABELLED.match(fold(text)) if ":" in text or "：" in text else None
    field = _fields().get(match[1].casefold()) if match else None
    return Label(field, match[2]) if match and field else None


@cache
def _fields() -> Mapping[str, str]:
    """The field by its label in small letters, of several the first in ``TABLES``.

    The languages share one table, since scrapers label in their own.
    """
    found = dict(ENGLISH)
    for field, key in TABLES:
        for code in available():
            found = {word.casefold(): field for word in words(code, *key)} | found
    return found
