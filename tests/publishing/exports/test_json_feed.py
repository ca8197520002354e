"""The JSON Feeds beside the Atom feeds: the same entries, in the same order."""

from __future__ import annotations

import json
from dataclasses import replace

from lxml import etree

from generator.model import Release, Settings
from generator.publishing.exports.feeds import ENTRIES, feeds
from tests.publishing.dossiers import small_dossier
from tests.publishing.hostile import HOSTILE, hostile_dossier

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def test_json_feed_has_the_entries_of_the_atom_feed() -> None:
    files = {file.path: file.content for file in feeds(small_dossier())}

    assert sorted(files) == ["data/feed.json", "data/feed.xml", "data/feeds/harbour.json", "data/feeds/harbour.xml"]
    for path in ("data/feed", "data/feeds/harbour"):
        atom, feed = etree.fromstring(files[f"{path}.xml"].encode()), json.loads(files[f"{path}.json"])
        assert [one["id"] for one in feed["items"]] == atom.xpath("a:entry/a:id/text()", namespaces=ATOM)
        assert [one["url"] for one in feed["items"]] == atom.xpath("a:entry/a:link/@href", namespaces=ATOM)
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["items"][0] == {
        "id": feed["items"][0]["id"],
        "url": "../../articles/hafen.html",
        "title": "Neue Kaimauern für Brekum",
        "content_text": "Küstenbote, 2025-08-11",
        "date_published": "2025-08-11T00:00:00Z",
        "language": "de",
        "authors": [{"name": "Ada Beispiel"}],
    }


def test_a_hosted_dossier_has_whole_addresses_in_its_feeds_and_names_their_own() -> None:
    made = small_dossier()
    hosted = replace(made, settings=replace(made.settings, site_url="https://harbour.example/d"))
    files = {file.path: file.content for file in feeds(hosted)}
    atom, feed = etree.fromstring(files["data/feed.xml"].encode()), json.loads(files["data/feed.json"])

    home, own = "https://harbour.example/d/index.html", "https://harbour.example/d/data/feed"
    assert [feed["home_page_url"], feed["feed_url"]] == [home, f"{own}.json"]
    assert feed["items"][0]["url"] == "https://harbour.example/d/articles/hafen.html"
    links = {link.get("rel"): link.get("href") for link in atom.iterfind("a:link", ATOM)}
    assert links == {"self": f"{own}.xml", "alternate": home}


def test_hostile_words_are_words_in_a_json_feed() -> None:
    files = {file.path: file.content for file in feeds(hostile_dossier())}

    assert json.loads(files["data/feed.json"])["title"] == HOSTILE


def test_a_feed_holds_the_newest_articles_and_no_more_than_readers_of_feeds_take() -> None:
    made = small_dossier()
    dates = [f"2025-{month:02d}-{day:02d}" for month in range(1, 5) for day in range(1, 21)]
    articles = tuple(
        replace(made.articles[0], id=f"a{number}", metadata=replace(made.articles[0].metadata, published=published))
        for number, published in enumerate(dates)
    )
    files = {file.path: file.content for file in feeds(replace(made, articles=articles))}
    items = json.loads(files["data/feed.json"])["items"]
    assert [item["date_published"][:10] for item in items] == sorted(dates, reverse=True)[:ENTRIES]


def test_a_feed_without_dated_articles_is_as_new_as_the_release() -> None:
    made = replace(small_dossier(), articles=(), settings=Settings("Port", "port", release=Release("2", "2024-06")))
    atom = etree.fromstring(next(iter(feeds(made))).content.encode())
    assert atom.findtext("a:updated", namespaces=ATOM) == "2024-06-01T00:00:00Z"
