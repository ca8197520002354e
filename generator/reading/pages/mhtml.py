"""A page saved as MHTML: the page itself is read as a web page, its address comes from the archive's headers."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from email.policy import compat32

from generator.errors import UnreadableArticle
from generator.model import LineRole, Metadata, Provenance, Source
from generator.reading.metadata import merge
from generator.reading.rendition import Rendition
from generator.reading.source import article_place


def read_mhtml(source: Source, language: str | None = None, recurring: frozenset[str] = frozenset()) -> Rendition:
    """The rendition of the archive's root page, or of the first frame in it that has text.

    Raises ``UnreadableArticle`` where there is no page.
    """
    from generator.reading.pages.page import read_page

    archive = message_from_bytes(source.content, policy=compat32)
    found = Metadata()
    renditions: list[Rendition] = []
    for page in _pages(archive):
        content = page.get_payload(decode=True)
        if not isinstance(content, bytes) or not content.strip():
            continue
        found = found if renditions else _address(archive, page)
        charset = page.get_content_charset()
        renditions.append(read_page(replace(source, content=content), charset, language, recurring, found.url))
        if any(block.role is LineRole.BODY for block in renditions[-1].blocks):
            break  # the first is a set of frames where it has no text
    if not renditions:
        raise UnreadableArticle(
            article_place(source.path), "is a web archive (MHTML) without a page", "save the page again"
        )
    return replace(renditions[-1], metadata=merge(renditions[-1].metadata, found))


def _pages(archive: Message) -> list[Message]:
    """The HTML parts, the one first that the archive names as its start."""
    start = archive.get_param("start")
    parts = [part for part in archive.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    return sorted(parts, key=lambda part: not start or part.get("Content-ID") != start)


def _address(archive: Message, page: Message) -> Metadata:
    """The address under which the page was saved."""
    url = archive.get("Snapshot-Content-Location") or page.get("Content-Location")
    if not url or not str(url).startswith(("http://", "https://")):
        return Metadata()
    return Metadata(url=str(url).strip(), origins={"url": Provenance.declared("MHTML header")})
