"""Words of a language that the stages need, one TOML file a language: a new language is a new file, no code.

Every stage owns the tables it reads and turns them into a typed value of its own; CONTRIBUTING.md says which table is
for what. ``like`` at the head of a file names the language whose tables hold where it has none of its own ("hr" for
"bs"). A language without a file, and one whose file lacks a table, gets empty tables. What a library knows stands
in no file: names of months and days (CLDR), lemmas (simplemma), which language a text is in (py3langid).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

Table = Mapping[str, object]
# The language of a tag, before its script and country: "de", "de-AT", "zh_Hans_CN"
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]|$)")


@cache
def available() -> tuple[str, ...]:
    """Codes of all languages that have a file, in alphabetical order."""
    names = (entry.name for entry in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def table(language: str, name: str) -> Table:
    """The table ``[name]`` of a language's file; empty where the language or the table is missing."""
    found = _content(language).get(name, {})
    if not isinstance(found, dict):
        raise TypeError(f"languages/{language}.toml: [{name}] is not a table")
    return found


def is_unspaced(language: str) -> bool:
    """Whether a word does not end where letters do: written without spaces, or with endings glued to all (Korean)."""
    return _content(language).get("unspaced") is True


@cache
def has_dotless_i(language: str) -> bool:
    """Whether a language tells "ı" from "i", so that the capital of "i" has a dot: "İlgili haberler"."""
    return _content(language).get("dotless_i") is True


def canonical(language: str) -> str:
    """The code under which a language has its file: "no" for "nb" and "nn"; other codes are returned as they are."""
    return _other_codes().get(language, language)


def of_tag(tag: str | None) -> str | None:
    """The code of the language that a tag names (BCP 47, or as locales write it); absent where it is no tag."""
    found = _TAG.match((tag or "").strip())
    return canonical(found[1].lower()) if found else None


def other_codes(language: str) -> tuple[str, ...]:
    """What ``also`` at the head of a language's file lists: "nb" and "nn" of "no"."""
    return tuple(code for code, own in _other_codes().items() if own == language)


def dictionaries(language: str) -> tuple[str, ...]:
    """What ``dictionaries`` at the head of its file lists: codes of dictionaries that it shares with others."""
    listed = _content(language).get("dictionaries", ())
    return tuple(str(code) for code in listed) if isinstance(listed, list) else ()


@cache
def _other_codes() -> Mapping[str, str]:
    """Other codes of a language, from ``also`` at the head of its file."""
    files_ = {code: _content(code).get("also", ()) for code in available()}
    return {str(other): code for code, listed in files_.items() if isinstance(listed, list) for other in listed}


@cache
def _content(language: str) -> Table:
    code = language if language in available() else canonical(language)
    if code not in available():
        return {}
    own = tomllib.loads(files(__package__).joinpath(f"{code}.toml").read_text(encoding="utf-8"))
    near = own.get("like")
    return {**_content(near), **own} if isinstance(near, str) else own


@cache
def words(language: str, table_name: str, key: str) -> tuple[str, ...]:
    """A list of words ``key`` of ``[table_name]``; empty where it is missing."""
    found = table(language, table_name).get(key, ())
    return tuple(str(word) for word in found) if isinstance(found, list) else ()


@cache
def word_set(language: str, table_name: str, key: str) -> frozenset[str]:
    """The same list as a set, to look words up in."""
    return frozenset(words(language, table_name, key))


def mapping(language: str, table_name: str, key: str) -> Mapping[str, object]:
    """A sub-table ``[table_name.key]``; empty where it is missing."""
    found = table(language, table_name).get(key, {})
    return found if isinstance(found, dict) else {}
