"""The article in the state that a page carries for its scripts, where the page itself shows none.

Takes the state (``pages.state``) and the title that the page states; gives the article as a page of its own, built
from the paragraphs of the state, and as a record in the words of JSON-LD. Nothing is taken from an object whose title
is another one, so a teaser never stands for the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from generator.model import squeeze
from generator.reading.pages.state import states
from generator.reading.pages.statements import Record
from generator.reading.wide_letters import WIDE, letters

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Names of values that hold no words of the text: captions, addresses, kinds, what belongs to other articles.
NO_TEXT = re.compile(
    r"caption|credit|copyright|(?:^|_)alt|ur[il]s?$|href|src|slug|(?:^|_)ids?$|type|class|style|image|photo|picture|"
    r"video|gallery|embed|related|recommend|teaser|(?:^|_)ads?(?:$|_)|advert|newsletter|tracking|seo|meta|author|byline|"
    r"tags?$|topics?$|keyword|comment|promo|headline|(?:^|_)title|path|locale|lang|date|analytics|footer|menu|nav",
    re.IGNORECASE,
)
# Kinds of elements that are no text: "image", "RelatedLinks", "core/gallery", "oembed_response"
NO_TEXT_KIND = re.compile(
    r"image|photo|picture|video|audio|gallery|embed|iframe|advert|(?:^|\W)ad(?:$|\W)|related|link_?list|teaser|"
    r"newsletter|promo|interstitial|social|tweet|reference|raw_html|poll|quiz|divider",
    re.IGNORECASE,
)
KIND_NAMES = ("type", "_type", "__typename", "nodeType", "kind", "component", "__component", "blockType", "subtype")
# Names of values that are words of a line, however short they are.
TEXT_NAMES = frozenset({"text", "value", "html", "content", "children", "body", "paragraph"})
# Kinds of elements that are a line of their own, and those of them that are headings.
LINE_KIND = re.compile(r"para|^p$|text|block|head|^h[1-6]$|list.?item|^li$|quote|unstyled", re.IGNORECASE)
HEADING_KIND = re.compile(r"head|^h[1-6]$|subtitle|crosshead", re.IGNORECASE)
# Kinds that stand within a line: a node of them never begins one.
INLINE_KIND = re.compile(
    r"^(?:text|span|link|a|hyperlink|em|strong|bold|italic|b|i|mark|hardbreak|inline\w*)$", re.IGNORECASE
)
TITLES = ("headline", "title", "headlines", "name", "heading", "seoTitle", "hed")
LEADS = ("standfirst", "subheadline", "subheadlines", "subtitle", "lead", "lede", "dek", "deck", "intro", "perex")
AUTHORS = ("authors", "author", "byline", "bylines", "writers", "contributors", "creator", "credits", "_embedded")
NAMES = ("name", "fullName", "full_name", "displayName", "display_name", "byline", "text")
PUBLISHED = (
    *("datePublished", "publishedAt", "published_at", "publishDate", "publish_date", "publicationDate"),
    *("publication_date", "firstPublished", "first_publish_date", "publishedDate", "published", "display_date", "date"),
)
UPDATED = ("dateModified", "updatedAt", "updated_at", "modifiedDate", "lastModified", "last_updated_date", "modified")
MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
# A sentence or more; the share of an object's prose that one of its values holds if it is the text; see ``_body``.
PROSE_CHARS, MOST_OF_IT, NEARLY_ALL = 40, 0.5, 0.85
DEEPEST = 60
# A title that says something has at least as many letters, and is at least this share of the other.
TITLE_CHARS, TITLE_SHARE = 10, 0.4


@dataclass(frozen=True, slots=True)
class StateArticle:
    """The article of a page's state: the page that its paragraphs make, what it says of itself, letters of prose."""

    tree: HtmlElement
    record: Record
    prose_chars: int


def state_article(tree: HtmlElement, titles: frozenset[str], *, untitled: bool) -> StateArticle | None:
    """The fullest article in a page's state whose title is one of ``titles`` (squeezed).

    With ``untitled`` a text that no title belongs to is taken too, where none has the title.
    """
    from lxml import html

    documents = list(states(tree))
    objects = [each for document in documents for each in _objects(document) if _is_titled(each, titles)]
    best, prose = _fullest(objects)
    if prose < PROSE_CHARS and untitled:
        best, prose = _fullest(documents)
    if prose < PROSE_CHARS:
        return None
    record = _record(best) if isinstance(best, dict) else {}
    lead = next(filter(None, (_words(best.get(name)) for name in LEADS)), "") if isinstance(best, dict) else ""
    text = f"<p>{escape(lead)}</p>{''.join(_markup(_body(best, prose)))}"
    title = f"<h1>{escape(str(record['headline']))}</h1>" if record.get("headline") else ""
    page = html.document_fromstring(f"<html><body><article>{title}{text}</article></body></html>")
    return StateArticle(page, record, prose)


