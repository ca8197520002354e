"""Work that was done once is not done again, and a lost or damaged entry does no harm."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cache import LIBRARIES, Cache, code_version, forget_other_versions, key_of
from generator.model import Article
from tests.builders import article
from tests.conftest import REPOSITORY


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


def test_where_nothing_can_be_kept_the_result_is_there_all_the_same(tmp_path: Path) -> None:
    in_the_way = tmp_path / "cache"
    in_the_way.write_text("a file where the folder goes", encoding="utf-8")
    assert Cache(in_the_way).get_or_make(Article, "ab12", lambda: article("One.")) == article("One.")


def test_only_what_other_versions_of_the_program_kept_is_forgotten(tmp_path: Path) -> None:
    Cache(tmp_path).get_or_make(Article, "ab12", lambda: article("One."))
    (tmp_path / "another-version" / "ab").mkdir(parents=True)
    forget_other_versions(tmp_path)
    assert Cache(tmp_path).get(Article, "ab12") == article("One.")
    assert [entry.name for entry in tmp_path.iterdir()] == [code_version()]


PROGRAM = ("model/article.py", "edtf.py", "reading/article.py", "analysis/evidence.py", "languages/de.toml")


@pytest.mark.parametrize("name", PROGRAM)
def test_a_change_of_what_reads_and_analyses_is_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for path in PROGRAM:
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("before", encoding="utf-8")
    monkeypatch.setattr("generator.cache.files", lambda _: tmp_path)
    before = code_version.__wrapped__()
    (tmp_path / name).write_text("after", encoding="utf-8")
    assert code_version.__wrapped__() != before


def test_another_release_of_a_library_is_another_version_and_an_absent_one_is_no_mistake(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = code_version.__wrapped__()
    monkeypatch.setattr("generator.cache.version", lambda name: "99" if name == "simplemma" else version(name))
    assert code_version.__wrapped__() != before
    monkeypatch.setattr("generator.cache.LIBRARIES", ("no-such-library",))
    assert code_version.__wrapped__() != before


def test_the_libraries_that_count_are_those_of_the_program() -> None:
    asked = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
    assert [name for name in LIBRARIES if f'"{name}' not in asked and name != "htmldate"] == []


@given(st.lists(st.one_of(st.text(), st.binary(), st.none()), max_size=3))
def test_other_values_have_another_key(values: list[object]) -> None:
    assert key_of(*values) == key_of(*values)
    assert key_of(*values) != key_of(*values, "more")
