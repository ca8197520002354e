"""What a page says of itself: JSON-LD, meta elements, the title element, its bylines.

Takes a parsed page; gives a ``Statements`` value that names each witness apart, so that ``pages.metadata`` can weigh
one against the other. Malformed JSON-LD (comments, raw line ends, CDATA marks) is read as far as it goes.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from html import unescape
from typing import TYPE_CHECKING

from generator.model import fold, squeeze
from generator.reading.pages.settings import Setting, setting_of
from generator.reading.wide_letters import WIDE

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Record = Mapping[str, object]
# "NewsArticle", "ReportageNewsArticle", "BlogPosting", "https://schema.org/Article": schema.org's kinds of articles
ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Review|Report)$")
# "WebPage", "ItemPage", and the shortest title by which one is known
PAGE_TYPE, TITLE_LETTERS = re.compile(r"(?:Web|Item|Article)Page$"), 12
# So many letters of a word tell that two titles speak of one thing, and so many in letters that need no spaces.
WORD_LETTERS, WIDE_LETTERS = 4, 2
# "Organization", "NewsMediaOrganization", "Corporation"
ORGANISATION_TYPE = re.compile(r"(?:Organi[sz]ation|Corporation)$")
# Marks around JSON in a script: "//<![CDATA[", "/* ]]> */", "<!--", "-->"
CDATA_MARKS = re.compile(
    r"^\s*(?://|/\*)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*/)?|(?://|/\*)?\s*(?:\]\]>|-->)\s*(?:\*/)?\s*;?\s*$"
)
# A comma before a closing bracket, which JSON forbids and page makers write: '{"a": 1,}'
TRAILING_COMMA = re.compile(r",(\s*[}\]])")
# A quotation mark that is not escaped, and how far around one it is looked for a mark of JSON
QUOTE, AROUND_QUOTE = re.compile(r'(?<!\\)"'), 20

# The address of a front page: "/", "https://outlet.example/", "/index.html"; and how long its name is at most
FRONT_PAGE, LONGEST_LINK = re.compile(r"(?:https?:)?(?://[^/?#]+)?/?(?:index\.\w+)?", re.IGNORECASE), 60
# The share of the page's title that a heading of lower level has which is the title of the article.
MOST_OF_TITLE = 0.5


@dataclass(frozen=True, slots=True)
class Statements:
    """The witnesses of a page: ``records`` are its articles in JSON-LD, fullest first, ``meta`` by lower-case name.

    ``fronts`` and ``sections`` are words of links to the front page and to elsewhere that the title element has too,
    squeezed. ``own_pages`` are the records of the page itself that bear the article's title.
    """

    records: tuple[Record, ...] = ()
    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    title: str | None = None
    canonical: str | None = None
    language: str | None = None
    headings: tuple[str, ...] = ()
    identified: Mapping[str, Record] = field(default_factory=dict)
    fronts: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    own_pages: tuple[Record, ...] = ()

    def names_in(self, value: object) -> list[str]:
        """Names in a value of JSON-LD: a string, an object with a name, a reference to one, or a list of these."""
        if isinstance(value, list):
            return [name for each in value[:20] for name in self.names_in(each)]
        if isinstance(value, dict):
            if isinstance(value.get("@list"), list):
                return self.names_in(value["@list"])
            if not value.get("name") and isinstance(value.get("@id"), str):
                value = self.identified.get(value["@id"], value)
            parts = [str(value[part]) for part in ("givenName", "familyName") if value.get(part)]
            name = value.get("name") or value.get("@value") or " ".join(parts)
            if isinstance(name, dict):
                return self.names_in(name)
            return [str(each) for each in (name if isinstance(name, list) else [name]) if each]
        return [value] if isinstance(value, str) else []

    def organisations_in(self, value: object) -> frozenset[str]:
        """The names in a value of JSON-LD that belong to objects of the type of an organisation."""
        if isinstance(value, list):
            return frozenset(name for each in value[:20] for name in self.organisations_in(each))
        if not isinstance(value, dict):
            return frozenset()
        identified = self.identified.get(str(value.get("@id")), value)
        types = (*kinds(value), *kinds(identified))
        return frozenset(self.names_in(value) if any(map(ORGANISATION_TYPE.search, types)) else ())


def statements(tree: HtmlElement) -> Statements:
    """Everything that the head of a page and its JSON-LD say of the article."""
    documents = [document for script in tree.iter("script") for document in _json(script)]
    objects = [each for document in documents for each in _objects(document)]
    identified: dict[str, Record] = {}
    for each in objects:
        name = each.get("@id")
        if isinstance(name, str) and len(each) > len(identified.get(name, ())):
            identified[name] = each
    title = tree.find(".//title")
    fronts, sections = _links(tree, title)
    found = Statements(
        meta=_meta(tree),
        title=fold(title.text_content()) or None if title is not None else None,
        canonical=_canonical(tree),
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang"),
        headings=_headings(tree, title),
        identified=identified,
        fronts=fronts,
        sections=sections,
    )
    pages = tuple(each for each in objects if any(map(PAGE_TYPE.search, kinds(each))) and _is_own_page(each, found))
    listed = {id(each) for record in objects for each in _objects(record.get("itemListElement"))}
    articles = [each for each in objects if _is_article(each)]
    return replace(found, records=_records(articles, found, listed), own_pages=pages)


def _links(tree: HtmlElement, title: HtmlElement | None) -> tuple[frozenset[str], frozenset[str]]:
    """The words, squeezed, of links to the front page and of all others, as far as the title element has them."""
    titled = squeeze(title.text_content()) if title is not None else ""
    fronts: set[str] = set()
    sections: set[str] = set()
    for link in tree.iter("a"):
        said = squeeze(link.text_content()[:LONGEST_LINK])
        if said and said in titled:
            (fronts if FRONT_PAGE.fullmatch(link.get("href") or "") else sections).add(said)
    return frozenset(fronts), frozenset(sections - fronts)


def _headings(tree: HtmlElement, title: HtmlElement | None) -> tuple[str, ...]:
    """Headings of the first level; where none is in the page's title, a lower one that is most of it as well."""
    first = tuple(filter(None, map(_heading_words, tree.iter("h1"))))
    whole = _letters(title.text_content()) if title is not None else ""
    if not whole or any(_is_most(_letters(heading), whole) for heading in first):
        return first
    lower = (fold(heading.text_content()) for heading in tree.iter("h2", "h3"))
    return (*first, *itertools.islice((each for each in lower if _is_most(_letters(each), whole)), 1))


