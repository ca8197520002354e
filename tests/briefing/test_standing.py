"""Which sentences a reader understands without the ones around them, and what a leaning one brings along."""

from __future__ import annotations

import pytest

from generator.analysis.agreement.claims import claims_of
from generator.briefing.standing import complete_sentences, leans
from generator.reading.heads.datelines import dateline_end
from tests.builders import article
from tests.reports import cases, extracts, report

SIGNING = (
    "@P[Ana Rey] and @[Vela Works] signed a contract for #[80 million dollars|80000000 USD] ^[in May 2023|2023-05]."
)
FILLER = "The weather stayed mild and many people walked along the quiet river."


LEANING = (
    "He also promised @[Vela Works] a road to @L[Kortdam] for #[3 million dollars|3000000 USD] ^[by June|2023-06]."
)


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        (language, sentence, title)
        for title, block in cases("standing")
        for language, sentences in block.items()
        for sentence in sentences
    ],
)
def test_a_sentence_stands_by_itself_leans_or_is_not_whole(language: str, sentence: str, expected: str) -> None:
    built, evidence = report(sentence, language=language)
    (claim,) = claims_of(built, evidence)
    whole = claim.sentence.id in complete_sentences(built)
    found = "not whole" if not whole else "leans on the sentence before" if leans(claim) else "stands by itself"
    assert found == expected


def test_a_leaning_sentence_brings_the_one_before_along() -> None:
    (only,) = extracts(f"Mayor @P[Ana Rey] opened a bridge in the old town. {LEANING}")
    assert only.startswith("Mayor Ana Rey opened a bridge in the old town. He also promised")


def test_a_leaning_sentence_without_support_yields() -> None:
    assert extracts(LEANING) == []
    assert extracts(FILLER, LEANING) == []


def test_a_leaning_sentence_leaves_a_weighty_one_before_it_alone() -> None:
    assert extracts(f"{SIGNING} He called @[Vela Works] a friend of @L[Kortdam] ^[in May|2023-05].") == [
        "Ana Rey and Vela Works signed a contract for 80 million dollars in May 2023."
    ]


def test_two_facts_of_which_the_second_leans_on_the_first_are_not_told_as_one() -> None:
    (only,) = extracts(f"{SIGNING} {LEANING}")
    assert only.endswith("in May 2023.")


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor of the town (who had been ill opened the bridge in May.",
        f"The mayor of the town opened the bridge, {'the longest of them all, ' * 30}in May.",
        "The mayor opened it.",
    ],
    ids=["an open bracket", "too long", "too short"],
)
def test_what_is_no_whole_sentence_is_no_extract(sentence: str) -> None:
    assert complete_sentences(article(sentence)) == frozenset()


def test_what_follows_an_ordinal_that_was_taken_for_an_end_is_not_whole() -> None:
    cut = article(
        "Die Stadt eröffnet die neue Brücke am 4. Oktober beginnt der Bau einer zweiten Brücke.", language="de"
    )
    assert len(cut.sentences) == 2
    assert complete_sentences(cut) == frozenset()


def test_a_leaning_sentence_is_not_joined_to_another_paragraph_or_beyond_what_a_reader_takes_in() -> None:
    before = "Mayor @P[Ana Rey] opened a bridge in the old town."
    assert extracts(f"{before} {LEANING}")
    assert extracts(before, LEANING) == []
    long = f"Mayor @P[Ana Rey] opened a bridge, {'the longest of them all, ' * 21}in the old town."
    assert extracts(f"{long} {LEANING}") == []


def test_a_sentence_inside_a_longer_quotation_is_no_extract() -> None:
    assert extracts(f"“The day was long. {SIGNING} We went home.”") == []


def test_a_heading_and_a_question_are_no_extracts() -> None:
    assert extracts(SIGNING.rstrip(".")) == []
    assert extracts(SIGNING.rstrip(".") + "?") == []


@pytest.mark.parametrize(
    ("language", "half", "whole"),
    [
        ("de", "Zwar", "@P[Ana Rey] zwar, aber nicht gern,"),
        ("nl", "Weliswaar", "@P[Ana Rey] weliswaar, maar niet graag,"),
        ("fr", "Certes,", "@P[Ana Rey] certes, mais sans joie,"),
    ],
)
def test_a_sentence_that_grants_what_only_the_next_one_answers_is_no_extract(
    language: str, half: str, whole: str
) -> None:
    rest = "@P[Ana Rey] @[Vela Works] @L[Kortdam] #[80 million dollars|80000000 USD] ^[2023|2023]."
    assert extracts(f"{half} {rest}", language=language) == []
    assert len(extracts(f"{whole} {rest}", language=language)) == 1


def test_the_opening_of_an_article_explains_its_own_pronouns() -> None:
    told = (
        "L'opposition a annoncé ^[jeudi|2023-05-04] qu'elle voterait contre l'accord de @[Vela Works] et @P[Ana Rey]."
    )
    assert len(extracts(told, language="fr", themes={"ports": ["p1-s1"]})) == 1
    assert not extracts(FILLER, told, language="fr", themes={"ports": ["p2-s1"]})


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("ORLUNE, May 7 (Agency) - Two ships left.", "Two ships left."),
        ("ORLUNE -- Voters queued for hours.", "Voters queued for hours."),
        ("ORLUNE, Aug 21, 2026 (CNA) -- Voters queued.", "Voters queued."),
        ("Nukus, 2 October 2026 - The alliance of rivers called.", "The alliance of rivers called."),
        ("Lisboa, 9 de outubro de 2026 – O banco lançou.", "O banco lançou."),
        ("МОСКВА, 23 сен — Азия-Информ. Сенат принял закон.", "Сенат принял закон."),
        ("In May, 3 crews - Ana and Bram - won.", "In May, 3 crews - Ana and Bram - won."),
        ("SAINT-OMBRE, 30 April 2025 - Nine towns met.", "Nine towns met."),
        ("NEW YORK – „Wir“, sagte er.", "„Wir“, sagte er."),
        ("NATO – das Bündnis – wächst.", "NATO – das Bündnis – wächst."),
        ("Orlune - The town grows.", "Orlune - The town grows."),
    ],
)
def test_a_dateline_is_no_part_of_what_a_sentence_says(text: str, without: str) -> None:
    assert text[dateline_end(text) :] == without
