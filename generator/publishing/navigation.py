"""The site's navigation: home, the themes in the editor's order, timeline, figures, names, sources, method.

A theme of which nobody speaks has a page and no place here. Article pages never do: every page in the navigation costs
every other page time and bytes.
"""

from __future__ import annotations

from generator.model import Dossier
from generator.publishing.interface import Interface

LONGEST_LABEL_CHARS = 44
"""Of a theme in the menu, which is one line for a few themes: a headline is cut at a word."""

SHORTEST_LAST_WORD = 3
"""Letters of the last word of a headline that is cut."""


def navigation(dossier: Dossier) -> list[tuple[str, str]]:
    """Titles and paths below ``docs/``, in reading order."""
    _ = Interface(dossier.settings.language).gettext
    language = dossier.settings.language
    themes = [
        (_label(briefing.theme.title(language)), f"themes/{briefing.theme.id}.md")
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


def _label(title: str) -> str:
    """A title as the menu shows it: "Three dead after ferry strikes reef outside …"."""
    if len(title) <= LONGEST_LABEL_CHARS or " " not in title[:LONGEST_LABEL_CHARS]:
        return title
    words = title[:LONGEST_LABEL_CHARS].split(" ")[:-1]
    while len(words) > 1 and (words[-1].isdigit() or len(words[-1]) < SHORTEST_LAST_WORD):
        words.pop()  # "fined 18 …", "hit by a …": a number without what it counts, a word without its other half
    return f"{' '.join(words).rstrip(' ,;:–—-')} …"
