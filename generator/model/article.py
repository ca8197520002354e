"""What reading gives: a ``Source`` becomes an ``Article``.

Offsets are code points into ``Article.text``, end exclusive.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from generator.model.provenance import BY_EDITOR, TEXT, Confidence, Provenance
from generator.model.words import fold


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
    """A paragraph of the body (``p1``…), or a sub-heading (``h1``…), which has no sentences and is never evidence.

    ``spans`` says where its sentences are: start and end of each in turn, counted from the paragraph's start. A corpus
    is held in memory as a whole, and kept like this its sentences take a third of what they take as values.
    """

    id: str
    start: int
    end: int
    role: LineRole
    spans: tuple[int, ...] = ()
    doubtful: bool = False
    page: int | None = None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences in order, with offsets into the article's text."""
        pairs = zip(self.spans[::2], self.spans[1::2], strict=True)
        return tuple(
            Sentence(f"{self.id}-s{number}", self.start + start, self.start + end)
            for number, (start, end) in enumerate(pairs, start=1)
        )


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article; ``None`` and ``()`` mean not known.

    ``origins`` says where each known field was read: the title in line 2, the publisher in the sidecar.
    ``publisher`` is an outlet's name as shown; ``language`` a BCP 47 primary tag (``und`` when unknown).
    ``contradictions`` has one sentence for each two witnesses that say different things; its first word is the field.
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
    origins: Mapping[str, Provenance] = field(default_factory=dict)
    contradictions: tuple[str, ...] = ()

    def origin_of(self, name: str) -> Provenance:
        """Where a known field was read; in the text, where nothing more is known of it."""
        return self.origins.get(name, TEXT)

    def is_contradicted(self, name: str) -> bool:
        """Whether two witnesses say different things of a field."""
        return any(doubt.startswith(f"{name} ") for doubt in self.contradictions)

    def confidence_in(self, name: str) -> Confidence:
        """How sure a known field is; what an editor states is sure whatever the file says."""
        origin = self.origin_of(name)
        doubted = origin not in BY_EDITOR and self.is_contradicted(name)
        return Confidence.DOUBTFUL if doubted else origin.confidence


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

    def with_metadata(self, metadata: Metadata) -> Article:
        """The same article with other metadata."""
        return replace(self, metadata=metadata)
