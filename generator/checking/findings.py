"""What of a project needs an editor's eye: nothing here stops a build, the most pressing stands first.

Takes a composed dossier; gives findings with place, fact and remedy.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.analysis.actors.recognition import join_actors
from generator.analysis.themes.proposals import propose_themes
from generator.analysis.themes.stories import story_themes
from generator.briefing.passages import QuotableArticle
from generator.briefing.quote_advice import advice_on_words, standing_in
from generator.briefing.showing import Showing
from generator.checking.unheeded import sidecar_of, unheeded
from generator.errors import Place, shortened
from generator.model import Article, Metadata, Origin, fold
from generator.pipeline import Composed
from generator.project.review import FILE as REVIEW
from generator.project.review import ProposedTerm
from generator.reading.confidence import Confidence, confidence
from generator.reading.source import ARTICLES, article_place

# A calendar day at the beginning of a date: "2024-05-03", "2024-05-03T10:00+02:00"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
# What YAML reads as it stands within brackets: "harbour", "think tank", "l'accord"
PLAIN_IN_YAML = re.compile(r"\w[\w '’-]*")
MOST_PAIRS_OF_NAMES = 12
SHOWN_CHARS = 80
WANTED_METADATA = ("title", "publisher", "url", "kind")
# So many doubtful lines of an article, and so many articles of which the same is to be said, are told one by one
MOST_LINES, MOST_ALIKE = 3, 3
CONFIRM = "if it is, add its words to the sidecar: confirmed: […]"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at."""

    place: Place
    fact: str
    remedy: str = ""


def findings(composed: Composed, today: str | None = None) -> tuple[Finding, ...]:
    """All findings, most doubtful first.

    Dates that cannot be or that nobody knows, contradictions, files left out, doubtful lines, copies, what the editor
    wrote that no longer fits, metadata that nobody knows, proposals. ``today`` is the calendar date of the day (ISO
    8601); without it no date counts as lying ahead.
    """
    return (
        *_dates_ahead(composed, today),
        *_undated(composed),
        *_contradictions(composed),
        *_guesses(composed),
        *(Finding(problem.place, f"left out: {problem.fact}", problem.remedy) for problem in composed.corpus.skipped),
        *_doubtful_lines(composed),
        *_copies(composed),
        *(Finding(problem.place, problem.fact, problem.remedy) for problem in unheeded(composed)),
        *_lost_translations(composed),
        *_over_the_cap(composed),
        *_doubtful_terms(composed),
        *_alike_names(composed),
        *_themes_without_articles(composed),
        *_not_reviewed(composed),
        *_unknown_metadata(composed),
        *_proposed_themes(composed),
    )


def _dates_ahead(composed: Composed, today: str | None) -> Iterator[Finding]:
    """Dates of publication after today. A build believes them, as it asks no clock; an editor should not."""
    for article in composed.corpus.articles:
        published = article.metadata.published
        if today and published and DAY.match(published) and published[:10] > today:
            origin = article.metadata.origins.get("published", "the file")
            fact = f"its date of publication lies ahead: {published} ({origin})"
            yield Finding(_place(article), fact, "state in its sidecar when it appeared, or null if nobody knows")


def _undated(composed: Composed) -> Iterator[Finding]:
    """Articles that stand in no order of time, because nothing says when they appeared and no editor said so."""
    for article in composed.corpus.articles:
        if article.metadata.published is None and not _stated(composed, article, "published"):
            fact = "nothing says when it appeared, so that its 'yesterday' is no date"
            yield Finding(_place(article), fact, "state published: in its sidecar, or null if nobody knows")


def _contradictions(composed: Composed) -> Iterator[Finding]:
    for article in composed.corpus.articles:
        sidecar = sidecar_of(composed, article.file)
        settled = sidecar.stated if sidecar else frozenset()
        open_doubts = (
            doubt
            for doubt in article.metadata.contradictions
            if not any(re.search(rf"\b{name}\b", doubt) for name in settled)
        )
        for contradiction in (*open_doubts, *_impossible_order(article.metadata)):
            yield Finding(_place(article), contradiction, "state in its sidecar what holds")


def _guesses(composed: Composed) -> Iterator[Finding]:
    """Metadata that nobody states in so many words and no line of the text bears out."""
    for article in composed.corpus.articles:
        known = article.metadata
        for name, origin in known.origins.items():
            contradicted = any(name in doubt for doubt in known.contradictions)  # reported as such
            if confidence(known, name) is Confidence.DOUBTFUL and not contradicted:
                fact = f"{name} is doubtful: {getattr(known, name)} ({origin})"
                yield Finding(_place(article), fact, f"if it holds, state it in its sidecar: {name}: …")


