"""Work that was done once is not done again, and a lost or damaged entry does no harm."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.cache import Cache, key_of
from generator.model import Article
from tests.builders import article


def test_a_kept_result_is_equal_and_not_made_again(tmp_path: Path) -> None:
    made = article("Baku agreed. Nobody else did.", published="2023-10")
    calls = []

    def make() -> Article:
        calls.append(1)
        return made

    cache = Cache(tmp_path)
    assert cache.get_or_make(Article, "ab12", make) == made
    assert cache.get_or_make(Article, "ab12", make) == made
    assert len(calls) == 1


def test_a_damaged_entry_is_made_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.get_or_make(Article, "ab12", lambda: article("One."))
    for entry in tmp_path.rglob("*.json"):
        entry.write_bytes(entry.read_bytes()[:-20])
    assert cache.get_or_make(Article, "ab12", lambda: article("One.")) == article("One.")


@given(st.lists(st.one_of(st.text(), st.binary(), st.none()), max_size=3))
def test_other_values_have_another_key(values: list[object]) -> None:
    assert key_of(*values) == key_of(*values)
    assert key_of(*values) != key_of(*values, "more")
