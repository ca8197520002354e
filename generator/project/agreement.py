"""Checks that the editor's files agree with each other: themes that exist, ids that stand once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

from generator.errors import ContentProblem, Place
from generator.model import Vocabulary


def check_theme(theme: str, place: Place, vocabulary: Vocabulary, problems: list[ContentProblem]) -> None:
    """Report a theme that ``themes.yml`` does not define, with the nearest one that it does."""
    known = [known.id for known in vocabulary.themes]
    if theme in known:
        return
    near = get_close_matches(theme, known, n=1)
    defined = f"sources/vocabulary/themes.yml defines: {', '.join(known) or 'none'}"
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
