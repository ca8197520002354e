"""All articles of a project: every file read, ids unique, what could not be read listed with its reason.

Two passes: the first finds lines that recur in several articles (furniture by that very fact), the second reads each
article, which is a pure function of its bytes, its sidecar and those lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from generator.cache import Cache, key_of
from generator.errors import ContentProblem, Place, UnreadableArticle
from generator.model import Article, LineRole, Publisher, Sidecar, Source
from generator.on_demand import fit_in_memory
from generator.progress import Progress, silent
from generator.project import Project
from generator.reading.article import read_article
from generator.reading.bodies_aside import BodiesAside
from generator.reading.decoding.text import decode
from generator.reading.documents.plain_text import recurring_lines
from generator.reading.outlets_of_folder import with_outlets_of_folder
from generator.reading.sharing import Sharing
from generator.reading.source import article_place, find_sources, load, within_limit_undecoded
from generator.workers import in_order

# With fewer files to read, a worker takes longer to start than the reading takes.
WORTH_WORKERS = 16
TEXT_SUFFIXES = (".txt", ".text", "")

_File = tuple[Path, Sidecar | None]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles in order of their path, the files that gave none, and mistakes that stop a build."""

    articles: tuple[Article, ...]
    skipped: tuple[ContentProblem, ...] = ()
    problems: tuple[ContentProblem, ...] = ()


def read_corpus(
    project: Project,
    workers: Executor | None = None,
    progress: Progress = silent,
    *,
    every_line: bool = False,
) -> Corpus:
    """Read every article below ``sources/articles``; one that cannot be read never stops the others.

    Lines that are body beyond doubt are dropped once they have been read, and blank ones, but for ``every_line``:
    their words stand in the paragraphs. A corpus is held in memory as a whole, but for the bodies of a large one.
    """
    folder = project.articles_folder
    if not folder.is_dir():
        return Corpus(())
    listing = find_sources(folder)
    recurring = recurring_lines(_texts(listing.paths, folder))
    sidecars = _sidecars(listing.paths, folder, project.sidecars)
    key = key_of(sorted(recurring))
    read = _Reader(folder, project.vocabulary.publishers, recurring, key, project.cache_folder, every_line)
    results = _all_read(read, [(path, sidecars.get(path)) for path in listing.paths], workers)
    articles: list[Article] = []
    skipped: list[ContentProblem] = list(listing.problems)
    for done, result in enumerate(results, start=1):
        if isinstance(result, Article):
            articles.append(result)
        else:
            skipped.append(result)
        progress("read", done, len(listing.paths))
    described = {path.relative_to(folder).as_posix() for path in sidecars}
    owners = _owners_of_ids(articles, described)
    skipped += _repeated_ids(articles, owners)
    articles = [article for article in articles if owners[article.id] is article]
    problems = tuple(_lonely_sidecars(project.sidecars, sidecars.values()))
    return Corpus(tuple(with_outlets_of_folder(articles)), tuple(skipped), problems)


def _all_read(read: _Reader, files: Sequence[_File], workers: Executor | None) -> Iterator[Article | UnreadableArticle]:
    """What each file gives, in order: what is kept from an earlier run at once, the rest shared among the workers."""
    hold = _Hold(len(files))
    kept = [hold(found) if found else None for found in map(read.kept_result, files)]
    missing = [file for file, found in zip(files, kept, strict=True) if found is None]
    many = workers is not None and len(missing) >= WORTH_WORKERS
    made = in_order(workers, read, missing) if workers and many else map(read, missing)
    fresh = map(hold, made)
    return (found or next(fresh) for found in kept)


