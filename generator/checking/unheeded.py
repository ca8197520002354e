"""What an editor wrote that has no effect, or another one than it seems: nothing of it stops a build, all is told.

Takes a composed dossier; gives problems with place, fact and remedy, those first that a reader would be misled by.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import PurePosixPath

from generator import languages
from generator.analysis.language.words import fold_case, forms, is_acronym, is_known, is_made_of_two_words, words_in
from generator.briefing.composition import compose
from generator.briefing.passages import QuotableArticle
from generator.briefing.verification import citations_of
from generator.checking.finding import SHOWN_CHARS
from generator.errors import ContentProblem, Place, shortened
from generator.model import Article, Disagreement, Event, LineRole, Sidecar, fold
from generator.pipeline import Composed
from generator.project.unread import ARTICLES, SETTINGS, TRANSLATIONS
from generator.publishing.interface import Interface, has_words_for

ACTORS = "sources/vocabulary/actors.yml"
THEMES = "sources/vocabulary/themes.yml"
SHORTEST_KEYWORD = 5
NEAR = 0.8


def unheeded(composed: Composed) -> Iterator[ContentProblem]:
    """Everything of the editor's that the dossier passes over."""
    yield from _found_all_the_same(composed)
    yield from _misspelt_keywords(composed)
    yield from _shared_spellings(composed)
    yield from _publishers_that_may_be_meant(composed)
    yield from _confirmed_in_vain(composed)
    yield from _pages_in_english(composed)
    yield from _left_out_of_the_dossier(composed)
    yield from _left_out_in_vain(composed)
    yield from _translations_that_nobody_sees(composed)
    yield from _unread(composed)


def _found_all_the_same(composed: Composed) -> Iterator[ContentProblem]:
    """Words that a gap says were searched for and not found, and that stand in an article."""
    for briefing in composed.project.briefings:
        for words in (words for gap in briefing.gaps for words in gap.searched):
            if where := _where(words, composed):
                fact = f'a gap says that "{words}" was searched for and not found, and it stands in {where}'
                yield ContentProblem(Place(briefing.place.file), fact, "read it there; take the word out of searched:")


def _where(words: str, composed: Composed) -> str | None:
    """The first sentence in which the words stand, whatever their case and the ending of the last one."""
    pattern = re.compile(rf"(?<!\w){re.escape(fold(words))}", re.IGNORECASE)
    for article in composed.corpus.articles:
        for sentence in article.sentences:
            if pattern.search(article.words_of(sentence)):
                return f"{article.id} ({sentence.id})"
    return None


def _misspelt_keywords(composed: Composed) -> Iterator[ContentProblem]:
    """Keywords that no article has and no dictionary knows, and that nearly are a word that one of the two has."""
    themes = composed.project.vocabulary.themes
    written = _written_words(composed.corpus.articles) if themes else {}
    for theme in themes:
        for language, terms in theme.terms.items():
            for term in terms:
                if near := _meant(term, language, written.get(language, frozenset())):
                    fact = f'no article has the keyword "{term}" of the theme "{theme.id}", and no dictionary knows it'
                    yield ContentProblem(Place(THEMES), fact, f'did you mean "{near}"?')


def _written_words(articles: Iterable[Article]) -> Mapping[str, frozenset[str]]:
    """The words of the articles' sentences by language, in small letters."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for article in articles:
        for sentence in article.sentences:
            words = words_in(article.text, sentence.start, sentence.end)
            found[article.metadata.language].update(fold_case(word.text, article.metadata.language) for word in words)
    return {language: frozenset(words) for language, words in found.items()}


def _meant(term: str, language: str, written: frozenset[str]) -> str | None:
    """The word that a misspelt keyword nearly is; absent where it may be right: a phrase, a known word, a compound."""
    folded = fold_case(term, language)
    if len(term) < SHORTEST_KEYWORD or not folded.isalpha() or is_acronym(term):
        return None
    spellings = (term, folded, folded.capitalize())
    if folded in written or any(is_known(each, language) for each in spellings):
        return None
    if is_made_of_two_words(folded, language) or any(form in written for form in forms(term, language)):
        return None
    listed = [str(word) for subject in _subjects(language) for word in subject]
    nearest = get_close_matches(folded, [*sorted(written), *listed], n=1, cutoff=NEAR)
    return nearest[0] if nearest and nearest[0].startswith(folded[0]) else None


def _subjects(language: str) -> Iterator[Sequence[object]]:
    """The words of the language's lexicon, subject by subject."""
    yield from (names for names in languages.mapping(language, "words", "meanings").values() if isinstance(names, list))


def _shared_spellings(composed: Composed) -> Iterator[ContentProblem]:
    owners: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for actor in composed.project.vocabulary.actors:
        for spelling in actor.spellings():
            owners[spelling][actor.id] = None
    for spelling, ids in owners.items():
        if len(ids) > 1:
            first, *others = sorted(ids)
            fact = f'"{spelling}" is a spelling of {" and ".join(sorted(ids))}: every mention counts for {first}'
            yield ContentProblem(Place(ACTORS), fact, f"take it from {first}, or from {' and '.join(others)}")


