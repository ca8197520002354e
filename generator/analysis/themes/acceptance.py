"""Which words of the articles become terms of a theme, and which an editor should judge.

Takes a theme, the words of the articles in a language and how alike they are to its keywords; gives the accepted terms,
the lexicon's first, and the doubtful ones. Never accepted on likeness are a name, a word that is alike in its letters
alone, a verb of another stem and a word of other subjects.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from generator import languages
from generator.analysis.actors.spelling import transliteration_key
from generator.analysis.language.words import capitalises_nouns, fold_case, is_known, words_in
from generator.analysis.themes.candidates import Candidate
from generator.analysis.themes.lexicon import from_lexicon, is_false_friend, may_be_misread, same_term, subjects_of
from generator.analysis.themes.recognition import ANY_LANGUAGE, same_word, traps
from generator.model import Actor, Theme

ACCEPTED = 0.65
OFFERED = 0.58
# where the lexicon has words for a keyword, others must be nearer
ACCEPTED_BESIDE_LEXICON = 0.75
OFFERED_BESIDE_LEXICON = 0.64
# in a language without a lexicon, and mostly without a dictionary, inflected words stray further
ACCEPTED_WITHOUT_LEXICON = 0.7
# how much it counts that a word is further from the other keywords of the theme; what is left, from which it is offered
COMPANY = 0.5
OFFERED_IN_COMPANY = 0.55
# of one stem with an accepted word is a word that begins with so many of its letters, and this share of the shorter one
SHARED_LETTERS = 5
SHARED_OF_SHORTER = 0.6
SPELLINGS_ALIKE = 60
# letters that words of one stem share across languages: "deportar", "deportation"
SAME_STEM = 4

Keyword = tuple[str, str]  # language, term


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike words are in meaning: ``near`` has for each keyword the words of the articles that are alike to it.

    ``between`` has the likeness of a word, or of a keyword, to each keyword.
    """

    near: Mapping[str, Sequence[tuple[Candidate, float]]] = field(default_factory=dict)
    between: Mapping[tuple[str, str], float] = field(default_factory=dict)

    def within(self, word: str, keyword: str, others: Sequence[str]) -> float:
        """Of a word alike to ``keyword`` what is left of it in the company of the theme's other keywords.

        A word that is further from them than the keyword itself is alike in another sense: "sentence" beside "court" is
        no "Satz".
        """
        company = [other for other in others if other != keyword and (other, keyword) in self.between]
        own = max((self.between[keyword, other] for other in company), default=0.0)
        its = max((self.between[word, other] for other in company), default=0.0)
        return self.between[word, keyword] - COMPANY * max(0.0, own - its)


@dataclass(frozen=True, slots=True)
class DoubtfulTerm:
    """A word that may belong to a theme: an editor accepts or refuses it, having read a sentence that holds it.

    ``sentence`` is ``<article id>/<sentence id>`` of an example; ``similarity`` the likeness to the nearest keyword,
    less what speaks for another sense.
    """

    theme: str
    term: str
    language: str
    similarity: float
    sentence: str


def terms_of(
    theme: Theme, language: str, actors: Sequence[Actor], candidates: Sequence[Candidate], likeness: Likeness
) -> tuple[list[str], list[DoubtfulTerm]]:
    """Accepted and doubtful terms of one theme in one language: the lexicon's first, then the most alike."""
    sure: list[str] = []
    written = [candidate.term for candidate in candidates]
    keywords = [term for _, term in keywords_of(theme)]
    best: dict[Candidate, tuple[float, bool]] = {}
    for source, term in keywords_of(theme):
        known = from_lexicon(source, term, language, actors, written)
        sure += known
        accepted, offered = _thresholds(language, beside_lexicon=bool(known))
        for candidate, similarity in likeness.near.get(term, ()):
            if is_false_friend(candidate.term, term, language):
                continue
            akin = any(_is_of_one_stem(candidate.term, word, language) for word in known)
            misread = may_be_misread(source, term)
            sure_enough = similarity >= accepted and not misread
            taken = (akin or sure_enough) and _may_be_taken(candidate.term, (source, term), language)
            worth = likeness.within(candidate.term, term, keywords)
            if taken or (similarity >= offered and worth >= OFFERED_IN_COMPANY and not misread):
                best[candidate] = max(best.get(candidate, (0.0, False)), (similarity if taken else worth, taken))
    sure = [term for term in dict.fromkeys(sure) if not _is_refused(theme, term, language)]
    doubts: list[DoubtfulTerm] = []
    for candidate, (similarity, taken) in sorted(best.items(), key=lambda entry: (-entry[1][0], entry[0].term)):
        if any(_covers(term, candidate.term, language) for term in (*sure, *(doubt.term for doubt in doubts))):
            continue
        if _only_looks_alike(candidate.term, sure, language) or _is_refused(theme, candidate.term, language):
            continue
        if not taken and not _may_be_offered(candidate, theme, language):
            continue
        if taken:
            sure.append(candidate.term)
        else:
            doubts.append(DoubtfulTerm(theme.id, candidate.term, language, similarity, candidate.sentence))
    return sure, doubts


