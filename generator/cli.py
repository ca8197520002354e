"""The commands of ``dossier``: they read options, call the pipeline, print, and choose the exit code.

Exit 0: done. 1: something in the content must be mended. 2: the command was called wrongly.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import textwrap
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import __version__
from generator.errors import ContentProblem, DossierError, ProblemsFound
from generator.model import Edition
from generator.workers import workers

if TYPE_CHECKING:
    from generator.pipeline import Published

ARTICLES_WORTH_WORKERS = 40

INTERRUPTED = "interrupted; nothing half-made was left in place"

project_option = click.option(
    "--project",
    "root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path(),
    help="Folder of the project; by default the one you are in.",
)
edition_option = click.option(
    "--edition",
    type=click.Choice([edition.value for edition in Edition]),
    help="public shows the quoted passages, private whole articles; by default what sources/dossier.yml says.",
)
_FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)
strict_option = click.option("--strict", is_flag=True, help="Exit 1 also when an article could not be read.")


# In the order in which an editor needs them.
ORDER = ("init", "add", "inspect", "check", "build", "serve", "bundle", "print", "audit", "evaluate")


class _Commands(click.Group):
    """Turns every mistake in content into a message and exit 1, in one place; a bug keeps its traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands as they are listed: in the order of the work, then any other."""
        return sorted(super().list_commands(ctx), key=lambda name: (ORDER.index(name) if name in ORDER else 99, name))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, each with its whole first sentence."""
        rows = [(name, self.commands[name].get_short_help_str(limit=200)) for name in self.list_commands(ctx)]
        with formatter.section("Commands, in the order of the work"):
            formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> object:
        signal.signal(signal.SIGTERM, _terminated)
        try:
            return super().invoke(ctx)
        except DossierError as error:
            _show_problems(error)
            raise click.exceptions.Exit(1) from error
        except KeyboardInterrupt as interruption:
            click.echo(INTERRUPTED, err=True)
            raise click.exceptions.Exit(130) from interruption


def _terminated(*_: object) -> None:
    """The same manners at the request of another program: what is half-made is cleared away."""
    click.echo(INTERRUPTED, err=True)
    raise SystemExit(143)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dossier")
def main() -> None:
    """Make a briefing dossier from a folder of news articles: every statement cites the exact words."""


@main.command()
@project_option
@edition_option
@strict_option
@click.option(
    "--downloads",
    "take_along",
    is_flag=True,
    help="Offer the offline zip on every page, and a PDF where a browser is installed; both are put into dist/ too.",
)
def build(root: Path, edition: str | None, *, strict: bool, take_along: bool) -> None:
    """Build the site into site/, after checking every citation twice."""
    from generator import pipeline
    from generator.console import progress

    with workers_for(root) as workers, progress() as show:
        published = pipeline.build(root, Edition(edition) if edition else None, workers, show, take_along=take_along)
    _report(published, root, strict=strict)


@main.command()
@project_option
@edition_option
@strict_option
def bundle(root: Path, edition: str | None, *, strict: bool) -> None:
    """Pack a site that opens from a folder, with no server and no network, into dist/."""
    from generator import pipeline
    from generator.console import progress

    with workers_for(root) as workers, progress() as show:
        published = pipeline.bundle(root, Edition(edition) if edition else None, workers, show)
    _report(published, root, strict=strict)


@main.command("print")
@project_option
@edition_option
@strict_option
def print_(root: Path, edition: str | None, *, strict: bool) -> None:
    """Set the whole dossier for paper: one HTML file that needs nothing else, and a PDF, in dist/."""
    from generator import pipeline
    from generator.console import progress

    with workers_for(root) as workers, progress() as show:
        published = pipeline.print_dossier(root, Edition(edition) if edition else None, workers, show)
    _report(published, root, strict=strict)


