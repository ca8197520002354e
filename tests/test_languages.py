"""The files of languages: which one answers for a tag or a code."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from generator import languages
from generator.analysis.agreement.counted import GROUPS, PAID
from generator.analysis.language.words import fold_case

PROGRAM = Path(languages.__file__).parents[1]


@pytest.mark.parametrize(
    ("tag", "code"),
    [("de", "de"), ("de-AT", "de"), (" pt_BR ", "pt"), ("zh-Hans-CN", "zh"), ("nb-NO", "no"), ("nn", "no")],
)
def test_a_tag_names_the_language_whose_file_is_read(tag: str, code: str) -> None:
    assert languages.of_tag(tag) == code


@pytest.mark.parametrize("tag", [None, "", "english", "x", "12"])
def test_what_is_no_tag_names_no_language(tag: str | None) -> None:
    assert languages.of_tag(tag) is None


def test_a_language_stated_by_its_other_code_has_the_words_of_its_file() -> None:
    assert languages.words("nb", "lines", "byline") == languages.words("no", "lines", "byline") != ()


def test_a_language_written_like_another_has_its_own_words_and_the_other_ones_tables() -> None:
    assert "povezane vesti" in languages.words("bs", "lines", "related")
    assert languages.table("bs", "segmentation") == languages.table("hr", "segmentation") != {}


def test_only_a_language_with_two_letters_i_keeps_them_apart_in_small_letters() -> None:
    assert [fold_case("İRI", code) for code in ("tr", "az")] == ["irı", "irı"]
    assert fold_case("IRI", "de") == "iri"


def test_a_language_without_a_file_has_no_words() -> None:
    assert languages.words("eu", "lines", "byline") == ()


def test_every_table_and_key_of_a_language_file_is_one_that_the_program_reads() -> None:
    """A key with a slip of the pen would be passed over in silence."""
    program = "".join(path.read_text(encoding="utf-8") for path in PROGRAM.rglob("*.py"))
    quoted = set(re.findall(r"""["'](\w+)["']""", program))
    unread = [
        f"{code}.toml: {name}"
        for code in languages.available()
        for name in named_in((PROGRAM / "languages" / f"{code}.toml").read_text(encoding="utf-8"))
        if name not in quoted
    ]
    assert unread == []


@pytest.mark.parametrize("code", languages.available())
def test_what_a_number_counts_is_of_a_kind_that_other_languages_have_too(code: str) -> None:
    assert set(languages.mapping(code, "counted", "kinds")) <= set(languages.mapping("en", "counted", "kinds"))
    assert set(languages.mapping("en", "counted", "kinds")) >= PAID | GROUPS


@pytest.mark.parametrize("code", languages.available())
def test_no_phrase_that_announces_a_partner_is_without_a_word_for_one(code: str) -> None:
    phrases, stems = languages.words(code, "lines", "partner"), languages.words(code, "lines", "partner_stems")
    assert not phrases or any(stem in phrase for phrase in phrases for stem in stems)


def named_in(file: str) -> set[str]:
    """The tables of a language file, and their keys; what a table in a table holds are words of the language."""
    content = tomllib.loads(file)
    return {*content, *(key for table in content.values() if isinstance(table, dict) for key in table)}
