"""What of a project needs an editor's eye: nothing here stops a build, the most pressing stands first.

Takes a composed dossier; gives findings with place, fact and remedy.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.checking import about_articles, about_editing, about_words
from generator.checking.finding import Finding
from generator.checking.unheeded import unheeded
from generator.pipeline import Composed


def findings(composed: Composed, today: str | None = None) -> tuple[Finding, ...]:
    """All findings, most doubtful first, those of one kind together.

    Dates that cannot be or that nobody knows, contradictions, files left out, doubtful lines, copies, what the editor
    wrote that no longer fits, metadata that nobody knows, proposals. ``today`` is the calendar date of the day (ISO
    8601); without it no date counts as lying ahead.
    """
    skipped = (
        Finding(problem.place, f"left out: {problem.fact}", problem.remedy) for problem in composed.corpus.skipped
    )
    passed_over = (Finding(problem.place, problem.fact, problem.remedy) for problem in unheeded(composed))
    by_kind: tuple[tuple[str, Iterable[Finding]], ...] = (
        ("dates ahead", about_articles.dates_ahead(composed, today)),
        ("undated", about_articles.undated(composed)),
        ("contradictions", about_articles.contradictions(composed)),
        ("guesses", about_articles.guesses(composed)),
        ("skipped", skipped),
        ("doubtful lines", about_articles.doubtful_lines(composed)),
        ("copies", about_articles.copies(composed)),
        ("passed over", passed_over),
        ("lost translations", about_editing.lost_translations(composed)),
        ("over the cap", about_editing.over_the_cap(composed)),
        ("disagreements", about_editing.found_disagreements(composed)),
        ("doubtful terms", about_words.doubtful_terms(composed)),
        ("alike names", about_words.alike_names(composed)),
        ("themes without articles", about_words.themes_without_articles(composed)),
        ("not reviewed", about_editing.not_reviewed(composed)),
        ("unknown metadata", about_articles.unknown_metadata(composed)),
        ("proposed themes", about_words.proposed_themes(composed)),
    )
    return tuple(replace(found, kind=kind) for kind, each in by_kind for found in each)
