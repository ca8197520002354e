"""Checks that the editor's files agree with each other: themes that exist, ids that stand once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from generator.errors import ContentProblem, Place
from generator.project.located_yaml import LocatedYaml


def stated_ids(document: LocatedYaml | None) -> tuple[str, ...]:
    """The ids that the entries of a list state, those of entries with mistakes too."""
    entries = document.value if document and isinstance(document.value, list) else []
    return tuple(str(entry["id"]) for entry in entries if isinstance(entry, dict) and entry.get("id"))


@dataclass(frozen=True, slots=True)
class KnownThemes:
    """The themes that ``themes.yml`` defines, as far as it can be read (``readable``)."""

    ids: tuple[str, ...]
    readable: bool = True

    def check(self, theme: str, place: Place, problems: list[ContentProblem]) -> None:
        """Report a theme that is not known, with the nearest one that is.

        Where the file cannot be read, no theme is said to be unknown: what follows from a mistake is not reported.
        """
        if theme in self.ids or not self.readable:
            return
        near = get_close_matches(theme.lower(), self.ids, n=1)
        defined = f"sources/vocabulary/themes.yml defines: {', '.join(self.ids) or 'none'}"
        remedy = f'did you mean "{near[0]}"?' if near else defined
        problems.append(ContentProblem(place, f'the theme "{theme}" is not known', remedy))


def check_unique(entries: Iterable[tuple[str, Place]], what: str, problems: list[ContentProblem]) -> None:
    """Report every id that stands more than once, at its second place and after."""
    places: defaultdict[str, list[Place]] = defaultdict(list)
    for identifier, place in entries:
        places[identifier].append(place)
    for identifier, found in places.items():
        for place in found[1:]:
            fact = f'the {what} "{identifier}" stands twice'
            problems.append(ContentProblem(place, fact, f"the first is at {found[0]}; give this one another id"))
