"""Feeds: the articles that they name are fetched, and what the feed says fills in what the pages do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.adding import Added, AlreadyThere
from generator.errors import ContentProblem
from tests.adding.adding import added_to, sidecar_of, sidecar_text, the_added, the_problem
from tests.adding.server import Site, page
from tests.commands import dossier

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Outlet</title>
<link>{site}/</link><description>News</description><language>en-GB</language>
<item><title>Governments &amp;amp; a &lt;b&gt;pipeline&lt;/b&gt;</title><link>{site}/a#rss</link>
<dc:creator>Ada Example</dc:creator><pubDate>Thu, 05 Oct 2023 12:30:00 +0200</pubDate></item>
<item><title>A port opens</title><link>/b</link><author>desk@outlet.example (Ben Example)</author></item>
<item><title>Again</title><link>{site}/a</link></item>
<item><title>Gone</title><link>{site}/gone</link></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Outlet</title>
<entry><title>A pipeline</title><link rel="alternate" href="{site}/a"/><author><name>Ada Example</name></author>
<author><name>Ben Example</name></author><published>2023-10-05</published>
<updated>2023-10-06T01:00:00Z</updated></entry>
</feed>"""
SAID = (
    '<meta property="og:site_name" content="Outlet"><meta name="author" content="Cleo Example">'
    '<meta property="article:published_time" content="2023-10-05T10:30:00+00:00">'
)


def test_the_articles_of_a_feed_are_added_with_what_it_says(project: Path, site: Site) -> None:
    site.put("/a", page())
    site.put("/b", page("A port opens"))
    feed = site.put("/feed", RSS.format(site=site.url), Content_Type="application/rss+xml")
    first, second, gone = added_to(project, feeds=(feed,), allow_private=True)
    assert isinstance(first, Added)
    assert isinstance(second, Added)
    assert isinstance(gone, ContentProblem)
    said = sidecar_of(project, first).metadata
    assert (said.authors, said.published) == (("Ada Example",), "2023-10-05T10:30:00Z")
    assert said.url == f"{site.url}/a"
    assert sidecar_of(project, second).metadata.authors == ("Ben Example",)
    assert first.id == "2023-10-05-two-governments-agree-on-a-pipeline"
    assert "the feed says title: Governments & a pipeline" in sidecar_text(project, first)


def test_a_feed_of_atom_from_a_file(project: Path, site: Site, tmp_path: Path) -> None:
    site.put("/a", page())
    (tmp_path / "feed.xml").write_text(ATOM.format(site=site.url), encoding="utf-8")
    added = the_added(added_to(project, feeds=(str(tmp_path / "feed.xml"),), allow_private=True))
    said = sidecar_of(project, added).metadata
    assert said.authors == ("Ada Example", "Ben Example")
    assert (said.published, said.updated) == ("2023-10-05", "2023-10-06T01:00:00Z")


def test_what_the_page_itself_states_wins_over_the_feed(project: Path, site: Site) -> None:
    site.put("/a", page(head=SAID))
    site.put("/feed", ATOM.format(site=site.url), Content_Type="application/atom+xml")
    added = the_added(added_to(project, feeds=(f"{site.url}/feed",), allow_private=True))
    assert sidecar_of(project, added).stated == {"url", "retrieved", "updated"}
    assert added.known.authors == ("Cleo Example",)
    assert "the feed says authors: Ada Example, Ben Example" in sidecar_text(project, added)
    assert "published: 2023-10-05  (meta article:published_time; sure)" in sidecar_text(project, added)


def test_a_feed_that_is_read_again_adds_only_what_is_new(project: Path, site: Site) -> None:
    site.put("/a", page())
    feed = site.put("/feed", ATOM.format(site=site.url))
    the_added(added_to(project, feeds=(feed,), allow_private=True))
    site.put("/a", page(head="<script>var visit = 2</script>"))
    site.put("/b", page("A port opens"))
    site.put("/feed", RSS.format(site=site.url))
    there, new, _ = added_to(project, feeds=(feed,), allow_private=True)
    assert isinstance(there, AlreadyThere)
    assert isinstance(new, Added)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<html><body><p>No feed</p></body></html>", "is no RSS or Atom feed"),
        ('<rss version="2.0"><channel><title>x</title></channel></rss>', "names no addresses"),
        ('<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title>'
         "<item><link>javascript:alert(1)</link></item></channel></rss>", "names no addresses"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_said(project: Path, site: Site, content: str, said: str) -> None:
    assert said in the_problem(added_to(project, feeds=(site.put("/feed", content),), allow_private=True))
    assert "there is no such file" in the_problem(added_to(project, feeds=("nowhere.xml",))).lower().replace(
        "no such file or directory", "there is no such file"
    )


def test_a_feed_named_as_a_page_is_said(project: Path, site: Site) -> None:
    feed = site.put("/feed", ATOM.format(site=site.url), Content_Type="application/atom+xml")
    assert "--feed" in the_problem(added_to(project, feed, allow_private=True))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (ATOM, "--feed"),
        ("TY  - NEWS\nTI  - A port\nER  -\n", "--metadata"),
        ("@article{a,\n title = {A port}\n}\n", "--metadata"),
        ('[{"title": "A port"}]', "--metadata"),
        ('{"title": "A port"}\n{"title": "B"}\n', "JSON"),
    ],
)
def test_records_of_articles_are_not_taken_for_articles(project: Path, tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "a.txt").write_text(content, encoding="utf-8")
    assert said in the_problem(added_to(project, tmp_path / "a.txt"))


def test_the_command_takes_a_feed(project: Path, site: Site) -> None:
    site.put("/a", page())
    ran = dossier(project, "add", "--allow-private", "--feed", site.put("/feed", ATOM.format(site=site.url)))
    assert ran.returncode == 0, ran.stderr
    assert "added: sources/articles/2023-10-05-two-governments-agree-on-a-pipeline.html" in ran.stdout
