"""A page saved as MHTML: the page itself is read as a web page, its address comes from the archive's headers."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from email.policy import compat32

from generator.errors import UnreadableArticle
from generator.model import Metadata, Provenance, Source
from generator.reading.metadata import merge
from generator.reading.rendition import Rendition
from generator.reading.source import article_place


def read_mhtml(source: Source, language: str | None = None, recurring: frozenset[str] = frozenset()) -> Rendition:
    """The rendition of the archive's root page. Raises ``UnreadableArticle`` where there is none."""
    from generator.reading.pages.page import read_page

    archive = message_from_bytes(source.content, policy=compat32)
    page = _root_page(archive)
    content = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(content, bytes) or not content.strip():
        raise UnreadableArticle(
            article_place(source.path), "is a web archive (MHTML) without a page", "save the page again"
        )
    found = _address(archive, page)
    rendition = read_page(replace(source, content=content), page.get_content_charset(), language, recurring, found.url)
    return replace(rendition, metadata=merge(rendition.metadata, found))


def _root_page(archive: Message) -> Message | None:
    """The part that the archive names as its start, else its first HTML part."""
    start = archive.get_param("start")
    parts = [part for part in archive.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    named = [part for part in parts if start and part.get("Content-ID") == start]
    return next(iter(named or parts), None)


def _address(archive: Message, page: Message) -> Metadata:
    """The address under which the page was saved."""
    url = archive.get("Snapshot-Content-Location") or page.get("Content-Location")
    if not url or not str(url).startswith(("http://", "https://")):
        return Metadata()
    return Metadata(url=str(url).strip(), origins={"url": Provenance.declared("MHTML header")})
