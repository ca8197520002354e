"""What stands around an unknown name and says what it is: a person who speaks, a mayor's place, only a noun.

Each takes the tokens of a sentence and where in them a name begins, or where it ends (exclusive).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.analysis.actors.name_words import NameWords
from generator.analysis.actors.tokens import Token
from generator.analysis.language.words import is_known, lemma

WORDS_TO_AN_OFFICE = 5
WORDS_TO_A_THING = 2
MOST_WORDS_BETWEEN_MARKS = 4
OPENING_MARKS = ("„", "“", "«", '"', "‚", "‘")
ENDS_OF_SPEECH = (",", "”", "“", "»", '"', "’", "—", "–")
CLOSING_MARKS = ("“", "”", "»", '"', "‘", "’")

# The years of a person: "22".
AGE = re.compile(r"[1-9]\d")


def speaks(tokens: Sequence[Token], first: int, last: int, words: NameWords) -> bool:
    """Whether a verb of saying stands right before or after the name."""
    if tokens[last - 1].text.endswith(("'s", "’s")):
        return False  # "said Velkor's Ana Rey"
    if first and tokens[first].follows_closely and words.fold(tokens[first - 1]) in words.speech_verbs:
        return True
    if last == len(tokens) or not tokens[last].follows_closely:
        return False  # "at Tarvel, said the police"
    return words.fold(tokens[last]) in words.speech_verbs and not words.speaks_only_before(tokens[last])


def is_said_to_speak(tokens: Sequence[Token], first: int, last: int, words: NameWords) -> bool:
    """In a language that capitalises nouns: one word that no dictionary has, right behind a verb of saying.

    German "sagte Brinkschulte dem Ausschuss": a noun would have an article.
    """
    name = tokens[first]
    if not words.nouns_have_capitals or last - first != 1 or first == 0 or not name.follows_closely:
        return False
    known = is_known(name.text, words.language) or words.is_title(name) or name.is_acronym
    return not known and words.fold(tokens[first - 1]) in words.speech_verbs and "-" not in name.text


def is_named_behind_speech(tokens: Sequence[Token], first: int, last: int, words: NameWords) -> bool:
    """Whether speech, a verb of saying and two or three words that may be a name follow each other: "…", said X Y.

    One word may say what somebody is, with its article: « … », raconte la potière X Y.
    """
    if not 2 <= last - first <= 3 or words.nouns_have_capitals:
        return False
    verb = first - 1
    if verb > 0 and _may_describe_somebody(tokens[verb], words):
        verb -= 1
        verb -= 1 if verb > 0 and words.fold(tokens[verb]) in words.articles else 0
    if verb < 0 or any(not token.follows_closely for token in tokens[verb + 1 : first + 1]):
        return False
    told = words.fold(tokens[verb]) in words.telling_verbs
    told = told and any(mark in tokens[at].gap for at in (verb - 1, verb) if at >= 0 for mark in ENDS_OF_SPEECH)
    return told and all(words.could_be_name(token) and not token.is_acronym for token in tokens[first:last])


def _may_describe_somebody(token: Token, words: NameWords) -> bool:
    """A word in small letters that is none of grammar or of speech, and names no organisation, place or thing."""
    if token.is_capital or words.is_ordinary(token) or words.fold(token) in words.telling_verbs:
        return False
    return not (words.is_organisation_head(token) or words.is_place_word(token) or words.is_thing_word(token))


def has_an_article_as_places_have(tokens: Sequence[Token], first: int, last: int, words: NameWords) -> bool:
    """Whether "the" stands before one word and nothing that it may describe behind it: "along the Feale".

    Only in a language in which organisations have no article.
    """
    if not words.places_have_articles or last - first != 1 or tokens[first].is_acronym:
        return False
    behind = tokens[last] if last < len(tokens) else None
    if behind is not None and words.is_people(behind):
        return False  # "the Tarvel people"
    describes = behind is not None and behind.follows_closely and not words.is_ordinary(behind)
    describes = describes and behind is not None and words.fold(behind) not in words.place_joints
    return _is_definite(tokens, first, words) and not describes and not tokens[first].text.endswith("s")


def is_a_things_whole_name(tokens: Sequence[Token], first: int, last: int, words: NameWords) -> bool:
    """Whether two words or more that may be somebody's name stand behind "the": "the Ana Tarvel ran aground".

    Only in a language that gives people no article; not where they describe something ("the Ana Tarvel case"), speak,
    or own what follows. A word for a ship's name at its end says so too: "Tarvel Maru".
    """
    if tokens[last - 1].text in words.ends_of_vessels:
        return last - first > 1
    if not words.people_have_no_article or last - first < 2 or not _is_definite(tokens, first, words):
        return False
    behind = tokens[last] if last < len(tokens) and tokens[last].follows_closely else None
    describes = behind is not None and not words.is_ordinary(behind) and not _is_of_a_verb(behind, words)
    plural = tokens[last - 1].text.endswith("s")  # "the Red Tarvels", "the Ana Tarvel's"
    return not (describes or plural or speaks(tokens, first, last, words))


def _is_of_a_verb(token: Token, words: NameWords) -> bool:
    """Whether the dictionary has it as another form of a word, and not a plural: "carried", "sank"."""
    return not token.text.endswith("s") and lemma(token.text, words.language) != token.text


def _is_definite(tokens: Sequence[Token], first: int, words: NameWords) -> bool:
    """Whether "the" stands right before a name."""
    before = words.fold(tokens[first - 1]) if first else ""
    return before in words.articles - words.indefinite_articles and tokens[first].follows_closely


def has_an_age(tokens: Sequence[Token], last: int) -> bool:
    """Whether a number of years stands between commas behind the name, as only people have it: "Ofrin, 22, came"."""
    if last + 1 >= len(tokens):
        return False
    age, behind = tokens[last], tokens[last + 1]
    return age.gap.strip() == "," and AGE.fullmatch(age.text) is not None and behind.gap.strip() == ","


def is_called_by_office(tokens: Sequence[Token], first: int, last: int, words: NameWords) -> bool:
    """Whether two or three words are followed by an office between commas: "Royce Tarvel, the harbour's director"."""
    behind = tokens[last : last + WORDS_TO_AN_OFFICE]
    if not 2 <= last - first <= 3 or not behind or behind[0].gap.strip() != ",":
        return False
    close = next((i for i, token in enumerate(behind) if i and not token.follows_closely), len(behind))
    return any(
        words.is_title(token) and (words.nouns_have_capitals or not token.is_capital) for token in behind[:close]
    )


def has_title_before(tokens: Sequence[Token], start: int, words: NameWords) -> bool:
    """A title in small letters right before the capitals, as most languages write it ("premier Netanyahu")."""
    return start > 0 and tokens[start].follows_closely and words.is_title(tokens[start - 1])


def has_title_behind(tokens: Sequence[Token], end: int, words: NameWords) -> bool:
    """A title right behind the name, in a language that puts it there: Hungarian "Tarvel Ödön polgármester"."""
    behind = tokens[end] if words.titles_behind and end < len(tokens) else None
    return behind is not None and behind.follows_closely and words.is_title(behind)


def portfolio_end(tokens: Sequence[Token], start: int, end: int, words: NameWords) -> int:
    """Where the field of an office ends in a run of capitals that a whole name follows: "minister of | Transport | …".

    ``start`` where the run is no such thing.
    """
    office = start >= 2 and words.is_title(tokens[start - 2]) and tokens[start - 1].follows_closely
    if not office or words.fold(tokens[start - 1]) not in words.complement_words | words.particles:
        return start
    name = next((at for at in range(start, end) if words.is_strange(tokens[at])), end)
    return name if start < name <= end - 2 else start


def is_complement(tokens: Sequence[Token], start: int, end: int, words: NameWords) -> bool:
    """Whether a name behind a title says of where, in a language that joins the two by case alone.

    Polish "Burmistrz Orlune, Piotr Tarvel" and "Piotr Tarvel, burmistrz Orlune": Orlune is no mayor.
    """
    if (words.complement_words and not words.places_follow_offices) or end - start != 1:
        return False
    person_follows = end < len(tokens) and tokens[end].gap.strip() == "," and words.is_given_name(tokens[end])
    title = start - 1
    return person_follows or (title > 0 and tokens[title].gap.strip() == "," and tokens[title - 1].is_capital)


def is_of_place_office(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether it says where somebody holds office: "mayor of Orlune"; the office alone in Polish "burmistrz Orlune"."""
    if at > 0 and words.places_follow_offices and words.fold(tokens[at - 1]) in words.place_offices:
        return tokens[at].follows_closely
    joined = at > 1 and words.fold(tokens[at - 1]) in words.complement_words | words.particles
    return joined and words.fold(tokens[at - 2]) in words.place_offices