def _impossible_order(known: Metadata) -> Iterator[str]:
    """What cannot be: an article that was fetched, or changed, before it appeared. A day of difference is a zone's."""
    for word, other in (("retrieved", known.retrieved), ("updated", known.updated)):
        if known.published and other and _days_between(other, known.published) > 1:
            yield f"published {known.published}, yet {word} {other}, before that"


def _days_between(first: str, second: str) -> int:
    """Days from the first date to the second; 0 where one of them is no calendar day."""
    if not (DAY.match(first) and DAY.match(second)):
        return 0
    return (date.fromisoformat(second[:10]) - date.fromisoformat(first[:10])).days


def _doubtful_lines(composed: Composed) -> Iterator[Finding]:
    """Doubtful lines, those of the article first of which most is in doubt."""
    for article in sorted(composed.corpus.articles, key=lambda article: (-_doubtful_share(article), article.id)):
        doubtful = [article.words_of(paragraph) for paragraph in article.paragraphs if paragraph.doubtful]
        lines = [
            line
            for line in article.lines
            if line.doubtful and any(fold(line.text) in words or words in fold(line.text) for words in doubtful)
        ]
        for line in lines[:MOST_LINES]:
            said = shortened(line.text, SHOWN_CHARS)
            fact = f'line {line.number + 1} may not be the article\'s own and is never quoted: "{said}"'
            yield Finding(_place(article), fact, CONFIRM)
        if more := len(lines[MOST_LINES:]):
            fact = f"{more} more lines may not be its own; `dossier inspect` shows them all"
            yield Finding(_place(article), fact, CONFIRM)


def _doubtful_share(article: Article) -> float:
    """The share of an article's characters that stand in doubtful paragraphs."""
    doubtful = sum(paragraph.end - paragraph.start for paragraph in article.paragraphs if paragraph.doubtful)
    return doubtful / max(sum(paragraph.end - paragraph.start for paragraph in article.paragraphs), 1)


def _copies(composed: Composed) -> Iterator[Finding]:
    """Copies of one article, several of them as one finding at the article that they copy."""
    files = {article.id: article.file for article in composed.corpus.articles}
    copies: dict[str, list[str]] = {}
    for copy, original in composed.dossier.duplicates.items():
        copies.setdefault(original, []).append(copy)
    for original, found in copies.items():
        if len(found) > MOST_ALIKE:
            fact = (
                f"{len(found)} articles copy it, and all count as one voice: {_files([files[copy] for copy in found])}"
            )
            yield Finding(article_place(files[original]), fact)
            continue
        for copy in found:
            yield Finding(article_place(files[copy]), f"copies {files[original]}: the two count as one voice")


def _lost_translations(composed: Composed) -> Iterator[Finding]:
    quotable = {article.id: article for article in composed.corpus.articles}
    translated = composed.project.translations
    bodies = {name: QuotableArticle.of(article) for name, article in quotable.items() if translated}
    place = Place(f"sources/translations/{composed.project.settings.language}.po")
    for identifier, words in translated:
        article = quotable.get(identifier)
        if article is None:
            fact = f'a translation names an article that is not there: "{identifier}"'
            yield Finding(place, fact, standing_in(words, bodies) or "name the article as its file, without the ending")
        elif not bodies[identifier].in_body(words):
            fact = f'translated words do not stand in {identifier}: "{shortened(words, SHOWN_CHARS)}"'
            yield Finding(place, fact, advice_on_words(words, article, bodies))


def _themes_without_articles(composed: Composed) -> Iterator[Finding]:
    for briefing in composed.dossier.briefings:
        if not briefing.articles:
            fact = f'no article speaks of the theme "{briefing.theme.id}"'
            yield Finding(Place("sources/vocabulary/themes.yml"), fact, "give it more terms, or take it out")


def _doubtful_terms(composed: Composed) -> Iterator[Finding]:
    """Words that may belong to a theme: those that wait in the review file, then those that are not there yet."""
    if composed.widened.note:
        yield Finding(Place("sources/vocabulary/themes.yml"), composed.widened.note)
    for lost in composed.widened.unreached:
        fact = f'the theme "{lost.theme}" has no words in {lost.language} for: {_some(lost.keywords)}'
        yield Finding(
            Place("sources/vocabulary/themes.yml"), fact, "accept words of it in review.yml, or write all its terms"
        )
    reviewed = composed.project.vocabulary.reviewed
    if waiting := [entry for entry in reviewed if entry.decision is None]:
        fact = f"{len(waiting)} words wait for a decision: {_some([entry.term for entry in waiting])}"
        yield Finding(Place(REVIEW), fact, "write accept or refuse behind decision:")
    listed = {(entry.theme, entry.language, entry.term) for entry in reviewed}
    new: dict[tuple[str, str], list[str]] = {}
    for doubt in composed.widened.doubtful:
        if (doubt.theme, doubt.language, doubt.term) not in listed:
            new.setdefault((doubt.theme, doubt.language), []).append(doubt.term)
    for (theme, language), terms in new.items():
        fact = f'may belong to the theme "{theme}" ({language}): {_some(terms)}'
        yield Finding(Place(REVIEW), fact, "dossier check --review lists them there, to accept or refuse")


