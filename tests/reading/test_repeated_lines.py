"""What stands in several articles, or several times in one, is left out where it is no part of the text."""

from __future__ import annotations

import pytest

from generator.model import LineRole
from generator.reading.documents.plain_text import read_plain_text, recurring_lines
from generator.reading.lines.recognition import classify
from generator.reading.repetition import repeated, stands_often
from tests.reading.bridge import ARTICLE, SENTENCE


def test_line_that_stands_in_several_articles_is_furniture() -> None:
    slogan = "Diese Zeitung wird von ihren Leserinnen und Lesern getragen und gehört niemandem sonst im ganzen Land."
    texts = [[f"{SENTENCE} Das war Fall {n}.", slogan, f"Im Fall {n} dauert der Bau drei Jahre."] for n in range(3)]
    recurring = recurring_lines(texts)
    assert recurring == {slogan}
    verdicts = classify(texts[0], "de", recurring)
    assert [line.kept for line in verdicts] == [True, False, True]
    assert verdicts[1].reason == "stands in several articles"


def test_copy_of_a_whole_article_is_not_furniture() -> None:
    lines = [SENTENCE, "Die Arbeiten beginnen im Frühjahr und dauern nach Angaben der Verwaltung insgesamt drei Jahre."]
    recurring = recurring_lines([lines, lines, lines])
    assert all(line.kept for line in classify(lines, "de", recurring))


def test_lead_that_several_outlets_have_from_an_agency_is_text_in_each() -> None:
    lead = "TARNOK (dpa) – Der Fährbetrieb über den See ruht seit Donnerstag, weil ein Steg gebrochen ist."
    texts = [[lead, f"{SENTENCE} Fall {n}.", f"{ARTICLE[3]} Fall {n}.", "Teilen"] for n in range(3)]
    assert [line.kept for line in classify(texts[0], "de", recurring_lines(texts))] == [True, True, True, False]


def test_title_of_an_article_that_several_outlets_print_is_its_title() -> None:
    article = [ARTICLE[0], "Von Anna Muster", "03.05.2024", *ARTICLE[1:]]
    texts = [["Anmelden", f"Blatt {n}", *article, "Teilen", f"Impressum {n}"] for n in range(3)]
    found = classify(texts[1], "de", recurring_lines(texts))
    assert next(line.text for line in found if line.role is LineRole.TITLE) == ARTICLE[0]
    assert [line.text for line in found if line.kept and line.role is LineRole.BODY] == ARTICLE[1:]


@pytest.mark.parametrize("articles", [3, 20])
def test_quotation_that_many_articles_report_is_kept_in_each(articles: int) -> None:
    quotation = "„Wir bauen diese Brücke, und wir bauen sie jetzt“, sagte die Bürgermeisterin am Montag in der Stadt."
    texts = [[f"{SENTENCE} Fall {n}.", quotation, f"{ARTICLE[3]} Fall {n}.", "Teilen"] for n in range(articles)]
    verdicts = classify(texts[0], "de", recurring_lines(texts))
    assert [line.kept for line in verdicts] == [True, True, True, False]


def test_day_and_author_that_several_articles_name_still_date_and_sign_each() -> None:
    recurring = frozenset({"von anna muster", "3. mai 2024", "menü", "anmelden", "abo", "4. mai 2024"})
    recurring |= {"Von Anna Muster", "3. Mai 2024", "Menü", "Anmelden", "Abo", "4. Mai 2024", "Sport"}
    text = (
        "Menü\nAnmelden\n4. Mai 2024\nAbo\nSport\nHafen in Beispielstadt wird ausgebaut\nVon Anna Muster\n3. Mai 2024\n"
        f"{SENTENCE}\nDie Arbeiten beginnen im Herbst und kosten nach Angaben der Verwaltung vierzig Millionen Euro."
    )
    known = read_plain_text(text, "de", recurring).metadata
    assert (known.published, known.authors) == ("2024-05-03", ("Anna Muster",))


def test_paragraph_set_twice_is_kept_once() -> None:
    other = "Die Arbeiten beginnen im Frühjahr und dauern nach Angaben der Verwaltung insgesamt drei Jahre."
    verdicts = classify([SENTENCE, other, SENTENCE], "de")
    assert [line.text for line in verdicts if line.kept].count(SENTENCE) == 1
    assert verdicts[1].role is LineRole.BODY


def test_label_that_stands_between_all_paragraphs_is_left_out_and_parts_none_of_them() -> None:
    lines = [line for paragraph in ARTICLE for line in (paragraph, "Inhalt des Artikels")]
    found = classify(lines, "de")
    assert [line.text for line in found if line.kept and line.role is LineRole.BODY] == ARTICLE[1:]
    assert {line.reason for line in found if line.text == "Inhalt des Artikels"} == {"stands several times in the text"}


def test_text_that_a_page_holds_three_times_is_no_label_and_a_long_label_is_one() -> None:
    label = "Der folgende Abschnitt gehört zu unserem großen Bericht über die Brücken im Land"
    assert stands_often([*ARTICLE[1:], *ARTICLE[1:], *ARTICLE[1:]]) == frozenset()
    several = [f"{number}. {one}" for number in range(3) for one in ARTICLE[1:]]
    assert stands_often([label, *several, label, label]) == {0, len(several) + 1, len(several) + 2}


def test_article_that_stands_again_glued_into_one_line_keeps_its_paragraphs() -> None:
    lines = [*ARTICLE, " ".join(ARTICLE[1:])]
    found = classify(lines, "de")
    assert [line.text for line in found if line.kept and line.role is LineRole.BODY] == ARTICLE[1:]


def test_of_two_paragraphs_that_differ_in_their_marks_alone_one_stays() -> None:
    words = "Die Arbeiten beginnen im Frühjahr und dauern nach Angaben der Verwaltung insgesamt drei Jahre"
    assert len(repeated([SENTENCE, f"{words}.", f"„{words}“"])) == 1
