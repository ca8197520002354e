"""Checks that the editor's files agree with each other: themes that exist, ids that stand once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from generator.errors import ContentProblem, Place
from generator.model import ascii_slug
from generator.project.located_yaml import LocatedYaml


@dataclass(frozen=True, slots=True)
class KnownThemes:
    """The themes that ``themes.yml`` defines, as far as it can be read (``readable``).

    ``ids`` are those of entries with mistakes too; ``nameless`` says that an entry has none that can be read.
    """

    ids: tuple[str, ...]
    readable: bool = True
    nameless: bool = False

    @classmethod
    def of(cls, document: LocatedYaml | None, *, readable: bool) -> KnownThemes:
        """The themes of the file's entries; one called "Energy!" is meant where "energy" is named."""
        entries = document.value if document and isinstance(document.value, list) else []
        stated = [str(entry.get("id") or "") if isinstance(entry, dict) else "" for entry in entries]
        ids = tuple(ascii_slug(name) for name in stated if ascii_slug(name))
        is_list = document is None or document.value is None or isinstance(document.value, list)
        return cls(ids, readable and is_list, len(ids) < len(stated))

    def check(self, theme: str, place: Place, problems: list[ContentProblem], entries: int = 1) -> None:
        """Report a theme that is not known, with the nearest one that is; ``entries`` of one file name it.

        Where the file cannot be read, or a theme in it has no id, none is said to be unknown that may be meant there:
        what follows from a mistake is not reported.
        """
        if theme in self.ids or not self.readable:
            return
        near = get_close_matches(theme.lower(), self.ids, n=1)
        if self.nameless and not near:
            return
        defined = f"sources/vocabulary/themes.yml defines: {', '.join(self.ids) or 'none'}"
        remedy = f'did you mean "{near[0]}"?' if near else defined
        often = f" ({entries} entries name it)" if entries > 1 else ""
        problems.append(ContentProblem(place, f'the theme "{theme}" is not known{often}', remedy))


def check_unique(entries: Iterable[tuple[str, Place]], what: str, problems: list[ContentProblem]) -> None:
    """Report every id that stands more than once, at its second place and after."""
    places: defaultdict[str, list[Place]] = defaultdict(list)
    for identifier, place in entries:
        places[identifier].append(place)
    for identifier, found in places.items():
        for place in found[1:]:
            fact = f'the {what} "{identifier}" stands twice'
            problems.append(ContentProblem(place, fact, f"the first is at {found[0]}; give this one another id"))
