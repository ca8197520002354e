"""Figures: readable cases for ten languages (tests/cases/figures), number words, and laws that hold for any text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analysis.figures.number_words import parse
from generator.analysis.figures.recognition import find_figures
from generator.analysis.time.recognition import find_dates
from tests.analysis.case_files import Case, cases_below, languages_below

CASES = Path(__file__).parents[1] / "cases" / "figures"
LANGUAGES = languages_below(CASES)
WORDS = (
    "5", "10 Prozent", "1.234,5", "1,234.5", "Mio. Euro", "$", "€ 3", "bis", "-", "to", "million", "zwei", "half a",
    "dozen", "1/0", "1/2", "½", "3. Mai 2020", "G20", "(12)", "minus", "e9", "Drittel", "komma", "quatre-vingt-dix",
    "yüzde", "rund", "0471/925", "двадцать", "192.168.1.2", "US-Dollar", "50", "drei bis vier", "Kinder", "7 in 10",
    "Dienstag", "im Mai",
)  # fmt: skip


def found_in(case: Case) -> Iterator[str]:
    dates = find_dates(case.text, case.language, "2024-05-15")
    for figure in find_figures(case.text, case.language, None, dates):
        value = "..".join(f"{one:.12g}" for one in figure.value) if isinstance(figure.value, tuple) else figure.value
        written = value if isinstance(value, str) else f"{value:.16g}"
        yield f"{figure.text} = {written} {figure.unit or '-'} {figure.qualifier}"


@pytest.mark.parametrize("case", cases_below(CASES), ids=str)
def test_cases(case: Case) -> None:
    assert list(found_in(case)) == list(case.expected)


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        ("de", "sechzehntausend", 16_000),
        ("de", "einundzwanzig", 21),
        ("de", "zwei Millionen dreihunderttausend", 2_300_000),
        ("de", "anderthalb", 1.5),
        ("nl", "tweeëntwintig", 22),
        ("nl", "honderdzestien", 116),
        ("nl", "vijfentwintighonderd", 2500),
        ("en", "twenty-two thousand", 22_000),
        ("en", "two hundred and five", 205),
        ("fr", "soixante-quinze", 75),
        ("es", "treinta y dos mil", 32_000),
        ("it", "ventitremila", 23_000),
        ("pl", "dwadzieścia pięć tysięcy", 25_000),
        ("tr", "yüz elli bin", 150_000),
        ("ru", "двести сорок три тысячи", 243_000),
        ("uk", "двісті сорок три тисячі", 243_000),
    ],
)
def test_number_words(language: str, words: str, value: float) -> None:
    assert parse(words, language) == value


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("de", "Achtung"),
        ("de", "Einsicht"),
        ("de", "und"),
        ("nl", "enige"),
        ("nl", "achter"),
        ("en", "tenant"),
        ("it", "seicento!"),
    ],
)
def test_words_that_only_contain_a_number_are_none(language: str, word: str) -> None:
    assert parse(word, language) is None


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("mr", "१२,५०० जण", 12_500, "जण"),
        ("az", "Layihə 12 milyon manata başa gəlir.", 12e6, "AZN"),
        ("fi", "Hanke maksaa 2,5 miljardia euroa.", 2.5e9, "EUR"),
        ("mk", "Проектот чини 12 милиони денари.", 12e6, "MKD"),
        ("hi", "शहर में 12 लाख लोग", 1.2e6, "लोग"),
        ("hi", "शहर में 12,500 लोग", 12_500, "लोग"),
        ("he", "12,500 איש הגיעו", 12_500, "איש"),
        ("bn", "১২,৫০০ জন", 12_500, "জন"),
        ("fa", "۱۲٬۵۰۰ نفر", 12_500, "نفر"),
        ("sq", "12,5 ton", 12.5, "ton"),
    ],
)
def test_a_language_with_few_words_of_its_own_has_scales_and_the_decimal_mark_of_cldr(
    language: str, text: str, value: float, unit: str | None
) -> None:
    (figure,) = find_figures(text, language)
    assert (figure.value, figure.unit) == (value, unit)


texts = st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=12).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(texts, st.sampled_from(LANGUAGES))
def test_figures_are_slices_in_order_and_never_touch_a_date(text: str, language: str) -> None:
    dates = find_dates(text, language, "2024-05-15")
    end = 0
    for figure in find_figures(text, language, None, dates):
        assert figure.start >= end
        assert text[figure.start : figure.end] == figure.text != ""
        assert not any(figure.start < date.end and figure.end > date.start for date in dates)
        if isinstance(figure.value, tuple):
            assert figure.value[0] < figure.value[1]
        end = figure.end


@given(st.integers(1000, 10**12))
def test_grouped_digits_mean_the_same_in_every_language(number: int) -> None:
    grouped = f"{number:,}"
    for language, written in (("en", grouped), ("de", grouped.replace(",", ".")), ("fr", grouped.replace(",", " "))):
        assert [figure.value for figure in find_figures(f"{written} kg", language)] == [number]


def test_nothing_is_found_outside_the_spans() -> None:
    text = "Anzeige: 99 Euro. Es kostet 5 Euro."
    assert [figure.text for figure in find_figures(text, "de", [(18, len(text))])] == ["5 Euro"]


def test_a_row_of_thousands_of_digits_is_no_figure() -> None:
    assert find_figures("7" * 5000 + " Euro", "de") == ()


@pytest.mark.parametrize(
    ("language", "sentence", "figures"),
    [
        ("pl", "Zderzenie z 12 marca badają prokuratorzy.", []),
        ("it", "La collisione del 12 marzo ha ferito tre persone.", ["tre persone"]),
        ("ru", "Встреча прошла 19 марта в Стамбуле.", []),
        ("es", "El 12 de marzo chocaron.", []),
        ("tr", "12 Mart günü çarpıştılar.", []),
        ("en", "In March 12 people died.", ["12 people"]),
    ],
)
def test_a_day_of_a_month_is_no_figure_where_no_year_is_known(language: str, sentence: str, figures: list[str]) -> None:
    assert [figure.text for figure in find_figures(sentence, language, dates=())] == figures
