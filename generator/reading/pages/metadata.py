"""One ``Metadata`` from the witnesses of a page: JSON-LD, meta elements, headings, the title element, bylines, dates.

Promises: a field is stated only where a witness states it, with the witness named as its origin; witnesses that
contradict each other are noted. Titles, authors and dates are weighed in modules of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar
from urllib.parse import urlsplit

from generator.languages import available, mapping, of_tag
from generator.model import ArticleKind, Metadata, Provenance, fold, squeeze
from generator.reading.metadata import outlet_of_host
from generator.reading.pages.accounts import COMPANY
from generator.reading.pages.authors import authors, other_authors
from generator.reading.pages.dates import published_on, updated_at
from generator.reading.pages.statements import Record, Statements, kinds
from generator.reading.pages.titles import TOP_DOMAIN, last_part_of_title, outlet_behind_title, plain, title

Value = TypeVar("Value")
Stated = tuple[Value, Provenance] | None
"""A value with the witness that states it; none where no witness does."""

KINDS = {
    "OpinionNewsArticle": ArticleKind.OPINION,
    "AnalysisNewsArticle": ArticleKind.ANALYSIS,
    "AdvertiserContentArticle": ArticleKind.SPONSORED,
    "ReportageNewsArticle": ArticleKind.NEWS,
    "NewsArticle": ArticleKind.NEWS,
}
# Origin of an outlet's name that only stands there
BEHIND_HEADING = Provenance.read("behind the heading in the page's title")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows beside its text: groups of names, the surest first, and dates with their place.

    ``opened`` are those names that a word such as "By" opens: they are authors, and nobody's else. ``lines`` are the
    names of each line in which the page's maker marks them.
    """

    bylines: tuple[tuple[str, ...], ...] = ()
    dates: tuple[tuple[str, Provenance], ...] = ()
    opened: tuple[str, ...] = ()
    lines: tuple[tuple[str, ...], ...] = ()


def page_metadata(said: Statements, shown: Shown, url: str | None = None) -> Metadata:
    """What is known of the article, each field with its origin."""
    address = _address(said, url)
    outlet = _outlet(said)
    language = stated_language(said)
    outlets = _outlet_names(said, _value(outlet), _value(address))
    published, doubts = published_on(said, shown.dates, _value(address))
    spoken = _value(language) or "und"
    stated: dict[str, Stated[object]] = {
        "url": address,
        "publisher": outlet,
        "title": title(said, outlets),
        "subtitle": _subtitle(said),
        "authors": authors(said, shown.bylines, shown.opened, shown.lines, outlets | last_part_of_title(said), spoken),
        "published": published,
        "updated": updated_at(said, _value(published)),
        "kind": _kind(said),
        "section": _section(said),
        "language": language,
    }
    known = {name: found for name, found in stated.items() if found is not None and found[0]}
    return Metadata(
        **{name: value for name, (value, _) in known.items()},  # type: ignore[arg-type] # each function gives its field's type
        origins={name: origin for name, (_, origin) in known.items()},
        contradictions=(*doubts, *other_authors(said, shown.opened, outlets, spoken)),
    )


def _value(stated: Stated[Value]) -> Value | None:
    return stated[0] if stated is not None else None


def _address(said: Statements, url: str | None) -> Stated[str]:
    """The canonical address; an address of a home page says nothing of the article."""
    candidates = [
        (said.canonical, Provenance.declared("link rel=canonical")),
        *((value, Provenance.declared("meta og:url")) for value in said.meta.get("og:url", ())),
        *((_address_in(record), Provenance.declared("JSON-LD")) for record in said.records[:1]),
        (url, Provenance.read("address it was saved from")),
    ]
    for value, origin in candidates:
        if value and re.match(r"https?://[^/\s]+/[^\s]", value) and _can_be_read(value):
            return value, origin
    return None


def _can_be_read(address: str) -> bool:
    """Whether an address has a host: a template that was never filled in has none ("https://[host]/harbour")."""
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False


def _address_in(record: Record) -> str | None:
    page = record.get("mainEntityOfPage")
    for value in (record.get("url"), page.get("@id") if isinstance(page, dict) else page):
        if isinstance(value, str):
            return value
    return None


