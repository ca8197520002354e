"""Countries, regions and cities that need no vocabulary: their names in every language, adjectives and inhabitants.

Takes a language; gives an index from folded first words to the names that begin so. Names are CLDR's (countries,
continents, the cities that stand for time zones), those of other languages too; adjectives come from a language's
``[names.adjectives]``. An id is ``place-`` and the code in small letters: ``place-az``, ``place-europe-kyiv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generator import languages
from generator.analysis.language.words import fold_case, is_known, name_forms, words_in
from generator.languages.cldr import locale_of
from generator.model import ActorKind

if TYPE_CHECKING:
    from babel import Locale

SHORTEST_ALIAS = 4
ORGANISATIONS = frozenset({"EU", "UN"})
# CLDR codes that name no place: the world, currency unions, test locales, unknown
NO_PLACES = frozenset({"001", "EZ", "QO", "XA", "XB", "ZZ"})
# A name in Latin or Cyrillic letters with a capital and a small letter: "Haut-Karabagh", "Азербайджан"; not "AZE".
LATIN_OR_CYRILLIC_NAME = re.compile(r"(?=[^a-zà-ÿа-я]*[a-zà-ÿа-я])[A-ZÀ-ÞА-Я][A-Za-zÀ-ɏА-ӿ' .-]*")
CITY_ZONES = ("Africa/", "America/", "Asia/", "Australia/", "Europe/")


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A country, region or city by its code: ISO 3166, UN M.49 or the time zone that bears a city's name."""

    code: str

    @property
    def id(self) -> str:
        """The id under which it stands beside the editor's actors."""
        return "place-" + self.code.lower().replace("/", "-").replace("_", "-")

    @property
    def kind(self) -> ActorKind:
        """A place, but for the unions of states that CLDR lists too."""
        return ActorKind.ORGANISATION if self.code in ORGANISATIONS else ActorKind.PLACE

    def name(self, language: str) -> str | None:
        """The name in a language, else in English; absent for a region that CLDR does not know."""
        return _cldr_names(language).get(self.code) or _cldr_names("en").get(self.code)


@cache
def place_index(language: str) -> Mapping[str, tuple[tuple[tuple[str, ...], KnownPlace], ...]]:
    """Names by the folded form of their first word, the longest first; every word of a name is folded."""
    found: dict[str, dict[tuple[str, ...], KnownPlace]] = {}
    for name, code, inflects in _names(language):
        parts = tuple(fold_case(word.text, language) for word in words_in(name))
        for first in (name_forms(parts[0], language) if inflects else parts[:1]) if parts else ():
            found.setdefault(first, {}).setdefault(parts, KnownPlace(str(code)))
    return {
        first: tuple(sorted(names.items(), key=lambda entry: (-len(entry[0]), entry[0])))
        for first, names in found.items()
    }


@lru_cache(maxsize=20_000)
def adjective_place(word: str, language: str) -> KnownPlace | None:
    """The country that an adjective or a name of inhabitants belongs to ("aserbaidschanischen", "Russians")."""
    table = languages.table(language, "names")
    if table.get("adjectives_capitalised") is True and not word[:1].isupper():
        return None
    folded = fold_case(word, language)
    for ending in languages.words(language, "names", "adjective_endings"):
        if folded.endswith(ending):
            code = _adjective_stems(language).get(folded[: len(folded) - len(ending)])
            if code:
                return KnownPlace(code)
    return None


@cache
def names_of_places(language: str) -> Mapping[str, KnownPlace]:
    """Every name of a country, region or city as the language itself writes it, with the place."""
    own = ((name, code) for code, name in _cldr_names(language).items())
    locales = languages.words(language, "names", "other_locales")
    elsewhere = ((name, code) for locale in locales for code, name in _cldr_names(locale).items())
    listed = languages.mapping(language, "names", "abbreviations")
    shorter = ((str(name), code) for code, names in listed.items() if isinstance(names, list) for name in names)
    return {name: KnownPlace(code) for name, code in (*elsewhere, *own, *shorter)}


def place_name(identifier: str, language: str) -> str | None:
    """The name of the place with this id in a language; absent for any other id."""
    place = _places_by_id().get(identifier)
    return place.name(language) if place else None


@lru_cache(maxsize=20_000)
def country_of(identifier: str) -> str:
    """The id of the country in which the city with this id lies; any other id as it is."""
    from babel.core import get_global

    place = _places_by_id().get(identifier)
    country = get_global("zone_territories").get(place.code) if place and "/" in place.code else None
    return KnownPlace(str(country)).id if country else identifier


