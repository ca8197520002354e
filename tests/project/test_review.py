"""The review file: words that may belong to a theme are added to it, and nothing in it is ever altered."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import ContentProblem
from generator.model import Decision, ReviewedTerm
from generator.project.agreement import KnownThemes
from generator.project.review import FILE, ProposedTerm, add_to_review, read_review

THEMES = KnownThemes(("boats",))
KUTTER = ProposedTerm("boats", "Kutter", "de", 0.6, "log/p1-s1", 'Der "Kutter": alt # und schwer')


def written(root: Path, content: str) -> Path:
    path = root / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode())
    return path


def reread(root: Path) -> tuple[ReviewedTerm, ...]:
    problems: list[ContentProblem] = []
    found = read_review(root, THEMES, problems)
    assert problems == []
    return found


def problems_of(root: Path) -> list[str]:
    problems: list[ContentProblem] = []
    read_review(root, THEMES, problems)
    return [str(problem) for problem in problems]


def test_a_new_file_says_what_to_do_and_lists_the_words(tmp_path: Path) -> None:
    assert add_to_review(tmp_path, [KUTTER], ()) == 1
    assert reread(tmp_path) == (ReviewedTerm("boats", "Kutter", "de"),)
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    assert "accept or refuse" in text
    assert "likeness: 0.60" in text


def test_a_word_that_is_there_is_not_added_again(tmp_path: Path) -> None:
    add_to_review(tmp_path, [KUTTER], ())
    before = (tmp_path / FILE).read_bytes()
    assert add_to_review(tmp_path, [KUTTER], reread(tmp_path)) == 0
    assert (tmp_path / FILE).read_bytes() == before


def test_decisions_comments_and_line_ends_stay_as_the_editor_left_them(tmp_path: Path) -> None:
    mine = "# mine\r\n-   {theme: boats, term: Kahn, language: de, decision: accept}   # sure\r\n"
    path = written(tmp_path, mine)
    assert add_to_review(tmp_path, [KUTTER], reread(tmp_path)) == 1
    content = path.read_bytes().decode()
    assert content.startswith(mine)
    assert "\n" not in content.replace("\r\n", "")
    assert [entry.decision for entry in reread(tmp_path)] == [Decision.ACCEPT, None]


ENTRY = st.sampled_from(
    [
        "- {theme: boats, term: Kahn, language: de, decision: accept}",
        "- theme: boats\n  term: Ofen\n  language: de\n  decision: refuse # no boat",
        "# a remark",
        "",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ENTRY, max_size=4, unique=True), st.booleans(), st.text(max_size=30), st.text(min_size=1, max_size=12))
def test_whatever_stands_there_begins_the_new_file(lines: list[str], ends: bool, example: str, word: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        content = "\n".join(lines) + ("\n" if ends else "")
        path = written(root, content)
        try:
            add_to_review(root, [ProposedTerm("boats", word, "de", 0.61, "log/p1-s1", example)], reread(root))
        except ContentProblem:
            assert path.read_bytes() == content.encode()
            return
        assert path.read_bytes().startswith(content.encode())


def test_a_file_that_an_editor_saves_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, "- {theme: boats, term: Jolle, language: de, decision: refuse}\n")
    saved = path.read_bytes().replace(b"refuse", b"accept")
    begin = tempfile.mkstemp

    def saved_meanwhile(prefix: str, dir: Path) -> tuple[int, str]:  # noqa: A002 - as tempfile calls it
        path.write_bytes(saved)
        return begin(prefix=prefix, dir=dir)

    monkeypatch.setattr("generator.project.review.tempfile.mkstemp", saved_meanwhile)
    with pytest.raises(ContentProblem, match="changed while it was read"):
        add_to_review(tmp_path, [KUTTER], ())
    assert path.read_bytes() == saved
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("content", ["{}", "[]", "word", "- theme: [", "- {theme: boats}\n..."])
def test_a_file_that_cannot_be_added_to_is_left_alone(tmp_path: Path, content: str) -> None:
    path = written(tmp_path, content)
    with pytest.raises(ContentProblem, match=r"review\.yml"):
        add_to_review(tmp_path, [KUTTER], ())
    assert path.read_text(encoding="utf-8") == content
    assert [each.name for each in path.parent.iterdir()] == ["review.yml"]


def test_mistakes_are_named_with_their_line(tmp_path: Path) -> None:
    written(
        tmp_path,
        "- theme: boats\n  term: Kahn\n  language: de\n  decision: perhaps\n"
        "- theme: boat\n  term: Kahn\n  language: de\n"
        "- theme: boats\n  term: Ofen\n  language: de\n  decision: refuse\n"
        "- theme: boats\n  term: Ofen\n  language: de\n  decision: accept\n",
    )
    first, second, third = problems_of(tmp_path)
    assert first.startswith(f"{FILE}:4: ")
    assert "accept" in first
    assert second.startswith(f'{FILE}:5: the theme "boat" is not known')
    assert 'did you mean "boats"?' in second
    assert third.startswith(f'{FILE}:12: "Ofen" (de) stands twice')


def test_a_theme_that_is_gone_is_told_once_for_all_its_words(tmp_path: Path) -> None:
    entry = "- {{theme: {}, term: {}, language: de, decision: accept}}\n"
    written(tmp_path, entry.format("boats", "Boot") + entry.format("coal", "Kohle") + entry.format("coal", "Zeche"))

    (problem,) = problems_of(tmp_path)
    assert problem.startswith(f'{FILE}:2: the theme "coal" is not known (2 entries name it)')
