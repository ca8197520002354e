"""Names that no vocabulary knows, found by how they are written and by what stands around them.

Takes an article and the stretches where known names stand already; gives mentions of people, organisations and places.
A capital alone is never enough: a name has a witness, such as a title or a given name before it, a kind of
organisation or place beside it, a spelling that no dictionary explains, or its full form elsewhere in the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.analysis.actors.base_forms import place_without_case, without_case
from generator.analysis.actors.found import Found
from generator.analysis.actors.kinds import Named, settled
from generator.analysis.actors.name_words import NameWords, name_words
from generator.analysis.actors.organisation_names import organisation_name
from generator.analysis.actors.places import adjective_place
from generator.analysis.actors.places_of_offices import person_behind_place, place_and_person, place_before_office
from generator.analysis.actors.runs import is_headline, run_end
from generator.analysis.actors.saints import names_after_a_saint
from generator.analysis.actors.shared_kinds import with_first_field
from generator.analysis.actors.spaced_kinds import spaced_kind_name
from generator.analysis.actors.strange_names import Elsewhere, elsewhere_in, strange_name
from generator.analysis.actors.tokens import Token, tokens_in
from generator.analysis.actors.unknown_people import covered, unknown_person
from generator.analysis.actors.unknown_places import place_before_all_else, unknown_place
from generator.analysis.actors.vessels import vessel_name
from generator.analysis.actors.witnesses import (
    has_title_before,
    has_title_behind,
    portfolio_end,
)
from generator.analysis.figures.number_words import number_words
from generator.model import ActorKind, ActorMention, Article, fold

# "2024"
A_YEAR = re.compile(r"(?:19|20)\d\d")


def unknown_names(article: Article, known: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """Mentions of unknown names in the order of the text; they may enclose a known name ("Bank of Israel").

    A surname or a name's first word alone counts as the full name that stands elsewhere in the article.
    """
    words = name_words(article.metadata.language)
    sentences = [tokens_in(article.text, s.start, s.end) for s in article.sentences]
    places = {mention.start: mention.end for mention in known}
    elsewhere = elsewhere_in(sentences)
    named: list[Named] = []
    for sentence, tokens in zip(article.sentences, sentences, strict=True):
        headline = is_headline(article.text[sentence.start : sentence.end], tokens, words)
        for found in _names_in(tokens, words, places, elsewhere):
            if headline and not _is_full_name(tokens[found.first : found.last], words):
                continue
            start, end = tokens[found.first].start, tokens[found.last - 1].end
            text = article.text[start:end]
            mention = ActorMention(start, end, text, _name(text, tokens, found, words), found.kind)
            named.append(Named(mention, sure=found.sure, acts=found.acts))
        named += _with_legal_forms(article.text, tokens, sentence.end, words)
    return settled(article.text, named, known, words)


def _with_legal_forms(text: str, tokens: Sequence[Token], end: int, words: NameWords) -> Iterator[Named]:
    """The capitals before a legal form that points or small letters part: "Tarvel plc", "Tarvel S.p.A."."""
    if not tokens:
        return
    ends = {token.end: at for at, token in enumerate(tokens)}
    for form in words.legal_form.finditer(text, tokens[0].end, end):
        at = ends.get(form.start(), -1)
        if at < 0 or not tokens[at].is_capital:
            continue
        token = tokens[at]
        first = at
        while first and tokens[first].follows_closely and _is_of_a_company(tokens[first - 1], words):
            first -= 1
        if _is_of_a_company(token, words):
            start = tokens[first].start
            name = text[start : form.end()]
            mention = ActorMention(start, form.end(), name, fold(name), ActorKind.ORGANISATION)
            yield Named(mention, sure=True, acts=True)


def _is_of_a_company(token: Token, words: NameWords) -> bool:
    """A capital that may stand in a company's name before its legal form; German nouns say what the company is."""
    noun = words.nouns_have_capitals and not words.is_strange(token) and not token.is_acronym
    called = words.is_organisation_head(token) and not words.is_organisation_word(token)
    return token.is_capital and not (words.is_ordinary(token) or words.is_title(token) or noun or called)


def _names_in(
    tokens: Sequence[Token], words: NameWords, known: dict[int, int], elsewhere: Elsewhere
) -> Iterator[Found]:
    """The names of one sentence, none overlapping."""
    at = 0
    while at < len(tokens):
        if (organisation := spaced_kind_name(tokens, at, words)) is not None:
            yield organisation
            at = organisation.last
            continue
        end = run_end(tokens, at, words, known)
        if end == at:
            at += 1
            continue
        vessel = vessel_name(tokens, at, end, words)
        found = (vessel,) if vessel else tuple(_names_of_run(tokens, at, end, words, known, elsewhere))
        yield from found
        if vessel:
            at = vessel.last
            continue
        # behind a person another name may follow: "Ana Tarvel van de Universiteit Orlune"
        at = found[-1].last if found and found[-1].kind is ActorKind.PERSON else end