def _heading_words(heading: HtmlElement) -> str:
    """The words of a heading without the section that an element in it is made for, where words are left."""
    whole = fold(heading.text_content())
    kickers = [fold(part.text_content()) for part in heading if isinstance(part.tag, str)
               and Setting.KICKER in setting_of(part, part.tag)]  # fmt: skip
    rest = whole.removeprefix(kickers[0]).strip(" :|") if kickers else ""
    return rest or whole


def _is_most(part: str, whole: str) -> bool:
    return len(part) >= MOST_OF_TITLE * len(whole) and part in whole


def _is_own_page(record: Record, said: Statements) -> bool:
    """Whether the name of a page's record is the title of the page, with or without the outlet behind it."""
    name = _letters(str(record.get("headline") or record.get("name") or ""))
    titles = [_letters(each) for each in (said.title or "", *said.headings[:1], *said.meta.get("og:title", ()))]
    return any(
        len(title) >= TITLE_LETTERS
        and (name.startswith(title) or (len(name) >= TITLE_LETTERS and title.startswith(name)))
        for title in titles
    )


def _records(articles: Sequence[Record], said: Statements, listed: Set[int]) -> tuple[Record, ...]:
    """The records of the page's own article, the fullest first: others are teasers and updates that it lists.

    Its own are those whose headline the page's title or a heading has, or whose address is the page's; where none is,
    all that are not in a list (``listed`` by identity) and share a word with a title.
    """
    titles = [_letters(each) for each in (said.title or "", *said.headings, *said.meta.get("og:title", ()))]
    own = [
        each
        for each in articles
        if any(_headline(each) in title for title in titles if title)
        or (said.canonical is not None and said.canonical in (each.get("url"), each.get("mainEntityOfPage")))
    ]
    alike = [each for each in articles if id(each) not in listed and _is_alike(each, said)]
    return tuple(sorted(_of_one_article(own, said) or alike, key=_fullness, reverse=True))


