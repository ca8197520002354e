"""What the commands that work on all articles share: processes to work with, and the report of what was made."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, nullcontext
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.errors import counted
from generator.workers import workers

if TYPE_CHECKING:
    from generator.pipeline import Published

ARTICLES_WORTH_WORKERS = 40


@contextmanager
def workers_for(root: Path) -> Iterator[Executor | None]:
    """Processes to share the articles among, where there are enough of them to be worth it."""
    folder = root / "sources" / "articles"
    many = len(list(islice(folder.rglob("*"), ARTICLES_WORTH_WORKERS))) == ARTICLES_WORTH_WORKERS
    with workers() if many and (os.cpu_count() or 1) > 1 else nullcontext() as executor:
        yield executor


def report(published: Published, root: Path, *, strict: bool) -> None:
    """Say what was made and counted, and what was left out; with ``strict`` an unread article is exit 1."""
    for line in remarks(published, root):
        click.echo(line, err=True)
    show_result(published, root)
    if strict:
        insist_on_all(len(published.skipped))


def insist_on_all(left_out: int) -> None:
    """Exit 1, and say why, where articles were left out of what was made or checked."""
    if left_out:
        click.echo(f"exit code 1 by --strict: {counted(left_out, 'file')} left out", err=True)
        raise click.exceptions.Exit(1)


def remarks(published: Published, root: Path) -> list[str]:
    """What an editor should know of a build that went well: what it left out, and what it kept."""
    by_hand = "kept as it is, because it was made or changed by hand: docs/"
    unmade = "kept, because no build made it: {} (what belongs to the site goes into docs/)"
    return [
        *(f"left out: {problem}" for problem in published.skipped),
        *(by_hand + path for path in published.written.kept_by_hand),
        *(unmade.format(os.path.relpath(kept, root)) for kept in published.kept),
    ]


def show_result(published: Published, root: Path) -> None:
    """Say what was made, and what was counted in it."""
    audit = published.audit
    made = f"{counted(len(published.dossier.articles), 'article')}, {counted(audit.pages, 'page')}"
    verified = f"{audit.citations_verified} of {audit.citations_found} citations verified"
    for offered in published.offered:
        click.echo(os.path.relpath(offered, root))
    click.echo(f"{os.path.relpath(published.target, root)}: {made}, {verified}")
