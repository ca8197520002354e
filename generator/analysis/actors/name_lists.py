"""Lists of words that say something of names, as a language's ``[names]`` and its calendar have them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator import languages
from generator.analysis.language.words import fold_case, name_forms
from generator.languages.cldr import locale_of

MOST_POSSESSIVES = 2


@cache
def name_list(language: str, key: str) -> tuple[str, ...]:
    """The words of one list of ``[names]``."""
    return languages.words(language, "names", key)


@cache
def inflected_given_names(language: str) -> Mapping[str, str]:
    """Case forms of a language's own given names, each with the name; none in a language whose names do not decline."""
    if not languages.mapping(language, "names", "surname_bases"):
        return {}
    own = {fold_case(name, language): name for name in name_list(language, "given_names")}
    found: dict[str, str] = {}
    for name in own.values():
        for form in sorted(name_forms(name, language) - own.keys()):
            found.setdefault(form, name)
    return found


@cache
def declines_places(language: str) -> bool:
    """Whether names have more endings than a possessive."""
    return len(languages.words(language, "words", "name_endings")) > MOST_POSSESSIVES


@cache
def field_openings(language: str) -> tuple[tuple[str, ...], ...]:
    """The folded words of each phrase that opens what an organisation is for: Polish "do spraw"."""
    openings = name_list(language, "field_openings")
    return tuple(tuple(fold_case(word, language) for word in opening.split()) for opening in openings)


@cache
def calendar_words(language: str) -> frozenset[str]:
    """Months and weekdays, which some languages write like names."""
    locale = locale_of(language)
    if locale is None:
        return frozenset()
    contexts = [*locale.months.values(), *locale.days.values()]
    return frozenset(
        fold_case(name, language) for forms in contexts for names in forms.values() for name in names.values()
    )
