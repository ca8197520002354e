"""What the page of an article shows, finished for its template: metadata and the passages that are quoted.

In a private edition the page also holds the whole cleaned text with an anchor on every sentence, and the lines that
were left out, each with its reason; in a public one never.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from generator.model import (
    Article,
    ArticleStatus,
    Edition,
    LineRole,
    Paragraph,
    Passage,
    fold,
)
from generator.publishing.addresses import article_page as article_address
from generator.publishing.addresses import relative
from generator.publishing.markdown import TrustedMarkdown, destination, encode_part
from generator.publishing.page_parts.copying import copying
from generator.publishing.page_parts.head import Head, article_head
from generator.publishing.page_parts.library import Library
from generator.publishing.page_parts.lines import SourceName, TranslationLine
from generator.publishing.page_parts.reasons import told_reason
from generator.publishing.page_parts.shortening import at_these_words
from generator.publishing.pages.uses import Quotation

SIGNS_OF_A_SHORT_USE = 40  # a date, a number with its unit


@dataclass(frozen=True, slots=True)
class UseLink:
    """A use as a link on an article page: ``page`` names the page, ``text`` is what it says there."""

    href: TrustedMarkdown
    page: str
    text: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class UsesOnPage:
    """What one page makes of a passage: in one line, or sentences in lines of their own (``in_lines``)."""

    page: str
    links: tuple[UseLink, ...]
    in_lines: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a passage, or (with ``passage``, its id) a passage inside another one."""

    text: TrustedMarkdown
    passage: TrustedMarkdown | None = None


@dataclass(frozen=True, slots=True)
class PassageBlock:
    """A passage that stands alone, with the ones inside it: its text is exactly the quoted words."""

    id: TrustedMarkdown
    pieces: tuple[Piece, ...]
    original: str | None
    translations: tuple[TranslationLine, ...]
    uses: tuple[UsesOnPage, ...]
    sentence: str | None


@dataclass(frozen=True, slots=True)
class SentenceLine:
    """A sentence of the whole text, with its anchor. ``has_gap`` says whether a space parts it from the next one,
    which in Chinese it does not."""

    id: str
    text: str
    has_gap: bool


