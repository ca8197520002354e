"""``dossier audit``: every citation of the built site followed to its article."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import project_option
from generator.errors import ContentProblem, Place, ProblemsFound


@click.command()
@project_option
@click.option("--site", type=click.Path(path_type=Path, file_okay=False), help="Built site; by default site/.")
def audit(root: Path, site: Path | None) -> None:
    """Follow every citation of the built site to the article files, independently of the build."""
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
