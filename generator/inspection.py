"""What the generator sees in one article, as one object: for ``dossier inspect`` and for programs that read its JSON.

Takes an article with its evidence; gives the object of the contract: offsets are code points into ``text``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypedDict

from generator.analysis.evidence import analyse
from generator.errors import Place, ProblemsFound, UnreadableArticle
from generator.model import Article, Evidence, Sidecar
from generator.pipeline import widened_vocabulary
from generator.project import load_project
from generator.reading.article import read_article, read_text
from generator.reading.source import load

Value = float | tuple[float, float]


class Inspected(TypedDict):
    """The contract's object; see ``inspect --json`` in the design."""

    file: str
    text: str
    title: str | None
    subtitle: str | None
    authors: list[str]
    published: str | None
    updated: str | None
    language: str
    kind: str | None
    publisher: str | None
    supplier: str | None
    url: str | None
    origins: Mapping[str, str]
    repairs: list[str]
    lines: list[dict[str, object]]
    sentences: list[dict[str, object]]
    themes: list[dict[str, object]]
    dates: list[dict[str, object]]
    figures: list[dict[str, object]]
    actors: list[dict[str, object]]


def inspected(article: Article, evidence: Evidence, file: str) -> Inspected:
    """The object for one article; ``file`` is the path as the caller gave it."""
    known = article.metadata
    return {
        "file": file,
        "text": article.text,
        "title": known.title,
        "subtitle": known.subtitle,
        "authors": list(known.authors),
        "published": known.published,
        "updated": known.updated,
        "language": known.language,
        "kind": known.kind,
        "publisher": known.publisher,
        "supplier": known.supplier,
        "url": known.url,
        "origins": dict(known.origins),
        "repairs": list(article.repairs),
        "lines": [
            {
                "number": line.number,
                "role": line.role,
                "kept": line.kept,
                "doubtful": line.doubtful,
                "reason": line.reason,
                "text": line.text,
            }
            for line in article.lines
        ],
        "sentences": [{"id": s.id, "start": s.start, "end": s.end} for s in article.sentences],
        "themes": [
            {"sentence": m.sentence, "theme": m.theme, "terms": list(m.terms), "context": m.context}
            for m in evidence.themes
        ],
        "dates": [{"start": d.start, "end": d.end, "text": d.text, "value": d.value} for d in evidence.dates],
        "figures": [
            {
                "start": f.start,
                "end": f.end,
                "text": f.text,
                "value": f.value if isinstance(f.value, int | float) else list(f.value),
                "unit": f.unit,
                "qualifier": f.qualifier,
            }
            for f in evidence.figures
        ],
        "actors": [
            {"start": a.start, "end": a.end, "text": a.text, "id": a.actor, "name": a.name, "kind": a.kind}
            for a in evidence.actors
        ],
    }


class Reader:
    """Reads articles for inspection, with the vocabulary and sidecars of the project around them, if there is one."""

    def __init__(self, root: Path, *, language: str | None, published: str | None, as_is: bool) -> None:
        self._project = load_project(root)
        if self._project.problems:
            raise ProblemsFound(list(self._project.problems))
        self._language = language
        self._published = published
        self._as_is = as_is

    def look(self, files: Sequence[Path], typed: bytes = b"") -> Iterator[Inspected | UnreadableArticle]:
        """The object for each file, or why there is none; ``typed`` are the bytes of standard input, for ``-``.

        An editor's keywords are carried into the languages of these files, as a build carries them into its own.
        """
        read = [(file, self._try(file, typed)) for file in files]
        articles = [article for _, article in read if isinstance(article, Article)]
        vocabulary = self._project.vocabulary
        if vocabulary.themes:
            vocabulary, _ = widened_vocabulary(vocabulary, articles)
        for file, article in read:
            if isinstance(article, Article):
                yield inspected(article, analyse(article, vocabulary), str(file))
            else:
                yield article

    def _try(self, path: Path, typed: bytes) -> Article | UnreadableArticle:
        try:
            return self._article(path, typed)
        except UnreadableArticle as problem:
            return problem
        except OSError as error:
            fact = f"cannot be opened: {error.strerror}"
            return UnreadableArticle(Place(path.as_posix()), fact, "check the path and its permissions")

    def _article(self, path: Path, typed: bytes) -> Article:
        if str(path) == "-" or self._as_is:
            content = typed if str(path) == "-" else path.read_bytes()
            text = content.decode("utf-8", "replace")
            return read_text(text, self._language, self._published, self._as_is, str(path))
        folder = self._project.articles_folder.resolve()
        inside = path.resolve().is_relative_to(folder)
        below = path.resolve().relative_to(folder) if inside else Path(path.name)
        sidecar = self._project.sidecars.get(below.with_suffix("").as_posix()) if inside else None
        source = load(path.resolve(), folder if inside else path.resolve().parent)
        return read_article(source, self._told(sidecar), self._project.vocabulary.publishers)

    def _told(self, sidecar: Sidecar | None) -> Sidecar | None:
        """The sidecar, with what the caller states on the command line above it."""
        told = {"language": self._language, "published": self._published}
        stated = {name: value for name, value in told.items() if value}
        if not stated:
            return sidecar
        base = sidecar or Sidecar(Place("command line"))
        metadata = replace(base.metadata, **stated)  # type: ignore[arg-type] # both fields are text
        return replace(base, metadata=metadata, stated=base.stated | stated.keys())
