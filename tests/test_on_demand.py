"""A mapping that makes its values when they are asked for gives what one that holds them all would give."""

from __future__ import annotations

import pytest

from generator.on_demand import OnDemand


def test_only_the_last_values_are_held_and_the_others_made_again() -> None:
    made: list[int] = []

    def square(number: int) -> int:
        made.append(number)
        return number * number

    squares = OnDemand(range(3), square, held=2)
    assert (2 in squares, 3 in squares, list(squares), len(squares), made) == (True, False, [0, 1, 2], 3, [])
    assert dict(squares) == {0: 0, 1: 1, 2: 4}
    assert (squares[2], made) == (4, [0, 1, 2])
    assert (squares[0], made) == (0, [0, 1, 2, 0])
    with pytest.raises(KeyError):
        squares[3]


def test_what_is_set_aside_is_made_once_and_read_again_as_it_was() -> None:
    made: list[str] = []

    def spell(word: str) -> tuple[str, ...]:
        made.append(word)
        return tuple(word)

    words = ("ship", "порт", "lone \ud800")
    spelled = OnDemand(words, spell, held=0, kind=tuple[str, ...])
    for _ in range(2):
        assert [spelled[word] for word in words] == [tuple(word) for word in words]
    assert made == [*words, words[2]]  # a lone surrogate cannot be written


def test_nothing_is_set_aside_where_all_values_stay_in_memory() -> None:
    values = {"a": object()}
    assert OnDemand(values, values.__getitem__, kind=object)["a"] is values["a"]
