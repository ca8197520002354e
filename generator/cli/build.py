"""``dossier build``, ``bundle`` and ``print``: the dossier in the forms in which it is published."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import edition_option, project_option, strict_option
from generator.cli.running import report, workers_for
from generator.model import Edition


@click.command()
@project_option
@edition_option
@strict_option
@click.option(
    "--downloads",
    "take_along",
    is_flag=True,
    help="Offer the offline zip on every page, and a PDF where a browser is installed; both are put into dist/ too.",
)
def build(root: Path, edition: Edition | None, *, strict: bool, take_along: bool) -> None:
    """Build the site into site/, after checking every citation twice."""
    from generator import pipeline
    from generator.cli.console import progress

    with workers_for(root) as workers, progress() as show:
        published = pipeline.build(root, edition, workers, show, take_along=take_along)
    report(published, root, strict=strict)


@click.command()
@project_option
@edition_option
@strict_option
def bundle(root: Path, edition: Edition | None, *, strict: bool) -> None:
    """Pack a site that opens from a folder, with no server and no network, into dist/."""
    from generator import pipeline
    from generator.cli.console import progress

    with workers_for(root) as workers, progress() as show:
        published = pipeline.bundle(root, edition, workers, show)
    report(published, root, strict=strict)


@click.command("print")
@project_option
@edition_option
@strict_option
def print_(root: Path, edition: Edition | None, *, strict: bool) -> None:
    """Set the whole dossier for paper: one HTML file that needs nothing else, and a PDF, in dist/."""
    from generator import pipeline
    from generator.cli.console import progress

    with workers_for(root) as workers, progress() as show:
        published = pipeline.print_dossier(root, edition, workers, show)
    report(published, root, strict=strict)
