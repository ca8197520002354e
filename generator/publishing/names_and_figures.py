"""The people, organisations, places and numbers of one theme, finished for its page.

Takes a briefing, the library and the numbering of the page. A name leads to its entry among the names of the whole
dossier; a number stands in the words that state it, and numbers of one passage stand together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import Briefing, CitedActor, Figure
from generator.publishing.index_pages import counted, kind_of_actor, name_addresses
from generator.publishing.library import Library
from generator.publishing.lines import Mark, SourceName, TranslationLine
from generator.publishing.markdown import TrustedMarkdown, destination, encode_part
from generator.publishing.numbering import Numbering

SPELLINGS_SHOWN = 4
MARKS_SHOWN = 4
SHORTEST_STEM = 4
LONG_STEM, ENDING = 8, 2


@dataclass(frozen=True, slots=True)
class WhoLine:
    """Somebody or something that acts: ``target`` is the entry among the names, ``role`` what the sources call it."""

    name: str
    target: TrustedMarkdown
    kind: str
    role: str | None
    spellings: str | None
    marks: tuple[Mark, ...]
    count: str


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of quoted words; ``is_figure`` where it is the number itself, as printed."""

    text: TrustedMarkdown
    is_figure: bool


@dataclass(frozen=True, slots=True)
class CountedValue:
    """A number in the reader's language, with its qualifier in words."""

    id: str
    anchor: TrustedMarkdown
    text: str


@dataclass(frozen=True, slots=True)
class StatedFigures:
    """What one passage counts: its numbers in the reader's language, the words as printed, and who says so.

    ``attribution`` is absent where the article says it in its own voice.
    """

    anchor: TrustedMarkdown
    values: tuple[CountedValue, ...]
    words: tuple[Words, ...]
    language: str
    direction: str
    attribution: str | None
    marks: tuple[Mark, ...]
    sources: tuple[SourceName, ...]
    translation: TranslationLine | None


def who_lines(briefing: Briefing, library: Library, numbering: Numbering, path: str) -> Iterator[WhoLine]:
    """The names of a theme, the most cited first; a mark for each passage on this page that names them."""
    addresses = dict(name_addresses(library.dossier))
    for actor in briefing.actors:
        if actor.id not in addresses:
            continue
        here = [one for one in actor.citations if one.passage.id in numbering.passages][:MARKS_SHOWN]
        say = library.interface
        yield WhoLine(
            name=actor.name,
            target=destination("../" + addresses[actor.id]),
            kind=say.gettext(kind_of_actor(actor.kind)),
            role=actor.role,
            spellings=", ".join(_spellings(actor)) or None,
            marks=library.marks(here, numbering, path),
            count=say.ngettext("%(count)s passage", "%(count)s passages", len(actor.citations)),
        )


def stated_figures(
    figures: Iterable[Figure], library: Library, numbering: Numbering, path: str
) -> Iterator[StatedFigures]:
    """The numbers of a theme in the order given, those of one passage together."""
    by_passage: dict[str, list[Figure]] = {}
    for figure in figures:
        by_passage.setdefault(figure.citations[0].passage.id, []).append(figure)
    for together in by_passage.values():
        first = together[0]
        citations = {one.passage.id: one for figure in together for one in figure.citations}
        articles = dict.fromkeys(one.passage.article for one in citations.values())
        yield StatedFigures(
            anchor=destination(first.id),
            values=tuple(CountedValue(one.id, destination(one.id), counted(one, library)) for one in together),
            words=tuple(_words(first.text, together)),
            language=first.language,
            direction=library.interface.direction(first.language),
            attribution=", ".join(dict.fromkeys(one.attribution for one in together if one.attribution)) or None,
            marks=library.marks(citations.values(), numbering, path),
            sources=tuple(library.source(article, path) for article in articles),
            translation=next((library.translation(c.translation) for c in citations.values() if c.translation), None),
        )


def _spellings(actor: CitedActor) -> list[str]:
    """Other spellings, without the inflected forms of one that is shown: "Aserbaidschan", not "Aserbaidschans"."""
    shown: list[str] = []
    others = dict.fromkeys(one for spoken in actor.aliases.values() for one in spoken if one[:1].upper() == one[:1])
    for spelling in sorted(others, key=lambda one: (len(one), one)):
        stems = [_stem(one) for one in (*shown, actor.name) if len(one) >= SHORTEST_STEM]
        if spelling != actor.name and not any(spelling.casefold().startswith(stem) for stem in stems):
            shown.append(spelling)
    return sorted(shown, key=str.casefold)[:SPELLINGS_SHOWN]


def _stem(spelling: str) -> str:
    """What the inflected forms of a name begin with; a long name may change its end: Azerbeidzj(an), -aanse."""
    return spelling.casefold()[: -ENDING if len(spelling) >= LONG_STEM else None]


def _words(text: str, figures: Sequence[Figure]) -> Iterator[Words]:
    """The text cut at the numbers as printed; one that does not stand in it is not marked."""
    position = 0
    for start, end in sorted(_places(text, figures)):
        if start < position:
            continue
        if start > position:
            yield Words(encode_part(text[position:start]), is_figure=False)
        yield Words(encode_part(text[start:end]), is_figure=True)
        position = end
    if position < len(text):
        yield Words(encode_part(text[position:]), is_figure=False)


def _places(text: str, figures: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    for figure in figures:
        start = text.find(figure.expression) if figure.expression else -1
        if start >= 0:
            yield start, start + len(figure.expression)
