"""Menus, adverts, comments, buttons and questions of consent are no part of an article in plain text."""

from __future__ import annotations

import pytest

from generator.model import LineRole
from generator.reading.documents.plain_text import read_plain_text
from generator.reading.lines.neighbourhood import resumed
from generator.reading.lines.recognition import classify
from generator.reading.lines.second_articles import second_articles
from generator.reading.paragraphs import paragraphs
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


BELOW = "Die Bürgermeisterin nannte den Beschluss einen Erfolg. Die Arbeiten beginnen im Frühjahr."


def test_advert_below_its_announcement_is_gone_with_it() -> None:
    advert = "Nur noch heute: 20 % auf alles! Jetzt sichern"
    text = f"{SENTENCE}\n\n– Anzeige –\n\n{advert}\n\n{BELOW}\n\n{SENTENCE[:-1]}, wie es heißt."
    rendition = read_plain_text(text)
    words = " ".join(text[block.start : block.end] for block in rendition.blocks)
    assert advert not in words
    assert BELOW in words


@pytest.mark.parametrize(
    ("marker", "advert"),
    [
        ("Anzeige", "Das Meer ist im Juni ruhig und die Berge sind grün. Eine Woche Urlaub tut allen gut."),
        ("WERBUNG", "Der neue Wagen fährt mit einer Ladung sechshundert Kilometer weit. Er kommt im Mai."),
    ],
)
def test_what_may_be_an_announced_advert_by_its_place_alone_is_never_quoted(marker: str, advert: str) -> None:
    text = f"{SENTENCE}\n\n{marker}\n\n{advert}\n\n{BELOW}\n\n{SENTENCE[:-1]}, wie es heißt."
    doubted = {line.text for line in read_plain_text(text).lines if line.doubtful}
    assert advert in doubted
    assert BELOW not in doubted


def test_paragraph_and_heading_below_the_only_announcement_of_an_advert_are_the_articles() -> None:
    told = "Die alte Brücke wird erst im übernächsten Jahr abgerissen. Bis dahin fahren nur Busse über den Fluss."
    for below in ([told], ["Wer über die Brücke fahren darf", told]):
        lines = read_plain_text("\n\n".join([*ARTICLE[:3], "Anzeige", *below, *ARTICLE[3:]])).lines
        assert [line.kept and not line.doubtful for line in lines if line.text in below] == [True] * len(below)


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


@pytest.mark.parametrize(
    ("language", "note", "prose"),
    [
        (
            "en",
            "The views expressed in this article are the author's own and do not necessarily reflect the paper's.",
            "The board said on {} that the old hall by the harbour will be sold to a company from the north.",
        ),
        (
            "no",
            "Dette er et debattinnlegg. Meninger i teksten står for skribentens regning.",
            "Kommunen sa {} at den gamle hallen ved havna skal selges til et firma fra nord i løpet av året.",
        ),
        (
            "sv",
            "Det här är en nyhetsartikel. Nyhetsartiklar ska vara sakliga.",
            "Kommunen sade {} att den gamla hallen vid hamnen ska säljas till ett företag från norr under året.",
        ),
        (
            "zh",
            "本文不代表本報立場，文責由作者自負。",
            "市政府{}宣布，港口旁的舊廠房將於明年春天改建為圖書館，預計工程費用三千萬元。",
        ),
    ],
)
def test_note_on_whose_opinion_a_text_is_stands_outside_of_it(language: str, note: str, prose: str) -> None:
    body = [prose.format(day) for day in ("A", "B", "C")]
    for text in ([note, *body], [*body, note]):
        assert [line.text for line in read_plain_text("\n".join(text), language).lines if not line.kept] == [note]


SECOND = [
    "Seltene Orchidee im Steinbruch entdeckt",
    "Botanikerinnen haben in einem stillgelegten Steinbruch eine seltene Orchidee gefunden, die erste seit 1931.",
    "Die Pflanze wird fast einen Meter hoch. Ein Zaun hält nun Kaninchen von ihr fern, teilte der Verein mit.",
]


@pytest.mark.parametrize(("above", "below"), [([], ["13. Oktober 2026"]), (["Lesen Sie auch"], [])])
def test_second_article_goes_where_a_day_or_a_heading_of_links_says_that_it_begins(
    above: list[str], below: list[str]
) -> None:
    lines = [*ARTICLE, *above, SECOND[0], *below, *SECOND[1:]]
    assert [line.text for line in classify(lines, "de") if line.kept] == ARTICLE


def test_sentence_with_a_maker_behind_a_stroke_is_a_caption() -> None:
    caption = "Die alte Brücke steht seit 1910. | Anna Muster"
    found = classify([*ARTICLE[:3], caption, *ARTICLE[3:]], "de")
    assert [line.text for line in found if line.role is LineRole.CAPTION] == [caption]


PATENT = [
    "Der Hersteller Orbis hat mit seinen Telefonen ein Patent für schnelle Netze verletzt, urteilte das Landgericht.",
    "Orbis hatte das Patent jahrelang benutzt, ohne Gebühren zu zahlen. Der Kläger verlangt nun Auskunft.",
    "Geregelt wird die Übergabe zwischen zwei Netzen. Ein Hersteller von Telefonen ohne sie verliert die Verbindung.",
    "Geklagt hatte eine Firma aus Norhafen, der Orbis kein Angebot gemacht hatte. Sie will nun entschädigt werden.",
]


@pytest.mark.parametrize(("between", "goes_on"), [(4, True), (10, True), (20, False)])
def test_article_goes_on_below_several_lines_in_words_that_it_has_used_before(between: int, *, goes_on: bool) -> None:
    posts = [f"Stelle {number} in Norhafen" for number in range(between)]
    found = paragraphs([*PATENT[:2], *posts, PATENT[2]])
    likely = {**dict.fromkeys(range(2, 2 + between), 0.01), 2 + between: 0.3}
    assert (2 + between in resumed(found, likely, frozenset({0, 1}), "de")) is goes_on


def test_link_amid_an_article_begins_no_other_one_though_the_next_paragraph_has_its_words() -> None:
    title, link = "Orbis und ein Patent vor dem Landgericht", "Firma aus Norhafen will Angebot"
    lines = [title, *PATENT[:2], "Lesen Sie auch", link, PATENT[3], "Das Landgericht sah es bei Orbis anders."]
    assert second_articles(paragraphs(lines), frozenset({1, 2, 5, 6}), "de") == set()
