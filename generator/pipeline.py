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
from pathlib import Path

from generator import __version__
from generator.analysis.analyst import analyse_all
from generator.analysis.themes.proposals import common_theme
from generator.analysis.themes.stories import story_themes
from generator.analysis.themes.widening import WidenedThemes, widen
from generator.briefing.composition import compose
from generator.briefing.verification import verify_dossier, with_causes
from generator.cache import forget_other_versions
from generator.errors import ContentProblem, Place, ProblemsFound
from generator.model import Article, Dossier, Edition, Evidence, Skipped, Vocabulary
from generator.progress import Progress, silent
from generator.project import Project, load_project
from generator.project.last_evaluation import read_evaluation
from generator.publishing.addresses import GeneratedFile
from generator.publishing.audit.walk import AuditReport, audit
from generator.publishing.distribution.bundle import write_bundle
from generator.publishing.distribution.downloads import downloads, offer
from generator.publishing.distribution.print_edition import PRINT_EDITION, print_words, write_print_edition
from generator.publishing.distribution.print_pdf import browser, print_pdf
from generator.publishing.docs import WriteReport, write_generated
from generator.publishing.exports.files import export_files
from generator.publishing.interface import Interface
from generator.publishing.lock import one_build
from generator.publishing.navigation import navigation
from generator.publishing.put_aside import put_aside
from generator.publishing.rendering import render_pages
from generator.publishing.search.index import search_files
from generator.publishing.site import build_site, timestamp_of, write_checksums
from generator.publishing.social_cards import write_cards
from generator.publishing.swap import check_place, recover, swap
from generator.reading.corpus import Corpus, read_corpus

WORKSHOP = ".dossier"
KEPT = "kept-from-site"


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
    """What a build made: the folder or file, the dossier in it, what it offers to take along, the audit's counts.

    ``kept`` are the files that somebody had put into the site before, in the place where they are now.
    """

    target: Path
    dossier: Dossier
    skipped: tuple[ContentProblem, ...]
    written: WriteReport
    audit: AuditReport
    offered: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()


def build(
    root: Path,
    edition: Edition | None = None,
    workers: Executor | None = None,
    progress: Progress = silent,
    *,
    take_along: bool = False,
) -> Published:
    """Build the hosted site into ``root/site``.

    Raises ``ProblemsFound``, and ``AnotherBuild`` while one runs; the last good site then stays untouched. Files in it
    that no build made are copied to ``root/kept-from-site`` before it goes.

    With ``take_along`` every page offers the zip, and a PDF where a browser is installed; both go to ``root/dist`` too.
    """
    with one_build(root, WORKSHOP):
        check_place(root / "site")
        made = _pages_of(root, edition, workers, progress)
        offered: tuple[Path, ...] = ()
        if take_along:
            with _site_of(root, made, progress, offline=True) as (folder, _):
                offered = (_pack(root, made, folder), *([_print(root, made, folder)] if browser() else []))
        with _site_of(root, made, progress, offered=offered) as (folder, published):
            kept = put_aside(root / "site", root / KEPT)
            swap(folder, root / "site")
            return replace(published, target=root / "site", kept=kept)


def bundle(
    root: Path, edition: Edition | None = None, workers: Executor | None = None, progress: Progress = silent
) -> Published:
    """Build the site that opens from a folder and pack it into ``root/dist/<name>-<edition>.zip``."""
    with one_build(root, WORKSHOP):
        made = _pages_of(root, edition, workers, progress)
        with _site_of(root, made, progress, offline=True) as (folder, published):
            return replace(published, target=_pack(root, made, folder))


def print_dossier(
    root: Path, edition: Edition | None = None, workers: Executor | None = None, progress: Progress = silent
) -> Published:
    """Set the whole dossier for paper: ``root/dist/<name>-<edition>.pdf``, and the one page it was printed from."""
    with one_build(root, WORKSHOP):
        made = _pages_of(root, edition, workers, progress)
        with _site_of(root, made, progress, offline=True) as (folder, published):
            page = _distributed(root, made, ".html")
            page.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / PRINT_EDITION, page)
            return replace(published, target=_print(root, made, folder), offered=(page,))


def compose_dossier(
    root: Path,
    edition: Edition | None = None,
    workers: Executor | None = None,
    progress: Progress = silent,
    *,
    pages: bool = True,
) -> Composed:
    """Everything up to a verified dossier; reads files and writes none but the cache.

    Without ``pages`` the dossier holds only what ``check`` tells of; see ``briefing.composition``. Raises
    ``ProblemsFound`` with all mistakes of the editor's files and quotes at once.
    """
    project = load_project(root)
    forget_other_versions(project.cache_folder)
    corpus = read_corpus(project, workers, progress)
    vocabulary, widened = widened_vocabulary(project.vocabulary, corpus.articles, project.cache_folder)
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
        wording=Interface(project.settings.language),
        problems=problems,
        pages=pages,
    )
    if problems:
        raise ProblemsFound(with_causes(problems, corpus.skipped))
    if not corpus.articles:
        raise ProblemsFound([_no_articles(project, corpus)])
    verify_dossier(dossier)
    dossier = replace(dossier, skipped=tuple(Skipped(p.place, p.fact) for p in corpus.skipped))
    progress("compose", 1, 1)
    return Composed(project, corpus, evidence, vocabulary, widened, replace(dossier, evaluation=evaluation))


