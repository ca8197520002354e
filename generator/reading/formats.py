"""From the bytes of a file to its rendition: the format is recognised by content, its name only breaks a tie.

Takes a ``Source``, gives a ``Rendition``; raises ``UnreadableArticle`` for what holds no text. The readers are
imported when a file of their format is met, so a folder of plain texts never loads a parser for pages.
"""

from __future__ import annotations

import json
import re
from enum import StrEnum

from generator.model import Source
from generator.reading.decoding.utf8 import is_utf8
from generator.reading.decoding.utf16 import utf16_without_mark
from generator.reading.decoding.wide_encodings import escaped_encoding
from generator.reading.documents.markdown_signs import looks_like_markdown
from generator.reading.message_signs import is_message, is_saved_page
from generator.reading.rendition import Rendition
from generator.reading.source import unreadable, within_limit, within_limit_undecoded


class Format(StrEnum):
    """What a file is, whatever it is called."""

    PLAIN_TEXT = "plain text"
    WEB_PAGE = "web page"
    WEB_ARCHIVE = "MHTML"
    MARKDOWN = "Markdown"
    PDF = "PDF"
    WORD = "Word document"
    MAIL = "e-mail"


ZSTANDARD = (
    "is compressed (Zstandard)",
    "unpack it (zstd -d); an archive of pages (WARC) then goes through `dossier add`",
)
# Signatures of files that hold no article text themselves, with what to do about them.
BINARY_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"\x1f\x8b", "is compressed (gzip)", "unpack it; an archive of pages (WARC) goes through `dossier add`"),
    (b"WARC/", "is a web archive (WARC)", "run `dossier add` on it: each page becomes an article"),
    (b"BZh", "is compressed (bzip2)", "unpack it first"),
    (b"\xfd7zXZ\x00", "is compressed (xz)", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", *ZSTANDARD),
    (b"\x5d\x2a\x4d\x18", *ZSTANDARD),  # a WARC file that begins with the dictionary it was packed with
    (b"7z\xbc\xaf\x27\x1c", "is an archive (7z)", "unpack it first"),
    (b"Rar!", "is an archive (RAR)", "unpack it first"),
    (b"\x89PNG", "is a picture (PNG)", "an article needs text: save the page or type the text"),
    (b"\xff\xd8\xff", "is a picture (JPEG)", "an article needs text: save the page or type the text"),
    (b"GIF8", "is a picture (GIF)", "an article needs text: save the page or type the text"),
    (b"\x7fELF", "is a program", "remove it"),
    (b"MZ\x90\x00", "is a program", "remove it"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old Office document (.doc)", "save it as .docx, PDF or text"),
    (b"{\\rtf", "is a Rich Text document", "save it as .docx, PDF or text"),
    (b"SQLite format 3", "is a database", "remove it"),
)

# A page begins with a doctype, <html> or another structural element, perhaps after comments: "<!-- x --><html lang=de>"
PAGE_START = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|section|meta|title|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
PDF_START = b"%PDF-"
# Any block element, to recognise a fragment that begins with words: "Text <p class=a>"
BLOCK_ELEMENT = re.compile(rb"<(?:p|div|h[1-6]|article|section|table|ul|br)\b[^<>]*>", re.IGNORECASE)
# Control characters that no text holds: all but tab, line ends, escape and the old mark of the end of a file
CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 12, 13, 27, 0x1A))


def read_rendition(source: Source, language: str | None = None, recurring: frozenset[str] = frozenset()) -> Rendition:
    """The rendition of a source, by its format.

    ``language`` is what is known beforehand, ``recurring`` lines that stand in several articles of the publisher.
    """
    from generator.reading.lines.far_lines import MOST_WEIGHED, TooManyLines

    kind = recognise(source)
    try:
        return _read(kind, source, language, recurring)
    except TooManyLines as problem:
        fact = f"has {problem.lines:,} lines of text, where an article has at most {MOST_WEIGHED:,}"
        raise unreadable(source, fact, "take it out or split it") from problem
    except RecursionError as problem:
        raise unreadable(source, "is nested too deeply to be read", "save its text as .txt") from problem


