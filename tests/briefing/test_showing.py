"""The public edition quotes no more than its cap allows; an editor's quotes are always shown, and reported."""

from __future__ import annotations

from dataclasses import replace

from generator.briefing.passages import QuotableArticle
from generator.briefing.showing import Showing
from generator.model import Edition, LineRole, Paragraph, Settings
from tests.builders import article

SOURCE = article("Baku sold gas to its neighbours. Nobody said at which price it did so. The contract runs ten years.")
SETTINGS = Settings(title="T", name="t", quote_share=0.35, quote_floor=0)
FIRST, SECOND, THIRD = (QuotableArticle.of(SOURCE).passage(s.start, s.end) for s in SOURCE.sentences)


def test_what_passes_the_cap_finds_no_room() -> None:
    showing = Showing([SOURCE], SETTINGS, Edition.PUBLIC)
    assert showing.has_room(FIRST)
    assert not showing.has_room(SECOND)
    assert showing.has_room(FIRST)


def test_what_is_shown_twice_counts_once_in_whatever_order_it_was_shown() -> None:
    showing = Showing([SOURCE], replace(SETTINGS, quote_share=0.70), Edition.PUBLIC)
    assert [showing.has_room(passage) for passage in (SECOND, FIRST, SECOND, THIRD)] == [True, True, True, False]


def test_the_private_edition_has_room_for_everything() -> None:
    showing = Showing([SOURCE], SETTINGS, Edition.PRIVATE)
    assert all(showing.has_room(passage) for passage in (FIRST, SECOND, THIRD))


def test_an_editors_quotes_are_shown_beyond_the_cap_and_reported() -> None:
    showing = Showing([SOURCE], SETTINGS, Edition.PUBLIC)
    showing.always([FIRST, SECOND])
    assert showing.over_cap() == (SOURCE.id,)
    assert showing.has_room(FIRST)
    assert not showing.has_room(THIRD)


def test_a_short_article_may_show_as_many_characters_as_the_floor_allows() -> None:
    showing = Showing([SOURCE], replace(SETTINGS, quote_floor=len(SOURCE.text)), Edition.PUBLIC)
    assert all(showing.has_room(passage) for passage in (FIRST, SECOND, THIRD))


def test_the_cap_is_a_share_of_the_body_without_its_headings() -> None:
    heading = Paragraph("h1", len(SOURCE.text), len(SOURCE.text) + 500, LineRole.SUBHEAD)
    long = replace(SOURCE, text=SOURCE.text + "x" * 500, paragraphs=(*SOURCE.paragraphs, heading))
    showing = Showing([long], SETTINGS, Edition.PUBLIC)
    assert showing.has_room(FIRST)
    assert not showing.has_room(SECOND)
