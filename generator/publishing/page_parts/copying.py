"""What a reader's "copy citation" is made of: each article of a page in words, as BibTeX and as RIS.

Takes the articles that a page cites; gives JSON for the page. The script of the theme adds the words that are cited
and their permanent address.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.publishing.embedding import Json, front_matter_json
from generator.publishing.exports.references import bibtex, ris
from generator.publishing.markdown import TrustedMarkdown
from generator.publishing.page_parts.library import Library


def copying(articles: Iterable[str], title: str, library: Library) -> TrustedMarkdown:
    """The references of a page with this title, for its front matter."""
    dossier, say = library.dossier, library.interface
    released = dossier.settings.release.date if dossier.settings.release else dossier.as_of
    as_of = {"date": say.date(released)}
    return front_matter_json(
        {
            "place": f"{say.before(dossier.settings.title)} {title}" if title else dossier.settings.title,
            "asOf": say.gettext("as of %(date)s") % as_of if released else None,
            "articles": {article: _reference(article, library) for article in articles},
        }
    )


def _reference(article_id: str, library: Library) -> Json:
    article = library.article(article_id)
    source = library.source(article_id, "index.md")
    authors = ", ".join(article.metadata.authors)
    named = f"{library.interface.before(authors)} {source.title}" if authors else source.title
    words = f"{named}. {source.outlet}, {source.published}"
    return {"words": words, "url": source.original, "bibtex": bibtex([article]), "ris": ris([article])}
