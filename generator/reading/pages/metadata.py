"""One ``Metadata`` from the witnesses of a page: JSON-LD, meta elements, headings, the title element, bylines, dates.

Promises: a field is stated only where a witness states it, with the witness named as its origin; a name of the
outlet never stays in a title or passes for an author while a person is named; witnesses that contradict each other
are noted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from urllib.parse import urlsplit

from generator.languages import available, mapping, of_tag
from generator.model import ArticleKind, Metadata, fold, squeeze
from generator.reading.heads.between_names import author_mark
from generator.reading.heads.person_names import is_office, particles
from generator.reading.metadata import outlet_of_host
from generator.reading.pages.bylines import after_prefix, prefixes_of, wide_names
from generator.reading.pages.dates import published_on, updated_at
from generator.reading.pages.statements import Record, Statements, kinds
from generator.reading.wide_letters import WIDE

# What stands between a title and the outlet's name: "Title | Outlet", "Title - Outlet", "Title · Outlet", "題名：新聞"
SUFFIX_MARK = re.compile(r"\s*(?:[|·•»«:：｜]|\s[-–—]|//)\s*")
KINDS = {
    "OpinionNewsArticle": ArticleKind.OPINION,
    "AnalysisNewsArticle": ArticleKind.ANALYSIS,
    "AdvertiserContentArticle": ArticleKind.SPONSORED,
    "ReportageNewsArticle": ArticleKind.NEWS,
    "NewsArticle": ArticleKind.NEWS,
}
# Origin of an outlet's name that only stands there
BEHIND_HEADING = "behind the heading in the page's title"
# The shortest heading that is believed to be a title, and the longest name of an outlet behind it.
SHORTEST_TITLE, LONGEST_OUTLET = 15, 40
# An address behind a name: "A. Name (name@outlet.example)"
MAIL_BEHIND = re.compile(r"(?<=\w)\s*[(<\[][^\s()<>]+@[^\s()<>]+[)>\]]")
# A break inside a value: "A. Name<br>B. Name"
LINE_BREAK = re.compile(r"<br\s*/?>|\n", re.IGNORECASE)
# No name of an author: a number first ("3 minutes"), a long number, an address, markup, a label ("Photos: A. Name")
NO_NAME = re.compile(r"^\d|\d{3}|[@\[\]{}<>]|:\s|\.com/")
# What may follow a name: "A. Name (Reuters)", "A. Name - Rome"
BRACKET, DASH = re.compile(r"\s*\([^().]*\)$"), re.compile(r"\s[-–—]\s")
TITLE_META = ("og:title", "twitter:title", "dc.title", "title", "headline", "parsely-title", "sailthru.title")
AUTHOR_META = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "citation_author", "byl",
               "cxenseparse:author", "article:author_name", "creator", "dcterms.creator", "og:article:author",
               "article.author", "twitter:data1")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows beside its text: groups of names, the surest first, and dates with their place."""

    bylines: tuple[tuple[str, ...], ...] = ()
    dates: tuple[tuple[str, str], ...] = ()


def page_metadata(said: Statements, shown: Shown, url: str | None = None) -> Metadata:
    """What is known of the article, each field with its origin."""
    address, address_origin = _address(said, url)
    outlet, outlet_origin = _outlet(said)
    outlets = _outlet_names(said, outlet, address)
    known: dict[str, object] = {}
    origins: dict[str, str] = {}

    def state(name: str, value: object, origin: str) -> None:
        if value:
            known[name], origins[name] = value, origin

    state("url", address, address_origin)
    state("publisher", outlet, outlet_origin)
    state("title", *_title(said, outlets))
    state("subtitle", *_subtitle(said))
    state("authors", *_authors(said, shown, outlets))
    published, published_origin, doubts = published_on(said, shown.dates, address)
    state("published", published, published_origin)
    state("updated", *updated_at(said, published))
    state("kind", *_kind(said))
    state("section", *_section(said))
    state("language", *stated_language(said))
    return Metadata(**known, origins=origins, contradictions=doubts)  # type: ignore[arg-type]


