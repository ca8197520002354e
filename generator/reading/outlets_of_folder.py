"""Outlets that articles of a folder name together, for those that nothing else gives one.

Takes the articles of a folder; gives them in the same order. A tab's line "The title of it | The Outlet" is believed
where other articles are known to be of the outlet, a line "© 2026 The Outlet" where several have it and none that has
it is of another. A line of its own in the head names the outlet where another article is known to be of it, or where
the foot or the dateline of the same article names it again. What an editor states, also that nobody knows it, stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model import Article, ArticleKind, Line, LineRole, Provenance, fold
from generator.reading.heads.datelines import dateline_end
from generator.reading.heads.menus import section_names
from generator.reading.heads.names import kind_in
from generator.reading.heads.page_title import PARTING
from generator.reading.heads.rights import sole_rights_holder

FEWEST_ARTICLES, FEWEST_SIGNED = 2, 3
LAST_OF_HEAD, DATELINE_CHARS = 8, 90
LONGEST_OUTLET_CHARS, MOST_WORDS_OF_AN_OUTLET = 40, 5
LONGEST_SIGNED_CHARS = 120
IN_OTHERS = Provenance.read("first line, as other articles name their outlet")
IN_HEAD = Provenance.read("line of the head, as another article names its outlet")
SAID_AGAIN = Provenance.read("line of the head, said again at the foot or in the dateline")
SIGNED = Provenance.read("sign of rights, as several articles have it")


def with_outlets_of_folder(articles: Sequence[Article]) -> list[Article]:
    """The articles, those without an outlet with the one that at least two others name, or three in the same way."""
    times = Counter(article.metadata.publisher for article in articles if article.metadata.publisher)
    known = {fold(name).casefold(): name for name, number in times.items() if number >= FEWEST_ARTICLES}
    in_tabs = [_with_outlet(article, known) if known else article for article in articles]
    heads = {fold(name).casefold(): name for name in times}
    found = [_with_outlet_in_head(article, heads) for article in in_tabs]
    holders = [_holder(article) for article in found]
    signed = _of_one_house(found, holders)
    return [
        _named(article, holder, SIGNED) if holder in signed and _is_unnamed(article) else article
        for article, holder in zip(found, holders, strict=True)
    ]


def _is_unnamed(article: Article) -> bool:
    return not article.metadata.publisher and "publisher" not in article.metadata.origins


def _with_outlet(article: Article, known: Mapping[str, str]) -> Article:
    if not _is_unnamed(article) or not article.lines:
        return article
    pieces = PARTING.split(fold(article.lines[0].text))[1:]
    name = next((known[piece.casefold()] for piece in reversed(pieces) if piece.casefold() in known), None)
    return article if name is None else _named(article, name, IN_OTHERS)


def _with_outlet_in_head(article: Article, known: Mapping[str, str]) -> Article:
    """The article with the outlet that a line of its head is, if other articles or its own foot know it.

    Bodies, which may lie in a file, are looked at only where a line could be an outlet.
    """
    if not _is_unnamed(article) or article.metadata.kind is ArticleKind.PRESS_RELEASE:
        return article
    head = [line for line in article.lines if line.number <= LAST_OF_HEAD and line.role is not LineRole.TITLE]
    likely = [text for text in (fold(line.text) for line in head) if _may_be_outlet(text, article)]
    if not likely:
        return article
    below = [line for line in article.lines if line.number > LAST_OF_HEAD and len(line.text) <= LONGEST_SIGNED_CHARS]
    said = [fold(line.text) for line in below]
    own = next((text for text in likely if any(text in one for one in said)), None) or _in_dateline(likely, article)
    if own is not None:
        return _named(article, own, SAID_AGAIN)
    borne = next((known[text.casefold()] for text in likely if text.casefold() in known), None)
    return article if borne is None else _named(article, borne, IN_HEAD)


def _in_dateline(names: Sequence[str], article: Article) -> str | None:
    opened = article.text[article.paragraphs[0].start :][:DATELINE_CHARS] if article.paragraphs else ""
    dateline = opened[: dateline_end(opened)]
    return next((name for name in names if name in dateline), None)


def _may_be_outlet(text: str, article: Article) -> bool:
    """Whether words could be a name: several or one with a hyphen, none the title's, an author's or a section's."""
    several = 1 <= len(re.findall(r"[\s-]", text)) < MOST_WORDS_OF_AN_OUTLET
    if not several or len(text) > LONGEST_OUTLET_CHARS or not text[:1].isalpha() or text[:1].islower():
        return False
    language = article.metadata.language
    sections = all(word.casefold() in section_names(language) for word in text.split())
    others = (article.metadata.title, article.metadata.supplier, *article.metadata.authors)
    return not sections and text not in others and kind_in(text, language) is None


def _named(article: Article, name: str | None, origin: Provenance) -> Article:
    origins = {**article.metadata.origins, "publisher": origin}
    return article.with_metadata(replace(article.metadata, publisher=name, origins=origins))


def _holder(article: Article) -> str | None:
    """Who holds the rights by the last line that says so; its authors and its supplier are no outlet."""
    lines = (line.text for line in reversed(article.lines) if _may_sign(line))
    name = next((signed[0] for text in lines if (signed := sole_rights_holder(text)) is not None), None)
    return None if name in (*article.metadata.authors, article.metadata.supplier) else name


def _may_sign(line: Line) -> bool:
    return line.role is not LineRole.BODY and not line.kept and len(line.text) <= LONGEST_SIGNED_CHARS


def _of_one_house(articles: Sequence[Article], holders: Sequence[str | None]) -> frozenset[str | None]:
    """Holders of the rights in several articles that have no outlet, of whose articles none has another."""
    unnamed = Counter(holder for article, holder in zip(articles, holders, strict=True) if _is_unnamed(article))
    elsewhere = {
        holder
        for article, holder in zip(articles, holders, strict=True)
        if article.metadata.publisher and article.metadata.publisher != holder
    }
    return frozenset(h for h, number in unnamed.items() if h and number >= FEWEST_SIGNED and h not in elsewhere)
