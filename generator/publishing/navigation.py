"""What stands in the site's navigation: home, the themes in the editor's order, timeline, sources, method.

Article pages never do: every page in the navigation costs every other page time and bytes.
"""

from __future__ import annotations

from generator.model import Dossier
from generator.publishing.interface import Interface


def navigation(dossier: Dossier) -> list[tuple[str, str]]:
    """Titles and paths below ``docs/``, in reading order."""
    words = Interface(dossier.settings.language).gettext
    pages = [(words("Home"), "index.md")]
    for briefing in dossier.briefings:
        pages.append((briefing.theme.title(dossier.settings.language), f"themes/{briefing.theme.id}.md"))
    pages.append((words("Timeline"), "timeline.md"))
    pages.append((words("Sources"), "sources.md"))
    pages.append((words("Method"), "method.md"))
    return pages
