"""How words are compared: white space of any kind and number is one space."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import fold

WHITE_SPACE = "".join(map(chr, filter(lambda code: chr(code).isspace(), range(0x3001))))


@pytest.mark.parametrize("space", [*WHITE_SPACE, "  ", " \u00a0", "\r\n"])
def test_white_space_of_every_kind_is_one_space_and_none_at_the_ends(space: str) -> None:
    assert fold(f"{space}Der Hafen{space}wächst{space}") == "Der Hafen wächst"


@given(st.text(st.sampled_from("aÄ7.\u0301\u200b\u00ad" + WHITE_SPACE)))
def test_letters_and_marks_of_no_width_stay(text: str) -> None:
    assert fold(text) == " ".join(unicodedata.normalize("NFC", text).split())
