"""What a page tells machines: JSON-LD, tags for reference managers, what search engines may list."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from lxml.html import HtmlElement

from generator.model import ArticleKind, Dossier, Edition, Metadata
from generator.publishing.embedding import front_matter_json, script_json
from generator.publishing.interface import Interface
from generator.publishing.navigation import navigation
from generator.publishing.page_parts.head import article_head
from generator.publishing.page_parts.library import Library
from generator.publishing.rendering import render_pages
from generator.publishing.site import build_site
from tests.publishing.dossiers import PORT, small_dossier
from tests.publishing.hostile import HOSTILE, hostile_dossier


def site(root: Path, dossier: Dossier, *, site_url: str | None = None) -> Path:
    for file in render_pages(dossier):
        (root / "docs" / file.path).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / file.path).write_text(file.content, encoding="utf-8")
    (root / "docs/about.md").write_text("# About", encoding="utf-8")
    title = dossier.settings.title
    build_site(root, root / "site", title=title, language="en", nav=navigation(dossier), site_url=site_url)
    return root / "site"


def page(folder: Path, path: str) -> HtmlElement:
    return html.document_fromstring((folder / path).read_text(encoding="utf-8"))


def structured(found: HtmlElement) -> dict[str, Any]:
    [script] = found.xpath("//script[@type='application/ld+json']")
    read: dict[str, Any] = json.loads(script.text)
    return read


def tags(found: HtmlElement) -> list[tuple[str, str]]:
    return [(str(one.get("name")), str(one.get("content"))) for one in found.xpath("//meta[@name]")]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site(tmp_path_factory.mktemp("site"), small_dossier(), site_url="https://harbour.example/dossier/")


def test_browsers_find_the_search_of_a_public_address(built: Path, tmp_path: Path) -> None:
    link = "//link[@rel='search']/@href"
    assert page(built, "themes/harbour.html").xpath(link) == []  # the dossier itself states no address
    own = replace(small_dossier().settings, site_url="https://harbour.example/dossier/")
    folder = site(tmp_path, replace(small_dossier(), settings=own), site_url=own.site_url)
    assert page(folder, "themes/harbour.html").xpath(link) == ["../search/opensearch.xml"]
    form = page(folder, "404.html").xpath("//form")[0]
    assert (form.get("action"), form.xpath("input/@name")) == ("/dossier/search.html", ["q"])


def test_theme_page_is_a_report_of_claims_and_quotations_based_on_articles(built: Path) -> None:
    report = structured(page(built, "themes/harbour.html"))

    assert (report["@type"], report["abstract"]) == ("Report", "The harbour is being extended.")
    parts = [(one["@type"], one["@id"], len(one["isBasedOn"])) for one in report["hasPart"]]
    assert parts == [("Claim", "#bottom", 1), ("Claim", "#cost", 2), ("Quotation", "#x-1", 1)]
    assert [one["@type"] for one in report["isBasedOn"]] == ["NewsArticle", "OpinionNewsArticle"]
    assert report["isBasedOn"][0] == {
        "@type": "NewsArticle",
        "@id": "../articles/hafen.html#article",
        "headline": "Neue Kaimauern für Brekum",
        "genre": "news",
        "url": "https://kuestenbote.example/hafen",
        "inLanguage": "de",
        "datePublished": "2025-08-11",
        "author": [{"@type": "Person", "name": "Ada Beispiel"}],
        "publisher": {"@type": "Organization", "name": "Küstenbote"},
    }


def test_parts_of_the_structured_report_are_places_of_the_site(built: Path) -> None:
    found = page(built, "themes/harbour.html")
    ids = {
        path: {str(one) for one in page(built, f"articles/{path}.html").xpath("//@id")} for path in ("hafen", "veer")
    }

    for part in structured(found)["hasPart"]:
        assert found.get_element_by_id(part["@id"].removeprefix("#")) is not None
        for basis in part["isBasedOn"]:
            path, anchor = basis["@id"].removeprefix("../articles/").split(".html#")
            assert anchor in ids[path]


def test_article_page_has_the_tags_that_reference_managers_read(built: Path) -> None:
    assert [one for one in tags(page(built, "articles/hafen.html")) if one[0].startswith(("citation_", "z:"))] == [
        ("z:itemType", "newspaperArticle"),
        ("citation_title", "Neue Kaimauern für Brekum"),
        ("citation_author", "Ada Beispiel"),
        ("citation_publication_date", "2025/08/11"),
        ("citation_journal_title", "Küstenbote"),
        ("citation_language", "de"),
        ("citation_public_url", "https://kuestenbote.example/hafen"),
    ]


def test_what_is_not_known_of_an_article_is_no_tag() -> None:
    article = replace(PORT, metadata=Metadata(published="199X", url="javascript:alert(1)"))
    library = Library(replace(small_dossier(), articles=(article,)), Interface("en"))
    about = [tag.name for tag in article_head(article, [], library).tags]
    assert [name for name in about if name.startswith(("citation_", "z:"))] == ["z:itemType"]


def test_reference_managers_take_a_theme_page_for_a_report_of_the_dossier(built: Path) -> None:
    shown = tags(page(built, "themes/harbour.html"))
    stated = dict(one for one in shown if one[0].startswith(("citation_", "z:")))
    assert stated["z:itemType"] == "report"
    assert stated["citation_title"].startswith("Harbour – ")
    assert stated["citation_language"] == "en"


@pytest.mark.parametrize("kind", [None, *ArticleKind])
def test_only_paid_content_is_called_an_advertisement(kind: ArticleKind | None) -> None:
    article = replace(PORT, metadata=Metadata(kind=kind, published="199X"))
    library = Library(replace(small_dossier(), articles=(article,)), Interface("en"))

    about = json.loads(json.loads(article_head(article, [], library).structured))["mainEntity"]

    assert ("Advertiser" in about["@type"]) is (kind is ArticleKind.SPONSORED)
    assert "datePublished" not in about


def test_pages_describe_themselves_and_know_their_address_only_where_it_is_known(built: Path, tmp_path: Path) -> None:
    hosted = page(built, "themes/harbour.html")
    local = page(site(tmp_path, small_dossier()), "themes/harbour.html")

    assert ("description", "The harbour is being extended.") in tags(hosted)
    assert hosted.xpath("//meta[@property='og:title']/@content") == ["Harbour"]
    assert hosted.xpath("//link[@rel='canonical']/@href") == ["https://harbour.example/dossier/themes/harbour.html"]
    assert hosted.xpath("//meta[@property='og:url']/@content") == hosted.xpath("//link[@rel='canonical']/@href")
    assert not local.xpath("//link[@rel='canonical'] | //meta[@property='og:url']")


def test_every_page_that_is_meant_to_be_found_describes_itself(built: Path) -> None:
    for path in paths(built):
        shown = tags(page(built, path))
        if ("robots", "noindex") not in shown and path != "about.html":
            assert any(name == "description" and content for name, content in shown), path


def test_search_engines_list_the_pages_of_a_public_edition_but_not_those_of_articles(built: Path) -> None:
    listed = {path: ("robots", "noindex") not in tags(page(built, path)) for path in paths(built)}
    sitemap = gzip.decompress((built / "sitemap.xml.gz").read_bytes()).decode()

    hidden = {path for path, is_listed in listed.items() if not is_listed}
    assert hidden - {"search.html"} == {"404.html", "articles/hafen.html", "articles/veer.html"}
    assert "dossier/themes/harbour.html</loc>" in sitemap
    assert not [path for path in hidden if f"/{path}</loc>" in sitemap]


def test_search_engines_list_nothing_of_a_private_edition(tmp_path: Path) -> None:
    folder = site(tmp_path, small_dossier(edition=Edition.PRIVATE), site_url="https://harbour.example/")

    assert all(("robots", "noindex") in tags(page(folder, path)) for path in paths(folder))
    assert "<loc>" not in gzip.decompress((folder / "sitemap.xml.gz").read_bytes()).decode()


def test_hostile_words_stay_words_in_everything_that_machines_read(tmp_path: Path) -> None:
    folder = site(tmp_path, hostile_dossier())
    article, theme = page(folder, "articles/titled.html"), page(folder, "themes/harbour.html")

    assert structured(article)["mainEntity"]["headline"] == HOSTILE
    assert structured(theme)["hasPart"][-1]["text"] == HOSTILE
    assert ("citation_title", HOSTILE) in tags(article)
    [references] = theme.xpath("//script[@id='references']")
    assert HOSTILE in json.loads(references.text)["articles"]["titled"]["words"]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_out_of_a_script_as_it_went_in(text: str) -> None:
    written = script_json({"text": text})

    assert not set(written) & set("<>&")
    assert written.isascii()
    assert json.loads(written) == {"text": text}
    assert json.loads(front_matter_json({"text": text})) == written


def paths(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.html"))]
