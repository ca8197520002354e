"""Which articles tell one story, when no editor has named themes: a theme for each group of them.

Takes articles of any languages; gives at most ``limit`` themes, the one with most articles first. Articles belong
together when they share names, subjects of public affairs and numbers that others do not have, and when their heads
mean much the same; a theme's terms are what a third of its articles name and hardly any other does, and its title a
headline of theirs, or, where they have none, the first of these. A story keeps its id, and its page the address, when
later articles tell it too. Where most articles stand alone, and where all tell the same, there is no theme: the page of
all articles says what there is. The result depends on the articles alone, not on their order.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import languages
from generator.analysis.actors.spelling import transliteration_key
from generator.analysis.language.embedding import encoder
from generator.analysis.language.similarity import Vector
from generator.analysis.themes.proposals import TERMS_OF_A_THEME, by_language
from generator.analysis.themes.story_headlines import story_headlines
from generator.analysis.themes.story_likeness import Pair, likeness_of_articles
from generator.analysis.themes.story_numbers import likeness_by_numbers, rare_numbers
from generator.analysis.themes.subjects import (
    Subject,
    Term,
    is_everyday_noun,
    most_frequent,
    subjects_of_sentences,
    subjects_of_words,
)
from generator.edtf import sort_key
from generator.model import Article, Theme, stable_id

MOST_STORIES = 8
MOST_ARTICLES = 400
"""More are an archive: the pairs of its articles are not compared."""
ALIKE = 0.25
"""Likeness of two groups, from which they are one story."""
FEWEST_TERMS = 2
"""With fewer a story has no theme, unless it is a name: two articles that speak of farming are no story."""
WORDS_OF_A_TITLE = 3

Group = tuple[str, ...]  # ids of articles


@dataclass(frozen=True, slots=True)
class _Subjects:
    """The subjects of each article by its id, how often they stand there, the words that name them."""

    times: Mapping[str, Counter[Subject]]
    terms: Mapping[Subject, Counter[Term]]

    @property
    def spread(self) -> Counter[Subject]:
        """In how many articles a subject stands."""
        return Counter(subject for counts in self.times.values() for subject in counts)


def story_themes(articles: Sequence[Article], limit: int = MOST_STORIES, kept: Path | None = None) -> tuple[Theme, ...]:
    """A theme for each story that two articles or more tell, and not all; none where most articles stand alone.

    ``kept`` is a folder for results between runs.
    """
    used = sorted((article for article in articles if article.sentences), key=lambda article: article.id)
    if not 3 <= len(used) <= MOST_ARTICLES:
        return ()
    found = _subjects(used, kept)
    in_heads = likeness_of_articles(used, _vectors(found), encoder(), kept)
    shared = likeness_by_numbers({article.id: rare_numbers(article, kept) for article in used})
    alike = {pair: value + shared.get(pair, 0.0) for pair, value in in_heads.items()}
    groups = [group for group in _groups(alike, [article.id for article in used]) if 1 < len(group) < len(used)]
    by_id = {article.id: article for article in used}
    found_themes = [
        _theme(group, found, by_id, alike) for group in sorted(groups, key=lambda group: (-len(group), group))
    ]
    themes = tuple(theme for theme in found_themes if theme is not None)
    return themes[:limit] if sum(len(theme.articles) for theme in themes) * 2 >= len(used) else ()


def _subjects(articles: Sequence[Article], kept: Path | None) -> _Subjects:
    times: dict[str, Counter[Subject]] = {}
    terms: dict[Subject, Counter[Term]] = defaultdict(Counter)
    for article in articles:
        named: dict[Subject, Counter[Term]] = defaultdict(Counter)
        counts: Counter[Subject] = Counter()
        for subjects in subjects_of_sentences(article, named, kept):
            counts.update(subject for subject in map(_shared, subjects) if subject is not None)
        times[article.id] = counts
        for subject, words in named.items():
            if shared := _shared(subject):
                terms[shared].update(words)
    return _Subjects(times, terms)


def _shared(subject: Subject) -> Subject | None:
    """A subject as all languages share it: a name by its transliteration; none for a noun of every day."""
    if subject.in_lexicon:
        return subject
    language, _, word = subject.key.partition(" ")
    return None if is_everyday_noun(word, language) else Subject(transliteration_key(word), in_lexicon=False)


def _vectors(found: _Subjects) -> Mapping[str, Vector]:
    """Vectors of unit length over the subjects of each article, the rare ones weightier."""
    spread, articles = found.spread, len(found.times)
    vectors: dict[str, Vector] = {}
    for identifier, counts in found.times.items():
        raw = {
            subject.key: (1 + math.log(times)) * math.log(1 + articles / spread[subject])
            for subject, times in sorted(counts.items())
        }
        length = math.sqrt(sum(weight * weight for weight in raw.values()))
        vectors[identifier] = {key: weight / length for key, weight in raw.items()} if length else {}
    return vectors


def _groups(alike: Mapping[Pair, float], articles: Sequence[str]) -> list[Group]:
    """Groups joined, the most alike first, as long as their articles are alike on the average.

    Of pairs only those alike enough are kept: a joined group is no more alike to another than the likest of its parts.
    """
    groups: list[Group] = [(identifier,) for identifier in sorted(articles)]
    between: dict[tuple[Group, Group], float] = {
        ((a,), (b,)): value for (a, b), value in alike.items() if value >= ALIKE
    }
    while between:
        one, other = min(between, key=lambda pair: (-between[pair], pair))
        joined = tuple(sorted(one + other))
        groups = sorted([group for group in groups if group not in (one, other)] + [joined])
        between = {pair: value for pair, value in between.items() if not {one, other} & set(pair)}
        for group in groups:
            if group != joined:
                total = sum(alike[min(a, b), max(a, b)] for a in group for b in joined)
                if (value := total / (len(group) * len(joined))) >= ALIKE:
                    between[min(group, joined), max(group, joined)] = value
    return groups


def _theme(
    group: Group, found: _Subjects, articles: Mapping[str, Article], alike: Mapping[Pair, float]
) -> Theme | None:
    """The theme of a story: what a third of its articles name, and two of three articles that name it are its own."""
    spread = found.spread
    within = Counter(subject for identifier in group for subject in found.times[identifier])
    times = Counter[Subject]()
    for identifier in group:
        times.update(found.times[identifier])
    telling = [
        subject
        for subject, count in within.items()
        if count >= 2 and count * 3 >= len(group) and count * 3 >= spread[subject] * 2
    ]
    telling.sort(key=lambda subject: (-within[subject], -times[subject], subject))
    chosen = telling[:TERMS_OF_A_THEME]
    if len(chosen) < FEWEST_TERMS and all(subject.in_lexicon for subject in chosen):
        return None
    central = sorted(group, key=lambda each: (-_centrality(each, group, alike), each))
    titles = story_headlines(
        [articles[each] for each in central], lambda text, code: _shares(text, code, group, within)
    )
    without = {articles[each].metadata.language for each in group} - set(titles) if titles else set(CODES)
    titles |= {
        code: ", ".join(_titled(subject, code, found) for subject in _heading(chosen, within))
        for code in CODES
        if code in without
    }
    terms = by_language(term for subject in chosen for term in most_frequent(found.terms[subject]))
    return Theme(stable_id("theme", _first_told(group, articles)), titles, terms=terms, articles=group)


def _first_told(group: Group, articles: Mapping[str, Article]) -> str:
    """The article of a story that appeared first; one without a date only where none has any."""
    return min(group, key=lambda each: (sort_key(articles[each].metadata.published or ""), each))


def _centrality(identifier: str, group: Group, alike: Mapping[Pair, float]) -> float:
    """How alike an article is to the others of its story, on the whole."""
    return sum(alike[min(identifier, other), max(identifier, other)] for other in group if other != identifier)


def _shares(text: str, language: str, group: Group, within: Mapping[Subject, int]) -> dict[Subject, float]:
    """What words of a text name, each with the share of the story's articles, of two at least, that name it."""
    named = {shared for subject in subjects_of_words(text, language) if (shared := _shared(subject)) is not None}
    return {subject: within[subject] / len(group) for subject in sorted(named) if within[subject] > 1}


def _heading(chosen: Sequence[Subject], within: Mapping[Subject, int]) -> list[Subject]:
    """What a title names: who and where, behind what it is about if no name stands in more of the articles."""
    about = [subject for subject in chosen if subject.in_lexicon]
    names = [subject for subject in chosen if not subject.in_lexicon]
    leading = about[:1] if about and all(within[about[0]] >= within[name] for name in names) else []
    return [*leading, *names, *about[len(leading) :]][:WORDS_OF_A_TITLE]


CODES = tuple(code for code in languages.available() if languages.mapping(code, "words", "meanings"))


def _titled(subject: Subject, language: str, found: _Subjects) -> str:
    """A subject in a title: the lexicon's word of the language, else as the articles of that language, or most, say."""
    if subject.in_lexicon:
        names = languages.mapping(language, "words", "meanings").get(subject.key)
        word = str(names[0]) if isinstance(names, list) and names else subject.key
    else:
        words = most_frequent(found.terms[subject])
        word = next((text for code, text in words if code == language), words[0][1])
    return word[:1].upper() + word[1:]