def place_named(name: str, language: str) -> str | None:
    """The id of the place that bears exactly this name in a language; absent where none does."""
    return _ids_by_name(language).get(name)


@cache
def _ids_by_name(language: str) -> Mapping[str, str]:
    return {name: KnownPlace(code).id for code, name in _cldr_names(language).items()}


@cache
def _places_by_id() -> Mapping[str, KnownPlace]:
    return {(place := KnownPlace(code)).id: place for code in _cldr_names("en")}


@cache
def names_elsewhere(name: str, language: str, other: str) -> tuple[str, ...]:
    """The name and the adjectives in ``other`` of the place that ``name`` means in ``language``; none for no place."""
    parts = tuple(fold_case(word.text, language) for word in words_in(name))
    known_here = place_index(language).get(parts[0], ()) if parts else ()
    codes = {place.code for known, place in known_here if known == parts}
    return _all_names(codes.pop(), other) if len(codes) == 1 else ()


def _all_names(code: str, language: str) -> tuple[str, ...]:
    stems = [_word_of(stem, language) for stem, country in _adjective_stems(language).items() if country == code]
    name = _cldr_names(language).get(code)
    return tuple(dict.fromkeys([name, *stems] if name else stems))


def _word_of(stem: str, language: str) -> str:
    """A stem with the first ending that makes it a word of the dictionary; the stem where none does."""
    endings = languages.words(language, "names", "adjective_endings")
    return next((stem + ending for ending in endings if is_known(stem + ending, language)), stem)


def _names(language: str) -> Iterator[tuple[str, str, bool]]:
    """Every name, its code and whether it takes the language's endings: its own names do, other spellings do not."""
    for code, name in _cldr_names(language).items():
        yield name, code, True
    for locale in languages.words(language, "names", "other_locales"):
        yield from ((name, code, True) for code, name in _cldr_names(locale).items())
    for code, names in languages.mapping(language, "names", "abbreviations").items():
        yield from ((str(name), code, False) for name in names) if isinstance(names, list) else ()
    cyrillic = any(_is_cyrillic(name) for name in _cldr_names(language).values())
    for name, code in _aliases():
        if _is_cyrillic(name) is cyrillic and not is_known(name, language):
            yield name, code, False


@cache
def _cldr_names(language: str) -> Mapping[str, str]:
    locale = locale_of(language)
    if locale is None:
        return {}
    names = {
        code: name.partition(" (")[0] for code, name in sorted(locale.territories.items()) if code not in NO_PLACES
    }
    taken = set(names.values())
    return names | {zone: city for zone, city in sorted(_cities(locale).items()) if city not in taken}


def _cities(locale: Locale) -> Mapping[str, str]:
    """The cities of time zones; one that CLDR need not spell out is written as in the zone's own name."""
    named = locale.time_zones
    latin = not any(_is_cyrillic(str(entry.get("city", ""))) for entry in named.values())
    found: dict[str, str] = {}
    for zone in _all_zones():
        if zone.startswith(CITY_ZONES) and zone.count("/") == 1:
            city = named.get(zone, {}).get("city") or (zone.partition("/")[2].replace("_", " ") if latin else None)
            found |= {zone: str(city)} if city else {}
    return found


@cache
def _all_zones() -> tuple[str, ...]:
    """All time zones that some language of ours spells a city for."""
    locales = [locale for language in languages.available() if (locale := locale_of(language))]
    return tuple(sorted({str(zone) for locale in locales for zone in locale.time_zones}))


@cache
def _aliases() -> tuple[tuple[str, str], ...]:
    """Names in all our languages, Latin or Cyrillic, that name one place alone: "Azerbaijan" in a German text."""
    codes: dict[str, set[str]] = {}
    for language in languages.available():
        for code, name in _cldr_names(language).items():
            if len(name) >= SHORTEST_ALIAS and "/" not in code and LATIN_OR_CYRILLIC_NAME.fullmatch(name):
                codes.setdefault(name, set()).add(code)
    return tuple((name, min(found)) for name, found in sorted(codes.items()) if len(found) == 1)


def _is_cyrillic(name: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in name)


@cache
def _adjective_stems(language: str) -> Mapping[str, str]:
    table = languages.mapping(language, "names", "adjectives")
    return {str(stem): code for code, stems in table.items() if isinstance(stems, list) for stem in stems}
