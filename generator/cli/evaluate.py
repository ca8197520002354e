"""``dossier evaluate``: how well reading and analysis do, in figures."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.cli.options import FOLDER, project_option


@click.command()
@project_option
@click.option(
    "--gold", type=click.Path(path_type=Path, file_okay=False, exists=True), required=True, help="Folder of gold data."
)
@click.option("--corpus", "corpora", type=FOLDER, multiple=True, help="Further gold, or corpora with planted facts.")
@click.option("--set-aside", type=FOLDER, multiple=True, help="The same, and nobody looked at them before.")
@click.option("--save", "date", metavar="DATE", help="Keep the figures for the page on method, with this date.")
@click.option("--json", "as_json", is_flag=True, help="Figures as JSON.")
def evaluate(
    root: Path, gold: Path, corpora: tuple[Path, ...], set_aside: tuple[Path, ...], date: str | None, *, as_json: bool
) -> None:
    """Measure reading and analysis against gold data in files; the project lends its themes."""
    from generator.cli.console import show_scores
    from generator.evaluation import evaluate as measure
    from generator.evaluation import save, unmeasured

    scores = measure(gold, root, corpora, set_aside)
    for folder in (gold, *corpora, *set_aside):
        if told := unmeasured(folder, root):
            click.echo(f"{folder}: {told}", err=True)
    if date:
        click.echo(f"kept: {save(root, date, scores)}", err=True)
    if as_json:
        click.echo(json.dumps([score.as_row() for score in scores], ensure_ascii=False, indent=1))
    else:
        show_scores(scores)
