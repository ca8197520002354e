"""A PDF with a text layer becomes a rendition whose blocks keep their page.

Words divided at the end of a line are joined and recorded as a repair; running heads, page numbers, footnotes and
their marks are left out. Raises ``UnreadableArticle`` for a PDF that is locked, damaged, or holds pictures of text.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.languages import of_tag
from generator.model import LineRole, Metadata, Provenance, Source, fold
from generator.reading.assembly import Piece, assemble
from generator.reading.documents.divided_words import Joining, kept_before
from generator.reading.documents.pdf_lines import PageLine, PageLines, page_lines
from generator.reading.heads.between_names import author_mark
from generator.reading.marks import CLOSERS, TERMINALS
from generator.reading.rendition import Rendition
from generator.reading.source import unreadable

if TYPE_CHECKING:
    from pypdf import PdfReader

# A page number on a line of its own: "7", "- 7 -", "Seite 7 von 12", "7/12"
PAGE_NUMBER = re.compile(r"\W*(?:[^\W\d_]{1,6}\.?\s)?\d{1,4}(?:\s*(?:/|[^\W\d_]{1,4})\s*\d{1,4})?\W*")
# The opening of a footnote: "1 See …", "* See …", "[1] See …"
FOOTNOTE = re.compile(r"(?:\d{1,3}|[*†‡]|\[\d{1,3}\])[.)]?\s*[^\W\d_]")
# The end of a sentence or of what announces one, perhaps with closing quotes: "he said.”", "है।"
SENTENCE_END = re.compile(rf"[{TERMINALS}:;][{CLOSERS}]*$")
# Letters that a font draws as one: "ﬁ" for "fi"
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
# What stands for a letter that a font draws and does not name, and the most of them in a text that can be read
NAMELESS, NAMELESS_SHARE = re.compile("[\x00-\x08\ufffd\ue000-\uf8ff]"), 0.3
# The share of a page's height, above and below, in which running heads stand.
MARGIN = 0.12
# A paragraph longer than this is the text's, in a short article one that is a sentence
LONG_PARAGRAPH, SENTENCE = 120, 60


def read_pdf(source: Source) -> Rendition:
    """The rendition of a PDF; see the module for what it leaves out."""
    from generator.reading.documents.ends import with_head
    from generator.reading.identification import identify

    pages, stated = _pages(source)
    written = "".join(line.text for page in pages for line in page.lines)
    if not written.strip():
        raise unreadable(source, "is a PDF without text (a scan)", "put it through text recognition (OCR) first")
    if len(NAMELESS.findall(written)) > NAMELESS_SHARE * len(written):
        fact = "is a PDF whose fonts do not say which letters they draw"
        raise unreadable(source, fact, "print it to PDF again, or put it through text recognition (OCR)")
    drawn = sum(ord(letter) in LIGATURES for page in pages for line in page.lines for letter in line.text)
    pages = [_spelled(page) for page in pages] if drawn else pages
    size = _body_size(pages)
    running = _running(pages)
    joining = Joining(kept_before(stated.language if stated.language != "und" else identify(written[:2_000])))
    pieces: list[Piece] = []
    for page in pages:
        for piece in _page_pieces(page, size, running, joining):
            _append(pieces, piece, joining)
    marks = sum(page.marks for page in pages)
    repairs = [joining.told()] if joining.divided else []
    repairs += [f"{marks} marks of footnotes were taken out of the text"] if marks else []
    repairs += [f"{drawn} letters drawn as one were spelled out: ﬁ as fi"] if drawn else []
    return assemble(*with_head(_titled(pieces, stated), stated), repairs)


def _pages(source: Source) -> tuple[list[PageLines], Metadata]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what fails is said below, with the file's name
    try:
        reader = PdfReader(io.BytesIO(source.content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise unreadable(source, "is a PDF locked with a password", "save a copy without a password")
        return [page_lines(page, number) for number, page in enumerate(reader.pages, start=1)], _stated(reader)
    except DependencyError as error:
        raise unreadable(source, "is a locked PDF", "save a copy without a password") from error
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as error:
        fact = f"is a damaged PDF ({fold(str(error))[:80] or type(error).__name__})"
        raise unreadable(source, fact, "save it again, or take the web page") from error


def _spelled(page: PageLines) -> PageLines:
    """A page with the letters that its font draws as one spelled out."""
    return replace(page, lines=tuple(replace(line, text=line.text.translate(LIGATURES)) for line in page.lines))


def _stated(reader: PdfReader) -> Metadata:
    """What the document's properties say; a title that is a file's name or an address is none."""
    stated = reader.metadata
    known: dict[str, object] = {}
    title, author = fold(str(stated.title or "")) if stated else "", fold(str(stated.author or "")) if stated else ""
    if title and not re.search(r"\.\w{2,5}$|^https?:|^(?:untitled|microsoft word)\b", title, re.IGNORECASE):
        known["title"] = title
    if re.search(r"[^\W\d_]{2,} [^\W\d_]{2,}", author):
        known["authors"] = tuple(filter(None, map(str.strip, author_mark().split(author))))
    if language := of_tag(str(reader.root_object.get("/Lang", ""))):
        known["language"] = language
    return Metadata(**known, origins=dict.fromkeys(known, Provenance.read("document properties")))  # type: ignore[arg-type]


def _body_size(pages: Sequence[PageLines]) -> float:
    """The size in which most letters of the document are set."""
    letters: dict[float, int] = {}
    for page in pages:
        for line in page.lines:
            letters[round(line.size, 1)] = letters.get(round(line.size, 1), 0) + len(line.text)
    return max(letters, key=lambda size: (letters[size], size))


def _running(pages: Sequence[PageLines]) -> frozenset[str]:
    """Lines in the margins of several pages, digits made equal: running heads and feet."""
    counts: dict[str, int] = {}
    for page in pages:
        for text in {_numberless(line.text) for line in page.lines if _in_margin(line, page)}:
            counts[text] = counts.get(text, 0) + 1
    return frozenset(text for text, count in counts.items() if count >= max(2, len(pages) // 3))


def _numberless(text: str) -> str:
    return re.sub(r"\d+", "#", fold(text))


def _in_margin(line: PageLine, page: PageLines) -> bool:
    """Whether a line is one of the two highest or lowest of its page, near its edge."""
    heights = sorted({round(each.baseline) for each in page.lines})
    edge = round(line.baseline) in (*heights[:2], *heights[-2:])
    return edge and not MARGIN * page.height < line.baseline < (1 - MARGIN) * page.height


def _page_pieces(page: PageLines, size: float, running: frozenset[str], joining: Joining) -> Iterator[Piece]:
    """The paragraphs of a page and the lines that belong to none."""
    lines = list(page.lines)
    roles = [_role(line, page, size, running) for line in lines]
    _mark_footnotes(lines, roles, size, page.height)
    _mark_leads(lines, roles, size)
    _mark_above(lines, roles, size, page.height)
    paragraph: list[PageLine] = []
    for line, role in zip(lines, roles, strict=True):
        if role is LineRole.BODY and (not paragraph or _continues(paragraph, line)):
            paragraph.append(line)
            continue
        yield from _paragraph(paragraph, joining)
        paragraph = [line] if role is LineRole.BODY else []
        if role is LineRole.SUBHEAD:
            yield Piece(fold(line.text), role, _heading_reason(line, size), line.page)
        elif role is not LineRole.BODY:
            yield Piece(fold(line.text), role, _reason(role), line.page)
    yield from _paragraph(paragraph, joining)


def _role(line: PageLine, page: PageLines, size: float, running: frozenset[str]) -> LineRole:
    text = fold(line.text)
    running_head = _numberless(text) in running or PAGE_NUMBER.fullmatch(text)
    if running_head and line.size <= 1.12 * size and _in_margin(line, page):
        return LineRole.NAVIGATION
    short = len(text) < 120 and not text.endswith((".", ",", ";"))
    if short and (line.size > 1.12 * size or (line.bold and line.size >= 0.95 * size and len(text) < 90)):
        return LineRole.SUBHEAD
    return LineRole.BODY


def _mark_footnotes(lines: Sequence[PageLine], roles: list[LineRole], size: float, height: float) -> None:
    """Small print: a footnote from its mark to the foot of the page, else a caption."""
    noted = False
    for number, line in enumerate(lines):
        small = line.size < 0.9 * size
        if roles[number] is not LineRole.BODY or not small:
            noted = noted and small
            continue
        noted = noted or (line.baseline < 0.5 * height and FOOTNOTE.match(fold(line.text)) is not None)
        roles[number] = LineRole.OTHER if noted else LineRole.CAPTION


def _mark_leads(lines: Sequence[PageLine], roles: list[LineRole], size: float) -> None:
    """Lines that look like headings and end as a sentence in a line set alike are a paragraph: a lead."""
    for number in range(len(lines) - 1, 0, -1):
        line, before = lines[number], lines[number - 1]
        styled = line.size > 1.12 * size or line.bold
        alike = abs(line.size - before.size) < 0.05 * size and line.bold == before.bold
        below = 0 < before.baseline - line.baseline < 2.1 * line.size
        if roles[number] is LineRole.BODY and roles[number - 1] is LineRole.SUBHEAD and styled and alike and below:
            roles[number - 1] = LineRole.BODY


def _mark_above(lines: Sequence[PageLine], roles: list[LineRole], size: float, height: float) -> None:
    """Words in the upper margin above a large heading are a running head, on a single page too."""
    top = max((line.baseline for line in lines if line.size > 1.3 * size), default=height)
    for number, line in enumerate(lines):
        above = line.baseline > max(top, (1 - MARGIN) * height)
        told = re.search(r"\d", line.text) or SENTENCE_END.search(line.text)
        if above and roles[number] is LineRole.BODY and not told:
            roles[number] = LineRole.NAVIGATION


def _continues(paragraph: Sequence[PageLine], line: PageLine) -> bool:
    """Whether a line goes on with the paragraph: no larger gap, no indent after a full stop, no short line before."""
    last = paragraph[-1]
    step = last.baseline - line.baseline
    ended = SENTENCE_END.search(last.text.strip()) is not None
    if ended and (line.bold != last.bold or abs(line.size - last.size) > 0.12 * line.size):
        return False  # below a lead
    if step < -0.5 * line.size:  # the top of the next column
        return not ended
    if len(paragraph) > 1:
        usual = paragraph[-2].baseline - last.baseline
        if usual > 0 and step > 1.25 * usual:
            return False
    if step > 2.1 * line.size:
        return False
    indented = line.left > last.left + 0.8 * line.size and ended
    widest = max(each.right for each in paragraph)
    return not indented and not (ended and last.right < widest - 6 * line.size)


def _paragraph(lines: Sequence[PageLine], joining: Joining) -> Iterator[Piece]:
    """The lines of a paragraph as one piece, divided words joined."""
    if not lines:
        return
    text = fold(lines[0].text)
    for line in lines[1:]:
        text = joining.with_line(text, fold(line.text))
    yield Piece(text, LineRole.BODY, "paragraph", lines[0].page)


def _append(pieces: list[Piece], piece: Piece, joining: Joining) -> None:
    """Add a piece; a paragraph that goes on over the end of a page stays one, on the page where it began."""
    before = next(
        (n for n in range(len(pieces) - 1, -1, -1) if pieces[n].role not in (LineRole.NAVIGATION, LineRole.OTHER)), None
    )
    if (
        piece.role is LineRole.BODY
        and before is not None
        and pieces[before].role is LineRole.BODY
        and pieces[before].page != piece.page
        and not SENTENCE_END.search(pieces[before].text)
    ):
        pieces[before] = replace(pieces[before], text=joining.with_line(pieces[before].text, piece.text))
        return
    same = (
        pieces
        and piece.role is LineRole.SUBHEAD
        and pieces[-1].role is piece.role
        and pieces[-1].reason == piece.reason
    )
    if same and pieces[-1].page == piece.page:
        pieces[-1] = replace(pieces[-1], text=joining.with_line(pieces[-1].text, piece.text))
        return
    pieces.append(piece)


def _titled(pieces: list[Piece], stated: Metadata) -> list[Piece]:
    """The first heading above the text is the title: the one that the properties name, else the largest."""
    body = [n for n, piece in enumerate(pieces) if piece.role is LineRole.BODY]
    long = (n for n in body if len(pieces[n].text) > LONG_PARAGRAPH)
    told = (n for n in body if len(pieces[n].text) > SENTENCE and SENTENCE_END.search(pieces[n].text))
    first = next(long, next(told, 0))
    above = [n for n in range(first) if pieces[n].role is LineRole.SUBHEAD]
    if not above:
        return pieces
    named = [n for n in above if stated.title and fold(pieces[n].text).casefold() == stated.title.casefold()]
    title = named[0] if named else max(above, key=lambda n: (_size_in(pieces[n].reason), -n))
    found = list(pieces)
    for number in above:
        role = LineRole.TITLE if number == title else LineRole.KICKER if number < title else LineRole.SUBHEAD
        found[number] = replace(pieces[number], role=role)
    return found


def _heading_reason(line: PageLine, size: float) -> str:
    return f"set {line.size / size:.2f} times as large as the text" + (" in bold" if line.bold else "")


def _size_in(reason: str) -> float:
    found = re.search(r"[\d.]+", reason)
    return float(found[0]) if found else 0.0


def _reason(role: LineRole) -> str:
    reasons = {
        LineRole.NAVIGATION: "running head or page number",
        LineRole.CAPTION: "small print",
        LineRole.OTHER: "footnote",
    }
    return reasons.get(role, "paragraph")
