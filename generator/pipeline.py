"""The story of a dossier, from a folder of articles to a site in which every citation has been checked twice.

This is the table of contents of the program: the only module that calls the stages in order.

    sources/*.yml, *.po → Project                                   project/
    files → Article                                                 reading/
    Article → Evidence                                              analysis/
    Evidence + what the editor wrote → Dossier                      briefing/
    Dossier → docs/ → site/ → audit → zip                           publishing/

Nothing is written before every quote has been compared with its article; nothing replaces the last good site before
the new one has been audited.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import repeat
from pathlib import Path
from typing import Protocol

from generator import __version__
from generator.analysis.evidence import analyse
from generator.analysis.themes.proposals import common_theme
from generator.analysis.themes.widening import WidenedThemes, widen
from generator.briefing.composition import compose
from generator.briefing.verification import verify_dossier
from generator.cache import Cache, forget_other_versions, key_of
from generator.errors import ContentProblem, Place, ProblemsFound
from generator.model import Article, Dossier, Edition, Evidence, Skipped, Vocabulary
from generator.project import Project, load_project
from generator.project.last_evaluation import read_evaluation
from generator.publishing.audit.walk import AuditReport, audit
from generator.publishing.bundle import write_bundle
from generator.publishing.docs import WriteReport, write_generated
from generator.publishing.exports import export_files
from generator.publishing.interface import Interface
from generator.publishing.navigation import navigation
from generator.publishing.pages import render_pages
from generator.publishing.search.index import search_files
from generator.publishing.site import build_site, timestamp_of
from generator.publishing.swap import recover, swap
from generator.reading.corpus import Corpus, read_corpus

WORKSHOP = ".dossier"


class Progress(Protocol):
    """Told how far a stage is: ``done`` of ``total`` steps; a total of 0 means that it cannot be known."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show it, or not."""


def silent(stage: str, done: int, total: int) -> None:
    """A progress that nobody sees."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A dossier that has been verified and not yet written, with what was left out on the way."""

    project: Project
    corpus: Corpus
    evidence: Mapping[str, Evidence]
    vocabulary: Vocabulary
    widened: WidenedThemes
    dossier: Dossier


@dataclass(frozen=True, slots=True)
class Published:
    """What a build made: the folder or zip, the dossier in it, and the audit's counts."""

    target: Path
    dossier: Dossier
    skipped: tuple[ContentProblem, ...]
    written: WriteReport
    audit: AuditReport


def build(
    root: Path, edition: Edition | None = None, workers: Executor | None = None, progress: Progress = silent
) -> Published:
    """Build the hosted site into ``root/site``. Raises ``ProblemsFound``; the last good site then stays untouched."""
    with _site_of(root, edition, workers, progress, offline=False) as (folder, published):
        swap(folder, root / "site")
        return replace(published, target=root / "site")


def bundle(
    root: Path, edition: Edition | None = None, workers: Executor | None = None, progress: Progress = silent
) -> Published:
    """Build the site that opens from a folder and pack it into ``root/dist/<name>-<edition>.zip``."""
    with _site_of(root, edition, workers, progress, offline=True) as (folder, published):
        dossier = published.dossier
        target = root / "dist" / f"{dossier.settings.name}-{dossier.edition}.zip"
        return replace(published, target=write_bundle(folder, target))


