"""What the home page shows, finished for its template: what the dossier is, its themes, its newest sources."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from generator.analysis.themes.proposals import COMMON_THEME
from generator.model import Briefing, Dossier, Edition, Origin, Statement
from generator.publishing.markdown import TrustedMarkdown, destination
from generator.publishing.page_parts.copying import copying
from generator.publishing.page_parts.head import Head, home_head
from generator.publishing.page_parts.library import Library, is_extract
from generator.publishing.page_parts.lines import Mark, Note, SourceName
from generator.publishing.page_parts.overview import drafting_notice, languages, newest_first
from generator.publishing.pages.theme import articles_of_theme, page_numbering

NEWEST_SOURCES = 10


@dataclass(frozen=True, slots=True)
class Card:
    """A theme on the home page; ``said_by`` is the article that speaks, where its summary is an article's own words.

    ``silence`` says so where no article speaks of the theme.
    """

    title: str
    target: TrustedMarkdown
    summary: str | None
    summary_language: str
    summary_direction: str
    summary_origin: str
    marks: tuple[Mark, ...]
    statements: str
    sources: str
    said_by: SourceName | None
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
    release = dossier.settings.release
    articles = say.ngettext("%(count)s article", "%(count)s articles", len(dossier.articles))
    themes = say.ngettext("%(count)s theme", "%(count)s themes", len(dossier.briefings))
    leads = _leads(dossier)
    cited = [citation for lead in leads if lead for citation in lead.citations]
    return HomePage(
        title=dossier.settings.title,
        description=dossier.settings.description,
        as_of=say.date(dossier.as_of) if dossier.as_of else None,
        release=None
        if release is None
        else say.gettext("Release %(number)s, %(date)s") % {"number": release.number, "date": say.date(release.date)},
        counts=(themes, articles, languages(dossier.articles, say)),
        drafting=drafting_notice(library),
        is_private=dossier.edition is Edition.PRIVATE,
        cards=tuple(_card(briefing, lead, library) for briefing, lead in zip(dossier.briefings, leads, strict=True)),
        notes=library.notes(cited, "index.md"),
        references=copying(dict.fromkeys(one.passage.article for one in cited), "", library),
        newest=tuple(library.source(one.id, "index.md") for one in newest_first(dossier.articles)[:NEWEST_SOURCES]),
        timeline=destination("timeline.md"),
        sources=destination("sources.md"),
        method=destination("method.md"),
        head=home_head(dossier),
    )


def _leads(dossier: Dossier) -> tuple[Statement | None, ...]:
    """What stands for each theme; the page of all articles, beside others, says what none of them has said."""
    leads: list[Statement | None] = []
    for briefing in dossier.briefings:
        said = {lead.id for lead in leads if lead} if briefing.theme.id == COMMON_THEME else set()
        leads.append(_lead(briefing, dossier.settings.language, said))
    return tuple(leads)


def _card(briefing: Briefing, lead: Statement | None, library: Library) -> Card:
    say = library.interface
    language = library.dossier.settings.language
    description = briefing.theme.description
    described = description.get(language) or description.get("en")
    numbering = page_numbering(briefing, library)
    articles = articles_of_theme(briefing, numbering)
    total = max(briefing.statements_total, len(briefing.statements))
    return Card(
        title=briefing.theme.title(language),
        target=destination(f"themes/{briefing.theme.id}.md"),
        summary=lead.text if lead else described,
        summary_language=lead.language if lead else language,
        summary_direction=say.direction(lead.language if lead else language),
        summary_origin=lead.origin.value if lead else Origin.EDITOR.value,
        marks=library.marks(lead.citations, numbering, "index.md") if lead else (),
        statements=say.ngettext("%(count)s statement", "%(count)s statements", total),
        sources=say.ngettext("%(count)s article", "%(count)s articles", len(articles)),
        said_by=library.source(lead.citations[0].passage.article, "index.md") if lead and is_extract(lead) else None,
        silence=None if briefing.says_something else say.gettext("No article speaks of this theme."),
    )


def _lead(briefing: Briefing, language: str, said: Collection[str]) -> Statement | None:
    """What stands for a theme on the home page: the bottom line, else (without a description) the first statement.

    ``said`` are ids of statements that stand for others.
    """
    described = briefing.theme.description.get(language) or briefing.theme.description.get("en")
    first = next((one for one in briefing.statements if one.id not in said), None)
    return briefing.bottom_line or (None if described else first)