def _outlet(said: Statements) -> Stated[str]:
    """The outlet's name as the page's makers write it."""
    for record in said.records:
        name = next(iter(said.names_in(record.get("publisher"))), None)
        if name and not name.startswith("http"):
            return _outlet_of(name, said) or (name, Provenance.declared("JSON-LD publisher"))
    for key in ("og:site_name", "application-name", "publisher", "dc.publisher"):
        for value in said.meta.get(key, ()):
            if not value.startswith("http"):
                return value, Provenance.declared(f"meta {key}")
    named = outlet_behind_title(said)
    return (named, BEHIND_HEADING) if named else None


def _outlet_of(company: str, said: Statements) -> Stated[str]:
    """The name of the site where a company is stated as its publisher."""
    site = next(iter(said.meta.get("og:site_name", ())), "")
    return (site, Provenance.declared("meta og:site_name")) if site and COMPANY.search(company) else None


def _outlet_names(said: Statements, outlet: str | None, address: str | None) -> frozenset[str]:
    """Every way in which the page calls its outlet, squeezed: what is no author and no part of a title."""
    host = (urlsplit(address).hostname or "") if address else ""
    named = {outlet or "", host, host.removeprefix("www."), outlet_of_host(host) or ""}
    for key in ("og:site_name", "application-name", "publisher", "twitter:site", "twitter:creator", "copyright"):
        named.update(said.meta.get(key, ()))
    named.update([TOP_DOMAIN.sub("", name) for name in named])
    return frozenset(filter(None, (squeeze(name) for name in named)))


def _subtitle(said: Statements) -> Stated[str]:
    for record in said.records[:1]:
        value = plain(str(record.get("alternativeHeadline") or ""))
        if value and value != plain(str(record.get("headline") or "")):
            return value, Provenance.declared("JSON-LD alternativeHeadline")
    return None


def _kind(said: Statements) -> Stated[ArticleKind]:
    """The kind by schema.org's type; an opinion section speaks louder than a plain ``NewsArticle``."""
    types = [kind.rsplit("/", 1)[-1] for record in said.records for kind in kinds(record)]
    named = next((kind for kind in KINDS if kind in types and kind != "NewsArticle"), None)
    if named:
        return KINDS[named], Provenance.declared(f"JSON-LD {named}")
    section = {part.casefold() for part in re.split(r"[\s/,|>-]+", _value(_section(said)) or "")}
    folders = urlsplit(_value(_address(said, None)) or "").path.rsplit("/", 1)[0]
    path = {part.casefold() for part in re.split(r"[/_.-]+", folders)}
    for kind, language_words in _kind_words().items():
        if language_words & section:
            return kind, Provenance.read("section")
        if language_words & path:
            return kind, Provenance.read("address")
    return (ArticleKind.NEWS, Provenance.declared("JSON-LD NewsArticle")) if "NewsArticle" in types else None


@cache
def _kind_words() -> Mapping[ArticleKind, frozenset[str]]:
    """The words of all languages that name a kind as a section: "opinie", "Meinung", "analyse"."""
    kinds_by_language = [mapping(language, "lines", "kinds") for language in available()]
    found: dict[ArticleKind, frozenset[str]] = {}
    for kind in (ArticleKind.OPINION, ArticleKind.ANALYSIS, ArticleKind.INTERVIEW, ArticleKind.SPONSORED):
        listed = [words for of_language in kinds_by_language if isinstance(words := of_language.get(kind), list)]
        found[kind] = frozenset(str(word).casefold() for words in listed for word in words)
    return found


def _section(said: Statements) -> Stated[str]:
    for record in said.records:
        value = record.get("articleSection")
        first = value[0] if isinstance(value, list) and value else value
        if isinstance(first, str) and fold(first):
            return plain(first), Provenance.declared("JSON-LD articleSection")
    for key in ("article:section", "section", "parsely-section"):
        for stated in said.meta.get(key, ()):
            return stated, Provenance.declared(f"meta {key}")
    return None


def stated_language(said: Statements) -> Stated[str]:
    """The language that the page declares, as a primary tag."""
    for value, witness in _declared_languages(said):
        if language := of_tag(value):
            return language, Provenance.declared(witness)
    return None


def _declared_languages(said: Statements) -> Iterator[tuple[str | None, str]]:
    yield said.language, "html lang"
    for record in said.records:
        if isinstance(value := record.get("inLanguage"), str):
            yield value, "JSON-LD inLanguage"
    for key in ("og:locale", "content-language", "language"):
        for value in said.meta.get(key, ()):
            yield value, f"meta {key}"
