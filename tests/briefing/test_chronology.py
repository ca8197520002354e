"""What stands on the timeline, under which date, and which reports are one event."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analysis.themes.proposals import COMMON_THEME
from generator.briefing.chronology import DatedEvent
from generator.edtf import sort_key
from generator.model import Article, ArticleKind, Evidence, ThemeMatch
from tests.reports import corpus, find_events, report

FIRE = "A fire at @[Vela Works] in @L[Kortdam] destroyed two halls ^[on 7 May 2023|2023-05-07]."
NOTHING = "@[Vela Works] makes sails."
FIRE_RETOLD = "^[On Sunday|2023-05-07] flames took the store of @[Vela Works], the mayor of @L[Kortdam] said."


def events(*paragraphs: str, published: str = "2024-01-10", language: str = "en") -> list[tuple[str, str]]:
    articles, evidence = corpus(report(*paragraphs, published=published, language=language))
    return [(event.date, event.expression) for event in find_events(articles, evidence, {})]


def test_a_dated_sentence_that_tells_what_happened_is_an_event() -> None:
    assert events(FIRE) == [("2023-05-07", "on 7 May 2023")]


def test_a_dated_sentence_that_tells_little_is_no_event() -> None:
    assert events(NOTHING, "Rain fell on the hills of @L[Kortdam] ^[in 2023|2023].") == []
    assert events(NOTHING, "Rain fell on the hills of @L[Kortdam] ^[in May 2023|2023-05].") != []


def test_the_name_of_a_strategy_is_no_event() -> None:
    assert events("@[Vela Works] published its ~[Plan 2025–2028|2025/2028] for the harbour.") == []


def test_what_lies_ahead_of_the_article_is_a_plan() -> None:
    assert events("@[Vela Works] will open a hall in @L[Kortdam] ^[in March 2025|2025-03].") == []
    assert events("@[Vela Works] will open a hall in @L[Kortdam] ^[in January|2024-01].") == [("2024-01", "in January")]


def test_a_year_beside_a_figure_only_dates_the_figure() -> None:
    assert events("@[Vela Works] had ^[2019|2019] #[300 people|300 people] in its halls at @L[Kortdam].") == []
    assert (
        events("^[In 2019|2019] @[Vela Works] moved its office to @L[Kortdam] for #[2 million euros|2000000 EUR].")
        != []
    )


def test_a_year_that_tells_two_contracts_apart_is_no_event() -> None:
    assert events("Members of @[Vela Works] in @L[Kortdam] still work under the ^[2018|2018] contract.") == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The fire of ^[1998|1998] taught @[Vela Works] in @L[Kortdam] nothing about its halls."),
        ("de", "Aus dem Brand von ^[1998|1998] hat @[Vela Works] in @L[Kortdam] nichts gelernt."),
        ("fr", "L’incendie de ^[1998|1998] n’a rien appris à @[Vela Works] ni à @L[Kortdam]."),
        ("en", "Hotels of @[Vela Works] in @L[Kortdam] lost #[400 bookings|400 bookings] for ^[Easter|2023-04-09]."),
    ],
)
def test_a_year_that_names_a_thing_and_a_day_that_something_is_meant_for_are_no_events(
    language: str, sentence: str
) -> None:
    assert events(sentence, language=language) == []


def test_what_a_commentator_says_of_himself_is_no_event() -> None:
    known = "^[On 7 May 2023|2023-05-07] @[Vela Works] in @L[Kortdam] lost two halls."
    unknown = "We do not know what happened at @[Vela Works] in @L[Kortdam] ^[on 7 May 2023|2023-05-07]."
    articles, evidence = corpus(report(known, unknown, published="2024-01-10", kind=ArticleKind.OPINION))
    assert [event.claims[0].text for event in find_events(articles, evidence, {})] == [
        "On 7 May 2023 Vela Works in Kortdam lost two halls."
    ]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "@[Vela Works] let its hall in @L[Kortdam] until ^[7 May 2023|2023-05-07]."),
        ("de", "@[Vela Works] sperrte seine Halle in @L[Kortdam] bis zum ^[7. Mai 2023|2023-05-07]."),
        ("nl", "@[Vela Works] sloot zijn hal in @L[Kortdam] tot ^[7 mei 2023|2023-05-07]."),
        ("es", "@[Vela Works] cerró su nave de @L[Kortdam] hasta el ^[7 de mayo de 2023|2023-05-07]."),
        ("pl", "@[Vela Works] zamknęła halę w @L[Kortdam] do ^[7 maja 2023|2023-05-07]."),
    ],
)
def test_the_day_until_which_something_lasts_is_no_event(language: str, sentence: str) -> None:
    assert events(sentence, language=language) == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "@[Vela Works] zählt in @L[Kortdam] viele Helfer (Stand ^[Februar 2023|2023-02])."),
        ("en", "@[Vela Works] counts many helpers in @L[Kortdam] as of ^[February 2023|2023-02]."),
        ("en", "@[Vela Works] lent its hall to @L[Kortdam] from spring to ^[7 May 2023|2023-05-07]."),
        ("fr", "@[Vela Works] a fermé sa halle de @L[Kortdam] du printemps au ^[7 mai 2023|2023-05-07]."),
    ],
)
def test_the_day_on_which_something_was_counted_or_ended_is_no_event(language: str, sentence: str) -> None:
    assert events(sentence, language=language) == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "@P[Ana Rey] said ^[today|2024-01-10] the works after the flood of ^[7 May|2023-05-07] are nearly done.",
        ),
        ("de", "Nach der Flut vom ^[7.5.2023|2023-05-07] hat @[Vela] ^[heute|2024-01-10] @L[Kortdam] wieder geöffnet."),
        (
            "fr",
            "@P[Ana Rey] a dit ^[mercredi|2024-01-10] que les travaux après la crue du ^[7 mai|2023-05-07] avancent.",
        ),
        ("nl", "Voor de wedstrijd van ^[7 mei|2023-05-07] opende @[Vela] ^[vandaag|2024-01-10] @L[Kortdam]."),
        ("pl", "Po powodzi z ^[7 maja|2023-05-07] @[Vela] otworzyła ^[dziś|2024-01-10] halę w @L[Kortdam]."),
        (
            "sv",
            "@P[Ana Rey] sade ^[i dag|2024-01-10] att @L[Kortdam] efter branden ^[i maj|2023-05-07] är öppet.",
        ),
        ("tr", "@[Vela] ^[bugün|2024-01-10] @L[Kortdam]'da ^[7 Mayıs|2023-05-07] selinden sonra halını açtı."),
    ],
)
def test_the_day_of_what_came_first_is_not_that_of_what_is_told(language: str, sentence: str) -> None:
    assert [date for date, _ in events(sentence, language=language)] == ["2024-01-10"]


def test_what_happened_after_something_has_no_day_of_its_own() -> None:
    assert events("@[Vela Works] reopened its hall in @L[Kortdam] after the flood of ^[7 May 2023|2023-05-07].") == []
    both = "^[2018|2018] and ^[2022|2022]"
    assert events(f"@[Vela Works] built a dam in @L[Kortdam] after the droughts of {both}.") == []
    assert events("Two men of @[Vela Works] died in @L[Kortdam] after a fire on ^[7 May 2023|2023-05-07].") != []
    assert events("@[Vela Works] left @L[Kortdam] after rebels attacked it on ^[7 May 2023|2023-05-07].") != []


def test_what_a_day_names_needs_no_other_name() -> None:
    assert events(NOTHING, "The flood of ^[7 May 2023|2023-05-07] hit @[Vela Works] and @L[Kortdam].") != []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh", "@[维拉工厂]^[周三|2024-01-10]在@L[科特丹]重新开放了北部港口的大厅。"),
        ("th", "@[โรงงานเวลา]เปิดอาคารใหม่ใน@L[คอร์ตดาม]เมื่อ^[วันพุธ|2024-01-10]หลังปิดซ่อมนาน"),
    ],
)
def test_a_sentence_in_a_script_without_spaces_is_an_event(language: str, sentence: str) -> None:
    assert [date for date, _ in events(sentence, language=language)] == ["2024-01-10"]


def test_a_term_of_office_and_a_state_since_a_year_are_no_events() -> None:
    assert events("@P[Ana Rey] led @[Vela Works] in @L[Kortdam] from ^[1957 to 1971|1957/1971].") == []
    assert events("@P[Ana Rey] has led @[Vela Works] in @L[Kortdam] since ^[1957|1957].") == []
    assert events("@P[Ana Rey] has led @[Vela Works] in @L[Kortdam] since ^[7 May 2023|2023-05-07].") != []


def test_a_state_since_a_year_is_no_event_where_since_stands_behind_the_year() -> None:
    sentence = "@P[Ayla Demir] @[Vela Works] şirketini ^[2019|2019]'dan beri @L[Kortdam] kentinde yönetiyor."
    assert events(sentence, language="tr") == []


def test_a_decade_and_a_century_are_background_and_no_event() -> None:
    assert events("@P[Ana Rey] led @[Vela Works] in @L[Kortdam] in ^[the nineties|199X].") == []
    assert events("@P[Ana Rey] of @[Vela Works] restored @L[Kortdam], built in ^[the 16th century|15XX].") == []


def test_a_campaign_named_by_its_year_is_no_event() -> None:
    assert events("@P[Ana Rey] and @[Vela Works] of @L[Kortdam] ran a ^[2018|2018] campaign against waste.") == []


def test_what_could_happen_on_a_weekday_is_no_event_and_what_was_said_of_it_is() -> None:
    may = "Towns that could be hit by storms ^[on Saturday|2024-01-06] are @L[Kortdam] and @L[Orlune]."
    said = "^[On Saturday|2024-01-06] the mayor of @L[Kortdam] said that @P[Ana Rey] would leave @L[Orlune]."
    assert events(may) == []
    assert events(said) == [("2024-01-06", "On Saturday")]


def test_an_event_that_leans_brings_the_sentence_before_along_or_is_none() -> None:
    leaning = "He opened a hall of @[Vela Works] in @L[Kortdam] ^[on 7 May 2023|2023-05-07]."
    assert events(leaning) == []
    articles, evidence = corpus(report(f"@P[Ana Rey] and @P[Bram Osten] led the works. {leaning}"))
    (event,) = find_events(articles, evidence, {})
    assert event.starts == (0,)
    assert events(f"{FIRE} {leaning.replace('7 May', '9 May').replace('05-07', '05-09')}") == [
        ("2023-05-07", "on 7 May 2023")
    ]
    assert event.claims[0].text.startswith("He opened")


def test_a_whole_year_stands_under_the_themes_that_its_sentence_names_itself() -> None:
    visit = "@P[Ana Rey] and @P[Bram Osten] visited @L[Kortdam] in ^[{0}|{1}]."
    for date, value, themes in (("2014", "2014", ()), ("7 May 2014", "2014-05-07", ("ports",))):
        built, evidence = report(visit.format(date, value))
        carried = replace(evidence, themes=(ThemeMatch("p1-s1", "ports", ("port",), context=True),))
        (event,) = find_events([built], {built.id: carried}, {})
        assert event.themes == themes


def test_a_year_without_a_number_is_no_event() -> None:
    assert events("^[This year|2024] @[Vela Works] and @P[Ana Rey] met in @L[Kortdam].", published="2024-11-10") == []


def test_today_is_an_event_where_something_happened() -> None:
    there = "^[Today|2024-01-10] @[Vela Works] and @P[Ana Rey] {} a hall in @L[Kortdam]."
    assert events(there.format("opened")) == [("2024-01-10", "Today")]
    assert events(there.format("are known for")) == []


def test_the_day_on_which_somebody_said_so_is_not_the_day_of_the_event() -> None:
    told = "@[Vela Works] lost a hall in @L[Kortdam] ^[on Sunday|2024-01-07], @P[Ana Rey] said ^[on Monday|2024-01-08]."
    only = "@P[Ana Rey] said ^[on Monday|2024-01-08] that @[Vela Works] had lost a hall in @L[Kortdam]."

    assert [date for date, _ in events(told)] == ["2024-01-07"]
    assert [date for date, _ in events(only)] == ["2024-01-08"]


@pytest.mark.parametrize(
    ("language", "sentence", "days"),
    [
        ("en", "@[Vela Works] denied that there had been blasting in @L[Kortdam] ^[on Saturday|2024-01-06].", []),
        (
            "en",
            "@[Vela Works] denied ^[on Monday|2024-01-08] that it blasted in @L[Kortdam] ^[on Saturday|2024-01-06].",
            ["2024-01-08"],
        ),
        ("en", "@[Vela Works] named no cause in its statement of ^[Thursday|2024-01-04] on @L[Kortdam].", []),
        ("en", "@[Vela Works] named no cause for @L[Kortdam] in ^[Thursday|2024-01-04]’s statement.", []),
        ("de", "@[Vela Works] nannte @L[Kortdam] in der Mitteilung vom ^[Donnerstag|2024-01-04] nicht.", []),
    ],
)
def test_what_is_denied_and_the_day_that_tells_which_statement_is_meant_are_no_events(
    language: str, sentence: str, days: list[str]
) -> None:
    assert [date for date, _ in events(sentence, language=language)] == days


def test_a_warning_is_another_event_than_what_happened_that_day() -> None:
    spill = "@[Vela Works] spilled oil into the harbour of @L[Kortdam] ^[on 7 May 2023|2023-05-07]."
    warning = "The mayor of @L[Kortdam] warned swimmers near @[Vela Works] ^[on 7 May 2023|2023-05-07]."
    reports = [report(spill, identifier="a"), report(warning, identifier="b")]
    assert len(find_events(*corpus(*reports), {}, ())) == 2


def test_a_birth_and_a_life_span_are_no_events() -> None:
    assert events("The singer @P[Ana Rey], born in @L[Kortdam] ^[on 3 June 1993|1993-06-03], leads the council.") == []
    assert events("The trust of @P[Ana Rey] (^[1927-2014|1927/2014]) gave the town of @L[Kortdam] a hall.") == []


def test_a_sentence_with_two_years_tells_two_events_and_a_year_beside_a_day_none() -> None:
    visits = "@P[Ana Rey] and @P[Bram Osten] visited @L[Kortdam] in ^[2014|2014] and ^[2016|2016]."
    assert events(visits) == [("2014", "2014"), ("2016", "2016")]
    treaty = "@[Vela Works] ended the treaty of ^[2016|2016] with @L[Kortdam] ^[on 7 May 2023|2023-05-07]."
    assert events(treaty) == [("2023-05-07", "on 7 May 2023")]


def test_a_sentence_without_a_name_or_cut_short_is_no_event() -> None:
    assert events("It rained hard ^[on 7 May 2023|2023-05-07] and the day after.") == []
    assert events("Fire at @[Vela Works] in @L[Kortdam] ^[on 7 May 2023|2023-05-07]") == []


def test_the_first_sentence_on_a_theme_is_an_event_of_its_weekday_though_it_names_nobody() -> None:
    decided = "The cabinet passed the harbour bill ^[on Wednesday|2024-01-10]."
    for paragraphs, days in (([decided, FIRE], ["2023-05-07", "2024-01-10"]), ([FIRE, decided], ["2023-05-07"])):
        built, evidence = report(*paragraphs, published="2024-01-10")
        sentence = next(s.id for s in built.sentences if built.words_of(s).startswith("The cabinet"))
        for theme in ("ports", COMMON_THEME):
            on_theme = replace(evidence, themes=(ThemeMatch(sentence, theme, ("harbour",)),))
            assert [event.date for event in find_events([built], {built.id: on_theme}, {})] == days


def found(reports: list[tuple[Article, Evidence]], duplicates: dict[str, str]) -> tuple[DatedEvent, ...]:
    return find_events(*corpus(*reports), duplicates)


def test_reports_of_one_day_about_the_same_names_are_one_event() -> None:
    reports = [
        report(FIRE, identifier="a", published="2023-05-08"),
        report(FIRE_RETOLD, identifier="b", published="2023-05-09"),
        report(FIRE.replace("7 May", "8 May").replace("05-07", "05-08"), identifier="c", published="2023-05-10"),
    ]
    first, second = found(reports, {})
    assert [claim.article for claim in first.claims] == ["a", "b"]
    assert [claim.article for claim in second.claims] == ["c"]


def test_reports_of_one_count_on_one_day_in_articles_about_the_same_names_are_one_event() -> None:
    whole = "@P[Ana Rey] of @[Vela Works] resigned over it ^[on 9 May 2023|2023-05-09]."
    articles, evidence = corpus(
        report("The fire at @[Vela Works] killed #[27 people|27 people] ^[on 7 May 2023|2023-05-07].", whole),
        report("@[Vela Works] lost #[27 workers|27 workers] ^[on 7 May 2023|2023-05-07].", whole, identifier="b"),
        report("@[Other Works] lost #[27 workers|27 workers] ^[on 7 May 2023|2023-05-07].", identifier="c"),
    )

    reported_by = [[claim.article for claim in event.claims] for event in find_events(articles, evidence, {})]

    assert reported_by == [["a", "b"], ["c"], ["a", "b"]]


CAPTAIN = "@P[Ivan Petrov] was questioned ^[on 11 May 2023|2023-05-11]."
FLAG = "The ship of @[Vela Works] came from @L[Kortdam]."


def told_by(*reports: tuple[Article, Evidence]) -> list[list[str]]:
    """Who tells each event, where no sentences were found to state one fact."""
    return [[claim.article for claim in event.claims] for event in find_events(*corpus(*reports), {}, ())]


def test_reports_in_two_languages_of_what_somebody_did_that_day_are_one_event_in_articles_on_one_affair() -> None:
    english = report(CAPTAIN, FLAG, identifier="a", published="2023-05-12")
    dutch = report(
        "@P[Ivan Petrov] werd ^[op 11 mei 2023|2023-05-11] verhoord.",
        "Het schip van @[Vela Works] kwam uit @L[Kortdam].",
        identifier="b",
        language="nl",
        published="2023-05-12",
    )

    assert told_by(english, dutch) == [["a", "b"]]


def test_another_event_of_that_day_in_one_of_two_articles_keeps_them_apart() -> None:
    english = report(CAPTAIN, CAPTAIN.replace("questioned", "released"), FLAG, identifier="a", published="2023-05-12")
    dutch = report(
        "@P[Ivan Petrov] werd ^[op 11 mei 2023|2023-05-11] verhoord.",
        "Het schip van @[Vela Works] kwam uit @L[Kortdam].",
        identifier="b",
        language="nl",
        published="2023-05-12",
    )

    assert told_by(english, dutch) == [["a"], ["a"], ["b"]]


def test_another_count_of_that_day_in_the_other_language_keeps_them_apart() -> None:
    english = "@P[Ivan Petrov] led #[{} people|{} people] to the pier ^[on 11 May 2023|2023-05-11]."
    dutch = "@P[Ivan Petrov] bracht ^[op 11 mei 2023|2023-05-11] #[300 mensen|300 mensen] naar de pier."
    flag = "Het schip van @[Vela Works] kwam uit @L[Kortdam]."

    def told(count: int) -> int:
        one = report(english.format(count, count), FLAG, identifier="a", published="2023-05-12")
        other = report(dutch, flag, identifier="b", language="nl", published="2023-05-12")
        return len(told_by(one, other))

    assert (told(300), told(500)) == (1, 2)


def test_two_sentences_of_one_article_on_one_day_are_two_events() -> None:
    assert len(events(FIRE, FIRE_RETOLD)) == 2


def test_a_copy_adds_no_event_of_its_own() -> None:
    reports = [
        report(FIRE, identifier="a", published="2023-05-08"),
        report(FIRE, identifier="b", published="2023-05-08"),
    ]
    (only,) = found(reports, {"b": "a"})
    assert [claim.article for claim in only.claims] == ["a", "b"]
    elsewhere = report(FIRE_RETOLD, identifier="c", published="2023-05-08")
    assert found([elsewhere], {"c": "a"}) == ()


MIXED = [
    report(FIRE, identifier="a", published="2023-05-08"),
    report(FIRE_RETOLD, identifier="b"),
    report("^[In 2019|2019] @[Vela Works] moved its office to @L[Kortdam] after a quarrel.", identifier="c"),
    report("@P[Ana Rey] became mayor of @L[Orlune] ^[in the nineties|199X].", identifier="d", published="2020"),
]


@settings(deadline=None, max_examples=20)
@given(st.permutations(MIXED))
def test_events_stand_by_date_whatever_the_order_of_the_files(shuffled: list[tuple[Article, Evidence]]) -> None:
    events_found = found(shuffled, {})
    assert events_found == found(MIXED, {})
    assert [event.date for event in events_found] == sorted((e.date for e in events_found), key=sort_key)
