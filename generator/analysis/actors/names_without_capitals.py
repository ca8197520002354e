"""Names in scripts without capitals: Arabic, Hebrew, Persian, Hindi, Bengali, Urdu, Thai, Chinese, Japanese, Korean.

Nothing in such a script shows a name but what stands beside it. ``[names_without_capitals]`` of a language's file says
where: ``people`` and ``organisations`` are regular expressions whose group ``name`` is the name, beside an office, a
form of address or a word for a kind of organisation; ``place`` says where a country or city of CLDR can stand. In all
of them ``{titles}`` and the like stand for any word of that list, ``{word}`` and ``{name}`` for a part of the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from generator import languages
from generator.analysis.actors.places import KnownPlace, names_of_places
from generator.analysis.language.patterns import alternatives
from generator.model import ActorKind, ActorMention, Article, fold

TABLE = "names_without_capitals"
# Lists that an expression may ask for, and parts of expressions, which may ask for lists and for parts before them
LISTS = (
    *("titles", "titles_behind", "address", "given_names", "surnames", "kinds", "kinds_behind", "ministries"),
    *("no_names", "joints", "ends", "begins", "says", "letters_of_foreign_names", "given_characters"),
)
PARTS = ("word", "before", "behind", "name")
# Where a list of words goes in a pattern: "{titles}"
_SLOT = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Patterns:
    """The expressions of one language; ``no_names`` is what none of its names is or holds as a word.

    ``places`` without a value are of the language's own list. ``kinds_alone`` are kinds of organisation, as which a
    word for one turns up without a name of its own. ``surname`` finds the surname in a whole name; ``surname_alone`` is
    what stands around it where it stands for the whole one, empty in a language where it does not.
    """

    people: tuple[re.Pattern[str], ...]
    organisations: tuple[re.Pattern[str], ...]
    place: re.Pattern[str]
    places: Mapping[str, KnownPlace | None]
    no_names: frozenset[str]
    kinds_alone: frozenset[str]
    surname: re.Pattern[str]
    surname_alone: str


def has_no_capitals(language: str) -> bool:
    """Whether the language's file says how its names are found without capitals."""
    return bool(languages.table(language, TABLE))


def names_without_capitals(article: Article) -> tuple[ActorMention, ...]:
    """Mentions in the order of the text; they may overlap one another, as "University of Tel Aviv" does Tel Aviv."""
    language = article.metadata.language
    patterns = _patterns(language)
    spans = [(sentence.start, sentence.end) for sentence in article.sentences]
    found = [mention for start, end in spans for mention in _in_sentence(article.text[start:end], start, patterns)]
    places = [mention for start, end in spans for mention in _places(article.text[start:end], start, language)]
    again = [*_again(article, found, language), *_surnames_alone(article, found, patterns)]
    return tuple(sorted([*again, *found, *places], key=lambda mention: (mention.start, -mention.end)))


def _in_sentence(sentence: str, offset: int, patterns: Patterns) -> Iterator[ActorMention]:
    """People and organisations that something beside them shows."""
    for kind, expressions in (
        (ActorKind.PERSON, patterns.people),
        (ActorKind.ORGANISATION, patterns.organisations),
    ):
        for expression in expressions:
            for match in expression.finditer(sentence):
                start, end = match.span("name")
                if _is_name(match["name"], kind, patterns):
                    name = fold(match["name"])
                    yield ActorMention(offset + start, offset + end, match["name"], name, kind)


def _is_name(text: str, kind: ActorKind, patterns: Patterns) -> bool:
    """Whether it is no word of the language, and no country that an office or a ministry belongs to."""
    words = text.split()
    taken = kind is ActorKind.PERSON and (text in patterns.places or words[-1] in patterns.places)
    taken = taken or text in patterns.kinds_alone
    return not taken and text not in patterns.no_names and patterns.no_names.isdisjoint(words)


