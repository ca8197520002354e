"""The public edition quotes no more than its cap allows; an editor's quotes are always shown, and reported."""

from __future__ import annotations

from generator.briefing.passages import QuotableArticle
from generator.briefing.showing import Showing
from generator.model import Edition, Settings
from tests.builders import article

SOURCE = article("Baku sold gas to its neighbours. Nobody said at which price it did so. The contract runs ten years.")
SETTINGS = Settings(title="T", name="t", quote_share=0.35, quote_floor=0)
FIRST, SECOND, THIRD = (QuotableArticle.of(SOURCE).passage(s.start, s.end) for s in SOURCE.sentences)


def test_what_passes_the_cap_finds_no_room() -> None:
    showing = Showing([SOURCE], SETTINGS, Edition.PUBLIC)
    assert showing.has_room(FIRST)
    assert not showing.has_room(SECOND)
    assert showing.has_room(FIRST)


def test_the_private_edition_has_room_for_everything() -> None:
    showing = Showing([SOURCE], SETTINGS, Edition.PRIVATE)
    assert all(showing.has_room(passage) for passage in (FIRST, SECOND, THIRD))


def test_an_editors_quotes_are_shown_beyond_the_cap_and_reported() -> None:
    showing = Showing([SOURCE], SETTINGS, Edition.PUBLIC)
    showing.always([FIRST, SECOND])
    assert showing.over_cap() == (SOURCE.id,)
    assert showing.has_room(FIRST)
    assert not showing.has_room(THIRD)
