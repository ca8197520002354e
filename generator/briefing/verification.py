"""Compares every quote with its article, before anything is written.

An editor's quote that is absent, ambiguous or from a left-out line becomes a problem with file, line and the nearest
true words; what was composed is compared once more, passage by passage, at the very end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from generator.briefing.passages import QuotableArticle
from generator.briefing.quote_advice import advice_on_article, advice_on_words
from generator.errors import (
    ContentProblem,
    QuoteAmbiguous,
    QuoteNotInArticle,
    QuoteOfUnknownArticle,
    QuoteOutsideBody,
    UnreadableArticle,
    shortened,
)
from generator.model import Citation, Dossier, EditorQuote, Line, Passage, fold
from generator.reading.article import slug
from generator.reading.source import article_place


def locate_quote(quote: EditorQuote, articles: Mapping[str, QuotableArticle]) -> Passage:
    """The passage that an editor's quote names. Raises a ``ContentProblem`` that says what the article says."""
    quotable = articles.get(quote.article)
    if quotable is None:
        remedy = advice_on_article(quote.article, quote.exact, articles)
        raise QuoteOfUnknownArticle(quote.place, quote.article, remedy)
    found = quotable.in_body(quote.exact)
    if not found:
        raise _not_quotable(quote, quotable, articles)
    if quote.prefix:
        wanted = fold(quote.prefix)
        with_prefix = [
            span for span in found if quotable.folded.before(span[0], len(wanted) + 1).rstrip().endswith(wanted)
        ]
        if not with_prefix:
            fact = f'the prefix does not stand before the quote in {quote.article}: "{shortened(quote.prefix)}"'
            before = quotable.folded.before(found[0][0])
            raise QuoteNotInArticle(quote.place, fact, f'before it stands: "…{before.rstrip()}"')
        found = with_prefix
    if len(found) > 1:
        fact = f'the quote stands {len(found)} times in {quote.article}: "{shortened(quote.exact)}"'
        befores = " or ".join(f'"{quotable.folded.before(start, 24).strip()}"' for start, _ in found)
        raise QuoteAmbiguous(quote.place, fact, f"give a prefix, the words directly before it: {befores}")
    return quotable.passage(*found[0])


def with_causes(problems: Sequence[ContentProblem], unreadable: Sequence[ContentProblem]) -> list[ContentProblem]:
    """The problems, with one for each quoted article that could not be read in place of those of its quotes."""
    reasons = {slug(PurePosixPath(problem.place.file).stem): problem for problem in unreadable}
    lost: dict[str, int] = {}
    others = []
    for problem in problems:
        if isinstance(problem, QuoteOfUnknownArticle) and problem.article in reasons:
            lost[problem.article] = lost.get(problem.article, 0) + 1
        else:
            others.append(problem)
    for article, quotes in lost.items():
        reason = reasons[article]
        resting = "a quote rests" if quotes == 1 else f"{quotes} quotes rest"
        others.append(UnreadableArticle(reason.place, f"{reason.fact}, and {resting} on it", reason.remedy))
    return others


def verify_dossier(dossier: Dossier) -> None:
    """Compare every passage of a composed dossier with its article's text once more.

    Raises ``QuoteNotInArticle`` for the first one that differs: that is a mistake of the program, and it must not be
    published.
    """
    articles = {article.id: article for article in dossier.articles}
    for citation in citations_of(dossier):
        passage = citation.passage
        article = articles[passage.article]
        if fold(article.text[passage.start : passage.end]) != passage.exact:
            fact = f'a composed passage differs from the article at {passage.start}: "{shortened(passage.exact)}"'
            raise QuoteNotInArticle(article_place(article.file), fact)


def citations_of(dossier: Dossier) -> Iterator[Citation]:
    """Every citation that a dossier publishes, in the order of its lists."""
    for group in (dossier.statements, dossier.timeline, dossier.ahead, dossier.figures, dossier.actors):
        for entry in group:
            yield from entry.citations
    for briefing in dossier.briefings:
        if briefing.bottom_line:
            yield from briefing.bottom_line.citations
    for disagreement in dossier.disagreements:
        for side in disagreement.sides:
            yield from side.citations


def _not_quotable(
    quote: EditorQuote, quotable: QuotableArticle, articles: Mapping[str, QuotableArticle]
) -> ContentProblem:
    outside = quotable.anywhere(quote.exact)
    line = _line_with(quote.exact, quotable.article.lines)
    if line is not None and (outside or not line.kept):
        fact = f'quote from a line that is no evidence in {quote.article}: "{shortened(quote.exact)}"'
        remedy = f"line {line.number + 1} is {line.role} ({line.reason}); quote words of the article's body"
        if line.doubtful or not line.kept:
            remedy += ", or, if the line is the article's own, confirm it in its sidecar: confirmed: [the whole line]"
        return QuoteOutsideBody(quote.place, fact, remedy)
    fact = f'quote not in article {quote.article}: "{shortened(quote.exact)}"'
    return QuoteNotInArticle(quote.place, fact, advice_on_words(quote.exact, quotable.article, articles))


def _line_with(words: str, lines: Iterable[Line]) -> Line | None:
    wanted = fold(words)
    return next((line for line in lines if wanted in fold(line.text)), None)
