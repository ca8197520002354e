"""Article → ``Evidence``: everything that one article says about themes, time, figures and actors, and why."""

from __future__ import annotations

from generator.analysis.actors.recognition import find_actors
from generator.analysis.figures.recognition import find_figures
from generator.analysis.themes.recognition import assign_themes
from generator.analysis.time.recognition import find_dates
from generator.model import Article, Evidence, Vocabulary


def analyse(article: Article, vocabulary: Vocabulary) -> Evidence:
    """All evidence of one article: a pure function of the article and the vocabulary."""
    language = article.metadata.language
    spans = tuple((sentence.start, sentence.end) for sentence in article.sentences)
    dates = find_dates(article.text, language, article.metadata.published, spans)
    actors = find_actors(article, vocabulary.actors)
    return Evidence(
        article=article.id,
        themes=assign_themes(article, vocabulary.themes, actors),
        dates=dates,
        figures=find_figures(article.text, language, spans, dates),
        actors=actors,
    )