def _again(article: Article, found: Sequence[ActorMention], language: str) -> Iterator[ActorMention]:
    """The same names where nothing stands beside them, and the surname alone of the one person who bears it.

    A name without a space begins with the surname: 田中 is 田中健一, where the article names no other Tanaka.
    """
    unspaced = languages.is_unspaced(language)
    names = {mention.name: mention for mention in found}
    for name, mention in sorted(names.items()):
        longer = [other for other in names if other != name and other.startswith(name)]
        if unspaced and mention.kind is ActorKind.PERSON and len(longer) == 1:
            full = names[longer[0]]
            yield from (replace(each, name=full.name) for each in found if each.name == name)
            continue
        if len(name) <= 2:
            continue  # two letters may be a part of any word
        edges = ("", "") if unspaced else (r"(?<!\w)", r"(?!\w)")
        everywhere = re.compile(re.escape(name).join(edges))
        for sentence in article.sentences:
            for match in everywhere.finditer(article.text, sentence.start, sentence.end):
                yield replace(mention, start=match.start(), end=match.end(), text=match.group())


def _surnames_alone(article: Article, found: Sequence[ActorMention], patterns: Patterns) -> Iterator[ActorMention]:
    """The surname of the one person of the article who bears it: "العيادي" for "منصف العيادي"."""
    if not patterns.surname_alone:
        return
    bearers: dict[str, dict[str, ActorMention]] = {}
    for mention in found:
        last = patterns.surname.search(mention.name) if mention.kind is ActorKind.PERSON else None
        if last and _is_name(last.group(), ActorKind.PERSON, patterns):
            bearers.setdefault(last.group(), {})[mention.name] = mention
    for surname, people in sorted(bearers.items()):
        if len(people) > 1:
            continue
        (person,) = people.values()
        alone = re.compile(patterns.surname_alone.replace("{surname}", re.escape(surname)))
        for sentence in article.sentences:
            for match in alone.finditer(article.text, sentence.start, sentence.end):
                yield replace(person, start=match.start(), end=match.end(), text=match.group())


def _places(sentence: str, offset: int, language: str) -> Iterator[ActorMention]:
    """Countries and cities under CLDR's names, and those that the file adds, with a code or only as a place."""
    patterns = _patterns(language)
    for match in patterns.place.finditer(sentence):
        if match["name"] is None:
            continue  # a word that only looks as if it held the name: "上海地区" is no Haiti (海地)
        place = patterns.places[match["name"]]
        start, end = match.span("name")
        name = (place and place.name(language)) or match["name"]
        kind, identifier = (place.kind, place.id) if place else (ActorKind.PLACE, None)
        yield ActorMention(offset + start, offset + end, match["name"], name, kind, identifier)


@cache
def _patterns(language: str) -> Patterns:
    listed: dict[str, KnownPlace | None] = dict.fromkeys(languages.words(language, "names", "places"))
    places = listed | dict(names_of_places(language))
    doubtful = frozenset(languages.words(language, TABLE, "doubtful_places"))
    places = {name: place for name, place in places.items() if name not in doubtful}
    slots = {key: f"(?:{alternatives(languages.words(language, TABLE, key))})" for key in LISTS}
    slots["places"] = f"(?:{alternatives(places)})"
    table = languages.table(language, TABLE)
    for part in PARTS:
        slots[part] = _filled(str(table.get(part, "(?!)")), slots)
    looks_alike = alternatives(languages.words(language, TABLE, "no_places"))
    place = _filled(str(table.get("place", "(?!)")), {**slots, "places": f"(?P<name>{slots['places']})"})
    return Patterns(
        people=tuple(re.compile(_filled(each, slots)) for each in languages.words(language, TABLE, "people")),
        organisations=tuple(
            re.compile(_filled(each, slots)) for each in languages.words(language, TABLE, "organisations")
        ),
        place=re.compile(rf"{looks_alike}|{place}"),
        places=places,
        no_names=frozenset(languages.words(language, TABLE, "no_names")),
        kinds_alone=frozenset(languages.words(language, TABLE, "kinds_alone")),
        surname=re.compile(_filled(str(table.get("surname", "(?!)")), slots)),
        surname_alone=str(table.get("surname_alone", "")),
    )


def _filled(expression: str, slots: Mapping[str, str]) -> str:
    return _SLOT.sub(lambda slot: slots[slot[1]], expression)
