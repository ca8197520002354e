"""``dossier init``: a project to begin with."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
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
    has_articles = any((root / "sources" / "articles").iterdir())
    adding = "" if has_articles else "dossier add FILE|FOLDER|URL…, then "
    click.echo(f"\nNext: {where}{adding}dossier serve")
