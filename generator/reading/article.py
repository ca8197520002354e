"""From a source to an ``Article``: rendition, language, paragraphs with sentences, metadata.

A pure function of the file's bytes, its sidecar, the outlets that the project describes and the lines that recur in
the publisher's other articles; this is what makes an article cacheable and parallel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import chain
from pathlib import PurePosixPath

from generator.errors import UnreadableArticle
from generator.model import (
    COMMAND_LINE,
    Article,
    ArticleKind,
    ArticleStatus,
    Line,
    LineRole,
    Metadata,
    Paragraph,
    Provenance,
    Publisher,
    Sidecar,
    Source,
    ascii_slug,
    fold,
)
from generator.reading import metadata as knowledge
from generator.reading.confirming import with_confirmed
from generator.reading.formats import read_rendition
from generator.reading.heads.datelines import dateline_end
from generator.reading.metadata import WORDS_OF_TEXT
from generator.reading.rendition import Block, Rendition
from generator.reading.source import article_place

LONGEST_IDENTIFIER = 80
WORDS_DECIDE_CHARS = 300
DATELINE_CHARS, FEWEST_WITH_DATELINE = 90, 2

# How much of the text its language is read from.
SAMPLE_CHARS = 2_000

Span = tuple[int, int]  # offsets of a sentence in its paragraph


def read_article(
    source: Source,
    sidecar: Sidecar | None = None,
    publishers: Sequence[Publisher] = (),
    recurring: frozenset[str] = frozenset(),
    identifier: str | None = None,
) -> Article:
    """Read one article. Raises ``UnreadableArticle`` where the file gives no body.

    ``recurring`` are folded lines that stand in several articles of one publisher. The id is ``identifier``, else
    the sidecar's, else a slug of the file's stem.
    """
    stated = sidecar.stated if sidecar else frozenset()
    stated_language = sidecar.metadata.language if sidecar and "language" in stated else None
    rendition = read_rendition(source, stated_language, recurring)
    if sidecar:
        rendition = with_confirmed(rendition, sidecar.confirmed)
    if not any(block.role is LineRole.BODY for block in rendition.blocks):
        raise UnreadableArticle(
            article_place(source.path),
            "no body text was found in it",
            "look at it with `dossier inspect`; save the article's text as it stands in a .txt file",
        )
    found = knowledge.as_seen(rendition.metadata)
    if stated_language is None:
        found = _with_language(found, rendition)
    found = _with_form(knowledge.with_publisher(found, publishers, rendition.lines), rendition)
    known = knowledge.with_sidecar(_with_supplier(found), sidecar)
    return Article(
        id=identifier or (sidecar.id if sidecar and sidecar.id else slug(PurePosixPath(source.path).stem)),
        file=source.path,
        sha256=source.sha256,
        text=rendition.text,
        metadata=known,
        lines=rendition.lines,
        paragraphs=paragraphs(rendition, known.language, sidecar.confirmed if sidecar else ()),
        repairs=rendition.repairs,
        status=sidecar.status if sidecar else ArticleStatus.CURRENT,
    )


def read_text(
    text: str,
    language: str | None,
    published: str | None,
    *,
    as_is: bool,
    file: str = "-",
) -> Article:
    """An article from words on standard input; ``as_is`` takes them whole, as body, each line a paragraph."""
    if as_is:
        rendition = _whole(text)
    else:
        from generator.reading.documents.plain_text import read_plain_text

        rendition = read_plain_text(text, language)
    found = _with_form(_with_language(rendition.metadata, rendition), rendition)
    told = {"language": language, "published": published}
    told = {name: value for name, value in told.items() if value}
    known = replace(found, **told, origins={**found.origins, **dict.fromkeys(told, COMMAND_LINE)})  # type: ignore[arg-type]
    return Article(
        id=slug(PurePosixPath(file).stem),
        file=file,
        sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=rendition.text,
        metadata=known,
        lines=rendition.lines,
        paragraphs=paragraphs(rendition, known.language),
        repairs=rendition.repairs,
    )


def slug(stem: str) -> str:
    """An id from a file's stem: lower-case ASCII letters, digits and hyphens, never empty, at most 80 characters."""
    name = ascii_slug(stem)[:LONGEST_IDENTIFIER].strip("-")
    return name or f"article-{sha256(stem.encode('utf-8', 'surrogateescape')).hexdigest()[:12]}"


