"""An article's file as the audit reads it: by its own decoding and its own parsers, not through ``reading``.

Takes a file as received and gives the plain words that it can be said to contain. A file may be read in more than
one honest way (a Markdown file rendered or as it stands, an old encoding that nothing declares); words count as the
article's when one reading has them. White space is folded, NFC applied, and characters that no reader sees are
dropped: soft hyphens, zero-width spaces, controls.
"""

from __future__ import annotations

import email
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from generator.publishing.audit.characters import decodings, plain
from generator.publishing.audit.printed import pdf_words, word_document
from generator.publishing.audit.shown import page_text, shown

# The headers of an e-mail, and how many of them make one.
MAIL_HEADER, MAIL_HEADERS = re.compile(rb"^(?:from|to|subject|date|message-id|mime-version|content-type):", re.M), 3
# An HTML block element opens: "<p>" or "<div class=a>", but not "a < b".
BLOCK_TAG = re.compile(r"<(?:html|body|article|main|div|p|h[1-6]|section|br)\b[^<>]*>", re.IGNORECASE)
# Front matter: lines between two lines of --- or +++ at the very start.
FRONT_MATTER = re.compile(r"\A\s*(---|\+\+\+)[ \t]*\n.*?\n\1[ \t]*\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """A file of ``sources/articles``: hash of its bytes, and its words in every reading that makes sense.

    ``decoded`` are the readings as plain text with offsets kept (NFC, ``\\n`` as line end), for checking positions:
    where the file as it stands is the article, what is said to stand around a quote must stand there without a gap.
    """

    sha256: str
    words: tuple[str, ...]
    decoded: tuple[str, ...] = ()


def read_article_file(path: Path) -> ArticleFile:
    """Read one file. Raises ``OSError`` where there is none, ``ValueError`` where it is damaged."""
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if content[:1024].find(b"%PDF-") >= 0:
        return ArticleFile(digest, tuple(pdf_words(content)))
    if content.startswith(b"PK\x03\x04"):
        return ArticleFile(digest, (plain(word_document(content)),))
    decoded = tuple(dict.fromkeys(decodings(content)))
    parts = _parts(content)
    pages = [text for text in parts or decoded if BLOCK_TAG.search(text)]
    if pages and len(pages) < len(parts):  # an e-mail holds a page and its text
        readings = [*(plain(t) for p in pages for t in shown(p)), *map(plain, parts)]
        return ArticleFile(digest, tuple(dict.fromkeys(readings)), tuple(parts))
    decoded = tuple(parts) if parts and not pages else decoded
    if pages:
        return ArticleFile(digest, tuple(dict.fromkeys(plain(t) for p in pages for t in shown(p))))
    rendered = [_rendered_markdown(reading) for text in decoded for reading in (text, _as_notes_show_it(text))]
    readings = [*decoded, *rendered]
    return ArticleFile(digest, tuple(dict.fromkeys(map(plain, readings))), decoded)


def _parts(content: bytes) -> list[str]:
    """The pages and texts inside a saved web archive (MHTML) or an e-mail; none of any other file."""
    headers = content[:4096].replace(b"\r\n", b"\n").split(b"\n\n")[0]
    if b"multipart/related" not in content[:4096] and len(set(MAIL_HEADER.findall(headers.lower()))) < MAIL_HEADERS:
        return []
    parts = [part for part in email.message_from_bytes(content).walk() if part.get_content_maintype() == "text"]
    payloads = [payload for part in parts if isinstance(payload := part.get_payload(decode=True), bytes)]
    return [text for payload in payloads for text in decodings(payload)]


def _rendered_markdown(text: str) -> str:
    import markdown

    rendered = markdown.markdown(FRONT_MATTER.sub("", text))
    return page_text(f"<body>{rendered}</body>")


def _as_notes_show_it(text: str) -> str:
    """Markdown in which links between notes and marked words are the words that a program for notes shows."""
    shown = re.sub(r"\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]+)\]\]", r"\1", text)  # "[[Port|the port]]"
    shown = re.sub(r"==([^=\n]+)==", r"\1", shown)  # "==marked=="
    return re.sub(r"^(\d+)\. ", r"\1\\. ", shown, flags=re.MULTILINE)  # "12. Mai" is no point of a list
