"""The people, organisations and places of one theme, finished for its page.

Each leads to its entry among the names of the whole dossier.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Briefing, CitedActor
from generator.publishing.addresses import markdown_page, relative
from generator.publishing.markdown import TrustedMarkdown, destination
from generator.publishing.page_parts.library import Library
from generator.publishing.page_parts.lines import Mark
from generator.publishing.page_parts.numbering import Numbering
from generator.publishing.pages.names import kind_of_actor, name_addresses

SPELLINGS_SHOWN = 4
MARKS_SHOWN = 4
SHORTEST_STEM = 4
LONG_STEM, ENDING = 8, 2


@dataclass(frozen=True, slots=True)
class WhoLine:
    """Somebody or something that acts: ``target`` is the entry among the names, ``role`` what the sources call it.

    ``kind`` is absent where nothing tells it, ``role_language`` where the role is in the dossier's language.
    """

    name: str
    name_language: str | None
    target: TrustedMarkdown
    kind: str | None
    role: str | None
    role_language: str | None
    spellings: str | None
    marks: tuple[Mark, ...]
    count: str


def who_lines(briefing: Briefing, library: Library, numbering: Numbering, path: str) -> Iterator[WhoLine]:
    """The names of a theme, the most cited first; a mark for each passage on this page that names them."""
    addresses = {actor.id: address for actor, address in name_addresses(library.dossier)}
    for actor in briefing.actors:
        if actor.id not in addresses:
            continue
        here = [one for one in actor.citations if one.passage.id in numbering.passages][:MARKS_SHOWN]
        say = library.interface
        spoken = library.article(actor.citations[0].passage.article).metadata.language
        yield WhoLine(
            name=actor.name,
            name_language=library.name_language(actor),
            target=destination(relative(markdown_page(addresses[actor.id]), path)),
            kind=kind_of_actor(actor, library),
            role=actor.role,
            role_language=None if spoken == library.dossier.settings.language else spoken,
            spellings=", ".join(_spellings(actor)) or None,
            marks=library.marks(here, numbering, path),
            count=say.ngettext("%(count)s passage", "%(count)s passages", len(actor.citations)),
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
