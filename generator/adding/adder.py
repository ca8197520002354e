"""The story of ``dossier add``: everything that was named → candidates → read → named → put on the shelf.

Takes what the editor named, gives one outcome for each thing as soon as it is known. One thing that cannot be added
never stops the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from generator.adding.addresses import is_address, shown
from generator.adding.archives import archive_kind_of, unpack
from generator.adding.bibliography import Bibliography, read_bibliography
from generator.adding.feeds import entries_of
from generator.adding.fetching import Fetched, Fetcher, Limits
from generator.adding.files import candidates_in, moved
from generator.adding.judging import Captures, refuse_records, why_no_article
from generator.adding.naming import ending, telling_stem
from generator.adding.outcome import Added, AlreadyThere, Candidate, LeftOut, Outcome
from generator.adding.proposal import Proposal, Witness, as_yaml, propose
from generator.adding.shelf import Shelf
from generator.adding.stated import stated_sidecar
from generator.errors import ContentProblem, Place, UnreadableArticle
from generator.model import Article, Metadata, Source
from generator.project import Project, load_project
from generator.reading.article import read_article

PACKAGES = ("anyascii", "bibtexparser", "brotli", "feedparser", "protego", "rispy", "urllib3", "warcio")


@dataclass(frozen=True, slots=True)
class Request:
    """What the editor asked for: paths and addresses, feeds, bibliographies."""

    things: Sequence[str] = ()
    feeds: Sequence[str] = ()
    bibliographies: Sequence[Path] = ()
    allow_private: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class _Desk:
    """Everything that the steps share during one run."""

    project: Project
    shelf: Shelf
    bibliography: Bibliography
    fetcher: Fetcher
    dry_run: bool
    captures: Captures = field(default_factory=Captures)


def add(root: Path, request: Request, limits: Limits | None = None) -> Iterator[Outcome]:
    """Add all that was asked for to the project in ``root``; nothing that is there is changed.

    Raises ``ContentProblem`` where the packages for it are not installed.
    """
    _all_installed()
    project = load_project(root)
    bibliography, problems = read_bibliography(request.bibliographies)
    yield from problems
    fetcher = Fetcher(allow_private=request.allow_private, contact=project.settings.contact, limits=limits)
    desk = _Desk(project, Shelf(project, planned=request.dry_run), bibliography, fetcher, request.dry_run)
    for thing in request.things:
        found = _from_address(desk, thing, None) if is_address(thing) else candidates_in(Path(thing))
        yield from _all_placed(desk, found)
    for feed in request.feeds:
        yield from _all_placed(desk, _from_feed(desk, feed))
    for record in bibliography.unused():
        yield LeftOut(record, "no article that was added matches this record by address, title or file name")


def _all_installed() -> None:
    missing = [name for name in PACKAGES if find_spec(name) is None]
    if missing:
        fact = f"needs packages that are not installed: {', '.join(missing)}"
        raise ContentProblem(Place("dossier add"), fact, 'install them: pip install "briefing-dossier[adding]"')


def _all_placed(desk: _Desk, found: Iterator[Candidate | LeftOut | AlreadyThere | ContentProblem]) -> Iterator[Outcome]:
    for candidate in found:
        if not isinstance(candidate, Candidate):
            yield candidate
            continue
        try:
            yield _placed(desk, candidate)
        except ContentProblem as problem:
            # pages of an archive that hold no article are what every page is made of: frames, forms, adverts
            frame = candidate.from_archive and isinstance(problem, UnreadableArticle)
            yield LeftOut(candidate.origin, problem.fact) if frame else moved(problem, candidate.origin)


def _from_address(
    desk: _Desk, url: str, said: Metadata | None
) -> Iterator[Candidate | LeftOut | AlreadyThere | ContentProblem]:
    if known := desk.shelf.holds_address(url):
        yield AlreadyThere(shown(url), known, "the same address")
        return
    try:
        fetched = desk.fetcher.fetch(url)
    except ContentProblem as problem:
        yield problem
        return
    if known := desk.shelf.holds_address(fetched.url):
        yield AlreadyThere(shown(url), known, f"the same address, {shown(fetched.url)},")
        return
    kind = archive_kind_of(BytesIO(fetched.content))
    if kind:
        yield from unpack(BytesIO(fetched.content), kind, shown(fetched.url))
    else:
        yield _candidate(fetched, said)


def _candidate(fetched: Fetched, said: Metadata | None) -> Candidate:
    name = fetched.name
    return Candidate(
        origin=shown(fetched.asked),
        source=Source(name, fetched.content),
        name=name,
        url=fetched.url,
        retrieved=fetched.retrieved,
        remarks=fetched.remarks,
        said=said,
    )


def _from_feed(desk: _Desk, feed: str) -> Iterator[Candidate | LeftOut | AlreadyThere | ContentProblem]:
    try:
        if is_address(feed):
            fetched = desk.fetcher.fetch(feed)
            content, base, kind = fetched.content, fetched.url, fetched.headers.get("content-type", "")
        else:
            content, base, kind = Path(feed).read_bytes(), "", ""
        entries = entries_of(content, base, kind, shown(feed))
    except ContentProblem as problem:
        yield problem
        return
    except OSError as error:
        yield ContentProblem(Place(shown(feed)), f"cannot be opened ({error.strerror})", "check the path")
        return
    for entry in entries:
        yield from _from_address(desk, entry.url, entry.known)


def _placed(desk: _Desk, candidate: Candidate) -> Added | AlreadyThere | LeftOut:
    """One candidate read, named and put on the shelf, unless it is there already or is no article."""
    content = candidate.source.content
    there = desk.shelf.holds(content)
    if there and not desk.bibliography:
        return AlreadyThere(candidate.origin, there)
    refuse_records(content, candidate.origin)
    publishers = desk.project.vocabulary.publishers
    article = read_article(candidate.source, publishers=publishers)
    if candidate.from_archive and (
        reason := why_no_article(article, candidate) or desk.captures.seen(article, candidate)
    ):
        return LeftOut(candidate.origin, reason)
    proposal = propose(candidate, article, _witnesses(desk, candidate, article), publishers)
    if there:
        return _nothing_new(desk, candidate, there, proposal)
    own = proposal.url if candidate.url and not candidate.from_archive else None
    if own and (known := desk.shelf.holds_address(own)):
        return AlreadyThere(candidate.origin, known, f"the same address, {shown(own)},")
    return _put(desk, candidate, article, proposal)


def _witnesses(desk: _Desk, candidate: Candidate, article: Article) -> list[Witness]:
    """Who else says something of an article, those with authority first."""
    found = []
    record = desk.bibliography.match(candidate, article)
    if record:
        found.append(Witness(record.place, record.known, authority=True))
    if candidate.said:
        found.append(Witness("the feed", candidate.said))
    return found


def _nothing_new(desk: _Desk, candidate: Candidate, there: str, proposal: Proposal) -> AlreadyThere:
    """An article that is there, with what its sidecar could say where a bibliography says something of it."""
    beside = desk.shelf.sidecar_of(there)
    text = as_yaml(proposal, desk.shelf.id_of(there), candidate.origin) if proposal.fields else ""
    reason = "the same bytes" if beside is None else f"the same bytes, with the sidecar {beside}"
    return AlreadyThere(candidate.origin, there, reason, text)


def _put(desk: _Desk, candidate: Candidate, article: Article, proposal: Proposal) -> Added:
    wanted = telling_stem(article, proposal.known, candidate.name)
    suffix = ending(candidate.source)
    stated = stated_sidecar(candidate, desk.shelf)
    addresses = tuple(dict.fromkeys(filter(None, (candidate.url, proposal.url))))
    while True:
        stem = desk.shelf.free_stem((stated and stated.id) or wanted)
        text = stated.content if stated else as_yaml(proposal, stem, candidate.origin).encode()
        try:
            file = desk.shelf.put(stem, suffix, candidate.source.content, text, addresses)
        except FileExistsError:
            continue  # somebody else took the name meanwhile
        offered = as_yaml(proposal, stem, candidate.origin) if stated is None or proposal.fields else ""
        return Added(candidate.origin, file, stem, proposal.known, offered, stated is not None, desk.dry_run)
