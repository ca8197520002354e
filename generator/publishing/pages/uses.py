"""Which places of the site rest on which passage: what an article's page leads back to.

Takes a dossier; gives, for each article, the passages that the edition may show, each once, with the places that show
a sentence resting on it. A passage that only the exports name has no place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model import Briefing, Citation, CitedActor, Dossier, Event, Figure, Side, Statement
from generator.publishing.addresses import theme_page
from generator.publishing.interface import Interface
from generator.publishing.page_parts.held_together import held_together
from generator.publishing.page_parts.library import is_extract
from generator.publishing.pages.timeline import event_addresses


@dataclass(frozen=True, slots=True)
class Use:
    """A place that rests on a passage: its address from the root of the site, its page's name, what it says."""

    address: str
    page: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A citation of an article (with a translation, where any citation of its passage has one) and its uses."""

    citation: Citation
    uses: tuple[Use, ...]


def quotations_by_article(dossier: Dossier, interface: Interface) -> Mapping[str, tuple[Quotation, ...]]:
    """Every passage that the edition may show, by article, in the order of first use."""
    citations: dict[str, Citation] = {}
    uses: dict[str, dict[Use, None]] = {}
    for citation, use in [*_on_pages(dossier, interface), *_in_exports(dossier)]:
        passage = citation.passage.id
        if passage not in citations or (citation.translation and not citations[passage].translation):
            citations[passage] = citation
        uses.setdefault(passage, {})
        if use is not None:
            uses[passage][use] = None
    found: dict[str, list[Quotation]] = {}
    for passage, citation in citations.items():
        found.setdefault(citation.passage.article, []).append(Quotation(citation, tuple(uses[passage])))
    return {article: tuple(quotations) for article, quotations in found.items()}


def _on_pages(dossier: Dossier, interface: Interface) -> Iterator[tuple[Citation, Use | None]]:
    language = dossier.settings.language
    for briefing in dossier.briefings:
        yield from _on_theme_page(briefing, language)
    timeline = interface.gettext("Timeline")
    for event, address in event_addresses(dossier):
        yield from _of(event.citations, Use(address, timeline, interface.date(event.date), language))


def _on_theme_page(briefing: Briefing, language: str) -> Iterator[tuple[Citation, Use | None]]:
    page, title = theme_page(briefing.theme.id), briefing.theme.title(language)
    bottom_line = () if briefing.bottom_line is None else (briefing.bottom_line,)
    for statement in (*bottom_line, *briefing.statements):
        words = statement.text if is_extract(statement) else held_together(statement.text, statement.language)
        use = Use(f"{page}#{statement.id}", title, words, statement.language)
        yield from _of(statement.citations, use)
    for disagreement in briefing.disagreements:
        use = Use(f"{page}#{disagreement.id}", title, disagreement.question, briefing.language)
        for side in disagreement.sides:
            yield from _of(side.citations, use)
    for figure in briefing.figures:
        use = Use(f"{page}#{figure.id}", title, figure.expression or figure.text, figure.language)
        yield from _of(figure.citations, use)
    for event in (*briefing.timeline, *briefing.ahead):  # reached from the page, and listed with the whole timeline
        yield from _of(event.citations)


def _in_exports(dossier: Dossier) -> Iterator[tuple[Citation, Use | None]]:
    sides = [side for disagreement in dossier.disagreements for side in disagreement.sides]
    named: list[Statement | Event | Figure | CitedActor | Side] = [
        *dossier.statements,
        *dossier.timeline,
        *dossier.ahead,
    ]
    for one in [*named, *dossier.figures, *dossier.actors, *sides]:
        yield from _of(one.citations)


def _of(citations: Iterable[Citation], use: Use | None = None) -> Iterator[tuple[Citation, Use | None]]:
    for citation in citations:
        yield citation, use
