"""What several rows hold is found as if all rows were held in memory."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.agreement.recurring import Boxes, Holders

NUMBERS = st.integers(-3, 3) | st.integers(-(2**63), 2**63 - 1)
ROWS = st.lists(st.frozensets(NUMBERS, max_size=6), max_size=12)


@given(ROWS)
def test_numbers_of_several_rows_are_known_with_the_rows_that_hold_them(rows: list[frozenset[int]]) -> None:
    boxes = Boxes()
    for row in rows:
        boxes.add(row)
    recurring = boxes.recurring()
    spread = Counter(number for row in rows for number in row)
    several = sorted(number for number, times in spread.items() if times > 1)
    assert [recurring.place(number) for number in several] == list(range(len(recurring)))
    assert {number: recurring.times(number) for number in spread} == spread
    holders = Holders(recurring, map(recurring.places, rows))
    for place, number in enumerate(several):
        holding = [at for at, row in enumerate(rows) if number in row]
        assert holders.count(place) == len(holding)
        assert list(holders.after(place, holding[0])) == holding[1:]
        assert list(holders.after(place, holding[0], 1)) == holding[1:2]


def test_boxes_too_large_for_memory_are_files() -> None:
    boxes = Boxes()
    for start in (0, 0, 50_000):
        boxes.add(range(start, start + 50_000))
    recurring = boxes.recurring()
    assert (len(recurring), recurring.times(49_999), recurring.times(50_000)) == (50_000, 2, 1)
