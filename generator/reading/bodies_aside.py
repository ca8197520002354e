"""Articles of a large folder without their bodies in memory: text and paragraphs lie in a file.

Takes articles one after the other, gives articles that are the same to whoever asks them anything. What is asked of
very many articles at once (their names, dates, outlets and languages) stays in memory; the bodies asked for last do so
too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import lru_cache

from generator.model import Article, Metadata, Paragraph
from generator.on_demand import HELD_OF_MORE
from generator.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Body:
    """What lies in the file: the fields of an article that take most room."""

    text: str
    paragraphs: tuple[Paragraph, ...]


FIELDS = tuple(each.name for each in fields(Article))
ASIDE = tuple(each.name for each in fields(Body))
IN_MEMORY = tuple(name for name in FIELDS if name not in ASIDE)


class BodiesAside:
    """A file for the bodies of articles; it goes when the last of them has gone."""

    def __init__(self) -> None:
        self._shelf = Shelf(Body)
        self._body_at = lru_cache(maxsize=HELD_OF_MORE)(self._shelf.get)

    def of(self, article: Article) -> Article:
        """The same article, its body in the file; one that cannot be written stays as it is."""
        place = self._shelf.put(Body(article.text, article.paragraphs))
        return article if place is None else _ArticleAside(article, self._body_at, place)


class _ArticleAside(Article):
    """An article that reads its text and its paragraphs when it is asked for them.

    It stands for another article, so that it has no fields to be made of: ``dataclasses.replace`` refuses it.
    """

    __slots__ = ("_body_at", "_place")
    _body_at: Callable[[int], Body]
    _place: int

    def __init__(self, article: Article, body_at: Callable[[int], Body], place: int) -> None:
        """The same as ``article``, whose body is what ``body_at`` gives for the place."""
        for name in IN_MEMORY:
            object.__setattr__(self, name, getattr(article, name))
        object.__setattr__(self, "_body_at", body_at)
        object.__setattr__(self, "_place", place)

    @property
    def text(self) -> str:
        """The rendition that every offset refers to."""
        return self._body_at(self._place).text

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs and sub-headings in order."""
        return self._body_at(self._place).paragraphs

    def with_metadata(self, metadata: Metadata) -> Article:
        """The same article with other metadata; its body stays where it is."""
        other = _ArticleAside(self, self._body_at, self._place)
        object.__setattr__(other, "metadata", metadata)
        return other

    def __reduce__(self) -> tuple[type[Article], tuple[object, ...]]:
        """What goes to a worker is an ``Article`` that holds its body: the file is open in this process alone."""
        return Article, tuple(getattr(self, name) for name in FIELDS)
