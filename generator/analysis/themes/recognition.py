"""Which sentences of an article belong to which theme, and why.

Takes an article and the editor's themes; gives one match for each sentence and theme, in the order of the article and
of the themes. A match names the words that carry it. A term counts as a lemma, as the first or last part of a
compound, as a phrase of lemmas, or, when it is an acronym, letter for letter. ``exclude`` silences: words inside an
excluded phrase do not count, and an excluded word that stands apart from every match silences its sentence. Words and
phrases that hold a term and mean something else do not count either (``[words.traps]``: "Klimaanlage", "think tank").
A sentence that only its surroundings carry is marked ``context``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from generator import languages
from generator.analysis.language.words import (
    Word,
    bare_word,
    capitalises_nouns,
    forms,
    is_acronym,
    is_compound_with,
    is_inflected_name,
    is_known,
    name_forms,
    words_in,
)
from generator.analysis.themes.proposals import COMMON_THEME
from generator.analysis.themes.surroundings import matches_in_context
from generator.model import ActorKind, ActorMention, Article, Theme, ThemeMatch

ANY_LANGUAGE = "any"


def assign_themes(
    article: Article, themes: Sequence[Theme], names: Sequence[ActorMention] = ()
) -> tuple[ThemeMatch, ...]:
    """The themes of each sentence of the body: what it says itself first, then what its surroundings make it say.

    The theme of all articles is that of every sentence, whatever its language and words; a theme that lists its
    articles that of every sentence of theirs, and of no other. Words in the ``names`` of people say nothing of a
    subject: no judge stands in "Gerhard Richter".
    """
    open_to = [theme for theme in themes if not theme.articles or article.id in theme.articles]
    explicit = explicit_matches(article, open_to, names)
    named = {(match.sentence, match.theme) for match in explicit}
    whole = [theme.id for theme in open_to if theme.articles or theme.id == COMMON_THEME]
    explicit += tuple(
        ThemeMatch(sentence.id, theme, ())
        for sentence in article.sentences
        for theme in whole
        if (sentence.id, theme) not in named
    )
    return matches_in_context(article, open_to, explicit)


def explicit_matches(
    article: Article, themes: Sequence[Theme], names: Sequence[ActorMention] = ()
) -> tuple[ThemeMatch, ...]:
    """The themes that sentences name themselves, with the words that do."""
    people = [name for name in names if name.kind is ActorKind.PERSON]
    matchers = [matcher(theme, article.metadata.language) for theme in themes]
    found = []
    for sentence in article.sentences:
        words = words_in(article.text, sentence.start, sentence.end)
        of_people = frozenset(w.start for w in words if any(p.start <= w.start < p.end for p in people))
        for theme, terms_of in zip(themes, matchers, strict=True):
            if terms := terms_of.terms_in(article.text, words, of_people):
                found.append(ThemeMatch(sentence.id, theme.id, terms))
    return tuple(found)


def matcher(theme: Theme, language: str) -> Matcher:
    """What finds the terms of a theme in a language; the same object for the same terms."""
    return _matcher(_terms_for(theme.terms, language), _terms_for(theme.exclude, language), language)


@dataclass(slots=True)
class Matcher:
    """Finds terms in the words of a sentence. ``seen`` remembers which one-word terms a spelling matched."""

    language: str
    words: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    excluded: tuple[tuple[str, ...], ...]
    traps: tuple[tuple[str, ...], ...]
    beginnings: tuple[str, ...]
    ends: tuple[str, ...]
    seen: dict[str, bool] = field(default_factory=dict)

    def terms_in(self, text: str, words: Sequence[Word], of_people: frozenset[int] = frozenset()) -> tuple[str, ...]:
        """The words of the text that match, as they stand, each once, in order; none when an exclusion silences.

        ``of_people`` are the starts of words in names of people, which only terms that are names themselves match.
        """
        spans = [
            (at, at + 1)
            for at, word in enumerate(words)
            if self._is_term(word.text) and (word.start not in of_people or self._is_name(word.text))
        ]
        spans += [span for phrase in self.phrases for span in self._places(phrase, words)]
        if not spans:
            return ()
        silenced = [span for phrase in self.excluded for span in self._places(phrase, words)]
        if any(not any(_overlap(gap, span) for span in spans) for gap in silenced):
            return ()
        silenced += [span for phrase in self.traps for span in self._places(phrase, words)]
        left = sorted(span for span in spans if not any(_overlap(gap, span) for gap in silenced))
        return tuple(dict.fromkeys(text[words[start].start : words[end - 1].end] for start, end in left))

    def _is_term(self, word: str) -> bool:
        if word not in self.seen:
            self.seen[word] = self._may_be_term(word) and any(same_word(word, t, self.language) for t in self.words)
        return self.seen[word]

    def _is_name(self, word: str) -> bool:
        """Whether a term that is a name matches: an editor's "Zelensky"."""
        names = [term for term in self.words if term[:1].isupper() and not self._is_noun(term)]
        return any(same_word(word, name, self.language) for name in names)

    def _is_noun(self, term: str) -> bool:
        return capitalises_nouns(self.language) and is_known(term, self.language)

    def _may_be_term(self, word: str) -> bool:
        """A quick look that never misses: some term, or all of it but its ending, begins or ends a form of the word."""
        bare = bare_word(word, self.language)
        if bare in self.words or bare.removesuffix("s") in self.words:
            return True
        return any(form.startswith(self.beginnings) or form.endswith(self.ends) for form in forms(word, self.language))

    def _places(self, phrase: tuple[str, ...], words: Sequence[Word]) -> Iterator[tuple[int, int]]:
        for start in range(len(words) - len(phrase) + 1):
            if all(same_word(words[start + i].text, part, self.language) for i, part in enumerate(phrase)):
                yield start, start + len(phrase)


