"""Menus, adverts, comments, buttons and questions of consent are no part of an article in plain text."""

from __future__ import annotations

import pytest

from generator.model import LineRole
from generator.reading.documents.plain_text import read_plain_text
from generator.reading.lines.recognition import classify
from tests.reading.bridge import ARTICLE, MENU, SENTENCE


def test_article_below_a_long_menu_with_sentences_in_it_is_found() -> None:
    promise = "Jede Woche reisen unsere Leute an einen Ort, den kaum einer kennt, und erzählen, was sie dort sahen."
    lines = [f"{ARTICLE[0]} | Neue Probe", *MENU, promise, *(f"{one} {n}" for n in range(25) for one in MENU), *ARTICLE]
    kept = [line.text for line in classify(lines, "de") if line.kept and line.role is LineRole.BODY]
    assert kept == ARTICLE[1:]


def test_comments_of_readers_are_no_part_of_the_article() -> None:
    comment = "Hans: Unsinn. Ich glaube kein Wort davon!"
    text = f"{SENTENCE}\n\nDie Arbeiten dauern drei Jahre. Sie beginnen im Mai.\n\nKommentare (2)\n\n{comment}"
    rendition = read_plain_text(text)
    assert [text[block.start : block.end][:6] for block in rendition.blocks] == ["Der St", "Die Ar"]


@pytest.mark.parametrize(
    ("marker", "advert"),
    [
        ("Anzeige", "Das Meer ist im Juni ruhig und die Berge sind grün. Eine Woche Urlaub tut allen gut."),
        ("– Anzeige –", "Nur noch heute: 20 % auf alles! Jetzt sichern"),
        ("WERBUNG", "Der neue Wagen fährt mit einer Ladung sechshundert Kilometer weit. Er kommt im Mai."),
    ],
)
def test_what_an_announced_advert_says_is_gone_with_it_whatever_it_says(marker: str, advert: str) -> None:
    more = "Die Bürgermeisterin nannte den Beschluss einen Erfolg. Die Arbeiten beginnen im Frühjahr."
    text = f"{SENTENCE}\n\n{marker}\n\n{advert}\n\n{more}\n\n{SENTENCE[:-1]}, wie es heißt."
    rendition = read_plain_text(text)
    words = " ".join(text[block.start : block.end] for block in rendition.blocks)
    assert advert not in words
    assert more in words


def test_advert_that_goes_on_in_a_second_paragraph_goes_whole() -> None:
    advert = "Die Matratze Wolkenbett ist im Juni billiger. Guter Schlaf beginnt mit dem Wolkenbett."
    more = "Das Wolkenbett liegt weich und fest zugleich. Die Matratze kommt in einer Rolle ins Haus."
    text = "\n\n".join([*ARTICLE[:2], "Anzeige", advert, more, *ARTICLE[2:]])
    rendition = read_plain_text(text)
    words = " ".join(text[block.start : block.end] for block in rendition.blocks)
    assert "Wolkenbett" not in words
    assert all(paragraph in words for paragraph in ARTICLE[1:])


@pytest.mark.parametrize("between", ["Anmelden", "Log in", "Teilen"])
def test_sentences_around_a_button_in_a_short_text_are_its_own(between: str) -> None:
    more = "Die Arbeiten beginnen im Herbst und kosten nach Angaben der Verwaltung vierzig Millionen Euro."
    found = read_plain_text(f"{SENTENCE}\n{between}\n{more}", "de").lines
    assert [line.kept for line in found] == [True, False, True]


@pytest.mark.parametrize("text", ["", "\n\n\n", "Login", "Menu\nSuche\nImpressum\nDatenschutz", "…", "\ufeff"])
def test_text_without_an_article_gives_no_block(text: str) -> None:
    rendition = read_plain_text(text)
    assert rendition.blocks == ()
    assert len(rendition.lines) == text.count("\n") + 1


@pytest.mark.parametrize(
    "text",
    [
        "We value your privacy\nWe and our 842 partners store information on your device, such as cookies, and process "
        "personal data for personalised advertising.\nYou can change your choices at any time by clicking on the "
        "privacy settings at the bottom of the page.\nAccept all",
        "Wir verwenden Cookies\nWir und unsere Partner verwenden Cookies, um Ihnen Werbung zu zeigen und unsere Seiten "
        "zu verbessern.\nSie können Ihre Einwilligung jederzeit in der Datenschutzerklärung widerrufen.\nAkzeptieren",
    ],
)
def test_question_of_consent_alone_is_no_article(text: str) -> None:
    assert not any(line.kept for line in read_plain_text(text).lines)
