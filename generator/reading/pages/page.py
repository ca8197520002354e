"""A saved web page becomes a rendition: its main text, block by block, as the page shows it.

Takes the bytes of a page; every block of the rendition stands in the page's own text content, white space folded.
Where the page shows hardly any text and carries the article in its JSON-LD, that record is the rendition, and a
repair says so. A page that cannot be parsed is read as plain text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from generator.model import Line, LineRole, Metadata, Provenance, Source, fold, squeeze
from generator.reading.assembly import KEPT, Piece, assemble
from generator.reading.heads.head import stated_metadata
from generator.reading.metadata import WORDS_OF_TEXT, merge
from generator.reading.pages.belonging import own_elements
from generator.reading.pages.below_the_text import language_of, without_tail
from generator.reading.pages.blocks import Page, page_blocks
from generator.reading.pages.body import SOMEBODY_ELSES, choose
from generator.reading.pages.bylines import bylines
from generator.reading.pages.dates import is_dated
from generator.reading.pages.kickers import with_kicker
from generator.reading.pages.known import Known
from generator.reading.pages.metadata import Shown, page_metadata, stated_language
from generator.reading.pages.named_lines import without_bylines
from generator.reading.pages.offers import without_offers
from generator.reading.pages.prose import SENTENCE_END
from generator.reading.pages.region import NEAR
from generator.reading.pages.saved import saved_page
from generator.reading.pages.shown_dates import shown_dates, sought_date, without_day_of_site
from generator.reading.pages.state_article import state_article
from generator.reading.pages.statements import Record, Statements, statements
from generator.reading.pages.titles import titles_of
from generator.reading.rendition import Rendition
from generator.reading.source import unreadable, within_limit
from generator.reading.wide_letters import letters

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# The encoding that a page declares: '<meta charset="utf-8">' or 'content="text/html; charset=windows-1251"'
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
# An XML declaration, which a parser of decoded text refuses: '<?xml version="1.0" encoding="utf-8"?>'
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
# Markup inside a JSON-LD record: "<p>", "</strong>", "<br />"
MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
# A picture or font inside the page itself: "data:image/png;base64,iVBORw0…"
EMBEDDED_FILE = re.compile(r"data:[a-z]+/[\w.+-]+;base64,[A-Za-z0-9+/=]{200,}")
# From this length on it is worth taking embedded files out before parsing.
EMBEDDED_CHARS = 1_000_000
# The shortest JSON-LD record that can stand for an article, and the length below which our own choice is doubted.
RECORD_CHARS = 300
# The shortest one where the page itself shows no text at all.
SHORT_RECORD_CHARS = 100
DOUBTFUL_CHARS = 300
# Below this length it is looked whether the page carries more of the article for its scripts.
STATE_CHARS = 1_000
# A page nested beyond what the parser follows is at least this long.
DEEP_CHARS = 8_000


def read_web_page(source: Source, language: str | None = None, recurring: frozenset[str] = frozenset()) -> Rendition:
    """The rendition of a saved page."""
    saved = saved_page(source.content)
    rendition = read_page(source, None, language, recurring, saved.url)
    return replace(rendition, metadata=merge(rendition.metadata, saved))


def read_page(
    source: Source,
    declared: str | None,
    language: str | None = None,
    recurring: frozenset[str] = frozenset(),
    url: str | None = None,
) -> Rendition:
    """The rendition of a page whose encoding and address somebody stated outside of it (an archive's header)."""
    tree, repairs = _tree(source, declared)
    said = statements(tree)
    page, pieces, notes, record = _article_of(tree, said)
    said = replace(said, records=(*said.records, record)) if record else said
    if not said.headings:  # a page without headings shows its title some other way
        said = replace(said, headings=tuple(piece.text for piece in pieces if piece.role is LineRole.TITLE)[:1])
    declares = stated_language(said)
    spoken = language or (declares[0] if declares else language_of(pieces))
    pieces = without_tail(without_offers(page, _without_recurring(pieces, recurring)), spoken)
    shown = _shown(tree, said, page, pieces, spoken)
    found = _metadata(said, page_metadata(said, shown, url), spoken, partial(sought_date, tree, page, pieces))
    named = without_bylines(pieces, found.authors, found.language)
    lines = [Line(n, piece.role, piece.role in KEPT, piece.reason, piece.text) for n, piece in enumerate(named)]
    stated = stated_metadata([line for line in lines if line.reason not in SOMEBODY_ELSES], found.language)
    stated = without_day_of_site(stated, page, named)
    return assemble(named, merge(with_kicker(found, stated, lines), stated), (*repairs, *notes))


def _tree(source: Source, declared: str | None) -> tuple[HtmlElement, tuple[str, ...]]:
    """The parsed page and the repairs of its decoding. Embedded pictures are dropped before parsing."""
    from lxml import etree, html

    from generator.reading.decoding.text import decode

    stated = CHARSET.search(source.content[:8192])
    text, repairs = decode(source.content, declared or (stated[1].decode("ascii") if stated else None))
    text = EMBEDDED_FILE.sub("data:,", text) if len(text) > EMBEDDED_CHARS else text
    within_limit(text, source)
    parser = html.HTMLParser(huge_tree=True)
    try:
        tree = html.document_fromstring(XML_DECLARATION.sub("", text), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise unreadable(source, "is a page without content", "save the page again") from error
    if len(text) > DEEP_CHARS and any("depth" in entry.message for entry in parser.error_log):
        raise unreadable(source, "is a page whose elements are nested too deeply to be read", "save the text as .txt")
    return tree, repairs


def _article_of(tree: HtmlElement, said: Statements) -> tuple[Page, tuple[Piece, ...], tuple[str, ...], Record | None]:
    """The blocks of the page with their roles; a note where the text is not the page's but a record's.

    Where the record is the state that the page carries for its scripts, what it says of the article comes with it.
    """
    page = page_blocks(tree)
    record = _record(said)
    pieces = choose(page, _known(said, record))
    shown = _body_chars(pieces)
    if letters(record) >= (RECORD_CHARS if shown else SHORT_RECORD_CHARS) and shown < 0.3 * letters(record):
        recorded = tuple(Piece(fold(part), LineRole.BODY, "JSON-LD articleBody") for part in record.split("\n"))
        note = "the text is the page's JSON-LD record: the page itself does not show it"
        return Page((), ()), recorded, (note,), None
    doubtful = (shown < DOUBTFUL_CHARS or _prose_left_out(pieces) > shown) and not _is_below_title(pieces)
    pieces = _second_opinion(tree, pieces) if doubtful else pieces
    if _body_chars(pieces) < STATE_CHARS and (state := _state(tree, said, pieces)) is not None:
        return state
    return page, pieces, (), None


def _state(
    tree: HtmlElement, said: Statements, pieces: Sequence[Piece]
) -> tuple[Page, tuple[Piece, ...], tuple[str, ...], Record] | None:
    """The article in the state that the page carries for its scripts, if it is far longer than what the page shows.

    A text that nothing ties to the page's title is taken only where the page shows no title either.
    """
    shown = _body_chars(pieces)
    untitled = shown < DOUBTFUL_CHARS and not any(piece.role is LineRole.TITLE for piece in pieces)
    state = state_article(tree, titles_of(said), untitled=untitled)
    if state is None or state.prose_chars < max(DOUBTFUL_CHARS, 3 * shown):
        return None
    page = page_blocks(state.tree)
    titles = titles_of(replace(said, records=(*said.records, state.record)))
    pieces = choose(page, replace(_known(said, ""), titles=titles))
    if _body_chars(pieces) < max(DOUBTFUL_CHARS, 3 * shown):
        return None
    note = "the text is in what the page carries for its scripts: the page itself does not show it"
    return page, pieces, (note,), state.record


def _metadata(said: Statements, found: Metadata, spoken: str, sought: Callable[[], str | None]) -> Metadata:
    """What was found, with the language of the words and a date that is sought where none is stated."""
    if stated_language(said) is None:
        found = replace(found, language=spoken, origins={**found.origins, "language": WORDS_OF_TEXT})
    if found.published is None and (day := sought()):
        found = replace(found, published=day, origins={**found.origins, "published": Provenance.guessed("htmldate")})
    return found


def _without_recurring(pieces: Sequence[Piece], recurring: frozenset[str]) -> tuple[Piece, ...]:
    """The pieces with those that stand in several articles of the outlet marked as repeats."""
    return tuple(
        replace(piece, role=LineRole.REPEAT, reason="stands in several articles")
        if fold(piece.text) in recurring
        else piece
        for piece in pieces
    )


def _record(said: Statements) -> str:
    """The article's text as the page's JSON-LD has it, without markup; the longest where there are several."""
    from html import unescape

    written = [value for record in said.records if isinstance(value := record.get("articleBody"), str)]
    longest = max(written, key=len, default="")
    return unescape(MARKUP.sub("\n", unescape(longest) if "&lt;" in longest else longest)).strip()


def _body_chars(pieces: Sequence[Piece]) -> int:
    """How much text was chosen, in letters of an alphabet."""
    return sum(letters(piece.text) for piece in pieces if piece.role is LineRole.BODY)


def _is_below_title(pieces: Sequence[Piece]) -> bool:
    """Whether the text begins right below the title and has two paragraphs: a short article, and no accident."""
    body = [number for number, piece in enumerate(pieces) if piece.role is LineRole.BODY]
    prose = [number for number in body if SENTENCE_END.search(pieces[number].text) and len(pieces[number].text) >= 40]
    title = next((number for number, piece in enumerate(pieces) if piece.role is LineRole.TITLE), None)
    return len(prose) >= 2 and title is not None and 0 < body[0] - title <= NEAR and prose[1] - prose[0] <= NEAR


def _prose_left_out(pieces: Sequence[Piece]) -> int:
    """How many letters of prose were not chosen, readers' comments apart."""
    return sum(
        letters(piece.text)
        for piece in pieces
        if piece.role is not LineRole.BODY
        and piece.reason not in SOMEBODY_ELSES
        and len(piece.text) >= 100
        and SENTENCE_END.search(piece.text)
    )


def _second_opinion(tree: HtmlElement, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces as trafilatura would choose them, where it finds at least half as much again as we did.

    What has been recognised as something else stays so, unless hardly anything was found to be text.
    """
    from trafilatura import bare_extraction

    found = bare_extraction(tree, fast=True, include_comments=False, include_tables=False, with_metadata=False)
    words = squeeze(found.text or "") if found is not None and not isinstance(found, dict) else ""
    little = _prose_left_out(pieces) >= 3 * _body_chars(pieces)
    other = tuple(
        replace(piece, role=LineRole.BODY, reason="main text by trafilatura")
        if (piece.role is LineRole.OTHER or (little and piece.role is not LineRole.TITLE))
        and len(piece.text) >= 25
        and piece.reason not in SOMEBODY_ELSES
        and squeeze(piece.text) in words
        else piece
        for piece in pieces
    )
    return other if _body_chars(other) > 1.5 * _body_chars(pieces) else pieces


def _known(said: Statements, record: str) -> Known:
    described = [str(each.get("description") or "") for each in said.records[:1]]
    described += [value for key in ("og:description", "description") for value in said.meta.get(key, ())]
    return Known(titles_of(said), squeeze(max(described, key=len, default="")), squeeze(record))


def _shown(tree: HtmlElement, said: Statements, page: Page, pieces: Sequence[Piece], language: str) -> Shown:
    """Bylines and dates that the page shows."""
    named = bylines(page, pieces, language)
    beside = named.groups
    if not beside:
        marked = tree.xpath(
            "//*[@itemprop='author' or @property='author' or contains(concat(' ', @rel, ' '), ' author ')]"
        )
        named_there = (fold(element.text_content()) for element in islice(own_elements(marked, pieces), 2))
        beside = (tuple(filter(None, named_there)),)
    dates = () if is_dated(said) else tuple(shown_dates(tree, page, pieces, language))
    return Shown(beside, dates, named.opened, named.lines)
