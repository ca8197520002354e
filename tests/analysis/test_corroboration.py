"""Which sentences of different articles are said to state the same fact, and which to contradict each other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import on_demand
from generator.analysis.agreement.affairs import Affair, affairs
from generator.analysis.agreement.claims import ClaimRow, claims_of, denies
from generator.analysis.agreement.comparison import ConflictKind, backs
from generator.analysis.agreement.confirmations import confirmations
from generator.analysis.agreement.contradictions import contradictions
from generator.analysis.agreement.corroboration import (
    MOST_DISTINCTIVE,
    distinctive_names,
)
from generator.analysis.agreement.quantities import contradiction
from tests.reports import cases, compare_reports, corpus, join_reports, report

LANGUAGES = ("de", "nl", "en", "fr", "es", "it", "pl", "tr", "ru", "uk")


def found_between(block: dict[str, list[str]]) -> str:
    sentences = [(language, text) for language in LANGUAGES for text in block.get(language, [])]
    (one, first), (other, second) = sentences
    articles, evidence = corpus(
        report(first, identifier="one", language=one, published="2023-05-09"),
        report(second, identifier="other", language=other, published="2023-05-10"),
    )
    comparison = compare_reports(articles, evidence, {})
    if comparison.joined:
        return "same"
    return str(comparison.conflicts[0].kind) if comparison.conflicts else "none"


@pytest.mark.parametrize(("title", "block"), cases("agreement"))
def test_two_reports_agree_contradict_or_neither(title: str, block: dict[str, list[str]]) -> None:
    assert found_between(block) == block["expected"][0], title


@pytest.mark.parametrize(("title", "block"), cases("affairs"))
def test_two_articles_on_one_affair_contradict_each_other_or_do_not(title: str, block: dict[str, list[str]]) -> None:
    (one, first), (other, second) = [(key, text) for key in block if key != "expected" for text in block[key]]
    articles, evidence = corpus(
        report(first, identifier="one", language=one, published="2026-03-11"),
        report(second, identifier="other", language=other, published="2026-03-11"),
    )
    told = [
        f"{conflict.kind}: {' / '.join(answer.words for answer in conflict.answers)}"
        if conflict.answers
        else str(conflict.kind)
        for conflict in compare_reports(articles, evidence, {}).conflicts
    ]
    assert (told or ["none"]) == block["expected"], title


@pytest.mark.parametrize(("title", "block"), cases("one_fact"))
def test_the_second_sentences_of_two_articles_on_one_affair_state_one_fact_or_do_not(
    title: str, block: dict[str, list[str]]
) -> None:
    (one, first), (other, second) = [(key, text) for key in block if key != "expected" for text in block[key]]
    articles, evidence = corpus(
        report(first, identifier="one", language=one, published="2026-03-11"),
        report(second, identifier="other", language=other, published="2026-03-12"),
    )
    last = {articles[0].sentences[1].start, articles[1].sentences[1].start}
    facts = [fact.claims for fact in join_reports(articles, evidence, {})]
    told = [" / ".join(claim.text for claim in claims) for claims in facts if claims[-1].sentence.start in last]
    assert (told or ["none"]) == block["expected"], title


@pytest.mark.parametrize(
    ("language", "first", "second", "days_apart", "told"),
    [
        # one fact in other words, told on one day and, by another outlet, two days later
        ("de", "Verteidigungsminister @P[Jens Ahlborn] hat seinen Rücktritt erklärt.",
         "@P[Jens Ahlborn] ist nicht länger Verteidigungsminister.", 0, True),
        ("en", "Nine inmates fled from @L[Coldwater].", "Eleven prisoners fled from @L[Coldwater] jail.", 0, False),
        ("pl", "@P[Ana Rey] zawetowała ustawę o mediach.", "@P[Ana Rey] podpisała ustawę o lasach.", 2, False),
        # languages that the encoder does not know: it finds a house and a barn alike, words tell them apart
        ("sv", "En villa i @L[Lillesjö] förstördes i en brand.", "En lada i @L[Lillesjö] brann ner.", 0, False),
        ("sv", "@P[Ana Rey] flaggar för en höjning till hösten.", "En höjning kan komma, säger @P[Ana Rey].", 0, True),
        # a man and what he led may change places where all else is alike, two people may not
        ("de", "@P[Elif Sarıca] aus @L[Orlune] gewann den Bach-Wettbewerb.",
         "Die aus @L[Orlune] stammende @P[Elif Sarıca] hat den Bach-Wettbewerb gewonnen.", 0, True),
        ("fr", "Le ministre @P[Bruno Lacaze] a promis une aide aux viticulteurs de @L[Montferrand].",
         "Les viticulteurs de @L[Montferrand] jugent insuffisante l'aide promise par @P[Bruno Lacaze].", 0, False),
    ],
)  # fmt: skip
def test_other_words_tell_one_fact_on_one_day_and_another_fact_later(
    language: str, first: str, second: str, days_apart: int, told: bool
) -> None:
    names = "@[Vela Works] @P[Bram Osten]"
    articles, evidence = corpus(
        report(f"{names} 1234.", first, identifier="one", language=language, published="2026-03-11"),
        report(f"{names} 56.", second, identifier="b", language=language, published=f"2026-03-{11 + days_apart}"),
    )
    sentence = articles[0].words_of(articles[0].sentences[-1])
    facts = [claim.text for fact in join_reports(articles, evidence, {}) for claim in fact.claims]
    assert (sentence in facts) is told


@pytest.mark.parametrize(("place", "rivals"), [("place-az", False), ("place-ge", True), ("place-asia-tbilisi", True)])
def test_a_capital_stands_for_its_country_and_no_other_one(place: str, rivals: bool) -> None:
    articles, evidence = corpus(
        report("@L[Baku] summoned the ambassador of the neighbouring country.", identifier="one"),
        report("@L[Orlune] summoned the ambassador of the neighbouring country.", identifier="other"),
    )
    (one, other) = (claim for article in articles for claim in claims_of(article, evidence[article.id]))
    one, other = (
        replace(claim, names=(replace(claim.names[0], key=key),))
        for claim, key in ((one, "place-asia-baku"), (other, place))
    )
    affair = Affair((0,), (1,), frozenset({"place-asia-baku", place}))
    assert affair.are_rivals(one, other) is rivals


@pytest.mark.parametrize(
    ("dutch", "found"),
    [
        ("Bij het ongeluk raakten #[61 mensen|61 mensen] gewond.", [ConflictKind.NUMBER]),
        ("In de stad zijn #[61 mensen|61 mensen] uitgenodigd.", []),
    ],
)
def test_without_the_encoder_sentences_contradict_each_other_where_both_tell_what_they_count(
    dutch: str, found: list[ConflictKind]
) -> None:
    english = "A ship of @[Vela Works] sank off @L[Kortdam]. As many as #[52 people|52 people] were hurt."
    articles, evidence = corpus(
        report(english, identifier="one", published="2026-03-11"),
        report(f"Voor @L[Kortdam] zonk een schip van @[Vela Works]. {dutch}", identifier="b", published="2026-03-12"),
    )
    articles[1] = replace(articles[1], metadata=replace(articles[1].metadata, language="nl"))
    claims = ClaimRow({article.id: claims_of(article, evidence[article.id]) for article in articles})
    on_one_affair = list(affairs(claims, distinctive_names(claims, 2, {}), {}))
    assert list(contradictions(claims, on_one_affair, None).values()) == found
    assert confirmations(claims, on_one_affair, None) == {}


@pytest.mark.parametrize(
    ("dutch", "told"),
    [
        ("Bij het ongeluk kwamen #[14 mensen|14 mensen] om het leven.", True),
        ("In de haven werken #[14 mensen|14 mensen] aan een nieuw gebouw.", False),
        ("Bij het ongeluk kwamen #[19 mensen|19 mensen] om het leven.", False),
    ],
)
def test_sentences_of_one_affair_with_one_number_and_one_meaning_state_one_fact(dutch: str, told: bool) -> None:
    english = "A ship of @[Vela Works] sank off @L[Kortdam]. The accident killed #[14 people|14 people]."
    article = f"Voor @L[Kortdam] zonk een schip van @[Vela Works]. {dutch}"
    articles, evidence = corpus(
        report(english, identifier="one", published="2026-03-11"),
        report(article, identifier="other", language="nl", published="2026-03-12"),
    )
    facts = [[claim.text for claim in fact.claims] for fact in join_reports(articles, evidence, {})]
    assert any("The accident killed 14 people." in fact for fact in facts) is told


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        (language, sentence, title == "a report is rejected")
        for title, block in cases("denials")
        for language, sentences in block.items()
        for sentence in sentences
    ],
)
def test_a_denial_is_recognised_in_each_language(language: str, sentence: str, expected: bool) -> None:
    assert denies(sentence, language) is expected


FIRE = "The fire at @[Vela Works] in @L[Kortdam] hurt #[12 people|12 people] ^[on 7 May 2023|2023-05-07]."
FIRE_TOLD_AGAIN = "^[On Sunday|2023-05-07] #[12 people|12 people] were hurt in @L[Kortdam], said @[Vela Works]."
FIRE_OTHERWISE = "In @L[Kortdam] #[18 people|18 people] were hurt at @[Vela Works] ^[on 7 May 2023|2023-05-07]."


def test_reports_of_one_fact_are_joined_the_earliest_first() -> None:
    articles, evidence = corpus(
        report(FIRE, identifier="a", published="2023-05-08"),
        report(FIRE_TOLD_AGAIN, identifier="b", published="2023-05-09"),
        report(FIRE, identifier="c", published="2023-05-10"),
    )
    (joined,) = join_reports(articles, evidence, {})
    assert [claim.article for claim in joined.claims] == ["a", "b", "c"]
    assert joined.voices == 3


def test_a_copy_is_joined_but_is_no_voice_of_its_own() -> None:
    articles, evidence = corpus(
        report(FIRE, identifier="original", published="2023-05-08"),
        report(FIRE, identifier="copy", published="2023-05-08"),
    )
    (joined,) = join_reports(articles, evidence, {"copy": "original"})
    assert len(joined.claims) == 2
    assert joined.voices == 1


def test_sides_of_a_conflict_hold_all_reports_that_agree() -> None:
    articles, evidence = corpus(
        report(FIRE, identifier="a", published="2023-05-08"),
        report(FIRE_TOLD_AGAIN, identifier="b", published="2023-05-09"),
        report(FIRE_OTHERWISE, identifier="c", published="2023-05-09"),
    )
    comparison = compare_reports(articles, evidence, {})
    (conflict,) = comparison.conflicts
    assert [[claim.article for claim in side] for side in conflict.sides] == [["a", "b"], ["c"]]
    assert conflict.subject == ("Vela Works", "Kortdam")
    assert {article for article, _ in comparison.disputed} == {"a", "b", "c"}


def test_a_side_of_a_conflict_holds_only_reports_that_give_its_number() -> None:
    resigned = "@P[Ana Rey] of @[Vela Works] in @L[Kortdam] resigned ^[on 9 May 2023|2023-05-09]"
    articles, evidence = corpus(
        report(f"{resigned}.", identifier="a", published="2023-05-09"),
        report(f"{resigned} after #[27 deaths|27 deaths].", identifier="b", published="2023-05-10"),
        report(f"{resigned} after #[29 deaths|29 deaths].", identifier="c", published="2023-05-11"),
    )

    (conflict,) = compare_reports(articles, evidence, {}).conflicts

    assert [[claim.article for claim in side] for side in conflict.sides] == [["b"], ["c"]]


def test_in_a_small_dossier_about_one_event_its_own_names_join_reports() -> None:
    others = [
        report(f"@P[Ana Rey] of @[Vela Works] spoke ^[on {day} April 2023|2023-04-{day}].", identifier=f"other{day}")
        for day in range(11, 17)
    ]
    articles, evidence = corpus(
        report("@P[Ana Rey] quit @[Vela Works] ^[on Tuesday|2023-05-09].", identifier="a", published="2023-05-10"),
        report("@[Vela Works] perd ^[mardi|2023-05-09] sa directrice, @P[Ana Rey].", identifier="b", language="fr"),
        *others,
    )

    joined = [{claim.article for claim in one.claims} for one in join_reports(articles, evidence, {})]

    assert {"a", "b"} in joined


def test_names_that_everybody_mentions_join_nothing() -> None:
    everybody = [
        report(
            f"@L[Orlune] and @L[Kortdam] agreed on subject {number} ^[on 7 May 2023|2023-05-07].",
            identifier=f"a{number}",
        )
        for number in range(40)
    ]
    articles, evidence = corpus(*everybody)
    assert all(len(joined.claims) == 1 for joined in join_reports(articles, evidence, {}) if joined.voices == 1)
    assert not compare_reports(articles, evidence, {}).conflicts


def test_a_copy_does_not_make_a_name_a_common_one() -> None:
    numbers = range(MOST_DISTINCTIVE + 1)
    told = [report(f"@[Vela Works] bought ship {number}.", identifier=f"a{number}") for number in numbers]
    claims = [claim for built, evidence in told for claim in claims_of(built, evidence)]
    (name,) = claims[0].name_keys
    assert name not in distinctive_names(claims, len(told), {})
    assert name in distinctive_names(claims, len(told), {"a1": "a0"})


REPORTS = [
    report(FIRE, identifier="a", published="2023-05-08"),
    report(FIRE_TOLD_AGAIN, identifier="b"),
    report(FIRE_OTHERWISE, identifier="c", published="2023-05-08"),
    report(FIRE_OTHERWISE, identifier="d", published="2023-05-12"),
]


@settings(deadline=None, max_examples=20)
@given(st.permutations(REPORTS))
def test_the_order_of_the_files_changes_nothing(shuffled: list[tuple[object, object]]) -> None:
    expected = compare_reports(*corpus(*REPORTS), {})
    assert compare_reports(*corpus(*shuffled), {}) == expected  # type: ignore[arg-type] # permuted reports


def test_a_name_recognised_in_one_article_counts_where_another_only_prints_it() -> None:
    articles, evidence = corpus(
        report(FIRE, identifier="a", published="2023-05-08"),
        report(FIRE_OTHERWISE.replace("@[Vela Works]", "Vela Works"), identifier="b", published="2023-05-09"),
    )
    (conflict,) = compare_reports(articles, evidence, {}).conflicts
    assert conflict.subject == ("Vela Works", "Kortdam")


@pytest.mark.parametrize(
    ("named", "told"), [("Sophie Lemaire", False), ("Claire Lemaire", True), ("C. Lemaire", True), ("Lemaire", True)]
)
def test_another_given_name_before_the_surname_is_another_person_who_confirms_nothing(named: str, told: bool) -> None:
    place = "@[Vela Works] sells the ferries of @L[Kortdam]."
    english = f"{place} Its head, @P[Claire Lemaire], said that all #[620 jobs|620 jobs] would be kept."
    other = f"{place} Its head, @P[{named}], said that the #[620 jobs|620 jobs] would all be kept."
    reports = [
        report(*english.split(". ", 1), identifier="a", published="2026-03-10"),
        report(*other.split(". ", 1), identifier="b", published="2026-03-11"),
    ]
    joined = join_reports(*corpus(*reports), {})
    assert any("620" in claim.text for group in joined for claim in group.claims) is told


def test_of_numbers_that_contradict_each_other_the_nearest_are_asked_about() -> None:
    one = claims_of(*report("The fire hurt #[310 people|310 people] in the halls."))[0]
    other = claims_of(*report("The fire hurt #[900 people|900 people], then #[300 people|300 people]."))[0]
    found = contradiction(one.quantities, other.quantities)
    assert found is not None
    assert [quantity.figure.value for quantity in found] == [310, 300]


def test_a_report_that_does_not_give_the_day_does_not_back_one_that_does() -> None:
    dated = claims_of(*report("@[Vela Works] opened a hall ^[on 7 May 2023|2023-05-07]."))[0]
    undated = claims_of(*report("@[Vela Works] opened a hall."))[0]
    assert backs(dated, undated)
    assert not backs(undated, dated)


def test_a_folder_too_large_for_memory_is_compared_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    told = [
        "A ship of @[Vela Works] sank off @L[Kortdam] on Monday. As many as #[52 people|52 people] were hurt.",
        "@[Vela Works] lost a ship off @L[Kortdam]. In all #[61 people|61 people] were hurt.",
        "The ship of @[Vela Works] sank off @L[Kortdam] on Monday.",
    ]
    reports = [report(text, identifier=f"a{at}", published=f"2026-03-1{at}") for at, text in enumerate(told)]
    articles, evidence = corpus(*reports)
    expected = compare_reports(articles, evidence, {})
    assert expected.joined
    assert expected.conflicts
    for name in ("HELD", "HELD_OF_MORE"):
        monkeypatch.setattr(on_demand, name, 0)
    assert compare_reports(articles, evidence, {}) == expected
