"""Which articles are said to be copies, and of what."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analysis.agreement.duplicates import find_duplicates
from generator.model import Article
from tests.builders import article

FIRE = (
    "A fire broke out in the harbour of Kortdam early this morning and destroyed two warehouses. Nobody was hurt.",
    "The brigade fought the flames until noon with ships and four engines from neighbouring towns along the coast.",
    "The harbour master said that grain for three months had been lost and that ships were sent on to Rudawiec.",
)
ELECTION = (
    "Voters in Orlune chose a new council on Sunday after a quiet campaign about schools, roads and the old bridge.",
    "The list of the mayor lost four seats and now needs a partner for the budget that is due before the winter.",
)
COMMON = (
    "Wholesalers report weak orders. The chamber expects more exports than last year. Exporters hope for less duty."
)


def test_a_copy_with_an_agencys_lead_and_without_its_last_paragraph_is_a_copy() -> None:
    copy = article(f"(agency) - {FIRE[0]}", FIRE[1], identifier="copy", published="2024-02-02")
    original = article(*FIRE, identifier="original", published="2024-02-01")
    assert find_duplicates([copy, original]) == {"copy": "original"}


def test_of_two_of_one_day_the_first_by_path_is_the_original() -> None:
    first = article(*FIRE, identifier="a", published="2024-02-01")
    second = article(*FIRE, identifier="b", published="2024-02-01")
    assert find_duplicates([second, first]) == {"b": "a"}


def test_of_two_of_one_day_the_fuller_is_the_original() -> None:
    shortened = article(f"(agency) - {FIRE[0]}", FIRE[1], identifier="a", published="2024-02-01")
    whole = article(*FIRE, identifier="b", published="2024-02-01")
    assert find_duplicates([shortened, whole]) == {"a": "b"}


def test_of_two_equally_full_the_one_with_an_agencys_lead_is_the_copy() -> None:
    with_lead = article(f"(agency) - {FIRE[0]}", *FIRE[1:], identifier="a", published="2024-02-01")
    without = article(*FIRE, identifier="b", published="2024-02-01")
    assert find_duplicates([with_lead, without]) == {"a": "b"}


def test_an_article_without_a_date_never_counts_as_earlier() -> None:
    dated = article(*FIRE, identifier="z", published="2024-02-01")
    undated = article(*FIRE, identifier="a")
    assert find_duplicates([undated, dated]) == {"a": "z"}


def test_a_copy_of_a_copy_names_the_first() -> None:
    articles = [
        article(*FIRE, identifier="first", published="2024-02-01"),
        article(*FIRE[:2], identifier="second", published="2024-02-02"),
        article(FIRE[0], identifier="third", published="2024-02-03"),
    ]
    assert find_duplicates(articles) == {"second": "first", "third": "first"}


def test_forty_copies_of_one_report_are_all_found() -> None:
    articles = [article(*FIRE, identifier=f"a{number:02}", published="2024-02-01") for number in range(41)]
    found = find_duplicates(articles)
    assert len(found) == 40
    assert set(found.values()) == {"a00"}


def test_sentences_that_everybody_prints_make_no_copies() -> None:
    articles = [
        article(f"In town {number} the talk of day {number} was of item {number} and no other thing.", COMMON)
        for number in range(30)
    ]
    named = [article(*(p for p in _paragraphs(a)), identifier=f"a{n:02}") for n, a in enumerate(articles)]
    longer = [
        article(*_paragraphs(a), f"Number {n} adds words of its own about {n} farms and {n} mills.", identifier=a.id)
        for n, a in enumerate(named)
    ]
    assert find_duplicates(longer) == {}


def test_two_reports_of_one_event_in_other_words_are_no_copies() -> None:
    retold = article(
        "Two warehouses burned down in Kortdam this morning, the brigade said; there were no injuries at all.",
        "Grain worth three months is gone, according to the harbour master, and ships go to Rudawiec instead.",
        identifier="retold",
    )
    assert find_duplicates([article(*FIRE, identifier="report"), retold]) == {}


def test_a_short_sentence_in_common_makes_no_copy() -> None:
    one = article("Nobody was hurt in the fire.", identifier="one")
    other = article(
        "Nobody was hurt in the fire. The road stayed closed until the evening of the next day.", identifier="b"
    )
    assert find_duplicates([one, other]) in ({}, {"one": "b"}, {"b": "one"})
    assert find_duplicates([article("Yes.", identifier="x"), article("No.", identifier="y")]) == {}


ARTICLES = [
    article(*FIRE, identifier="fire", published="2024-02-01"),
    article(*FIRE[:2], identifier="fire2", published="2024-02-01"),
    article(*ELECTION, identifier="election", published="2024-01-15"),
    article(*ELECTION, identifier="election-copy"),
    article(COMMON, identifier="trade"),
]


@settings(deadline=None, max_examples=20)
@given(st.permutations(ARTICLES))
def test_the_order_of_the_files_changes_nothing(shuffled: list[Article]) -> None:
    assert find_duplicates(shuffled) == {"fire2": "fire", "election-copy": "election"}


def _paragraphs(built: Article) -> list[str]:
    return [built.text[paragraph.start : paragraph.end] for paragraph in built.paragraphs]
