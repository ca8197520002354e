"""Front matter of a Markdown file, YAML or TOML, as metadata: the keys that site generators and clippers write.

Takes the fence and the lines between; gives ``Metadata`` with "front matter" as origin. Front matter that is not
valid (an unquoted colon in a title, 30 February) is read line by line rather than lost.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import date, datetime
from functools import cache

from generator.languages import available, mapping, of_tag
from generator.languages import words as words_of
from generator.model import ArticleKind, Metadata, Provenance, fold
from generator.reading.heads.between_names import author_mark
from generator.reading.heads.stated_dates import stated_dates
from generator.reading.pages.dates import day_in_words, moment

ORIGIN = Provenance.declared("front matter")
Fields = Mapping[str, object]
KEYS = {
    "title": ("title", "headline"),
    "subtitle": ("subtitle", "subheading", "deck", "dek", "lead", "teaser", "description", "summary", "excerpt"),
    "publisher": (
        "publisher",
        "outlet",
        "publication",
        "site_name",
        "newspaper",
        "medium",
        "source",
        "site",
        "website",
    ),
    "supplier": ("supplier", "agency", "wire"),
    "published": ("published", "date", "publishdate", "published_at", "pubdate", "date_published", "created"),
    "updated": ("updated", "lastmod", "modified", "last_modified_at", "date_modified", "updated_at", "last_updated"),
    "retrieved": ("retrieved", "accessed", "date_accessed", "clipped", "saved", "captured"),
    "url": ("url", "canonical", "canonical_url", "canonicalurl", "original_url", "source_url", "link", "source"),
    "section": ("section", "category", "categories"),
    "rights": ("rights", "copyright", "license", "licence"),
    "authors": ("authors", "author", "byline", "by", "creator"),
    "language": ("lang", "language", "locale"),
}
"""Names of fields as programs write them; those that people write are in the language files, ``[fields]``."""
TEXT_FIELDS = tuple(name for name in KEYS if name not in ("authors", "language"))
KIND_KEYS = ("kind", "type", "genre", "section", "category")
# Tables in which generators keep fields of their own: Hugo's [params], Zola's [extra] and [taxonomies]
INNER = ("params", "extra", "taxonomies", "article", "metadata")
# One field of front matter that cannot be parsed as a whole: 'title: Anger: a chronicle', 'date = 2024-02-30'
FIELD = re.compile(r"^(?P<key>[\w-]+)\s*[:=]\s*(?P<value>\S.*?)\s*$", re.MULTILINE)


def front_matter(fence: str, written: str) -> tuple[Metadata, tuple[str, ...]]:
    """What the front matter states, and a repair where it had to be read line by line."""
    fields = _parsed(fence, written)
    repairs = () if fields is not None else ("the front matter is not valid: read line by line",)
    if fields is None:
        fields = {found["key"].lower(): found["value"].strip("\"'") for found in FIELD.finditer(written)}
    return _metadata(fields), repairs


def title_block(title: str, authors: str, day: str) -> Metadata:
    """What Pandoc's title block states; authors are parted by semicolons."""
    named = [fold(name) for name in authors.split(";") if fold(name)]
    return _metadata({"title": title, "authors": named, "date": fold(day)})


def _parsed(fence: str, written: str) -> Fields | None:
    """All fields by lower-case key, those of inner tables where they are not stated outside; absent if not valid."""
    import yaml

    try:
        # The base loader keeps every value as written: a date that does not exist must not cost the other fields.
        parsed = tomllib.loads(written) if fence == "+++" else yaml.load(written, Loader=yaml.BaseLoader)
    except (tomllib.TOMLDecodeError, yaml.YAMLError):
        return None
    if not isinstance(parsed, dict):
        return None
    fields = {str(key).lower(): value for key, value in parsed.items()}
    for name in INNER:
        inner = fields.get(name)
        if isinstance(inner, dict):
            fields = {**{str(key).lower(): value for key, value in inner.items()}, **fields}
    return fields