def _read(kind: Format, source: Source, language: str | None, recurring: frozenset[str]) -> Rendition:
    if kind is Format.PDF:
        from generator.reading.documents.pdf import read_pdf

        return read_pdf(source)
    if kind is Format.WORD:
        from generator.reading.documents.word import read_word_document

        return read_word_document(source)
    if kind is Format.MAIL:
        from generator.reading.mail import read_mail

        return read_mail(source, language, recurring)
    if kind is Format.WEB_ARCHIVE:
        from generator.reading.pages.mhtml import read_mhtml

        return read_mhtml(source, language, recurring)
    if kind is Format.WEB_PAGE:
        from generator.reading.pages.page import read_web_page

        return read_web_page(source, language, recurring)
    return _read_text(source, language, recurring)


def recognise(source: Source) -> Format:
    """The format of a source by its first bytes. Raises ``UnreadableArticle`` for empty files and other binaries."""
    content, start = source.content, source.content[:4096]
    if not content.strip():
        raise unreadable(source, "is empty", "save the article's text again")
    if PDF_START in start[:1024]:
        return Format.PDF
    if start.startswith(b"PK\x03\x04"):
        return _recognise_zip(source)
    for signature, fact, remedy in BINARY_SIGNATURES:
        if start.startswith(signature):
            raise unreadable(source, fact, remedy)
    if is_message(start):
        return Format.MAIL
    if is_saved_page(start):
        return Format.WEB_ARCHIVE
    plain = _without_wide_characters(start)
    if PAGE_START.match(plain) or len(BLOCK_ELEMENT.findall(_without_wide_characters(content[:65536]))) >= 5:
        return Format.WEB_PAGE
    return Format.PLAIN_TEXT


def _recognise_zip(source: Source) -> Format:
    if b"word/document.xml" in source.content:
        return Format.WORD
    if b"opendocument.text" in source.content[:200]:
        raise unreadable(source, "is an OpenDocument text", "save it as .docx, PDF or text")
    if b"datapackage.json" in source.content:
        raise unreadable(source, "is a web archive (WACZ)", "run `dossier add` on it: each page becomes an article")
    raise unreadable(source, "is an archive (zip)", "unpack it and add the articles one by one")


def _without_wide_characters(start: bytes) -> bytes:
    """UTF-16 text as ASCII, so that its signs can be looked for, other characters as "?"; other bytes unchanged."""
    wide = "utf-16" if start[:2] in (b"\xff\xfe", b"\xfe\xff") else utf16_without_mark(start)
    if wide:
        return start.decode(wide, "replace").encode("ascii", "replace")
    return start.removeprefix(b"\xef\xbb\xbf")


def _read_text(source: Source, language: str | None, recurring: frozenset[str]) -> Rendition:
    """Plain text or Markdown, once decoded."""
    from generator.reading.decoding.text import decode
    from generator.reading.documents.plain_text import read_plain_text

    if _is_binary(source.content):
        raise unreadable(source, "holds bytes that are no text", "save the article as text, HTML, PDF or DOCX")
    within_limit_undecoded(source)
    text, repairs = decode(source.content)
    within_limit(text, source)
    if _is_json(text):
        raise unreadable(source, "is JSON, which holds records and no article", "save the page or its text")
    if looks_like_markdown(text, source.path):
        from generator.reading.documents.markdown import read_markdown

        return read_markdown(text, tuple(repairs))
    rendition = read_plain_text(text, language, recurring)
    return Rendition(
        rendition.text, rendition.lines, rendition.blocks, rendition.metadata, (*repairs, *rendition.repairs)
    )


def _is_binary(content: bytes) -> bool:
    """Whether bytes are no text: many control characters, fewer if it is no UTF-8, and no sign of UTF-16 or UTF-32."""
    sample = content[:65536]
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    if not controls:
        return False
    if sample[:2] in (b"\xff\xfe", b"\xfe\xff") or utf16_without_mark(sample) or escaped_encoding(sample):
        return False
    return controls > len(sample) * (0.1 if is_utf8(sample) else 0.03)


def _is_json(text: str) -> bool:
    """Whether a text is an object or a list in JSON, which a page loads and nobody reads."""
    stripped = text.strip()
    if (stripped[:1], stripped[-1:]) not in (("{", "}"), ("[", "]")):
        return False
    try:
        json.loads(stripped)
    except (ValueError, RecursionError):
        return False
    return True
