"""Organisations that no vocabulary knows: by a word for a kind of organisation in the name or right before it.

Takes a run of capitals in a sentence; gives the organisation with what it is for ("Bank of Orlune"), or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.actors.bodies import body_of_one_word, with_adjective
from generator.analysis.actors.clubs import club_name
from generator.analysis.actors.found import Found
from generator.analysis.actors.name_lists import name_list
from generator.analysis.actors.name_words import NameWords
from generator.analysis.actors.runs import ends_name, may_run
from generator.analysis.actors.small_complements import small_complement_end
from generator.analysis.actors.tokens import Token
from generator.analysis.actors.witnesses import quoted_end
from generator.analysis.language.words import is_known
from generator.model import ActorKind

HYPHENS_OF_A_NAME = 2
LONGEST_DECLINED = 4  # words


def organisation_name(
    tokens: Sequence[Token], start: int, whole: Found, words: NameWords, known: dict[int, int]
) -> Found | None:
    """A name with a word for a kind of organisation in it ("Velkor Holding"), or right before it ("Firma Velkor")."""
    marks = [i for i in range(whole.first, whole.last) if words.is_organisation_word(tokens[i])]
    found = _by_its_kind(tokens, start, whole, marks, words, known)
    return with_adjective(tokens, whole, found, words) or found or body_of_one_word(tokens, whole, words)


def _by_its_kind(
    tokens: Sequence[Token], start: int, whole: Found, marks: Sequence[int], words: NameWords, known: dict[int, int]
) -> Found | None:
    return (
        club_name(tokens, whole, words, known)
        or _named_by_a_small_word(tokens, whole, words, known)
        or _named_in_one_word(tokens, whole, marks, words)
        or _around_its_kind(tokens, whole, marks, words, known)
        or _behind_its_kind(tokens, start, whole, words)
        or _called_organisation(tokens, whole, words)
    )


def _named_by_a_small_word(
    tokens: Sequence[Token], whole: Found, words: NameWords, known: dict[int, int]
) -> Found | None:
    """A name that ends in small letters: "Uppsala universitet", "Havs- och vattenmyndigheten"."""
    first, end = whole.first, whole.last
    behind = tokens[end : end + 2]
    if len(behind) == 2 and behind[0].gap.startswith("-") and words.fold(behind[0]) in words.conjunctions:
        shared = words.ends_like_an_organisation_in_small_letters(behind[1])
        return Found(end - 1, end + 2, ActorKind.ORGANISATION) if shared else None
    if not behind or not words.organisation_nouns_follow or not behind[0].follows_closely:
        return None
    person = end - first > 1 and words.is_given_name(tokens[first])
    if person or not words.is_organisation_noun(behind[0]):
        return None
    last = small_complement_end(tokens, end + 1, words)
    opens = first > 0 or words.is_proper(tokens[first]) or tokens[first].start in known
    return Found(first, last, ActorKind.ORGANISATION) if opens or last > end + 1 else None


def _named_in_one_word(tokens: Sequence[Token], whole: Found, marks: Sequence[int], words: NameWords) -> Found | None:
    """A kind and what it is called in one word: "Naturvårdsverket", "Robert-Tarvel-Institut"."""
    first, end = whole.first, whole.last
    if len(marks) == 1 and end - first == 1 and words.is_named_by_its_ending(tokens[first]):
        return Found(first, _end_with_complement(tokens, end, end, words), ActorKind.ORGANISATION)
    hyphened = next((i for i in marks if _is_named_within(tokens[i], words)), None)
    return None if hyphened is None else Found(hyphened, hyphened + 1, ActorKind.ORGANISATION)


def _is_named_within(token: Token, words: NameWords) -> bool:
    """Whether a person's whole name stands before the kind in one word: "Robert-Tarvel-Institut"."""
    return token.text.count("-") >= HYPHENS_OF_A_NAME and words.is_given_name(token)


