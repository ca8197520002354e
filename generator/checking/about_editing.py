"""What of the editor's own work needs another look: translations, quotes beyond the cap, what nobody reviewed.

Each function takes a composed dossier and gives findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.briefing.passages import QuotableArticle
from generator.briefing.quote_advice import advice_on_words, standing_in
from generator.briefing.showing import Showing
from generator.checking.finding import SHOWN_CHARS, Finding, some
from generator.errors import Place, shortened
from generator.model import Origin
from generator.on_demand import OnDemand
from generator.pipeline import Composed
from generator.reading.source import article_place


def lost_translations(composed: Composed) -> Iterator[Finding]:
    """Translations of words that stand in no article."""
    quotable = {article.id: article for article in composed.corpus.articles}
    translated = composed.project.translations
    bodies = OnDemand(quotable, lambda name: QuotableArticle.of(quotable[name]))
    place = Place(f"sources/translations/{composed.project.settings.language}.po")
    for identifier, words in translated:
        article = quotable.get(identifier)
        if article is None:
            fact = f'a translation names an article that is not there: "{identifier}"'
            yield Finding(place, fact, standing_in(words, bodies) or "name the article as its file, without the ending")
        elif not bodies[identifier].in_body(words):
            fact = f'translated words do not stand in {identifier}: "{shortened(words, SHOWN_CHARS)}"'
            yield Finding(place, fact, advice_on_words(words, article, bodies))


def over_the_cap(composed: Composed) -> Iterator[Finding]:
    """Articles of which the editor's quotes alone show more than the public edition's cap."""
    settings = composed.project.settings
    showing = Showing(composed.corpus.articles, settings, composed.dossier.edition)
    statements = [s for s in composed.dossier.statements if s.origin is Origin.EDITOR]
    statements += [b.bottom_line for b in composed.dossier.briefings if b.bottom_line]
    showing.always(citation.passage for statement in statements for citation in statement.citations)
    articles = {article.id: article for article in composed.corpus.articles}
    for identifier in showing.over_cap():
        fact = f"the editor's quotes show more of it than quote_share ({settings.quote_share:.0%}) allows"
        yield Finding(
            article_place(articles[identifier].file), fact, "shorten quotes, or ask the publisher; nothing was cut"
        )


def found_disagreements(composed: Composed) -> Iterator[Finding]:
    """Contradictions that were found without an editor, as readers see them."""
    for disagreement in composed.dossier.disagreements:
        if disagreement.origin is Origin.EXTRACT:
            sides = some([side.citations[0].passage.article for side in disagreement.sides])
            remedy = f"if it is none: leave_out: [{disagreement.id}] in a briefing"
            said = "tells" if disagreement.is_development else "asks"
            yield Finding(Place("sources/briefings"), f"the site {said}: {disagreement.question} ({sides})", remedy)


def not_reviewed(composed: Composed) -> Iterator[Finding]:
    """Drafts and translations that nobody has reviewed."""
    for briefing in composed.project.briefings:
        if briefing.drafted_by and not briefing.reviewed_by:
            fact = f"drafted by {briefing.drafted_by}, reviewed by nobody: the site says so"
            yield Finding(Place(briefing.place.file), fact, "when you have reviewed it, state reviewed_by: your name")
    translations = composed.project.translations.values()
    if unread := sum(not translation.reviewed for translation in translations):
        place = Place(f"sources/translations/{composed.project.settings.language}.po")
        yield Finding(place, f"{unread} of {len(translations)} translations were reviewed by nobody: the site says so")
