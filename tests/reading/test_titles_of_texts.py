"""Which line of a plain text is its title, what the first line states, and what kind of article it is."""

from __future__ import annotations

import pytest

from generator.model import LineRole
from generator.reading.documents.plain_text import read_plain_text
from generator.reading.lines.recognition import classify
from tests.reading.bridge import ARTICLE, MENU, SENTENCE


@pytest.mark.parametrize(
    ("language", "menu", "title"),
    [
        ("en", "Home Politics Business Sport", "New rules for the club of Vela"),
        ("de", "Startseite Politik Wirtschaft Sport", "Neues zum Streit um Vela"),
        ("fr", "Accueil Politique Économie Sport", "Nouveau projet du club de Vela"),
    ],
)
def test_menu_of_sections_is_no_title_though_the_article_speaks_of_them(language: str, menu: str, title: str) -> None:
    prose = "The politics of sport are a business in Vela, said the mayor, who spoke of new homes for the club there. "
    text = f"gazette.example - News\n{menu}\n{title}\n\nBy Ana Rey\nFebruary 8, 2023\n\n" + "\n\n".join([prose * 3] * 4)
    assert read_plain_text(text, language).metadata.title == title


def test_outlet_alone_in_the_first_line_is_not_the_title_of_the_article_below_it() -> None:
    texts = ["Hafen Blatt", ARTICLE[0], "Von Anna Muster", "03.05.2024", *ARTICLE[1:], "Foto: Hafen Blatt"]
    found = classify([line for text in texts for line in (text, "")], "de", frozenset())
    assert next(line.text for line in found if line.role is LineRole.TITLE) == ARTICLE[0]


@pytest.mark.parametrize(
    ("first", "title", "outlet"),
    [
        ("Die neue Brücke über den Fluss kommt | Neue Probe", "Die neue Brücke über den Fluss kommt", "Neue Probe"),
        ("Die neue Brücke im Norden - Stadt - Neue Probe › Stadt", "Die neue Brücke im Norden", "Neue Probe"),
        ("Die neue Brücke – und was sie kostet", "Die neue Brücke – und was sie kostet", None),
    ],
)
def test_first_line_of_a_dump_states_title_and_outlet(first: str, title: str, outlet: str | None) -> None:
    lines = [first, *MENU, *ARTICLE[1:], "Impressum", "Was sie kostet, weiß niemand", "© 2024 Neue Probe GmbH"]
    stated = read_plain_text("\n".join(lines), "de").metadata
    assert stated.title == title
    assert stated.publisher == outlet


def test_title_is_the_line_that_the_first_one_has_behind_its_kicker() -> None:
    text = (
        "Genossenschaft: Wie ein Dorf sein Wirtshaus rettete - Bayern - Flusszeitung.example\nBayern\n"
        "Genossenschaft\n:\n"
        "Wie ein Dorf sein Wirtshaus rettete\n18. November 2023, 9:02 Uhr\nLesezeit: 5 Min.\n"
        "300 Einwohner, 212 Anteile: In Oberhausing gehört die Gaststätte jetzt allen. Ein Besuch am Stammtisch.\n"
        "Von Franziska Lenz, Oberhausing\nAnhören\nMerken\nTeilen\n"
        "Der Wirt hatte schon den Schlüssel abgegeben, da standen sie plötzlich zu zwölft vor seiner Tür.\n"
        "Heute, zwei Jahre später, ist jeder Tisch besetzt. Die Bank gab, was noch fehlte, und alle zeichneten."
    )
    assert read_plain_text(text).metadata.title == "Wie ein Dorf sein Wirtshaus rettete"


def test_word_that_a_button_bears_too_may_begin_a_title() -> None:
    text = (
        "Home\nNews\nSearch\nSearch for the missing trawler ends off the northern coast\nBy Ann Miller\n3 May 2024\n"
        "The search for the trawler that went missing off the northern coast has ended, the coast guard said on Friday."
        "\nThe crew of five had sent a last signal on Monday, when waves in the north were nine metres high."
    )
    assert read_plain_text(text).metadata.title == "Search for the missing trawler ends off the northern coast"


def test_lead_sentence_is_never_made_a_title() -> None:
    metadata = read_plain_text(
        f"{SENTENCE}\n\nDie Arbeiten dauern drei Jahre. Danach wird die alte Brücke abgerissen."
    ).metadata
    assert metadata.title is None


def test_kind_is_named_nearest_to_the_title_and_not_by_the_menu_above_it() -> None:
    text = (
        "Menu\nNieuws\nOpinie\nInterview\nHet water moet hoger, zegt de hydroloog\nDoor Eva Terpstra\n6 mei 2023\n"
        "De sloot achter zijn huis staat hoger dan vroeger. Dat is geen toeval: hij heeft er zelf een stuw gezet.\n"
        "Het water moet hoger, omdat het veen anders verdwijnt, zegt de hydroloog over de sloten van zijn provincie."
    )
    assert read_plain_text(text).metadata.kind == "interview"


def test_word_over_an_advert_in_the_text_makes_no_article_a_sponsored_one() -> None:
    text = (
        "Barajul de la Valea Mare intră în reparații\nAutor: Ioana Marin\nluni, 18 martie 2024\n"
        "Lucrările la barajul de la Valea Mare vor începe în aprilie și vor dura doi ani, a anunțat luni directorul.\n"
        "Publicitate\n"
        "Nivelul lacului va fi coborât cu 12 metri. Pescarii au cerut despăgubiri pentru doi ani."
    )
    assert read_plain_text(text).metadata.kind is None


@pytest.mark.parametrize(
    "line",
    [
        "Artikel anhören",
        "Aktualisiert vor 4 Stunden",
        "Lesezeit etwa 12 Minuten, ganz",
        "Anna Muster muster@blatt.example",
    ],
)
def test_button_or_address_below_author_and_day_is_no_title(line: str) -> None:
    title = "Zwei Ufer, ein Streit und kein Ende"
    found = classify(["Stadt", title, "Anna Muster", "3. Mai 2024", line, *ARTICLE[1:]], "de")
    assert [one.text for one in found if one.role is LineRole.TITLE] == [title]


def test_longer_line_above_the_author_is_no_title_where_the_upper_one_is_too_long_for_a_kicker() -> None:
    title, summary = "Bagger fahren ab Montag auf beiden Ufern vor", "Stadträte und Anwohner streiten seit Jahren, " * 2
    found = classify(["Stadt", title, summary.strip(", "), "Anna Muster", "3. Mai 2024", *ARTICLE[1:]], "de")
    assert [one.text for one in found if one.role is LineRole.TITLE] == [title]
