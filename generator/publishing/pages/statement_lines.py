"""Statements and disagreements as a theme page shows them: what is said, its marks, its sourcing in words."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.themes.proposals import COMMON_THEME
from generator.model import Briefing, Disagreement, Edition, Origin, Side, Statement
from generator.publishing.markdown import TrustedMarkdown, destination
from generator.publishing.page_parts.held_together import held_together
from generator.publishing.page_parts.library import Library, is_extract
from generator.publishing.page_parts.lines import Mark, QuotedWords, RelatedLine, TranslationLine
from generator.publishing.page_parts.numbering import Numbering
from generator.publishing.page_parts.sourcing import SourceNames


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A statement, its marks and its sourcing in words. ``quotes`` are the words it rests on, apart from its own;
    ``theme_words`` those by which it is on the theme of the page, for the editor's eyes: in the private edition."""

    id: str
    anchor: TrustedMarkdown
    origin: str
    text: str
    language: str
    direction: str
    marks: tuple[Mark, ...]
    sources: SourceNames
    agreement: str
    quotes: tuple[QuotedWords, ...]
    translation: TranslationLine | None
    attribution: str | None
    disputed: bool
    superseded: bool
    drafting: str | None
    related: tuple[RelatedLine, ...]
    theme_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideLine:
    """What one side of a disagreement says."""

    text: str
    language: str
    direction: str
    marks: tuple[Mark, ...]
    sources: SourceNames


@dataclass(frozen=True, slots=True)
class DisagreementLine:
    """A question on which sources contradict each other, or what later reports replaced."""

    id: str
    other_ids: tuple[str, ...]
    anchor: TrustedMarkdown
    origin: str
    question: str
    sides: tuple[SideLine, ...]


def statement_line(
    statement: Statement, briefing: Briefing, numbering: Numbering, library: Library, page: str
) -> StatementLine:
    """The statement as ``page`` (a Markdown path), which is the page of ``briefing``, shows it."""
    extract = is_extract(statement)
    beside = statement.citations[1 if extract else 0 :]
    return StatementLine(
        id=statement.id,
        anchor=destination(statement.id),
        origin=statement.origin.value,
        text=statement.text if extract else held_together(statement.text, statement.language),
        language=statement.language,
        direction=library.interface.direction(statement.language),
        marks=library.marks(statement.citations, numbering, page),
        sources=library.sources_of(statement.citations, page),
        agreement=library.agreement(statement),
        quotes=tuple(library.quoted(one, numbering.of(one.passage), page) for one in beside),
        translation=library.translation(statement.citations[0].translation) if extract else None,
        attribution=statement.attribution and held_together(statement.attribution, statement.language),
        disputed=statement.disputed,
        superseded=statement.superseded,
        drafting=_own_drafting(statement, briefing, library),
        related=library.related(statement, page),
        theme_words=_theme_words(statement, briefing, library),
    )


def _theme_words(statement: Statement, briefing: Briefing, library: Library) -> tuple[str, ...]:
    if library.dossier.edition is not Edition.PRIVATE or briefing.theme.id == COMMON_THEME:
        return ()
    return tuple(word for theme, word in statement.theme_words if theme == briefing.theme.id)


def disagreement_line(
    disagreement: Disagreement, briefing: Briefing, numbering: Numbering, library: Library, page: str
) -> DisagreementLine:
    """The disagreement as ``page`` (a Markdown path) shows it, its sides beside each other."""
    return DisagreementLine(
        id=disagreement.id,
        other_ids=disagreement.other_ids,
        anchor=destination(disagreement.id),
        origin=disagreement.origin.value,
        question=held_together(disagreement.question, briefing.language),
        sides=tuple(_side(side, disagreement.origin, numbering, library, page) for side in disagreement.sides),
    )


def _own_drafting(statement: Statement, briefing: Briefing, library: Library) -> str | None:
    """The drafting notice of a statement, where it differs from that of its page."""
    own = (statement.drafted_by, statement.reviewed_by)
    return None if own == (briefing.drafted_by, briefing.reviewed_by) else library.drafting(*own)


def _side(side: Side, origin: Origin, numbering: Numbering, library: Library, page: str) -> SideLine:
    return SideLine(
        text=side.text if origin is Origin.EXTRACT else held_together(side.text, side.language),
        language=side.language,
        direction=library.interface.direction(side.language),
        marks=library.marks(side.citations, numbering, page),
        sources=library.sources_of(side.citations, page),
    )
