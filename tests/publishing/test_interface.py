"""The site's own words, dates, numbers and names, as each language writes them."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import generator
from generator.languages.cldr import locale_of
from generator.publishing.interface import Interface
from generator.publishing.markdown import encode_sign

PACKAGE = Path(generator.__file__).parent
LANGUAGES = sorted(path.stem for path in (PACKAGE / "locale").glob("*.po"))

# "%(count)s", "%%"
PLACEHOLDER = re.compile(r"%\(\w+\)s|%%")
MARKS = re.compile("[\"'`“”„‘’‚«»‹›]")


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


def test_short_months_are_the_languages_own_whichever_was_asked_first() -> None:
    said = [Interface(language).short_date("2026-03") for language in ("uk", "pl", "fr", "de", "pl", "tr")]

    assert said == ["бер. 2026\u202fр.", "mar 2026", "mars 2026", "März 2026", "mar 2026", "Mar 2026"]
    assert locale_of("zh").months["stand-alone"]["abbreviated"][3] == "3月"  # type: ignore[union-attr]
    assert locale_of("sv").months["stand-alone"]["abbreviated"][3] == "mars"  # type: ignore[union-attr]
    assert locale_of("cs").months["stand-alone"]["abbreviated"][3] == "bře"  # type: ignore[union-attr]


def test_what_is_put_together_has_the_signs_of_the_language() -> None:
    assert [Interface(language).before("Titel") for language in ("de", "fr")] == ["Titel:", "Titel\u00a0:"]
    assert [encode_sign(Interface(language).gettext(";")) for language in ("de", "fr")] == ["&#59;", "&#8239;&#59;"]


def test_a_period_is_as_short_as_the_language_writes_it() -> None:
    periods = [("2026-06-02", "2026-06-09"), ("2026-06-02", "2026-06-02"), ("2023-10", "2025-08-11"), ("2024", "2024")]
    said = [[Interface(language).period(*period) for period in periods] for language in ("en", "de")]

    assert said[0] == ["2–9 Jun 2026", "2 June 2026", "October 2023 to 11 August 2025", "2024"]
    assert said[1] == ["2.–9. Juni 2026", "2. Juni 2026", "Oktober 2023 bis 11. August 2025", "2024"]


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
        (1 / 3, "costs", "1/3 costs", "1/3 costs"),
        (0.25, "costs", "0.25 costs", "0,25 costs"),
        (1e30, "EUR", f"1{',000' * 10} EUR", f"1{'.000' * 10} EUR"),
        (1e30, "%", f"1{',000' * 10}%", f"1{'.000' * 10} %"),
    ],
)
def test_quantity_is_short_where_nothing_is_lost(value: float, unit: str | None, english: str, german: str) -> None:
    said = [Interface(language).quantity(value, unit).replace("\N{NO-BREAK SPACE}", " ") for language in ("en", "de")]

    assert said == [english, german]


@pytest.mark.parametrize(
    ("language", "million", "billions"),
    [
        ("en", "1 million EUR", "10 billion EUR"),
        ("de", "1 Million EUR", "10 Milliarden EUR"),
        ("fr", "1 million EUR", "10 milliards EUR"),
        ("it", "1 milione EUR", "10 miliardi EUR"),
        ("pl", "1 milion EUR", "10 miliardów EUR"),
        ("uk", "1 мільйон EUR", "10 мільярдів EUR"),
        ("ja", "1 million EUR", "10 billion EUR"),
    ],
)
def test_scale_of_a_large_number_is_in_the_singular_or_plural(language: str, million: str, billions: str) -> None:
    say = Interface(language)

    said = [say.quantity(value, "EUR").replace("\N{NO-BREAK SPACE}", " ") for value in (1_000_000.0, 10_000_000_000.0)]

    assert said == [million, billions]


def test_plural_follows_the_count() -> None:
    german = Interface("de")

    said = [german.ngettext("%(count)s event", "%(count)s events", count) for count in (1, 1200)]

    assert said == ["1 Ereignis", "1.200 Ereignisse"]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", ["0 événement", "1 événement", "2 événements", "5 événements", "21 événements"]),
        ("pl", ["0 wydarzeń", "1 wydarzenie", "2 wydarzenia", "5 wydarzeń", "21 wydarzeń"]),
        ("ru", ["0 событий", "1 событие", "2 события", "5 событий", "21 событие"]),
        ("tr", ["0 olay", "1 olay", "2 olay", "5 olay", "21 olay"]),
    ],
)
def test_plural_follows_the_rules_of_the_language(language: str, told: list[str]) -> None:
    say = Interface(language)

    assert [say.ngettext("%(count)s event", "%(count)s events", count) for count in (0, 1, 2, 5, 21)] == told


def test_language_without_a_catalogue_speaks_english() -> None:
    assert Interface("is").gettext("Sources") == "Sources"
    assert [Interface(one).date("2025-08-11") for one in ("xx", "is")] == ["11 August 2025"] * 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_translates_every_string_of_the_interface(language: str) -> None:
    catalogue = catalogue_of(language)

    problems = [(message.id, str(found)) for message in catalogue for found in message.check(catalogue)]
    translated = {_first(message.id) for message in catalogue if all(_forms(message)) and not message.fuzzy}

    assert not problems
    assert strings_of_the_program() - translated == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_a_translation_keeps_what_is_filled_in(language: str) -> None:
    lost = [
        (_first(message.id), form)
        for message in _messages(language)
        for form in _forms(message)
        if set(PLACEHOLDER.findall(form)) != set(PLACEHOLDER.findall(_first(message.id)))
    ]

    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_has_the_plural_forms_of_its_language(language: str) -> None:
    catalogue, rules = catalogue_of(language), Catalog(language)

    counted = {_first(message.id): len(_forms(message)) for message in catalogue if message.pluralizable}

    assert catalogue.plural_forms == rules.plural_forms
    assert {message: forms for message, forms in counted.items() if forms != rules.num_plurals} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_of_several_words_is_left_in_english(language: str) -> None:
    english = {_first(message.id) for message in _messages(language) if _first(message.id) in _forms(message)}

    assert [one for one in english if len(PLACEHOLDER.sub("", one).split()) > 2] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_writes_the_quotation_marks_and_apostrophes_of_its_language(language: str) -> None:
    quoted = next(form for message in _messages(language) if message.id == "“%(words)s”" for form in _forms(message))
    allowed = {*MARKS.findall(quoted), "’"}

    wrong = [form for message in _messages(language) for form in _forms(message) if {*MARKS.findall(form)} - allowed]

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_holds_no_string_that_the_interface_has_given_up(language: str) -> None:
    assert {_first(message.id) for message in _messages(language)} - strings_of_the_program() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_sentences_of_the_interface_are_translated_by_the_same_words(language: str) -> None:
    sentences = [str(message.string) for message in _messages(language) if _first(message.id).endswith(".")]

    assert [said for said, count in Counter(sentences).items() if count > 1] == []


@cache
def catalogue_of(language: str) -> Catalog:
    with (PACKAGE / "locale" / f"{language}.po").open("rb") as stream:
        return read_po(stream, locale=language)


@cache
def strings_of_the_program() -> frozenset[str]:
    found = extract_from_dir(PACKAGE, method_map=[("**.py", "python")])
    return strings_of_the_interface() | {_first(message) for _, _, message, _, _ in found}


@cache
def strings_of_the_interface() -> frozenset[str]:
    methods = [("publishing/**.py", "python"), ("templates/**.jinja", "jinja2.ext:babel_extract")]
    found = extract_from_dir(PACKAGE, method_map=methods, options_map={"templates/**.jinja": {"trimmed": "true"}})
    return frozenset(_first(message) for _, _, message, _, _ in found)


def _messages(language: str) -> list[Message]:
    return [message for message in catalogue_of(language) if message.id]


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _first(message: str | tuple[str, ...] | list[str]) -> str:
    return message if isinstance(message, str) else message[0]
