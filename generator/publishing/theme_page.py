"""What a theme page shows, finished for its template: a ``ThemePage`` from a ``Briefing``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Briefing, Citation, Disagreement, Event, Figure, Gap, Side, Statement
from generator.publishing.copying import copying
from generator.publishing.head import Head, theme_head
from generator.publishing.library import (
    Library,
    Mark,
    Numbering,
    QuotedWords,
    RelatedLine,
    SourceName,
    TranslationLine,
    is_extract,
    number_passages,
)
from generator.publishing.markdown import TrustedMarkdown, destination
from generator.publishing.names_and_figures import StatedFigures, WhoLine, stated_figures, who_lines
from generator.publishing.timeline_picture import TimelinePicture, timeline_picture

LARGE_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A statement, its marks and its sourcing in words. ``quotes`` are the words it rests on, apart from its own."""

    id: str
    anchor: TrustedMarkdown
    origin: str
    text: str
    language: str
    direction: str
    marks: tuple[Mark, ...]
    sources: tuple[SourceName, ...]
    agreement: str
    quotes: tuple[QuotedWords, ...]
    translation: TranslationLine | None
    attribution: str | None
    disputed: bool
    drafting: str | None
    related: tuple[RelatedLine, ...]


@dataclass(frozen=True, slots=True)
class EventLine:
    """An entry of the timeline with its marks."""

    id: str
    anchor: TrustedMarkdown
    date: str
    expression: str
    text: str
    language: str
    direction: str
    marks: tuple[Mark, ...]
    sources: tuple[SourceName, ...]
    translation: TranslationLine | None
    quoted: QuotedWords | None = None


@dataclass(frozen=True, slots=True)
class SideLine:
    """What one side of a disagreement says."""

    text: str
    language: str
    direction: str
    marks: tuple[Mark, ...]
    sources: tuple[SourceName, ...]


@dataclass(frozen=True, slots=True)
class DisagreementLine:
    """A question on which sources contradict each other."""

    id: str
    anchor: TrustedMarkdown
    origin: str
    question: str
    sides: tuple[SideLine, ...]


@dataclass(frozen=True, slots=True)
class BackLink:
    """The way back from a passage to a place on the same page that rests on it."""

    target: TrustedMarkdown
    label: str


@dataclass(frozen=True, slots=True)
class NotedPassage:
    """A passage among the sources, with the ways back to every place that rests on it."""

    quoted: QuotedWords
    back: tuple[BackLink, ...]


@dataclass(frozen=True, slots=True)
class NotedSource:
    """An article among the sources of a page, once, with its passages; ``twins`` have the same text."""

    number: int
    count: str
    source: SourceName
    passages: tuple[NotedPassage, ...]
    twins: tuple[SourceName, ...]


@dataclass(frozen=True, slots=True)
class ThemePage:
    """All that a theme page shows."""

    id: str
    title: str
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
    bottom_line: StatementLine | None
    statements: tuple[StatementLine, ...]
    extracts: tuple[StatementLine, ...]
    more_statements: str | None
    events: tuple[EventLine, ...]
    more_events: str | None
    picture: TimelinePicture | None
    timeline: TrustedMarkdown
    names: tuple[WhoLine, ...]
    figures: tuple[StatedFigures, ...]
    disagreements: tuple[DisagreementLine, ...]
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


