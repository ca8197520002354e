"""What a page says of itself to machines: a description, schema.org in JSON-LD, and the tags that Zotero reads.

Takes the same values as the page. A theme page is a ``Report`` whose parts are claims (an editor's) and quotations
(the articles' own words), based on the articles; an article page is about the article, with the passages it quotes.
Addresses are relative, so that they hold wherever the site stands. What is not known is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import Article, ArticleKind, Briefing, Citation, Dossier, Statement
from generator.publishing.addresses import article_page, citation_href, relative, theme_page
from generator.publishing.embedding import Json, front_matter_json
from generator.publishing.markdown import TrustedMarkdown, visible, web_address
from generator.publishing.page_parts.library import Library, is_extract
from generator.publishing.social_cards import card_address, has_card

LONGEST_DESCRIPTION_CHARS = 200
# A plain calendar date, the only kind of EDTF that is ISO 8601 too: 2025-08-11, 2023-10, 2020.
CALENDAR_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
# What schema.org calls each kind of article; the kinds it has no name for are plain articles of that genre.
SCHEMA_TYPES = {
    ArticleKind.NEWS: "NewsArticle",
    ArticleKind.OPINION: "OpinionNewsArticle",
    ArticleKind.ANALYSIS: "AnalysisNewsArticle",
    ArticleKind.INTERVIEW: "NewsArticle",
    ArticleKind.SPONSORED: "AdvertiserContentArticle",
}


@dataclass(frozen=True, slots=True)
class Tag:
    """A ``<meta>``: its name and what it says."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in the head of a page, apart from its title; ``card`` is the address of its picture."""

    description: str | None
    tags: tuple[Tag, ...]
    structured: TrustedMarkdown
    card: str | None = None


def theme_head(briefing: Briefing, articles: Sequence[str], library: Library) -> Head:
    """The head of a theme page that cites these articles."""
    dossier, page = library.dossier, theme_page(briefing.theme.id)
    language = dossier.settings.language
    title = briefing.theme.title(language)
    described = briefing.theme.description.get(language)
    lead = briefing.bottom_line.text if briefing.bottom_line else described
    parts = [*([briefing.bottom_line] if briefing.bottom_line else []), *briefing.statements]
    released = dossier.settings.release.date if dossier.settings.release else None
    report: Json = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": title,
        "headline": title,
        "inLanguage": language,
        "abstract": lead,
        "datePublished": _iso(released),
        "isPartOf": {"@type": "Collection", "name": dossier.settings.title, "url": relative("index.html", page)},
        "hasPart": [_statement(one, page) for one in parts],
        "isBasedOn": [_article(library.article(one), library, page) for one in articles],
    }
    card = card_address(page) if has_card(dossier, title) else None
    tags = tuple(_report_tags(title, released, dossier))
    first = briefing.statements[0].text if briefing.statements else None
    return Head(_shortened(lead or described or first), tags, front_matter_json(report), card)


def article_head(article: Article, citations: Iterable[Citation], library: Library) -> Head:
    """The head of the page of an article with the passages that it quotes."""
    page, say = article_page(article.id), library.interface
    source = library.source(article.id, page)
    about: Json = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": source.title,
        "inLanguage": say.language,
        "isPartOf": {
            "@type": "Collection",
            "name": library.dossier.settings.title,
            "url": relative("index.html", page),
        },
        "mainEntity": _article(article, library, page),
        "hasPart": [_quotation(citation, article, page) for citation in citations],
    }
    words = {"title": source.title, "outlet": source.outlet, "date": source.published}
    described = say.gettext("Passages of “%(title)s” (%(outlet)s, %(date)s) with the statements that rest on them.")
    return Head(_shortened(described % words), tuple(_citation_tags(article)), front_matter_json(about))


