"""A long list becomes several pages; a list that fits on one has no way to others."""

from __future__ import annotations

from generator.publishing.page_parts.paging import ENTRIES_ON_A_PAGE, sheets


def test_a_list_that_fits_is_one_page_without_numbers_even_where_it_is_empty() -> None:
    for entries in ((), tuple(range(ENTRIES_ON_A_PAGE))):
        (sheet,) = sheets("figures", entries)
        assert (sheet.path, sheet.title("Figures"), sheet.entries, sheet.pages) == (
            "figures.md",
            "Figures",
            entries,
            (),
        )


def test_a_longer_list_is_cut_into_numbered_pages_that_know_each_other() -> None:
    entries = tuple(range(2 * ENTRIES_ON_A_PAGE + 1))
    found = list(sheets("figures", entries))
    assert [sheet.path for sheet in found] == ["figures.md", "figures/2.md", "figures/3.md"]
    assert [sheet.title("Figures") for sheet in found] == ["Figures", "Figures (2)", "Figures (3)"]
    assert tuple(entry for sheet in found for entry in sheet.entries) == entries
    assert [[link.is_current for link in sheet.pages] for sheet in found] == [
        [True, False, False],
        [False, True, False],
        [False, False, True],
    ]
