"""Codes of languages as an editor writes them: ``en``, ``pt-BR``; a name or a country's code is told from one.

Takes what stands in a file; gives the code with its language in small letters. Which languages there are is asked of
CLDR, and only where a code is not one of those with a file of words.
"""

from __future__ import annotations

import re

from generator.languages import available

# a language, then perhaps a script, a country or a variant: "en", "pt-BR", "zh-Hant-TW"
_TAG = re.compile(r"(?P<language>[A-Za-z]{2,3})(?P<rest>(?:[-_][A-Za-z0-9]{2,8})*)")
_CODE_CHARS = 3  # longer than this is a name: "german"


def language_code(stated: str) -> str:
    """The code, with its language in small letters: ``EN`` is ``en``. Anything else: ``ValueError(fact, remedy)``."""
    tag = _TAG.fullmatch(stated.strip())
    if tag is None or not _exists(tag["language"].lower()):
        meant = _meant(stated.strip())
        remedy = f'write "{meant}"' if meant else 'write its code, such as "en", "de" or "ar"'
        raise ValueError(f'"{stated}" is no code of a language', remedy)
    return tag["language"].lower() + tag["rest"].replace("_", "-")


def _exists(code: str) -> bool:
    """Whether there is such a language; a code of three letters that CLDR has no name for is believed."""
    if code in available() or len(code) == _CODE_CHARS:
        return True
    from babel import Locale  # only for languages without a file of words

    return code in Locale("en").languages


def _meant(stated: str) -> str | None:
    """The code of the language that is called so in English or in itself, or that the country of this code speaks."""
    from babel import Locale
    from babel.languages import get_official_languages

    if len(stated) < _CODE_CHARS:
        spoken: tuple[str, ...] = get_official_languages(stated.upper())
        return spoken[0] if spoken else None
    name = stated.casefold()
    own = {str(Locale(code).get_language_name(code)).casefold(): code for code in available()}
    english = {str(known).casefold(): code for code, known in Locale("en").languages.items()}
    return own.get(name) or english.get(name)
