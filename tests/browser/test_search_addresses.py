"""The address of a search holds what was asked; the way back leads through earlier searches."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site

pytestmark = pytest.mark.browser


def test_a_search_without_results_offers_to_remove_the_filters_and_the_way_back_restores_it(
    unpacked: Site, page: Page
) -> None:
    page.goto(f"{unpacked.address}search.html?q=drones&until=1990-01-01")
    page.locator(".search-results .search-clear").click()
    page.locator(".search-results .found").first.click()
    page.wait_for_url("**#*")
    page.go_back()
    page.locator(".search-results .found").first.wait_for()
    assert page.url.endswith("search.html?q=drones")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+k")
    assert page.locator(".search-form input[type=search]").evaluate("field => field === document.activeElement")


@pytest.mark.parametrize("sign", ["?", "#"])
def test_an_address_holds_the_query_and_its_filters(site: Site, page: Page, sign: str) -> None:
    page.goto(f"{site.address}search.html{sign}q=israel&language=nl&kind=passage")
    page.locator(".search-results .found").first.wait_for()
    assert page.locator(".search-form input[type=search]").input_value() == "israel"
    assert page.locator(".search-results h2").all_text_contents()[0].startswith("Passages")
    assert page.locator(".search-results section").count() == 1
    languages = page.locator(".found-text").evaluate_all("texts => [...new Set(texts.map(text => text.lang))]")
    assert languages == ["nl"]


def test_what_is_typed_and_chosen_stands_in_the_address(site: Site, page: Page) -> None:
    page.goto(f"{site.address}search.html")
    page.keyboard.type("drones")  # the box has the focus
    page.locator(".search-results .found").first.wait_for()
    before = page.locator(".found-count").text_content()
    page.locator(".search-filters summary").click()
    page.get_by_label("Until").fill("2023-12-31")
    page.wait_for_function(
        "before => document.querySelector('.search-form .found-count').textContent !== before", arg=before
    )
    asked = page.url
    assert "q=drones" in asked
    assert "until=2023-12-31" in asked
    other = page.context.new_page()
    other.goto(asked)
    other.locator(".search-results[aria-busy=false]").wait_for()  # all of them are there
    expect(page.locator(".found")).to_have_count(other.locator(".found").count())
    other.close()


def test_the_way_back_leads_through_what_was_searched_for_with_its_filters(site: Site, page: Page) -> None:
    page.goto(f"{site.address}search.html")
    field = page.locator(".search-form input[type=search]")
    page.keyboard.type("drones")
    page.locator(".search-results .found").first.wait_for()
    before = page.locator(".search-form .found-count").text_content()
    page.locator(".search-filters summary").click()
    page.get_by_label("Language").select_option("nl")
    page.wait_for_url("**language=nl")
    page.wait_for_function("before => document.querySelector('.found-count').textContent !== before", arg=before)
    count = page.locator(".search-form .found-count").text_content()
    field.fill("israel")
    page.wait_for_url("**q=israel&language=nl")
    page.go_back()
    page.wait_for_url("**q=drones&language=nl")
    assert field.input_value() == "drones"
    page.go_back()
    page.wait_for_url("**q=drones")
    assert page.get_by_label("Language").input_value() == ""
    page.go_forward()
    page.wait_for_url("**language=nl")
    assert page.get_by_label("Language").input_value() == "nl"
    page.wait_for_function("count => document.querySelector('.found-count').textContent === count", arg=count)


def test_what_was_found_before_is_marked_as_not_yet_what_was_asked(site: Site, page: Page) -> None:
    page.goto(f"{site.address}search.html?q=drones")
    page.locator(".search-results[aria-busy=false] .found").first.wait_for()
    busy = page.evaluate(
        """() => {
            const form = document.querySelector('.search-form')
            form.elements.q.value = 'israel'
            form.requestSubmit()
            return document.querySelector('.search-results').ariaBusy
        }"""
    )
    assert busy == "true"
    page.locator(".search-results[aria-busy=false] .found").first.wait_for()
    assert "israel" in page.locator(".search-results .found mark").first.inner_text().lower()


def test_a_search_that_was_sent_off_is_not_made_again_when_typing_ends(site: Site, page: Page) -> None:
    page.goto(f"{site.address}search.html")
    page.locator(".search-filters").wait_for()  # the index is there
    taken_away = page.evaluate(
        """async () => {
            const form = document.querySelector('.search-form'), results = document.querySelector('.search-results')
            let count = 0
            const note = seen => seen.forEach(one => { count += one.removedNodes.length })
            new MutationObserver(note).observe(results, {childList: true})
            form.elements.q.value = 'drones'
            form.elements.q.dispatchEvent(new Event('input'))
            form.requestSubmit()
            await new Promise(resolve => setTimeout(resolve, 500)) // longer than the search waits for another letter
            return count
        }"""
    )
    assert taken_away == 0
