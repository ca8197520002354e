"""Words of the articles that may become terms of a theme.

Takes the articles of one language; gives their content words in dictionary form, the parts of their compounds and
pairs of words that stand together, each with an example sentence: the most frequent first, never more than the limits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator import languages
from generator.analysis.language.temporal_words import is_name_of_time
from generator.analysis.language.words import capitalises_nouns, fold_case, is_known, lemma, words_in
from generator.model import Article

MOST_WORDS = 2_500
MOST_PHRASES = 1_000
SHORTEST_WORD = 3
SHORTEST_COMPOUND = 9
SHORTEST_PART = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word or a pair of words; ``sentence`` is ``<article id>/<sentence id>`` of the first that holds it.

    ``is_word`` says that it stands for itself somewhere, and not only as a part of compounds.
    """

    term: str
    language: str
    sentence: str
    is_word: bool = True

    @property
    def is_phrase(self) -> bool:
        """Whether it is a pair of words."""
        return " " in self.term


def candidate_words(articles: Sequence[Article], language: str) -> tuple[Candidate, ...]:
    """Words and pairs by frequency, then alphabet."""
    words: Counter[str] = Counter()
    phrases: Counter[str] = Counter()
    whole: set[str] = set()
    example: dict[str, str] = {}
    for article in articles:
        for sentence in article.sentences:
            found = words_in(article.text, sentence.start, sentence.end)
            content = [word.text if _is_content(word.text, language) else "" for word in found]
            terms = [term for text in content if text for term in _terms(text, language)]
            pairs = [
                f"{first} {second}"
                for first, second, left, right in zip(content, content[1:], found, found[1:], strict=False)
                if first and second and article.text[left.end : right.start] == " "
            ]
            words.update(terms)
            whole.update(_base(text, language) for text in content if text)
            phrases.update(pairs)
            for term in (*terms, *pairs):
                example.setdefault(term, f"{article.id}/{sentence.id}")
    chosen = [*_most(words, MOST_WORDS), *_most(phrases, MOST_PHRASES)]
    return tuple(Candidate(term, language, example[term], " " in term or term in whole) for term in chosen)


def may_be_said_as(candidate: Candidate, keyword: str) -> bool:
    """Whether a candidate may mean a keyword: a pair of words a phrase alone, a long compound a phrase too.

    "Mindestlohn" is a minimum wage.
    """
    if candidate.is_phrase or " " not in keyword:
        return candidate.is_phrase == (" " in keyword)
    return len(candidate.term) >= SHORTEST_COMPOUND and bool(languages.words(candidate.language, "words", "linkers"))


def _most(counts: Counter[str], limit: int) -> list[str]:
    return sorted(counts, key=lambda term: (-counts[term], term))[:limit]


@lru_cache(maxsize=20_000)
def _is_content(word: str, language: str) -> bool:
    if len(word) < SHORTEST_WORD or not any(letter.isalpha() for letter in word):
        return False
    return fold_case(word, language) not in languages.words(
        language, "words", "function_words"
    ) and not is_name_of_time(word, language)


@lru_cache(maxsize=20_000)
def _terms(word: str, language: str) -> tuple[str, ...]:
    """The dictionary form, and the two parts of a long compound ("oliebehoefte": olie, behoefte)."""
    base = _base(word, language)
    return tuple(dict.fromkeys([base, *_parts(base, language)]))


def _base(word: str, language: str) -> str:
    """The dictionary form; some dictionaries take a name's capital away."""
    base = lemma(word, language)
    return word if fold_case(base, language) == fold_case(word, language) else base


def _parts(base: str, language: str) -> Iterator[str]:
    linkers = languages.words(language, "words", "linkers")
    if not linkers or len(base) < SHORTEST_COMPOUND:
        return
    for cut in range(SHORTEST_PART, len(base) - SHORTEST_PART + 1):
        first, second = base[:cut], base[cut:]
        head = second.capitalize() if capitalises_nouns(language) else second
        stems = [first, *(first[: -len(link)] for link in linkers if link and first.endswith(link))]
        if is_known(head, language):
            yield from (stem for stem in stems if len(stem) >= SHORTEST_PART and is_known(stem, language))
            yield head
            return
