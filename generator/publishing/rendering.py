"""All pages of a dossier as Markdown files; the only module that knows Jinja2.

Takes a ``Dossier`` and gives the files below ``docs/``, in a stated order, the same on every run. Every page is
prepared as one finished value; templates decide nothing. What a template puts out is encoded unless it is
``TrustedMarkdown``; an undefined name is an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import jinja2

from generator.locale import _
from generator.model import Dossier
from generator.publishing.addresses import GeneratedFile
from generator.publishing.interface import Interface
from generator.publishing.markdown import TrustedMarkdown, encode, encode_sign
from generator.publishing.page_parts.library import Library
from generator.publishing.pages.article import article_page
from generator.publishing.pages.figures import figures_pages
from generator.publishing.pages.home import home_page
from generator.publishing.pages.method import method_page
from generator.publishing.pages.names import names_pages
from generator.publishing.pages.sources import sources_pages
from generator.publishing.pages.theme import theme_page
from generator.publishing.pages.timeline import timeline_pages
from generator.publishing.pages.uses import quotations_by_article
from generator.publishing.search.page import PATH as SEARCH_PATH
from generator.publishing.search.page import search_page


def render_pages(dossier: Dossier) -> Iterator[GeneratedFile]:
    """Home, themes, timeline, sources, figures, names, method, search, then a page for each article."""
    interface = Interface(dossier.settings.language)
    library = Library(dossier, interface)
    semicolon = encode_sign(interface.gettext(_(";")))

    def render(template: str, path: str, page: object) -> GeneratedFile:
        loaded = _environment().get_template(f"{template}.md.jinja")
        text = loaded.render(page=page, _=interface.gettext, semicolon=semicolon)
        return GeneratedFile(path, text.rstrip("\n") + "\n")

    yield render("home", "index.md", home_page(library))
    for briefing in dossier.briefings:
        yield render("theme", f"themes/{briefing.theme.id}.md", theme_page(briefing, library))
    for timeline in timeline_pages(library):
        yield render("timeline", timeline.path, timeline)
    for sources in sources_pages(library):
        yield render("sources", sources.path, sources)
    for figures in figures_pages(library):
        yield render("figures", figures.path, figures)
    for names in names_pages(library):
        yield render("names", names.path, names)
    yield render("method", "method.md", method_page(library))
    yield render("search", SEARCH_PATH, search_page(library))
    quotations = quotations_by_article(dossier, interface)
    for article in dossier.articles:
        yield render(
            "article", f"articles/{article.id}.md", article_page(article, library, quotations.get(article.id, ()))
        )


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("generator", "templates"),
        undefined=jinja2.StrictUndefined,
        finalize=_encoded,
        autoescape=False,  # what HTML escaping would do is not enough for Markdown: finalize does more
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _encoded(value: object) -> str:
    return value if isinstance(value, TrustedMarkdown) else encode(str(value))
