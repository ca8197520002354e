"""What an editor gives in ``sources/``, read and validated by ``project``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.errors import Place
from generator.model.article import ArticleStatus, Metadata
from generator.model.evidence import ActorKind


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme as an editor defines it. ``terms`` and ``exclude`` are by language; ``titles`` too.

    ``articles`` are the ids of those that it is about, where no editor defined it: a story that they tell.
    """

    id: str
    titles: Mapping[str, str]
    description: Mapping[str, str] = field(default_factory=dict)
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exclude: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    articles: tuple[str, ...] = ()

    def title(self, language: str) -> str:
        """The title in ``language``, else in English, else in any language, else the id."""
        return self.titles.get(self.title_language(language) or "", self.id)

    def title_language(self, language: str) -> str | None:
        """The language that ``title`` is in; nothing where it is the id, which is in none."""
        return next((code for code in (language, "en", *self.titles) if self.titles.get(code)), None)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation or place with its spellings by language."""

    id: str
    name: str
    kind: ActorKind
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    description: str | None = None

    def spellings(self) -> Iterator[str]:
        """The name and every alias, in declared order, each once."""
        yield from dict.fromkeys([self.name, *(a for names in self.aliases.values() for a in names)])


@dataclass(frozen=True, slots=True)
class Publisher:
    """An outlet: only what can be known, with its ground. ``hosts`` are host names of its addresses."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    country: str | None = None
    about: str | None = None
    ground: str | None = None


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What an editor states of an article in ``<id>.yml``; a field that is stated always wins, null too.

    ``stated`` names the fields that the file contains: a field stated as null is known to be unknown.
    ``confirmed`` holds words of doubtful lines that the editor confirmed as body, and whole lines that were left out.
    ``retrieved_from`` is the address that was asked for, where the article's own is another.
    """

    place: Place
    id: str | None = None
    retrieved_from: str | None = None
    metadata: Metadata = field(default_factory=Metadata)
    stated: frozenset[str] = frozenset()
    confirmed: tuple[str, ...] = ()
    status: ArticleStatus = ArticleStatus.CURRENT


@dataclass(frozen=True, slots=True)
class EditorQuote:
    """A quote that an editor typed: words, and a prefix where the words stand more than once."""

    place: Place
    article: str
    exact: str
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class EditorStatement:
    """A sentence of the editor's that rests on quotes. ``id`` is short and kept for life."""

    place: Place
    id: str
    text: str
    quotes: tuple[EditorQuote, ...]
    attribution: str | None = None
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class EditorDisagreement:
    """A question that sources answer differently, each side with its quotes."""

    place: Place
    id: str
    question: str
    sides: tuple[EditorStatement, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """What was searched for and not found: the question, and the searches that found nothing."""

    text: str
    searched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EditorBriefing:
    """``sources/briefings/<theme>.yml``: an editor's layer over one theme.

    ``leave_out`` are ids of what was found without an editor and is shown nowhere: extracts, events, disagreements.
    """

    place: Place
    theme: str
    language: str
    bottom_line: EditorStatement | None = None
    statements: tuple[EditorStatement, ...] = ()
    disagreements: tuple[EditorDisagreement, ...] = ()
    gaps: tuple[Gap, ...] = ()
    note: str | None = None
    drafted_by: str | None = None
    reviewed_by: str | None = None
    leave_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Translation:
    """A translation of words of an article, from ``sources/translations/<language>.po``.

    ``by`` names its maker; a fuzzy entry of the catalogue is a machine's and is labelled so (``machine``).
    """

    text: str
    language: str
    by: str | None
    reviewed: bool = False
    machine: bool = False


class Edition(StrEnum):
    """Who a build is for: everybody, or those who may read whole articles."""

    PUBLIC = "public"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Release:
    """A dated state of the dossier, stated by the editor: never read from the clock."""

    number: str
    date: str


@dataclass(frozen=True, slots=True)
class Settings:
    """``sources/dossier.yml``. ``quote_share`` caps the share of an article's body that a public edition shows.

    ``site_url`` is the address of the site's root, with the slash at its end.
    """

    title: str
    name: str
    language: str = "en"
    description: str | None = None
    themes: tuple[str, ...] = ()
    edition: Edition = Edition.PUBLIC
    quote_share: float = 0.35
    quote_floor: int = 600
    release: Release | None = None
    contact: str | None = None
    site_url: str | None = None
    extracts_per_theme: int = 8


class Decision(StrEnum):
    """What an editor says of a word that may belong to a theme."""

    ACCEPT = "accept"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class ReviewedTerm:
    """An entry of ``sources/vocabulary/review.yml``; ``decision`` is absent until the editor has made one."""

    theme: str
    term: str
    language: str
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything that the analysis knows beforehand, apart from its language files.

    ``reviewed`` is what the editor decided of doubtful words; once themes are widened it is empty.
    """

    themes: tuple[Theme, ...] = ()
    actors: tuple[Actor, ...] = ()
    publishers: tuple[Publisher, ...] = ()
    reviewed: tuple[ReviewedTerm, ...] = ()
