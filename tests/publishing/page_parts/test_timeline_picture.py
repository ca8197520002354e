"""The timeline as a picture, made when the site is built: an event is a shape that leads to it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from generator.model import Event
from generator.publishing.interface import Interface
from generator.publishing.page_parts.timeline_picture import timeline_picture
from tests.publishing.dossiers import PORT, citation, small_dossier
from tests.publishing.hostile import HOSTILE
from tests.publishing.rendered import built, of_class

START = citation(PORT, "Am 8. August begann die erste Bauphase.")
ENGLISH = Interface("en")
DATES = [
    "199X",
    "2011",
    "2016/2020",
    "2024-21",
    "2023-10",
    "2025-08-08",
    "2014/..",
    "../2019",
    "soon",
    "-0044",
    "9999-12",
]


def event(date: str, text: str = "Something happened.") -> Event:
    return Event(f"e-{date}-{text}", date, "", text, "en", (START,), ("harbour",))


def shapes(dates: list[str], text: str = "Something happened.") -> list[str]:
    picture = timeline_picture([event(date, text) for date in dates], ENGLISH)
    assert picture
    found = html.fragment_fromstring(picture.svg).xpath(".//a")
    return [f"{one[-1].tag}: {one.findtext('title')}" for one in found]


def test_every_event_is_a_dot_or_where_it_lasts_a_bar() -> None:
    assert shapes(["2011", "2016/2020", "2025-08-08"]) == [
        "rect: 2011: Something happened.",
        "rect: 2016 to 2020: Something happened.",
        "circle: 8 August 2025: Something happened.",
    ]


@pytest.mark.parametrize(
    ("dates", "caption"),
    [
        (("199X", "2023-10", "2025-08-08"), "3 events, 1990 to 2025"),
        (("2025-01-07", "2025-03", "2025-02-08"), "3 events, January 2025 to March 2025"),
        (("2025-01-07", "2025-01-07", "2025-01-08"), "3 events, 7 January 2025 to 8 January 2025"),
    ],
)
def test_picture_says_in_words_how_many_events_it_shows_and_from_when_to_when(
    dates: tuple[str, ...], caption: str
) -> None:
    picture = timeline_picture([event(date) for date in dates], ENGLISH)

    assert picture
    assert picture.caption == caption


def test_months_of_the_axis_are_short_enough_to_stand_side_by_side_on_a_phone() -> None:
    picture = timeline_picture([event(date) for date in ("2023-07-09", "2024-05-03", "2024-08-13")], ENGLISH)

    assert picture
    names = html.fragment_fromstring(picture.svg).xpath(".//text/text()")
    assert names == ["Oct 2023", "Jan 2024", "Apr 2024", "Jul 2024"]


def test_each_shape_leads_to_its_event_and_a_column_to_the_first_of_its_time() -> None:
    few = timeline_picture([event(date) for date in ("2011", "2016", "2025")], ENGLISH)
    many = timeline_picture(
        [event(f"{2000 + n % 20}") for n in range(200)], ENGLISH, {"e-2000-Something happened.": "y"}
    )

    assert few
    assert many
    assert html.fragment_fromstring(few.svg).xpath(".//a/@href")[0] == "#e-2011-Something happened."
    assert html.fragment_fromstring(many.svg).xpath(".//a/@href")[0] == "y"


def test_events_of_one_day_stand_above_one_another() -> None:
    picture = timeline_picture([event(date) for date in ("2020", "2025-08-08", "2025-08-08", "2025-08-09")], ENGLISH)

    assert picture
    heights = [one.get("cy") for one in html.fragment_fromstring(picture.svg).xpath(".//circle")]
    assert len(set(heights)) == len(heights) == 3


def test_many_events_become_columns_that_count_them() -> None:
    found = shapes([f"{2000 + number % 20}" for number in range(200)])

    assert len(found) <= 40
    assert found[0] == "rect: 10 events, January 2000"
    assert sum(int(one.split(": ")[-1].split()[0]) for one in found) == 200


def test_too_few_events_and_events_without_a_date_make_no_picture() -> None:
    assert timeline_picture([event("2011"), event("2012"), event("soon")], ENGLISH) is None
    assert timeline_picture([event("2011-01-01")] * 5, ENGLISH) is None


@settings(deadline=None)  # a busy machine is no mistake
@given(st.lists(st.sampled_from(DATES), max_size=80))
def test_picture_of_any_dates_stays_within_its_frame_and_is_the_same_on_every_run(dates: list[str]) -> None:
    first, second = (timeline_picture([event(date) for date in dates], ENGLISH) for _ in range(2))

    assert first == second
    places = [float(x) for x in re.findall(r' (?:cx|x|x1)="([\d.]+)%"', first.svg if first else "")]
    assert all(0 <= x <= 100 for x in places)


def test_hostile_words_are_words_in_a_picture() -> None:
    assert shapes(["2011", "2012", "2013"], HOSTILE)[0] == f"rect: 2011: {HOSTILE}"


def test_theme_page_shows_the_events_of_its_list() -> None:
    dossier = small_dossier()
    [briefing] = dossier.briefings
    events = tuple(event(date) for date in ("2011", "2016/2020", "2025-08-08"))
    dossier = replace(dossier, briefings=(replace(briefing, timeline=events),), timeline=events)

    pages = built(dossier)

    for path, table in (("themes/harbour.md", "../data/timeline.csv"), ("timeline.md", "data/timeline.csv")):
        [picture] = of_class(pages[path], "picture")
        *shown, last = picture.xpath(".//a/@href")
        assert shown == [f"#{one.id}" for one in events]
        assert last == table
        assert len(of_class(pages[path], "event")) == len(picture.xpath(".//circle | .//rect")) == 3


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        ("2023", "2027", ["2023", "2024", "2025", "2026", "2027"]),
        ("2011", "2025", ["2015", "2020", "2025"]),
        ("1951", "2025", ["1960", "1980", "2000", "2020"]),
    ],
)
def test_axis_has_at_most_five_years_of_an_even_step(first: str, last: str, years: list[str]) -> None:
    picture = timeline_picture([event(first), event(first), event(last)], ENGLISH)
    assert picture
    assert [text.text for text in html.fragment_fromstring(picture.svg).xpath(".//text")] == years


def test_a_year_far_from_all_others_leaves_them_their_room() -> None:
    days = [f"2026-{month:02}-1{month}" for month in range(1, 8)]
    picture = timeline_picture([event(date) for date in ("1911", "1934-05-01", *days)], ENGLISH)

    assert picture
    drawn = html.fragment_fromstring(picture.svg)
    assert [text.text for text in drawn.xpath(".//text")] == ["1911", "1934", "Apr 2026", "Jul 2026"]
    assert len(drawn.xpath(".//line[@class='axis']")) == 3, "the line is broken where a silence is left out"
    places = [float(dot.get("cx").rstrip("%")) for dot in drawn.xpath(".//circle")]
    assert places == sorted(places)
    assert places[-1] - places[-7] > 50, "seven months of 2026 have more than half of the width"
    assert picture.caption == "9 events, 1911 to 2026"
