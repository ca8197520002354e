"""How much of an article an edition may show: the cap of the public edition on the share of a body that is quoted.

An editor's quotes are always shown (and reported where they pass the cap alone); everything else asks for room, the
weightiest first, and yields where there is none left.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Article, Edition, LineRole, Passage, Settings


class Showing:
    """Keeps account of the passages that an edition shows, article by article."""

    def __init__(self, articles: Iterable[Article], settings: Settings, edition: Edition) -> None:
        self._capped = edition is Edition.PUBLIC
        self._allowed = {article.id: _allowed_chars(article, settings) for article in articles}
        self._shown: dict[str, list[tuple[int, int]]] = {name: [] for name in self._allowed}

    def always(self, passages: Iterable[Passage]) -> None:
        """Show these passages whatever the cap says: an editor's quotes."""
        for passage in passages:
            self._shown[passage.article] = _with(self._shown[passage.article], passage)

    def has_room(self, passage: Passage) -> bool:
        """Show the passage if the cap leaves room for it, and say whether it is shown."""
        spans = _with(self._shown[passage.article], passage)
        if self._capped and _chars(spans) > max(self._allowed[passage.article], _chars(self._shown[passage.article])):
            return False
        self._shown[passage.article] = spans
        return True

    def over_cap(self) -> tuple[str, ...]:
        """Articles of which the editor's quotes alone show more than the cap allows."""
        if not self._capped:
            return ()
        return tuple(name for name, spans in self._shown.items() if _chars(spans) > self._allowed[name])


def _allowed_chars(article: Article, settings: Settings) -> int:
    body = sum(paragraph.end - paragraph.start for paragraph in article.paragraphs if paragraph.role is LineRole.BODY)
    return max(settings.quote_floor, int(settings.quote_share * body))


def _with(spans: list[tuple[int, int]], passage: Passage) -> list[tuple[int, int]]:
    """The spans with one more, in order, overlaps joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted([*spans, (passage.start, passage.end)]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _chars(spans: Iterable[tuple[int, int]]) -> int:
    return sum(end - start for start, end in spans)
