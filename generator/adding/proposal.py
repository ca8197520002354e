"""The sidecar that is proposed for an article: what the file does not say, and in comments what it does and how surely.

Takes the article as read without a sidecar and what others say of it (a bibliography, a feed, the request that brought
it); gives the text of ``<id>.yml``. A value that the file itself states is never repeated as a field, because a stated
field wins over the file for ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import yaml

from generator.adding.addresses import is_front_page, is_same_site, key_of_address
from generator.adding.outcome import Candidate
from generator.model import SIDECAR, Article, Confidence, Metadata, Publisher, fold, squeeze
from generator.reading.metadata import DESCRIBED, with_publisher
from generator.reading.pages.metadata import BEHIND_HEADING

# Fields of a sidecar in the order in which they are written.
FIELDS = (
    "title",
    "subtitle",
    "publisher",
    "supplier",
    "authors",
    "published",
    "updated",
    "language",
    "kind",
    "url",
    "rights",
    "section",
)
ORDER = (*FIELDS, "retrieved", "retrieved_from")
# The rest of an address below a folder: "/ferry-strike" of "/news/ferry-strike", no "/amp", "/print", "/2" or ".html"
ABOVE = re.compile(r"/(?!(?:amp|print|mobile|\d{1,2})(?:[./]|$))[^/]+")
# The path of a section: "/news", no "/ferry-strike" and no "/a1b2"
SECTION = re.compile(r"/[a-z]{2,15}", re.IGNORECASE)
ASKED_FOR = ("title", "publisher", "authors", "published", "kind", "url")
LONGEST_COMMENT = 120

Value = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Witness:
    """What somebody else says of an article; one with ``authority`` overrules what the file says."""

    name: str
    known: Metadata
    authority: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A field to state, with the reason beside it."""

    name: str
    value: Value
    why: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a sidecar would say. ``known`` is the article's metadata with it."""

    known: Metadata
    fields: tuple[Field, ...]
    found: tuple[Field, ...]
    remarks: tuple[str, ...]

    @property
    def url(self) -> str | None:
        """The address that the sidecar states."""
        return next((str(field.value) for field in self.fields if field.name == "url"), None)


def propose(
    candidate: Candidate, article: Article, witnesses: Sequence[Witness], publishers: Sequence[Publisher]
) -> Proposal:
    """Everything but the id, which depends on the names that are free."""
    found = article.metadata
    fields, remarks = _weighed(found, witnesses)
    if candidate.url:
        fields = [field for field in fields if field.name != "url"]
        fields.extend(_addresses(candidate.url, found))
        if found.url and not any(agree("url", found.url, str(field.value)) for field in fields if field.name == "url"):
            remarks.append(f"the file says url: {found.url} ({found.origin_of('url')})")
    url = next((str(field.value) for field in fields if field.name == "url"), found.url)
    if not any(field.name == "publisher" for field in fields):
        outlet = with_publisher(Metadata(url=url), publishers)
        described = outlet.origins.get("publisher") == DESCRIBED
        unsure = found.publisher is None or (described and found.origins.get("publisher") == BEHIND_HEADING)
        if outlet.publisher and unsure:
            fields.append(Field("publisher", outlet.publisher, f"{outlet.origins['publisher']}; likely"))
    retrieved = candidate.retrieved or next((w.known.retrieved for w in witnesses if w.known.retrieved), None)
    if retrieved:
        fields.append(Field("retrieved", retrieved, "when it was fetched or captured; sure"))
    fields = [_with_publisher_id(field, publishers) for field in fields]
    stated = {field.name: field.value for field in fields if field.name != "retrieved_from"}
    return Proposal(
        known=_known(found, stated, publishers),
        fields=tuple(sorted(fields, key=lambda field: ORDER.index(field.name))),
        found=tuple(_found(found)),
        remarks=(*candidate.remarks, *remarks, *found.contradictions),
    )


def _addresses(asked: str, found: Metadata) -> list[Field]:
    """The article's own address, as its page states it, and the one that was asked for where that is another.

    The page is believed where its address is of the same site and none of a front page, a section or a folder.
    """
    own = found.url
    if own is None or agree("url", own, asked) or not is_same_site(own, asked) or _holds_others(own, asked):
        return [Field("url", asked, "where it came from; sure")]
    why = f"the page's own address, {found.origin_of('url')}; {found.confidence_in('url')}"
    return [Field("url", own, why), Field("retrieved_from", asked, "where it came from; sure")]


def _holds_others(url: str, asked: str) -> bool:
    """Whether an address is that of a front page, of a section, or of a folder above the page that was asked for."""
    path, below = urlsplit(url).path.rstrip("/"), urlsplit(asked).path
    above = below.startswith(f"{path}/") and ABOVE.match(below[len(path) :])
    return is_front_page(url) or SECTION.fullmatch(path) is not None or bool(above)


