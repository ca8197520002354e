"""No citation can be wrong: what an editor typed is compared with the article, letter for letter."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.briefing.passages import QuotableArticle
from generator.briefing.verification import locate_quote, verify_dossier, with_causes
from generator.errors import (
    ContentProblem,
    Place,
    ProblemsFound,
    QuoteAmbiguous,
    QuoteNotInArticle,
    QuoteOfUnknownArticle,
    QuoteOutsideBody,
    UnreadableArticle,
)
from generator.model import ActorKind as Kind
from generator.model import Article, Citation, CitedActor, Dossier, EditorQuote, Figure, Line, LineRole, Qualifier
from generator.pipeline import compose_dossier
from tests.builders import article
from tests.publishing.dossiers import PORT, citation, small_dossier

SHARE = "Azerbaijan covers at least 40% of the oil that Israel needs. More is not known."


def located(quote: str, source: Article, prefix: str = "") -> str:
    place = Place("sources/briefings/energy.yml", 14)
    return locate_quote(EditorQuote(place, source.id, quote, prefix), {source.id: QuotableArticle.of(source)}).exact


def test_quote_with_other_white_space_is_accepted() -> None:
    assert located("at least\n  40% of  the oil", article(SHARE)) == "at least 40% of the oil"


@pytest.mark.parametrize("wrong", ["at least 45% of the oil", "at least 40% of the Oil", "at least 40 % of the oil"])
def test_quote_altered_by_one_character_is_rejected_with_the_true_words(wrong: str) -> None:
    with pytest.raises(QuoteNotInArticle) as caught:
        located(wrong, article(SHARE))
    assert str(caught.value).startswith("sources/briefings/energy.yml:14: quote not in article an-article")
    assert "at least 40% of the oil" in caught.value.remedy


def test_quote_that_stands_twice_needs_a_prefix() -> None:
    twice = article("First it was denied by Baku.", "Then it was denied by Baku.")
    with pytest.raises(QuoteAmbiguous, match="stands 2 times"):
        located("it was denied by Baku.", twice)
    assert located("it was denied by Baku.", twice, prefix="Then") == "it was denied by Baku."


def test_quote_with_a_wrong_prefix_is_rejected() -> None:
    with pytest.raises(QuoteNotInArticle, match="prefix"):
        located("at least 40%", article(SHARE), prefix="Georgia covers")


def test_quote_from_a_left_out_line_is_rejected_with_its_role() -> None:
    body = article(SHARE)
    advert = Line(9, LineRole.ADVERT, False, "stands after the word for an advert", "Download the free e-book now")
    with pytest.raises(QuoteOutsideBody, match="no evidence") as caught:
        located("free e-book now", replace(body, lines=(*body.lines, advert)))
    assert "line 10 is advert" in caught.value.remedy
    assert "confirm it in its sidecar: confirmed: [the whole line]" in caught.value.remedy


def test_unknown_article_is_named_with_the_nearest_one() -> None:
    source = article(SHARE, identifier="oil-2023")
    with pytest.raises(ContentProblem, match='did you mean "oil-2023"'):
        locate_quote(EditorQuote(Place("x.yml", 1), "oil-2032", "x"), {source.id: QuotableArticle.of(source)})


def test_words_of_another_article_are_found_there() -> None:
    articles = {name: QuotableArticle.of(article(text, identifier=name)) for name, text in (("a", SHARE), ("b", "No."))}
    for named in ("b", "renamed"):
        quote = EditorQuote(Place("x.yml", 1), named, "at least 40% of the oil")
        with pytest.raises(ContentProblem, match='these words stand in "a"'):
            locate_quote(quote, articles)


def test_name_that_is_like_no_article_gets_those_that_there_are() -> None:
    source = article(SHARE, identifier="oil-2023")
    with pytest.raises(ContentProblem, match="called as its file without the ending: oil-2023"):
        locate_quote(EditorQuote(Place("x.yml", 1), "harbour", "x"), {source.id: QuotableArticle.of(source)})


@pytest.mark.parametrize(
    ("typed", "printed", "told"),
    [
        ("The mayor's bridge", "The mayor’s bridge is late.", "only marks differ: the quote has ', the article ’"),
        ('a "bitter pill"', "It was a “bitter pill” for all.", 'the quote has ", the article “ ”'),
        ("\u200fالجسر مغلق", "الجسر مغلق اليوم.", "the quote has U+200F (right-to-left mark), the article has none"),
    ],
)
def test_marks_that_look_alike_are_named(typed: str, printed: str, told: str) -> None:
    with pytest.raises(QuoteNotInArticle) as caught:
        located(typed, article(printed))
    assert told in caught.value.remedy


def test_quotes_of_a_file_that_cannot_be_read_have_its_reason() -> None:
    lost = UnreadableArticle(Place("sources/articles/Oil 2023.pdf"), "has no text", "recognise its text first")
    quotes = [QuoteOfUnknownArticle(Place("x.yml", line), "oil-2023") for line in (1, 2)]
    other = QuoteOfUnknownArticle(Place("x.yml", 3), "gas")

    told = with_causes([*quotes, other], [lost])
    assert [str(problem) for problem in told] == [
        'x.yml:3: there is no article "gas"',
        "sources/articles/Oil 2023.pdf: has no text, and 2 quotes rest on it\n    recognise its text first",
    ]


def moved(cited: Citation) -> Citation:
    """The same words, said to stand one character further on."""
    return replace(cited, passage=replace(cited.passage, start=cited.passage.start + 1, end=cited.passage.end + 1))


WORDS = citation(PORT, "1,6 Milliarden Euro")


def with_moved(place: str) -> Dossier:
    """The small dossier, with one citation of one kind whose words do not stand where it says."""
    made = small_dossier()
    (event,), (briefing,), (dispute,) = made.timeline, made.briefings, made.disagreements
    one, other = dispute.sides
    bottom_line = briefing.bottom_line
    assert bottom_line is not None
    cited = (moved(WORDS),)
    changed: dict[str, object] = {
        "statements": (*made.statements[:-1], replace(made.statements[-1], citations=cited)),
        "timeline": (replace(event, citations=cited),),
        "figures": (Figure("f-1", 1.6e9, "EUR", Qualifier.EXACTLY, "", "de", cited),),
        "actors": (CitedActor("a-1", "Brekum", Kind.PLACE, {}, cited),),
        "briefings": (replace(briefing, bottom_line=replace(bottom_line, citations=cited)),),
        "disagreements": (replace(dispute, sides=(one, replace(other, citations=(WORDS, *cited)))),),
    }
    return replace(made, **{place: changed[place]})  # type: ignore[arg-type] # each under its own name


@pytest.mark.parametrize("place", ["statements", "timeline", "figures", "actors", "briefings", "disagreements"])
def test_words_that_stand_elsewhere_than_a_citation_says_stop_the_build(place: str) -> None:
    verify_dossier(small_dossier())
    with pytest.raises(QuoteNotInArticle, match="differs from the article"):
        verify_dossier(with_moved(place))


def test_every_wrong_quote_of_statements_and_disagreements_is_told_in_one_run(tmp_path: Path) -> None:
    files = {
        "articles/quay.txt": f"{SHARE}\n\nThe quay of Halvik is to be ready before the winter comes, the mayor said.\n",
        "vocabulary/themes.yml": "- {id: quay, title: Quay, terms: {en: [quay]}}\n",
        "briefings/quay.yml": (
            "bottom_line: {text: A., quotes: [{article: quay, exact: words of nobody}]}\n"
            "statements:\n- {id: one, text: B., quotes: [{article: quay, exact: more words of nobody}]}\n"
            "- {id: two, text: C., quotes: [{article: quay, exact: The quay of Halvik}]}\n"
            'disagreements:\n- {id: three, question: "D?", sides: [\n'
            "  {text: E., quotes: [{article: quay, exact: The quay of Halvik}]},\n"
            "  {text: F., quotes: [{article: quay, exact: last words of nobody}]}]}\n"
        ),
    }
    for name, text in files.items():
        path = tmp_path / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with pytest.raises(ProblemsFound) as caught:
        compose_dossier(tmp_path)
    told = "\n".join(map(str, caught.value.problems))
    assert all(f'"{words} of nobody"' in told for words in ("words", "more words", "last words")), told
    assert len(caught.value.problems) == 3
