"""Who wrote an article, as the head of a scraped page tells it: behind a word, or as bare names beside the date."""

from __future__ import annotations

import pytest

from generator.reading.documents.plain_text import read_plain_text
from generator.reading.heads.byline import is_byline
from generator.reading.heads.names import authors_in, kind_in, partner_in

TITLE = "Stadtrat beschließt neue Brücke über den Fluss"
BODY = [
    "Der Stadtrat hat am Montag beschlossen, dass die Brücke über den Fluss im kommenden Jahr gebaut wird.",
    "Bürgermeisterin Anna Muster nannte den Beschluss einen Erfolg. Die Brücke sei seit langem nötig, sagte sie.",
    "Kritik kam aus dem Norden der Stadt. Dort fürchten die Anwohner den Lärm der Lastwagen und den Staub.",
]


def authors_of(*head: str) -> tuple[str, ...]:
    lines = ["Politik", "Neue Wege", "Sport", TITLE, *head, *BODY, "Impressum"]
    return read_plain_text("\n".join(lines), "de").metadata.authors


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        (("Jan Beispiel", "03.05.2024"), ("Jan Beispiel",)),
        (("03.05.2024, 17:20 Uhr", "Jan van der Beispiel"), ("Jan van der Beispiel",)),
        (("Jan Beispiel | Eva Probe", "03.05.2024"), ("Jan Beispiel", "Eva Probe")),
        (("Jan Beispiel | 03.05.2024", "Teilen"), ("Jan Beispiel",)),
    ],
)
def test_bare_names_beside_the_date_are_the_authors(head: tuple[str, ...], authors: tuple[str, ...]) -> None:
    assert authors_of(*head) == authors


@pytest.mark.parametrize(
    "line",
    [
        "Flussbote, 3. Mai 2024, von Jan Beispiel",
        "3. Mai 2024, von Jan Beispiel",
        "Flussbote | 3. Mai 2024 | Von Jan Beispiel",
    ],
)
def test_outlet_date_and_byline_on_one_line_are_read(line: str) -> None:
    known = read_plain_text("\n".join([TITLE, line, *BODY]), "de")
    assert (known.metadata.published, known.metadata.authors) == ("2024-05-03", ("Jan Beispiel",))
    assert line not in [one.text for one in known.lines if one.kept]


def test_a_sentence_with_a_date_and_by_is_no_head() -> None:
    sentence = "Das Rathaus wurde am 3. Mai 2024, von Jan Beispiel geführt, geöffnet."
    known = read_plain_text("\n".join([TITLE, sentence, *BODY]), "de")
    assert sentence in [one.text for one in known.lines if one.kept]


@pytest.mark.parametrize(
    "head",
    [
        ("Anna Muster", "03.05.2024"),  # the article speaks of her
        ("Neue Wege", "03.05.2024"),  # the menu lists it
        ("Associated Press", "03.05.2024"),  # an agency
        ("Jan Beispiel", "Teilen"),  # no date beside it
    ],
)
def test_what_the_page_knows_as_something_else_is_no_author(head: tuple[str, ...]) -> None:
    assert authors_of(*head) == ()


@pytest.mark.parametrize(
    ("language", "line", "authors"),
    [
        ("en", "By Eva ProbeTwitter", ("Eva Probe",)),
        ("en", "By Jan Beispiel and Eva Probe The Associated Press", ("Jan Beispiel", "Eva Probe")),
        ("de", "von Jan Beispiel, SENDER THÜRINGEN", ("Jan Beispiel",)),
        ("de", "Von JAN BEISPIEL und EVA PROBE", ("JAN BEISPIEL", "EVA PROBE")),
    ],
)
def test_networks_agencies_and_houses_are_no_part_of_a_name(language: str, line: str, authors: tuple[str, ...]) -> None:
    assert authors_in(line, language) == authors


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Írta: Kovács Anna és Nagy Péter", "hu"),
        ("Di Anna Rossi con Marco Bianchi", "it"),
        ("By Ada Vos/Jan Smit", "en"),
    ],
)
def test_names_are_parted_by_the_words_of_the_language_file(line: str, language: str) -> None:
    assert len(authors_in(line, language)) == 2


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Een analyse van Jan Smit", "nl"),
        ("Kommentar von Ada Beispiel", "de"),
        ("An analysis by Ada Vos", "en"),
        ("L'OPINIONE", "it"),
        ("Rozmowa z Anną Nowak", "pl"),
        ("Інтерв’ю з Оленою Гай", "uk"),
    ],
)
def test_a_section_is_named_with_an_article_before_it_or_an_author_or_who_is_asked_behind(
    line: str, language: str
) -> None:
    assert kind_in(line, language) is not None