def _may_be_offered(candidate: Candidate, theme: Theme, language: str) -> bool:
    """Whether an editor should judge the word: no part of compounds alone, no name, no verb of another stem."""
    word = candidate.term
    if not candidate.is_word or _is_unknown_name(word, language):
        return False
    if subjects_of(word, language) & languages.word_set("en", "words", "no_topics"):  # keys, one for all languages
        return False
    stem = fold_case(word, language)[:SAME_STEM]
    akin = any(fold_case(term, source).startswith(stem) for source, term in keywords_of(theme))
    return akin or not _is_no_noun(word, language)


def _only_looks_alike(word: str, sure: Sequence[str], language: str) -> bool:
    """Whether a word is near the accepted ones by its letters alone, or one of their traps.

    "Gasse" is near "Gas" for the encoder and no compound of it.
    """
    begins = fold_case(word, language).startswith(tuple(fold_case(term, language) for term in sure))
    return begins or any(same_term(word, trap, language) for trap in traps(sure, language))


def _is_of_one_stem(word: str, accepted: str, language: str) -> bool:
    """Whether two words are of one stem, and neither is the beginning of the other: "assureur", "assurance"."""
    one, other = fold_case(word, language), fold_case(accepted, language)
    shared = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))
    shorter = min(len(one), len(other))
    return shared < shorter and shared >= max(SHARED_LETTERS, shorter * SHARED_OF_SHORTER)


def _is_refused(theme: Theme, term: str, language: str) -> bool:
    """Whether the editor listed the term among the excluded ones, for this language or for all."""
    refused = (*theme.exclude.get(language, ()), *theme.exclude.get(ANY_LANGUAGE, ()))
    return any(same_term(term, name, language) for name in refused)


def _thresholds(language: str, *, beside_lexicon: bool) -> tuple[float, float]:
    """The likeness from which a word is accepted, and from which it is offered."""
    if beside_lexicon:
        return ACCEPTED_BESIDE_LEXICON, OFFERED_BESIDE_LEXICON
    has_lexicon = bool(languages.mapping(language, "words", "meanings"))
    return (ACCEPTED if has_lexicon else ACCEPTED_WITHOUT_LEXICON), OFFERED


def _may_be_taken(word: str, keyword: Keyword, language: str) -> bool:
    """Whether a word alike to a keyword may become a term without an editor's word.

    Not a name unlike the keyword's own; not a beginning of the keyword, which is alike in its letters alone ("Burg" to
    "burglary"); not a verb or adjective of another stem ("zeigen" to "exhibition"); not a word that the lexicon lists
    under other subjects.
    """
    source, term = keyword
    if _is_name(source, term) and not _looks_like(word, term):
        return False
    if _is_unknown_name(word, language) and not _looks_like(word, term):
        return False
    folded, key = fold_case(word, language), fold_case(term, source)
    if key.startswith(folded) and len(folded) * 3 < len(key) * 2:
        return False
    if " " not in word and _is_no_noun(word, language) and folded[:SAME_STEM] != key[:SAME_STEM]:
        return False
    subjects = subjects_of(word, language)
    return not subjects or bool(subjects & subjects_of(term, source))


def _is_no_noun(word: str, language: str) -> bool:
    """Whether a dictionary form is a verb, or, where nouns have capitals, a small word."""
    if capitalises_nouns(language):
        return word[:1].islower()
    endings = languages.words(language, "words", "verb_endings")
    return word[:1].islower() and word.endswith(endings) if endings else False


def _is_name(source: str, term: str) -> bool:
    """Whether a keyword is a proper name, whose neighbours in meaning are other names; "Insurance" is none."""
    is_word = is_known(term, source) if capitalises_nouns(source) else is_known(fold_case(term, source), source)
    return term[:1].isupper() and not is_word


def _is_unknown_name(term: str, language: str) -> bool:
    """Whether a word of the articles is a name, which means no subject however near it stands to one."""
    return term[:1].isupper() and not is_known(term, language) and not is_known(fold_case(term, language), language)


def _looks_like(word: str, name: str) -> bool:
    from rapidfuzz.fuzz import ratio

    return ratio(transliteration_key(word), transliteration_key(name)) >= SPELLINGS_ALIKE


def keywords_of(theme: Theme) -> Iterator[Keyword]:
    """The terms of a theme with their languages, in the editor's order."""
    for language, terms in theme.terms.items():
        yield from ((language, term) for term in terms)


def _covers(term: str, candidate: str, language: str) -> bool:
    parts, words = words_in(term), words_in(candidate)
    return any(
        all(same_word(w.text, p.text, language) for w, p in zip(words[at:], parts, strict=False))
        for at in range(len(words) - len(parts) + 1)
    )