def _metadata(fields: Fields) -> Metadata:
    stated = {name: value for name in TEXT_FIELDS if (value := _field(fields, name))}
    published, updated = _moment(stated.get("published")), _moment(stated.get("updated"))
    found = Metadata(
        title=stated.get("title"),
        subtitle=stated.get("subtitle"),
        publisher=stated.get("publisher"),
        supplier=stated.get("supplier"),
        authors=tuple(dict.fromkeys(_authors(fields))),
        published=published[:10] if published else None,
        updated=updated if updated != published else None,
        retrieved=_moment(stated.get("retrieved")),
        language=_language(fields) or "und",
        kind=_kind(fields),
        url=stated.get("url"),
        rights=stated.get("rights"),
        section=stated.get("section"),
        contradictions=tuple(
            f"{name} {stated[name]!r} is no day"
            for name, value in (("published", published), ("updated", updated))
            if name in stated and value is None
        ),
    )
    return _with_origins(found)


def _with_origins(found: Metadata) -> Metadata:
    unknown = (None, (), "und")
    names = [field.name for field in fields_of(Metadata) if field.name not in ("origins", "contradictions")]
    return replace(found, origins={name: ORIGIN for name in names if getattr(found, name) not in unknown})


@cache
def _keys(name: str) -> tuple[str, ...]:
    """The keys of front matter under which a field may stand, in any language."""
    return (*KEYS[name], *(word for language in available() for word in words_of(language, "fields", name)))


def _field(fields: Fields, name: str) -> str | None:
    """The first key of a field that holds words; an address is no outlet, and only an address is one."""
    for key in _keys(name):
        words = _words(fields.get(key))
        address = bool(words and re.match(r"https?://\S+$", words))
        if words and (name not in ("url", "publisher") or address is (name == "url")):
            return words
    return None


def _words(value: object) -> str | None:
    """A value as words: a date as ISO, a table by its name, a list by its first entry."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, dict):
        return _words(value.get("name"))
    if isinstance(value, list):
        return _words(value[0]) if value else None
    return fold(value) or None if isinstance(value, str) else None


def _moment(value: str | None) -> str | None:
    if not value:
        return None
    return moment(value) or day_in_words(value) or _named_day(value)


def _named_day(value: str) -> str | None:
    """The day of a date whose month is a word, in any language, if all that know it agree: "14 maart 2024"."""
    named = (stated_dates(value, language) for language in ("en", *available()))
    days = {stated.day for dates in named for stated in dates[:1] if stated.names_a_day}
    return days.pop() if len(days) == 1 else None


def _authors(fields: Fields) -> Iterator[str]:
    for key in _keys("authors"):
        value = fields.get(key)
        for each in value if isinstance(value, list) else [value]:
            # Clippers write links to notes: "[[A. Name]]"
            words = (_words(each) or "").strip("[]")
            yield from filter(None, author_mark().split(words))
        if value:
            return


def _language(fields: Fields) -> str | None:
    return next(filter(None, (of_tag(_words(fields.get(key))) for key in _keys("language"))), None)


def _kind(fields: Fields) -> ArticleKind | None:
    """The kind by the contract's own word, or by a word that names a kind as a section in some language."""
    stated = [words.casefold() for key in KIND_KEYS if (words := _words(fields.get(key)))]
    for words in stated:
        if words in {str(kind) for kind in ArticleKind}:
            return ArticleKind(words)
    listed = _kinds_by_word()
    kinds = {listed[words] for words in stated if words in listed}
    return next((kind for kind in ArticleKind if kind in kinds), None)


@cache
def _kinds_by_word() -> dict[str, ArticleKind]:
    """The kind that a word names as a section, in any language; the first in the contract's list where several do."""
    found: dict[str, ArticleKind] = {}
    for kind in ArticleKind:
        for language in available():
            listed = mapping(language, "lines", "kinds").get(kind.value)
            for word in listed if isinstance(listed, list) else ():
                found.setdefault(word, kind)
    return found
