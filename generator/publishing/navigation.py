"""The site's navigation: home, the themes in the editor's order, timeline, figures, names, sources, method.

A theme of which nobody speaks has a page and no place here. Article pages never do: every page in the navigation costs
every other page time and bytes.
"""

from __future__ import annotations

from generator.model import Dossier
from generator.publishing.interface import Interface


def navigation(dossier: Dossier) -> list[tuple[str, str]]:
    """Titles and paths below ``docs/``, in reading order."""
    _ = Interface(dossier.settings.language).gettext
    language = dossier.settings.language
    themes = [
        (briefing.theme.title(language), f"themes/{briefing.theme.id}.md")
        for briefing in dossier.briefings
        if briefing.says_something
    ]
    return [
        (_("Home"), "index.md"),
        *themes,
        (_("Timeline"), "timeline.md"),
        *([(_("Figures"), "figures.md")] if dossier.figures else []),
        *([(_("Names"), "actors.md")] if dossier.actors else []),
        (_("Sources"), "sources.md"),
        (_("Method"), "method.md"),
    ]
