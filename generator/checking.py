"""What of a project needs an editor's eye: nothing here stops a build, the most pressing stands first.

Takes a composed dossier; gives findings with place, fact and remedy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.theme_proposals import propose_themes
from generator.briefing.passages import QuotableArticle
from generator.briefing.showing import Showing
from generator.errors import Place
from generator.model import Article, Origin, fold
from generator.pipeline import Composed

WANTED_METADATA = ("title", "publisher", "published", "url", "kind")


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
        *_contradictions(composed),
        *_copies(composed),
        *_lost_translations(composed),
        *_over_the_cap(composed),
        *_doubtful_terms(composed),
        *_themes_without_articles(composed),
        *_not_reviewed(composed),
        *_unknown_metadata(composed),
        *_proposed_themes(composed),
    )


def _doubtful_lines(composed: Composed) -> Iterator[Finding]:
    for article in composed.corpus.articles:
        doubtful = [article.words_of(paragraph) for paragraph in article.paragraphs if paragraph.doubtful]
        for line in article.lines:
            if line.doubtful and any(fold(line.text) in words or words in fold(line.text) for words in doubtful):
                fact = (
                    f'line {line.number + 1} may not be the article\'s own and is never quoted: "{_short(line.text)}"'
                )
                yield Finding(_place(article), fact, "if it is, add its words to the sidecar: confirmed: […]")


def _contradictions(composed: Composed) -> Iterator[Finding]:
    for article in composed.corpus.articles:
        for contradiction in article.metadata.contradictions:
            yield Finding(_place(article), contradiction, "state in its sidecar what holds")


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


def _doubtful_terms(composed: Composed) -> Iterator[Finding]:
    place = Place("sources/vocabulary/themes.yml")
    if composed.widened.note:
        yield Finding(place, composed.widened.note)
    for term in composed.widened.doubtful:
        fact = f'"{term.term}" ({term.language}) may belong to the theme "{term.theme}": see {term.sentence}'
        yield Finding(place, fact, f"if it does, add it: terms: {{{term.language}: [{term.term}]}}")


def _unknown_metadata(composed: Composed) -> Iterator[Finding]:
    for article in composed.corpus.articles:
        missing = [name for name in WANTED_METADATA if getattr(article.metadata, name) is None]
        stated = [name for name in missing if _stated(composed, article, name)]
        open_fields = [name for name in missing if name not in stated]
        if open_fields:
            fact = f"not known: {', '.join(open_fields)}"
            yield Finding(_place(article), fact, "state it in a sidecar, or state null if nobody knows")
        if stated:
            yield Finding(_place(article), f"shown as unknown, as its sidecar states: {', '.join(stated)}")


def _stated(composed: Composed, article: Article, name: str) -> bool:
    """Whether the sidecar says of the field that it is not known."""
    sidecar = composed.project.sidecars.get(article.file) or composed.project.sidecars.get(
        article.file.rsplit(".", 1)[0]
    )
    return sidecar is not None and name in sidecar.stated


def _not_reviewed(composed: Composed) -> Iterator[Finding]:
    for briefing in composed.project.briefings:
        if briefing.drafted_by and not briefing.reviewed_by:
            fact = f"drafted by {briefing.drafted_by}, reviewed by nobody: the site says so"
            yield Finding(Place(briefing.place.file), fact, "when you have reviewed it, state reviewed_by: your name")
    translations = composed.project.translations.values()
    if unread := sum(not translation.reviewed for translation in translations):
        place = Place(f"sources/translations/{composed.project.settings.language}.po")
        yield Finding(place, f"{unread} of {len(translations)} translations were reviewed by nobody: the site says so")


def _over_the_cap(composed: Composed) -> Iterator[Finding]:
    """Articles of which the editor's quotes alone show more than the public edition's cap."""
    settings = composed.project.settings
    showing = Showing(composed.corpus.articles, settings, composed.dossier.edition)
    statements = [s for s in composed.dossier.statements if s.origin is Origin.EDITOR]
    statements += [b.bottom_line for b in composed.dossier.briefings if b.bottom_line]
    showing.always(citation.passage for statement in statements for citation in statement.citations)
    files = {article.id: article for article in composed.corpus.articles}
    for identifier in showing.over_cap():
        fact = f"the editor's quotes show more of it than quote_share ({settings.quote_share:.0%}) allows"
        yield Finding(_place(files[identifier]), fact, "shorten quotes, or ask the publisher; nothing was cut")


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