class _Hold:
    """What was read as it stays in memory: parts that articles have in common once, bodies of very many in a file."""

    def __init__(self, files: int) -> None:
        self._sharing = Sharing()
        self._bodies = None if fit_in_memory(files) else BodiesAside()

    def __call__(self, result: Article | UnreadableArticle) -> Article | UnreadableArticle:
        if not isinstance(result, Article):
            return result
        article = self._sharing.of(result)
        return self._bodies.of(article) if self._bodies else article


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one article, here or in a worker; a problem comes back as a value, so that it stops no other article."""

    folder: Path
    publishers: Sequence[Publisher]
    recurring: frozenset[str]
    recurring_key: str
    kept: Path
    every_line: bool

    def __call__(self, file: _File) -> Article | UnreadableArticle:
        path, sidecar = file
        try:
            source = load(path, self.folder)
            key = self._key(source, sidecar)
            return self._held(Cache(self.kept).get_or_make(Article, key, lambda: self._read(source, sidecar)))
        except UnreadableArticle as problem:
            return problem

    def kept_result(self, file: _File) -> Article | UnreadableArticle | None:
        """What an earlier run made of the file; ``None`` where it has still to be read."""
        path, sidecar = file
        try:
            found = Cache(self.kept).get(Article, self._key(load(path, self.folder), sidecar))
        except UnreadableArticle as problem:
            return problem
        return self._held(found) if found else None

    def _held(self, article: Article) -> Article:
        """The article without its blank lines and those that only say its paragraphs again."""
        if self.every_line:
            return article
        spoken = (line for line in article.lines if line.text.strip())
        lines = tuple(line for line in spoken if line.doubtful or not (line.kept and line.role is LineRole.BODY))
        return replace(article, lines=lines)

    def _key(self, source: Source, sidecar: Sidecar | None) -> str:
        return key_of("read", source.path, source.content, sidecar, self.publishers, self.recurring_key)

    def _read(self, source: Source, sidecar: Sidecar | None) -> Article:
        return read_article(source, sidecar, self.publishers, self.recurring)


def _texts(paths: Sequence[Path], folder: Path) -> Iterator[list[str]]:
    """The lines of each plain text, one file in memory at a time; pages and documents mark their furniture."""
    for path in paths:
        if path.suffix.lower() in TEXT_SUFFIXES:
            try:
                source = load(path, folder)
                within_limit_undecoded(source)
                yield decode(source.content)[0].split("\n")
            except UnreadableArticle:
                continue  # reported when the article itself is read


def _sidecars(paths: Sequence[Path], folder: Path, known: Mapping[str, Sidecar]) -> dict[Path, Sidecar]:
    """For each article ``a/b.txt`` the sidecar ``a/b.yml`` or, where two files share a stem, ``a/b.txt.yml``."""
    found = {}
    for path in paths:
        below = path.relative_to(folder)
        sidecar = known.get(below.as_posix()) or known.get(below.with_suffix("").as_posix())
        if sidecar:
            found[path] = sidecar
    return found


def _lonely_sidecars(known: Mapping[str, Sidecar], used: Iterable[Sidecar]) -> Iterator[ContentProblem]:
    places = {sidecar.place for sidecar in used}
    for sidecar in known.values():
        if sidecar.place not in places:
            remedy = "name it like its article (oil-2023.yml beside oil-2023.txt), or remove it if its article has gone"
            yield ContentProblem(Place(sidecar.place.file), "no article stands beside this sidecar", remedy)


def _owners_of_ids(articles: Sequence[Article], described: Set[str]) -> dict[str, Article]:
    """The article of each id: of several the first that a sidecar describes, else the first of all."""
    owners: dict[str, Article] = {}
    for article in sorted(articles, key=lambda article: article.file not in described):
        owners.setdefault(article.id, article)
    return owners


def _repeated_ids(articles: Sequence[Article], owners: Mapping[str, Article]) -> Iterator[ContentProblem]:
    for article in articles:
        other = owners[article.id]
        if other is not article:
            place = article_place(article.file)
            case = ", whose name differs in capitals only" if article.file.lower() == other.file.lower() else ""
            fact = f'the article id "{article.id}" is taken by {other.file}{case}'
            yield ContentProblem(place, fact, f"state another id in {_own_sidecar(article, other)}: id: …")


def _own_sidecar(article: Article, other: Article) -> str:
    """The name of a sidecar that speaks of one of two articles only: "harbour.txt.yml" beside a "harbour.html"."""
    path, beside = PurePosixPath(article.file), PurePosixPath(other.file)
    shares_stem = path.with_suffix("").as_posix().lower() == beside.with_suffix("").as_posix().lower()
    return f"{path.name}.yml" if shares_stem else f"{path.stem}.yml"