@lru_cache(maxsize=100_000)
def same_word(word: str, term: str, language: str) -> bool:
    """Whether a word of a text is a term: an acronym letter for letter, else lemma, compound, or name with ending."""
    if is_acronym(term):
        return bare_word(word, language) in (term, term + "s")
    if forms(word, language) & _term_forms(term, language):
        return True
    return is_inflected_name(word, term, language) or is_compound_with(word, term, language)


@lru_cache(maxsize=10_000)
def _term_forms(term: str, language: str) -> frozenset[str]:
    """Forms of a term however the editor wrote it: "waffen" is compared as "Waffen" too."""
    return forms(term, language) | forms(term.capitalize(), language)


@lru_cache(maxsize=1_000)
def _matcher(terms: tuple[str, ...], excluded: tuple[str, ...], language: str) -> Matcher:
    split = [tuple(word.text for word in words_in(term)) for term in terms]
    words = tuple(dict.fromkeys(parts[0] for parts in split if len(parts) == 1))
    spelled = {form for word in words for form in _term_forms(word, language) | name_forms(word, language)}
    return Matcher(
        language=language,
        words=words,
        beginnings=tuple(sorted({form[:-1] if len(form) > 2 else form for form in spelled})),
        ends=tuple(sorted(spelled)),
        phrases=tuple(dict.fromkeys(parts for parts in split if len(parts) > 1)),
        excluded=tuple(tuple(word.text for word in words_in(term)) for term in excluded if words_in(term)),
        traps=tuple(tuple(word.text for word in words_in(trap)) for trap in traps(words, language)),
    )


def traps(terms: Sequence[str], language: str) -> tuple[str, ...]:
    """What holds one of the terms and means something else; never a term itself."""
    table = languages.mapping(language, "words", "traps")
    found: dict[str, None] = {}
    for key, listed in table.items():
        if isinstance(listed, list) and any(forms(key, language) & _term_forms(term, language) for term in terms):
            found |= dict.fromkeys(str(trap) for trap in listed)
    own = {form for term in terms for form in _term_forms(term, language)}
    return tuple(trap for trap in found if not forms(trap, language) & own)


def _terms_for(terms: Mapping[str, tuple[str, ...]], language: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*terms.get(language, ()), *terms.get(ANY_LANGUAGE, ())]))


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]
