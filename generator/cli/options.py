"""Options that several commands take."""

from __future__ import annotations

from pathlib import Path

import click

from generator.model import Edition

FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)


def _edition(_context: click.Context, _option: click.Parameter, value: str | None) -> Edition | None:
    """The edition that was named; absent where the project's own is meant."""
    return Edition(value) if value else None


project_option = click.option(
    "--project",
    "root",
    type=FOLDER,
    default=Path(),
    help="Folder of the project; by default the one you are in.",
)
edition_option = click.option(
    "--edition",
    type=click.Choice([edition.value for edition in Edition]),
    callback=_edition,
    help="public shows the quoted passages, private whole articles; by default what sources/dossier.yml says.",
)
strict_option = click.option("--strict", is_flag=True, help="Exit 1 also when an article could not be read.")