@dataclass(frozen=True, slots=True)
class ParagraphLines:
    """A paragraph or sub-heading of the whole text; ``text`` is all of it."""

    is_subhead: bool
    is_doubtful: bool
    text: str
    sentences: tuple[SentenceLine, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that is not part of the body, and why."""

    role: str
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """All that the page of an article shows; ``text`` and ``left_out`` are empty in a public edition."""

    source: SourceName
    subtitle: str | None
    supplier: str | None
    authors: str | None
    published: str | None
    updated: str | None
    retrieved: str | None
    rights: str | None
    about_outlet: str | None
    file: str
    sha256: str
    rendition_sha256: str
    repairs: tuple[str, ...]
    status: str | None
    copy_of: UseLink | None
    passages: tuple[PassageBlock, ...]
    text: tuple[ParagraphLines, ...]
    left_out: tuple[LeftOut, ...]
    all_sources: str
    references: TrustedMarkdown
    head: Head


def article_page(article: Article, library: Library, quotations: Sequence[Quotation]) -> ArticlePage:
    """The finished page of one article, below ``articles/``."""
    known, say = article.metadata, library.interface
    is_private = library.dossier.edition is Edition.PRIVATE
    page, outlet = article_address(article.id), library.publisher(known.publisher)
    return ArticlePage(
        source=library.source(article.id, page),
        subtitle=known.subtitle,
        supplier=known.supplier,
        authors=", ".join(known.authors) or None,
        published=say.date(known.published) if known.published else None,
        updated=say.date(known.updated) if known.updated else None,
        retrieved=say.date(known.retrieved) if known.retrieved else None,
        rights=known.rights,
        about_outlet=outlet.about if outlet else None,
        file=article.file,
        sha256=article.sha256,
        rendition_sha256=article.rendition_sha256,
        repairs=article.repairs,
        status=_status(article, library),
        copy_of=_copy_of(article, library),
        passages=tuple(_blocks(article, library, quotations, is_private=is_private)),
        text=tuple(_paragraphs(article)) if is_private else (),
        left_out=tuple(_left_out(article, library)) if is_private else (),
        all_sources=relative("sources.html", page),
        head=article_head(article, (one.citation for one in quotations), library),
        references=copying([article.id], "", library),
    )


def _status(article: Article, library: Library) -> str | None:
    if article.status is ArticleStatus.WITHDRAWN:
        return library.interface.gettext("This article has been withdrawn by its publisher.")
    if article.status is ArticleStatus.CHANGED:
        return library.interface.gettext("This article has changed since it was first read.")
    return None


def _copy_of(article: Article, library: Library) -> UseLink | None:
    first = library.dossier.duplicates.get(article.id)
    if first is None:
        return None
    page = article_address(article.id)
    source = library.source(first, page)
    target = destination(relative(article_address(first), page))
    outlet = source.outlet if source.has_outlet else ""
    return UseLink(target, outlet, source.title, source.title_language, source.direction)


def _blocks(
    article: Article,
    library: Library,
    quotations: Sequence[Quotation],
    *,
    is_private: bool,
) -> Iterator[PassageBlock]:
    """Passages in the order of the text; one that lies inside another is shown inside it."""
    page = article_address(article.id)
    quoted = {quotation.citation.passage.id: quotation for quotation in quotations}
    for group in _nested([quotation.citation.passage for quotation in quotations]):
        outer, inner = group[0], group[1:]
        pieces, alone = _pieces(article, outer, inner)
        for passage, parts in ((outer, pieces), *((one, (Piece(encode_part(one.exact)),)) for one in alone)):
            members = (passage,) if passage is not outer else tuple(one for one in group if one not in alone)
            yield PassageBlock(
                id=destination(passage.id),
                pieces=parts,
                original=at_these_words(article.metadata.url, passage.exact),
                translations=tuple(_translations(members, quoted, library)),
                uses=_by_page(_use_links(members, quoted, library, page)),
                sentence=_sentence(article, passage) if is_private else None,
            )


def _nested(passages: list[Passage]) -> Iterator[tuple[Passage, ...]]:
    """Groups of an outermost passage and all that lie within it."""
    group: list[Passage] = []
    for passage in sorted(passages, key=lambda one: (one.start, -one.end, one.id)):
        if group and passage.end <= group[0].end:
            group.append(passage)
        else:
            if group:
                yield tuple(group)
            group = [passage]
    if group:
        yield tuple(group)


def _pieces(
    article: Article, outer: Passage, inner: Iterable[Passage]
) -> tuple[tuple[Piece, ...], tuple[Passage, ...]]:
    """The words of ``outer`` cut at the passages inside it, and those that have to stand alone (they cross)."""
    pieces: list[Piece] = []
    alone: list[Passage] = []
    position = 0
    for passage in inner:
        start = _offset(article, outer, passage)
        if start is None or start < position:
            alone.append(passage)
            continue
        pieces.append(Piece(encode_part(outer.exact[position:start])))
        pieces.append(Piece(encode_part(passage.exact), destination(passage.id)))
        position = start + len(passage.exact)
    pieces.append(Piece(encode_part(outer.exact[position:])))
    return tuple(piece for piece in pieces if piece.text), tuple(alone)


def _offset(article: Article, outer: Passage, inner: Passage) -> int | None:
    """Where the words of ``inner`` begin in the folded words of ``outer``."""
    before = fold(article.text[outer.start : inner.start] + "|")
    start = len(before) - 1
    return start if outer.exact[start : start + len(inner.exact)] == inner.exact else None


def _translations(
    passages: Sequence[Passage], quoted: Mapping[str, Quotation], library: Library
) -> Iterator[TranslationLine]:
    """Those of the passages, an outermost one first; where it has one, it says what the ones inside it say."""
    outermost, *within = [library.translation(quoted[one.id].citation.translation) for one in passages]
    yield from (line for line in ([outermost] if outermost else within) if line)


def _by_page(links: Iterable[UseLink]) -> tuple[UsesOnPage, ...]:
    """Uses in their order, those of one page together."""
    found: dict[str, list[UseLink]] = {}
    for link in links:
        found.setdefault(link.page, []).append(link)
    return tuple(UsesOnPage(page, tuple(its), _need_lines(its)) for page, its in found.items())


def _need_lines(links: Sequence[UseLink]) -> bool:
    return len(links) > 1 and any(len(link.text) > SIGNS_OF_A_SHORT_USE for link in links)


def _use_links(
    passages: Sequence[Passage], quoted: Mapping[str, Quotation], library: Library, page: str
) -> Iterator[UseLink]:
    own_words = {passage.exact for passage in passages}
    say, verbatim = library.interface, library.interface.gettext("this sentence, verbatim")
    for use in dict.fromkeys(use for passage in passages for use in quoted[passage.id].uses):
        words, language = (verbatim, say.language) if use.text in own_words else (use.text, use.language)
        yield UseLink(destination(relative(use.address, page)), use.page, words, language, say.direction(language))


def _sentence(article: Article, passage: Passage) -> str | None:
    return next((one.id for one in article.sentences if one.start <= passage.start < one.end), None)


def _paragraphs(article: Article) -> Iterator[ParagraphLines]:
    for paragraph in article.paragraphs:
        yield ParagraphLines(
            is_subhead=paragraph.role is LineRole.SUBHEAD,
            is_doubtful=paragraph.doubtful,
            text=article.words_of(paragraph),
            sentences=tuple(_sentence_lines(article, paragraph)),
        )


def _sentence_lines(article: Article, paragraph: Paragraph) -> Iterator[SentenceLine]:
    for sentence, following in zip_longest(paragraph.sentences, paragraph.sentences[1:]):
        has_gap = following is not None and following.start > sentence.end
        yield SentenceLine(sentence.id, article.words_of(sentence), has_gap)


def _left_out(article: Article, library: Library) -> Iterator[LeftOut]:
    for line in article.lines:
        if not line.kept and line.text.strip():
            yield LeftOut(library.role_label(line.role.value), told_reason(line.reason, library.interface), line.text)