def _is_alike(record: Record, said: Statements) -> bool:
    """Whether the headline of a record shares the beginning of a word with a title of the page, where both have one."""
    stated = (said.title or "", *said.headings, *said.meta.get("og:title", ()))
    titles, headline = (
        _beginnings(" ".join(stated)),
        _beginnings(str(record.get("headline") or record.get("name") or "")),
    )
    return not titles or not headline or not titles.isdisjoint(headline)


def _beginnings(title: str) -> frozenset[str]:
    """The first letters of the long words of a title; every two letters where they need no spaces."""
    wide = {title[n : n + WIDE_LETTERS] for n in range(len(title)) if WIDE.match(title, n)}
    return frozenset({word[:WORD_LETTERS] for word in re.findall(r"\w{4,}", unescape(title).casefold())} | wide)


def _of_one_article(own: Sequence[Record], said: Statements) -> list[Record]:
    """The records without those of another day whose headline only a later heading has: articles loaded below."""
    stated = [_letters(each) for each in (said.title or "", *said.meta.get("og:title", ()), *said.headings[:1])]
    first = [each for each in own if any(_headline(each) in title for title in stated if title)]
    days = {str(each.get("datePublished"))[:10] for each in first if each.get("datePublished")}
    return [each for each in own if each in first or not days or str(each.get("datePublished"))[:10] in days]


def _headline(record: Record) -> str:
    return _letters(str(record.get("headline") or record.get("name")))[:60]


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", unescape(words)).casefold()


def _json(script: HtmlElement) -> Iterator[object]:
    """The JSON of a script element, repaired where page makers commonly break it."""
    if "ld+json" not in (script.get("type") or "").lower():
        return
    written = CDATA_MARKS.sub("", (script.text or "").strip())
    mended = CDATA_MARKS.sub("", TRAILING_COMMA.sub(r"\1", written))
    for attempt in (written, mended, _with_quotes_escaped(mended)):
        try:
            yield json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return


def _with_quotes_escaped(written: str) -> str:
    """JSON with those quotation marks escaped that stand inside a value: no mark of JSON is before or behind them."""

    def escaped(quote: re.Match[str]) -> str:
        before = written[max(0, quote.start() - AROUND_QUOTE) : quote.start()].rstrip()[-1:]
        behind = written[quote.end() : quote.end() + AROUND_QUOTE].lstrip()[:1]
        return '"' if before in "{[,:" or behind in "}],:" else '\\"'

    return QUOTE.sub(escaped, written)


def _objects(document: object) -> Iterator[Record]:
    """All objects of a JSON document, outer before inner, at most a few thousand."""
    waiting = [document]
    seen = 0
    while waiting and seen < 5_000:
        here = waiting.pop(0)
        seen += 1
        if isinstance(here, dict):
            yield here
            waiting.extend(value for value in here.values() if isinstance(value, dict | list))
        elif isinstance(here, list):
            waiting.extend(here)


def _is_article(record: Record) -> bool:
    return any(ARTICLE_TYPE.search(kind) for kind in kinds(record)) and bool(
        record.get("headline") or record.get("name") or record.get("articleBody")
    )


def kinds(record: Record) -> tuple[str, ...]:
    """The types of a JSON-LD object."""
    value = record.get("@type")
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),) if value else ()


def _fullness(record: Record) -> int:
    return sum(bool(record.get(name)) for name in ("headline", "datePublished", "author", "articleBody", "publisher"))


def _meta(tree: HtmlElement) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = fold(element.get("content") or "")
        if name and content:
            found.setdefault(name.lower(), []).append(content)
    return {name: tuple(dict.fromkeys(values)) for name, values in found.items()}


def _canonical(tree: HtmlElement) -> str | None:
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split():
            return (element.get("href") or "").strip() or None
    return None
