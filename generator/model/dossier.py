"""What an edition shows: a ``Statement`` with its citations, a ``Briefing`` for each theme, the ``Dossier``.

Dates are EDTF; absent means not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.errors import Place
from generator.model.article import Article
from generator.model.editorial import Edition, Gap, Publisher, Settings, Theme, Translation
from generator.model.evidence import ActorKind, Passage, Qualifier


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage that carries a statement, with a translation into the dossier's language where there is one."""

    passage: Passage
    translation: Translation | None = None


class Origin(StrEnum):
    """Who wrote a sentence of the page: the article itself, or an editor."""

    EXTRACT = "extract"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence on a page and the passages it rests on; there is no statement without a passage.

    ``corroborated_by`` counts further independent sources (0: one source). ``related`` holds ids of statements that
    look alike without meeting the strict rule. ``theme_words`` are the words by which an extract belongs to a theme,
    each as (theme id, word): none where its surroundings carry it. ``superseded``: a later report gives a later count,
    so that the statement is ``disputed`` too.
    """

    id: str
    text: str
    language: str
    origin: Origin
    citations: tuple[Citation, ...]
    themes: tuple[str, ...] = ()
    attribution: str | None = None
    disputed: bool = False
    drafted_by: str | None = None
    reviewed_by: str | None = None
    corroborated_by: int = 0
    related: tuple[str, ...] = ()
    theme_words: tuple[tuple[str, str], ...] = ()
    superseded: bool = False

    def __post_init__(self) -> None:
        if not self.citations:
            raise ValueError(f"statement {self.id} has no citation")


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the timeline: an EDTF date, the expression that gave it, the sentence, its passages.

    ``other_ids`` are those that it would have without some of its reports: links and notes to them stay true.
    ``superseded`` says that a later report replaces a number of it.
    """

    id: str
    date: str
    expression: str
    text: str
    language: str
    citations: tuple[Citation, ...]
    themes: tuple[str, ...] = ()
    other_ids: tuple[str, ...] = ()
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that an article states, normalised, with the sentence in which it stands. ``attribution`` is who
    says so, where the article does not say it in its own voice."""

    id: str
    value: float | tuple[float, float]
    unit: str | None
    qualifier: Qualifier
    text: str
    language: str
    citations: tuple[Citation, ...]
    expression: str = ""
    themes: tuple[str, ...] = ()
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class CitedActor:
    """An actor with the passages that name it.

    ``kind_is_told`` is false for an organisation that is one only because nothing else was found: pages then say
    nothing of its kind.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: Mapping[str, tuple[str, ...]]
    citations: tuple[Citation, ...]
    themes: tuple[str, ...] = ()
    role: str | None = None
    kind_is_told: bool = True


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to the question of a disagreement."""

    text: str
    citations: tuple[Citation, ...]
    language: str = "und"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Where sources contradict each other: the question and each side with its passages, never averaged.

    ``is_development`` says that each side replaces the one before: later reports of a toll that rose. The question is
    then a statement. ``other_ids`` are those that it would have without some of its reports, as for an ``Event``.
    """

    id: str
    question: str
    sides: tuple[Side, ...]
    themes: tuple[str, ...] = ()
    origin: Origin = Origin.EDITOR
    is_development: bool = False
    other_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Briefing:
    """One theme page. ``statements`` are the chosen ones in reading order; ``statements_total`` how many there are.

    ``ahead`` is what is planned, the nearest first.
    """

    theme: Theme
    bottom_line: Statement | None
    statements: tuple[Statement, ...]
    statements_total: int
    timeline: tuple[Event, ...]
    disagreements: tuple[Disagreement, ...]
    gaps: tuple[Gap, ...]
    articles: tuple[str, ...]
    actors: tuple[CitedActor, ...] = ()
    figures: tuple[Figure, ...] = ()
    note: str | None = None
    language: str = "en"
    drafted_by: str | None = None
    reviewed_by: str | None = None
    ahead: tuple[Event, ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether there is anything on it: an editor's words, or a sentence of an article."""
        written = self.bottom_line or self.note or self.gaps
        return bool(written or self.articles or self.statements or self.timeline or self.disagreements)


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure of an evaluation: on what, what it says, its value, the cases behind it.

    ``set_aside`` says that nobody looked at the material while the program was written.
    """

    material: str
    figure: str
    value: float
    cases: int
    set_aside: bool = False


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The last evaluation: the date that its maker states (EDTF), and the figures in order."""

    date: str
    figures: tuple[Measured, ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file of ``sources/articles`` that gave no article, and why."""

    place: Place
    reason: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that an edition may show. Pages and exports are made from this value and nothing else.

    ``duplicates`` maps an article's id to the id of the article it copies. ``skipped`` are the files that gave no
    article, with the reason. ``as_of`` is the newest publication date known (EDTF), never the clock. ``ahead`` are
    plans for later than ``ahead_of``, the newest publication date or that of the release, whichever is later.
    """

    settings: Settings
    edition: Edition
    articles: tuple[Article, ...]
    publishers: tuple[Publisher, ...]
    briefings: tuple[Briefing, ...]
    statements: tuple[Statement, ...]
    timeline: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    actors: tuple[CitedActor, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    duplicates: Mapping[str, str] = field(default_factory=dict)
    skipped: tuple[Skipped, ...] = ()
    as_of: str | None = None
    evaluation: Evaluation | None = None
    ahead: tuple[Event, ...] = ()
    ahead_of: str | None = None
