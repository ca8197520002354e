"""What pages show of articles, passages and translations: finished values that templates print as they are."""

from __future__ import annotations

from dataclasses import dataclass

from generator.publishing.markdown import TrustedMarkdown


@dataclass(frozen=True, slots=True)
class SourceName:
    """An article in a list: how it is called, where it leads, and what a reader must know of it at a glance.

    ``kind`` is the closed value (a class for the chip) and ``kind_label`` its word; both absent where not known.
    ``short_title`` tells articles apart whose outlet is not known, where their titles are not in sight: first words, in
    quotation marks; absent where the outlet is known or the article has no title. ``name`` is either, as plain text.
    ``is_named_by_title``: the list that it stands in needs it to tell this article from another.
    ``country`` is the outlet's, by name, where the editor states it.
    ``is_long_outlet``: its name takes a large part of a line, and may be broken over two.
    ``copied`` says whose text it is, where it is the same as another article's, or how many others have it.
    """

    id: str
    title: str
    title_language: str
    is_untitled: bool
    target: TrustedMarkdown
    outlet: str
    has_outlet: bool
    is_long_outlet: bool
    name: str
    published: str
    language: str
    direction: str
    language_name: str
    kind: str | None
    kind_label: str | None
    is_notable_kind: bool
    original: str | None
    short_title: str | None = None
    is_named_by_title: bool = False
    supplier: str | None = None
    country: str | None = None
    copied: str | None = None


@dataclass(frozen=True, slots=True)
class TranslationLine:
    """A translation beside the original, with who made it."""

    text: str
    language: str
    direction: str
    language_name: str
    maker: str


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """A statement that another one resembles, and who makes it."""

    text: str
    language: str
    direction: str
    target: TrustedMarkdown
    source: SourceName


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation mark: what it shows ("2a"), where it leads, and its name for those who do not see it."""

    number: str
    passage: TrustedMarkdown
    target: TrustedMarkdown
    label: TrustedMarkdown


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """The words behind a mark: verbatim, with the way to them in the article and on the publisher's page."""

    number: str
    passage: str
    exact: str
    language: str
    direction: str
    target: TrustedMarkdown
    original: str | None
    translation: TranslationLine | None


@dataclass(frozen=True, slots=True)
class Note:
    """The words behind a mark of a page that does not show them, and where they come from."""

    quoted: QuotedWords
    source: SourceName


@dataclass(frozen=True, slots=True)
class Link:
    """A link with, at times, a count of what stands behind it; ``language`` where it is another than the page's."""

    label: str
    target: TrustedMarkdown
    count: str = ""
    language: str | None = None
