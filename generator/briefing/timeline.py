"""Events → the entries of the timeline that an edition has room for, each with its passages and its themes.

What is planned is found together with what happened, and asks for room when everything else has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace

from generator.analysis.agreement.corroboration import Comparison
from generator.briefing.chronology import DatedEvent, find_events
from generator.briefing.editorial import EditorsLayer
from generator.briefing.lasting_ids import ids_of_each
from generator.briefing.material import Material, covers
from generator.briefing.showing import Showing
from generator.edtf import sort_key
from generator.model import Event, Passage, fold, stable_id

Quoted = list[tuple[str, Passage]]  # a theme, and what its editor quotes


def dated_events(material: Material, comparison: Comparison, as_of: str | None = None) -> tuple[DatedEvent, ...]:
    """All that the articles date: what happened, and what is planned for later than ``as_of``."""
    articles = list(material.articles.values())
    return find_events(articles, material.claims, material.duplicates, comparison.joined, as_of)


def shown_events(
    dated: Iterable[DatedEvent],
    material: Material,
    editors: Mapping[str, EditorsLayer],
    showing: Showing,
    superseded: Set[tuple[str, int]] = frozenset(),
) -> list[Event]:
    """All events of which a passage finds room, by date; ``superseded`` are sentences with a number replaced later."""
    quoted = [(theme, passage) for theme, layer in editors.items() for passage in layer.passages]
    events: list[Event] = []
    ids: list[tuple[str, ...]] = []
    for found in dated:
        told = [
            material.passage(claim.article, start, claim.sentence.end)
            for claim, start in zip(found.claims, found.starts, strict=True)
        ]
        passages = [_shown(passage, found.expression, showing, quoted) for passage in told]
        citations = material.cite(*filter(None, passages))
        if citations:
            first = citations[0].passage
            own = (stable_id("e", date, passage.id) for date, passage in zip(found.dates, told, strict=True))
            ids.append((stable_id("e", found.date, first.id), *own))
            events.append(
                Event(
                    id=ids[-1][0],
                    date=found.date,
                    expression=found.expression,
                    text=first.exact,
                    language=material.language_of(first),
                    citations=citations,
                    themes=_themes_of(first, found.themes, quoted),
                    superseded=any(claim.key in superseded for claim in found.claims),
                )
            )
    lasting = zip(events, ids_of_each(ids), strict=True)
    named = [replace(event, id=first, other_ids=tuple(others)) for event, (first, *others) in lasting]
    return sorted(named, key=lambda event: (sort_key(event.date), event.id))


def _shown(told: Passage, expression: str, showing: Showing, quoted: Quoted) -> Passage | None:
    """The words that tell it, if there is room for them; else an editor's quote of them that holds the date."""
    if showing.has_room(told):
        return told
    inside = (passage for _, passage in quoted if covers(told, passage))
    return next((passage for passage in inside if fold(expression) in passage.exact), None)


def _themes_of(passage: Passage, found: Iterable[str], quoted: Quoted) -> tuple[str, ...]:
    """The themes found in a passage, and those under which an editor quotes from it."""
    editors = (theme for theme, quote in quoted if covers(passage, quote) or covers(quote, passage))
    return tuple(dict.fromkeys([*found, *editors]))
