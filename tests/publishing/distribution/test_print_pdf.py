"""Printing without a browser says what is missing, and leaves the last PDF alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ContentProblem
from generator.publishing.distribution.print_pdf import VARIABLE, browser, print_pdf, repeatable


def test_without_a_browser_the_error_names_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "no-such-browser")
    assert browser() is None
    with pytest.raises(ContentProblem, match=f"no browser to print with\n.*{VARIABLE}"):
        print_pdf(tmp_path / "print.html", tmp_path / "dist" / "x.pdf", 0)


def test_a_browser_that_prints_nothing_leaves_the_last_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "false")
    (tmp_path / "x.pdf").write_bytes(b"last")
    with pytest.raises(ContentProblem, match="printed nothing"):
        print_pdf(tmp_path / "print.html", tmp_path / "x.pdf", 0)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("x.pdf", b"last")]


def test_neither_the_clock_nor_the_count_of_what_the_browser_met_before_is_in_a_pdf() -> None:
    printed = b"/CreationDate (D:%d+00'00') /ID (node%08d) /Headers [(node%08d)] /ID (node%08d)"
    one, other = printed % (20261127111648, 3190, 3186, 3186), printed % (20261128070001, 3191, 3187, 3187)
    assert repeatable(one, 1_700_000_000) == repeatable(other, 1_700_000_000)
    assert repeatable(one, 1_700_000_000) == printed % (20231114221320, 2, 1, 1)
