"""What the page on method shows, finished for its template: how the dossier was made, with its own numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

import generator
from generator.model import Edition
from generator.publishing.exports.feeds import json_feed, theme_feed
from generator.publishing.markdown import TrustedMarkdown, destination, web_address
from generator.publishing.page_parts.library import Library
from generator.publishing.page_parts.overview import by_count, drafting_notice, languages
from generator.publishing.pages.coverage_tables import CoverageTable, coverage_tables
from generator.publishing.pages.evaluation_table import EvaluationTable, evaluation_table

# An address of mail: desk@dossier.example.
MAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+")


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
    looks_ahead: bool
    evaluation: EvaluationTable | None = None


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
        drafting=drafting_notice(library),
        quote_share=_("Sentences chosen by the program stop at %(share)s of the body of an article.")
        % {"share": say.quantity(round(dossier.settings.quote_share * 100), "%")},
        facts=(
            Fact(_("Articles read"), say.number(len(dossier.articles))),
            Fact(_("Languages"), languages(dossier.articles, say)),
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
        looks_ahead=bool(dossier.ahead),
        evaluation=evaluation_table(dossier.evaluation, say) if dossier.evaluation else None,
    )


def _address_of(contact: str | None) -> str | None:
    """An address of mail or of the web that a link can open."""
    if contact and MAIL.fullmatch(contact.strip()):
        return "mailto:" + quote(contact.strip(), safe="@+.-_")
    return web_address(contact)


def _left_out(library: Library) -> Iterator[Fact]:
    roles = Counter(line.role.value for one in library.dossier.articles for line in one.lines if not line.kept)
    for role, count in by_count(roles):
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
