"""What lies ahead, on the front page, on a theme's page and below the timeline."""

from __future__ import annotations

from dataclasses import replace

from tests.publishing.dossiers import looking_ahead, small_dossier
from tests.publishing.rendered import built, of_class, text_of

PAGES = ("index.md", "themes/harbour.md", "timeline.md")


def test_what_lies_ahead_stands_under_its_heading_with_day_words_and_mark() -> None:
    pages = built(looking_ahead(small_dossier()))

    for path in PAGES:
        [ahead] = of_class(pages[path], "ahead")
        [heading] = pages[path].xpath("//*[@id='ahead']")
        assert text_of(heading) == "What lies ahead"
        assert text_of(heading.getnext()) == "As of 11 August 2025"
        [event] = of_class(ahead, "event")
        assert event.get("id") == "e-ahead-1"
        assert text_of(of_class(event, "event-date")[0]).startswith("1 September 2025")
        assert text_of(of_class(event, "event-text")[0]) == "De veerdienst naar Brekum stopt in oktober."
        [mark] = of_class(event, "cite")
        assert "articles/veer.md#q-" in mark.get("href", "")


def test_nothing_is_said_of_what_lies_ahead_where_nothing_does() -> None:
    pages = built(small_dossier())

    for path in PAGES:
        assert not pages[path].xpath("//*[@id='ahead'] | //*[@href='#ahead']")


def test_front_page_shows_the_nearest_and_leads_to_all() -> None:
    dossier = looking_ahead(small_dossier(), plans=7)

    home = built(dossier)["index.md"]
    assert [event.get("id") for event in of_class(of_class(home, "ahead")[0], "event")] == [
        f"e-ahead-{day}" for day in range(1, 6)
    ]
    assert home.xpath("//a[text()='All that lies ahead']/@href") == ["timeline.md#e-ahead-1"]

    many = tuple(replace(dossier.timeline[0], id=f"e-{n}", date="2024") for n in range(200))
    home = built(replace(dossier, timeline=many))["index.md"]
    assert home.xpath("//a[text()='All that lies ahead']/@href") == ["timeline/2025.md#e-ahead-1"]