def _around_its_kind(
    tokens: Sequence[Token], whole: Found, marks: Sequence[int], words: NameWords, known: dict[int, int]
) -> Found | None:
    """What stands before a kind of organisation, or behind it: "Velkor Holding", "Bank of Orlune"."""
    first, end = whole.first, whole.last
    if marks and marks[-1] > first:
        legal = words.is_legal_form(tokens[marks[-1]])
        openers = (i for i in range(first, marks[-1]) if legal or _opens_organisation(tokens, i, words, known))
        begin = next((i for i in openers if not (legal and words.is_organisation_head(tokens[i]))), None)
        if begin is not None:
            return Found(begin, _end_with_complement(tokens, marks[-1] + 1, end, words), ActorKind.ORGANISATION)
    if marks and (last := _end_with_complement(tokens, marks[-1] + 1, end, words)) > end:
        return Found(marks[-1], last, ActorKind.ORGANISATION)
    if words.takes_a_complement(tokens[end - 1]) and (last := _complement_end(tokens, end, words)) > end:
        return Found(end - 1, last, ActorKind.ORGANISATION)
    declined = _end_of_declined(tokens, whole, marks, words) if words.declines or words.heads_first else None
    if declined and words.heads_first and declined == end:
        declined = _complements_end(tokens, declined, words)
    elif declined == end and end - first > 1:
        declined = _second_complement_end(tokens, end, words)  # "Urząd Ochrony Pracy i Zdrowia"
    return Found(first, declined, ActorKind.ORGANISATION) if declined else None


def _behind_its_kind(tokens: Sequence[Token], start: int, whole: Found, words: NameWords) -> Found | None:
    """A name behind a capital that says what it is: "Firma Velkor"."""
    end = whole.last
    heads = [i for i in range(start, end) if words.is_organisation_head(tokens[i])]
    if not heads or heads[-1] + 1 >= end or not (words.nouns_have_capitals or heads[-1] == 0):
        return None
    begin = heads[-1] + 1
    if begin + 1 < end and tokens[begin].text.endswith(name_list(words.language, "adjectives_of_members")):
        return Found(heads[-1], begin + 2, ActorKind.ORGANISATION)  # "Verband Deutscher Korbmacher"
    if not all(words.could_be_name(token) or token.is_acronym for token in tokens[begin:end]):
        return None
    initials = end - begin == 1 and tokens[begin].is_acronym  # "Gewerkschaft VDU" and "VDU" are one name
    keep = heads[-1] if words.is_organisation_word(tokens[heads[-1]]) and not initials else begin
    return Found(keep, end, ActorKind.ORGANISATION)


def _end_of_declined(tokens: Sequence[Token], whole: Found, marks: Sequence[int], words: NameWords) -> int | None:
    """The end of a name that case alone joins: "Ministerstwa Transportu", "Министерства транспорта", "Казанского суда".

    Of small words only the field of an office belongs to it, and a kind of organisation behind its place.
    """
    first, end = whole.first, whole.last
    behind = tokens[end : end + 2]
    close = next((i for i, token in enumerate(behind) if not token.follows_closely or token.is_capital), len(behind))
    if marks == [first] and end - first > 1 and words.is_organisation_head(tokens[first]):
        last = min(end, first + LONGEST_DECLINED)
        return last if tokens[last - 1].is_capital else min(end, last + 1)  # "Ospedale San Luca di | Torvanera"
    if (
        marks == [first]
        and end - first == 1
        and words.is_office_of_field(tokens[first])
        and close
        and not words.is_verb(behind[0])
    ):
        adjective = close > 1 and behind[0].text.endswith(words.declined_adjectives)
        return end + (2 if adjective else 1)
    adjective = end - first == 1 and tokens[first].text.endswith(words.declined_adjectives)
    adjective = adjective and (first > 0 or words.is_strange(tokens[first]))
    small = close > 1 and behind[0].text.endswith(words.declined_adjectives)  # "Českého hydrometeorologického ústavu"
    noun = 1 if small else 0
    return end + noun + 1 if adjective and close > noun and words.is_organisation_noun(behind[noun]) else None


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
    kind = words.is_organisation_head(tokens[at - 1])
    kind = kind or (words.heads_first and words.is_organisation_word(tokens[at - 1]))
    if at < end and words.declines:
        return next((i for i in range(at, end) if not tokens[i].text.endswith(words.declined_adjectives)), end)
    if words.nouns_have_capitals and at < len(tokens) and words.ends_like_an_organisation(tokens[at - 1]):
        kind = words.fold(tokens[at]) not in words.articles  # no "Ehrenamt der …"
    return _complements_end(tokens, at, words) if at == end and kind else at


