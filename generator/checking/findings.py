"""What of a project needs an editor's eye: nothing here stops a build, the most pressing stands first.

Takes a composed dossier; gives findings with place, fact and remedy.
"""

from __future__ import annotations

from generator.checking import about_articles, about_editing, about_words
from generator.checking.finding import Finding
from generator.checking.unheeded import unheeded
from generator.pipeline import Composed


def findings(composed: Composed, today: str | None = None) -> tuple[Finding, ...]:
    """All findings, most doubtful first.

    Dates that cannot be or that nobody knows, contradictions, files left out, doubtful lines, copies, what the editor
    wrote that no longer fits, metadata that nobody knows, proposals. ``today`` is the calendar date of the day (ISO
    8601); without it no date counts as lying ahead.
    """
    return (
        *about_articles.dates_ahead(composed, today),
        *about_articles.undated(composed),
        *about_articles.contradictions(composed),
        *about_articles.guesses(composed),
        *(Finding(problem.place, f"left out: {problem.fact}", problem.remedy) for problem in composed.corpus.skipped),
        *about_articles.doubtful_lines(composed),
        *about_articles.copies(composed),
        *(Finding(problem.place, problem.fact, problem.remedy) for problem in unheeded(composed)),
        *about_editing.lost_translations(composed),
        *about_editing.over_the_cap(composed),
        *about_editing.found_disagreements(composed),
        *about_words.doubtful_terms(composed),
        *about_words.alike_names(composed),
        *about_words.themes_without_articles(composed),
        *about_editing.not_reviewed(composed),
        *about_articles.unknown_metadata(composed),
        *about_words.proposed_themes(composed),
    )
