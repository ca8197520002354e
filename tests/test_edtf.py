"""EDTF values: which are valid, what days they cover, how exact they are, how they sort."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import edtf
from generator.edtf import Granularity


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "granularity"),
    [
        ("2025-08-08", "2025-08-08", "2025-08-08", Granularity.DAY),
        ("2025-08-08T06:30", "2025-08-08", "2025-08-08", Granularity.DAY),
        ("2025-08-08~", "2025-08-08", "2025-08-08", Granularity.DAY),
        ("2024-02", "2024-02-01", "2024-02-29", Granularity.MONTH),
        ("2024-24", "2024-12-01", "2025-02-28", Granularity.SEASON),
        ("2024-34", "2024-04-01", "2024-06-30", Granularity.QUARTER),
        ("2024-41", "2024-07-01", "2024-12-31", Granularity.HALF_YEAR),
        ("2014", "2014-01-01", "2014-12-31", Granularity.YEAR),
        ("199X", "1990-01-01", "1999-12-31", Granularity.DECADE),
        ("18XX", "1800-01-01", "1899-12-31", Granularity.CENTURY),
        ("2016/2020", "2016-01-01", "2020-12-31", Granularity.INTERVAL),
        ("2014/..", "2014-01-01", None, Granularity.INTERVAL),
        ("../2014-03", None, "2014-03-31", Granularity.INTERVAL),
        ("-0044-03-15", None, None, Granularity.DAY),
        ("-0480", None, None, Granularity.YEAR),
    ],
)
def test_a_value_covers_the_days_it_says(
    value: str, earliest: str | None, latest: str | None, granularity: Granularity
) -> None:
    assert edtf.is_valid(value)
    assert edtf.earliest(value) == (date.fromisoformat(earliest) if earliest else None)
    assert edtf.latest(value) == (date.fromisoformat(latest) if latest else None)
    assert edtf.granularity(value) is granularity


@pytest.mark.parametrize(
    "value",
    ["", "..", "/", "../..", "2023-02-30", "2023-13", "2023-00", "2023-25", "23-05-01", "2023-21-01", "2020/2016",
     "199X-05", "heute", "2023-1-1", "2024-01-01/2023", "20XXX"],
)  # fmt: skip
def test_what_names_no_existing_day_is_invalid(value: str) -> None:
    assert not edtf.is_valid(value)
    assert edtf.earliest(value) is None
    assert edtf.latest(value) is None
    assert edtf.granularity(value) is None


def test_sorting_is_by_first_day_then_the_less_exact_first_and_invalid_values_last() -> None:
    expected = ["../2014", "-0044-03-15", "199X", "2015-12", "2016/2020", "2016/2018", "2016", "2016-01", "2016-01-01"]
    values = ["nonsense", *sorted(expected)]
    assert sorted(values, key=edtf.sort_key) == [*expected, "nonsense"]


@given(st.dates())
def test_a_day_covers_itself(day: date) -> None:
    assert edtf.earliest(edtf.day(day)) == edtf.latest(edtf.day(day)) == day


@given(st.dates(), st.dates())
def test_an_interval_is_valid_when_it_does_not_end_before_it_begins(first: date, second: date) -> None:
    value = f"{first.isoformat()}/{second.isoformat()}"
    assert edtf.is_valid(value) == (first <= second)


@given(st.text(alphabet="0123456789-/.X~?T:", max_size=24))
def test_any_text_has_a_place_in_the_order(text: str) -> None:
    assert isinstance(edtf.is_valid(text), bool)
    assert len(edtf.sort_key(text)) == 5
    first, last = edtf.earliest(text), edtf.latest(text)
    assert first is None or last is None or first <= last