@pytest.mark.parametrize(
    ("line", "language", "author"),
    [
        ("Peter Hallow, Transport Correspondent", "en", "Peter Hallow"),
        ("Greta van Dam, Redakteurin", "de", "Greta van Dam"),
        ("By Peter Hallow, Transport Correspondent", "en", "Peter Hallow"),
    ],
)
def test_a_name_and_what_its_bearer_does_are_a_byline(line: str, language: str, author: str) -> None:
    assert is_byline(line, language)
    assert authors_in(line, language) == (author,)


@pytest.mark.parametrize("line", ["Peter Hallow, Mayor of Tarnby", "Peter Hallow, Correspondent, dies", "Reporter, 30"])
def test_a_name_with_anything_else_behind_it_is_none(line: str) -> None:
    assert not is_byline(line, "en")


def test_a_sentence_that_opens_with_the_name_of_a_section_is_none() -> None:
    assert kind_in("Kommentar aus dem Rathaus", "de") is None
    assert kind_in("Interview with the minister causes outrage in the capital", "en") is None


@pytest.mark.parametrize(
    ("line", "language", "partner"),
    [
        ("În parteneriat cu Radio Brekum", "ro", "Radio Brekum"),
        ("In partnership with Radio Brekum", "fi", "Radio Brekum"),
        ("בשיתוף עם שותפנו", "he", ""),
        ("In Zusammenarbeit mit dem Hafen wird gebaut", "de", None),
    ],
)
def test_a_partner_is_announced_in_the_words_of_the_language_or_in_english(
    line: str, language: str, partner: str | None
) -> None:
    assert partner_in(line, language) == partner


@pytest.mark.parametrize(
    ("above", "below", "publisher"),
    [
        ("Flussbote", "© Flussbote 2024", "Flussbote"),
        ("Flussbote", "(c) 2019-2024 FLUSSBOTE", "Flussbote"),
        ("Flussbote", "© 2024 Flussbote | Impressum | Datenschutz", "Flussbote"),
        ("Flussbote", "© 2024 Flussbote. Alle Rechte vorbehalten.", "Flussbote"),
        ("Flussbote", "© 2024 Flussboten-Verlag", None),
        ("北都新報", "© 2024 北都新報 無断転載を禁じます", "北都新報"),
        ("Politik", "© Flussbote 2024", None),  # nothing above bears the name
        ("Flussbote", "Flussbote 2024", None),  # no sign of rights
        ("dpa", "© dpa 2024", None),  # an agency
    ],
)
def test_a_name_above_the_text_that_holds_its_rights_is_the_outlet(
    above: str, below: str, publisher: str | None
) -> None:
    lines = ["Startseite", above, "", TITLE, "", "03.05.2024", "", *BODY, "", below]
    assert read_plain_text("\n".join(lines), "de").metadata.publisher == publisher


HARBOUR = (
    "The harbour wall in Orlune will be rebuilt next year.\nThe county said on Monday that it will cost two million."
)


def test_outlet_behind_the_name_in_a_dated_byline_is_no_author() -> None:
    text = f"Harbour wall to be rebuilt next year\nBy Ada Holm, Coast Finance, 2 April 2025\n{HARBOUR}"
    found = read_plain_text(text).metadata
    assert (found.authors, found.publisher, found.published) == (("Ada Holm",), "Coast Finance", "2025-04-02")


