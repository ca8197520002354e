"""What is known of an article, from several witnesses, each field with its origin.

Takes ``Metadata`` values in the order in which they are trusted and gives one; an editor's sidecar always wins, a
stated null too; an outlet that the project describes gives its name where the address or the text names it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, replace
from urllib.parse import urlsplit

from generator.model import Metadata, Publisher, Sidecar, fold

FIELDS = tuple(field.name for field in fields(Metadata) if field.name not in ("origins", "language", "contradictions"))
# Second-level names that stand between an outlet's own name and the country: "outlet.co.uk", "outlet.com.tr"
PUBLIC_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gob", "gov", "info", "net", "ne", "or", "org", "web"})


def merge(*witnesses: Metadata) -> Metadata:
    """One value from several: for each field the first witness that knows it, with that witness's origin."""
    known: dict[str, object] = {}
    origins: dict[str, str] = {}
    for witness in witnesses:
        for name in FIELDS:
            value = getattr(witness, name)
            if name not in known and value not in (None, ()):
                known[name] = value
                origins[name] = witness.origins.get(name, "text")
        if "language" not in known and witness.language != "und":
            known["language"] = witness.language
            origins["language"] = witness.origins.get("language", "text")
    doubts = tuple(dict.fromkeys(doubt for witness in witnesses for doubt in witness.contradictions))
    return Metadata(**known, origins=origins, contradictions=doubts)  # type: ignore[arg-type]


def with_sidecar(found: Metadata, sidecar: Sidecar | None) -> Metadata:
    """What was found, overruled by every field that the sidecar states; a field stated as null is not known."""
    if sidecar is None:
        return found
    stated = [name for name in (*FIELDS, "language") if name in sidecar.stated]
    values = {name: getattr(sidecar.metadata, name) for name in stated}
    return replace(found, **values, origins={**found.origins, **dict.fromkeys(stated, "sidecar")})


def with_publisher(found: Metadata, publishers: Sequence[Publisher], stated: frozenset[str] = frozenset()) -> Metadata:
    """The outlet's name as the project writes it, by the host of the address or the name that the text gives.

    Without an entry of the project, the name that was found; else, from the address, the name in its host.
    """
    if "publisher" in stated:
        return found
    known = _publisher_of(found, publishers)
    if known is not None:
        return replace(found, publisher=known.name, origins={**found.origins, "publisher": "publishers.yml"})
    name = None if found.publisher or not found.url else outlet_of_host(urlsplit(found.url).hostname or "")
    if name is None:
        return found
    return replace(found, publisher=name, origins={**found.origins, "publisher": "host of the address"})


def outlet_of_host(host: str) -> str | None:
    """The registrable name of a host without its top-level domain, lower-case: "www.outlet.co.uk" gives "outlet"."""
    labels = [label for label in host.lower().split(".") if label]
    # An address in numbers ("127.0.0.1") or a bare machine name says nothing of an outlet.
    if len(labels) < 2 or re.fullmatch(r"[\d.:]+", host):
        return None
    labels.pop()
    if len(labels) > 1 and labels[-1] in PUBLIC_SECOND_LEVEL:
        labels.pop()
    return labels[-1]


def _publisher_of(found: Metadata, publishers: Sequence[Publisher]) -> Publisher | None:
    host = (urlsplit(found.url).hostname or "") if found.url else ""
    for publisher in publishers:
        if any(host == known or host.endswith(f".{known}") for known in map(str.lower, publisher.hosts)):
            return publisher
    if not found.publisher:
        return None
    name = fold(found.publisher).casefold()
    for publisher in publishers:
        names = {fold(known).casefold() for known in (publisher.name, *publisher.names, *publisher.hosts)}
        if name in names:
            return publisher
    return None