class _Composer:
    """Holds what every part of one page needs: the library, the numbering, the page's path."""

    def __init__(self, briefing: Briefing, library: Library) -> None:
        self.briefing = briefing
        self.library = library
        self.say = library.interface
        self.path = f"themes/{briefing.theme.id}.md"
        self.events = briefing.timeline
        self.numbering = number_passages(citation for _, _, citation in self._uses())

    def page(self) -> ThemePage:
        briefing, say = self.briefing, self.say
        language = self.library.dossier.settings.language
        description = briefing.theme.description
        hidden_events = len(briefing.timeline) - len(self.events)
        uncited = len(set(briefing.articles) - set(self.numbering.articles))
        hidden = briefing.statements_total - len(briefing.statements)
        return ThemePage(
            id=briefing.theme.id,
            title=briefing.theme.title(language),
            description=description.get(language) or description.get("en"),
            language=language,
            briefing_language=briefing.language,
            as_of=say.date(self.library.dossier.as_of) if self.library.dossier.as_of else None,
            articles=say.ngettext("%(count)s article", "%(count)s articles", len(self._all_articles())),
            languages=self._languages(),
            kinds=self._kinds(),
            drafting=self.library.drafting(briefing.drafted_by, briefing.reviewed_by),
            dependence=self._dependence(),
            note=briefing.note,
            bottom_line=None if briefing.bottom_line is None else self._statement(briefing.bottom_line),
            statements=tuple(self._statement(one) for one in briefing.statements if not is_extract(one)),
            extracts=tuple(self._statement(one) for one in briefing.statements if is_extract(one)),
            more_statements=_more(
                hidden,
                say.ngettext(
                    "%(count)s further sentence of the sources is not shown here.",
                    "%(count)s further sentences of the sources are not shown here.",
                    hidden,
                ),
            ),
            events=tuple(self._event(event) for event in self.events),
            more_events=_more(
                hidden_events, say.ngettext("%(count)s more event", "%(count)s more events", hidden_events)
            ),
            picture=timeline_picture(self.events, say),
            timeline=destination("../timeline.md"),
            names=tuple(who_lines(briefing, self.library, self.numbering, self.path)),
            figures=tuple(stated_figures(briefing.figures, self.library, self.numbering, self.path)),
            disagreements=tuple(self._disagreement(one) for one in briefing.disagreements),
            gaps=briefing.gaps,
            sources=tuple(self._sources()),
            more_sources=_more(
                uncited,
                say.ngettext(
                    "%(count)s more article touches this theme and is not cited here.",
                    "%(count)s more articles touch this theme and are not cited here.",
                    uncited,
                ),
            ),
            all_sources=destination("../sources.md"),
            head=theme_head(briefing, self.numbering.articles, self.library),
            references=copying(self.numbering.articles, briefing.theme.title(language), self.library),
        )

    def _all_articles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*self.numbering.articles, *self.briefing.articles]))

    def _languages(self) -> str:
        counts = Counter(self.library.article(one).metadata.language for one in self._all_articles())
        return ", ".join(f"{self.say.language_name(code)} ({self.say.number(n)})" for code, n in _by_count(counts))

    def _kinds(self) -> str:
        kinds = (self.library.article(one).metadata.kind for one in self._all_articles())
        labels = (self.say.gettext("kind unknown") if kind is None else self.library.kind_label(kind) for kind in kinds)
        return ", ".join(f"{label} ({self.say.number(n)})" for label, n in _by_count(Counter(labels)))

    def _dependence(self) -> str | None:
        """Said where everything, or most, rests on one article."""
        by_article = Counter(citation.passage.article for citation in self.numbering.in_order)
        total = by_article.total()
        most = max(by_article.values(), default=0)
        if len(by_article) == 1:
            return self.say.gettext("Everything on this page rests on one article.")
        if most < total * LARGE_SHARE:
            return None
        words = self.say.gettext("%(most)s of the %(total)s passages cited on this page come from one article.")
        return words % {"most": self.say.number(most), "total": self.say.number(total)}

    def _uses(self) -> Iterator[tuple[str, str, Citation]]:
        """Every use of a passage on this page, in reading order: id of the place, its name, the citation."""
        briefing, say = self.briefing, self.say
        if briefing.bottom_line is not None:
            yield from _of(briefing.bottom_line, say.gettext("bottom line"))
        # editors' statements stand before extracts on the page
        for number, statement in enumerate(sorted(briefing.statements, key=is_extract), start=1):
            yield from _of(statement, say.gettext("statement %(number)s") % {"number": number})
        for event in self.events:
            yield from _of(event, say.gettext("timeline, %(date)s") % {"date": say.date(event.date)})
        for figure in briefing.figures:
            yield from _of(figure, say.gettext("figures"))
        for disagreement in briefing.disagreements:
            for side in disagreement.sides:
                for citation in side.citations:
                    yield disagreement.id, say.gettext("disagreement"), citation

    def _statement(self, statement: Statement) -> StatementLine:
        extract = is_extract(statement)
        return StatementLine(
            id=statement.id,
            anchor=destination(statement.id),
            origin=statement.origin.value,
            text=statement.text,
            language=statement.language,
            direction=self.say.direction(statement.language),
            marks=self.library.marks(statement.citations, self.numbering, self.path),
            sources=self._sources_of(statement.citations),
            agreement=self.library.agreement(statement),
            quotes=tuple(self._quoted(citation) for citation in statement.citations[1 if extract else 0 :]),
            translation=self.library.translation(statement.citations[0].translation) if extract else None,
            attribution=statement.attribution,
            disputed=statement.disputed,
            drafting=self._own_drafting(statement),
            related=self.library.related(statement, self.path),
        )

    def _own_drafting(self, statement: Statement) -> str | None:
        """The drafting notice of a statement, where it differs from that of the page."""
        page = (self.briefing.drafted_by, self.briefing.reviewed_by)
        own = (statement.drafted_by, statement.reviewed_by)
        return None if own == page else self.library.drafting(*own)

    def _event(self, event: Event) -> EventLine:
        return EventLine(
            id=event.id,
            anchor=destination(event.id),
            date=self.say.date(event.date),
            expression=event.expression,
            text=event.text,
            language=event.language,
            direction=self.say.direction(event.language),
            marks=self.library.marks(event.citations, self.numbering, self.path),
            sources=self._sources_of(event.citations),
            translation=next(
                (self.library.translation(one.translation) for one in event.citations if one.translation), None
            ),
        )

    def _disagreement(self, disagreement: Disagreement) -> DisagreementLine:
        return DisagreementLine(
            id=disagreement.id,
            anchor=destination(disagreement.id),
            origin=disagreement.origin.value,
            question=disagreement.question,
            sides=tuple(self._side(s) for s in disagreement.sides),
        )

    def _side(self, side: Side) -> SideLine:
        return SideLine(
            text=side.text,
            language=side.language,
            direction=self.say.direction(side.language),
            marks=self.library.marks(side.citations, self.numbering, self.path),
            sources=self._sources_of(side.citations),
        )

    def _quoted(self, citation: Citation) -> QuotedWords:
        return self.library.quoted(citation, self.numbering.of(citation.passage), self.path)

    def _sources_of(self, citations: Iterable[Citation]) -> tuple[SourceName, ...]:
        articles = dict.fromkeys(citation.passage.article for citation in citations)
        return tuple(self.library.source(article, self.path) for article in articles)

    def _sources(self) -> Iterator[NotedSource]:
        back: dict[str, dict[str, str]] = {}
        for place, label, citation in self._uses():
            back.setdefault(citation.passage.id, {}).setdefault(place, label)
        for number, article in enumerate(self.numbering.articles, start=1):
            cited = (one for one in self.numbering.in_order if one.passage.article == article)
            passages = tuple(
                NotedPassage(
                    quoted=self._quoted(citation),
                    back=tuple(self._back(place, label) for place, label in back[citation.passage.id].items()),
                )
                for citation in cited
            )
            source, twins = self.library.source(article, self.path), self.library.twins(article, self.path)
            count = self.say.ngettext("%(count)s passage", "%(count)s passages", len(passages))
            yield NotedSource(number=number, count=count, source=source, passages=passages, twins=twins)

    def _back(self, place: str, label: str) -> BackLink:
        return BackLink(target=destination(f"#{place}"), label=label)


def _of(place: Statement | Event | Figure, label: str) -> Iterator[tuple[str, str, Citation]]:
    for citation in place.citations:
        yield place.id, label, citation


def _by_count(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))


def _more(count: int, words: str) -> str | None:
    return words if count > 0 else None
