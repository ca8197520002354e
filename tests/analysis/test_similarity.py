"""Laws of the likeness of sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.language.similarity import Centre, likeness, rarities, stems, vector

WORDS = st.lists(st.text("abcdeéж", min_size=3, max_size=6), min_size=1, max_size=12)


@given(WORDS, WORDS)
def test_likeness_is_symmetric_and_between_nothing_and_all(one: list[str], other: list[str]) -> None:
    rarity = rarities([stems(one), stems(other)])
    a, b = vector(stems(one), rarity), vector(stems(other), rarity)
    assert likeness(a, b) == pytest.approx(likeness(b, a))
    assert -1e-9 <= likeness(a, b) <= 1 + 1e-9


@given(WORDS)
def test_a_sentence_is_wholly_like_itself_in_any_order_of_words(words: list[str]) -> None:
    rarity = rarities([stems(words)])
    assert likeness(vector(stems(words), rarity), vector(stems(sorted(words)), rarity)) == pytest.approx(1)


def test_forms_of_one_word_meet_and_numbers_stay_whole() -> None:
    assert stems(["lieferung", "lieferte"]) == ("liefe", "liefe")
    assert stems(["123456", "123457"]) == ("123456", "123457")


def test_a_rare_word_weighs_more_than_one_that_every_sentence_has() -> None:
    texts = [["bridge", "rare"], ["bridge", "road"], ["bridge", "port"]]
    rarity = rarities(texts)
    a = vector(["bridge", "rare"], rarity)
    assert a["rare"] > a["bridge"]


def test_the_centre_is_nearest_to_what_most_sentences_say() -> None:
    texts = [["fire", "port"], ["fire", "port", "grain"], ["vote"]]
    rarity = rarities(texts)
    vectors = [vector(text, rarity) for text in texts]
    middle = Centre.of(vectors)
    assert middle.likeness_of(vectors[0]) > middle.likeness_of(vectors[2])


def test_a_sentence_is_not_near_a_centre_that_is_itself_alone() -> None:
    only = vector(["fire", "port"], {})
    assert Centre.of([only]).likeness_of(only) == 0


def test_nothing_is_like_an_empty_sentence() -> None:
    assert likeness(vector([], {}), vector(["fire"], {})) == 0
    assert Centre.of([]).likeness_of(vector([], {})) == 0