def is_of_an_officeholder(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether it says of where somebody is who holds office there: "burgemeester Ana Tarvel van Orlune"."""
    if at < 3 or words.fold(tokens[at - 1]) not in words.complement_words | words.particles or tokens[at].is_acronym:
        return False
    called = at - 2
    while called > 0 and tokens[called].is_capital and tokens[called].follows_closely:
        if words.fold(tokens[called]) in words.place_offices:
            return False
        called -= 1
    return called < at - 2 and words.fold(tokens[called]) in words.place_offices


def is_of_a_place(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether a kind of place and a word that joins stand before the name: "the tunnel of Orlune", "île d'Orlune"."""
    joins = at >= 2 and words.fold(tokens[at - 1]) in words.complement_words | words.particles
    return joins and tokens[at - 1].follows_closely and words.is_place_word(tokens[at - 2])


def is_followed_by_place_word(tokens: Sequence[Token], end: int, words: NameWords) -> bool:
    """Whether a kind of place in small letters follows: "Tarvel district", "the Tarvel hills"."""
    behind = tokens[end] if end < len(tokens) else None
    if behind is None or words.nouns_have_capitals or behind.is_capital or not behind.follows_closely:
        return False
    return words.place_words_follow and words.is_place_word(behind)


def is_of_no_actor(tokens: Sequence[Token], first: int, last: int, words: NameWords) -> bool:
    """Whether the text says that the name is a thing's: "the ship Tarvel", "Tarvel missiles", the film «Tarvel».

    Where newspapers quote the names of companies, as in Russian, marks say nothing.
    """
    before = tokens[first - 1] if first else None
    quoted = tokens[first].gap.strip() in OPENING_MARKS  # "Ураган «Велма»"
    if before and (tokens[first].follows_closely or quoted) and words.is_thing_word(before):
        return True
    behind = tokens[last : last + WORDS_TO_A_THING]
    close = next((i for i, token in enumerate(behind) if not token.follows_closely or token.is_capital), len(behind))
    one_of_many = before and tokens[first].follows_closely and words.fold(before) in words.indefinite_articles
    if one_of_many and last - first == 1 and (close == 0 or words.is_ordinary(behind[0])):
        return True  # "a Tarvel in his pocket", but "a Tarvel reporter"
    if not words.nouns_have_capitals and any(words.is_thing_word(token) for token in behind[:close]):
        return True
    called = before is not None and (words.is_organisation_head(before) or words.is_title(before))
    return quoted_end(tokens, first) == last and not called and not words.quotes_organisations


def quoted_end(tokens: Sequence[Token], first: int) -> int | None:
    """The end of the words between marks that open right before ``first``: «Северный ветер»; none where none do.

    The end of the sentence closes them too.
    """
    if not tokens[first].gap.strip() or tokens[first].gap[-1] not in OPENING_MARKS:
        return None
    behind = range(first + 1, min(first + MOST_WORDS_BETWEEN_MARKS, len(tokens)) + 1)
    return next((i for i in behind if i == len(tokens) or tokens[i].gap[:1] in CLOSING_MARKS), None)


def is_called_a_thing(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """In a language that capitalises nouns: an article or an adjective before a single word makes it a noun."""
    if not words.nouns_have_capitals or at == 0 or not tokens[at].follows_closely:
        return False
    before = tokens[at - 1]
    if words.fold(before) in words.determiners or before.text[-1].isdigit():
        return True
    return not before.is_capital and words.is_adjective(before)