def as_yaml(proposal: Proposal, identifier: str, origin: str) -> str:
    """The text of the sidecar."""
    lines = [f"# Proposed by `dossier add` from {_comment(origin)}", "# Look it over: a field stated here always wins."]
    lines.append(_scalar("id", identifier))
    for field in proposal.fields:
        lines.append(f"# {_comment(field.why)}")
        lines.append(_scalar(field.name, field.value))
    if proposal.found:
        lines.append("# The file itself says (not repeated here):")
        lines.extend(
            f"#   {field.name}: {_comment(_plain(field.value))}  ({_comment(field.why)})" for field in proposal.found
        )
    unknown = unknown_fields(proposal.known)
    if unknown:
        lines.append(f"# Not known: {', '.join(unknown)}. State what you can find out; null says that nobody knows.")
    lines.extend(f"# {_comment(remark)}" for remark in proposal.remarks)
    return "\n".join(lines) + "\n"


def unknown_fields(known: Metadata) -> list[str]:
    """What an editor is asked to find out."""
    return [name for name in ASKED_FOR if getattr(known, name) in (None, ())]


def agree(name: str, one: Value, other: Value) -> bool:
    """Whether two values of a field say the same, one perhaps more exactly."""
    if isinstance(one, tuple) or isinstance(other, tuple):
        return _names(one) == _names(other)
    if name in ("published", "updated"):
        return _same_time(one, other)
    if name == "url":
        return key_of_address(one) == key_of_address(other)
    if name == "language":
        return one.split("-")[0].lower() == other.split("-")[0].lower()
    return squeeze(one) == squeeze(other)


def _weighed(found: Metadata, witnesses: Sequence[Witness]) -> tuple[list[Field], list[str]]:
    """For each field what to state, and what others say that the file contradicts."""
    fields: list[Field] = []
    remarks: list[str] = []
    for name in FIELDS:
        said = [(w, value) for w in witnesses if (value := _value(w.known, name)) is not None]
        if not said:
            continue
        witness, value = said[0]
        own = _value(found, name)
        sure = found.origin_of(name).confidence is Confidence.SURE
        if own is not None and agree(name, own, value):
            continue
        if own is None or witness.authority or not sure:
            file_says = f"; the file says {_plain(own)}" if own is not None and not agree(name, own, value) else ""
            sureness = "sure" if witness.authority else "likely"
            fields.append(Field(name, value, f"from {witness.name}; {sureness}{file_says}"))
        else:
            remarks.append(f"{witness.name} says {name}: {_plain(value)}")
    return fields, remarks


def _found(found: Metadata) -> Iterator[Field]:
    for name in FIELDS:
        value = _value(found, name)
        if value is not None:
            yield Field(name, _shortened(value), f"{found.origin_of(name)}; {found.confidence_in(name)}")


def _known(found: Metadata, stated: dict[str, Value], publishers: Sequence[Publisher]) -> Metadata:
    names = {publisher.id: publisher.name for publisher in publishers}
    if isinstance(outlet := stated.get("publisher"), str):
        stated = {**stated, "publisher": names.get(outlet, outlet)}
    return replace(found, **stated)  # type: ignore[arg-type] # the names are those of Metadata


def _with_publisher_id(field: Field, publishers: Sequence[Publisher]) -> Field:
    """An outlet that ``publishers.yml`` describes is stated by its id."""
    if field.name != "publisher":
        return field
    known = with_publisher(Metadata(publisher=str(field.value), origins={"publisher": SIDECAR}), publishers).publisher
    return next((replace(field, value=p.id) for p in publishers if p.name == known), field)


def _value(known: Metadata, name: str) -> Value | None:
    value = getattr(known, name)
    if name == "language" and value == "und":
        return None
    return value or None


def _plain(value: Value | None) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _shortened(value: Value) -> Value:
    return value[: LONGEST_COMMENT - 1] + "…" if isinstance(value, str) and len(value) > LONGEST_COMMENT else value


def _comment(words: str) -> str:
    """Words that stay within their line and are printable."""
    return fold("".join(letter if letter.isprintable() else " " for letter in words))


def _scalar(name: str, value: Value) -> str:
    written = [_sound(each) for each in value] if isinstance(value, tuple) else _sound(str(value))
    return yaml.safe_dump({name: written}, allow_unicode=True, width=10**6, sort_keys=False).rstrip("\n")


def _sound(words: str) -> str:
    """Words without halves of characters, which JSON can hold and no file in UTF-8; Unicode's line ends are spaces."""
    return re.sub("[\x85\u2028\u2029]", " ", words.encode("utf-8", "replace").decode())


def _names(value: Value) -> frozenset[str]:
    return frozenset(map(squeeze, value if isinstance(value, tuple) else (value,)))


def _same_time(one: str, other: str) -> bool:
    """Whether two dates can be one: the same moment, or the same day, month or year where one says no more."""
    first, second = _moment(one), _moment(other)
    if first and second and first.tzinfo and second.tzinfo:
        return abs((first - second).total_seconds()) < 60
    if moment := first or second:
        day = other if first else one
        if len(day) == 10 and moment.tzinfo:
            # a feed gives the moment in UTC, where it may be another day than at the publisher's
            return any((moment + timedelta(hours=hours)).date().isoformat() == day for hours in (-12, 0, 14))
    shorter = min(len(one), len(other), 10 if "T" not in one or "T" not in other else 16)
    return one[:shorter] == other[:shorter]


def _moment(written: str) -> datetime | None:
    """The moment of a date with a time; absent for a day, a month or a year."""
    if "T" not in written:
        return None
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return None
