"""Outlets that articles of a folder name together, for those that nothing else gives one.

Takes the articles of a folder; gives them in the same order. A tab's line "The title of it | The Outlet" is believed
where other articles are known to be of the outlet, a line "© 2026 The Outlet" where several have it and none that has
it is of another. What an editor states, also that nobody knows it, stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model import Article, Line, LineRole, Provenance, fold
from generator.reading.heads.page_title import PARTING
from generator.reading.heads.rights import sole_rights_holder

FEWEST_ARTICLES, FEWEST_SIGNED = 2, 3
LONGEST_SIGNED_CHARS = 120
IN_OTHERS = Provenance.read("first line, as other articles name their outlet")
SIGNED = Provenance.read("sign of rights, as several articles have it")


def with_outlets_of_folder(articles: Sequence[Article]) -> list[Article]:
    """The articles, those without an outlet with the one that at least two others name, or three in the same way."""
    times = Counter(article.metadata.publisher for article in articles if article.metadata.publisher)
    known = {fold(name).casefold(): name for name, number in times.items() if number >= FEWEST_ARTICLES}
    found = [_with_outlet(article, known) if known else article for article in articles]
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
