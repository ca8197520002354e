"""The files of languages: which one answers for a tag or a code."""

from __future__ import annotations

import pytest

from generator import languages


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


def test_a_language_without_a_file_has_no_words() -> None:
    assert languages.words("eu", "lines", "byline") == ()
