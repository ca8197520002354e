"""What a whole dossier shows of its articles, and on which of its pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.briefing.candidate import Candidate
from generator.briefing.composition import compose
from generator.briefing.lasting_ids import ids_of_each
from generator.briefing.passages import QuotableArticle
from generator.briefing.theme_page import EVENTS_ON_A_THEME_PAGE, _overlaps, _weightiest
from generator.model import Article, ArticleKind, Citation, Dossier, Edition, Event, Evidence, Theme, Vocabulary
from generator.pipeline import compose_dossier
from generator.project import load_project
from generator.publishing.interface import Interface
from tests.builders import article
from tests.reports import corpus, report

PORTS = Theme("ports", {"en": "Ports"})
FILLER = "The weather stayed mild and many people walked along the quiet river."
SIGNING = (
    "@P[Ana Rey] and @[Vela Works] signed a contract on the port for #[80 million dollars|80000000 USD] "
    "^[on 7 May 2023|2023-05-07]."
)


def dossier(root: Path, *reports: tuple[Article, Evidence], edition: Edition = Edition.PUBLIC) -> Dossier:
    """Composed from marked articles, in a project without any file of an editor."""
    articles, evidence = corpus(*reports)
    vocabulary = Vocabulary(themes=(PORTS,))
    project = load_project(root)
    return compose(project, articles, vocabulary, evidence, edition=edition, wording=Interface("en"), problems=[])


def on_ports(number: int, *paragraphs: str, **stated: object) -> tuple[Article, Evidence]:
    """An article whose first sentence is on the theme."""
    return report(*paragraphs, identifier=f"a{number}", themes={"ports": ["p1-s1"]}, **stated)


def test_a_theme_page_shows_each_number_once_and_how_long_something_took_last(tmp_path: Path) -> None:
    first = "In #[16 years|16 years] @P[Ana Rey] gave the port of @L[Orlune] #[3 cranes|3 cranes] and a pier."
    again = "The port of @L[Orlune] has #[3 cranes|3 cranes] of @[Vela Works], says @P[Bram Osten]."
    (page,) = dossier(tmp_path, on_ports(1, first), on_ports(2, again)).briefings
    assert [figure.unit for figure in page.figures] == ["cranes", "years"]


def test_an_article_on_several_themes_stands_on_the_page_of_each_and_its_words_say_why(tmp_path: Path) -> None:
    themes = {"ports": ["p1-s1"], "walks": ["p1-s2"]}
    made = dossier(tmp_path, report(f"{SIGNING} {FILLER}", identifier="a1", themes=themes))
    (page,) = made.briefings
    assert page.articles == ("a1",)
    assert made.statements[0].theme_words == (("ports", "ports"),)


def test_a_theme_page_shows_of_many_events_the_latest_of_those_that_most_report() -> None:
    def event(day: int, sources: int) -> Event:
        citation = Citation(QuotableArticle.of(article("A port.")).passage(0, 7))
        date = f"2023-{1 + day // 28:02}-{1 + day % 28:02}"
        return Event(f"e-{day}", date, "", "A port.", "en", (citation,) * sources)

    events = [event(day, 2 if day == 0 else 1) for day in range(EVENTS_ON_A_THEME_PAGE + 2)]
    assert _weightiest(events) == [events[0], *events[3:]]


def test_an_event_and_what_backs_a_statement_begin_behind_the_dateline_of_an_agency(tmp_path: Path) -> None:
    told = SIGNING.removesuffix(".")
    shown = dossier(tmp_path, on_ports(1, f"{told}, they said."), on_ports(2, f"ORLUNE (Reuters) – {told}."))

    cited = [one for statement in shown.statements for one in statement.citations]
    cited += [one for event in shown.timeline for one in event.citations]
    assert {one.passage.article for one in cited} == {"a1", "a2"}
    assert not [one.passage.exact for one in cited if "Reuters" in one.passage.exact]


def test_a_theme_of_which_little_is_said_has_what_there_is(tmp_path: Path) -> None:
    (statement,) = dossier(tmp_path, on_ports(1, "The port of @L[Orlune] was closed for a while.")).statements
    assert statement.text == "The port of Orlune was closed for a while."


def test_an_extract_right_beside_what_an_editor_quotes_stays() -> None:
    text = "港は来年開く。橋も開く。"
    quotable = QuotableArticle.of(article(text, language="ja"))
    extract = Candidate("an-article", 7, len(text), ("p1-s2",), (), {})
    assert not _overlaps(extract, [quotable.passage(0, 7)])
    assert _overlaps(extract, [quotable.passage(6, 8)])


def test_opinion_follows_plain_reports_on_a_page(tmp_path: Path) -> None:
    opinion = on_ports(1, SIGNING, kind=ArticleKind.OPINION)
    words = "The port of @L[Orlune] got #[9 cranes|9 cranes] ^[in June 2023|2023-06], says @P[Bram Osten]."
    plain = on_ports(2, words, kind=ArticleKind.NEWS)
    made = dossier(tmp_path, opinion, plain)
    (page,) = made.briefings
    kinds = {article.id: article.metadata.kind for article in made.articles}
    shown = [kinds[statement.citations[0].passage.article] for statement in page.statements]
    assert shown == [ArticleKind.NEWS, ArticleKind.OPINION]


def test_a_twin_is_no_further_source_and_has_no_statement_of_its_own(tmp_path: Path) -> None:
    text = f"{SIGNING} {FILLER} The hall of @L[Orlune] was full of guests that evening, and music played."
    made = dossier(tmp_path, on_ports(1, text, published="2023-05-08"), on_ports(2, text, published="2023-05-09"))
    assert dict(made.duplicates) == {"a2": "a1"}
    (statement,) = made.statements
    assert (statement.citations[0].passage.article, statement.corroborated_by) == ("a1", 0)


def test_an_independent_report_of_the_same_fact_is_a_further_source(tmp_path: Path) -> None:
    other = "@[Vela Works] gets #[80 million dollars|80000000 USD] for the port from @P[Ana Rey]."
    made = dossier(tmp_path, on_ports(1, SIGNING), on_ports(2, f"{other} {FILLER}"))
    (statement,) = made.statements
    assert statement.corroborated_by == 1
    assert {citation.passage.article for citation in statement.citations} == {"a1", "a2"}


def test_a_sentence_that_two_outlets_print_word_for_word_is_no_second_source(tmp_path: Path) -> None:
    own = (
        "Guests had come from all over the bay, and two boats were late because of a strong wind from the north.",
        "Nobody in the hall wanted to say a word about the price, and the doors were closed before the music began.",
    )
    made = dossier(tmp_path, *(on_ports(number, f"{SIGNING} {rest}") for number, rest in enumerate(own, start=1)))
    (statement,) = made.statements
    assert not made.duplicates
    assert ({one.passage.article for one in statement.citations}, statement.corroborated_by) == ({"a1", "a2"}, 0)


def test_a_fact_is_told_in_the_language_of_the_dossier_where_one_of_the_reports_is(tmp_path: Path) -> None:
    german = (
        "@[Vela Works] erhält von @P[Ana Rey] #[80 Millionen Dollar|80000000 USD] für den Hafen, wie @P[Bram Osten] "
        "^[am 7. Mai|2023-05-07] in der Stadt @L[Orlune] sagte."
    )
    earlier = on_ports(1, german.replace("7. Mai", "7 Mai"), language="de", published="2023-05-08")
    made = dossier(tmp_path, earlier, on_ports(2, SIGNING, language="en", published="2023-05-09"))
    (statement,) = made.statements
    assert (statement.language, statement.corroborated_by) == ("en", 1)


def test_a_report_that_gives_fewer_numbers_backs_the_statement_with_those_it_gives(tmp_path: Path) -> None:
    more = f"{SIGNING[:-1]}, and it will employ #[400 people|400 people] there."
    paid = "@[Vela Works] gets #[80 million dollars|80000000 USD] for the port from @P[Ana Rey]"
    other = f"{paid} ^[on 7 May 2023|2023-05-07]."
    made = dossier(tmp_path, on_ports(1, more), on_ports(2, other))
    (backed,) = [statement for statement in made.statements if statement.corroborated_by]
    assert backed.text.startswith("Vela Works gets 80 million dollars")
    assert {citation.passage.article for citation in backed.citations} == {"a1", "a2"}


def test_a_role_is_given_in_the_form_in_which_it_stands_by_itself(tmp_path: Path) -> None:
    sentence = "@[Vela Works] dankt {} @P[Ana Rey] für #[80 Millionen Dollar|80000000 USD] ^[am Sonntag|2023-05-07]."
    inflected = sentence.format("dem aserbaidschanischen Präsidenten")
    plain = "Präsident @P[Ana Rey] besucht ^[am Montag|2023-05-08] mit #[40 Gästen|40 Gästen] die @[Vela Works]."
    made = dossier(tmp_path, on_ports(1, inflected, language="de"), on_ports(2, plain, language="de"))
    (actor,) = [actor for actor in made.actors if actor.name == "Ana Rey"]
    assert actor.role == "Präsident"


def test_what_the_editor_leaves_out_is_shown_nowhere(tmp_path: Path) -> None:
    other = SIGNING.replace("80 million dollars|80000000", "60 million dollars|60000000")
    reports = on_ports(1, SIGNING), on_ports(2, other)
    made = dossier(tmp_path, *reports)
    (disagreement,), refused = made.disagreements, made.statements[0]
    assert refused.disputed
    (tmp_path / "sources/briefings").mkdir(parents=True)
    briefing = tmp_path / "sources/briefings/ports.yml"
    briefing.write_text(f"leave_out: [{disagreement.id}]\n", encoding="utf-8")
    without = dossier(tmp_path, *reports)
    assert without.disagreements == ()
    assert not any(statement.disputed for statement in without.statements)
    ids = [refused.id, made.timeline[0].id]
    briefing.write_text(f"leave_out: [{', '.join(ids)}]\n", encoding="utf-8")
    left = dossier(tmp_path, *reports)
    assert refused.id not in {statement.id for statement in left.statements}
    assert made.timeline[0].id not in {event.id for event in left.timeline}


@pytest.mark.parametrize("day", ["2023-05-08", "2023-05-10"], ids=["an earlier report", "a later report"])
def test_what_is_left_out_stays_out_and_linked_when_another_report_joins(day: str, tmp_path: Path) -> None:
    other = SIGNING.replace("80 million dollars|80000000", "60 million dollars|60000000")
    reports = on_ports(1, SIGNING, published="2023-05-09"), on_ports(2, other, published="2023-05-09")
    made = dossier(tmp_path, *reports)
    (disagreement,), (event, *_) = made.disagreements, made.timeline
    joined = (*reports, on_ports(3, other, published=day), on_ports(4, SIGNING, published=day))
    more = dossier(tmp_path, *joined)
    (wider,) = more.disagreements
    assert sum(len(side.citations) for side in wider.sides) == 4
    assert disagreement.id in (wider.id, *wider.other_ids)
    assert event.id in {name for one in more.timeline for name in (one.id, *one.other_ids)}
    (tmp_path / "sources/briefings").mkdir(parents=True)
    briefing = tmp_path / "sources/briefings/ports.yml"
    briefing.write_text(f"leave_out: [{disagreement.id}, {event.id}]\n", encoding="utf-8")
    without = dossier(tmp_path, *joined)
    assert without.disagreements == ()
    assert event.id not in {name for one in without.timeline for name in (one.id, *one.other_ids)}


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=4), max_size=5))
def test_no_two_have_an_id_in_common_and_none_is_lost(proposed: list[list[str]]) -> None:
    given_ids = ids_of_each(proposed)
    everything = [identifier for ids in given_ids for identifier in ids]
    assert len(everything) == len(set(everything))
    assert set(everything) >= {identifier for ids in proposed for identifier in ids}


def test_a_name_dropped_once_that_nothing_is_told_of_is_not_listed(tmp_path: Path) -> None:
    dropped = "^[On Tuesday|2023-05-09] @P[Mia Lund] and @P[Tom Berg] of @[Kort Haven] met at @[Mora Lines]."
    made = dossier(tmp_path, report(f"{SIGNING} {dropped}"), edition=Edition.PRIVATE)
    assert len(made.statements) == 2
    assert {actor.name for actor in made.actors} == {"Ana Rey", "Vela Works"}
    recurring = dossier(
        tmp_path, report(f"{SIGNING} {dropped} The house of @P[Mia Lund] is old."), edition=Edition.PRIVATE
    )
    assert "Mia Lund" in [actor.name for actor in recurring.actors]


def test_whom_the_editor_lists_is_listed_for_an_event_or_a_side_of_a_disagreement_alone(tmp_path: Path) -> None:
    files = {
        "vocabulary/actors.yml": "- {id: dockers, name: Dockers of Orlune, kind: organisation}\n",
        "vocabulary/themes.yml": "- {id: ports, title: Ports, terms: {en: [port, quay]}}\n",
        "articles/strike.txt": (
            "The port of Orlune lies idle, and nobody knows for how long. Some 450 people walked home that evening.\n\n"
            "The Dockers of Orlune said on Monday that they would stop work on 12 May without a guarantee.\n"
        ),
        "articles/strike.yml": "language: en\npublished: 2023-05-09\n",
        "briefings/ports.yml": (
            "disagreements:\n- id: how-many\n  question: How many?\n  sides:\n"
            "  - {text: Many, quotes: [{article: strike, exact: Some 450 people walked home}]}\n"
            "  - {text: None, quotes: [{article: strike, exact: The port of Orlune lies idle}]}\n"
        ),
    }
    for name, text in files.items():
        path = tmp_path / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    made = compose_dossier(tmp_path).dossier
    assert [event.date for event in made.timeline] == ["2023-05-08"]
    assert "Dockers of Orlune" in [actor.name for actor in made.actors]
    assert [figure.expression for figure in made.figures] == ["450 people"]


def test_a_country_that_two_reports_meet_in_by_chance_is_not_listed(tmp_path: Path) -> None:
    def of_orlune(number: int) -> tuple[Article, Evidence]:
        told = f"@[Vela Works] sold #[{number}7 ships|{number}7 ships] to @P[Ana Rey] of @L[Orlune]."
        built, evidence = on_ports(number, told)
        known = [replace(m, actor="orlune") if m.name == "Orlune" else m for m in evidence.actors]
        return built, replace(evidence, actors=tuple(known))

    reports = [of_orlune(number) for number in (1, 3, 5)]
    assert "Orlune" not in [actor.name for actor in dossier(tmp_path, *reports[:2]).actors]
    assert "Orlune" in [actor.name for actor in dossier(tmp_path, *reports).actors]


def test_a_dossier_does_not_depend_on_the_order_of_its_articles(tmp_path: Path) -> None:
    reports = [on_ports(n, SIGNING.replace("Rey", name)) for n, name in enumerate(("Rey", "Roy", "Osten", "Miro"))]
    assert dossier(tmp_path, *reports) == dossier(tmp_path, *reversed(reports))


def test_a_question_names_who_acts_before_places_and_places_in_the_language_of_the_dossier(tmp_path: Path) -> None:
    words = "En @L[Norvège] et en @L[Suède], @[Vela Works] a vendu le port à @[Orlune Trading] pour"
    made = dossier(
        tmp_path,
        _with_countries(on_ports(1, f"{words} #[80 millions de dollars|80000000 USD].", language="fr")),
        _with_countries(on_ports(2, f"{words} #[60 millions de dollars|60000000 USD].", language="fr")),
    )
    (found,) = made.disagreements
    answers = "80 million\N{NO-BREAK SPACE}USD or 60 million\N{NO-BREAK SPACE}USD"
    assert found.question == f"Vela Works, Orlune Trading, Norway: {answers}?"


def test_a_page_opens_with_the_later_count_and_tells_the_earlier_one_as_replaced(tmp_path: Path) -> None:
    words = "The fire at @[Vela Works] in the port of @L[Kortdam] killed"
    made = dossier(
        tmp_path,
        on_ports(1, f"{words} #[12 people|12 people].", published="2026-03-09"),
        on_ports(2, f"{words} #[15 people|15 people].", published="2026-03-10"),
    )
    ((found,), (page,)) = made.disagreements, made.briefings
    assert found.is_development
    assert [(statement.superseded, statement.disputed) for statement in page.statements] == [(False, False)]
    assert {s.citations[0].passage.article: s.superseded for s in made.statements} == {"a1": True, "a2": False}
    assert all(s.disputed for s in made.statements if s.superseded)


def test_a_toll_that_rose_keeps_its_earlier_figure_and_one_that_was_wrong_loses_it(tmp_path: Path) -> None:
    place = "@[Vela Works] in the port of @L[Kortdam]"
    first = on_ports(1, f"The fire at {place} killed #[12 people|12 people].", published="2026-03-09")
    more = on_ports(2, f"Flames at {place} have now killed #[15 people|15 people].", published="2026-03-10")
    fewer = on_ports(2, f"Flames at {place} have killed #[10 people|10 people], not #[12|12].", published="2026-03-10")
    assert figures_of(dossier(tmp_path, first, more)) == ["12 people", "15 people"]
    assert figures_of(dossier(tmp_path, first, fewer)) == ["10 people"]


def figures_of(made: Dossier) -> list[str]:
    return [figure.expression for figure in made.figures]


def _with_countries(marked: tuple[Article, Evidence]) -> tuple[Article, Evidence]:
    """The article with its countries known by their ids."""
    known = {"Norvège": "place-no", "Suède": "place-se"}
    built, evidence = marked
    actors = tuple(replace(mention, actor=known.get(mention.name)) for mention in evidence.actors)
    return built, replace(evidence, actors=actors)
