"""Which of the extracts on offer a page shows, and which of them open it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analysis.themes.proposals import COMMON_THEME
from generator.briefing.candidate import Candidate
from generator.briefing.selection import choose
from generator.model import Article, ArticleKind, Evidence
from tests.reports import corpus, rank_extracts, report

SIGNING = (
    "@P[Ana Rey] and @[Vela Works] signed a contract for #[80 million dollars|80000000 USD] ^[in May 2023|2023-05]."
)
FILLER = "The weather stayed mild and many people walked along the quiet river."


def theme_of(number: int, *sentences: str, **stated: object) -> tuple[Article, Evidence]:
    return report(*sentences, identifier=f"a{number}", **stated)  # type: ignore[arg-type]


def offered_by(*reports: tuple[Article, Evidence]) -> tuple[list[Candidate], dict[str, Article]]:
    """What articles offer to a page, and the articles by their ids."""
    articles, evidence = corpus(*reports)
    offered = [c for built in articles for c in rank_extracts(built, evidence[built.id])]
    return offered, {built.id: built for built in articles}


def page(reports: list[tuple[Article, Evidence]], limit: int) -> list[Candidate]:
    return list(choose(*offered_by(*reports), limit))


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


def test_an_article_about_the_theme_opens_its_page_before_one_that_drops_the_word() -> None:
    about = theme_of(1, SIGNING, f"{FILLER} {FILLER}", themes={"bridges": ["p1-s1", "p2-s1", "p2-s2"]})
    other = "@P[Bram Roy] sold #[9 boats|9 boats] to @[Mora Lines] ^[in June 2023|2023-06] under the old bridge."
    aside = theme_of(2, other, themes={"bridges": ["p1-s1"]}, language="nl")
    offered, articles = offered_by(about, aside)
    first, second = choose(offered, articles, 8, theme="bridges")
    assert (first.article, second.article) == ("a1", "a2")


def test_a_page_leaves_out_what_an_article_on_other_things_says_of_its_theme_in_passing() -> None:
    told = [
        f"@P[Person {i}] and @[Mora Lines] paid #[{i}5 million dollars|{i}5000000 USD] for bridge {i}."
        for i in (1, 2, 3, 4)
    ]
    about = [theme_of(i, told[i - 1], themes={"bridges": ["p1-s1"]}) for i in (1, 2, 3)]
    long = theme_of(4, *[FILLER] * 9, told[3], themes={"bridges": ["p10-s1"]})
    for reports, shown in (([*about, long], {"a1", "a2", "a3"}), ([*about[:2], long], {"a1", "a2", "a4"})):
        offered, articles = offered_by(*reports)
        chosen = choose(offered, articles, 8, theme="bridges")
        assert {c.article for c in chosen} == shown


def test_an_extract_alone_in_its_language_is_not_taken_for_the_heart_of_the_matter() -> None:
    alone = theme_of(9, f"{FILLER} {SIGNING.replace('80', '7')}", language="nl")
    shown = [c.article for c in page([*MANY, alone], 20)]
    assert shown.index("a9") > 0


def test_at_most_two_extracts_of_an_article_while_others_have_something_to_say() -> None:
    shown = [c.article for c in page(MANY, 8)]
    assert len(shown) == 8
    assert max(shown.count(name) for name in shown) == 2


def test_a_theme_with_one_article_shows_more_than_two_extracts_of_it() -> None:
    assert len(page(MANY[:1], 8)) == 4


def test_a_page_on_all_articles_lets_each_of_them_speak_first() -> None:
    offered, articles = offered_by(*MANY)
    favoured = {c.key: 9 for c in offered if c.article == "a1"}
    shown = choose(offered, articles, 5, favoured, COMMON_THEME)
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
    offered, articles = offered_by(german, english)
    for language, opening in (("de", "a1"), ("en", "a2")):
        assert choose(offered, articles, 8, language=language)[0].article == opening


def test_a_mood_comes_after_what_happened() -> None:
    mood = "@P[Ana Rey] of @[Vela Works] and @P[Jan Ost] of @[Mora Lines] look out at the sea over @L[Kortdam]."
    news = "@P[Ana Rey] closed the port of @L[Kortdam]."
    built = theme_of(1, FILLER, FILLER, FILLER, mood, news, themes={"ports": [f"p{i}-s1" for i in (4, 5)]})
    articles, evidence = corpus(built)
    offered = rank_extracts(articles[0], evidence["a1"])
    (first,) = choose(offered, {"a1": articles[0]}, 1, theme="ports")
    assert "closed the port" in articles[0].text[first.start : first.end]


def test_the_same_fact_is_not_shown_twice_while_another_waits() -> None:
    again = SIGNING.replace("a contract", "the contract")
    other = "@L[Kortdam] elected @P[Carl Umber] mayor with #[61 per cent|61 %] of the vote ^[on 4 May 2023|2023-05-04]."
    shown = page([theme_of(1, SIGNING), theme_of(2, again), theme_of(3, other)], 2)
    assert {c.article for c in shown} in ({"a1", "a3"}, {"a2", "a3"})


def test_what_several_articles_report_comes_before_what_one_reports() -> None:
    offered, articles = offered_by(*MANY)
    favoured = offered[-1]
    (first,) = choose(offered, articles, 1, {favoured.key: 4})
    assert first.key == favoured.key


@settings(deadline=None, max_examples=20)
@given(st.permutations(MANY))
def test_the_order_of_the_files_changes_nothing(shuffled: list[tuple[Article, Evidence]]) -> None:
    assert page(shuffled, 6) == page(MANY, 6)