def _complements_end(tokens: Sequence[Token], at: int, words: NameWords) -> int:
    """The end of all that an organisation is for: "Instituto Nacional | de Estudios de Población de Aragón"."""
    last = _complement_end(tokens, at, words)
    if last == at:
        small = small_complement_end(tokens, at, words)
        return _complement_end(tokens, small, words) if small > at else at
    while words.repeats_complements and (further := _complement_end(tokens, last, words)) > last:
        if any(words.is_given_name(token) for token in tokens[last : further - 1]):
            break  # "Universidad de Orlune de Ana Tarvel"
        last = further
    return last


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
    if last - ahead > 1 and words.is_given_name(tokens[ahead]) and words.is_strange(tokens[ahead + 1]):
        return at  # "the Green Alliance of Ana Tarvel"
    if ahead in (at, last) or not joined or words.is_title(tokens[last - 1]):
        return at
    return _second_complement_end(tokens, last, words)


def _second_complement_end(tokens: Sequence[Token], at: int, words: NameWords) -> int:
    """The end of the second thing that an office is for: "and Energy", German "- und Meeresforschung"."""
    if at + 1 >= len(tokens) or words.fold(tokens[at]) not in words.conjunctions:
        return at
    joins = at + 1
    while words.heads_first and joins + 1 < len(tokens) and words.fold(tokens[joins]) in words.complement_words:
        joins += 1  # "da Natureza e das Florestas"
    gap, second = tokens[at].gap.strip(), tokens[joins]
    if gap not in ("", "-") or not second.follows_closely or not may_run(second, words):
        return at
    another = words.is_strange(second) or words.is_organisation_head(second) or words.is_given_name(second)
    joined = gap == "-" or not words.nouns_have_capitals or words.is_field(second)
    return joins + 1 if joined and not another and not words.is_title(second) else at


def _opens_organisation(tokens: Sequence[Token], at: int, words: NameWords, known: dict[int, int]) -> bool:
    """A strange word, an acronym or a place; where only names have capitals, any capital inside a sentence."""
    token = tokens[at]
    if words.nouns_have_capitals and _is_a_compound_noun(token, words):
        return False
    if token.start in known:
        return token.is_capital  # German "ukrainische Armee" is no name as it stands
    if words.is_ordinary(token) or words.is_title(token):
        return False
    if words.nouns_have_capitals:
        adjective = token.text.endswith(words.place_adjective_endings) and words.is_organisation_word(tokens[at + 1])
        inside = at > 0 and (words.could_be_name(token) or adjective)  # "das Velgrader Institut"
        return inside or words.is_strange(token) or (token.is_acronym and token.letters not in words.common_acronyms)
    # the capital of the next word is no sentence's first: "Ulaştırma Bakanlığı"
    ahead = tokens[at + 1 : at + 3]
    inside = any(words.is_organisation_word(each) for each in ahead) and not words.is_strange(ahead[0])
    return at > 0 or inside or words.is_strange(token) or token.is_acronym


def _is_a_compound_noun(token: Token, words: NameWords) -> bool:
    """Whether hyphens join a noun to a word before it, which says what a name is: "US-Plattform | Tarvel Watch"."""
    noun = "-" in token.text and is_known(token.head, words.language) and not words.is_strange(token)
    return noun and not words.is_organisation_word(token)
