"""The signs of a stored e-mail: the headers that its first bytes hold."""

from __future__ import annotations

import re

# The names of headers that messages begin with; so many of them make one
HEADER = re.compile(
    rb"^(From|To|Cc|Subject|Date|Message-ID|Received|Return-Path|Reply-To|Delivered-To|MIME-Version|Content-Type):",
    re.IGNORECASE | re.MULTILINE,
)
FIRST_HEADER = re.compile(rb"\s*(?:From \S+[^\n]*\n)?[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]")
FEWEST_HEADERS = 4


def is_message(start: bytes) -> bool:
    """Whether the first bytes of a file are the headers of an e-mail, and no page that a browser saved (MHTML)."""
    if not FIRST_HEADER.match(start):
        return False
    headers = start.replace(b"\r\n", b"\n").split(b"\n\n", 1)[0]
    if b"Snapshot-Content-Location" in headers or b"<Saved by" in headers:
        return False
    named = {name.lower() for name in HEADER.findall(headers)}
    return len(named) >= FEWEST_HEADERS and {b"from", b"subject"} <= named
