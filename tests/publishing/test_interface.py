"""The site's own words, dates, numbers and names, as each language writes them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import generator
from generator.publishing.interface import Interface

PACKAGE = Path(generator.__file__).parent


@pytest.mark.parametrize(
    ("edtf", "english", "german", "dutch"),
    [
        ("2025-08-11", "11 August 2025", "11. August 2025", "11 augustus 2025"),
        ("2025-08-11T14:02", "11 August 2025", "11. August 2025", "11 augustus 2025"),
        ("2023-10", "October 2023", "Oktober 2023", "oktober 2023"),
        ("2020", "2020", "2020", "2020"),
        ("199X", "1990s", "1990er Jahre", "jaren 1990"),
        ("2016/2020", "2016 to 2020", "2016 bis 2020", "2016 tot 2020"),
        ("2022-12/..", "since December 2022", "seit Dezember 2022", "sinds december 2022"),
        ("../2020", "until 2020", "bis 2020", "tot 2020"),
        ("2020~", "about 2020", "um 2020", "omstreeks 2020"),
        ("2020?", "2020 (uncertain)", "2020 (unsicher)", "2020 (onzeker)"),
        ("2024-21", "spring 2024", "Frühjahr 2024", "voorjaar 2024"),
        ("2024-13-40", "2024-13-40", "2024-13-40", "2024-13-40"),
        ("who knows", "who knows", "who knows", "who knows"),
        (None, "date unknown", "Datum unbekannt", "datum onbekend"),
    ],
)
def test_date_is_written_as_the_language_writes_it(edtf: str | None, english: str, german: str, dutch: str) -> None:
    assert [Interface(language).date(edtf) for language in ("en", "de", "nl")] == [english, german, dutch]


def test_numbers_and_languages_follow_the_language() -> None:
    assert [Interface(language).number(12345.5) for language in ("en", "de")] == ["12,345.5", "12.345,5"]
    assert [Interface(language).language_name("nl") for language in ("en", "de")] == ["Dutch", "Niederländisch"]
    assert Interface("en").language_name("und") == "language unknown"
    assert Interface("en").direction("ar") == "rtl"


@pytest.mark.parametrize(
    ("value", "unit", "english", "german"),
    [
        (1_600_000_000, "USD", "1.6 billion USD", "1,6 Milliarden USD"),
        (1_234_567_890, "USD", "1,234,567,890 USD", "1.234.567.890 USD"),
        (2_000_000, None, "2 million", "2 Millionen"),
        (100_000, "Armenians", "100,000 Armenians", "100.000 Armenians"),
        (40, "%", "40%", "40 %"),
        (0.25, "%", "0.25%", "0,25 %"),
    ],
)
def test_quantity_is_short_where_nothing_is_lost(value: float, unit: str | None, english: str, german: str) -> None:
    said = [Interface(language).quantity(value, unit).replace("\N{NO-BREAK SPACE}", " ") for language in ("en", "de")]

    assert said == [english, german]


def test_plural_follows_the_count() -> None:
    german = Interface("de")

    said = [german.ngettext("%(count)s event", "%(count)s events", count) for count in (1, 1200)]

    assert said == ["1 Ereignis", "1.200 Ereignisse"]


def test_language_without_a_catalogue_speaks_english() -> None:
    assert Interface("pl").gettext("Sources") == "Sources"
    assert [Interface(one).date("2025-08-11") for one in ("xx", "pl")] == ["11 August 2025"] * 2


@pytest.mark.parametrize("language", ["de", "nl"])
def test_catalogue_translates_every_string_of_the_interface(language: str) -> None:
    with (PACKAGE / "locale" / f"{language}.po").open("rb") as stream:
        catalogue = read_po(stream, locale=language)

    problems = [(message.id, found) for message in catalogue for found in message.check(catalogue)]
    translated = {_first(message.id) for message in catalogue if message.string and not message.fuzzy}

    assert not problems
    assert strings_of_the_interface() - translated == set()


@pytest.mark.parametrize("language", ["de", "nl"])
def test_catalogue_holds_no_string_that_the_interface_has_given_up(language: str) -> None:
    with (PACKAGE / "locale" / f"{language}.po").open("rb") as stream:
        catalogue = read_po(stream, locale=language)

    assert {_first(message.id) for message in catalogue if message.id} - strings_of_the_program() == set()


@pytest.mark.parametrize("language", ["de", "nl"])
def test_no_two_sentences_of_the_interface_are_translated_by_the_same_words(language: str) -> None:
    with (PACKAGE / "locale" / f"{language}.po").open("rb") as stream:
        catalogue = read_po(stream, locale=language)

    sentences = [str(message.string) for message in catalogue if _first(message.id).endswith(".")]

    assert [said for said, count in Counter(sentences).items() if count > 1] == []


def strings_of_the_program() -> set[str]:
    found = extract_from_dir(PACKAGE, method_map=[("**.py", "python")])
    return strings_of_the_interface() | {_first(message) for _, _, message, _, _ in found}


def strings_of_the_interface() -> set[str]:
    methods = [("publishing/**.py", "python"), ("templates/**.jinja", "jinja2.ext:babel_extract")]
    found = extract_from_dir(PACKAGE, method_map=methods, options_map={"templates/**.jinja": {"trimmed": "true"}})
    return {_first(message) for _, _, message, _, _ in found}


def _first(message: str | tuple[str, ...] | list[str]) -> str:
    return message if isinstance(message, str) else message[0]
