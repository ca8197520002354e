"""A saved web page becomes a rendition: its main text, block by block, as the page shows it."""

from __future__ import annotations

import re

from generator.model import LineRole, Metadata, Source, fold
from generator.reading.assembly import Piece, assemble
from generator.reading.rendition import Rendition

# The encoding that a page declares: '<meta charset="utf-8">' or 'content="text/html; charset=windows-1251"'
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)


def read_web_page(source: Source, language: str | None = None, recurring: frozenset[str] = frozenset()) -> Rendition:
    """The rendition of a saved page."""
    return read_page(source, None, language, recurring)


def read_page(
    source: Source, declared: str | None, language: str | None = None, recurring: frozenset[str] = frozenset()
) -> Rendition:
    """The rendition of a page whose encoding somebody ``declared`` outside of it (an archive's header)."""
    from lxml import html
    from trafilatura import bare_extraction

    from generator.reading.decoding import decode

    stated = CHARSET.search(source.content[:8192])
    text, repairs = decode(source.content, declared or (stated[1].decode("ascii") if stated else None))
    tree = html.document_fromstring(text, parser=html.HTMLParser(huge_tree=True))
    found = bare_extraction(tree, include_comments=False, include_tables=False, with_metadata=True)
    pieces: list[Piece] = []
    if found is not None and found.body is not None:
        for element in found.body.iterchildren():
            words = fold("".join(element.itertext()))
            role = LineRole.SUBHEAD if element.tag == "head" else LineRole.BODY
            if words and fold(found.title or "") != words:
                pieces.append(Piece(words, role, "main text"))
    known = (
        {"title": found.title, "published": found.date, "url": found.url, "publisher": found.sitename} if found else {}
    )
    known = {name: value for name, value in known.items() if value}
    return assemble(pieces, Metadata(**known, origins=dict.fromkeys(known, "page")), repairs)