def compose_dossier(
    root: Path, edition: Edition | None = None, workers: Executor | None = None, progress: Progress = silent
) -> Composed:
    """Everything up to a verified dossier; reads files and writes none but the cache.

    Raises ``ProblemsFound`` with all mistakes of the editor's files and quotes at once.
    """
    project = load_project(root)
    forget_other_versions(project.cache_folder)
    corpus = read_corpus(project, workers, progress)
    vocabulary, widened = widened_vocabulary(project.vocabulary, corpus.articles)
    evidence = analyse_all(corpus.articles, vocabulary, workers, progress, project.cache_folder)
    progress("compose", 0, 1)
    problems = [*project.problems, *corpus.problems]
    evaluation = read_evaluation(root, problems)
    dossier = compose(
        project,
        corpus.articles,
        vocabulary,
        evidence,
        edition=edition or project.settings.edition,
        gettext=Interface(project.settings.language).gettext,
        problems=problems,
    )
    if problems:
        raise ProblemsFound(problems)
    if not corpus.articles:
        raise ProblemsFound([_no_articles(project, corpus)])
    verify_dossier(dossier)
    dossier = replace(dossier, skipped=tuple(Skipped(p.place, p.fact) for p in corpus.skipped))
    progress("compose", 1, 1)
    return Composed(project, corpus, evidence, vocabulary, widened, replace(dossier, evaluation=evaluation))


def widened_vocabulary(vocabulary: Vocabulary, articles: Sequence[Article]) -> tuple[Vocabulary, WidenedThemes]:
    """The editor's vocabulary carried into the languages of the articles; see ``analysis.themes.widening``.

    Without themes there is one: what the articles have most in common.
    """
    if not vocabulary.themes and articles:
        vocabulary = replace(vocabulary, themes=(common_theme(articles),))
    widened = widen(vocabulary.themes, articles, vocabulary.actors, vocabulary.reviewed)
    return replace(vocabulary, themes=widened.themes, reviewed=()), widened


def analyse_all(
    articles: Sequence[Article],
    vocabulary: Vocabulary,
    workers: Executor | None = None,
    progress: Progress = silent,
    kept: Path | None = None,
) -> dict[str, Evidence]:
    """The evidence of every article, by id; spread over the workers where there are any.

    ``kept`` is a folder for results between runs.
    """
    analysed = (workers.map if workers else map)(partial(_analyse, kept), articles, repeat(vocabulary))
    found = {}
    for done, evidence in enumerate(analysed, start=1):
        found[evidence.article] = evidence
        progress("analyse", done, len(articles))
    return found


def _analyse(kept: Path | None, article: Article, vocabulary: Vocabulary) -> Evidence:
    key = key_of("analyse", article.text, article.paragraphs, article.metadata, vocabulary)
    return Cache(kept).get_or_make(Evidence, key, lambda: analyse(article, vocabulary))


@contextmanager
def _site_of(
    root: Path, edition: Edition | None, workers: Executor | None, progress: Progress, *, offline: bool
) -> Iterator[tuple[Path, Published]]:
    """An audited site in a folder of its own, which is removed afterwards."""
    recover(root / "site")
    composed = compose_dossier(root, edition, workers, progress)
    dossier = composed.dossier
    progress("write", 0, 1)
    files = [*render_pages(dossier), *export_files(dossier, generator_version=__version__)]
    files += search_files(dossier, composed.vocabulary.actors)
    written = write_generated(root / "docs", files)
    progress("site", 0, 0)
    folder = root / WORKSHOP / ("offline" if offline else "site")
    try:
        build_site(
            root,
            folder,
            title=dossier.settings.title,
            language=dossier.settings.language,
            nav=navigation(dossier),
            offline=offline,
            timestamp=timestamp_of(dossier.settings.release.date if dossier.settings.release else dossier.as_of),
            site_url=dossier.settings.site_url,
        )
        progress("audit", 0, 0)
        report = audit(folder, composed.project.articles_folder)
        if report.problems:
            raise ProblemsFound(list(report.problems))
        yield folder, Published(folder, dossier, composed.corpus.skipped, written, report)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _no_articles(project: Project, corpus: Corpus) -> ContentProblem:
    place = Place("sources/articles")
    if corpus.skipped:
        return ContentProblem(place, f"none of its {len(corpus.skipped)} files could be read", str(corpus.skipped[0]))
    fact = "the folder is empty" if project.articles_folder.is_dir() else "there is no such folder"
    return ContentProblem(place, fact, "put articles there: .txt, .html, .md, .pdf or .docx, one file each")
