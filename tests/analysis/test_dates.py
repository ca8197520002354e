"""Temporal expressions: readable cases for ten languages (tests/cases/dates), and laws that hold for any text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import edtf
from generator.analysis.time.holidays import easter, pascha
from generator.analysis.time.recognition import find_dates
from tests.analysis.case_files import Case, cases_below, languages_below

CASES = Path(__file__).parents[1] / "cases" / "dates"
LANGUAGES = languages_below(CASES)
WORDS = (
    "am 3. Mai", "im Dezember", "2014", "gestern", "Dienstag", "vor zwei Wochen", "tags darauf", "zwischen", "und",
    "bis", "-", "14.30 Uhr", "30. Februar", "31.12.2020", "1990er Jahre", "im Jahr", "last week", "vorig jaar",
    "hace tres días", "3.", "4.,", "Q3 2024", "Ostern", "8/8", "99.99.9999", "2019-02-30",
)  # fmt: skip


def found_in(case: Case) -> Iterator[str]:
    reference = None if case.setting in (None, "unknown") else case.setting
    for mention in find_dates(case.text, case.language, reference):
        yield f"{mention.text} = {mention.value}" + ("" if mention.names_event else " (name)")


@pytest.mark.parametrize("case", cases_below(CASES), ids=str)
def test_cases(case: Case) -> None:
    assert list(found_in(case)) == list(case.expected)


texts = st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=12).map(" ".join)
references = st.sampled_from([None, "2024-05-15", "2023-10", "2019", "2024-02-29T10:00", "not a date"])


@settings(max_examples=120, deadline=None)
@given(texts, st.sampled_from(LANGUAGES), references)
def test_mentions_are_valid_dates_in_order_that_slice_the_text(text: str, language: str, reference: str | None) -> None:
    end = 0
    for mention in find_dates(text, language, reference):
        assert mention.start >= end
        assert text[mention.start : mention.end] == mention.text != ""
        assert edtf.is_valid(mention.value)
        end = mention.end


@settings(max_examples=60, deadline=None)
@given(texts, st.sampled_from(LANGUAGES))
def test_offsets_move_with_the_text(text: str, language: str) -> None:
    before = find_dates(text, language, "2024-05-15", [(0, len(text))])
    moved = find_dates("x\n" + text, language, "2024-05-15", [(2, 2 + len(text))])
    assert [(m.start + 2, m.value) for m in before] == [(m.start, m.value) for m in moved]


def test_a_partial_date_resolves_against_the_year_that_its_sentence_names() -> None:
    text = "Im März 1992 brach die Mauer, im April stand sie wieder."
    assert [mention.value for mention in find_dates(text, "de", "2014-06-01")] == ["1992-03", "1992-04"]


def test_the_day_before_counts_from_the_date_named_last_in_an_earlier_sentence() -> None:
    first, second = "Am 19. September fielen Schüsse.", "Am Tag zuvor war es ruhig."
    text = f"{first} {second}"
    spans = [(0, len(first)), (len(first) + 1, len(text))]
    assert [m.value for m in find_dates(text, "de", "2023-10-02", spans)] == ["2023-09-19", "2023-09-18"]


@pytest.mark.parametrize(("sentences_between", "found"), [(1, ["1931-06-12", "1931-06-15"]), (4, ["1931-06-12"])])
def test_days_later_count_from_a_date_near_before_and_not_from_another_story(
    sentences_between: int, found: list[str]
) -> None:
    sentences = ["He was born on 12 June 1931.", *["He was poor."] * sentences_between, "Three days later it rained."]
    text, spans = " ".join(sentences), list[tuple[int, int]]()
    for sentence in sentences:
        start = spans[-1][1] + 1 if spans else 0
        spans.append((start, start + len(sentence)))
    assert [mention.value for mention in find_dates(text, "en", "2024-05-15", spans)] == found


def test_nothing_is_found_outside_the_spans() -> None:
    text = "Anzeige 2021. Am 3. Mai 2020 regnete es."
    assert [m.value for m in find_dates(text, "de", None, [(14, len(text))])] == ["2020-05-03"]


def test_a_language_without_a_file_still_has_numeric_dates() -> None:
    assert [m.value for m in find_dates("2024-03-01 09.11.2023", "xx", None)] == ["2024-03-01", "2023-11-09"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_of_every_language_is_known(language: str) -> None:

    from babel.dates import format_date

    for number in range(1, 13):
        day = date(2021, number, 17)
        text = format_date(day, "long", locale=language)
        assert [m.value for m in find_dates(text, language, None)] == [day.isoformat()], text


GRANULARITY = {
    "im Mai 2020": edtf.Granularity.MONTH,
    "im Sommer 2019": edtf.Granularity.SEASON,
    "am 3. Mai 2021": edtf.Granularity.DAY,
    "im dritten Quartal 2018": edtf.Granularity.QUARTER,
    "in den neunziger Jahren": edtf.Granularity.DECADE,
    "im Jahr 2016": edtf.Granularity.YEAR,
    "gestern Abend": edtf.Granularity.DAY,
    "im 19. Jahrhundert": edtf.Granularity.CENTURY,
    "zwischen 2016 und 2020": edtf.Granularity.INTERVAL,
}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(GRANULARITY)), st.dates(min_value=date(2000, 1, 1), max_value=date(2049, 12, 31)))
def test_a_value_is_as_exact_as_its_words(words: str, published: date) -> None:
    found = find_dates(f"Der Rat hat {words} getagt.", "de", published.isoformat())
    assert [edtf.granularity(mention.value) for mention in found] == [GRANULARITY[words]]


@settings(max_examples=100, deadline=None)
@given(texts, texts, st.sampled_from(LANGUAGES), references)
def test_a_sentence_that_follows_changes_nothing_before_it(
    first: str, second: str, language: str, reference: str | None
) -> None:
    text, end = f"{first} {second}", len(first)
    alone = find_dates(text, language, reference, [(0, end)])
    followed = find_dates(text, language, reference, [(0, end), (end + 1, len(text))])
    assert followed[: len(alone)] == alone


TIME_OF_DAY = {
    "de": "Die Sitzung begann um {} Uhr.",
    "nl": "De zitting begon om {} uur.",
    "en": "The session opened at {}.",
    "fr": "La séance a débuté à {}.",
    "es": "La sesión empezó a las {} horas.",
    "it": "La seduta è iniziata alle {}.",
    "pt": "A sessão começou às {}.",
    "pl": "Posiedzenie zaczęło się o {}.",
    "tr": "Oturum saat {} sularında başladı.",
    "ru": "Заседание началось в {}.",
    "uk": "Засідання почалося о {}.",
    "da": "Mødet begyndte klokken {}.",
    "no": "Møtet begynte klokken {}.",
    "sv": "Mötet började klockan {}.",
}


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(TIME_OF_DAY)), st.times(), st.sampled_from([":", "."]), references)
def test_a_time_of_day_is_never_a_date(language: str, time: time, mark: str, reference: str | None) -> None:
    told = f"{time.hour:02d}{mark}{time.minute:02d}"
    assert find_dates(TIME_OF_DAY[language].format(told), language, reference) == ()


@given(st.integers(1900, 2099))
def test_eastern_easter_is_a_sunday_from_the_western_one_on(year: int) -> None:
    assert pascha(year).weekday() == easter(year).weekday() == date(2023, 4, 9).weekday()
    assert timedelta(0) <= pascha(year) - easter(year) <= timedelta(35)
