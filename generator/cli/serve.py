"""``dossier serve``: the site on this machine, built again whenever its sources change."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from generator.cli.changes import Changes, of_lines, of_problems
from generator.cli.options import edition_option, project_option
from generator.cli.running import remarks, show_result, workers_for
from generator.errors import ContentProblem, ProblemsFound, refused_by_system
from generator.model import Edition

FAILED = "the last good site stays; mend this and it is built again"


@click.command()
@project_option
@edition_option
@click.option("--port", default=8000, type=click.IntRange(0, 65000), help="Port; by default 8000 or the next free one.")
def serve(root: Path, edition: Edition | None, port: int) -> None:
    """Show the site on this machine, and build it again whenever its sources change; Ctrl-C ends it."""
    from generator import pipeline
    from generator.cli.console import progress
    from generator.serving import served, whenever_changed

    stopping, remarked = Changes(), Changes()

    def build_again() -> None:
        try:
            with workers_for(root) as workers, progress() as show:
                published = pipeline.build(root, edition, workers, show)
        except ContentProblem as error:
            _tell(stopping.told(of_problems([error])), FAILED)
        except ProblemsFound as error:
            _tell(stopping.told(of_problems(error.problems)), FAILED)
        except OSError as error:
            refusal = refused_by_system(error)
            if refusal is None:
                raise
            _tell(stopping.told(of_problems([refusal])), FAILED)
        else:
            _tell(stopping.told(()), *remarked.told(of_lines(remarks(published, root))))
            show_result(published, root)

    with served(root, port) as address:
        click.echo(f"{address}  (Ctrl-C ends it)")
        whenever_changed(root, build_again)


def _tell(changes: Iterable[str], *further: str) -> None:
    for line in (*changes, *further):
        click.echo(line, err=True)
