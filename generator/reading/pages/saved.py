"""What a browser or a saving program wrote into a page when it was saved: the address, and the time.

Takes the bytes of a page; gives ``Metadata`` with the address and the time of saving (EDTF in UTC), where a comment
at its head states them.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from generator.model import Metadata, Provenance

HEAD_BYTES = 8192
# '<!-- saved from url=(0052)https://courier.example/port -->', as Chromium and its forerunners write it
BROWSER = re.compile(rb"<!--\s*saved from url=\(\d+\)(?P<url>https?://[^\s<>]+)\s*-->", re.IGNORECASE)
# 'Page saved with SingleFile url: https://… saved date: Wed Apr 01 2020 10:00:00 GMT+0200 (…)'
SINGLE_FILE = re.compile(
    rb"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>https?://[^\s<>]+)"
    rb"(?:\s+saved date:\s*\w{3} (?P<date>\w{3} \d\d \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4}))?"
)
# '<!-- Saved from https://courier.example/port at 2020-04-01T08:00:00Z using monolith v2 -->'
MONOLITH = re.compile(rb"<!--\s*Saved from (?P<url>https?://[^\s<>]+) at (?P<moment>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)")


def saved_page(content: bytes) -> Metadata:
    """The address that a page was saved from, and when; nothing where no comment says so."""
    start = content[:HEAD_BYTES]
    found = BROWSER.search(start) or SINGLE_FILE.search(start) or MONOLITH.search(start)
    if found is None:
        return Metadata()
    named = {name: value.decode("ascii", "replace") for name, value in found.groupdict().items() if value}
    retrieved = named.get("moment") or _moment(named.get("date", ""))
    origin = Provenance.declared("comment of the program that saved it")
    known = {"url": origin, **({"retrieved": origin} if retrieved else {})}
    return Metadata(url=named["url"], retrieved=retrieved, origins=known)


def _moment(written: str) -> str | None:
    """The moment in UTC of a date as JavaScript writes it: "Apr 01 2020 10:00:00 GMT+0200"."""
    try:
        moment = datetime.strptime(written, "%b %d %Y %H:%M:%S GMT%z")
    except ValueError:
        return None
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
