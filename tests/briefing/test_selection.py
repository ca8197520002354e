"""Which sentences become extracts, and which of them open a theme page."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analysis.agreement.claims import claims_of
from generator.analysis.themes.proposals import COMMON_THEME
from generator.briefing.selection import Candidate, choose
from generator.briefing.standing import complete_sentences, leans
from generator.briefing.weighing import news_grounds, says_something, weight
from generator.model import Article, ArticleKind, Evidence
from generator.reading.heads.datelines import dateline_end
from tests.builders import article
from tests.reports import cases, corpus, rank_extracts, report

SIGNING = (
    "@P[Ana Rey] and @[Vela Works] signed a contract for #[80 million dollars|80000000 USD] ^[in May 2023|2023-05]."
)
FILLER = "The weather stayed mild and many people walked along the quiet river."
LEANING = (
    "He also promised @[Vela Works] a road to @L[Kortdam] for #[3 million dollars|3000000 USD] ^[by June|2023-06]."
)


def test_what_an_interviewer_says_is_no_extract() -> None:
    turns = (
        "Courier: @P[Ana Rey] of @[Vela Works] says she was told of the fire ^[on 7 May 2023|2023-05-07].",
        "Osten: @[Vela Works] and @P[Ana Rey] had the letter of @[Port Office] ^[on 2 May 2023|2023-05-02].",
        "Courier: What did @P[Ana Rey] and @[Vela Works] answer you ^[in June 2023|2023-06]?",
        "Courier: Will they pay?",
    )
    (told,) = extracts(*turns, language="en", kind=ArticleKind.INTERVIEW)
    assert told.startswith("Osten: Vela Works and Ana Rey had the letter")


def extracts(*paragraphs: str, **stated: object) -> list[str]:
    built, evidence = report(*paragraphs, **stated)  # type: ignore[arg-type] # what a test states of the article
    return [" ".join(built.text[c.start : c.end].split()) for c in rank_extracts(built, evidence)]


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


def test_a_sentence_with_names_and_numbers_is_an_extract_and_filler_is_none() -> None:
    (only,) = extracts(f"{FILLER} {SIGNING} {FILLER}")
    assert only.startswith("Ana Rey and Vela Works signed")


def test_what_happened_years_before_the_report_is_background() -> None:
    told = "@[Vela Works] and @[Orlune Trading] opened a harbour in @L[Kortdam] ^[in {year}|{year}]."
    assert extracts(told.format(year="2023"), published="2023-05-09")
    assert extracts(told.format(year="1985"), published="2023-05-09") == []
    assert extracts(told.format(year="2019"), published="2023-05-09") == []
    assert extracts(told.format(year="2020"), published="2023-05-09")
    assert extracts(told.format(year="1985"), published=None)


def test_two_who_act_tell_enough_with_a_month_and_not_with_a_year() -> None:
    assert extracts("@P[Ana Rey] met the owner of @[Vela Works] ^[in May 2023|2023-05].")
    assert extracts("@P[Ana Rey] met the owner of @[Vela Works] ^[in 2023|2023].") == []


def test_words_of_a_theme_weigh_by_whether_the_article_keeps_to_it_and_to_whom_it_names() -> None:
    rise = "@[Vela Works] raised the price of bread by #[12 percent|12 %]."

    def first(second: str, *on_theme: str) -> float:
        return weight(claims_of(*report(rise, second, themes={"prices": on_theme}))[0])

    kept_to = first("The bread of @[Vela Works] is brown.", "p1-s1", "p2-s1")
    of_others = first("The bread of the mill is brown.", "p1-s1", "p2-s1")
    dropped_once = first("The mill is closed.", "p1-s1")
    assert kept_to > of_others > dropped_once


def test_who_takes_over_what_and_where_on_a_weekday_is_news() -> None:
    assert extracts("@P[Ana Rey] took over @[Vela Works] in @L[Kortdam] ^[on Friday|2023-05-12].")


def test_a_list_of_names_alone_tells_nothing() -> None:
    assert (
        extracts("Over the years @P[Ana Rey], @P[Bram Osten], @P[Carl Umber] and @P[Mia Lund] were its guests.") == []
    )
    vaguely = "^[Last winter|2024-24] @P[Ana Rey], @P[Bram Osten], @P[Carl Umber] and @P[Mia Lund] were its guests."
    assert extracts(vaguely) == []


def test_who_acts_tells_more_than_where() -> None:
    assert extracts("@[Vela Works] delivered #[41,900 tonnes|41900 t] to @[Orlune Trading] in the spring.")
    assert extracts("The mild weather in @L[Kortdam] brought #[41,900 visitors|41900 visitors] to @L[Rudawiec].") == []


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


def test_a_month_says_more_than_a_year() -> None:
    told = "@P[Ana Rey] and @[Vela Works] opened a bridge in {date}."
    by_year, by_month = (
        claims_of(*report(told.format(date=date)))[0] for date in ("^[2023|2023]", "^[May 2023|2023-05]")
    )
    assert weight(by_month) > weight(by_year)


def test_a_number_in_digits_says_more_than_a_small_one_in_words() -> None:
    told = "@P[Ana Rey] met {count} of @[Vela Works]."
    in_words, in_digits = (
        claims_of(*report(told.format(count=count)))[0]
        for count in ("#[two directors|2 directors]", "#[12 directors|12 directors]")
    )
    assert weight(in_digits) > weight(in_words)


def test_a_number_on_no_theme_of_an_editor_tells_nothing_by_itself() -> None:
    rise = "The prices of bread rose by #[12 percent|12 %] ^[in May 2023|2023-05]."
    on_theme, on_none = (
        claims_of(*report(rise, themes=themes))[0] for themes in ({"prices": ["p1-s1"]}, {COMMON_THEME: ["p1-s1"]})
    )
    assert says_something(on_theme)
    assert not says_something(on_none)


@pytest.mark.parametrize(("date", "tells"), [("^[in May 2023|2023-05]", True), ("^[in 2023|2023]", False)])
def test_a_month_on_a_theme_tells_something_by_itself_and_a_year_does_not(date: str, *, tells: bool) -> None:
    (claim,) = claims_of(*report(f"The prices of bread rose in the whole town {date}.", themes={"prices": ["p1-s1"]}))
    assert says_something(claim) is tells


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


def test_an_article_speaks_to_a_theme_that_is_short_of_extracts() -> None:
    built, evidence = report(
        f"{FILLER} Pipelines matter to @L[Kortdam] more than ever.", themes={"energy": ["p1-s2"], "trade": ["p1-s1"]}
    )
    assert rank_extracts(built, evidence) == ()
    (only,) = rank_extracts(built, evidence, frozenset({"energy", "trade"}))
    assert built.text[only.start : only.end] == "Pipelines matter to Kortdam more than ever."


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


def test_a_number_on_an_editors_theme_is_an_extract_though_nobody_is_named() -> None:
    prices = "Prices of bread rose by #[12 %|12 %] ^[in May 2023|2023-05]."
    for theme, offered in (("prices", 1), (COMMON_THEME, 0)):
        built, evidence = report(f"{prices} {FILLER} {prices}", themes={theme: ["p1-s1", "p1-s3"]})
        assert len(rank_extracts(built, evidence)) == 2 * offered, theme


def test_the_first_sentence_of_an_article_is_offered_to_an_editors_theme_that_it_names() -> None:
    built, evidence = report(
        f"The town of @L[Kortdam] wants a bridge. {FILLER} The people of @L[Kortdam] like bridges.",
        themes={"bridges": ["p1-s1", "p1-s3"]},
    )
    (only,) = rank_extracts(built, evidence)
    assert only.start == 0


def test_an_article_about_the_theme_opens_its_page_before_one_that_drops_the_word() -> None:
    about = theme_of(1, SIGNING, f"{FILLER} {FILLER}", themes={"bridges": ["p1-s1", "p2-s1", "p2-s2"]})
    other = "@P[Bram Roy] sold #[9 boats|9 boats] to @[Mora Lines] ^[in June 2023|2023-06] under the old bridge."
    aside = theme_of(2, other, themes={"bridges": ["p1-s1"]}, language="nl")
    articles, evidence = corpus(about, aside)
    offered = [c for built in articles for c in rank_extracts(built, evidence[built.id])]
    first, second = choose(offered, {built.id: built for built in articles}, 8, theme="bridges")
    assert (first.article, second.article) == ("a1", "a2")


def test_a_page_leaves_out_what_an_article_on_other_things_says_of_its_theme_in_passing() -> None:
    told = [
        f"@P[Person {i}] and @[Mora Lines] paid #[{i}5 million dollars|{i}5000000 USD] for bridge {i}."
        for i in (1, 2, 3, 4)
    ]
    about = [theme_of(i, told[i - 1], themes={"bridges": ["p1-s1"]}) for i in (1, 2, 3)]
    long = theme_of(4, *[FILLER] * 9, told[3], themes={"bridges": ["p10-s1"]})
    for reports, shown in (([*about, long], {"a1", "a2", "a3"}), ([*about[:2], long], {"a1", "a2", "a4"})):
        articles, evidence = corpus(*reports)
        offered = [c for built in articles for c in rank_extracts(built, evidence[built.id])]
        chosen = choose(offered, {built.id: built for built in articles}, 8, theme="bridges")
        assert {c.article for c in chosen} == shown


def test_an_extract_alone_in_its_language_is_not_taken_for_the_heart_of_the_matter() -> None:
    alone = theme_of(9, f"{FILLER} {SIGNING.replace('80', '7')}", language="nl")
    shown = [c.article for c in page([*MANY, alone], 20)]
    assert shown.index("a9") > 0


def theme_of(number: int, *sentences: str, **stated: object) -> tuple[Article, Evidence]:
    return report(*sentences, identifier=f"a{number}", **stated)  # type: ignore[arg-type]


def page(reports: list[tuple[Article, Evidence]], limit: int) -> list[Candidate]:
    articles, evidence = corpus(*reports)
    offered = [c for built in articles for c in rank_extracts(built, evidence[built.id])]
    return list(choose(offered, {built.id: built for built in articles}, limit))


MANY = [
    theme_of(
        number,
        *(
            f"@P[Person {number}{place}] of @L[Town {number}{place}] bought "
            f"#[{number}{place} ships|{number}{place} ships] ^[in May 2023|2023-05] for {word}."
            for place, word in enumerate(("grain and ore", "timber from the north", "coal", "cars and their parts"))
        ),
        published=f"2023-06-0{number}",
    )
    for number in range(1, 6)
]


def test_at_most_two_extracts_of_an_article_while_others_have_something_to_say() -> None:
    shown = [c.article for c in page(MANY, 8)]
    assert len(shown) == 8
    assert max(shown.count(name) for name in shown) == 2


def test_a_theme_with_one_article_shows_more_than_two_extracts_of_it() -> None:
    assert len(page(MANY[:1], 8)) == 4


def test_a_page_on_all_articles_lets_each_of_them_speak_first() -> None:
    articles, evidence = corpus(*MANY)
    offered = [c for built in articles for c in rank_extracts(built, evidence[built.id])]
    favoured = {c.key: 9 for c in offered if c.article == "a1"}
    shown = choose(offered, {built.id: built for built in articles}, 5, favoured, COMMON_THEME)
    assert len({c.article for c in shown}) == 5


def test_an_extract_that_says_nothing_new_does_not_lengthen_the_page() -> None:
    again = theme_of(1, SIGNING, FILLER, SIGNING.replace("in May 2023|", "early in May 2023|"))
    assert len(page([again], 8)) == 1


def test_opinion_stands_below_plain_reports_and_is_kept_where_it_is_all_there_is() -> None:
    opinion = theme_of(9, SIGNING, kind=ArticleKind.OPINION, published="2023-07-01")
    assert [c.plain for c in page([opinion, MANY[0]], 6)] == [True] * 4 + [False]
    assert not page([opinion], 6)[0].plain


def test_what_a_company_says_of_itself_takes_no_more_than_two_places() -> None:
    release = report(
        *[
            f"@[Mora Lines] opened #[{i}0 ports|{i}0 ports] in @L[Town {i}] ^[in May 2023|2023-05]."
            for i in range(1, 6)
        ],
        identifier="a9",
        kind=ArticleKind.PRESS_RELEASE,
    )
    assert [c.article for c in page([release, MANY[0]], 8)] == ["a1"] * 4 + ["a9"] * 2


def test_a_page_opens_in_the_language_of_its_reader_with_what_weighs_about_as_much() -> None:
    german = theme_of(1, SIGNING.replace("signed", "und @P[Jan Ost] unterschrieben"), language="de")
    english = theme_of(2, "@P[Carl Umber] and @[Mora Lines] sold #[9 boats|9 boats] ^[in June 2023|2023-06].")
    articles, evidence = corpus(german, english)
    offered = [c for built in articles for c in rank_extracts(built, evidence[built.id])]
    by_id = {built.id: built for built in articles}
    for language, opening in (("de", "a1"), ("en", "a2")):
        assert choose(offered, by_id, 8, language=language)[0].article == opening


def test_a_mood_comes_after_what_happened() -> None:
    mood = "@P[Ana Rey] of @[Vela Works] and @P[Jan Ost] of @[Mora Lines] look out at the sea over @L[Kortdam]."
    news = "@P[Ana Rey] closed the port of @L[Kortdam]."
    built = theme_of(1, FILLER, FILLER, FILLER, mood, news, themes={"ports": [f"p{i}-s1" for i in (4, 5)]})
    articles, evidence = corpus(built)
    offered = rank_extracts(articles[0], evidence["a1"])
    (first,) = choose(offered, {"a1": articles[0]}, 1, theme="ports")
    assert "closed the port" in articles[0].text[first.start : first.end]


def test_a_number_beyond_a_handful_weighs_in_words_too_and_so_does_what_was_done() -> None:
    def weighed(told: str) -> float:
        built, evidence = report(told)
        return sum(news_grounds(claims_of(built, evidence)[0]).values())

    people = "#[{0} people|{1} people] are in hospital in @L[Kortdam]."
    assert weighed(people.format("Eleven", 11)) > weighed(people.format("Four", 4))
    assert weighed("@P[Ana Rey] closed the port of @L[Kortdam].") > weighed(
        "@P[Ana Rey] likes the port of @L[Kortdam]."
    )


def test_the_opening_of_an_article_explains_its_own_pronouns() -> None:
    told = (
        "L'opposition a annoncé ^[jeudi|2023-05-04] qu'elle voterait contre l'accord de @[Vela Works] et @P[Ana Rey]."
    )
    assert len(extracts(told, language="fr", themes={"ports": ["p1-s1"]})) == 1
    assert not extracts(FILLER, told, language="fr", themes={"ports": ["p2-s1"]})


def test_the_same_fact_is_not_shown_twice_while_another_waits() -> None:
    again = SIGNING.replace("a contract", "the contract")
    other = "@L[Kortdam] elected @P[Carl Umber] mayor with #[61 per cent|61 %] of the vote ^[on 4 May 2023|2023-05-04]."
    shown = page([theme_of(1, SIGNING), theme_of(2, again), theme_of(3, other)], 2)
    assert {c.article for c in shown} in ({"a1", "a3"}, {"a2", "a3"})


def test_what_several_articles_report_comes_before_what_one_reports() -> None:
    articles, evidence = corpus(*MANY)
    offered = [c for built in articles for c in rank_extracts(built, evidence[built.id])]
    favoured = offered[-1]
    (first,) = choose(offered, {built.id: built for built in articles}, 1, {favoured.key: 4})
    assert first.key == favoured.key


@settings(deadline=None, max_examples=20)
@given(st.permutations(MANY))
def test_the_order_of_the_files_changes_nothing(shuffled: list[tuple[Article, Evidence]]) -> None:
    assert page(shuffled, 6) == page(MANY, 6)


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("ORLUNE, May 7 (Agency) - Two ships left.", "Two ships left."),
        ("SAINT-OMBRE, 30 April 2025 - Nine towns met.", "Nine towns met."),
        ("NEW YORK – „Wir“, sagte er.", "„Wir“, sagte er."),
        ("NATO – das Bündnis – wächst.", "NATO – das Bündnis – wächst."),
        ("Orlune - The town grows.", "Orlune - The town grows."),
    ],
)
def test_a_dateline_is_no_part_of_what_a_sentence_says(text: str, without: str) -> None:
    assert text[dateline_end(text) :] == without


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "@P[Ana Rey] of @[Vela Works] praised @P[Bram Osten] ^[on Tuesday|2023-05-09].", False, id="names dropped"
        ),
        pytest.param(
            "@P[Ana Rey] of @[Vela Works] praised @P[Bram Osten] ^[on 9 May|2023-05-09].", True, id="a written day"
        ),
        pytest.param("@P[Ana Rey] of @[Vela Works] met @P[Bram Osten] ^[on Tuesday|2023-05-09].", True, id="a meeting"),
        pytest.param(
            "@P[Ana Rey] of @[Orlune Bank] praised @P[Bram Osten] ^[on Tuesday|2023-05-09].", True, id="named again"
        ),
    ],
)
def test_names_dropped_once_in_an_article_about_others_are_a_remark(sentence: str, told: bool) -> None:
    quiet = "The streets of the town stayed calm and people waited for better weather."
    built, evidence = report(f"{quiet} {quiet} @[Orlune Bank] keeps its old name for good. {sentence}")
    assert bool(rank_extracts(built, evidence)) is told
