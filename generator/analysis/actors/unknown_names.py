"""Names that no vocabulary knows, found by how they are written and by what stands around them.

Takes an article and the stretches where known names stand already; gives mentions of people, organisations and places.
A capital alone is never enough: a name has a witness, such as a title or a given name before it, a kind of
organisation or place beside it, a spelling that no dictionary explains, or its full form elsewhere in the article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.analysis.actors.base_forms import without_case
from generator.analysis.actors.kinds import Named, settled
from generator.analysis.actors.runs import ends_name, is_headline, may_run, run_end
from generator.analysis.actors.tokens import NameWords, Token, name_words, tokens_in
from generator.analysis.actors.witnesses import (
    has_an_age,
    has_title_before,
    is_called_a_thing,
    is_called_by_office,
    is_complement,
    is_followed_by_place_word,
    is_of_a_place,
    is_of_no_actor,
    is_of_place_office,
    quoted_end,
    speaks,
)
from generator.model import ActorKind, ActorMention, Article, fold

LONGEST_PERSON = 4
LONGEST_NAME = 6
LONGEST_ABBREVIATION = 6


@dataclass(frozen=True, slots=True)
class Found:
    """A name as a stretch of tokens ``[first, last)`` of one sentence, with its kind.

    ``sure`` says that something beside the spelling shows the kind; ``acts`` is false for a ship, a storm, a film.
    """

    first: int
    last: int
    kind: ActorKind
    sure: bool = True
    acts: bool = True


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What the whole article shows: acronyms that recur, and capitals that stand inside sentences."""

    acronyms: frozenset[str]
    inside: frozenset[str]


