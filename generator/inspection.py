"""What the generator sees in one article, as one object: for ``dossier inspect`` and for programs that read its JSON.

Takes an article with its evidence; gives the object of the contract: offsets are code points into ``text``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypedDict

from generator.analysis.evidence import analyse
from generator.errors import Place, UnreadableArticle
from generator.model import COMMAND_LINE, Article, Evidence, FigureMention, Line, Publisher, Sidecar
from generator.pipeline import widened_vocabulary
from generator.project import load_project
from generator.reading.article import read_article, read_text
from generator.reading.corpus import read_corpus
from generator.reading.source import load


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
    confidence: Mapping[str, str]
    contradictions: list[str]
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
        "origins": {name: str(origin) for name, origin in known.origins.items()},
        "confidence": {name: str(known.confidence_in(name)) for name in known.origins},
        "contradictions": list(known.contradictions),
        "repairs": list(article.repairs),
        "lines": [_line(line) for line in article.lines],
        "sentences": [{"id": s.id, "start": s.start, "end": s.end} for s in article.sentences],
        "themes": [
            {"sentence": m.sentence, "theme": m.theme, "terms": list(m.terms), "context": m.context}
            for m in evidence.themes
        ],
        "dates": [{"start": d.start, "end": d.end, "text": d.text, "value": d.value} for d in evidence.dates],
        "figures": [_figure(figure) for figure in evidence.figures],
        "actors": [
            {"start": a.start, "end": a.end, "text": a.text, "id": a.actor, "name": a.name, "kind": a.kind}
            for a in evidence.actors
        ],
    }


def _line(line: Line) -> dict[str, object]:
    return {
        "number": line.number,
        "role": line.role,
        "kept": line.kept,
        "doubtful": line.doubtful,
        "reason": line.reason,
        "text": line.text,
    }


def _figure(figure: FigureMention) -> dict[str, object]:
    return {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "value": figure.value if isinstance(figure.value, int | float) else list(figure.value),
        "unit": figure.unit,
        "qualifier": figure.qualifier,
    }


class Reader:
    """Reads articles for inspection, with the vocabulary and sidecars of the project around them, if there is one.

    A file of the project's own is shown as a build sees it, among the project's other articles; any other file alone.
    ``problems`` are mistakes in the project's files: they stop a build, and no inspection.
    """

    def __init__(self, root: Path, *, language: str | None, published: str | None, as_is: bool) -> None:
        self._project = load_project(root)
        self.problems = self._project.problems
        self._told = {name: v for name, v in {"language": language, "published": published}.items() if v}
        self._as_is = as_is

    def look(self, files: Sequence[Path], typed: bytes = b"") -> Iterator[Inspected | UnreadableArticle]:
        """The object for each file, or why there is none; ``typed`` are the bytes of standard input, for ``-``.

        An editor's keywords are carried into the languages of the articles as a build does it.
        """
        own = self._own_articles(files)
        read = [(file, self._try(file, typed, own)) for file in files]
        alone = [article for _, article in read if isinstance(article, Article) and article not in own.values()]
        vocabulary = self._project.vocabulary
        if vocabulary.themes:
            vocabulary, _ = widened_vocabulary(vocabulary, [*own.values(), *alone])
        for file, article in read:
            if isinstance(article, Article):
                yield inspected(article, analyse(article, vocabulary), str(file))
            else:
                yield article

    def _own_articles(self, files: Sequence[Path]) -> dict[str, Article]:
        """The project's articles by path, if one of the files is among them and nothing else is stated of it."""
        if self._told or self._as_is or not any(self._below(file) for file in files):
            return {}
        return {article.file: article for article in read_corpus(self._project, every_line=True).articles}

    def _below(self, path: Path) -> str | None:
        """The path below the project's articles; ``None`` for a file elsewhere."""
        folder = self._project.articles_folder.resolve()
        return path.resolve().relative_to(folder).as_posix() if path.resolve().is_relative_to(folder) else None

    def _try(self, path: Path, typed: bytes, own: Mapping[str, Article]) -> Article | UnreadableArticle:
        try:
            return own.get(self._below(path) or "") or self._read(path, typed)
        except UnreadableArticle as problem:
            return problem
        except OSError as error:
            fact = f"cannot be opened: {error.strerror}"
            return UnreadableArticle(Place(path.as_posix()), fact, "check the path and its permissions")

    def _read(self, path: Path, typed: bytes) -> Article:
        if str(path) != "-" and not path.exists() and not path.is_symlink():
            raise UnreadableArticle(Place(path.as_posix()), "there is no such file", "check the path")
        if path.is_dir():
            raise UnreadableArticle(Place(path.as_posix()), "is a folder", "name the files in it")
        if str(path) == "-" or self._as_is:
            content = typed if str(path) == "-" else path.read_bytes()
            text = content.decode("utf-8", "replace")
            language, published = self._told.get("language"), self._told.get("published")
            return read_text(text, language, published, as_is=self._as_is, file=str(path))
        below = self._below(path)
        sidecar = self._project.sidecars.get(Path(below).with_suffix("").as_posix()) if below else None
        return read_article(load(path.resolve(), path.resolve().parent), self._stated(sidecar), self._publishers)

    @property
    def _publishers(self) -> tuple[Publisher, ...]:
        return self._project.vocabulary.publishers

    def _stated(self, sidecar: Sidecar | None) -> Sidecar | None:
        """The sidecar, with what the caller states on the command line above it."""
        if not self._told:
            return sidecar
        base = sidecar or Sidecar(Place("command line"))
        origins = {**base.metadata.origins, **dict.fromkeys(self._told, COMMAND_LINE)}
        metadata = replace(base.metadata, **self._told, origins=origins)  # type: ignore[arg-type] # both fields are text
        return replace(base, metadata=metadata, stated=base.stated | self._told.keys())