def _address(said: Statements, url: str | None) -> tuple[str | None, str]:
    """The canonical address; an address of a home page says nothing of the article."""
    candidates = [
        (said.canonical, "link rel=canonical"),
        *((value, "meta og:url") for value in said.meta.get("og:url", ())),
        *((_address_in(record), "JSON-LD") for record in said.records[:1]),
        (url, "address it was saved from"),
    ]
    for value, origin in candidates:
        if value and re.match(r"https?://[^/\s]+/[^\s]", value):
            return value, origin
    return None, ""


def _address_in(record: Record) -> str | None:
    page = record.get("mainEntityOfPage")
    for value in (record.get("url"), page.get("@id") if isinstance(page, dict) else page):
        if isinstance(value, str):
            return value
    return None


def _outlet(said: Statements) -> tuple[str | None, str]:
    """The outlet's name as the page's makers write it."""
    for record in said.records:
        name = next(iter(_names(record.get("publisher"), said)), None)
        if name and not name.startswith("http"):
            return name, "JSON-LD publisher"
    for key in ("og:site_name", "application-name", "publisher", "dc.publisher"):
        for value in said.meta.get(key, ()):
            if not value.startswith("http"):
                return value, f"meta {key}"
    named = _behind_title(said)
    return (named, BEHIND_HEADING) if named else (None, "")


def _behind_title(said: Statements) -> str | None:
    """The outlet that the title element names last, behind the whole title that the page's heading has too."""
    element = _plain(said.title or "")
    for heading in map(_plain, said.headings):
        rest = element[len(heading) :]
        if len(heading) >= SHORTEST_TITLE and element.startswith(heading) and SUFFIX_MARK.match(rest):
            last = fold(SUFFIX_MARK.split(rest)[-1])
            return last if 2 <= len(last) <= LONGEST_OUTLET and not any(map(str.isdigit, last)) else None
    return None


def _outlet_names(said: Statements, outlet: str | None, address: str | None) -> frozenset[str]:
    """Every way in which the page calls its outlet, squeezed: what is no author and no part of a title."""
    host = (urlsplit(address).hostname or "") if address else ""
    named = {outlet or "", host, host.removeprefix("www."), outlet_of_host(host) or ""}
    for key in ("og:site_name", "application-name", "publisher", "twitter:site", "twitter:creator", "copyright"):
        named.update(said.meta.get(key, ()))
    return frozenset(filter(None, (squeeze(name) for name in named)))


def _title(said: Statements, outlets: frozenset[str]) -> tuple[str | None, str]:
    """The title: JSON-LD's headline, unless og:title and the heading on the page agree on another."""
    headings = [_plain(heading) for heading in said.headings]
    recorded = [_plain(str(record.get("headline") or record.get("name") or "")) for record in said.records[:1]]
    stated = [_plain(value) for key in TITLE_META for value in said.meta.get(key, ())[:1]]
    element = _plain(said.title or "")
    everything = [*headings, *recorded, *stated, element]
    headline = next((_bare(title, everything, outlets) for title in recorded if title), None)
    social = next((_bare(title, everything, outlets) for title in stated if title), None)
    shown = {fold(heading).casefold() for heading in headings}
    if headline and social and headline.casefold() != social.casefold():
        cut = headline.rstrip(". …")
        if social.casefold() in shown or (len(cut) > 20 and social.startswith(cut)):
            return social, "meta og:title and heading"
    if headline:
        return headline, "JSON-LD headline"
    if social:
        return social, "meta og:title"
    if headings:
        named = next((heading for heading in headings if len(heading) >= SHORTEST_TITLE and heading in element), None)
        return _bare(named or headings[0], everything, outlets), "heading of the page"
    return (_bare(element, everything, outlets), "title element") if element else (None, "")


def _plain(words_: str) -> str:
    """Words of a title without character references, markup and soft hyphens."""
    return fold(re.sub(r"<[^<>]{1,200}>", "", unescape(unescape(words_))).replace("\u00ad", ""))


