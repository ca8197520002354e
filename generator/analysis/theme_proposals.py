"""What a corpus talks about, when no editor has said it: themes to propose, and the one theme of a dossier without any.

Takes articles; gives themes whose terms are words that stand in the articles. Deterministic: nothing but counts, and
the alphabet where counts are equal.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from generator import languages
from generator.analysis.words import capitalises_nouns, fold_case, is_known, lemma, words_in
from generator.model import Article, Theme, stable_id

COMMON_THEME = "all"
TERMS_OF_A_THEME = 12
TERMS_OF_THE_COMMON_THEME = 40
SHORTEST_TERM = 4


def propose_themes(articles: Sequence[Article], limit: int = 6) -> tuple[Theme, ...]:
    """At most ``limit`` candidate themes: words that recur and stand together in the same sentences.

    The strongest word that no theme has yet opens the next theme and draws the words it most often stands with.
    """
    used = [article for article in articles if article.sentences]
    sentences = [terms for article in used for terms in _terms_of_sentences(article)]
    counts = Counter(term for terms in sentences for term in terms)
    spread = Counter(term for article in used for term in {t for terms in _terms_of_sentences(article) for t in terms})
    strong = [term for term in _ranked(counts, spread, len(used)) if counts[term] >= 2]
    together = _together(sentences, frozenset(strong))
    themes: list[Theme] = []
    taken: set[tuple[str, str]] = set()
    for seed in strong:
        if len(themes) == limit:
            break
        if seed in taken:
            continue
        group = [seed, *(t for t in _drawn(seed, together, counts) if t not in taken)][:TERMS_OF_A_THEME]
        taken.update(group)
        themes.append(_theme(stable_id("theme", *seed), seed[1], group))
    return tuple(themes)


def common_theme(articles: Sequence[Article]) -> Theme:
    """The theme ``all``: its terms are what most articles have in common, so that its page says what they share."""
    used = [article for article in articles if article.sentences]
    per_article = [{t for terms in _terms_of_sentences(article) for t in terms} for article in used]
    spread = Counter(term for terms in per_article for term in terms)
    counts = Counter(term for article in used for terms in _terms_of_sentences(article) for term in terms)
    ranked = sorted(spread, key=lambda term: (-spread[term], -counts[term], term))
    theme = _theme(COMMON_THEME, "", ranked[:TERMS_OF_THE_COMMON_THEME])
    return Theme(COMMON_THEME, {"en": "All articles", "de": "Alle Artikel", "nl": "Alle artikelen"}, terms=theme.terms)


Term = tuple[str, str]  # language, word as an editor would write it


def _terms_of_sentences(article: Article) -> list[tuple[Term, ...]]:
    language = article.metadata.language
    return [
        tuple(
            (language, term)
            for word in words_in(article.text, sentence.start, sentence.end)
            if (term := _term(word.text, language))
        )
        for sentence in article.sentences
    ]


@lru_cache(maxsize=200_000)
def _term(word: str, language: str) -> str | None:
    """A word as a term: a noun or a name in its dictionary form; none for what carries no theme."""
    if len(word) < SHORTEST_TERM or not word.isalpha() or _is_function_word(word, language):
        return None
    if capitalises_nouns(language) and not word[0].isupper():
        return None
    found = lemma(word, language)
    return None if _is_function_word(found, language) or len(found) < SHORTEST_TERM else found


def _is_function_word(word: str, language: str) -> bool:
    return fold_case(word, language) in _function_words(language)


@lru_cache(maxsize=100)
def _function_words(language: str) -> frozenset[str]:
    return frozenset(languages.words(language, "words", "function_words")) | frozenset(
        languages.words(language, "words", "leaning")
    )


def _ranked(counts: Mapping[Term, int], spread: Mapping[Term, int], articles: int) -> list[Term]:
    """Words by how often they recur, those of nearly every article last: they tell no two themes apart."""

    def weight(term: Term) -> float:
        everywhere = spread[term] / max(articles, 1)
        return counts[term] * (1.25 - everywhere) * (1.5 if not is_known(term[1], term[0]) else 1.0)

    return sorted(counts, key=lambda term: (-weight(term), term))


def _together(sentences: Sequence[tuple[Term, ...]], strong: frozenset[Term]) -> dict[Term, Counter[Term]]:
    found: dict[Term, Counter[Term]] = defaultdict(Counter)
    for terms in sentences:
        here = sorted(set(terms) & strong)
        for a in here:
            found[a].update(b for b in here if b != a)
    return found


def _drawn(seed: Term, together: Mapping[Term, Counter[Term]], counts: Mapping[Term, int]) -> list[Term]:
    """Words that stand with ``seed`` at least twice and in a third of their own sentences, the closest first."""
    near = together.get(seed, Counter())
    close = {term: times / counts[term] for term, times in near.items() if times >= 2 and times * 3 >= counts[term]}
    return sorted(close, key=lambda term: (-close[term], -near[term], term))


def _theme(theme_id: str, title: str, group: Sequence[Term]) -> Theme:
    by_language: dict[str, list[str]] = defaultdict(list)
    for language, word in group:
        by_language[language].append(word)
    terms = {language: tuple(words) for language, words in sorted(by_language.items())}
    return Theme(theme_id, {group[0][0]: title} if group else {}, terms=terms)
