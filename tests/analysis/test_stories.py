"""Stories: articles without an editor's themes are grouped by what they tell, in any language and order."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

from generator.analysis.language.similarity import Vector
from generator.analysis.themes.recognition import assign_themes, explicit_matches
from generator.analysis.themes.stories import story_themes
from generator.analysis.themes.story_likeness import likeness_of_articles
from generator.analysis.themes.story_numbers import likeness_by_numbers, rare_numbers
from generator.model import Article
from tests.builders import article

FLOOD = [
    article(
        "Der Staudamm von Brelova brach in der Nacht, und das Hochwasser erreichte Tarnok.",
        "Bürgermeisterin Ilka Vondrasek sprach von der schwersten Überschwemmung seit Menschengedenken.",
        "Retter suchen in Tarnok nach Vermissten.",
        language="de",
        identifier="flood-de",
    ),
    article(
        "Rescuers in Tarnok searched for survivors after the Brelova dam broke.",
        "Mayor Ilka Vondrasek said the flood came without warning.",
        language="en",
        identifier="flood-en",
    ),
    article(
        "De dam bij Brelova brak en de overstroming bereikte Tarnok.",
        "Burgemeester Vondrasek vroeg om hulp van redders.",
        language="nl",
        identifier="flood-nl",
    ),
]
STRIKE = [
    article(
        "Die Lokführer der Norvia-Bahn streiken ab Montag.",
        "Gewerkschaftschef Jarl Hemstad fordert höhere Löhne; Züge nach Skelvik fallen aus.",
        language="de",
        identifier="strike-de",
    ),
    article(
        "Train drivers at Norvia begin a strike on Monday, and no train will reach Skelvik.",
        "Union leader Jarl Hemstad wants higher wages.",
        language="en",
        identifier="strike-en",
    ),
]
ALONE = article(
    "The museum of Pellworth shows paintings by Odo Farrant.",
    "Visitors may come until spring.",
    language="en",
    identifier="museum",
)


def told_by(articles: list[Article]) -> dict[str, set[str]]:
    """The articles that name each story, by its title in English."""
    themes = story_themes(articles)
    return {theme.title("en"): {each.id for each in articles if explicit_matches(each, [theme])} for theme in themes}


def test_articles_of_two_stories_make_two_themes_with_telling_titles() -> None:
    told = told_by([*FLOOD, *STRIKE, ALONE])
    assert told == {
        "Flood, Tarnok, Brelova": {"flood-de", "flood-en", "flood-nl"},
        "Train, Hemstad, Norvia": {"strike-de", "strike-en"},
    }


def test_titles_are_in_the_language_of_the_dossier() -> None:
    assert [theme.title("nl") for theme in story_themes([*FLOOD, *STRIKE, ALONE])] == [
        "Overstroming, Tarnok, Brelova",
        "Trein, Hemstad, Norvia",
    ]


def test_what_came_first_is_no_name_for_a_story_without_what_happened() -> None:
    title = "Nach dem Hochwasser in Tarnok: Brelova nimmt Familien auf"
    told = [replace(FLOOD[0], metadata=replace(FLOOD[0].metadata, title=title)), *FLOOD[1:]]
    (flood,) = (theme for theme in story_themes([*told, *STRIKE, ALONE]) if "flood-de" in theme.articles)
    assert flood.title("de") == title


def test_a_story_is_called_by_a_headline_of_its_articles_where_they_have_any() -> None:
    titles = (
        "Hochwasser in Tarnok: Suche nach Vermissten",
        "“It came without warning”: Vondrasek on the Tarnok flood",
        "Wat nu, Tarnok?",
    )
    told = [
        replace(each, metadata=replace(each.metadata, title=title)) for each, title in zip(FLOOD, titles, strict=True)
    ]
    (flood,) = (theme for theme in story_themes([*told, *STRIKE, ALONE]) if "flood-de" in theme.articles)
    assert (flood.title("de"), flood.title("en")) == ("Hochwasser in Tarnok", "Flood, Tarnok, Brelova")
    reported = replace(told[1], metadata=replace(told[1].metadata, title="Dam breaks above Tarnok, rescuers say"))
    (flood,) = (
        theme for theme in story_themes([told[0], reported, told[2], *STRIKE, ALONE]) if "flood-de" in theme.articles
    )
    assert (flood.title("en"), flood.title("fr")) == ("Dam breaks above Tarnok, rescuers say",) * 2


def test_articles_that_share_nothing_make_no_story() -> None:
    assert story_themes([FLOOD[0], STRIKE[0], ALONE]) == ()


def test_two_articles_of_one_story_among_many_that_stand_alone_are_no_theme() -> None:
    towns = ["Ostrel", "Quimbra", "Zandorf"]
    others = [article(f"The bakery of {town} sells bread by {town[::-1]}.", identifier=town.lower()) for town in towns]
    assert story_themes([*STRIKE, *others, ALONE]) == ()


def test_one_story_told_by_all_is_the_page_of_all_articles() -> None:
    assert story_themes(FLOOD) == ()


def test_stories_do_not_depend_on_the_order_of_the_files() -> None:
    articles = [*FLOOD[:2], *STRIKE, ALONE]
    expected = story_themes(articles)
    assert all(story_themes(order) == expected for order in list(permutations(articles))[::30])


def test_heads_of_one_meaning_are_nearer_than_is_usual() -> None:
    fire = [
        article("Ein Brand zerstörte den Markt.", language="de", identifier="fire-de"),
        article("Un incendie a détruit la halle.", language="fr", identifier="fire-fr"),
    ]
    model = Telling("Brand", "incendie")
    alike = likeness_of_articles([*FLOOD, *fire], {each.id: {} for each in [*FLOOD, *fire]}, model)
    assert max(alike, key=alike.__getitem__) == ("fire-de", "fire-fr")
    assert not any(likeness_of_articles(fire, {each.id: {} for each in fire}, model).values())


def test_a_story_is_all_that_its_articles_say_and_nothing_of_others() -> None:
    flood = next(theme for theme in story_themes([*FLOOD, *STRIKE, ALONE]) if "flood-de" in theme.articles)
    other = article("The dam of Brelova was built by Tarnok in 1952.", language="en", identifier="other")
    assert [match.sentence for match in assign_themes(FLOOD[0], [flood])] == [each.id for each in FLOOD[0].sentences]
    assert assign_themes(other, [flood]) == ()


class Telling:
    """A stand-in for the encoder: texts that hold one of the words mean one thing, others each its own."""

    def __init__(self, *same: str) -> None:
        self.same = same
        self.encoded = 0

    def encode(self, words: list[str]) -> list[list[float]]:
        self.encoded += len(words)
        return [self._vector(text) for text in words]

    def _vector(self, text: str) -> list[float]:
        at = 0 if any(word in text for word in self.same) else 1 + sum(map(ord, text)) % 63
        return [float(place == at) for place in range(64)]


def test_head_of_an_unchanged_article_is_encoded_once(tmp_path: Path) -> None:
    model = Telling("Brand")
    vectors: dict[str, Vector] = {each.id: {} for each in FLOOD + STRIKE}
    first = likeness_of_articles(FLOOD + STRIKE, vectors, model, tmp_path)
    encoded = model.encoded
    assert likeness_of_articles(FLOOD + STRIKE, vectors, model, tmp_path) == first
    assert model.encoded == encoded == len(FLOOD + STRIKE)


def test_a_story_keeps_its_id_when_a_later_article_tells_it_too() -> None:
    dated = [
        replace(one, metadata=replace(one.metadata, published=f"2024-05-0{day}")) for day, one in enumerate(FLOOD, 1)
    ]
    rebuilt = "The Brelova dam is to be rebuilt, said Mayor Ilka Vondrasek in Tarnok after the flood."
    later = article(rebuilt, language="en", identifier="a-dam-rebuilt")
    later = replace(later, metadata=replace(later.metadata, published="2024-06-01"))

    before, after = (story_themes([*dated, *more, *STRIKE]) for more in ([], [later]))

    grown = {len(theme.articles): theme.id for theme in after}
    assert grown[4] == next(theme.id for theme in before if len(theme.articles) == 3)


COLLISION = [
    article(
        "Δύο τρένα συγκρούστηκαν σε γέφυρα.",
        "Στα τρένα επέβαιναν 347 επιβάτες και 19 εργαζόμενοι.",
        language="el",
        identifier="collision-el",
    ),
    article(
        "Två tåg kolliderade på tisdagen nära Vrilia.",
        "Ombord fanns 347 resenärer och 19 anställda.",
        language="sv",
        identifier="collision-sv",
    ),
    article(
        "Dva vlaky se srazily u obce Vrilia.",
        "Cestovalo v nich 347 lidí a 19 zaměstnanců.",
        language="cs",
        identifier="collision-cs",
    ),
]


def test_numbers_that_no_other_article_prints_bind_articles_without_a_common_script() -> None:
    stories = {theme.articles for theme in story_themes([*COLLISION, *STRIKE])}
    assert ("collision-cs", "collision-el", "collision-sv") in stories


def test_one_number_alone_and_round_or_small_numbers_bind_no_articles() -> None:
    numbers = {each.id: rare_numbers(each) for each in COLLISION}
    assert set(likeness_by_numbers(numbers).values()) == {0.3}
    assert likeness_by_numbers({"a": ("#347",), "b": ("#347",)}) == {("a", "b"): 0.15}
    assert rare_numbers(article("Four of 200 people stayed, and 19 of 5,000 left.", language="en")) == ()


def test_a_number_that_many_articles_print_adds_nothing() -> None:
    assert likeness_by_numbers({f"a{number:02}": ("#347",) for number in range(13)}) == {}