def widened_vocabulary(
    vocabulary: Vocabulary, articles: Sequence[Article], kept: Path | None = None
) -> tuple[Vocabulary, WidenedThemes]:
    """The editor's vocabulary carried into the languages of the articles; see ``analysis.themes.widening``.

    Without themes there is one for each story that several articles tell, and one for what all have in common; their
    terms are the articles' own words, in every language they are in. ``kept`` is a folder for results between runs.
    """
    if not vocabulary.themes and articles:
        themes = (*story_themes(articles, kept=kept), common_theme(articles, kept))
        return replace(vocabulary, themes=themes, reviewed=()), WidenedThemes(themes)
    widened = widen(vocabulary.themes, articles, vocabulary.actors, vocabulary.reviewed)
    return replace(vocabulary, themes=widened.themes, reviewed=()), widened


@dataclass(frozen=True, slots=True)
class _Pages:
    """A verified dossier whose pages lie in ``docs/``."""

    composed: Composed
    written: WriteReport

    @property
    def dossier(self) -> Dossier:
        return self.composed.dossier

    @property
    def timestamp(self) -> int:
        """The moment that the site and its files state: the release's, else that of the newest article."""
        release = self.dossier.settings.release
        return timestamp_of(release.date if release else self.dossier.as_of)


def _pages_of(root: Path, edition: Edition | None, workers: Executor | None, progress: Progress) -> _Pages:
    recover(root / "site")
    composed = compose_dossier(root, edition, workers, progress)
    progress("write", 0, 1)
    return _Pages(composed, write_generated(root / "docs", _generated(composed)))


def _generated(composed: Composed) -> Iterator[GeneratedFile]:
    """The files below ``docs/``, each made when it is asked for: together they are larger than the dossier."""
    dossier = composed.dossier
    yield from render_pages(dossier)
    yield from export_files(dossier, generator_version=__version__)
    yield from search_files(dossier, composed.vocabulary.actors)


@contextmanager
def _site_of(
    root: Path, made: _Pages, progress: Progress, *, offline: bool = False, offered: Sequence[Path] = ()
) -> Iterator[tuple[Path, Published]]:
    """An audited site in a folder of its own, which is removed afterwards."""
    composed, dossier = made.composed, made.dossier
    settings, interface = dossier.settings, Interface(dossier.settings.language)
    progress("site", 0, 0)
    folder = root / WORKSHOP / ("offline" if offline else "site")
    try:
        build_site(
            root,
            folder,
            title=settings.title,
            language=settings.language,
            nav=navigation(dossier),
            offline=offline,
            timestamp=made.timestamp,
            site_url=settings.site_url,
            offered=downloads(offered, interface),
        )
        write_print_edition(folder, navigation(dossier), print_words(dossier, interface))
        if not offline:
            write_cards(folder, dossier, interface)
        offer(folder, offered)
        write_checksums(folder)
        progress("audit", 0, 0)
        report = audit(folder, composed.project.articles_folder)
        if report.problems:
            raise ProblemsFound([*made.written.in_the_way(), *report.problems])
        yield folder, Published(folder, dossier, composed.corpus.skipped, made.written, report, tuple(offered))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _pack(root: Path, made: _Pages, folder: Path) -> Path:
    return write_bundle(folder, _distributed(root, made, ".zip"))


def _print(root: Path, made: _Pages, folder: Path) -> Path:
    return print_pdf(folder / PRINT_EDITION, _distributed(root, made, ".pdf"), made.timestamp)


def _distributed(root: Path, made: _Pages, ending: str) -> Path:
    """Where a file to hand on goes."""
    return root / "dist" / f"{made.dossier.settings.name}-{made.dossier.edition}{ending}"


def _no_articles(project: Project, corpus: Corpus) -> ContentProblem:
    place = Place("sources/articles")
    if corpus.skipped:
        return ContentProblem(place, f"none of its {len(corpus.skipped)} files could be read", str(corpus.skipped[0]))
    fact = "the folder is empty" if project.articles_folder.is_dir() else "there is no such folder"
    remedy = "put articles there: .txt, .html, .mhtml, .md, .pdf, .docx or .eml, one file each; or call dossier add"
    return ContentProblem(place, fact, remedy)
