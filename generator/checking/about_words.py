"""What of the vocabulary needs an editor's eye: words that may belong to a theme, names that may be one, new themes.

Each function takes a composed dossier and gives findings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.analysis.actors.recognition import JoinedActor, joined_actors, with_proposals
from generator.analysis.themes.proposals import propose_themes
from generator.analysis.themes.stories import story_themes
from generator.checking.finding import Finding, quoted
from generator.errors import Place
from generator.model import ActorKind
from generator.on_demand import OnDemand
from generator.pipeline import Composed
from generator.project.review import FILE as REVIEW
from generator.project.review import ProposedTerm

# What YAML reads as it stands within brackets: "harbour", "think tank", "l'accord"
PLAIN_IN_YAML = re.compile(r"\w[\w '’-]*")
MOST_PAIRS_OF_NAMES = 12


def doubtful_terms(composed: Composed) -> Iterator[Finding]:
    """Words that may belong to a theme: those that wait in the review file, then those that are not there yet."""
    if composed.widened.note:
        yield Finding(Place("sources/vocabulary/themes.yml"), composed.widened.note)
    for lost in composed.widened.unreached:
        fact = f'the theme "{lost.theme}" has no words in {lost.language} for: {quoted(lost.keywords)}'
        yield Finding(
            Place("sources/vocabulary/themes.yml"), fact, "accept words of it in review.yml, or write all its terms"
        )
    reviewed = composed.project.vocabulary.reviewed
    if waiting := [entry for entry in reviewed if entry.decision is None]:
        fact = f"{len(waiting)} words wait for a decision: {quoted([entry.term for entry in waiting])}"
        yield Finding(Place(REVIEW), fact, "write accept or refuse behind decision:")
    listed = {(entry.theme, entry.language, entry.term) for entry in reviewed}
    new: dict[tuple[str, str], list[str]] = {}
    for doubt in composed.widened.doubtful:
        if (doubt.theme, doubt.language, doubt.term) not in listed:
            new.setdefault((doubt.theme, doubt.language), []).append(doubt.term)
    for (theme, language), terms in new.items():
        fact = f'may belong to the theme "{theme}" ({language}): {quoted(terms)}'
        yield Finding(Place(REVIEW), fact, "dossier check --review lists them there, to accept or refuse")


def alike_names(composed: Composed) -> Iterator[Finding]:
    """People who may be one, spelt in two ways: never joined without an editor."""
    times: dict[str, int] = {}
    people = {person.id: person for person in with_proposals(_people(composed, times))}
    pairs = [(one, people[other]) for one in people.values() for other in one.proposals if one.id < other]
    often = sorted(pairs, key=lambda pair: (-min(times[one.id] for one in pair), pair[0].name, pair[1].name))
    for one, other in often[:MOST_PAIRS_OF_NAMES]:
        fact = f'"{one.name}" and "{other.name}" may be one person'
        remedy = "if so, give one of them the other spelling: aliases: [...]; if not, leave them"
        yield Finding(Place("sources/vocabulary/actors.yml"), fact, remedy)


def _people(composed: Composed, times: dict[str, int]) -> Iterator[JoinedActor]:
    """The people of all articles, without their mentions, which are counted in ``times``."""
    mentions = OnDemand(composed.evidence, lambda name: composed.evidence[name].actors, held=0)
    spoken = {article.id: article.metadata.language for article in composed.corpus.articles}
    language = composed.project.settings.language
    for actor in joined_actors(mentions, composed.vocabulary.actors, spoken, language):
        if actor.kind is ActorKind.PERSON:
            times[actor.id] = len(actor.mentions)
            yield replace(actor, mentions=())


def themes_without_articles(composed: Composed) -> Iterator[Finding]:
    """Themes of which no article speaks."""
    for briefing in composed.dossier.briefings:
        if not briefing.articles:
            fact = f'no article speaks of the theme "{briefing.theme.id}"'
            yield Finding(Place("sources/vocabulary/themes.yml"), fact, "give it more terms, or take it out")


def proposed_themes(composed: Composed) -> Iterator[Finding]:
    """Themes that the articles suggest, for a project that has none."""
    if composed.project.vocabulary.themes:
        return
    articles, kept = composed.corpus.articles, composed.project.cache_folder
    told: list[frozenset[tuple[str, str]]] = []
    for theme in (*story_themes(articles, kept=kept), *propose_themes(articles, kept=kept)):
        words = frozenset((language, term) for language, terms in theme.terms.items() for term in terms)
        if not any(words <= others for others in told):
            told.append(words)
            fact = f'a theme to consider: "{theme.title(composed.project.settings.language)}"'
            yield Finding(Place("sources/vocabulary/themes.yml"), fact, f"terms: {_as_yaml(theme.terms)}")


def proposed_terms(composed: Composed) -> Iterator[ProposedTerm]:
    """The doubtful words with the sentence that each stands in, for the review file."""
    articles = {article.id: article for article in composed.corpus.articles}
    for doubt in composed.widened.doubtful:
        identifier, _, number = doubt.sentence.rpartition("/")
        article = articles[identifier]
        example = next(article.words_of(sentence) for sentence in article.sentences if sentence.id == number)
        yield ProposedTerm(doubt.theme, doubt.term, doubt.language, doubt.similarity, doubt.sentence, example)


def _as_yaml(terms: Mapping[str, Sequence[str]]) -> str:
    """Terms by language on one line, as they can stand in ``themes.yml``."""
    listed = {language: ", ".join(map(_as_scalar, words)) for language, words in terms.items()}
    return "{" + ", ".join(f"{language}: [{words}]" for language, words in listed.items()) + "}"


def _as_scalar(word: str) -> str:
    return word if PLAIN_IN_YAML.fullmatch(word) else json.dumps(word, ensure_ascii=False)
