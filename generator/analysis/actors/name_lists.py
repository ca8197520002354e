"""Lists of words that say something of names, as a language's ``[names]`` and its calendar have them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator import languages
from generator.analysis.language.words import fold_case, name_forms
from generator.languages.cldr import locale_of


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
def calendar_words(language: str) -> frozenset[str]:
    """Months and weekdays, which some languages write like names."""
    locale = locale_of(language)
    if locale is None:
        return frozenset()
    contexts = [*locale.months.values(), *locale.days.values()]
    return frozenset(
        fold_case(name, language) for forms in contexts for names in forms.values() for name in names.values()
    )