def test_what_a_tab_ends_with_behind_the_title_is_the_outlet() -> None:
    title = "Harbour wall to be rebuilt"
    text = f"{title} | Transport | Coast Gazette\nMenu\n{title}\n2 April 2025\n{HARBOUR}"
    assert read_plain_text(text).metadata.publisher == "Coast Gazette"
    section = text.replace("Transport | Coast Gazette", "Sport")
    assert read_plain_text(section).metadata.publisher is None


def test_names_below_the_word_for_a_byline_are_the_authors() -> None:
    text = f"Harbour wall to be rebuilt next year\n2 April 2025\nBy\nAda Holm\n{HARBOUR}"
    assert read_plain_text(text).metadata.authors == ("Ada Holm",)


@pytest.mark.parametrize(
    "line", ["Ada Holm and Bo Lind / 2 April 2025 / 4 comments", "Coast Gazette | By Ada Holm and Bo Lind"]
)
def test_authors_stand_between_slashes_and_bars(line: str) -> None:
    text = f"Harbour wall to be rebuilt next year\n{line}\n2 April 2025\n{HARBOUR}"
    assert read_plain_text(text).metadata.authors == ("Ada Holm", "Bo Lind")


def test_name_host_and_day_between_slashes_are_author_and_date() -> None:
    text = f"Harbour wall to be rebuilt next year\nAda Holm / COASTGAZETTE.EXAMPLE / Apr 2, 2025, 17:07 IST\n{HARBOUR}"
    found = read_plain_text(text).metadata
    assert (found.authors, found.published) == (("Ada Holm",), "2025-04-02")


FOOT = "Startseite\n\n{title}\n\n03.05.2024\n\n{body}\n\nMeistgelesen\nWas am Sonntag öffnet\n{below}\n"


@pytest.mark.parametrize(
    ("below", "publisher"),
    [
        ("© 2024 Uferbote. Alle Rechte vorbehalten.", "Uferbote"),
        ("Copyright © 2024 Uferbote\nImpressum", "Uferbote"),  # a legal note beside it
        ("© 2024 Hafenkurier", "Hafenkurier"),  # a newspaper by its name
        ("Schreiben Sie an leser@uferwelt.example\n© Uferwelt", "Uferwelt"),
        ("© 2024 Uferwelt", None),  # nothing else says so
        ("© 2024 Uferwelt GmbH. Alle Rechte vorbehalten.", None),  # a company
        ("© 2024 Uferbote Media Group Limited\nImpressum", None),
        ("© 2024 Uferbote Medien S.A. Alle Rechte vorbehalten.", None),
        ("© 2024 Anna Muster. Alle Rechte vorbehalten.", None),  # a person
        ("© 2024 dpa. Alle Rechte vorbehalten.", None),  # an agency
    ],
)
def test_holder_of_the_rights_at_the_foot_of_a_page_is_the_outlet_where_more_says_so(
    below: str, publisher: str | None
) -> None:
    text = FOOT.format(title=TITLE, body="\n\n".join(BODY), below=below)
    assert read_plain_text(text, "de").metadata.publisher == publisher


def test_outlet_in_the_opening_of_the_text_bears_out_the_sign_of_rights_below() -> None:
    body = "\n\n".join([f"ORLUNE, UFERBOTE - {BODY[0]}", *BODY[1:]])
    text = FOOT.format(title=TITLE, body=body, below="© 2024 Uferbote")
    assert read_plain_text(text, "de").metadata.publisher == "Uferbote"


def test_a_desk_before_a_reporter_in_wide_letters_is_no_author() -> None:
    body = "市は7日、港に新しい橋を建設すると発表した。\n費用は約20億円で、2028年の完成を目指す。"
    text = f"港に新しい橋、市が建設へ\n2026年4月8日 5時00分\n経済部　高瀬真理\n{body}"
    assert read_plain_text(text, "ja").metadata.authors == ("高瀬真理",)
