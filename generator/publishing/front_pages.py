"""What the home page, the list of sources and the page on method show, finished for their templates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

import generator
from generator.model import Article, Briefing, Edition, Origin, Statement
from generator.publishing.copying import copying
from generator.publishing.coverage import CoverageTable, coverage_tables
from generator.publishing.evaluation_table import EvaluationTable, evaluation_table
from generator.publishing.feeds import json_feed, theme_feed
from generator.publishing.head import Head, home_head
from generator.publishing.library import Library, is_extract
from generator.publishing.lines import Mark, Note, SourceName
from generator.publishing.markdown import TrustedMarkdown, destination, web_address
from generator.publishing.paging import PageLink, sheets
from generator.publishing.theme_page import page_numbering

NEWEST_SOURCES = 10
# An address of mail: desk@dossier.example.
MAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Card:
    """A theme on the home page; ``said_by`` is the article that speaks, where its summary is an article's own words."""

    title: str
    target: TrustedMarkdown
    summary: str | None
    summary_language: str
    summary_origin: str
    marks: tuple[Mark, ...]
    statements: str
    sources: str
    said_by: SourceName | None


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


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """A page of the list of sources."""

    path: str
    title: str
    count: str
    sources: tuple[SourceName, ...]
    pages: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a table on the method page."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class FeedLink:
    """The feed of a theme."""

    title: str
    address: TrustedMarkdown
    json_address: TrustedMarkdown


@dataclass(frozen=True, slots=True)
class MethodPage:
    """How the dossier was made, with its numbers; ``quote_share`` is the sentence on how much is quoted.

    ``contact_address`` is the contact as something that a link can open, where it is one.
    """

    title: str
    version: str
    is_private: bool
    drafting: str | None
    quote_share: str
    facts: tuple[Fact, ...]
    left_out: tuple[Fact, ...]
    unknown: tuple[Fact, ...]
    skipped: tuple[str, ...]
    contact: str | None
    contact_address: str | None
    feeds: tuple[FeedLink, ...]
    coverage: tuple[CoverageTable, ...]
    evaluation: EvaluationTable | None = None


def home_page(library: Library) -> HomePage:
    """The way in: what the dossier is, its themes, its newest sources, how to read it."""
    dossier, say = library.dossier, library.interface
    release = dossier.settings.release
    articles = say.ngettext("%(count)s article", "%(count)s articles", len(dossier.articles))
    themes = say.ngettext("%(count)s theme", "%(count)s themes", len(dossier.briefings))
    leads = (_lead(briefing, dossier.settings.language) for briefing in dossier.briefings)
    cited = [citation for lead in leads if lead for citation in lead.citations]
    return HomePage(
        title=dossier.settings.title,
        description=dossier.settings.description,
        as_of=say.date(dossier.as_of) if dossier.as_of else None,
        release=None
        if release is None
        else say.gettext("Release %(number)s, %(date)s") % {"number": release.number, "date": say.date(release.date)},
        counts=(themes, articles, _languages(library)),
        drafting=_drafting(library),
        is_private=dossier.edition is Edition.PRIVATE,
        cards=tuple(_card(briefing, library) for briefing in dossier.briefings),
        notes=library.notes(cited, "index.md"),
        references=copying(dict.fromkeys(one.passage.article for one in cited), "", library),
        newest=tuple(library.source(one.id, "index.md") for one in _by_date(dossier.articles)[:NEWEST_SOURCES]),
        timeline=destination("timeline.md"),
        sources=destination("sources.md"),
        method=destination("method.md"),
        head=home_head(dossier),
    )


def sources_pages(library: Library) -> Iterator[SourcesPage]:
    """The list of sources, newest first, a hundred a page."""
    say = library.interface
    ordered = _by_date(library.dossier.articles)
    for sheet in sheets("sources", ordered):
        yield SourcesPage(
            path=sheet.path,
            title=sheet.title(say.gettext("Sources")),
            count=say.ngettext("%(count)s article", "%(count)s articles", len(ordered)),
            sources=tuple(library.source(article.id, sheet.path) for article in sheet.entries),
            pages=sheet.pages,
        )