def unknown_names(article: Article, known: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """Mentions of unknown names in the order of the text; they may enclose a known name ("Bank of Israel").

    A surname or a name's first word alone counts as the full name that stands elsewhere in the article.
    """
    words = name_words(article.metadata.language)
    sentences = [tokens_in(article.text, s.start, s.end) for s in article.sentences]
    places = {mention.start: mention.end for mention in known}
    elsewhere = _elsewhere(sentences)
    named: list[Named] = []
    for sentence, tokens in zip(article.sentences, sentences, strict=True):
        headline = is_headline(article.text[sentence.start : sentence.end], tokens, words)
        for found in names_in(tokens, words, places, elsewhere):
            if headline and not _is_full_name(tokens[found.first : found.last], words):
                continue
            start, end = tokens[found.first].start, tokens[found.last - 1].end
            text = article.text[start:end]
            mention = ActorMention(start, end, text, _name(text, tokens, found, words), found.kind)
            named.append(Named(mention, sure=found.sure, acts=found.acts))
    return settled(article.text, named, known, words)


def names_in(tokens: Sequence[Token], words: NameWords, known: dict[int, int], elsewhere: Elsewhere) -> Iterator[Found]:
    """The names of one sentence, none overlapping."""
    at = 0
    while at < len(tokens):
        end = run_end(tokens, at, words, known)
        if end == at:
            at += 1
            continue
        yield from _names_of_run(tokens, at, end, words, known, elsewhere)
        at = end


def _is_full_name(name: Sequence[Token], words: NameWords) -> bool:
    return len(name) == 2 and words.is_given_name(name[0])


def _names_of_run(
    tokens: Sequence[Token], start: int, end: int, words: NameWords, known: dict[int, int], elsewhere: Elsewhere
) -> Iterator[Found]:
    """Names in one run of capitals: after its titles, an organisation or a person, else what is strange."""
    titles = [i for i in range(start, end) if words.is_title(tokens[i])]
    first = titles[-1] + 1 if titles else start
    if first == end:
        return
    has_title = bool(titles) or has_title_before(tokens, start, words)
    whole = Found(first, end, ActorKind.ORGANISATION)
    titled_person = has_title and end - first == 2 and words.is_given_name(tokens[first])
    if not titled_person and (organisation := _organisation(tokens, start, whole, words, known)):
        yield organisation
    elif person := _person(tokens, whole, words, known, has_title=has_title):
        yield person
    elif length := words.listed_place_length(tokens[first:end]):
        yield Found(first, first + length, ActorKind.PLACE)
    elif not _covered(tokens, first, end, known):
        if place := _place(tokens, first, end, words):
            yield place
        elif other := _strange(tokens, first, end, words, elsewhere):
            yield other


def _organisation(
    tokens: Sequence[Token], start: int, whole: Found, words: NameWords, known: dict[int, int]
) -> Found | None:
    """A name with a word for a kind of organisation in it ("Velkor Holding"), or right before it ("Firma Velkor")."""
    first, end = whole.first, whole.last
    marks = [i for i in range(first, end) if words.is_organisation_word(tokens[i])]
    if marks and marks[-1] > first:
        legal = words.is_legal_form(tokens[marks[-1]])
        openers = (i for i in range(first, marks[-1]) if legal or _opens_organisation(tokens, i, words, known))
        begin = next((i for i in openers if not (legal and words.is_organisation_head(tokens[i]))), None)
        if begin is not None:
            return Found(begin, _end_with_complement(tokens, marks[-1] + 1, end, words), ActorKind.ORGANISATION)
    if marks and (last := _end_with_complement(tokens, marks[-1] + 1, end, words)) > end:
        return Found(marks[-1], last, ActorKind.ORGANISATION)
    heads = [i for i in range(start, end) if words.is_organisation_head(tokens[i])]
    if heads and heads[-1] + 1 < end and (words.nouns_have_capitals or heads[-1] == 0):
        begin = heads[-1] + 1
        if all(words.could_be_name(t) or t.is_acronym for t in tokens[begin:end]):
            keep = heads[-1] if words.is_organisation_word(tokens[heads[-1]]) else begin
            return Found(keep, end, ActorKind.ORGANISATION)
    return _called_organisation(tokens, whole, words)


def _called_organisation(tokens: Sequence[Token], whole: Found, words: NameWords) -> Found | None:
    """A name right behind a small word for a kind of organisation: "company Velkor", "компания «Velkor»"."""
    first, end = whole.first, whole.last
    before = tokens[first - 1] if first else None
    if before is None or not words.is_organisation_head(before):
        return None
    if quoted := quoted_end(tokens, first):
        return Found(first, quoted, ActorKind.ORGANISATION)
    titled = words.is_title(before) and words.is_given_name(tokens[first])  # "publisher Harry Tarvel"
    named = all(words.could_be_name(token) or token.is_acronym for token in tokens[first:end])
    return whole if named and not titled and tokens[first].follows_closely else None


def _end_with_complement(tokens: Sequence[Token], at: int, end: int, words: NameWords) -> int:
    """The end of an organisation whose last word of a kind stands before ``at``: "Bank" or "Bank of Orlune".

    Only what an organisation is called takes a complement: German "Bau des Gebäudes" is none.
    """
    takes_one = at == end and words.is_organisation_head(tokens[at - 1])
    return _complement_end(tokens, at, words) if takes_one else at


def _complement_end(tokens: Sequence[Token], at: int, words: NameWords) -> int:
    """The end of what an organisation is for: "van Defensie", "für Künstliche Intelligenz"; ``at`` where nothing is."""
    ahead = at
    while ahead < len(tokens) and ahead < at + 3 and words.fold(tokens[ahead]) in words.complement_words:
        ahead += 1
    last = ahead
    while last < len(tokens) and last < ahead + 3 and tokens[last].follows_closely and may_run(tokens[last], words):
        if last > ahead and ends_name(tokens, last, words):
            break
        last += 1
    joined = all(token.follows_closely for token in tokens[at:last])
    if ahead in (at, last) or not joined or words.is_title(tokens[last - 1]):
        return at
    return _second_complement_end(tokens, last, words)


def _second_complement_end(tokens: Sequence[Token], at: int, words: NameWords) -> int:
    """The end of the second thing that an office is for: "and Energy", German "- und Meeresforschung"."""
    if at + 1 >= len(tokens) or words.fold(tokens[at]) not in words.conjunctions:
        return at
    gap, second = tokens[at].gap.strip(), tokens[at + 1]
    if gap not in ("", "-") or not second.follows_closely or not may_run(second, words):
        return at
    another = words.is_strange(second) or words.is_organisation_head(second) or words.is_given_name(second)
    joined = gap == "-" or not words.nouns_have_capitals
    return at + 2 if joined and not another and not words.is_title(second) else at


def _opens_organisation(tokens: Sequence[Token], at: int, words: NameWords, known: dict[int, int]) -> bool:
    """A strange word, an acronym or a place; where only names have capitals, any capital inside a sentence."""
    token = tokens[at]
    if token.start in known:
        return token.is_capital  # German "ukrainische Armee" is no name as it stands
    if words.is_ordinary(token) or words.is_title(token):
        return False
    if words.nouns_have_capitals:
        inside = at > 0 and words.could_be_name(token)
        return inside or words.is_strange(token) or (token.is_acronym and token.letters not in words.common_acronyms)
    return at > 0 or words.is_strange(token) or token.is_acronym


def _person(
    tokens: Sequence[Token], whole: Found, words: NameWords, known: dict[int, int], *, has_title: bool
) -> Found | None:
    """A title or a given name, then one to four capitals that may be a name."""
    first, last = whole.first, min(whole.last, whole.first + LONGEST_PERSON + 2)
    first = next((i for i in range(first, last - 1) if words.is_given_name(tokens[i])), first)
    while first < last and _covered(tokens, first, first + 1, known) and not words.is_given_name(tokens[first]):
        first += 1
    last = next((i for i in range(first + 2, last) if _ends_person(tokens, i, words, known)), last)
    name = tokens[first:last]
    capitals = [token for token in name if token.is_capital and token.text.lower() not in words.particles]
    if not capitals or len(capitals) > LONGEST_PERSON:
        return None
    if all(words.is_organisation_word(token) or token.is_initial or token.is_code for token in capitals):
        return None
    given = words.is_given_name(capitals[0])
    if len(capitals) >= 2 and given and not any(token.is_acronym for token in capitals[1:]):
        opens = first == 0 and words.nouns_have_capitals and not words.is_strange(capitals[0])
        if opens and not words.could_be_name(capitals[-1]):
            return None
        return Found(first, last, ActorKind.PERSON)
    titled = has_title and not is_complement(tokens, first, last, words)
    if titled and all(words.could_be_name(t) and not t.is_acronym for t in capitals):
        return None if _covered(tokens, first, last, known) else Found(first, last, ActorKind.PERSON)
    return None


def _ends_person(tokens: Sequence[Token], at: int, words: NameWords, known: dict[int, int]) -> bool:
    """Whether a word behind two of a name is none of it: a known place; in German a noun ("nahm Ana Rey Bezug")."""
    if _covered(tokens, at, at + 1, known):
        return True
    token = tokens[at]
    part = token.is_initial or words.is_strange(token) or words.is_given_name(token)
    named = not words.is_given_name(tokens[at - 1])  # a surname stands before it
    return words.nouns_have_capitals and named and not part and token.text.lower() not in words.particles


def _place(tokens: Sequence[Token], first: int, end: int, words: NameWords) -> Found | None:
    """What a word for a kind of place or a preposition precedes: "Region Odessa", "in Orlune", "tunnel of Orlune"."""
    if 2 <= end - first <= 3 and first > 0 and words.fold(tokens[end - 1]) in words.place_endings:
        return Found(first, end, ActorKind.PLACE)
    begin = next((i for i in range(first, end) if not words.is_place_word(tokens[i])), end)
    name = tokens[begin:end]
    if not name or len(name) > 3 or not all(words.could_be_name(token) for token in name):
        return None
    called_one = any(words.is_strange(token) for token in name) and is_followed_by_place_word(tokens, end, words)
    before = tokens[begin - 1] if begin else None
    if before is None or not tokens[begin].follows_closely:
        return Found(begin, end, ActorKind.PLACE) if called_one else None
    if called_one or words.is_place_word(before) or is_of_place_office(tokens, begin, words):
        return Found(begin, end, ActorKind.PLACE)
    strange = [words.is_strange(token) and not token.is_acronym for token in name]
    sure = all(strange) or (any(strange) and not words.nouns_have_capitals)
    if all(strange) and is_of_a_place(tokens, begin, words):
        return Found(begin, end, ActorKind.PLACE)
    return Found(begin, end, ActorKind.PLACE, sure=False) if sure and _is_inside(before, name, words) else None


def _is_inside(before: Token, name: Sequence[Token], words: NameWords) -> bool:
    """Whether "in" or its like stands before the name, and the name owns nothing: not "in Tarvel's speeches"."""
    return words.fold(before) in words.place_prepositions and not words.owns_what_follows(name[-1])


def _strange(tokens: Sequence[Token], first: int, end: int, words: NameWords, elsewhere: Elsewhere) -> Found | None:
    """A spelling that no dictionary explains, with the capitals beside it that may belong to it; else an acronym."""
    begin = next(
        (i for i in range(first, end) if words.is_strange(tokens[i]) and not _describes(tokens, i, words)), end
    )
    last = next((i for i in range(begin + 1, end) if not words.could_be_name(tokens[i])), end)
    while first < begin < end and _joins_strange(tokens, begin - 1, words):
        begin -= 1
    name = tokens[begin:last]
    if not name or len(name) > LONGEST_NAME or (len(name) == 1 and name[0].is_acronym):
        return _acronym(tokens, first, end, words, elsewhere)
    if len(name) == 1 and _needs_another_witness(tokens, begin, words, elsewhere):
        return None
    people = 2 <= len(name) <= 3 and all(words.is_strange(token) and not token.is_acronym for token in name)
    sure = has_an_age(tokens, last) or is_called_by_office(tokens, begin, last, words)
    person = sure or people or _is_first_name(name, words) or speaks(tokens, begin, last, words)
    kind = ActorKind.PERSON if person else ActorKind.ORGANISATION
    return Found(begin, last, kind, sure=sure, acts=not is_of_no_actor(tokens, begin, last, words))


def _is_first_name(name: Sequence[Token], words: NameWords) -> bool:
    return len(name) == 1 and words.is_given_name(name[0])


def _describes(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether it is an adjective made of a place: German "Osttiroler Eltern", Dutch "Brusselse agent"."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is None or not behind.follows_closely or not tokens[at].text.endswith(words.place_adjective_endings):
        return False
    return not words.nouns_have_capitals or (behind.is_capital and not words.is_strange(behind))


def _joins_strange(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether a capital right before a strange word is part of its name; in German a noun only says what it is."""
    token = tokens[at]
    if words.nouns_have_capitals:
        return words.is_strange(token) or token.is_acronym or token.text.lower() in words.particles
    return words.could_be_name(token) and at > 0 and not words.is_thing_word(token)


def _needs_another_witness(tokens: Sequence[Token], at: int, words: NameWords, elsewhere: Elsewhere) -> bool:
    """One strange word alone: a noun after an article, an abbreviation, the capital that every sentence begins with."""
    if is_called_a_thing(tokens, at, words) or _is_abbreviated(tokens, at):
        return True
    opening = at == 0 and not words.nouns_have_capitals
    return opening and tokens[at].text not in elsewhere.inside and not speaks(tokens, at, at + 1, words)


def _is_abbreviated(tokens: Sequence[Token], at: int) -> bool:
    """Whether a point inside the sentence follows a short word: "Az. 12", "Beschl. v."."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return behind is not None and behind.gap.startswith(". ") and len(tokens[at].text) <= LONGEST_ABBREVIATION


def _acronym(tokens: Sequence[Token], first: int, end: int, words: NameWords, elsewhere: Elsewhere) -> Found | None:
    """Capitals alone, where they recur in the article or a word for an organisation stands before them."""
    for at in range(first, end):
        token = tokens[at]
        if not token.is_acronym or token.letters in words.common_acronyms or ROMAN_NUMBER.fullmatch(token.text):
            continue
        if token.text in elsewhere.acronyms or (at and words.is_organisation_head(tokens[at - 1])):
            return Found(at, at + 1, ActorKind.ORGANISATION)
    return None


# A Roman number: "XIV".
ROMAN_NUMBER = re.compile(r"[IVXLCDM]+")


def _covered(tokens: Sequence[Token], first: int, end: int, known: dict[int, int]) -> bool:
    return any(tokens[i].start in known for i in range(first, end))


def _elsewhere(sentences: Sequence[Sequence[Token]]) -> Elsewhere:
    acronyms = Counter(token.text for tokens in sentences for token in tokens if token.is_acronym)
    return Elsewhere(
        frozenset(text for text, times in acronyms.items() if times >= 2),
        frozenset(token.text for tokens in sentences for token in tokens[1:] if token.is_capital),
    )


def _name(text: str, tokens: Sequence[Token], found: Found, words: NameWords) -> str:
    """The name without white space at line ends and without a possessive ("Velkors Leiter", "Velkor's")."""
    bare = without_case(re.sub(r"['’]s$", "", fold(text)), words.language)
    follows = tokens[found.last] if found.last < len(tokens) else None
    owns = words.nouns_have_capitals and follows is not None and follows.follows_closely and follows.is_capital
    return bare[:-1] if owns and bare.endswith("s") and not bare.endswith("ss") and len(bare) > 4 else bare
