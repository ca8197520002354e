"""Every value that passes between the stages, in the order in which it appears.

``Source`` → ``Article`` → ``Evidence`` → ``Statement`` → ``Briefing`` → ``Dossier``. All are frozen: a stage takes
values and returns new ones. Offsets are code points into ``Article.text``, end exclusive. Dates are EDTF strings
(ISO 8601-2): ``2023-10`` is a month, ``199X`` a decade, ``2016/2020`` an interval; absent means not known.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.errors import Place


def fold(text: str) -> str:
    """NFC with every run of white space made one space and none at the ends: how all quotes are compared."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def squeeze(text: str) -> str:
    """Letters and digits alone, case folded: how titles and names are compared, however a page sets them."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text)).casefold()


# What a reader does not see: soft hyphens and characters of no width
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def seen(text: str) -> str:
    """The text as it is seen: "Waffen\\u00adlieferungen" without its soft hyphen."""
    return text.translate(UNSEEN)


def stable_id(prefix: str, *parts: str) -> str:
    """``prefix-`` and twelve hexadecimal digits that depend on the parts alone (BLAKE2b, RFC 7693)."""
    digest = hashlib.blake2b("\x1f".join(parts).encode(), digest_size=6)
    return f"{prefix}-{digest.hexdigest()}"


# ---------------------------------------------------------------------------------------------------------------
# Reading


@dataclass(frozen=True, slots=True)
class Source:
    """A file as received. ``path`` is POSIX, below ``sources/articles``; ``sha256`` is of the bytes."""

    path: str
    content: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        """SHA-256 of the bytes, hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


class ArticleKind(StrEnum):
    """What sort of text an article is; absent where nobody knows."""

    NEWS = "news"
    OPINION = "opinion"
    ANALYSIS = "analysis"
    INTERVIEW = "interview"
    PRESS_RELEASE = "press-release"
    PARTNER = "partner"
    SPONSORED = "sponsored"


class LineRole(StrEnum):
    """What a line of the source is for. Only ``BODY`` is ever evidence."""

    TITLE = "title"
    KICKER = "kicker"
    SUBHEAD = "subhead"
    BODY = "body"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    CREDIT = "credit"
    ADVERT = "advert"
    APPEAL = "appeal"
    NAVIGATION = "navigation"
    REPEAT = "repeat"
    TAGS = "tags"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Line:
    """One line (or block) of the input: its role, whether it was kept, and why.

    ``number`` counts from 0. ``doubtful`` lines are kept for the reader and never quoted before an editor confirms.
    ``kept`` is true for title, kicker, subhead and body, false for the rest.
    """

    number: int
    role: LineRole
    kept: bool
    reason: str
    text: str
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body; ``id`` is ``p3-s2``: second sentence of the third paragraph."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body (``p1``…), or a sub-heading, which has no sentences and is never evidence."""

    id: str
    start: int
    end: int
    role: LineRole
    sentences: tuple[Sentence, ...] = ()
    doubtful: bool = False
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article; ``None`` and ``()`` mean not known.

    ``origins`` says where each known field was read, e.g. ``{"title": "line 2", "publisher": "sidecar"}``.
    ``publisher`` is an outlet's name as shown; ``language`` a BCP 47 primary tag (``und`` when unknown).
    ``contradictions`` has one sentence for each two witnesses that say different things.
    """

    title: str | None = None
    subtitle: str | None = None
    publisher: str | None = None
    supplier: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    retrieved: str | None = None
    language: str = "und"
    kind: ArticleKind | None = None
    url: str | None = None
    rights: str | None = None
    section: str | None = None
    origins: Mapping[str, str] = field(default_factory=dict)
    contradictions: tuple[str, ...] = ()


class ArticleStatus(StrEnum):
    """Whether the publisher still stands by the article as it was received."""

    CURRENT = "current"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Article:
    """An article as the generator reads it. ``text`` is the rendition that every offset refers to.

    For plain text the rendition is the decoded file itself; for HTML, PDF and the like it is what was extracted,
    with every repair named in ``repairs``. ``file`` is the path below ``sources/articles``.
    """

    id: str
    file: str
    sha256: str
    text: str = field(repr=False)
    metadata: Metadata
    lines: tuple[Line, ...] = field(repr=False)
    paragraphs: tuple[Paragraph, ...] = field(repr=False)
    repairs: tuple[str, ...] = ()
    status: ArticleStatus = ArticleStatus.CURRENT

    @property
    def rendition_sha256(self) -> str:
        """SHA-256 of ``text`` in UTF-8, hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of the body in order; those of doubtful paragraphs are not among them."""
        return tuple(s for p in self.paragraphs if not p.doubtful for s in p.sentences)

    def words_of(self, span: Sentence | Paragraph) -> str:
        """The words of a sentence or paragraph, white space folded."""
        return fold(self.text[span.start : span.end])


# ---------------------------------------------------------------------------------------------------------------
# Evidence


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


# ---------------------------------------------------------------------------------------------------------------
# What the editor gives (read and validated by ``project``)


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme as an editor defines it. ``terms`` and ``exclude`` are by language; ``titles`` too."""

    id: str
    titles: Mapping[str, str]
    description: Mapping[str, str] = field(default_factory=dict)
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exclude: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def title(self, language: str) -> str:
        """The title in ``language``, else in English, else in any language, else the id."""
        return self.titles.get(language) or self.titles.get("en") or next(iter(self.titles.values()), self.id)


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
    ``confirmed`` holds words of doubtful lines that the editor confirmed as body.
    """

    place: Place
    id: str | None = None
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
    """``sources/briefings/<theme>.yml``: an editor's layer over one theme."""

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


# ---------------------------------------------------------------------------------------------------------------
# The briefing


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
    look alike without meeting the strict rule.
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

    def __post_init__(self) -> None:
        if not self.citations:
            raise ValueError(f"statement {self.id} has no citation")


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the timeline: an EDTF date, the expression that gave it, the sentence, its passages."""

    id: str
    date: str
    expression: str
    text: str
    language: str
    citations: tuple[Citation, ...]
    themes: tuple[str, ...] = ()


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
    """An actor with the passages that name it."""

    id: str
    name: str
    kind: ActorKind
    aliases: Mapping[str, tuple[str, ...]]
    citations: tuple[Citation, ...]
    themes: tuple[str, ...] = ()
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to the question of a disagreement."""

    text: str
    citations: tuple[Citation, ...]
    language: str = "und"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Where sources contradict each other: the question and each side with its passages, never averaged."""

    id: str
    question: str
    sides: tuple[Side, ...]
    themes: tuple[str, ...] = ()
    origin: Origin = Origin.EDITOR


@dataclass(frozen=True, slots=True)
class Briefing:
    """One theme page. ``statements`` are the chosen ones in reading order; ``statements_total`` how many there are."""

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
    article, with the reason. ``as_of`` is the newest publication date known (EDTF), never the clock.
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
