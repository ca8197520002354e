"""Who stands behind an entry, for the line below it: the first few in sight, many others folded behind their number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.publishing.interface import Interface
from generator.publishing.page_parts.lines import SourceName

MOST_IN_SIGHT = 4
SHOWN_OF_MANY = 3


@dataclass(frozen=True, slots=True)
class SourceNames:
    """The articles behind an entry. ``rest`` unfolds, and is printed; ``more`` says on a screen how many they are.

    ``rest_kinds`` has one article of each kind among the rest that a reader has to know of: opinion, sponsored.
    """

    shown: tuple[SourceName, ...]
    rest: tuple[SourceName, ...] = ()
    more: str = ""
    rest_kinds: tuple[SourceName, ...] = ()


def source_names(sources: Sequence[SourceName], say: Interface) -> SourceNames:
    """The articles in the order given; of more than four, the first three are in sight.

    Those whose outlet is not known are named by their titles, where several stand in one line.
    """
    if sum(not one.has_outlet for one in sources) > 1:
        sources = [replace(one, is_named_by_title=one.short_title is not None) for one in sources]
    if len(sources) <= MOST_IN_SIGHT:
        return SourceNames(tuple(sources))
    shown, rest = tuple(sources[:SHOWN_OF_MANY]), tuple(sources[SHOWN_OF_MANY:])
    kinds = tuple({one.kind: one for one in reversed(rest) if one.is_notable_kind}.values())[::-1]
    more = say.ngettext("and %(count)s more", "and %(count)s more", len(rest))
    if kinds:
        more = say.ngettext("and %(count)s more, among them", "and %(count)s more, among them", len(rest))
    return SourceNames(shown, rest, more, kinds)
