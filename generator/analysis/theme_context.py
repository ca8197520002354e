"""Sentences that their surroundings carry: the second half of theme assignment.

Takes the matches that sentences make themselves; gives them back in the order of the article with those added that
hold only in context, marked so. A sentence that leans on a sentence of the theme ("Diese Drohnen ...", "Er ...") shares
it.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator import languages
from generator.analysis.words import fold_case, words_in
from generator.model import Article, Paragraph, Sentence, Theme, ThemeMatch


def matches_in_context(
    article: Article, themes: Sequence[Theme], explicit: Sequence[ThemeMatch]
) -> tuple[ThemeMatch, ...]:
    """``explicit`` with the matches that context adds, in the order of the article, then of the themes."""
    found = {(match.sentence, match.theme): match for match in explicit}
    for paragraph in article.paragraphs:
        if not paragraph.doubtful:
            _follow(article, paragraph, themes, found)
    order = {theme.id: at for at, theme in enumerate(themes)}
    places = {sentence.id: at for at, sentence in enumerate(article.sentences)}
    return tuple(sorted(found.values(), key=lambda match: (places[match.sentence], order[match.theme])))


def _follow(
    article: Article, paragraph: Paragraph, themes: Sequence[Theme], found: dict[tuple[str, str], ThemeMatch]
) -> None:
    for before, sentence in zip(paragraph.sentences, paragraph.sentences[1:], strict=False):
        if not leans(article, sentence):
            continue
        for theme in themes:
            if (before.id, theme.id) in found and (sentence.id, theme.id) not in found:
                found[sentence.id, theme.id] = ThemeMatch(sentence.id, theme.id, (), context=True)


def leans(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence opens with a word that points back: "Diese", "Er", "This"."""
    language = article.metadata.language
    opening = words_in(article.text, sentence.start, sentence.end)[:1]
    return any(fold_case(word.text, language) in languages.words(language, "words", "leaning") for word in opening)