def method_page(library: Library) -> MethodPage:
    """How this dossier was made, in words and in its own numbers."""
    dossier, say = library.dossier, library.interface
    _ = say.gettext
    kept = sum(len(article.sentences) for article in dossier.articles)
    quoted = {one.passage.id for statement in dossier.statements for one in statement.citations}
    return MethodPage(
        title=_("Method"),
        version=generator.__version__,
        is_private=dossier.edition is Edition.PRIVATE,
        drafting=_drafting(library),
        quote_share=_(
            "Sentences chosen by the program stop at %(share)s\N{NO-BREAK SPACE}%% of the body of an article."
        )
        % {"share": say.number(round(dossier.settings.quote_share * 100))},
        facts=(
            Fact(_("Articles read"), say.number(len(dossier.articles))),
            Fact(_("Languages"), _languages(library)),
            Fact(_("Copies of another article"), say.number(len(dossier.duplicates))),
            Fact(_("Sentences read as evidence"), say.number(kept)),
            Fact(_("Statements"), say.number(len(dossier.statements))),
            Fact(_("Passages that carry them"), say.number(len(quoted))),
            Fact(_("Dated events"), say.number(len(dossier.timeline))),
        ),
        left_out=tuple(_left_out(library)),
        unknown=tuple(_unknown(library)),
        skipped=tuple(f"{skipped.place}: {skipped.reason}" for skipped in dossier.skipped),
        contact=dossier.settings.contact,
        contact_address=_address_of(dossier.settings.contact),
        feeds=tuple(
            FeedLink(
                one.theme.title(dossier.settings.language),
                destination(theme_feed(one.theme.id)),
                destination(json_feed(theme_feed(one.theme.id))),
            )
            for one in dossier.briefings
        ),
        coverage=tuple(coverage_tables(library)),
        evaluation=evaluation_table(dossier.evaluation, say) if dossier.evaluation else None,
    )


def _card(briefing: Briefing, library: Library) -> Card:
    say = library.interface
    language = library.dossier.settings.language
    description = briefing.theme.description
    described = description.get(language) or description.get("en")
    lead = _lead(briefing, language)
    total = max(briefing.statements_total, len(briefing.statements))
    return Card(
        title=briefing.theme.title(language),
        target=destination(f"themes/{briefing.theme.id}.md"),
        summary=lead.text if lead else described,
        summary_language=lead.language if lead else language,
        summary_origin=lead.origin.value if lead else Origin.EDITOR.value,
        marks=library.marks(lead.citations, page_numbering(briefing, library), "index.md") if lead else (),
        statements=say.ngettext("%(count)s statement", "%(count)s statements", total),
        sources=say.ngettext("%(count)s article", "%(count)s articles", len(briefing.articles)),
        said_by=library.source(lead.citations[0].passage.article, "index.md") if lead and is_extract(lead) else None,
    )


def _lead(briefing: Briefing, language: str) -> Statement | None:
    """What stands for a theme on the home page: the bottom line, else (without a description) the first statement."""
    described = briefing.theme.description.get(language) or briefing.theme.description.get("en")
    first = next(iter(briefing.statements), None)
    return briefing.bottom_line or (None if described else first)


def _address_of(contact: str | None) -> str | None:
    """An address of mail or of the web that a link can open."""
    if contact and MAIL.fullmatch(contact.strip()):
        return "mailto:" + quote(contact.strip(), safe="@+.-_")
    return web_address(contact)


def _drafting(library: Library) -> str | None:
    """The drafting notice of the first briefing that has one that no person has reviewed."""
    for briefing in library.dossier.briefings:
        if briefing.drafted_by and not briefing.reviewed_by:
            return library.drafting(briefing.drafted_by, briefing.reviewed_by)
    return None


def _languages(library: Library) -> str:
    counts = Counter(article.metadata.language for article in library.dossier.articles)
    ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    say = library.interface
    return ", ".join(f"{say.language_name(code)} ({say.number(count)})" for code, count in ordered)


def _by_date(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """Newest first, those without a date last; then by id."""
    by_id = sorted(articles, key=lambda article: article.id)
    return tuple(sorted(by_id, key=lambda article: article.metadata.published or "", reverse=True))


def _left_out(library: Library) -> Iterator[Fact]:
    roles = Counter(line.role.value for one in library.dossier.articles for line in one.lines if not line.kept)
    for role, count in sorted(roles.items(), key=lambda entry: (-entry[1], entry[0])):
        yield Fact(library.role_label(role), library.interface.number(count))


def _unknown(library: Library) -> Iterator[Fact]:
    _, say = library.interface.gettext, library.interface
    articles = [article.metadata for article in library.dossier.articles]
    for name, count in (
        (_("Title"), sum(one.title is None for one in articles)),
        (_("Publisher"), sum(one.publisher is None for one in articles)),
        (_("Date of publication"), sum(one.published is None for one in articles)),
        (_("Kind"), sum(one.kind is None for one in articles)),
        (_("Web address"), sum(one.url is None for one in articles)),
    ):
        if count:
            yield Fact(name, say.number(count))
