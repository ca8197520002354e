"""``dossier inspect``: what the generator sees in an article."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from generator.cli.options import project_option
from generator.errors import ContentProblem, ProblemsFound


@click.command()
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
        raise click.BadParameter(f"{published} is no date: write 2023, 2023-10 or 2023-10-05", param_hint="--published")

    reader = Reader(root, language=language, published=published, as_is=as_is)
    for problem in reader.problems:
        click.echo(str(problem), err=True)
    failed: list[ContentProblem] = []
    typed = sys.stdin.buffer.read() if Path("-") in files else b""
    for seen in reader.look(files, typed):
        if isinstance(seen, ContentProblem):
            failed.append(seen)
        elif as_json:
            # as it is in UTF-8; any other encoding may lack a letter, and JSON can spell it out
            click.echo(json.dumps(seen, ensure_ascii=sys.stdout.encoding.lower() not in ("utf-8", "utf8")))
        else:
            from generator.cli.console import show_inspected

            show_inspected(seen)
    if failed:
        raise ProblemsFound(failed)
