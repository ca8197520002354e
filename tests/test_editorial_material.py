"""The sample's own material: what an editor promises beyond what the build itself enforces."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from generator.model import EditorQuote, fold
from generator.project import Project, load_project
from tests.conftest import REPOSITORY

QUOTE_SHARE_OF_EDITORS = 0.35


@pytest.fixture(scope="module")
def project() -> Project:
    return load_project(REPOSITORY)


@pytest.fixture(scope="module")
def texts(project: Project) -> dict[str, str]:
    return {path.stem: fold(path.read_text(encoding="utf-8")) for path in project.articles_folder.glob("*.txt")}


def _quotes(project: Project) -> list[EditorQuote]:
    return [
        quote
        for briefing in project.briefings
        for statement in (
            *([briefing.bottom_line] if briefing.bottom_line else []),
            *briefing.statements,
            *(side for disagreement in briefing.disagreements for side in disagreement.sides),
        )
        for quote in statement.quotes
    ]


def test_the_editors_files_have_no_mistakes(project: Project) -> None:
    assert project.problems == ()


def test_every_quoted_passage_is_translated(project: Project) -> None:
    untranslated = [q.exact for q in _quotes(project) if (q.article, fold(q.exact)) not in project.translations]
    assert untranslated == []


def test_every_translated_passage_stands_in_its_article(project: Project, texts: dict[str, str]) -> None:
    assert [words for article, words in project.translations if words not in texts[article]] == []


def test_editors_alone_quote_no_more_of_an_article_than_a_third_or_so(project: Project, texts: dict[str, str]) -> None:
    shown: Counter[str] = Counter()
    for name, text in texts.items():
        covered = set[int]()
        for quote in _quotes(project):
            if quote.article == name:
                start = text.index(fold(quote.exact))
                covered.update(range(start, start + len(fold(quote.exact))))
        shown[name] = len(covered)
    assert all(shown[name] <= QUOTE_SHARE_OF_EDITORS * len(text) for name, text in texts.items()), shown


def test_what_a_gap_says_was_not_found_stands_in_no_article(project: Project, texts: dict[str, str]) -> None:
    searched = {word for briefing in project.briefings for gap in briefing.gaps for word in gap.searched}
    found = [
        w for w in searched if any(re.search(rf"\b{re.escape(w)}", text, re.IGNORECASE) for text in texts.values())
    ]
    assert found == []


def test_every_briefing_says_who_drafted_it_and_that_nobody_reviewed_it(project: Project) -> None:
    assert {briefing.drafted_by for briefing in project.briefings} == {"a language model"}
    assert {briefing.reviewed_by for briefing in project.briefings} == {None}
    assert not any(translation.reviewed for translation in project.translations.values())
