"""Names that no vocabulary knows, found by how they are written and by what stands around them.

Takes an article and the stretches where known names stand already; gives mentions of people, organisations and places.
A capital alone is never enough: a name has a witness, such as a title or a given name before it, a kind of
organisation or place beside it, a spelling that no dictionary explains, or its full form elsewhere in the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.analysis.actors.base_forms import place_without_case, without_case
from generator.analysis.actors.found import Found
from generator.analysis.actors.kinds import Named, settled
from generator.analysis.actors.name_lists import declines_places
from generator.analysis.actors.name_words import NameWords, name_words
from generator.analysis.actors.organisation_names import organisation_name
from generator.analysis.actors.places import adjective_place
from generator.analysis.actors.places_after_people import place_after_somebody
from generator.analysis.actors.runs import is_headline, run_end
from generator.analysis.actors.saints import names_after_a_saint
from generator.analysis.actors.shared_kinds import with_first_field
from generator.analysis.actors.strange_names import Elsewhere, elsewhere_in, strange_name
from generator.analysis.actors.tokens import Token, tokens_in
from generator.analysis.actors.vessels import vessel_name
from generator.analysis.actors.witnesses import (
    has_title_before,
    has_title_behind,
    is_complement,
    is_followed_by_place_word,
    is_of_a_place,
    is_of_place_office,
    portfolio_end,
)
from generator.analysis.figures.number_words import number_words
from generator.analysis.language.words import bare_word
from generator.model import ActorKind, ActorMention, Article, fold

LONGEST_PERSON = 4
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
    titles = [i for i in range(start, end) if _is_title_here(tokens, start, i, end, words)]
    first = titles[-1] + 1 if titles else portfolio_end(tokens, start, end, words)
    if first == end:
        return
    has_title = bool(titles) or first > start or has_title_before(tokens, start, words)
    has_title = has_title or has_title_behind(tokens, end, words)
    whole = Found(first, end, ActorKind.ORGANISATION)
    titled_person = has_title and end - first == 2 and words.is_given_name(tokens[first])
    place = _place_before_all_else(tokens, start, first, end, words, titles)
    if place:
        yield place
    elif not titled_person and (organisation := organisation_name(tokens, start, whole, words, known)):
        yield with_first_field(tokens, start, organisation, words, known)
    elif (saint := names_after_a_saint(tokens, first, end, words, known)) is not None:
        yield from saint
    elif person := _person(tokens, whole, words, known, has_title=has_title):
        yield person
    elif (length := words.listed_place_length(tokens[first:end])) and not _is_counted(tokens, first, words):
        yield Found(first, first + length, ActorKind.PLACE)
    elif not _covered(tokens, first := _behind_adjectives(tokens, first, end, words, known), end, known):
        other = _place(tokens, first, end, words) or strange_name(tokens, first, end, words, elsewhere)
        if other:
            yield other


def _place_before_all_else(
    tokens: Sequence[Token], start: int, first: int, end: int, words: NameWords, titles: Sequence[int]
) -> Found | None:
    """The place that a run names whatever else its words may be: one called after a person, or behind its kind."""
    if start == 0 and _opens_before_a_place(tokens, end, words):
        return Found(end - 1, end, ActorKind.PLACE)
    called = place_after_somebody(tokens, start, end, words) if titles[:1] != [start] else None
    of_a_place = words.nouns_have_capitals and first > 0 and words.is_place_word(tokens[first - 1])
    return _place(tokens, first, end, words) if called is None and of_a_place and not titles else called


def _opens_before_a_place(tokens: Sequence[Token], end: int, words: NameWords) -> bool:
    """Whether two words open a sentence of which the second is "in" a place: Finnish "Onnettomuudessa Orlunessa"."""
    if end != 2 or not declines_places(words.language) or not words.ends_like_a_place(tokens[1]):
        return False
    return not (words.is_given_name(tokens[0]) or words.is_title(tokens[0]) or words.is_organisation_word(tokens[1]))


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


def _person(
    tokens: Sequence[Token], whole: Found, words: NameWords, known: dict[int, int], *, has_title: bool
) -> Found | None:
    """A title or a given name, then one to four capitals that may be a name."""
    first, last = whole.first, min(whole.last, whole.first + LONGEST_PERSON + 2)
    called = next((i for i in range(first, last - 1) if words.is_given_name(tokens[i])), first)
    if words.surname_first and called > first:
        last = called + 1  # Hungarian "Tarvel Tamás Orlunén"
    first = called - 1 if words.surname_first and called > first else called
    while first < last and _covered(tokens, first, first + 1, known) and not words.is_given_name(tokens[first]):
        first += 1
    last = next((i for i in range(first + 2, last) if _ends_person(tokens, i, words, known)), last)
    if has_title:
        last = next((i for i in range(first + 2, last) if _begins_field(tokens, i, last, words)), last)
    while last > first + 1 and tokens[last - 1].text in words.particles:
        last -= 1  # "Roy Tarvel op de", before a place
    name = tokens[first:last]
    capitals = [token for token in name if token.is_capital and token.text.lower() not in words.particles]
    if not capitals or len(capitals) > LONGEST_PERSON:
        return None
    if all(words.is_organisation_word(token) or token.is_initial or token.is_code for token in capitals):
        return None
    given = words.is_given_name(capitals[0]) or (words.surname_first and words.is_given_name(capitals[-1]))
    if len(capitals) >= 2 and given and not any(token.is_acronym for token in capitals[1:]):
        opens = first == 0 and words.nouns_have_capitals and not words.could_be_name(capitals[0])
        if opens and not words.could_be_name(capitals[-1]):
            return None
        return Found(first, last, ActorKind.PERSON)
    titled = has_title and not is_complement(tokens, first, last, words)
    if titled and all(words.could_be_name(t) and not t.is_acronym for t in capitals):
        return None if _covered(tokens, first, last, known) else Found(first, last, ActorKind.PERSON)
    return None


def _ends_person(tokens: Sequence[Token], at: int, words: NameWords, known: dict[int, int]) -> bool:
    """Whether a word behind two of a name is none of it: a known place; in German a noun ("nahm Ana Rey Bezug")."""
    token = tokens[at]
    if _covered(tokens, at, at + 1, known) or bare_word(token.text, words.language) in words.organisations:
        return True
    if (declines_places(words.language) or words.declines_by_apostrophe) and words.ends_like_a_place(token):
        return True  # Finnish "Ana Tarvelin Orlunessa", Turkish "Ana Tarvel Orlune'da"
    part = token.is_initial or words.is_strange(token) or words.is_given_name(token)
    named = not words.is_given_name(tokens[at - 1])  # a surname stands before it
    return words.nouns_have_capitals and named and not part and token.text.lower() not in words.particles


def _begins_field(tokens: Sequence[Token], at: int, last: int, words: NameWords) -> bool:
    """Whether the field of an office follows a surname: Dutch "minister Ana Tarvel van Landbouw"."""
    name, particle = tokens[at - 1], tokens[at - 2].text in words.particles  # "de Tarvel" is no first name
    given = words.is_given_name(name) and not particle and "-" not in name.text
    surname = name.is_capital and not given and not name.is_initial
    return surname and at + 1 < last and words.fold(tokens[at]) in words.fields_behind


def _place(tokens: Sequence[Token], first: int, end: int, words: NameWords) -> Found | None:
    """What a word for a kind of place or a preposition precedes: "Region Odessa", "in Orlune", "tunnel of Orlune"."""
    if 2 <= end - first <= 3 and first > 0 and words.is_place_ending(tokens[end - 1]):
        return Found(first, end, ActorKind.PLACE)
    begin = next((i for i in range(first, end) if not words.is_place_word(tokens[i])), end)
    name = tokens[begin:end]
    if not name or len(name) > 3 or not all(words.could_be_name(token) for token in name):
        return None
    if begin > first and not words.nouns_have_capitals:
        # a capital is part of the name: "Port Orlune"; "Hall" of "City Hall" is none
        inside = begin > 1 and (words.heads_first or words.stands_in_a_place(tokens, begin - 1))
        named = inside or any(words.is_proper(token) for token in name)
        return Found(begin - 1, end, ActorKind.PLACE) if named else None
    called_one = any(words.is_strange(token) for token in name) and is_followed_by_place_word(tokens, end, words)
    if called_one or _is_called_a_place(tokens, begin, end, words):
        return Found(begin, end, ActorKind.PLACE)
    strange = [words.is_proper(token) and not token.is_acronym for token in name]
    sure = all(strange) or (any(strange) and not words.nouns_have_capitals)
    inside = words.stands_in_a_place(tokens, begin) and not words.owns_what_follows(name[-1])
    return Found(begin, end, ActorKind.PLACE, sure=False) if sure and inside else None


def _is_called_a_place(tokens: Sequence[Token], begin: int, end: int, words: NameWords) -> bool:
    """Whether the name says so itself ("Fyrisån"), or a kind of place or an office of one stands before it."""
    by_ending = end - begin == 1 and words.ends_like_a_place(tokens[begin])
    if by_ending and not words.nouns_have_capitals and (begin or words.is_proper(tokens[begin])):
        return True
    if begin == 0 or not tokens[begin].follows_closely:
        return False
    near = words.fold(tokens[begin - 1]) in words.place_joints or words.stands_in_a_place(tokens, begin)
    if by_ending and near:
        return True  # German "bei Tarveldorf": not so "Frau Tarveldorf"
    if words.is_place_word(tokens[begin - 1]) or is_of_place_office(tokens, begin, words):
        return True
    strange = all(words.is_proper(token) and not token.is_acronym for token in tokens[begin:end])
    return strange and is_of_a_place(tokens, begin, words)


def _covered(tokens: Sequence[Token], first: int, end: int, known: dict[int, int]) -> bool:
    return any(tokens[i].start in known for i in range(first, end))


def _name(text: str, tokens: Sequence[Token], found: Found, words: NameWords) -> str:
    """The name without white space at line ends and without a possessive ("Velkors Leiter", "Velkor's")."""
    bare = without_case(re.sub(r"['’]s$", "", fold(text)), words.language)
    if found.kind is ActorKind.PLACE:
        bare = place_without_case(bare, words.language)
    follows = tokens[found.last] if found.last < len(tokens) else None
    owns = words.nouns_have_capitals and follows is not None and follows.follows_closely and follows.is_capital
    return bare[:-1] if owns and bare.endswith("s") and not bare.endswith("ss") and len(bare) > 4 else bare
