"""Outlets that some articles of a folder name, for those whose first line ends with one of them and names no other.

Takes the articles of a folder; gives them in the same order. A tab's line "The title of it | The Outlet" is believed
where other articles are known to be of the outlet; what an editor states, also that nobody knows it, stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.model import Article, Provenance, fold
from generator.reading.heads.page_title import PARTING

FEWEST_ARTICLES = 2
IN_OTHERS = Provenance.read("first line, as other articles name their outlet")


def with_outlets_of_folder(articles: Sequence[Article]) -> list[Article]:
    """The articles, those without an outlet with the one that their first line and at least two others name."""
    times = Counter(article.metadata.publisher for article in articles if article.metadata.publisher)
    known = {fold(name).casefold(): name for name, number in times.items() if number >= FEWEST_ARTICLES}
    return [_with_outlet(article, known) if known else article for article in articles]


def _with_outlet(article: Article, known: dict[str, str]) -> Article:
    metadata = article.metadata
    if metadata.publisher or "publisher" in metadata.origins or not article.lines:
        return article
    pieces = PARTING.split(fold(article.lines[0].text))[1:]
    name = next((known[piece.casefold()] for piece in reversed(pieces) if piece.casefold() in known), None)
    if name is None:
        return article
    return replace(
        article, metadata=replace(metadata, publisher=name, origins={**metadata.origins, "publisher": IN_OTHERS})
    )