def _alike_names(composed: Composed) -> Iterator[Finding]:
    """People who may be one, spelt in two ways: never joined without an editor."""
    mentions = {name: found.actors for name, found in composed.evidence.items()}
    spoken = {article.id: article.metadata.language for article in composed.corpus.articles}
    joined = join_actors(mentions, composed.vocabulary.actors, spoken, composed.project.settings.language)
    names = {actor.id: actor for actor in joined}
    pairs = [(actor, names[other]) for actor in joined for other in actor.proposals if actor.id < other]
    often = sorted(pairs, key=lambda pair: (-min(len(one.mentions) for one in pair), pair[0].name, pair[1].name))
    for one, other in often[:MOST_PAIRS_OF_NAMES]:
        fact = f'"{one.name}" and "{other.name}" may be one person'
        remedy = "if so, give one of them the other spelling: aliases: [...]; if not, leave them"
        yield Finding(Place("sources/vocabulary/actors.yml"), fact, remedy)


def _some(words: Sequence[str], most: int = 8) -> str:
    more = f" and {len(words) - most} more" if len(words) > most else ""
    return ", ".join(f'"{word}"' for word in words[:most]) + more


def proposed_terms(composed: Composed) -> Iterator[ProposedTerm]:
    """The doubtful words with the sentence that each stands in, for the review file."""
    articles = {article.id: article for article in composed.corpus.articles}
    for doubt in composed.widened.doubtful:
        identifier, _, number = doubt.sentence.rpartition("/")
        article = articles[identifier]
        example = next(article.words_of(sentence) for sentence in article.sentences if sentence.id == number)
        yield ProposedTerm(doubt.theme, doubt.term, doubt.language, doubt.similarity, doubt.sentence, example)


def _unknown_metadata(composed: Composed) -> Iterator[Finding]:
    """What is not known of articles and no editor has called unknown; many that lack the same are one finding."""
    alike: dict[tuple[str, ...], list[Article]] = {}
    for article in composed.corpus.articles:
        missing = [name for name in WANTED_METADATA if getattr(article.metadata, name) is None]
        if open_fields := tuple(name for name in missing if not _stated(composed, article, name)):
            alike.setdefault(open_fields, []).append(article)
    remedy = "state it in a sidecar, or state null if nobody knows"
    for fields, articles in sorted(alike.items(), key=lambda pair: (-len(pair[0]), pair[0])):
        fact = f"not known: {', '.join(fields)}"
        if len(articles) > MOST_ALIKE:
            told = f"{fact} ({len(articles)} articles: {_files([article.file for article in articles])})"
            yield Finding(Place(ARTICLES), told, remedy)
            continue
        for article in articles:
            yield Finding(_place(article), fact, remedy)


def _files(files: Sequence[str], most: int = 3) -> str:
    more = f" and {len(files) - most} more" if len(files) > most else ""
    return ", ".join(shortened(file, SHOWN_CHARS) for file in files[:most]) + more


def _stated(composed: Composed, article: Article, name: str) -> bool:
    """Whether the sidecar says of the field that it is not known."""
    sidecar = sidecar_of(composed, article.file)
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
    articles = composed.corpus.articles
    told: list[frozenset[tuple[str, str]]] = []
    for theme in (*story_themes(articles), *propose_themes(articles)):
        words = frozenset((language, term) for language, terms in theme.terms.items() for term in terms)
        if not any(words <= others for others in told):
            told.append(words)
            fact = f'a theme to consider: "{theme.title(composed.project.settings.language)}"'
            yield Finding(Place("sources/vocabulary/themes.yml"), fact, f"terms: {_as_yaml(theme.terms)}")


def _as_yaml(terms: Mapping[str, Sequence[str]]) -> str:
    """Terms by language on one line, as they can stand in ``themes.yml``."""
    listed = {language: ", ".join(map(_as_scalar, words)) for language, words in terms.items()}
    return "{" + ", ".join(f"{language}: [{words}]" for language, words in listed.items()) + "}"


def _as_scalar(word: str) -> str:
    return word if PLAIN_IN_YAML.fullmatch(word) else json.dumps(word, ensure_ascii=False)


def _place(article: Article) -> Place:
    return article_place(article.file)
