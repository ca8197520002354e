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
