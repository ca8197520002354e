"""The JSON Feeds beside the Atom feeds: the same entries, in the same order."""

from __future__ import annotations

import json

from lxml import etree

from generator.publishing.feeds import feeds
from tests.publishing.dossiers import small_dossier
from tests.publishing.test_pages import HOSTILE, hostile_dossier

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


def test_hostile_words_are_words_in_a_json_feed() -> None:
    files = {file.path: file.content for file in feeds(hostile_dossier())}

    assert json.loads(files["data/feed.json"])["title"] == HOSTILE