@main.command()
@project_option
@edition_option
@strict_option
@click.option("--review", is_flag=True, help="Put words that may belong to a theme into sources/vocabulary/review.yml.")
def check(root: Path, edition: str | None, *, strict: bool, review: bool) -> None:
    """Verify every quote and list what needs an editor's eye; writes nothing but what --review asks for."""
    from datetime import UTC, datetime

    from generator import pipeline
    from generator.checking import findings, proposed_terms
    from generator.console import progress, show_findings
    from generator.project.review import FILE, add_to_review

    with workers_for(root) as workers, progress() as show:
        composed = pipeline.compose_dossier(root, Edition(edition) if edition else None, workers, show)
    if review:
        added = add_to_review(root, proposed_terms(composed), composed.project.vocabulary.reviewed)
        click.echo(f"{FILE}: {added} new words to accept or refuse")
        return
    show_findings(findings(composed, datetime.now(tz=UTC).date().isoformat()))
    if strict and composed.corpus.skipped:
        raise click.exceptions.Exit(1)


@main.command()
@click.argument("root", metavar="[FOLDER]", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--title", help="Title of the dossier; by default the folder's name.")
def init(root: Path, title: str | None) -> None:
    """Start a project: commented files to fill in, in a folder; overwrites nothing."""
    from generator.starting import start

    started = start(root, title)
    for path in started.written:
        click.echo(f"written: {path}")
    for path in started.kept:
        click.echo(f"there already, kept as it is: {path}")
    where = "" if root == Path() else f"cd {click.format_filename(root)} && "
    click.echo(f"\nNext: {where}dossier add FILE|FOLDER|URL…, then dossier serve")


@main.command()
@project_option
@edition_option
@click.option("--port", default=8000, type=click.IntRange(0, 65000), help="Port; by default 8000 or the next free one.")
def serve(root: Path, edition: str | None, port: int) -> None:
    """Show the site on this machine, and build it again whenever its sources change."""
    from generator import pipeline
    from generator.console import progress
    from generator.serving import served, whenever_changed

    def build_again() -> None:
        try:
            with workers_for(root) as workers, progress() as show:
                published = pipeline.build(root, Edition(edition) if edition else None, workers, show)
        except DossierError as error:
            _show_problems(error)
            click.echo("the last good site stays; mend this and it is built again", err=True)
        else:
            _report(published, root, strict=False)

    with served(root, port) as address:
        click.echo(f"{address}  (Ctrl-C ends it)")
        whenever_changed(root, build_again)


@main.command()
@project_option
@click.option("--site", type=click.Path(path_type=Path, file_okay=False), help="Built site; by default site/.")
def audit(root: Path, site: Path | None) -> None:
    """Follow every citation of the built site to the article files, independently of the build."""
    from generator.errors import Place
    from generator.publishing.audit.walk import audit as walk
    from generator.publishing.swap import recover

    folder = site or root / "site"
    recover(folder)
    if not (folder / "index.html").is_file():
        raise ContentProblem(Place(folder.as_posix()), "there is no built site", "build one first: dossier build")
    report = walk(folder, root / "sources" / "articles")
    click.echo(f"{report.pages} pages, {report.citations_found} citations found, {report.citations_verified} verified")
    if report.problems:
        raise ProblemsFound(list(report.problems))


@main.command()
@project_option
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="One JSON object per file, one a line.")
@click.option("--language", help="Language of the text, where it is known: de, nl, en, …")
@click.option("--published", help="Date of publication, where it is known: 2023, 2023-10 or 2023-10-05.")
@click.option("--as-is", is_flag=True, help="Take the text whole, as body: offsets are into the input itself.")
def inspect(
    root: Path,
    files: tuple[Path, ...],
    *,
    as_json: bool,
    language: str | None,
    published: str | None,
    as_is: bool,
) -> None:
    """Show what the generator sees in an article: each line kept or left out, and why."""
    from generator.edtf import is_valid
    from generator.inspection import Reader

    if published and not is_valid(published):
        raise click.BadParameter(f"{published} is no date", param_hint="--published")

    reader = Reader(root, language=language, published=published, as_is=as_is)
    for problem in reader.problems:
        click.echo(str(problem), err=True)
    failed: list[ContentProblem] = []
    typed = sys.stdin.buffer.read() if Path("-") in files else b""
    for seen in reader.look(files, typed):
        if isinstance(seen, ContentProblem):
            failed.append(seen)
        elif as_json:
            click.echo(json.dumps(seen, ensure_ascii=False))
        else:
            from generator.console import show_inspected

            show_inspected(seen)
    if failed:
        raise ProblemsFound(failed)


