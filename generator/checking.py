"""What of a project needs an editor's eye: nothing here stops a build, the most pressing stands first.

Takes a composed dossier; gives findings with place, fact and remedy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.theme_proposals import propose_themes
from generator.briefing.passages import QuotableArticle
from generator.errors import Place
from generator.model import Article
from generator.pipeline import Composed


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at."""

    place: Place
    fact: str
    remedy: str = ""


def findings(composed: Composed) -> tuple[Finding, ...]:
    """All findings: files left out, doubtful lines, lost translations, missing metadata, themes to propose."""
    return (
        *(Finding(problem.place, f"left out: {problem.fact}", problem.remedy) for problem in composed.corpus.skipped),
        *_doubtful_lines(composed),
        *_copies(composed),
        *_lost_translations(composed),
        *_themes_without_articles(composed),
        *_unknown_metadata(composed),
        *_proposed_themes(composed),
    )


def _doubtful_lines(composed: Composed) -> Iterator[Finding]:
    for article in composed.corpus.articles:
        for line in article.lines:
            if line.doubtful:
                fact = (
                    f'line {line.number + 1} may not be the article\'s own and is never quoted: "{_short(line.text)}"'
                )
                yield Finding(_place(article), fact, "if it is, add its words to the sidecar: confirmed: […]")


def _copies(composed: Composed) -> Iterator[Finding]:
    files = {article.id: article.file for article in composed.corpus.articles}
    for copy, original in composed.dossier.duplicates.items():
        fact = f"copies {files[original]}: the two count as one voice"
        yield Finding(Place(f"sources/articles/{files[copy]}"), fact)


def _lost_translations(composed: Composed) -> Iterator[Finding]:
    quotable = {article.id: article for article in composed.corpus.articles}
    place = Place(f"sources/translations/{composed.project.settings.language}.po")
    for identifier, words in composed.project.translations:
        article = quotable.get(identifier)
        if article is None:
            yield Finding(place, f'a translation names an article that is not there: "{identifier}"')
        elif not QuotableArticle.of(article).in_body(words):
            yield Finding(place, f'translated words do not stand in {identifier}: "{_short(words)}"')


def _themes_without_articles(composed: Composed) -> Iterator[Finding]:
    for briefing in composed.dossier.briefings:
        if not briefing.articles:
            fact = f'no article speaks of the theme "{briefing.theme.id}"'
            yield Finding(Place("sources/vocabulary/themes.yml"), fact, "give it more terms, or take it out")


def _unknown_metadata(composed: Composed) -> Iterator[Finding]:
    for article in composed.corpus.articles:
        known = article.metadata
        fields = ("title", "publisher", "published", "url", "kind")
        missing = [name for name in fields if getattr(known, name) is None]
        missing = [name for name in missing if not _stated(composed, article, name)]
        if missing:
            yield Finding(_place(article), f"not known: {', '.join(missing)}", "state it in a sidecar, or state null")


def _stated(composed: Composed, article: Article, name: str) -> bool:
    """Whether the sidecar says of the field that it is not known: then nobody needs to look again."""
    stem = article.file.rsplit(".", 1)[0]
    sidecar = composed.project.sidecars.get(stem)
    return sidecar is not None and name in sidecar.stated


def _proposed_themes(composed: Composed) -> Iterator[Finding]:
    if composed.project.vocabulary.themes:
        return
    for theme in propose_themes(composed.corpus.articles):
        terms = ", ".join(term for terms in theme.terms.values() for term in terms)
        fact = f'a theme to consider: "{theme.title(composed.project.settings.language)}" ({terms})'
        yield Finding(Place("sources/vocabulary/themes.yml"), fact)


def _place(article: Article) -> Place:
    return Place(f"sources/articles/{article.file}")


def _short(text: str, most: int = 80) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= most else folded[: most - 1] + "…"
