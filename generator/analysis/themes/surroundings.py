"""Sentences that their surroundings carry: the second half of theme assignment.

Takes the matches that sentences make themselves; gives them back in the order of the article with those added that
hold only in context, marked so. Two ways of speaking carry a theme on, and nothing else does: a sentence that opens by
pointing back ("Diese Drohnen ...", "Er ...") shares the themes of the sentence before it; and a thing that a sentence
of the theme introduced ("ein Abkommen") brings them along when it is taken up again ("Das Memorandum ...").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator import languages
from generator.analysis.language.words import Word, capitalises_nouns, fold_case, words_in
from generator.analysis.themes.subjects import lexicon_keys
from generator.model import Article, Paragraph, Sentence, Theme, ThemeMatch

NOUN_REACH = 3

Found = dict[tuple[str, str], ThemeMatch]


def matches_in_context(
    article: Article, themes: Sequence[Theme], explicit: Sequence[ThemeMatch]
) -> tuple[ThemeMatch, ...]:
    """``explicit`` with the matches that context adds, in the order of the article, then of the themes."""
    found: Found = {(match.sentence, match.theme): match for match in explicit}
    _take_up_things(article, themes, found)
    for paragraph in article.paragraphs:
        if not paragraph.doubtful:
            _lean_on_the_sentence_before(article, paragraph, themes, found)
    order = {theme.id: at for at, theme in enumerate(themes)}
    places = {sentence.id: at for at, sentence in enumerate(article.sentences)}
    return tuple(sorted(found.values(), key=lambda match: (places[match.sentence], order[match.theme])))


def _take_up_things(article: Article, themes: Sequence[Theme], found: Found) -> None:
    """Things introduced by sentences of a theme carry it to later sentences that name them with a definite article.

    A thing of the same name that a sentence of no theme introduces takes its place.
    """
    language = article.metadata.language
    themes_of: dict[str, set[str]] = {}
    for sentence in article.sentences:
        words = words_in(article.text, sentence.start, sentence.end)
        own = {theme.id for theme in themes if (sentence.id, theme.id) in found}
        for thing in _things(words, language, "definite_articles"):
            for theme in themes_of.get(thing, set()) - own:
                found[sentence.id, theme] = ThemeMatch(sentence.id, theme, (), context=True)
        for thing in _things(words, language, "indefinite_articles"):
            themes_of[thing] = own


def _things(words: Sequence[Word], language: str, articles: str) -> Iterator[str]:
    """The subjects of public affairs that nouns after an article name, each by its key in ``[words.meanings]``."""
    for at, word in enumerate(words):
        if fold_case(word.text, language) in languages.word_set(language, "words", articles):
            noun = _noun_after(words, at, language)
            if noun:
                yield from lexicon_keys(noun.text, language)


def _noun_after(words: Sequence[Word], at: int, language: str) -> Word | None:
    """The noun of an article: in German the first capital; elsewhere the first word that names a subject."""
    for word in words[at + 1 : at + 1 + NOUN_REACH]:
        if word.text[:1].isupper() if capitalises_nouns(language) else bool(lexicon_keys(word.text, language)):
            return word
    return None


def _lean_on_the_sentence_before(article: Article, paragraph: Paragraph, themes: Sequence[Theme], found: Found) -> None:
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
    return any(fold_case(word.text, language) in languages.word_set(language, "words", "leaning") for word in opening)
