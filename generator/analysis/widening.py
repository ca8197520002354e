"""An editor's keywords carried into the other languages of the articles.

Takes themes and articles; gives the themes with terms added in the articles' languages, and the doubtful ones apart
for an editor's review.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Article, Theme


@dataclass(frozen=True, slots=True)
class DoubtfulTerm:
    """A word that may belong to a theme: an editor accepts or refuses it, having read a sentence that holds it.

    ``sentence`` is ``<article id>/<sentence id>`` of an example.
    """

    theme: str
    term: str
    language: str
    similarity: float
    sentence: str


@dataclass(frozen=True, slots=True)
class WidenedThemes:
    """Themes with the accepted terms, those left for review, and a sentence on what could not be done (or none)."""

    themes: tuple[Theme, ...]
    doubtful: tuple[DoubtfulTerm, ...] = ()
    note: str | None = None


def widen(themes: Sequence[Theme], articles: Iterable[Article]) -> WidenedThemes:
    """The themes with the words of the articles that mean what their keywords mean."""
    return WidenedThemes(tuple(themes))
