"""What a corpus talks about, when no editor has said it: themes to propose, and the one theme of a dossier without any.

Takes articles; gives themes whose terms are words that stand in the articles. Subjects of public affairs
(``[words.meanings]``) hold the languages together; names and other recurring words follow. Deterministic: nothing but
counts, and the alphabet where counts are equal.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import languages
from generator.analysis.themes.subjects import Subject, Term, is_everyday_noun, most_frequent, subjects_of_sentences
from generator.model import Article, Theme, stable_id

COMMON_THEME = "all"
TERMS_OF_A_THEME = 12
TERMS_OF_THE_COMMON_THEME = 40


@dataclass(frozen=True, slots=True)
class Counts:
    """In how many sentences and in how many articles the subjects of a corpus stand."""

    times: Counter[Subject]
    spread: Counter[Subject]
    articles: int


def propose_themes(articles: Sequence[Article], limit: int = 6, kept: Path | None = None) -> tuple[Theme, ...]:
    """At most ``limit`` candidate themes, the strongest first.

    The strongest subject that no theme has yet opens the next theme and draws those it most often stands with.
    ``kept`` is a folder for results between runs.
    """
    counts = _count(articles, kept)
    taken: set[Subject] = set()
    themes: list[Theme] = []
    for seed in _ranked(counts):
        if len(themes) == limit:
            break
        if seed in taken:
            continue
        near = _together(seed, articles, kept)
        group = [seed, *(subject for subject in _drawn(near, counts) if subject not in taken)][:TERMS_OF_A_THEME]
        taken.update(group)
        themes.append(_theme(seed, group, _terms(group, articles, kept)))
    return tuple(themes)


def common_theme(articles: Sequence[Article], kept: Path | None = None) -> Theme:
    """The theme ``all``: its terms are what most articles have in common, so that its page says what they share.

    ``kept`` is a folder for results between runs.
    """
    counts = _count(articles, kept)
    ranked = sorted(counts.spread, key=lambda s: (-counts.spread[s], -counts.times[s], s))[:TERMS_OF_THE_COMMON_THEME]
    terms = _terms(ranked, articles, kept)
    chosen = [term for subject in ranked for term in most_frequent(terms[subject])][:TERMS_OF_THE_COMMON_THEME]
    titles = {code: languages.table(code, "themes").get("all_articles") for code in languages.available()}
    named = {code: str(title) for code, title in titles.items() if title}
    return Theme(COMMON_THEME, named, terms=by_language(chosen))


def _count(articles: Sequence[Article], kept: Path | None = None) -> Counts:
    counts = Counts(Counter(), Counter(), len(articles))
    for article in articles:
        here: set[Subject] = set()
        for subjects in subjects_of_sentences(article, defaultdict(Counter), kept):
            counts.times.update(subjects)
            here.update(subjects)
        counts.spread.update(here)
    return counts


def _terms(
    wanted: Sequence[Subject], articles: Sequence[Article], kept: Path | None
) -> Mapping[Subject, Counter[Term]]:
    """How often each word names one of the subjects."""
    found: dict[Subject, Counter[Term]] = {subject: Counter() for subject in wanted}
    for article in articles:
        here: dict[Subject, Counter[Term]] = defaultdict(Counter)
        for _ in subjects_of_sentences(article, here, kept):
            pass
        for subject in found.keys() & here.keys():
            found[subject].update(here[subject])
    return found


def _ranked(counts: Counts) -> list[Subject]:
    """Subjects that recur, by how often; those of nearly every article last, for they tell no two themes apart.

    What one article alone speaks of is a subject only where no two articles share one.
    """

    def weight(subject: Subject) -> float:
        everywhere = counts.spread[subject] / max(counts.articles, 1)
        return counts.times[subject] * (1.25 - everywhere) * (2.0 if subject.in_lexicon else 1.0)

    recurring = [s for s in counts.times if counts.times[s] >= 2 and not _is_no_topic(s)]
    recurring = [s for s in recurring if counts.spread[s] >= 2] or recurring
    return sorted(recurring, key=lambda subject: (-weight(subject), subject))


def _is_no_topic(subject: Subject) -> bool:
    """Whether any text speaks of it, or it acts in any news ("minister"): it tells no theme from another."""
    acts_everywhere = languages.word_set("en", "words", "no_topics")  # keys of the lexicon, one for all languages
    return _is_of_every_day(subject) or (subject.in_lexicon and subject.key in acts_everywhere)


def _is_of_every_day(subject: Subject) -> bool:
    language, _, word = subject.key.partition(" ")
    return not subject.in_lexicon and is_everyday_noun(word, language)


def _together(seed: Subject, articles: Sequence[Article], kept: Path | None) -> Counter[Subject]:
    """In how many sentences other subjects stand with one."""
    near: Counter[Subject] = Counter()
    for article in articles:
        for subjects in subjects_of_sentences(article, defaultdict(Counter), kept):
            if seed in subjects:
                near.update(other for other in subjects if other != seed and not _is_no_topic(other))
    return near


def _drawn(near: Counter[Subject], counts: Counts) -> list[Subject]:
    """Subjects that stand with the seed at least twice and in a third of their own sentences, the closest first."""
    share = {s: times / counts.times[s] for s, times in near.items() if times >= 2 and times * 3 >= counts.times[s]}
    return sorted(share, key=lambda subject: (-share[subject], -near[subject], subject))


def _theme(seed: Subject, group: Sequence[Subject], named: Mapping[Subject, Counter[Term]]) -> Theme:
    title = max(named[seed], key=lambda term: (named[seed][term], term))
    titles = {title[0]: title[1][:1].upper() + title[1][1:]}
    if seed.in_lexicon:
        titles.setdefault("en", seed.key.capitalize())
    identifier = stable_id("theme", seed.key)
    return Theme(
        identifier,
        titles,
        terms=by_language(term for subject in group for term in most_frequent(named[subject])),
    )


def by_language(terms: Iterable[Term]) -> dict[str, tuple[str, ...]]:
    """Terms as a theme holds them: by language, each once, in their order."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for language, word in terms:
        found[language][word] = None
    return {language: tuple(words) for language, words in sorted(found.items())}
