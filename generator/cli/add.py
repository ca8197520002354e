"""``dossier add``: articles from files, folders, addresses and feeds into the project."""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

import click

from generator.cli.options import project_option
from generator.errors import ContentProblem, ProblemsFound


@click.command()
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
        from generator.cli.console import show_added

        show_added(added)
    if failed:
        raise ProblemsFound(failed)
