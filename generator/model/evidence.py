"""What the analysis finds in an article, and the ``Passage`` that everything is cited by.

Offsets are code points into ``Article.text``, end exclusive; dates are EDTF.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.words import stable_id


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article: a W3C text-position selector and text-quote selector in one.

    ``exact`` equals ``fold(article.text[start:end])``. ``occurrence`` counts, from 0, earlier appearances of the
    same folded words in the article's body. The id depends on article, words and occurrence alone, so no
    improvement of the cleaning moves a permalink.
    """

    article: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    occurrence: int = 0

    @property
    def id(self) -> str:
        """Stable address of the passage."""
        return stable_id("q", self.article, self.exact, str(self.occurrence))


@dataclass(frozen=True, slots=True)
class ThemeMatch:
    """A sentence that belongs to a theme, and why: the words that matched, or its surroundings (``context``)."""

    sentence: str
    theme: str
    terms: tuple[str, ...]
    context: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """A temporal expression of the body. ``value`` is EDTF; ``names_event`` is false for "KI-Strategie 2025–2028"."""

    start: int
    end: int
    text: str
    value: str
    names_event: bool = True


class Qualifier(StrEnum):
    """How exactly a number is meant, as the article says it."""

    EXACTLY = "exactly"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"


@dataclass(frozen=True, slots=True)
class FigureMention:
    """A number of the body. ``value`` is one number or (low, high); ``unit`` is ISO 4217, %, an SI symbol, or the
    thing counted as printed; absent when the number stands alone."""

    start: int
    end: int
    text: str
    value: float | tuple[float, float]
    unit: str | None
    qualifier: Qualifier = Qualifier.EXACTLY


class ActorKind(StrEnum):
    """What sort of actor a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A name in the body. ``actor`` is an id of the vocabulary, absent for a name that no vocabulary knows."""

    start: int
    end: int
    text: str
    name: str
    kind: ActorKind
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the analysis found in one article; everything points into its text."""

    article: str
    themes: tuple[ThemeMatch, ...] = ()
    dates: tuple[DateMention, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