def _publishers_that_may_be_meant(composed: Composed) -> Iterator[ContentProblem]:
    """Outlets of sidecars that are called nearly like one of ``publishers.yml``, and so are shown as they stand."""
    publishers = composed.project.vocabulary.publishers
    names = {name: publisher.id for publisher in publishers for name in (publisher.id, publisher.name)}
    for sidecar in composed.project.sidecars.values():
        stated = sidecar.metadata.publisher
        if stated is None or stated in names:
            continue
        if near := get_close_matches(stated, names, n=1, cutoff=NEAR):
            fact = f'its publisher is shown as "{stated}", which is no entry of publishers.yml'
            yield ContentProblem(Place(sidecar.place.file), fact, f'did you mean "{names[near[0]]}"?')


def _confirmed_in_vain(composed: Composed) -> Iterator[ContentProblem]:
    """Words that a sidecar confirms and that are no line in doubt."""
    articles = {article.file: article for article in composed.corpus.articles}
    for file, article in articles.items():
        sidecar = sidecar_of(composed, file)
        for words in sidecar.confirmed if sidecar else ():
            if sidecar and not QuotableArticle.of(article).in_body(words):
                said = shortened(words, SHOWN_CHARS)
                fact = f'confirmed words make no line quotable: "{said}"'
                yield ContentProblem(Place(sidecar.place.file), fact, _why_in_vain(words, article))


def sidecar_of(composed: Composed, file: str) -> Sidecar | None:
    """The sidecar of the article in this file, where there is one."""
    sidecars = composed.project.sidecars
    return sidecars.get(file) or sidecars.get(PurePosixPath(file).with_suffix("").as_posix())


def _why_in_vain(words: str, article: Article) -> str:
    for line in article.lines:
        if fold(words) in fold(line.text) and line.role is not LineRole.BODY:
            return f"line {line.number + 1} is {line.role} ({line.reason}): write all of it to make it text"
    return "copy them from the article as they stand there"


def _pages_in_english(composed: Composed) -> Iterator[ContentProblem]:
    """A language in which the site has no words of its own for its pages."""
    language = composed.project.settings.language
    if not has_words_for(language):
        fact = f"the site has no words in {language}: what stands around your texts and the articles' will be English"
        remedy = "state one that has them, as the note in a new dossier.yml says; or leave it so"
        yield ContentProblem(Place(SETTINGS), fact, remedy)


def _left_out_of_the_dossier(composed: Composed) -> Iterator[ContentProblem]:
    project = composed.project
    for briefing in project.put_by:
        fact = f'is not published: themes: in dossier.yml does not name "{briefing.theme}"'
        yield ContentProblem(Place(briefing.place.file), fact, "add it there when it is ready")
    if project.settings.themes and not project.vocabulary.themes:
        remedy = "define them in sources/vocabulary/themes.yml"
        yield ContentProblem(Place(SETTINGS), "themes: has no effect, because no theme is defined", remedy)


def _left_out_in_vain(composed: Composed) -> Iterator[ContentProblem]:
    """Ids in ``leave_out`` that nothing has which would else be shown: a slip, or the articles have changed since."""
    briefings = composed.project.briefings
    if not any(briefing.leave_out for briefing in briefings):
        return
    project = replace(composed.project, briefings=tuple(replace(briefing, leave_out=()) for briefing in briefings))
    whole = compose(
        project,
        composed.corpus.articles,
        composed.vocabulary,
        composed.evidence,
        edition=composed.dossier.edition,
        wording=Interface(project.settings.language),
        problems=[],
    )
    lasting: tuple[Event | Disagreement, ...] = (*whole.timeline, *whole.ahead, *whole.disagreements)
    shown = {identifier for one in lasting for identifier in (one.id, *one.other_ids)}
    found = shown | {statement.id for statement in whole.statements}
    for briefing in briefings:
        for identifier in briefing.leave_out:
            if identifier not in found:
                fact = f'leave_out: nothing that is shown has the id "{identifier}"'
                yield ContentProblem(Place(briefing.place.file), fact, "copy it from the end of a link; or take it out")


def _translations_that_nobody_sees(composed: Composed) -> Iterator[ContentProblem]:
    """Translations of a part of a passage, or of more than it, while the passage itself is shown with none."""
    place = Place(f"{TRANSLATIONS}/{composed.project.settings.language}.po")
    shown = {(c.passage.article, c.passage.exact): c.translation for c in citations_of(composed.dossier)}
    bare: defaultdict[str, list[str]] = defaultdict(list)
    for (article, exact), translation in shown.items():
        if translation is None:
            bare[article].append(exact)
    for article, words in composed.project.translations:
        quoted = next((exact for exact in bare[article] if words in exact or exact in words), None)
        if quoted and (article, words) not in shown:
            said = shortened(words, SHOWN_CHARS)
            fact = f'is shown nowhere, as the page quotes other words: the translation of "{said}"'
            yield ContentProblem(place, fact, f'translate what is quoted: msgid "{quoted}"')


def _unread(composed: Composed) -> Iterator[ContentProblem]:
    for file in composed.project.unread:
        path = PurePosixPath(file)
        if path.suffix == ".po":
            remedy = f"the dossier's language is {composed.project.settings.language}: it reads that catalogue alone"
        else:
            remedy = f"articles stand in {ARTICLES}; anything else may stay, and has no effect"
        yield ContentProblem(Place(file), "is not read", remedy)
