"""What is known of an article, from several witnesses, each field with its origin.

Takes ``Metadata`` values in the order in which they are trusted and gives one; an editor's sidecar always wins, a
stated null too; an outlet that the project describes gives its name where the address or the text names it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import fields, replace
from urllib.parse import urlsplit

from generator.model import SIDECAR, Line, LineRole, Metadata, Provenance, Publisher, Sidecar, fold, seen

WORDS_OF_TEXT = Provenance.read("words of the text")
"""Where a language was read that nobody declares."""
FIELDS = tuple(field.name for field in fields(Metadata) if field.name not in ("origins", "language", "contradictions"))
# Second-level names that stand between an outlet's own name and the country: "outlet.co.uk", "outlet.com.tr"
PUBLIC_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gob", "gov", "info", "net", "ne", "or", "org", "web"})
GENERIC_ENDINGS = frozenset({"com", "eu", "example", "info", "net", "news", "org", "press"})
LONGEST_NAMING_CHARS = 300
# Where the name of an outlet stands that the project describes
DESCRIBED = Provenance.declared("publishers.yml")

# Lines in which an outlet names itself; captions and credits name others.
AROUND = frozenset({LineRole.NAVIGATION, LineRole.APPEAL, LineRole.REPEAT, LineRole.OTHER, LineRole.DATELINE})
# What every host name holds
INNER_POINT = re.compile(r"\.[A-Za-z]")
# A host name in a line: "outlet.example - News", "© www.outlet.co.uk Terms"
HOST = re.compile(r"(?<![\w@./-])(?:www\.)?[a-z0-9-]{3,}(?:\.[a-z0-9-]{2,})*\.[a-z]{2,}(?![\w@-])", re.IGNORECASE)


def merge(*witnesses: Metadata) -> Metadata:
    """One value from several: for each field the first witness that knows it, with that witness's origin."""
    known: dict[str, object] = {}
    origins: dict[str, Provenance] = {}
    for witness in witnesses:
        for name in FIELDS:
            value = getattr(witness, name)
            if name not in known and value not in (None, ()):
                known[name] = value
                origins[name] = witness.origin_of(name)
        if "language" not in known and witness.language != "und":
            known["language"] = witness.language
            origins["language"] = witness.origins.get("language", WORDS_OF_TEXT)
    doubts = tuple(dict.fromkeys(doubt for witness in witnesses for doubt in witness.contradictions))
    return Metadata(**known, origins=origins, contradictions=doubts)  # type: ignore[arg-type]


def as_seen(found: Metadata) -> Metadata:
    """Title, subtitle and names without soft hyphens and characters of no width, as a reader sees them."""
    return replace(
        found,
        title=found.title and seen(found.title),
        subtitle=found.subtitle and seen(found.subtitle),
        publisher=found.publisher and seen(found.publisher),
        authors=tuple(map(seen, found.authors)),
    )


def with_sidecar(found: Metadata, sidecar: Sidecar | None) -> Metadata:
    """What was found, overruled by every field that the sidecar states; a field stated as null is not known."""
    if sidecar is None:
        return found
    stated = [name for name in (*FIELDS, "language") if name in sidecar.stated]
    values = {name: getattr(sidecar.metadata, name) for name in stated}
    told = {name: sidecar.metadata.origins.get(name, SIDECAR) for name in stated}
    return replace(found, **values, origins={**found.origins, **told})


def with_publisher(found: Metadata, publishers: Sequence[Publisher], lines: Sequence[Line] = ()) -> Metadata:
    """The outlet's name as the project writes it, by the host of the address or the name that the text gives.

    Without an entry of the project: the name that was found; else the name in the host of the address; else the name
    in the one host that the lines around the article name more than once, as they write it elsewhere.
    """
    named = _host_in(lines) if not found.publisher and not found.url else None
    known = _publisher_of(found, publishers) or _publisher_in(lines, publishers, found, named)
    if known is not None:
        return _published_by(found, known.name, DESCRIBED)
    if found.publisher:
        in_line = found.origin_of("publisher").line is not None
        signed = _signed(found.publisher, lines) if in_line else found.publisher
        return replace(found, publisher=signed)
    if found.url and (outlet := outlet_of_host(_host(found.url) or "")):
        return _published_by(found, outlet, Provenance.read("host of the address"))
    written = _as_written(named, lines) if named else None
    if written:
        return _published_by(found, written, Provenance.read(f"{named} in the lines around the article"))
    return found


def _signed(name: str, lines: Sequence[Line]) -> str:
    """A name that stands in a line; where it is a host, as the lines write it elsewhere."""
    return (_as_written(name, lines) or name.lower().removeprefix("www.")) if HOST.fullmatch(name) else name


def _as_written(host: str, lines: Sequence[Line]) -> str | None:
    """The outlet's name as the lines write it: "The Daily Name" for dailyname.example."""
    label = outlet_of_host(host) or host
    spelled = r"[\s’'-]?".join(re.escape(letter) for letter in label if letter.isalnum())
    pattern = re.compile(rf"(?<![\w@./-])(?:The )?{spelled}(?![\w@/-]|\.\w)", re.IGNORECASE)
    written = Counter(
        match
        for line in lines
        if not line.kept and len(line.text) < LONGEST_NAMING_CHARS
        for match in pattern.findall(fold(line.text))
        if any(map(str.isupper, match))
    )
    return min(written, key=lambda name: (-written[name], name)) if written else None


def _published_by(found: Metadata, name: str, origin: Provenance) -> Metadata:
    return replace(found, publisher=name, origins={**found.origins, "publisher": origin})


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
    host = (_host(found.url) or "") if found.url else ""
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


def _publisher_in(
    lines: Sequence[Line], publishers: Sequence[Publisher], found: Metadata, named: str | None
) -> Publisher | None:
    """The one outlet of the project whose host or name stands in the lines around the article; absent for several."""
    if found.publisher or found.url or not publishers:
        return None
    around = [fold(line.text).casefold() for line in lines if line.role in AROUND]
    matching = [
        publisher
        for publisher in publishers
        if any(_names(line, known) for line in around for known in (publisher.name, *publisher.names, *publisher.hosts))
        or (named is not None and any(_within(named, host) for host in publisher.hosts))
    ]
    return matching[0] if len(matching) == 1 else None


def _names(line: str, name: str) -> bool:
    """Whether a folded line holds a name as whole words."""
    words = fold(name).casefold()
    return len(words) >= 3 and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", line) is not None


def _host_in(lines: Sequence[Line]) -> str | None:
    """The host that the lines around the article name at least twice, and oftener than any other."""
    counts: Counter[str] = Counter(
        host.lower().removeprefix("www.")
        for line in lines
        if line.role in AROUND and len(line.text) < LONGEST_NAMING_CHARS and INNER_POINT.search(line.text)
        for host in set(HOST.findall(line.text))
        if _is_of_a_house(host)
    )
    most = counts.most_common(2)
    if not most or most[0][1] < 2 or (len(most) > 1 and most[1][1] == most[0][1]):
        return None
    return most[0][0]


def _is_of_a_house(host: str) -> bool:
    """Whether a host ends as outlets' do, and not as two sentences that were glued: "together.Show", "mit.show"."""
    return len(ending := host.rpartition(".")[2].lower()) == 2 or ending in GENERIC_ENDINGS


def _host(url: str) -> str | None:
    try:
        host: str | None = urlsplit(url).hostname
    except ValueError:
        return None
    return host


def _within(host: str, known: str) -> bool:
    return host == known.lower() or host.endswith(f".{known.lower()}")
