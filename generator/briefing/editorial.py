"""What the editor wrote → statements that rest on passages; every quote is looked up in its article.

A quote that fails is appended to ``problems`` and its statement left out: all mistakes are reported together, and
with any mistake nothing is published.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.briefing.passages import QuotableArticle
from generator.briefing.translating import translation_of
from generator.briefing.verification import locate_quote
from generator.errors import ContentProblem
from generator.model import (
    Citation,
    Disagreement,
    EditorBriefing,
    EditorDisagreement,
    EditorQuote,
    EditorStatement,
    Origin,
    Passage,
    Side,
    Statement,
    Translation,
)
from generator.project import Project


@dataclass(frozen=True, slots=True)
class EditorsLayer:
    """One theme as its editor wrote it, with every quote found."""

    briefing: EditorBriefing
    bottom_line: Statement | None
    statements: tuple[Statement, ...]
    disagreements: tuple[Disagreement, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All that the editor quotes on this theme."""
        return tuple(citation.passage for citation in self._citations())

    def _citations(self) -> Iterator[Citation]:
        for statement in (*filter(None, [self.bottom_line]), *self.statements):
            yield from statement.citations
        for disagreement in self.disagreements:
            for side in disagreement.sides:
                yield from side.citations


def editors_layers(
    project: Project, articles: Mapping[str, QuotableArticle], problems: list[ContentProblem]
) -> dict[str, EditorsLayer]:
    """What the editor wrote, by theme; quotes that fail are appended to ``problems``."""
    editorial = Editorial(articles, project.translations, problems)
    return {
        briefing.theme: EditorsLayer(
            briefing,
            editorial.bottom_line(briefing),
            editorial.statements(briefing),
            editorial.disagreements(briefing),
        )
        for briefing in project.briefings
    }


class Editorial:
    """Turns an editor's sentences into statements of the dossier, collecting the quotes that fail."""

    def __init__(
        self,
        articles: Mapping[str, QuotableArticle],
        translations: Mapping[tuple[str, str], Translation],
        problems: list[ContentProblem],
    ) -> None:
        self._articles = articles
        self._translations = translations
        self._problems = problems

    def bottom_line(self, briefing: EditorBriefing) -> Statement | None:
        """The answer that opens the page; ``None`` where the editor gave none or its quotes fail."""
        return self._statement(briefing, briefing.bottom_line) if briefing.bottom_line else None

    def statements(self, briefing: EditorBriefing) -> tuple[Statement, ...]:
        """The editor's statements in the editor's order."""
        built = (self._statement(briefing, statement) for statement in briefing.statements)
        return tuple(statement for statement in built if statement)

    def disagreements(self, briefing: EditorBriefing) -> tuple[Disagreement, ...]:
        """The editor's disagreements whose sides all rest on passages."""
        built = (self._disagreement(briefing, disagreement) for disagreement in briefing.disagreements)
        return tuple(disagreement for disagreement in built if disagreement)

    def _statement(self, briefing: EditorBriefing, statement: EditorStatement) -> Statement | None:
        citations = self._citations(statement.quotes)
        if not citations:
            return None
        return Statement(
            id=statement.id,
            text=statement.text,
            language=briefing.language,
            origin=Origin.EDITOR,
            citations=citations,
            themes=(briefing.theme,),
            attribution=statement.attribution,
            disputed=statement.disputed,
            drafted_by=briefing.drafted_by,
            reviewed_by=briefing.reviewed_by,
        )

    def _disagreement(self, briefing: EditorBriefing, disagreement: EditorDisagreement) -> Disagreement | None:
        sides = []
        for side in disagreement.sides:
            citations = self._citations(side.quotes)
            if citations:
                sides.append(Side(side.text, citations, briefing.language))
        if len(sides) < len(disagreement.sides):
            return None
        return Disagreement(disagreement.id, disagreement.question, tuple(sides), (briefing.theme,), Origin.EDITOR)

    def _citations(self, quotes: Sequence[EditorQuote]) -> tuple[Citation, ...]:
        found = []
        for quote in quotes:
            try:
                passage = locate_quote(quote, self._articles)
            except ContentProblem as problem:
                self._problems.append(problem)
            else:
                article = self._articles[passage.article].article
                translation = translation_of(passage, article, self._translations)
                found.append(Citation(passage, translation))
        return tuple(found)