def _bare(title: str, everything: Sequence[str], outlets: frozenset[str]) -> str:
    """A title without the outlet's name behind it: what another witness leaves out, or what names the outlet."""
    for other in sorted(everything, key=len):
        rest = title[len(other) :]
        if len(other) >= 8 and title.startswith(other) and rest and SUFFIX_MARK.match(rest):
            return other
    marks = list(SUFFIX_MARK.finditer(title))
    for number, mark in reversed(list(enumerate(marks))):
        if mark.start() >= 8 and squeeze(title[mark.end() :]) in outlets:
            section = marks[number - 1] if number and "|" in marks[number - 1][0] else mark
            return title[: section.start() if section.start() >= 8 else mark.start()].strip()
    if marks and len(title) - marks[0].end() >= 8 and squeeze(title[: marks[0].start()]) in outlets:
        return title[marks[0].end() :].strip()
    return title


def _subtitle(said: Statements) -> tuple[str | None, str]:
    for record in said.records[:1]:
        value = _plain(str(record.get("alternativeHeadline") or ""))
        if value and value != _plain(str(record.get("headline") or "")):
            return value, "JSON-LD alternativeHeadline"
    return None, ""


def _authors(said: Statements, shown: Shown, outlets: frozenset[str]) -> tuple[tuple[str, ...], str]:
    """Who wrote it: JSON-LD, meta, the byline; the outlet's own name only where no witness names anybody else."""
    language = stated_language(said)[0] or "und"
    witnesses: list[tuple[tuple[str, ...], str]] = []
    witnesses.extend(
        (_people(_names(record.get("author") or record.get("creator"), said), language), "JSON-LD author")
        for record in said.records
    )
    witnesses.extend((_people(said.meta[key], language), f"meta {key}") for key in AUTHOR_META if said.meta.get(key))
    witnesses.extend((_people(names), "byline") for names in shown.bylines)
    for may_be_account in (False, True):
        for names, origin in witnesses:
            persons = tuple(name for name in names if not _is_outlet(name, outlets))
            if persons and (may_be_account or not all(map(_is_account, persons))):
                return persons, origin
    return next(((names, origin) for names, origin in witnesses if names), ((), ""))


def _is_account(name: str) -> bool:
    """Whether a name is rather that of an account: one word in small letters, such as "admin"."""
    return name.isascii() and name.islower() and " " not in name


def _names(value: object, said: Statements) -> list[str]:
    """Names in a value of JSON-LD: a string, an object with a name, a reference to one, or a list of these."""
    if isinstance(value, list):
        return [name for each in value[:20] for name in _names(each, said)]
    if isinstance(value, dict):
        if isinstance(value.get("@list"), list):
            return _names(value["@list"], said)
        if not value.get("name") and isinstance(value.get("@id"), str):
            value = said.identified.get(value["@id"], value)
        parts = [str(value[part]) for part in ("givenName", "familyName") if value.get(part)]
        name = value.get("name") or value.get("@value") or " ".join(parts)
        if isinstance(name, dict):
            return _names(name, said)
        return [str(each) for each in (name if isinstance(name, list) else [name]) if each]
    return [value] if isinstance(value, str) else []


def _people(written: Sequence[str], language: str = "und") -> tuple[str, ...]:
    """Single names from bylines such as "Von A. Name und B. Name", in order, each once."""
    found: list[str] = []
    for line in written:
        if not re.match(r"(?:https?:)?//|www\.|@", line.strip()):
            plain = MAIL_BEHIND.sub("", _plain(LINE_BREAK.sub(", ", line)))
            if WIDE.search(plain) and (wide := list(wide_names(plain, prefixes_of(language), language))):
                found.extend(wide)
                continue
            found.extend(_single_names(after_prefix(plain, prefixes_of(language)) or plain))
    return tuple(dict.fromkeys(found))


