"""What the home page shows, finished for its template: what the dossier is, its themes, what lies ahead, sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.analysis.themes.proposals import COMMON_THEME
from generator.model import Briefing, Dossier, Edition, Statement
from generator.publishing.addresses import markdown_page
from generator.publishing.markdown import TrustedMarkdown, destination
from generator.publishing.page_parts.copying import copying
from generator.publishing.page_parts.event_lines import EventLine, in_order
from generator.publishing.page_parts.head import Head, home_head
from generator.publishing.page_parts.held_together import held_together
from generator.publishing.page_parts.library import Library, is_extract
from generator.publishing.page_parts.lines import Mark, Note, SourceName
from generator.publishing.page_parts.numbering import Numbering
from generator.publishing.page_parts.overview import articles_and_period, drafting_notice, languages, newest_first
from generator.publishing.pages.theme import articles_of_theme, page_numbering
from generator.publishing.pages.timeline import event_addresses, listed_event

NEWEST_SOURCES = 10
NEAREST_AHEAD = 5
# So many lines on all cards together, at least one on each: what happened is read in a minute.
LINES_ON_CARDS = 6
LINES_ON_CARD = 4


@dataclass(frozen=True, slots=True)
class Summary:
    """A line that stands for a theme; ``said_by`` is the article that speaks, where it is an article's own words."""

    text: str
    language: str
    direction: str
    origin: str
    marks: tuple[Mark, ...]
    said_by: SourceName | None


@dataclass(frozen=True, slots=True)
class Card:
    """A theme on the home page; ``silence`` says so where no article speaks of it.

    ``title_language`` is absent where the title is in the dossier's language.
    """

    title: str
    title_language: str | None
    target: TrustedMarkdown
    description: str | None
    summaries: tuple[Summary, ...]
    statements: str
    sources: str
    silence: str | None


@dataclass(frozen=True, slots=True)
class HomePage:
    """All that the home page shows."""

    title: str
    description: str | None
    as_of: str | None
    release: str | None
    counts: tuple[str, ...]
    drafting: str | None
    is_private: bool
    cards: tuple[Card, ...]
    ahead: tuple[EventLine, ...]
    ahead_of: str | None
    more_ahead: TrustedMarkdown | None
    notes: tuple[Note, ...]
    references: TrustedMarkdown
    newest: tuple[SourceName, ...]
    timeline: TrustedMarkdown
    sources: TrustedMarkdown
    method: TrustedMarkdown
    head: Head


def home_page(library: Library) -> HomePage:
    """The way in: what the dossier is, its themes, its newest sources, how to read it."""
    dossier, say = library.dossier, library.interface
    release, described = dossier.settings.release, dossier.settings.description
    articles = say.ngettext("%(count)s article", "%(count)s articles", len(dossier.articles))
    themes = say.ngettext("%(count)s theme", "%(count)s themes", len(dossier.briefings))
    leads = _leads(dossier)
    nearest = dossier.ahead[:NEAREST_AHEAD]
    cited = [citation for lines in leads for line in lines for citation in line.citations]
    cited += [citation for event in nearest for citation in event.citations]
    return HomePage(
        title=dossier.settings.title,
        description=described and held_together(described, dossier.settings.language),
        as_of=say.date(dossier.as_of) if dossier.as_of else None,
        release=None
        if release is None
        else say.gettext("Release %(number)s, %(date)s") % {"number": release.number, "date": say.date(release.date)},
        counts=(themes, articles, languages(dossier.articles, say)),
        drafting=drafting_notice(library),
        is_private=dossier.edition is Edition.PRIVATE,
        cards=tuple(_card(briefing, lines, library) for briefing, lines in zip(dossier.briefings, leads, strict=True)),
        ahead=in_order(listed_event(event, library, "index.md") for event in nearest),
        ahead_of=say.date(dossier.ahead_of) if dossier.ahead_of else None,
        more_ahead=_whole_list(dossier) if len(dossier.ahead) > len(nearest) else None,
        notes=library.notes(cited, "index.md"),
        references=copying(dict.fromkeys(one.passage.article for one in cited), "", library),
        newest=tuple(library.source(one.id, "index.md") for one in newest_first(dossier.articles)[:NEWEST_SOURCES]),
        timeline=destination("timeline.md"),
        sources=destination("sources.md"),
        method=destination("method.md"),
        head=home_head(dossier),
    )


def _whole_list(dossier: Dossier) -> TrustedMarkdown:
    """Where the first of what lies ahead stands with all of it, be it on the page of its year."""
    addresses = {event.id: address for event, address in event_addresses(dossier)}
    return destination(markdown_page(addresses[dossier.ahead[0].id]))


def _leads(dossier: Dossier) -> tuple[tuple[Statement, ...], ...]:
    """What stands for each theme; the page of all articles, beside others, says what none of them has said."""
    speaking = [one for one in dossier.briefings if one.says_something and one.theme.id != COMMON_THEME]
    count = min(LINES_ON_CARD, max(1, LINES_ON_CARDS // max(len(speaking), 1)))
    rest = min(LINES_ON_CARD, max(1, LINES_ON_CARDS - count * len(speaking)))
    leads: list[tuple[Statement, ...]] = []
    for briefing in dossier.briefings:
        is_rest = briefing.theme.id == COMMON_THEME and bool(speaking)
        said = {line.id for lines in leads for line in lines} if is_rest else set()
        shown = tuple(one for one in briefing.statements if one.id not in said)
        leads.append(_lead(briefing, _unheard_first(shown, speaking) if is_rest else shown, rest if is_rest else count))
    return tuple(leads)


def _unheard_first(statements: Sequence[Statement], themes: Sequence[Briefing]) -> tuple[Statement, ...]:
    """Statements of articles on none of the themes before others, else in their order."""
    heard = {article for briefing in themes for article in briefing.articles}
    return tuple(sorted(statements, key=lambda one: {c.passage.article for c in one.citations} <= heard))


def _lead(briefing: Briefing, statements: Sequence[Statement], count: int) -> tuple[Statement, ...]:
    """What stands for a theme: an editor's bottom line alone, else the first ``count`` of the ``statements``."""
    if briefing.bottom_line:
        return (briefing.bottom_line,)
    return tuple(statements[:count])


def _card(briefing: Briefing, lines: tuple[Statement, ...], library: Library) -> Card:
    say = library.interface
    language = library.dossier.settings.language
    description = briefing.theme.description
    numbering = page_numbering(briefing, library)
    articles = articles_of_theme(briefing, numbering)
    total = max(briefing.statements_total, len(briefing.statements))
    return Card(
        title=briefing.theme.title(language),
        title_language=library.title_language(briefing.theme),
        target=destination(f"themes/{briefing.theme.id}.md"),
        description=None if briefing.bottom_line else description.get(language) or description.get("en"),
        summaries=tuple(_summary(line, numbering, library) for line in lines),
        statements=say.ngettext("%(count)s statement", "%(count)s statements", total),
        sources=articles_and_period(map(library.article, articles), say),
        silence=None if briefing.says_something else say.gettext("No article speaks of this theme."),
    )


def _summary(line: Statement, numbering: Numbering, library: Library) -> Summary:
    return Summary(
        text=line.text if is_extract(line) else held_together(line.text, line.language),
        language=line.language,
        direction=library.interface.direction(line.language),
        origin=line.origin.value,
        marks=library.marks(line.citations, numbering, "index.md"),
        said_by=library.source(line.citations[0].passage.article, "index.md") if is_extract(line) else None,
    )
