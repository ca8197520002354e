"""What of the articles needs an editor's eye: their dates and other metadata, doubtful lines, copies.

Each function takes a composed dossier and gives findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.checking.finding import SHOWN_CHARS, Finding, some
from generator.checking.unheeded import sidecar_of
from generator.errors import Place, shortened
from generator.model import Article, Confidence, Metadata, fold
from generator.pipeline import Composed
from generator.reading.source import ARTICLES, article_place

# A calendar day at the beginning of a date: "2024-05-03", "2024-05-03T10:00+02:00"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
WANTED_METADATA = ("title", "publisher", "url", "kind")
# So many doubtful lines of an article, and so many articles of which the same is to be said, are told one by one
MOST_LINES, MOST_ALIKE = 3, 3
CONFIRM = "if it is, add its words to the sidecar: confirmed: […]"


def dates_ahead(composed: Composed, today: str | None) -> Iterator[Finding]:
    """Dates of publication after today, the latest first. A build believes them; an editor should not."""
    for article in sorted(composed.corpus.articles, key=lambda article: article.metadata.published or "", reverse=True):
        published = article.metadata.published
        if today and published and DAY.match(published) and published[:10] > today:
            origin = article.metadata.origins.get("published", "the file")
            fact = f"its date of publication lies ahead: {published} ({origin})"
            yield Finding(_place(article), fact, "state in its sidecar when it appeared, or null if nobody knows")


def undated(composed: Composed) -> Iterator[Finding]:
    """Articles that stand in no order of time, because nothing says when they appeared and no editor said so.

    The longest come first: most is lost by them.
    """
    fact = "nothing says when it appeared, so that words like 'yesterday' are no date there"
    for article in sorted(composed.corpus.articles, key=lambda article: (-len(article.text), article.id)):
        if article.metadata.published is None and not _stated(composed, article, "published"):
            yield Finding(_place(article), fact, "state published: in its sidecar, or null if nobody knows")


def contradictions(composed: Composed) -> Iterator[Finding]:
    """What a file says of itself in two ways, and what cannot be, where no editor has settled it."""
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


def guesses(composed: Composed) -> Iterator[Finding]:
    """Metadata that nobody states in so many words and no line of the text bears out; see also ``contradictions``."""
    for article in composed.corpus.articles:
        known = article.metadata
        for name, origin in known.origins.items():
            if origin.confidence is Confidence.DOUBTFUL and not known.is_contradicted(name):
                fact = f"{name} is doubtful: {getattr(known, name)} ({origin})"
                yield Finding(_place(article), fact, f"if it holds, state it in its sidecar: {name}: …")


def doubtful_lines(composed: Composed) -> Iterator[Finding]:
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


def copies(composed: Composed) -> Iterator[Finding]:
    """Copies of one article, several of them as one finding at the article that they copy."""
    files = {article.id: article.file for article in composed.corpus.articles}
    copies: dict[str, list[str]] = {}
    for copy, original in composed.dossier.duplicates.items():
        copies.setdefault(original, []).append(copy)
    for original, found in copies.items():
        if len(found) > MOST_ALIKE:
            fact = f"{len(found)} articles copy it, and all count as one voice: {some([files[copy] for copy in found])}"
            yield Finding(article_place(files[original]), fact)
            continue
        for copy in found:
            yield Finding(article_place(files[copy]), f"copies {files[original]}: the two count as one voice")


def unknown_metadata(composed: Composed) -> Iterator[Finding]:
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
            told = f"{fact} ({len(articles)} articles: {some([article.file for article in articles])})"
            yield Finding(Place(ARTICLES), told, remedy)
            continue
        for article in articles:
            yield Finding(_place(article), fact, remedy)


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


def _doubtful_share(article: Article) -> float:
    """The share of an article's characters that stand in doubtful paragraphs."""
    doubtful = sum(paragraph.end - paragraph.start for paragraph in article.paragraphs if paragraph.doubtful)
    return doubtful / max(sum(paragraph.end - paragraph.start for paragraph in article.paragraphs), 1)


def _stated(composed: Composed, article: Article, name: str) -> bool:
    """Whether the sidecar says of the field that it is not known."""
    sidecar = sidecar_of(composed, article.file)
    return sidecar is not None and name in sidecar.stated


def _place(article: Article) -> Place:
    return article_place(article.file)
