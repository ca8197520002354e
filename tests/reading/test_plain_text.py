"""Articles as scraped, each in a file with the role of every line and with what the text states of itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import LineRole, Metadata, fold
from generator.reading.documents.plain_text import read_plain_text, recurring_lines
from generator.reading.lines.recognition import classify
from generator.reading.repetition import repeated, stands_often

CASES = Path(__file__).parents[1] / "cases" / "articles"
SENTENCE = "Der Stadtrat hat am Montag beschlossen, dass die Brücke über den Fluss im kommenden Jahr gebaut wird."


@dataclass(frozen=True)
class Case:
    stated: dict[str, str]
    roles: tuple[str, ...]
    text: str


def read_case(path: Path) -> Case:
    stated, roles, lines = {}, [], []
    for row in path.read_text(encoding="utf-8").splitlines():
        if row.startswith("# "):
            name, _, value = row[2:].partition(":")
            stated[name] = value.strip()
            continue
        role, _, line = row.partition("| ")
        roles.append(role.strip())
        lines.append(line)
    return Case(stated, tuple(roles), "\n".join(lines))


def shown(metadata: Metadata, name: str) -> str:
    value = getattr(metadata, name)
    return "; ".join(value) if isinstance(value, tuple) else str(value or "")


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_lines_of_an_article_get_the_roles_that_a_reader_gives_them(path: Path) -> None:
    case = read_case(path)
    found = read_plain_text(case.text).lines
    told = [(f"{line.role}{'?' * line.doubtful}" if line.text.strip() else "", line.text) for line in found]
    assert told == list(zip(case.roles, case.text.split("\n"), strict=True))


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_article_states_of_itself_what_its_lines_say(path: Path) -> None:
    case = read_case(path)
    metadata = read_plain_text(case.text).metadata
    assert {name: shown(metadata, name) for name in case.stated} == case.stated


def test_every_stated_field_names_the_line_where_it_stands() -> None:
    case = read_case(CASES / "german_page.txt")
    origins = {name: str(origin) for name, origin in read_plain_text(case.text).metadata.origins.items()}
    assert origins["title"] == "line 6"
    assert origins["authors"] == "line 7"
    assert origins["published"] == "line 8"
    assert origins["updated"] == "line 9"


def test_blocks_hold_the_words_of_the_body_as_they_stand() -> None:
    case = read_case(CASES / "english_broken_at_a_width.txt")
    rendition = read_plain_text(case.text)
    blocks = [rendition.text[block.start : block.end] for block in rendition.blocks]
    assert rendition.text == case.text
    assert len(blocks) == 3
    assert blocks[0].startswith("The town council") and blocks[0].endswith("two years.")


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


@pytest.mark.parametrize("articles", [3, 20])
def test_quotation_that_many_articles_report_is_kept_in_each(articles: int) -> None:
    quotation = "„Wir bauen diese Brücke, und wir bauen sie jetzt“, sagte die Bürgermeisterin am Montag in der Stadt."
    texts = [[f"{SENTENCE} Fall {n}.", quotation, f"{ARTICLE[3]} Fall {n}.", "Teilen"] for n in range(articles)]
    verdicts = classify(texts[0], "de", recurring_lines(texts))
    assert [line.kept for line in verdicts] == [True, True, True, False]


def test_paragraph_set_twice_is_kept_once() -> None:
    other = "Die Arbeiten beginnen im Frühjahr und dauern nach Angaben der Verwaltung insgesamt drei Jahre."
    verdicts = classify([SENTENCE, other, SENTENCE], "de")
    assert [line.text for line in verdicts if line.kept].count(SENTENCE) == 1
    assert verdicts[1].role is LineRole.BODY


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


MENU = ["Ressort", "Stadt", "Land", "Sport", "Kultur", "Reise", "Wetter", "Verkehr", "Termine", "Märkte"]
ARTICLE = [
    "Die neue Brücke über den Fluss kommt",
    SENTENCE,
    "Die Bürgermeisterin nannte den Beschluss einen Erfolg. Die Brücke sei seit zehn Jahren nötig, sagte sie.",
    "Kritik kam aus dem Norden der Stadt. Dort fürchten die Anwohner den Lärm der Lastwagen und den Staub.",
    "Die Arbeiten beginnen im Frühjahr. Bis dahin bleibt die alte Brücke für den Verkehr gesperrt.",
]


def test_article_below_a_long_menu_with_sentences_in_it_is_found() -> None:
    promise = "Jede Woche reisen unsere Leute an einen Ort, den kaum einer kennt, und erzählen, was sie dort sahen."
    lines = [f"{ARTICLE[0]} | Neue Probe", *MENU, promise, *(f"{one} {n}" for n in range(25) for one in MENU), *ARTICLE]
    kept = [line.text for line in classify(lines, "de") if line.kept and line.role is LineRole.BODY]
    assert kept == ARTICLE[1:]


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


def test_date_behind_the_title_and_a_state_of_affairs_date_an_article() -> None:
    lines = [*MENU, *ARTICLE[1:]]
    behind = read_plain_text("\n".join([f"{ARTICLE[0]} – Probe – 13.06.2023", *lines]), "de").metadata
    assert behind.published == "2023-06-13"
    state = read_plain_text("\n".join([*MENU, ARTICLE[0], "Stand: 14.06.2023 07:30 Uhr", *ARTICLE[1:]]), "de").metadata
    assert (state.published, state.updated) == ("2023-06-14", "2023-06-14T07:30")


def test_lead_sentence_is_never_made_a_title() -> None:
    metadata = read_plain_text(
        f"{SENTENCE}\n\nDie Arbeiten dauern drei Jahre. Danach wird die alte Brücke abgerissen."
    ).metadata
    assert metadata.title is None


def test_date_that_can_be_read_two_ways_and_a_day_that_does_not_exist_are_not_stated() -> None:
    body = "The council decided on Monday that a new bridge will be built across the river. It will take years."
    for date in ("05/06/2024", "31.02.2024", "2024-13-01"):
        assert (
            read_plain_text(f"A new bridge for the town\n\n{date}\n\n{body}\n\n{body[:60]}.").metadata.published is None
        )


@pytest.mark.parametrize(
    ("language", "line", "date"),
    [
        ("de", "Mittwoch, 28. Januar 2026", "2026-01-28"),
        ("nl", "Gepubliceerd op 3 maart 2024", "2024-03-03"),
        ("en", "Published: May 14, 2025 at 7:55 AM", "2025-05-14"),
        ("fr", "Publié le 3 mars 2024", "2024-03-03"),
        ("es", "3 de marzo de 2024", "2024-03-03"),
        ("it", "Pubblicato il 3 marzo 2024", "2024-03-03"),
        ("pl", "Opublikowano 3 marca 2024", "2024-03-03"),
        ("ru", "Опубликовано 3 марта 2024", "2024-03-03"),
        ("uk", "Опубліковано 3 березня 2024", "2024-03-03"),
        ("tr", "3 Mart 2024 Pazar", "2024-03-03"),
        ("ja", "2025年1月13日", "2025-01-13"),
    ],
)
def test_dates_of_many_languages_are_read(language: str, line: str, date: str) -> None:
    text = f"Ein Titel für diesen Text\n\n{line}\n\n{SENTENCE} {SENTENCE[:-1]}.\n\n{SENTENCE} Das ist neu."
    assert read_plain_text(text, language).metadata.published == date


@pytest.mark.parametrize("text", ["", "\n\n\n", "Login", "Menu\nSuche\nImpressum\nDatenschutz", "…", "\ufeff"])
def test_text_without_an_article_gives_no_block(text: str) -> None:
    rendition = read_plain_text(text)
    assert rendition.blocks == ()
    assert len(rendition.lines) == text.count("\n") + 1


LINES = st.lists(
    st.sampled_from(
        ["", SENTENCE, "Teilen", "Anzeige", "Foto: dpa", "Von Anna Muster", "3. Mai 2024", "Politik | Sport", "a" * 300]
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_every_line_has_one_verdict_and_every_block_is_of_kept_lines(lines: list[str]) -> None:
    text = "\n".join(lines)
    rendition = read_plain_text(text, "de")
    assert [line.text for line in rendition.lines] == text.split("\n")
    assert [line.number for line in rendition.lines] == list(range(len(rendition.lines)))
    kept = {fold(line.text) for line in rendition.lines if line.kept}
    assert all(fold(text[block.start : block.end]) in kept for block in rendition.blocks)


@pytest.mark.parametrize(
    ("dateline", "language"),
    [
        ("Orlune, 13. März 2026 (dpa) - ", "de"),
        ("Orlune, 13 mars 2026 (AFP) - ", "fr"),
        ("Orlune (Costa), 13 mar 2026 (EFE).- ", "es"),
        ("ORLUNE, March 13, 2026 (Reuters) - ", "en"),
        ("ORLUNE (AA) - 13 Mart 2026 - ", "tr"),
        ("ОРЛУН, 13 марта 2026. /ТАСС/. ", "ru"),
    ],
)
def test_an_agencys_first_words_state_its_name_and_the_day(dateline: str, language: str) -> None:
    found = read_plain_text(f"Eine Brücke für die Stadt\n\n{dateline}{SENTENCE}\n\n{SENTENCE[:70]}.", language).metadata

    assert found.published == "2026-03-13"
    assert found.supplier is not None


def test_a_day_behind_brackets_that_name_no_agency_is_not_the_day_of_publication() -> None:
    opened = "Am 13. März 2026 (Freitag) - so der Plan - soll gebaut werden. "
    text = f"Eine Brücke für die Stadt\n\n{opened}{SENTENCE}\n\n{SENTENCE[:70]}."

    assert read_plain_text(text, "de").metadata.published is None


def test_word_that_a_button_bears_too_may_begin_a_title() -> None:
    text = (
        "Home\nNews\nSearch\nSearch for the missing trawler ends off the northern coast\nBy Ann Miller\n3 May 2024\n"
        "The search for the trawler that went missing off the northern coast has ended, the coast guard said on Friday."
        "\nThe crew of five had sent a last signal on Monday, when waves in the north were nine metres high."
    )
    assert read_plain_text(text).metadata.title == "Search for the missing trawler ends off the northern coast"


def test_word_over_an_advert_in_the_text_makes_no_article_a_sponsored_one() -> None:
    text = (
        "Barajul de la Valea Mare intră în reparații\nAutor: Ioana Marin\nluni, 18 martie 2024\n"
        "Lucrările la barajul de la Valea Mare vor începe în aprilie și vor dura doi ani, a anunțat luni directorul.\n"
        "Publicitate\n"
        "Nivelul lacului va fi coborât cu 12 metri. Pescarii au cerut despăgubiri pentru doi ani."
    )
    assert read_plain_text(text).metadata.kind is None


def test_day_and_author_that_several_articles_name_still_date_and_sign_each() -> None:
    recurring = frozenset({"von anna muster", "3. mai 2024", "menü", "anmelden", "abo", "4. mai 2024"})
    recurring |= {"Von Anna Muster", "3. Mai 2024", "Menü", "Anmelden", "Abo", "4. Mai 2024", "Sport"}
    text = (
        "Menü\nAnmelden\n4. Mai 2024\nAbo\nSport\nHafen in Beispielstadt wird ausgebaut\nVon Anna Muster\n3. Mai 2024\n"
        f"{SENTENCE}\nDie Arbeiten beginnen im Herbst und kosten nach Angaben der Verwaltung vierzig Millionen Euro."
    )
    known = read_plain_text(text, "de", recurring).metadata
    assert (known.published, known.authors) == ("2024-05-03", ("Anna Muster",))


@pytest.mark.parametrize("between", ["Anmelden", "Log in", "Teilen"])
def test_sentences_around_a_button_in_a_short_text_are_its_own(between: str) -> None:
    more = "Die Arbeiten beginnen im Herbst und kosten nach Angaben der Verwaltung vierzig Millionen Euro."
    found = read_plain_text(f"{SENTENCE}\n{between}\n{more}", "de").lines
    assert [line.kept for line in found] == [True, False, True]


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


def test_kind_is_named_nearest_to_the_title_and_not_by_the_menu_above_it() -> None:
    text = (
        "Menu\nNieuws\nOpinie\nInterview\nHet water moet hoger, zegt de hydroloog\nDoor Eva Terpstra\n6 mei 2023\n"
        "De sloot achter zijn huis staat hoger dan vroeger. Dat is geen toeval: hij heeft er zelf een stuw gezet.\n"
        "Het water moet hoger, omdat het veen anders verdwijnt, zegt de hydroloog over de sloten van zijn provincie."
    )
    assert read_plain_text(text).metadata.kind == "interview"


@pytest.mark.parametrize(
    ("line", "updated"),
    [
        ("Updated 14:02", "2023-10-06T14:02"),
        ("Last updated at 2:02 pm", "2023-10-06T14:02"),
        ("Updated 7 October 2023, 14:02", "2023-10-07T14:02"),
        ("Opening hours 14:02", None),
    ],
)
def test_update_stated_as_a_time_alone_is_on_the_day_of_publication(line: str, updated: str | None) -> None:
    told = "The ferry to Sandholm will stop running in November, the county said on Friday."
    known = "A bridge has been promised since 1974; the money for it was never found in any budget."
    head = f"Ferry stops in November\nBy Ann Holt\nPublished 6 October 2023, 09:30\n{line}"
    assert read_plain_text(f"{head}\n\n{told}\n\n{known}\n").metadata.updated == updated


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
