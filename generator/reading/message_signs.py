"""The signs of a stored e-mail and of a page saved as one (MHTML): the headers that its first bytes hold."""

from __future__ import annotations

import re

# The names of headers that messages begin with; so many of them make one, fewer where a moment is among them as
# programs write it: "Date: Fri, 6 Oct 2023 09:00:00 +0000"
HEADER = re.compile(
    rb"^(From|To|Cc|Subject|Date|Message-ID|Received|Return-Path|Reply-To|Delivered-To|MIME-Version|Content-Type):",
    re.IGNORECASE | re.MULTILINE,
)
# The first line of a message, perhaps below that of a mailbox: "Received: from …", "From desk@…\nSubject: …"
FIRST_HEADER = re.compile(rb"\s*(?:From \S+[^\n]*\n)?[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]")
FEWEST_HEADERS, FEWEST_WITH_MOMENT = 4, 3
MOMENT = re.compile(
    rb"^Date:[ \t]*(?:[A-Za-z]{3},[ \t]*)?\d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}", re.IGNORECASE | re.MULTILINE
)
# What only a saved page has: where it was, and a program as its sender, in the language of the program: "<Saved by …"
SNAPSHOT = re.compile(rb"^Snapshot-Content-Location:|^From:[^\n@]*(?:\n[ \t][^\n@]*)*(?:\n(?![ \t])|\Z)", re.I | re.M)
# What it is made of: a page with its parts, or the page alone
PAGE_TYPE = re.compile(rb"^Content-Type:\s*(?:multipart/related|text/html|application/xhtml\+xml)", re.I | re.M)
VERSION = re.compile(rb"^MIME-Version:", re.I | re.M)


def is_message(start: bytes) -> bool:
    """Whether the first bytes of a file are the headers of an e-mail, and no page that a browser saved (MHTML)."""
    if not FIRST_HEADER.match(start) or is_saved_page(start):
        return False
    headers = _headers(start)
    named = {name.lower() for name in HEADER.findall(headers)}
    fewest = FEWEST_WITH_MOMENT if MOMENT.search(headers) else FEWEST_HEADERS
    return len(named) >= fewest and {b"from", b"subject"} <= named


def is_saved_page(start: bytes) -> bool:
    """Whether the first bytes of a file are the headers of a page that a browser saved (MHTML)."""
    headers = _headers(start)
    if not (VERSION.search(headers) and PAGE_TYPE.search(headers)):
        return False
    return not re.search(rb"^From:", headers, re.I | re.M) or SNAPSHOT.search(headers) is not None


def _headers(start: bytes) -> bytes:
    return start.replace(b"\r\n", b"\n").split(b"\n\n", 1)[0]
