"""Which spellings of several languages and scripts are taken for one name."""

from __future__ import annotations

import pytest

from generator.analysis.agreement.claims import name_key
from generator.analysis.agreement.names_across_scripts import HeardName, spelled_in_other_languages
from tests.reports import cases


@pytest.mark.parametrize(("title", "block"), cases("one_name"))
def test_spellings_are_one_name_or_several(title: str, block: dict[str, list[str]]) -> None:
    spelled = [(language, name) for language in block if language != "expected" for name in block[language]]
    languages: dict[str, set[str]] = {}
    for language, name in spelled:
        languages.setdefault(name_key(name), set()).add(language)
    names = {name_key(name): name for _, name in spelled}
    heard = [HeardName(key, name, " " in name, frozenset(languages[key])) for key, name in names.items()]
    stands_for = spelled_in_other_languages(heard)
    keys = {stands_for.get(key, key) for key in names}
    assert ("one" if len(keys) == 1 else "several") == block["expected"][0], title
