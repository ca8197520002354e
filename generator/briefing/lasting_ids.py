"""Ids of what several reports tell, which last while reports come and go.

Takes for each event or contradiction the ids that it has by each of its reports, the one to show first; gives each the
ids that are its own alone. An id that a page showed once is still among them when another report joins.
"""

from __future__ import annotations

from collections.abc import Sequence


def ids_of_each(proposed: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The ids of each, none twice: first every one has the first of its ids that is free, then the others that are.

    Of two that propose the same ids alone, the second has that id with a number behind it.
    """
    taken: set[str] = set()
    shown = []
    for number, ids in enumerate(proposed):
        first = next((identifier for identifier in ids if identifier not in taken), f"{ids[0]}-{number}")
        taken.add(first)
        shown.append(first)
    found = []
    for first, ids in zip(shown, proposed, strict=True):
        others = tuple(identifier for identifier in dict.fromkeys(ids) if identifier not in taken)
        taken.update(others)
        found.append((first, *others))
    return tuple(found)
