"""``dossier serve``: the site on this machine, built again whenever its sources change."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.group import show_problems
from generator.cli.options import edition_option, project_option
from generator.cli.running import report, workers_for
from generator.errors import DossierError
from generator.model import Edition


@click.command()
@project_option
@edition_option
@click.option("--port", default=8000, type=click.IntRange(0, 65000), help="Port; by default 8000 or the next free one.")
def serve(root: Path, edition: Edition | None, port: int) -> None:
    """Show the site on this machine, and build it again whenever its sources change."""
    from generator import pipeline
    from generator.cli.console import progress
    from generator.serving import served, whenever_changed

    def build_again() -> None:
        try:
            with workers_for(root) as workers, progress() as show:
                published = pipeline.build(root, edition, workers, show)
        except DossierError as error:
            show_problems(error)
            click.echo("the last good site stays; mend this and it is built again", err=True)
        else:
            report(published, root, strict=False)

    with served(root, port) as address:
        click.echo(f"{address}  (Ctrl-C ends it)")
        whenever_changed(root, build_again)