@main.command()
@project_option
@click.option("--gold", type=click.Path(path_type=Path, file_okay=False, exists=True), required=True, help="Gold data.")
@click.option("--corpus", "corpora", type=_FOLDER, multiple=True, help="Further gold, or corpora with planted facts.")
@click.option("--set-aside", type=_FOLDER, multiple=True, help="The same, and nobody looked at them before.")
@click.option("--save", "date", metavar="DATE", help="Keep the figures for the page on method, with this date.")
@click.option("--json", "as_json", is_flag=True, help="Figures as JSON.")
def evaluate(
    root: Path, gold: Path, corpora: tuple[Path, ...], set_aside: tuple[Path, ...], date: str | None, *, as_json: bool
) -> None:
    """Measure reading and analysis against gold data in files."""
    from generator.console import show_scores
    from generator.evaluation import evaluate as measure
    from generator.evaluation import save

    scores = measure(gold, root, corpora, set_aside)
    if date:
        click.echo(f"kept: {save(root, date, scores)}", err=True)
    if as_json:
        click.echo(json.dumps([score.as_row() for score in scores], ensure_ascii=False, indent=1))
    else:
        show_scores(scores)


@main.command()
@project_option
@click.argument("things", nargs=-1, metavar="[FILE|FOLDER|URL]...")
@click.option("--feed", "feeds", multiple=True, metavar="URL", help="Add the articles that an RSS or Atom feed names.")
@click.option(
    "--metadata",
    "bibliographies",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="RIS, BibTeX or CSL-JSON with titles, authors, dates and addresses of what is added.",
)
@click.option("--allow-private", is_flag=True, help="Fetch from this machine and its own network too.")
@click.option("--dry-run", is_flag=True, help="Show what would be added, with the proposed sidecars; write nothing.")
def add(
    root: Path,
    things: tuple[str, ...],
    feeds: tuple[str, ...],
    bibliographies: tuple[Path, ...],
    *,
    allow_private: bool,
    dry_run: bool,
) -> None:
    """Copy articles into sources/articles, each with a proposed sidecar; overwrites nothing."""
    if not things and not feeds:
        raise click.UsageError("Name a file, a folder or an address, or a feed with --feed.")
    from generator.adding import Added, AlreadyThere, Request
    from generator.adding import add as outcomes
    from generator.adding.showing import show_added

    added: list[Added] = []
    failed: list[ContentProblem] = []
    for outcome in outcomes(root, Request(things, feeds, bibliographies, allow_private, dry_run)):
        if isinstance(outcome, ContentProblem):
            failed.append(outcome)
            continue
        click.echo(str(outcome))
        if isinstance(outcome, Added):
            added.append(outcome)
        if isinstance(outcome, AlreadyThere) or (isinstance(outcome, Added) and (dry_run or outcome.sidecar_kept)):
            click.echo(textwrap.indent(outcome.proposal, "    "), nl=False)
    if added and sys.stdout.isatty():
        show_added(added)
    if failed:
        raise ProblemsFound(failed)


@contextmanager
def workers_for(root: Path) -> Iterator[Executor | None]:
    """Processes to share the articles among, where there are enough of them to be worth it."""
    folder = root / "sources" / "articles"
    many = sum(1 for _ in zip(folder.rglob("*"), range(ARTICLES_WORTH_WORKERS), strict=False)) >= ARTICLES_WORTH_WORKERS
    with workers() if many and (os.cpu_count() or 1) > 1 else nullcontext() as executor:
        yield executor


def _report(published: Published, root: Path, *, strict: bool) -> None:
    for problem in published.skipped:
        click.echo(f"left out: {problem}", err=True)
    for path in published.written.kept_by_hand:
        click.echo(f"kept as it is, because it was made or changed by hand: docs/{path}", err=True)
    audit = published.audit
    counted = f"{len(published.dossier.articles)} articles, {audit.pages} pages"
    verified = f"{audit.citations_verified} of {audit.citations_found} citations verified"
    for offered in published.offered:
        click.echo(os.path.relpath(offered, root))
    click.echo(f"{os.path.relpath(published.target, root)}: {counted}, {verified}")
    if strict and published.skipped:
        raise click.exceptions.Exit(1)


def _show_problems(error: DossierError) -> None:
    click.echo(str(error), err=True)
    if isinstance(error, ProblemsFound) and len(error.problems) > 1:
        click.echo(f"{len(error.problems)} problems", err=True)


if __name__ == "__main__":
    sys.exit(main())
