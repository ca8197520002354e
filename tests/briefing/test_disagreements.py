"""Contradictions between articles stand side by side, whatever the order of the files."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.briefing.disagreements import FoundDisagreement
from generator.model import Article, Evidence
from tests.reports import corpus, find_disagreements, report

TWELVE = "The fire at @[Vela Works] in @L[Kortdam] ^[on 7 May 2023|2023-05-07] hurt #[12 people|12 people]."
EIGHTEEN = "@[Vela Works] counts #[18 people|18 people] hurt by the fire in @L[Kortdam] ^[on Sunday|2023-05-07]."
DENIAL = "@P[Ana Rey] dismissed reports of #[12 people|12 people] hurt at @[Vela Works] in @L[Kortdam] as false."

REPORTS = [
    report(TWELVE, identifier="a", published="2023-05-08", themes={"safety": ["p1-s1"]}),
    report(TWELVE.replace("The fire", "A fire"), identifier="b", published="2023-05-09"),
    report(EIGHTEEN, identifier="c", published="2023-05-09", themes={"harbour": ["p1-s1"]}),
    report(DENIAL, identifier="d", published="2023-05-11"),
]


def test_each_number_keeps_its_own_side_with_all_its_reports() -> None:
    number, denial = find_disagreements(*corpus(*REPORTS), {})
    assert (number.conflict.kind, denial.conflict.kind) == ("number", "denial")
    assert [[claim.article for claim in side] for side in number.conflict.sides] == [["a", "b"], ["c"]]
    assert [[claim.article for claim in side] for side in denial.conflict.sides] == [["a", "b"], ["d"]]
    assert number.conflict.subject == ("Vela Works", "Kortdam")
    assert number.themes == ("safety", "harbour")


def test_articles_that_agree_disagree_about_nothing() -> None:
    assert find_disagreements(*corpus(*REPORTS[:2]), {}) == ()


def test_an_article_does_not_contradict_itself() -> None:
    assert find_disagreements(*corpus(report(TWELVE, EIGHTEEN, identifier="a")), {}) == ()


@settings(deadline=None, max_examples=20)
@given(st.permutations(REPORTS))
def test_the_order_of_the_files_changes_nothing(shuffled: list[tuple[Article, Evidence]]) -> None:
    assert find_disagreements(*corpus(*shuffled), {}) == in_order()


@cache
def in_order() -> tuple[FoundDisagreement, ...]:
    return find_disagreements(*corpus(*REPORTS), {})


def test_two_people_named_for_one_post_stand_side_by_side_under_the_post() -> None:
    roth = report("Finance Minister @P[Anna Roth] resigned ^[on Monday|2023-05-08].", identifier="a")
    keller = report("Finance Minister @P[Anna Keller] resigned ^[on Monday|2023-05-08].", identifier="b")
    (found,) = find_disagreements(*corpus(roth, keller), {})
    assert found.conflict.kind == "name"
    assert found.conflict.subject == ("Finance Minister",)
    assert [[claim.text for claim in side] for side in found.conflict.sides] == [
        ["Finance Minister Anna Roth resigned on Monday."],
        ["Finance Minister Anna Keller resigned on Monday."],
    ]
