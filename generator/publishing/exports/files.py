"""The dossier for other programs: one JSON file with its schema, and the usual formats of reference managers.

Takes the ``Dossier`` and the program's version, gives the files of ``docs/data/`` and ``robots.txt``. Everything an
edition may show is in them and nothing else. Order: themes as the editor orders them, articles and timeline by date
(unknown first) and id, the rest by id. No clock: every date is an article's or the release's.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.model import (
    Article,
    Briefing,
    Citation,
    CitedActor,
    Disagreement,
    Dossier,
    Edition,
    Event,
    Figure,
    Gap,
    Statement,
    Translation,
)
from generator.publishing.addresses import GeneratedFile, article_page, citation_href, theme_page
from generator.publishing.embedding import Json
from generator.publishing.exports.annotations import web_annotations
from generator.publishing.exports.coverage import coverage_rows
from generator.publishing.exports.feeds import feeds
from generator.publishing.exports.references import bibtex, csl_json, ris

SCHEMA_VERSION = "1.0"
SCHEMA = Path(__file__).with_name("dossier.schema.json")
# A spreadsheet takes a cell that begins like this for a formula; an article could bring one.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def export_files(dossier: Dossier, *, generator_version: str) -> Iterator[GeneratedFile]:
    """The dossier as JSON, its schema, annotations, references, tables, feeds, and rules for robots."""
    articles = sorted(dossier.articles, key=_by_date)
    yield GeneratedFile("data/dossier.json", _json(_dossier(dossier, articles, generator_version)))
    yield GeneratedFile("data/dossier.schema.json", SCHEMA.read_text(encoding="utf-8"))
    yield GeneratedFile("data/evidence.jsonld", _json(web_annotations(dossier)))
    yield GeneratedFile("data/sources.csl.json", _json(csl_json(articles)))
    yield GeneratedFile("data/sources.bib", bibtex(articles))
    yield GeneratedFile("data/sources.ris", ris(articles))
    yield GeneratedFile("data/figures.csv", _figures_table(dossier.figures))
    yield GeneratedFile("data/timeline.csv", _timeline_table(dossier.timeline))
    yield GeneratedFile("data/coverage.csv", _csv(coverage_rows(dossier)))
    if dossier.ahead:
        from generator.publishing.exports.calendar import calendar  # its library takes a while to load

        yield GeneratedFile("data/ahead.json", _json(_ahead(dossier)))
        yield GeneratedFile("data/ahead.ics", calendar(dossier))
    yield from feeds(dossier)
    yield from _robots(dossier)


def _robots(dossier: Dossier) -> Iterator[GeneratedFile]:
    """Rules for robots (RFC 9309), for where the site is at the root of its host: nothing of a private edition."""
    if dossier.edition is Edition.PRIVATE:
        yield GeneratedFile("robots.txt", "User-agent: *\nDisallow: /\n")
    elif dossier.settings.site_url:
        sitemap = f"Sitemap: {dossier.settings.site_url}sitemap.xml"
        yield GeneratedFile("robots.txt", f"User-agent: *\nAllow: /\n\n{sitemap}\n")


def _json(content: Json) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _by_date(article: Article) -> tuple[str, str]:
    return article.metadata.published or "", article.id


def _dossier(dossier: Dossier, articles: Sequence[Article], generator_version: str) -> Json:
    """The contract of the site with other programs; ``dossier.schema.json`` describes it."""
    release = dossier.settings.release
    pages = _pages_of_statements(dossier.briefings)
    ordered = sorted(dossier.disagreements, key=lambda d: d.id)
    return {
        "schema_version": SCHEMA_VERSION,
        "title": dossier.settings.title,
        "language": dossier.settings.language,
        "edition": dossier.edition.value,
        "release": {"number": release.number, "date": release.date} if release else None,
        "generator": {"name": "briefing-dossier", "version": generator_version},
        "themes": [_theme(briefing, dossier.settings.language) for briefing in dossier.briefings],
        "articles": [_article(article, dossier.duplicates.get(article.id)) for article in articles],
        "statements": [_statement(s, pages.get(s.id, [])) for s in sorted(dossier.statements, key=lambda s: s.id)],
        "timeline": [_event(event) for event in sorted(dossier.timeline, key=lambda e: (e.date, e.id))],
        "figures": [_figure(figure) for figure in sorted(dossier.figures, key=lambda f: f.id)],
        "actors": [_actor(actor) for actor in sorted(dossier.actors, key=lambda a: a.id)],
        "disagreements": [_sides_of(d, "question") for d in ordered if not d.is_development],
        "developments": [_sides_of(d, "text") for d in ordered if d.is_development],
    }


def _ahead(dossier: Dossier) -> Json:
    """What lies ahead of a day, the nearest first; each entry is like one of the timeline in ``dossier.json``."""
    return {
        "schema_version": SCHEMA_VERSION,
        "ahead_of": dossier.ahead_of,
        "ahead": [_event(event) for event in dossier.ahead],
    }


def _pages_of_statements(briefings: Sequence[Briefing]) -> dict[str, list[str]]:
    """Which theme pages show a statement, in the order of the themes."""
    pages: dict[str, list[str]] = {}
    for briefing in briefings:
        shown = [*briefing.statements, *([briefing.bottom_line] if briefing.bottom_line else [])]
        for statement in shown:
            pages.setdefault(statement.id, []).append(theme_page(briefing.theme.id))
    return pages


def _theme(briefing: Briefing, language: str) -> Json:
    bottom_line = briefing.bottom_line
    return {
        "id": briefing.theme.id,
        "title": briefing.theme.title(language),
        "page": theme_page(briefing.theme.id),
        "bottom_line": {"text": bottom_line.text, "citations": _citations(bottom_line.citations)}
        if bottom_line
        else None,
        "gaps": [_gap(gap) for gap in briefing.gaps],
    }


def _gap(gap: Gap) -> Json:
    return {"text": gap.text, "searched": list(gap.searched)}


def _article(article: Article, duplicate_of: str | None) -> Json:
    known = article.metadata
    return {
        "id": article.id,
        "file": article.file,
        "page": article_page(article.id),
        "title": known.title,
        "subtitle": known.subtitle,
        "publisher": known.publisher,
        "supplier": known.supplier,
        "authors": list(known.authors),
        "published": known.published,
        "updated": known.updated,
        "retrieved": known.retrieved,
        "language": known.language,
        "kind": known.kind.value if known.kind else None,
        "url": known.url,
        "rights": known.rights,
        "sha256": article.sha256,
        "rendition_sha256": article.rendition_sha256,
        "duplicate_of": duplicate_of,
        "status": article.status.value,
    }


def _statement(statement: Statement, pages: list[str]) -> Json:
    return {
        "id": statement.id,
        "themes": list(statement.themes),
        "pages": pages,
        "text": statement.text,
        "language": statement.language,
        "origin": statement.origin.value,
        "attribution": statement.attribution,
        "disputed": statement.disputed,
        "drafted_by": statement.drafted_by,
        "reviewed_by": statement.reviewed_by,
        "citations": _citations(statement.citations),
    }


def _citations(citations: Sequence[Citation]) -> Json:
    return [_citation(citation) for citation in citations]


def _citation(citation: Citation) -> Json:
    passage = citation.passage
    return {
        "article": passage.article,
        "exact": passage.exact,
        "prefix": passage.prefix,
        "suffix": passage.suffix,
        "start": passage.start,
        "end": passage.end,
        "href": citation_href(passage),
        "translation": _translation(citation.translation) if citation.translation else None,
    }


def _translation(translation: Translation) -> Json:
    return {
        "text": translation.text,
        "language": translation.language,
        "by": translation.by,
        "reviewed": translation.reviewed,
    }


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "other_ids": list(event.other_ids),
        "date": event.date,
        "expression": event.expression,
        "text": event.text,
        "citations": _citations(event.citations),
    }


def _figure(figure: Figure) -> Json:
    return {
        "id": figure.id,
        "value": [_number(bound) for bound in figure.value]
        if isinstance(figure.value, tuple)
        else _number(figure.value),
        "unit": figure.unit,
        "qualifier": figure.qualifier.value,
        "text": figure.text,
        "citations": _citations(figure.citations),
    }


def _number(value: float) -> int | float:
    """Whole numbers without a decimal point: 16000, not 16000.0."""
    return int(value) if float(value).is_integer() else value


def _actor(actor: CitedActor) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "aliases": {language: list(names) for language, names in sorted(actor.aliases.items())},
        "citations": _citations(actor.citations),
    }


def _sides_of(disagreement: Disagreement, heading: str) -> Json:
    return {
        "id": disagreement.id,
        "other_ids": list(disagreement.other_ids),
        heading: disagreement.question,
        "sides": [{"text": side.text, "citations": _citations(side.citations)} for side in disagreement.sides],
    }


def _figures_table(figures: Sequence[Figure]) -> str:
    """One row for each citation of a figure; a range has a low and a high value, a single number the same twice."""
    rows: list[Sequence[str | int | float | None]] = [
        ("id", "low", "high", "unit", "qualifier", "text", "article", "exact", "href")
    ]
    for figure in sorted(figures, key=lambda f: f.id):
        low, high = figure.value if isinstance(figure.value, tuple) else (figure.value, figure.value)
        for citation in figure.citations:
            passage = citation.passage
            stated = (figure.id, _number(low), _number(high), figure.unit, figure.qualifier.value, figure.text)
            rows.append((*stated, passage.article, passage.exact, citation_href(passage)))
    return _csv(rows)


def _timeline_table(timeline: Sequence[Event]) -> str:
    """One row for each citation of an event."""
    rows: list[Sequence[str | int | float | None]] = [("id", "date", "expression", "text", "article", "exact", "href")]
    for event in sorted(timeline, key=lambda e: (e.date, e.id)):
        for citation in event.citations:
            passage = citation.passage
            stated = (event.id, event.date, event.expression, event.text)
            rows.append((*stated, passage.article, passage.exact, citation_href(passage)))
    return _csv(rows)


def _csv(rows: Sequence[Sequence[str | int | float | None]]) -> str:
    """Comma-separated values (RFC 4180, but with plain line ends); text that looks like a formula gets a leading '."""
    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows([_cell(value) for value in row] for row in rows)
    return table.getvalue()


def _cell(value: str | int | float | None) -> str | int | float | None:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value
