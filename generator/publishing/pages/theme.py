"""What a theme page shows, finished for its template: a ``ThemePage`` from a ``Briefing``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from generator.model import ArticleKind, Briefing, Event, Figure, Gap, Statement
from generator.publishing.markdown import TrustedMarkdown, destination
from generator.publishing.page_parts.copying import copying
from generator.publishing.page_parts.event_lines import EventLine, event_line, in_order
from generator.publishing.page_parts.head import Head, theme_head
from generator.publishing.page_parts.held_together import held_together
from generator.publishing.page_parts.library import Library, is_extract
from generator.publishing.page_parts.numbering import Numbering, number_passages
from generator.publishing.page_parts.overview import articles_and_period, by_count, languages
from generator.publishing.page_parts.timeline_picture import TimelinePicture, timeline_picture
from generator.publishing.pages.noted_sources import NotedSource, NotedUse, noted_sources
from generator.publishing.pages.statement_lines import (
    DisagreementLine,
    StatementLine,
    disagreement_line,
    statement_line,
)
from generator.publishing.pages.theme_figures import StatedFigures, stated_figures
from generator.publishing.pages.theme_names import WhoLine, who_lines

LARGE_SHARE = 0.6

WRITTEN, EXTRACTS, OPINIONS = range(3)
"""The parts of a page in which statements stand, in their order."""


@dataclass(frozen=True, slots=True)
class ThemePage:
    """All that a theme page shows; ``silence`` stands in place of its parts, where no article speaks of the theme.

    ``may_disagree``: one article alone contradicts nobody.
    """

    id: str
    title: str
    title_language: str | None
    description: str | None
    language: str
    briefing_language: str
    as_of: str | None
    articles: str
    languages: str
    kinds: str
    drafting: str | None
    dependence: str | None
    note: str | None
    silence: str | None
    bottom_line: StatementLine | None
    statements: tuple[StatementLine, ...]
    extracts: tuple[StatementLine, ...]
    opinions: tuple[StatementLine, ...]
    more_statements: str | None
    events: tuple[EventLine, ...]
    picture: TimelinePicture | None
    timeline: TrustedMarkdown
    ahead: tuple[EventLine, ...]
    ahead_of: str | None
    names: tuple[WhoLine, ...]
    figures: tuple[StatedFigures, ...]
    may_disagree: bool
    disagreements: tuple[DisagreementLine, ...]
    developments: tuple[DisagreementLine, ...]
    gaps: tuple[Gap, ...]
    sources: tuple[NotedSource, ...]
    more_sources: str | None
    all_sources: TrustedMarkdown
    references: TrustedMarkdown
    head: Head


def theme_page(briefing: Briefing, library: Library) -> ThemePage:
    """The finished page of one theme, below ``themes/``."""
    return _Composer(briefing, library).page()


def page_numbering(briefing: Briefing, library: Library) -> Numbering:
    """The numbers that a theme page gives its sources, for marks elsewhere that should agree with it."""
    return _Composer(briefing, library).numbering


def articles_of_theme(briefing: Briefing, numbering: Numbering) -> tuple[str, ...]:
    """The articles that a theme page cites, in the order of their numbers, and then those that touch the theme."""
    return tuple(dict.fromkeys([*numbering.articles, *briefing.articles]))


class _Composer:
    """Holds what every part of one page needs: the library, the numbering, the page's path."""

    def __init__(self, briefing: Briefing, library: Library) -> None:
        self.briefing = briefing
        self.library = library
        self.say = library.interface
        self.path = f"themes/{briefing.theme.id}.md"
        self.numbering = number_passages(use.citation for use in self._uses())
        self.in_order = sorted(briefing.statements, key=self._part)

    def page(self) -> ThemePage:
        briefing, library, numbering, say = self.briefing, self.library, self.numbering, self.say
        language = library.dossier.settings.language
        description = briefing.theme.description
        return ThemePage(
            id=briefing.theme.id,
            title=briefing.theme.title(language),
            title_language=library.title_language(briefing.theme),
            description=description.get(language) or description.get("en"),
            language=language,
            briefing_language=briefing.language,
            as_of=say.date(library.dossier.as_of) if library.dossier.as_of else None,
            articles=articles_and_period(map(library.article, self._all_articles()), say),
            languages=languages(map(library.article, self._all_articles()), say),
            kinds=self._kinds(),
            drafting=library.drafting(briefing.drafted_by, briefing.reviewed_by),
            dependence=self._dependence(),
            note=briefing.note and held_together(briefing.note, briefing.language),
            silence=None if briefing.says_something else say.gettext("No article speaks of this theme."),
            bottom_line=None if briefing.bottom_line is None else self._statement(briefing.bottom_line),
            statements=tuple(self._statement(one) for one in briefing.statements if self._part(one) == WRITTEN),
            extracts=tuple(self._statement(one) for one in briefing.statements if self._part(one) == EXTRACTS),
            opinions=tuple(self._statement(one) for one in briefing.statements if self._part(one) == OPINIONS),
            more_statements=self._more_statements(),
            events=in_order(self._event(event) for event in briefing.timeline),
            picture=timeline_picture(briefing.timeline, say),
            timeline=destination("../timeline.md"),
            ahead=in_order(self._event(event) for event in briefing.ahead),
            ahead_of=say.date(library.dossier.ahead_of) if library.dossier.ahead_of else None,
            names=tuple(who_lines(briefing, library, numbering, self.path)),
            figures=tuple(stated_figures(briefing.figures, library, numbering, self.path)),
            may_disagree=len(self._all_articles()) > 1 or bool(briefing.disagreements),
            disagreements=self._disagreements(developments=False),
            developments=self._disagreements(developments=True),
            gaps=tuple(replace(one, text=held_together(one.text, briefing.language)) for one in briefing.gaps),
            sources=tuple(noted_sources(self._uses(), numbering, library, self.path)),
            more_sources=self._more_sources(),
            all_sources=destination("../sources.md"),
            head=theme_head(briefing, numbering.articles, library),
            references=copying(numbering.articles, briefing.theme.title(language), library),
        )

    def _statement(self, statement: Statement) -> StatementLine:
        told = {one.id for one in self._before(statement) if statement.id in self.library.related_to(one)}
        others = tuple(one for one in statement.related if one not in told)  # a pair is told where its first stands
        first_told = replace(statement, related=others)
        return statement_line(first_told, self.briefing, self.numbering, self.library, self.path)

    def _before(self, statement: Statement) -> tuple[Statement, ...]:
        """The statements that stand above this one on the page."""
        above = takewhile(lambda one: one.id != statement.id, self.in_order)
        return () if statement is self.briefing.bottom_line else tuple(above)

    def _part(self, statement: Statement) -> int:
        """In which part of the page it stands: what an editor wrote, what articles report, what commentators say."""
        if not is_extract(statement):
            return WRITTEN
        said_in = self.library.article(statement.citations[0].passage.article)
        return OPINIONS if said_in.metadata.kind is ArticleKind.OPINION else EXTRACTS

    def _event(self, event: Event) -> EventLine:
        marks = self.library.marks(event.citations, self.numbering, self.path)
        return event_line(event, marks, self.library, self.path)

    def _disagreements(self, *, developments: bool) -> tuple[DisagreementLine, ...]:
        return tuple(
            disagreement_line(one, self.briefing, self.numbering, self.library, self.path)
            for one in self.briefing.disagreements
            if one.is_development is developments
        )

    def _more_statements(self) -> str | None:
        """Said where the theme has sentences that the page has no room for."""
        hidden = self.briefing.statements_total - len(self.briefing.statements)
        words = self.say.ngettext(
            "%(count)s further sentence of the sources is not shown here.",
            "%(count)s further sentences of the sources are not shown here.",
            hidden,
        )
        return words if hidden > 0 else None

    def _more_sources(self) -> str | None:
        """Said where articles of the theme are not cited on its page."""
        uncited = len(set(self.briefing.articles) - set(self.numbering.articles))
        words = self.say.ngettext(
            "%(count)s more article touches this theme and is not cited here.",
            "%(count)s more articles touch this theme and are not cited here.",
            uncited,
        )
        return words if uncited > 0 else None

    def _all_articles(self) -> tuple[str, ...]:
        return articles_of_theme(self.briefing, self.numbering)

    def _kinds(self) -> str:
        kinds = (self.library.article(one).metadata.kind for one in self._all_articles())
        labels = (self.library.kind_label(kind) for kind in kinds if kind is not None)
        return ", ".join(f"{label} ({self.say.number(n)})" for label, n in by_count(Counter(labels)))

    def _dependence(self) -> str | None:
        """Said where everything, or most, rests on one article."""
        by_article = Counter(citation.passage.article for citation in self.numbering.in_order)
        total = by_article.total()
        most = max(by_article.values(), default=0)
        if not by_article:
            return None
        if len(by_article) == 1:
            return self.say.gettext("Everything on this page rests on one article.")
        if most < total * LARGE_SHARE:
            return None
        words = self.say.gettext("%(most)s of the %(total)s passages cited on this page come from one article.")
        return words % {"most": self.say.number(most), "total": self.say.number(total)}

    def _uses(self) -> Iterator[NotedUse]:
        """Every use of a passage on this page, in reading order."""
        briefing, say = self.briefing, self.say
        if briefing.bottom_line is not None:
            yield from _of(briefing.bottom_line, say.gettext("bottom line"))
        for number, statement in enumerate(sorted(briefing.statements, key=self._part), start=1):
            yield from _of(statement, say.gettext("statement %(number)s") % {"number": number})
        for event in (*briefing.timeline, *briefing.ahead):
            yield from _of(event, say.gettext("timeline, %(date)s") % {"date": say.date(event.date)})
        for figure in briefing.figures:
            yield from _of(figure, say.gettext("figures"))
        for disagreement in briefing.disagreements:
            label = say.gettext("later count") if disagreement.is_development else say.gettext("disagreement")
            for side in disagreement.sides:
                for citation in side.citations:
                    yield NotedUse(disagreement.id, label, citation)


def _of(place: Statement | Event | Figure, label: str) -> Iterator[NotedUse]:
    for citation in place.citations:
        yield NotedUse(place.id, label, citation)