def paragraphs(rendition: Rendition, language: str, confirmed: Sequence[str] = ()) -> tuple[Paragraph, ...]:
    """Paragraphs ``p1…`` with their sentences and sub-headings ``h1…``, in order.

    A doubtful paragraph with words that the editor ``confirmed`` is body like any other.
    """
    from generator.reading.segmentation import sentences  # loads the splitter, which only reading needs

    believed = [fold(words).removesuffix("…") for words in confirmed]
    found: list[Paragraph] = []
    counts = {LineRole.BODY: 0, LineRole.SUBHEAD: 0}
    for block in rendition.blocks:
        role = LineRole.BODY if block.role is LineRole.BODY else LineRole.SUBHEAD
        counts[role] += 1
        name = f"{'p' if role is LineRole.BODY else 'h'}{counts[role]}"
        words = fold(rendition.text[block.start : block.end]) if believed and block.doubtful else ""
        doubtful = block.doubtful and not any(confirmed_words in words for confirmed_words in believed)
        spoken = sentences(rendition.text[block.start : block.end], language) if role is LineRole.BODY else ()
        if name == "p1":
            spoken = _with_dateline(rendition.text[block.start : block.end], spoken)
        spans = tuple(chain.from_iterable(spoken))
        found.append(Paragraph(name, block.start, block.end, role, spans, doubtful, block.page))
    return tuple(found)


def _with_dateline(text: str, spoken: tuple[Span, ...]) -> tuple[Span, ...]:
    """The sentences, the first one with the dateline before it: "МОСКВА, 3 мая — РИА Новости. В городе …" is one."""
    if len(spoken) < FEWEST_WITH_DATELINE or spoken[0][1] > dateline_end(text[:DATELINE_CHARS]):
        return spoken
    return ((spoken[0][0], spoken[1][1]), *spoken[2:])


def _whole(text: str) -> Rendition:
    """A rendition in which every line that is not blank is a paragraph of the body."""
    lines: list[Line] = []
    blocks: list[Block] = []
    position = 0
    for number, line in enumerate(text.split("\n")):
        words = line.strip()
        if words:
            start = position + len(line) - len(line.lstrip())
            blocks.append(Block(start, start + len(words)))
        lines.append(Line(number, LineRole.BODY if words else LineRole.OTHER, bool(words), "taken as it is", line))
        position += len(line) + 1
    return Rendition(text, tuple(lines), tuple(blocks))


def _with_supplier(found: Metadata) -> Metadata:
    """An author that is an agency supplied the article, and agency copy is news where nothing else is said."""
    from generator.reading.heads.names import supplier_in

    supplier = found.supplier or next(filter(None, (supplier_in(f"({name})") for name in found.authors)), None)
    if supplier is None:
        return found
    origins = {"supplier": Provenance.read("author"), **found.origins}
    if found.kind is None:
        origins["kind"] = Provenance.read("agency copy")
        return replace(found, supplier=supplier, kind=ArticleKind.NEWS, origins=origins)
    return replace(found, supplier=supplier, origins=origins)


def _with_form(found: Metadata, rendition: Rendition) -> Metadata:
    """The kind of a text that states none, or only that it is news, and is an interview by its form."""
    from generator.reading.heads.interview import is_interview

    blocks = [rendition.text[block.start : block.end] for block in rendition.blocks]
    if found.kind not in (None, ArticleKind.NEWS) or not is_interview(blocks, found.language):
        return found
    origins = {**found.origins, "kind": Provenance.read("questions and answers")}
    return replace(found, kind=ArticleKind.INTERVIEW, origins=origins)


def _with_language(found: Metadata, rendition: Rendition) -> Metadata:
    """The language of the words, and a note where the file declares another.

    The words decide, because pages carry the language of their template; between languages that are told apart by
    name more than by words, the declaration does.
    """
    from generator.reading.identification import identify, near

    if found.language != "und" and found.origins.get("language", WORDS_OF_TEXT) == WORDS_OF_TEXT:
        return found
    body = "\n".join(rendition.text[b.start : b.end] for b in rendition.blocks if b.role is LineRole.BODY)
    language = identify(body[:SAMPLE_CHARS])
    declared = found.language
    if language in ("und", declared) or near(language, declared):
        return found
    if declared != "und" and len(body) < WORDS_DECIDE_CHARS:
        return found
    doubts = (f"language {language} by its words, {declared} by {found.origins.get('language', 'the file')}",)
    return replace(
        found,
        language=language,
        origins={**found.origins, "language": WORDS_OF_TEXT},
        contradictions=(*found.contradictions, *(doubts if declared != "und" else ())),
    )