def _is_full_name(name: Sequence[Token], words: NameWords) -> bool:
    return len(name) == 2 and words.is_given_name(name[0])


def _names_of_run(
    tokens: Sequence[Token], start: int, end: int, words: NameWords, known: dict[int, int], elsewhere: Elsewhere
) -> Iterator[Found]:
    """Names in one run of capitals: after its titles, an organisation or a person, else what is strange."""
    titles, end = _titles_in(tokens, start, end, words)
    if (seat := place_before_office(tokens, start, titles, words)) is not None:
        yield seat
    first = titles[-1] + 1 if titles else portfolio_end(tokens, start, end, words)
    if first == end:
        return
    whole = Found(first, end, ActorKind.ORGANISATION)
    if (name := person_behind_place(tokens, first, end, words)) > first:
        yield from place_and_person(tokens, first, name, end, known)
        return
    has_title = first > start or has_title_before(tokens, start, words) or has_title_behind(tokens, end, words)
    titled_person = has_title and end - first == 2 and words.is_given_name(tokens[first])
    place = place_before_all_else(tokens, start, first, end, words, titles)
    if place:
        yield place
    elif not titled_person and (organisation := organisation_name(tokens, start, whole, words, known)):
        yield with_first_field(tokens, start, organisation, words, known)
    elif (saint := names_after_a_saint(tokens, first, end, words, known)) is not None:
        yield from saint
    elif person := unknown_person(tokens, whole, words, known, has_title=has_title):
        yield person
    elif (length := words.listed_place_length(tokens[first:end])) and not _is_counted(tokens, first, words):
        yield Found(first, first + length, ActorKind.PLACE)
    elif not covered(tokens, first := _behind_adjectives(tokens, first, end, words, known), end, known):
        other = unknown_place(tokens, first, end, words) or strange_name(tokens, first, end, words, elsewhere)
        yield from (_as_titled(each, first, titles, words) for each in (other,) if each)


def _titles_in(tokens: Sequence[Token], start: int, end: int, words: NameWords) -> tuple[list[int], int]:
    """Where the titles of a run stand, and where it ends: before a last noun in German "Minister Tarvel Reportern"."""
    titles = [i for i in range(start, end) if _is_title_here(tokens, start, i, end, words)]
    if words.nouns_have_capitals and titles[-1:] == [end - 1] and end - start > 1:
        end = titles.pop()
    return titles, end


def _as_titled(found: Found, first: int, titles: Sequence[int], words: NameWords) -> Found:
    """A strange name right behind a title as a person, whatever follows: German "sagte Minister Tarvel Reportern"."""
    titled = titles and titles[-1] + 1 == first == found.first and words.nouns_have_capitals and not found.sure
    organisation = found.kind is ActorKind.ORGANISATION
    return replace(found, kind=ActorKind.PERSON) if titled and organisation else found


def _behind_adjectives(tokens: Sequence[Token], first: int, end: int, words: NameWords, known: dict[int, int]) -> int:
    """Where a strange name begins behind the adjective of a country: "Dutch | Tarvel"; ``first`` where none does."""
    name = first + 1
    if name >= end or tokens[first].start not in known or not words.is_strange(tokens[name]):
        return first
    return name if adjective_place(tokens[first].text, words.language) else first


def _is_counted(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether a number stands before it, as before a currency that is a region too: German "1,2 Mrd. Franken"."""
    before = tokens[at - 1] if at else None
    if before is None or A_YEAR.fullmatch(before.text):
        return False
    return before.text[-1].isdigit() or words.fold(before) in number_words(words.language).scales


def _is_surname(tokens: Sequence[Token], start: int, at: int, words: NameWords) -> bool:
    """Whether a word for an office follows a first name: "Gerhard Richter" is no judge."""
    return at > start and words.is_given_name(tokens[at - 1]) and not words.is_title(tokens[at - 1])


def _is_title_here(tokens: Sequence[Token], start: int, at: int, end: int, words: NameWords) -> bool:
    """Whether a word for an office stands for one: no surname, and not the "General" of "Tarvel General Hospital"."""
    if not words.is_title(tokens[at]) or _is_surname(tokens, start, at, words):
        return False
    inside = start < at < end - 1 and not words.nouns_have_capitals and not words.heads_first
    return not (inside and words.is_organisation_word(tokens[at + 1]) and words.is_strange(tokens[at - 1]))


def _name(text: str, tokens: Sequence[Token], found: Found, words: NameWords) -> str:
    """The name without white space at line ends and without a possessive ("Velkors Leiter", "Velkor's")."""
    bare = without_case(re.sub(r"['’]s$", "", fold(text)), words.language)
    if found.kind is ActorKind.PLACE:
        bare = place_without_case(bare, words.language)
    follows = tokens[found.last] if found.last < len(tokens) else None
    owns = words.nouns_have_capitals and follows is not None and follows.follows_closely and follows.is_capital
    return bare[:-1] if owns and bare.endswith("s") and not bare.endswith("ss") and len(bare) > 4 else bare