def home_head(dossier: Dossier) -> Head:
    """The head of the home page: the dossier and its themes."""
    language = dossier.settings.language
    collection: Json = {
        "@context": "https://schema.org",
        "@type": "Collection",
        "name": dossier.settings.title,
        "description": dossier.settings.description,
        "inLanguage": language,
        "hasPart": [
            {"@type": "Report", "name": one.theme.title(language), "url": theme_page(one.theme.id)}
            for one in dossier.briefings
        ],
    }
    card = card_address("index.html") if has_card(dossier, dossier.settings.title) else None
    contents = " · ".join([dossier.settings.title, *(one.theme.title(language) for one in dossier.briefings)])
    return Head(_shortened(dossier.settings.description or contents), (), front_matter_json(collection), card)


def _statement(statement: Statement, page: str) -> Json:
    based_on: Json = [
        {"@type": "Quotation", "@id": relative(citation_href(one.passage), page)} for one in statement.citations
    ]
    return {
        "@type": "Quotation" if is_extract(statement) else "Claim",
        "@id": f"#{statement.id}",
        "text": statement.text,
        "inLanguage": statement.language,
        "creditText": statement.attribution,
        "isBasedOn": based_on,
    }


def _quotation(citation: Citation, article: Article, page: str) -> Json:
    return {
        "@type": "Quotation",
        "@id": f"#{citation.passage.id}",
        "text": citation.passage.exact,
        "inLanguage": article.metadata.language,
        "isPartOf": {"@id": _name(article, page)},
    }


def _article(article: Article, library: Library, page: str) -> Json:
    known = article.metadata
    kind = None if known.kind is None else SCHEMA_TYPES.get(known.kind)
    return {
        "@type": kind or "Article",
        "@id": _name(article, page),
        "headline": library.title(article),
        "alternativeHeadline": known.subtitle,
        "genre": None if known.kind is None else library.kind_label(known.kind),
        "url": web_address(known.url),
        "inLanguage": None if known.language == "und" else known.language,
        "datePublished": _iso(known.published),
        "dateModified": _iso(known.updated),
        "author": [{"@type": "Person", "name": author} for author in known.authors],
        "publisher": {"@type": "Organization", "name": known.publisher} if known.publisher else None,
        "sourceOrganization": {"@type": "Organization", "name": known.supplier} if known.supplier else None,
    }


def _report_tags(title: str, released: str | None, dossier: Dossier) -> Iterator[Tag]:
    """For reference managers: a theme page is a report of the dossier."""
    yield Tag("z:itemType", "report")
    stated = [
        ("citation_title", f"{title} – {dossier.settings.title}"),
        ("citation_publication_date", (_iso(released or dossier.as_of) or "").replace("-", "/")),
        ("citation_language", dossier.settings.language),
    ]
    yield from (Tag(name, content) for name, content in stated if content)


def _name(article: Article, page: str) -> str:
    """The article itself, told apart from the page about it."""
    return relative(f"{article_page(article.id)}#article", page)


def _citation_tags(article: Article) -> Iterator[Tag]:
    """For reference managers: https://www.zotero.org/support/dev/exposing_metadata."""
    known = article.metadata
    yield Tag("z:itemType", "newspaperArticle")
    stated = [
        ("citation_title", known.title),
        *(("citation_author", author) for author in known.authors),
        ("citation_publication_date", (_iso(known.published) or "").replace("-", "/")),
        ("citation_journal_title", known.publisher),
        ("citation_language", None if known.language == "und" else known.language),
        ("citation_public_url", web_address(known.url)),
    ]
    yield from (Tag(name, content) for name, content in stated if content)


def _iso(edtf: str | None) -> str | None:
    """A plain date without its time of day; nothing for a decade, an interval or a doubt."""
    day = (edtf or "").partition("T")[0]
    return day if CALENDAR_DATE.fullmatch(day) else None


def _shortened(text: str | None) -> str | None:
    """At most as many whole words as a list of results shows."""
    if text is None or len(visible(text)) <= LONGEST_DESCRIPTION_CHARS:
        return visible(text) if text else None
    return visible(text)[:LONGEST_DESCRIPTION_CHARS].rpartition(" ")[0] + " …"
