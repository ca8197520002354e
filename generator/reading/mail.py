"""A stored e-mail: the article is its text or its page, whichever holds the article; its headers say the rest.

Takes a ``Source`` with the headers of a message; gives the rendition of one of its parts. What the part itself says
comes first; the subject is a title and the date of sending a date of publication only where it says none, and the
date only of a message that nobody answered or passed on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from email.policy import default
from email.utils import parsedate_to_datetime
from functools import cache

from generator.errors import UnreadableArticle
from generator.languages import available, words
from generator.model import LineRole, Metadata, Provenance, Source, fold
from generator.reading.metadata import merge
from generator.reading.rendition import Rendition
from generator.reading.source import unreadable

# The text of a message is taken before its page where it has at least so much of what the page has.
TEXT_SHARE = 0.7


def read_mail(source: Source, language: str | None = None, recurring: frozenset[str] = frozenset()) -> Rendition:
    """The rendition of the part that holds the article. Raises ``UnreadableArticle`` where no part has text."""
    message = message_from_bytes(source.content, policy=default)
    text = max(_renditions(message, "text/plain", source, language, recurring), key=_body_chars, default=None)
    page = max(_renditions(message, "text/html", source, language, recurring), key=_body_chars, default=None)
    chosen = page if text is None or (page and _body_chars(text) < TEXT_SHARE * _body_chars(page)) else text
    if chosen is None:
        attached = sum(part.get_filename() is not None for part in message.walk())
        fact = (
            f"is an e-mail without text of its own ({attached} attached)" if attached else "is an e-mail without text"
        )
        raise unreadable(source, fact, "save what is attached, or the article's page, and add that")
    return replace(chosen, metadata=merge(chosen.metadata, _stated(message, language or chosen.metadata.language)))


def _renditions(
    message: Message, kind: str, source: Source, language: str | None, recurring: frozenset[str]
) -> Iterator[Rendition]:
    """The renditions of the parts of one kind that are not attached files and have something to read."""
    from generator.reading.decoding.text import decode
    from generator.reading.documents.plain_text import read_plain_text
    from generator.reading.pages.page import read_page

    for part in message.walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() != kind or part.get_filename() or not isinstance(content, bytes):
            continue
        if not content.strip():
            continue
        if kind == "text/html":
            try:
                yield read_page(replace(source, content=content), part.get_content_charset(), language, recurring)
            except UnreadableArticle:
                continue  # another part may be read
        else:
            plain, repairs = decode(content, part.get_content_charset())
            rendition = read_plain_text(plain, language, recurring)
            yield replace(rendition, repairs=(*repairs, *rendition.repairs))


def _body_chars(rendition: Rendition) -> int:
    return sum(block.end - block.start for block in rendition.blocks if block.role is LineRole.BODY)


def _stated(message: Message, language: str | None) -> Metadata:
    """What the headers say of the article; the kind is read by the words of its language and English ones."""
    from generator.reading.heads.names import kind_in_title

    subject = fold(str(message.get("Subject") or ""))
    title = _prefixes().sub("", subject)
    known: dict[str, str] = {"title": title} if title else {}
    if title == subject and (day := _day_sent(message)):
        known["published"] = day
    if title and (kind := kind_in_title(title, language or "en")):
        known["kind"] = kind
    return Metadata(**known, origins=dict.fromkeys(known, Provenance.read("header of the e-mail")))  # type: ignore[arg-type]


@cache
def _prefixes() -> re.Pattern[str]:
    """What programs for mail put before a subject, in any language: "Fwd: ", "AW: ", "Re[2]: "."""
    listed = {word for code in available() for word in words(code, "files", "mail_prefixes")}
    choices = "|".join(map(re.escape, sorted(listed)))
    return re.compile(rf"^(?:(?:{choices})(?:\[\d+\])?\s?:\s*)+", re.I)


def _day_sent(message: Message) -> str | None:
    """The day of sending, where the sender was; absent where the header states none."""
    try:
        return parsedate_to_datetime(str(message.get("Date"))).date().isoformat()
    except (TypeError, ValueError, OverflowError):
        return None