def _objects(document: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    """All objects of a document, inner before outer."""
    if depth > DEEPEST:
        return
    if isinstance(document, dict):
        for value in document.values():
            yield from _objects(value, depth + 1)
        yield document
    elif isinstance(document, list):
        for value in document:
            yield from _objects(value, depth + 1)


def _is_titled(each: Mapping[str, object], titles: frozenset[str]) -> bool:
    """Whether an object has the title of the page, perhaps with the outlet's name behind either."""
    for name in TITLES:
        own = squeeze(_words(each.get(name)))
        for title in titles if letters(own) >= TITLE_CHARS else ():
            one, other = sorted((own, title), key=len)
            if one in other and len(one) >= TITLE_SHARE * len(other):
                return True
    return False


def _words(value: object) -> str:
    """A short value as plain words: a string, or the first string in an object such as ``{"rendered": "…"}``."""
    if isinstance(value, dict):
        return next(filter(None, (_words(each) for each in value.values() if isinstance(each, str))), "")
    return " ".join(MARKUP.sub(" ", value).split()) if isinstance(value, str) else ""


def _prose(value: object, depth: int = 0) -> int:
    """The letters of sentences in a value, apart from what is named as something else than text."""
    if isinstance(value, str):
        return letters(value) if (len(value) >= PROSE_CHARS and " " in value.strip()) or _is_wide(value) else 0
    if depth > DEEPEST:
        return 0
    if isinstance(value, dict) and NO_TEXT_KIND.search(_kind(value)):
        return 0
    return sum(_prose(each, depth + 1) for each in _inner(value))


def _is_wide(text: str) -> bool:
    """Whether a string is a sentence in wide letters, which needs no spaces: "県は新しい…。"."""
    return len(text) >= PROSE_CHARS // 2 and len(WIDE.findall(text)) >= len(text) // 2


def _kind(value: Mapping[str, object]) -> str:
    return next((kind for name in KIND_NAMES if isinstance(kind := value.get(name), str) and kind), "")


def _fullest(values: Iterable[object]) -> tuple[object, int]:
    """The value with the most letters of prose, the first of equals, and how many; nothing and 0 for no values."""
    counted = [(_prose(value), value) for value in values]
    prose, best = max(counted, key=lambda one: one[0], default=(0, None))
    return best, prose


def _body(value: object, prose: int) -> object:
    """The innermost value that holds most of an article's prose: a list of paragraphs, or a string of markup."""
    while True:
        best, inner_prose = _fullest(_inner(value))
        share = MOST_OF_IT if isinstance(value, dict) else NEARLY_ALL
        if best is None or inner_prose < share * prose:
            return value
        value, prose = best, inner_prose


def _inner(value: object) -> list[object]:
    """The values inside a value that may hold text."""
    if isinstance(value, dict):
        return [each for name, each in value.items() if not NO_TEXT.search(name)]
    return value if isinstance(value, list) else []


def _markup(value: object, depth: int = 0) -> Iterator[str]:
    """A value of the text as paragraphs and headings of a page."""
    if isinstance(value, str):
        yield value if MARKUP.search(value) else "".join(f"<p>{escape(line)}</p>" for line in value.split("\n"))
    elif isinstance(value, list) and depth <= DEEPEST:
        for each in value:
            yield from _markup(each, depth + 1)
    elif isinstance(value, dict) and depth <= DEEPEST and not NO_TEXT_KIND.search(_kind(value)):
        if _is_line(value):
            tag = "h2" if HEADING_KIND.search(_kind(value)) else "p"
            words = "".join(_inline(value))
            yield words if MARKUP.match(words) else f"<{tag}>{words}</{tag}>"
        else:
            for each in _texts(value):
                yield from _markup(each, depth + 1)


def _is_line(value: Mapping[str, object]) -> bool:
    """Whether an object is one line of text: called so, or with words of its own, and none in it begins a line."""
    inner = [each for text in _texts(value) for each in _objects(text)]
    if any(_kind(each) and LINE_KIND.search(_kind(each)) and not INLINE_KIND.match(_kind(each)) for each in inner):
        return False
    return bool(LINE_KIND.search(_kind(value))) or not inner


def _texts(value: Mapping[str, object]) -> list[object]:
    """The values of an object that hold text, each wording once: many states have a text plain and with markup."""
    found: list[object] = []
    for name, each in value.items():
        if NO_TEXT.search(name) or not isinstance(each, str | list | dict) or not each:
            continue
        if isinstance(each, str) and name not in TEXT_NAMES and not _prose(each):
            continue
        said = squeeze(MARKUP.sub("", each)) if isinstance(each, str) else ""
        heard = [squeeze(MARKUP.sub("", other)) for other in found if isinstance(other, str)]
        if not said or said not in heard:
            found.append(each)
    return found


def _inline(value: object, depth: int = 0) -> Iterator[str]:
    """The words of a line, marked ones among them, in order."""
    if isinstance(value, str):
        yield value if MARKUP.search(value) else escape(value)
    elif isinstance(value, list) and depth <= DEEPEST:
        for each in value:
            yield from _inline(each, depth + 1)
    elif isinstance(value, dict) and depth <= DEEPEST and not NO_TEXT_KIND.search(_kind(value)):
        for name in ("text", "value", "html", "content", "children", *value):
            if name in value and (texts := _texts({name: value[name]})):
                yield from _inline(texts, depth + 1)
                return


def _record(article: Mapping[str, object]) -> Record:
    """What the object of the article says of it, as JSON-LD would."""
    stated: dict[str, object] = {"@type": "Article"}
    stated["headline"] = next(filter(None, (_words(article.get(name)) for name in TITLES)), "")
    for field, names in (("datePublished", PUBLISHED), ("dateModified", UPDATED)):
        value = next((article[name] for name in names if isinstance(article.get(name), str | int)), None)
        if value is not None:
            stated[field] = value
    authors = next(filter(None, (list(_people(article.get(name))) for name in AUTHORS)), [])
    if authors:
        stated["author"] = authors
    return stated


def _people(value: object, depth: int = 0) -> Iterator[str]:
    """Names in a value that is called after authors."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and depth < 6:
        for each in value[:12]:
            yield from _people(each, depth + 1)
    elif isinstance(value, dict) and depth < 6:
        named = next((value[name] for name in NAMES if isinstance(value.get(name), str) and value[name]), None)
        if named is not None:
            yield str(named)
            return
        for name in ("by", "node", "nodes", "edges", "author", "data", "attributes", "fields"):
            yield from _people(value.get(name), depth + 1)
