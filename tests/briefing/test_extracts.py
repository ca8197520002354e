"""Which of the sentences on offer a dossier shows as its statements, and which report of a fact speaks for all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.briefing.composition import compose
from generator.model import Article, ArticleKind, Dossier, Edition, Evidence, Theme, Vocabulary
from generator.project import load_project
from generator.publishing.interface import Interface
from tests.reports import corpus, report

PLACES = [f"p{number}-s1" for number in range(1, 6)]
THEMES = (Theme("ports", {"en": "Ports"}), Theme("ferries", {"en": "Ferries"}))
FILLER = "The weather stayed mild and many people walked along the quiet river."
SIGNING = (
    "@P[Ana Rey] and @[Vela Works] signed a contract on the port for #[80 million dollars|80000000 USD] "
    "^[on 7 May 2023|2023-05-07]."
)
GERMAN = (
    "@[Vela Works] erhält von @P[Ana Rey] ^[am 7 Mai|2023-05-07] #[80 Millionen Dollar|80000000 USD] für den Hafen "
    "in der Stadt @L[Orlune]."
)
DUTCH = (
    "@[Vela Works] krijgt van @P[Ana Rey] ^[op 7 mei|2023-05-07] #[80 miljoen dollar|80000000 USD] voor de haven "
    "in de stad @L[Orlune]."
)


def dossier(
    root: Path, *reports: tuple[Article, Evidence], edition: Edition = Edition.PUBLIC, **stated: object
) -> Dossier:
    """Composed with settings that differ from the usual ones as ``stated``."""
    articles, evidence = corpus(*reports)
    project = load_project(root)
    project = replace(project, settings=replace(project.settings, **stated))  # type: ignore[arg-type]
    vocabulary, wording = Vocabulary(themes=THEMES), Interface("en")
    return compose(project, articles, vocabulary, evidence, edition=edition, wording=wording, problems=[])


def on_ports(number: int, *paragraphs: str, **stated: object) -> tuple[Article, Evidence]:
    """An article whose first sentence is on the ports."""
    return report(*paragraphs, identifier=f"a{number}", themes={"ports": ["p1-s1"]}, **stated)


def sale(number: int, ships: int) -> str:
    return (
        f"@P[Person {number}] of @L[Town {number}] sold #[{ships} ships|{ships} ships] to @[Line {number}] "
        f"^[on {number} May 2023|2023-05-0{number}] for the harbour."
    )


def texts(made: Dossier) -> set[str]:
    return {statement.text.split(" of ")[0] for statement in made.statements}


def test_what_finds_no_room_under_the_cap_is_no_statement(tmp_path: Path) -> None:
    long = report(*[sale(n, 10 * n) for n in range(1, 6)], identifier="a1", themes={"ports": PLACES})
    shown = sum(
        len(statement.text) for statement in dossier(tmp_path, long, quote_floor=200, quote_share=0.1).statements
    )
    assert 0 < shown <= 200
    private = dossier(tmp_path, long, edition=Edition.PRIVATE, quote_floor=200, quote_share=0.1)
    assert len(private.statements) == 5


def test_each_theme_of_an_article_has_its_best_sentence_before_another_has_its_second(tmp_path: Path) -> None:
    themes = {"ports": ["p1-s1", "p2-s1"], "ferries": ["p3-s1"]}
    ferry = "The ferry of @L[Orlune] carried #[9 cars|9 cars] ^[in May 2023|2023-05]."
    built = report(sale(1, 10), sale(2, 20), ferry, identifier="a1", themes=themes)
    made = dossier(tmp_path, built, quote_floor=170, quote_share=0.1)
    assert {theme for statement in made.statements for theme in statement.themes} == {"ports", "ferries"}


def test_a_theme_with_enough_extracts_is_given_none_of_the_lesser_sentences(tmp_path: Path) -> None:
    lesser = f"{FILLER} Ports matter to @L[Kortdam] more than ever."
    third = report(lesser, identifier="a3", themes={"ports": ["p1-s2"]})
    reports = (on_ports(1, sale(1, 10)), on_ports(2, sale(2, 20)), third)
    assert texts(dossier(tmp_path, *reports, extracts_per_theme=2)) == {"Person 1", "Person 2"}
    assert len(dossier(tmp_path, *reports, extracts_per_theme=3).statements) == 3


def test_two_reports_of_a_fact_of_which_each_says_more_than_the_other_are_both_told(tmp_path: Path) -> None:
    german = on_ports(1, GERMAN.replace(" für", " und #[3 Kräne|3 Kräne] für"), language="de")
    english = on_ports(2, SIGNING.replace(" ^[", " and #[400 people|400 people] ^["), language="en")
    assert {statement.language for statement in dossier(tmp_path, german, english).statements} == {"de", "en"}


def test_an_opinion_does_not_speak_for_a_plain_report_in_another_language(tmp_path: Path) -> None:
    opinion = on_ports(2, SIGNING, language="en", kind=ArticleKind.OPINION)
    (statement,) = dossier(tmp_path, on_ports(1, GERMAN, language="de", kind=ArticleKind.NEWS), opinion).statements
    assert statement.language == "de"


def test_a_report_speaks_for_another_only_on_the_themes_that_it_names_itself(tmp_path: Path) -> None:
    both = report(GERMAN, identifier="a1", themes={"ports": ["p1-s1"], "ferries": ["p1-s1"]}, language="de")
    (statement,) = dossier(tmp_path, both, on_ports(2, SIGNING)).statements
    assert (statement.language, set(statement.themes)) == ("de", {"ports", "ferries"})


def test_a_backed_report_in_the_language_of_the_dossier_speaks_before_one_that_more_back(tmp_path: Path) -> None:
    short = "@[Vela Works] erhält von @P[Ana Rey] #[80 Millionen Dollar|80000000 USD] für den Hafen."
    reports = (
        on_ports(1, short, language="de"),
        on_ports(2, DUTCH, language="nl"),
        on_ports(3, SIGNING, language="en"),
    )
    statement = dossier(tmp_path, *reports).statements[0]
    assert (statement.language, statement.corroborated_by) == ("en", 1)


def test_a_report_that_none_backs_speaks_for_no_fact_that_others_tell_alike(tmp_path: Path) -> None:
    more = SIGNING.replace(" ^[", " and #[400 people|400 people] ^[")
    reports = (
        on_ports(1, GERMAN, language="de"),
        on_ports(2, DUTCH, language="nl"),
        on_ports(3, more, language="en"),
    )
    first, *others = dossier(tmp_path, *reports).statements
    assert (first.language in ("de", "nl"), first.corroborated_by, others) == (True, 2, [])


def test_of_reports_that_say_the_same_one_whose_day_is_known_speaks(tmp_path: Path) -> None:
    again = SIGNING.replace("signed a contract on", "agreed about")
    for days in ((None, "2023-05-09"), ("2023-05-09", None)):
        reports = zip((SIGNING, again), days, strict=True)
        built = [on_ports(n, f"{told} {FILLER}", published=day) for n, (told, day) in enumerate(reports, start=1)]
        (statement,) = dossier(tmp_path, *built).statements
        assert statement.citations[0].passage.article == ("a2" if days[0] is None else "a1")


def test_a_report_on_no_theme_backs_a_statement_and_makes_none(tmp_path: Path) -> None:
    (statement,) = dossier(tmp_path, report(SIGNING, identifier="a1"), on_ports(2, GERMAN, language="de")).statements
    assert (statement.language, statement.corroborated_by) == ("de", 1)


def test_a_statement_cites_each_of_its_passages_once(tmp_path: Path) -> None:
    (statement,) = dossier(tmp_path, on_ports(1, f"{SIGNING} {FILLER}"), on_ports(2, GERMAN, language="de")).statements
    assert [one.passage.article for one in statement.citations] == ["a1", "a2"]
