"""``dossier check``: what needs an editor's eye."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import edition_option, project_option, strict_option
from generator.cli.running import insist_on_all, workers_for
from generator.model import Edition


@click.command()
@project_option
@edition_option
@strict_option
@click.option("--review", is_flag=True, help="Put words that may belong to a theme into sources/vocabulary/review.yml.")
@click.option("--all", "show_all", is_flag=True, help="Show each thing, however many there are of one kind.")
def check(root: Path, edition: Edition | None, *, strict: bool, review: bool, show_all: bool) -> None:
    """Verify every quote and list what needs an editor's eye; writes nothing but what --review asks for."""
    from datetime import UTC, datetime

    from generator import pipeline
    from generator.checking import findings, proposed_terms
    from generator.cli.console import progress, show_findings
    from generator.project.review import FILE, add_to_review

    with workers_for(root) as workers, progress() as show:
        composed = pipeline.compose_dossier(root, edition, workers, show, pages=False)
    if review:
        added = add_to_review(root, proposed_terms(composed), composed.project.vocabulary.reviewed)
        click.echo(f"{FILE}: {added} new words to accept or refuse")
        return
    show_findings(findings(composed, datetime.now(tz=UTC).date().isoformat()), show_all=show_all)
    if strict:
        insist_on_all(len(composed.corpus.skipped))