def _single_names(line: str) -> list[str]:
    """The names in a line; beside a full name a single word is a place or an office, unless it is an agency."""
    from generator.reading.heads.names import supplier_in

    bracketed = re.fullmatch(r"\S+@\S+ \((.+)\)", line)
    parts = [_name_proper(part.strip(" .,:-–—|")) for part in author_mark().split(bracketed[1] if bracketed else line)]
    names = [part for part in parts if part and len(part) <= 60 and not NO_NAME.search(part)]
    persons = [name for name in names if not is_office(name)]
    names = persons or names
    if any(" " in name for name in names):
        return [name for name in names if " " in name or supplier_in(f"({name})") or not name.isascii()]
    return names


def _name_proper(part: str) -> str:
    """A name without what follows it: a bracket, a dash and an office, words in small letters: "A. Name in London"."""
    name = BRACKET.sub("", DASH.split(part)[0]) or part
    heard = name.split()
    small = next((n for n, word in enumerate(heard) if word[0].islower() and word not in particles()), len(heard))
    named = [word for word in heard[:small] if not word[0].islower()]
    return " ".join(heard[:small]) if len(named) >= 2 else name


def _is_outlet(name: str, outlets: frozenset[str]) -> bool:
    """Whether a name is the outlet's: equal to it, begun by it, or holding its host ("The Outlet (www.outlet.com)")."""
    squeezed = squeeze(re.sub(r"\(.*?\)", "", name))
    if not squeezed or squeezed in outlets:
        return True
    begun = any(squeezed.startswith(outlet) for outlet in outlets if len(outlet) >= 6)
    first = squeeze(name.split(maxsplit=1)[0])
    return begun or first in outlets or ("." in name and any(len(o) >= 4 and o in squeeze(name) for o in outlets))


def _kind(said: Statements) -> tuple[ArticleKind | None, str]:
    """The kind by schema.org's type; an opinion section speaks louder than a plain ``NewsArticle``."""
    types = [kind.rsplit("/", 1)[-1] for record in said.records for kind in kinds(record)]
    named = next((kind for kind in KINDS if kind in types and kind != "NewsArticle"), None)
    if named:
        return KINDS[named], f"JSON-LD {named}"
    section = {part.casefold() for part in re.split(r"[\s/,|>-]+", _section(said)[0] or "")}
    path = {
        part.casefold() for part in re.split(r"[/_.-]+", urlsplit(_address(said, None)[0] or "").path.rsplit("/", 1)[0])
    }
    for kind, language_words in _kind_words().items():
        if language_words & section:
            return kind, "section"
        if language_words & path:
            return kind, "address"
    return (ArticleKind.NEWS, "JSON-LD NewsArticle") if "NewsArticle" in types else (None, "")


@cache
def _kind_words() -> Mapping[ArticleKind, frozenset[str]]:
    """The words of all languages that name a kind as a section: "opinie", "Meinung", "analyse"."""
    kinds_by_language = [mapping(language, "lines", "kinds") for language in available()]
    found: dict[ArticleKind, frozenset[str]] = {}
    for kind in (ArticleKind.OPINION, ArticleKind.ANALYSIS, ArticleKind.INTERVIEW, ArticleKind.SPONSORED):
        listed = [words for of_language in kinds_by_language if isinstance(words := of_language.get(kind), list)]
        found[kind] = frozenset(str(word).casefold() for words in listed for word in words)
    return found


def _section(said: Statements) -> tuple[str | None, str]:
    for record in said.records:
        value = record.get("articleSection")
        first = value[0] if isinstance(value, list) and value else value
        if isinstance(first, str) and fold(first):
            return _plain(first), "JSON-LD articleSection"
    for key in ("article:section", "section", "parsely-section"):
        for stated in said.meta.get(key, ()):
            return stated, f"meta {key}"
    return None, ""


def stated_language(said: Statements) -> tuple[str | None, str]:
    """The language that the page declares, as a primary tag."""
    stated = [(said.language, "html lang")]
    stated += [
        (value, "JSON-LD inLanguage") for record in said.records if isinstance(value := record.get("inLanguage"), str)
    ]
    stated += [
        (value, f"meta {key}")
        for key in ("og:locale", "content-language", "language")
        for value in said.meta.get(key, ())
    ]
    for value, origin in stated:
        if language := of_tag(value):
            return language, origin
    return None, ""
