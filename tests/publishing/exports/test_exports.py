"""What other programs read: the contract, its schema, and the formats of reference managers."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest

from generator.model import ActorKind, CitedActor, Dossier, Edition, Figure, Metadata, Qualifier, Release
from generator.publishing.exports.files import export_files
from tests.publishing.dossiers import FERRY, PORT, citation, looking_ahead, small_dossier

ATOM = "{http://www.w3.org/2005/Atom}"


def exported(dossier: Dossier) -> dict[str, str]:
    return {file.path: file.content for file in export_files(dossier, generator_version="1.2.3")}


def full_dossier() -> Dossier:
    cost = citation(PORT, "1,6 Milliarden Euro")
    return replace(
        small_dossier(),
        figures=(
            Figure("f-2", 1.6e9, "EUR", Qualifier.ABOUT, "Die Arbeiten kosten 1,6 Milliarden Euro.", "de", (cost,)),
            Figure("f-1", (2.5, 3), None, Qualifier.AT_LEAST, "=SUM(A1)", "en", (cost,)),
        ),
        actors=(CitedActor("brekum", "Brekum", ActorKind.PLACE, {"nl": ("Brekum",), "de": ("Brekum",)}, (cost,)),),
        duplicates={"veer": "hafen"},
    )


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return exported(full_dossier())


@pytest.fixture(scope="module")
def record(files: dict[str, str]) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(files["data/dossier.json"])
    return parsed


def test_counts_that_later_reports_replaced_are_no_disagreements() -> None:
    dossier = full_dossier()
    told = replace(dossier.disagreements[0], id="d-2", question="12 dead, later 15 dead", is_development=True)
    files = exported(replace(dossier, disagreements=(*dossier.disagreements, told)))
    record = json.loads(files["data/dossier.json"])
    jsonschema.validate(record, json.loads(files["data/dossier.schema.json"]))
    assert [one["id"] for one in record["disagreements"]] == ["d-1"]
    assert [one["text"] for one in record["developments"]] == ["12 dead, later 15 dead"]


def test_the_record_meets_its_schema(files: dict[str, str], record: dict[str, Any]) -> None:
    schema = json.loads(files["data/dossier.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(record, schema)


def test_an_empty_dossier_meets_the_schema_with_empty_lists() -> None:
    empty = replace(
        small_dossier(), articles=(), briefings=(), statements=(), timeline=(), disagreements=(), as_of=None
    )
    written = exported(empty)
    jsonschema.validate(json.loads(written["data/dossier.json"]), json.loads(written["data/dossier.schema.json"]))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema_version",), "2.0"),
        (("edition",), "secret"),
        (("articles", 0, "kind"), "gossip"),
        (("articles", 0, "status"), None),
        (("articles", 0, "title"), 3),
        (("articles", 0, "invented"), 1),
        (("statements", 0, "origin"), "model"),
        (("statements", 0, "citations"), []),
        (("statements", 0, "citations", 0, "href"), "articles/hafen.html"),
        (("figures", 0, "qualifier"), "roughly"),
        (("figures", 0, "value"), [1]),
        (("timeline", 0, "citations"), []),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_know(
    files: dict[str, str], path: tuple[str | int, ...], value: object
) -> None:
    record = json.loads(files["data/dossier.json"])
    place = record
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, json.loads(files["data/dossier.schema.json"]))


def test_the_schema_closes_every_object(files: dict[str, str]) -> None:
    def objects(node: object) -> Iterator[dict[str, Any]]:
        if isinstance(node, dict):
            if "properties" in node:
                yield node
            for child in node.values():
                yield from objects(child)
        elif isinstance(node, list):
            for child in node:
                yield from objects(child)

    schema = json.loads(files["data/dossier.schema.json"])
    assert all(node["additionalProperties"] is False for node in objects(schema))
    assert all(set(node["required"]) == set(node["properties"]) for node in objects(schema))


def test_a_statement_says_which_pages_show_it(record: dict[str, Any]) -> None:
    shown = {statement["id"]: statement["pages"] for statement in record["statements"]}
    assert shown == {name: ["themes/harbour.html"] for name in ("bottom", "cost", "x-1")}


def test_a_citation_names_its_place_in_the_article_and_on_the_site(record: dict[str, Any]) -> None:
    extract = next(statement for statement in record["statements"] if statement["id"] == "x-1")
    (cited,) = extract["citations"]
    assert PORT.text[cited["start"] : cited["end"]] == cited["exact"] == extract["text"]
    assert cited["href"].startswith("articles/hafen.html#q-")
    assert cited["translation"] is None


def test_what_is_not_known_is_null_and_never_a_guess(record: dict[str, Any]) -> None:
    ferry = next(article for article in record["articles"] if article["id"] == "veer")
    assert [ferry[name] for name in ("title", "publisher", "url", "rights", "updated")] == [None] * 5
    assert ferry["published"] == "2023-10"
    assert ferry["duplicate_of"] == "hafen"


def test_articles_are_ordered_by_date_and_figures_by_id(record: dict[str, Any]) -> None:
    assert [article["id"] for article in record["articles"]] == ["veer", "hafen"]
    assert [(figure["id"], figure["value"]) for figure in record["figures"]] == [
        ("f-1", [2.5, 3]),
        ("f-2", 1600000000),
    ]


def test_the_release_is_the_editor_s() -> None:
    dossier = small_dossier()
    released = replace(dossier, settings=replace(dossier.settings, release=Release("3", "2025-09-01")))
    assert json.loads(exported(released)["data/dossier.json"])["release"] == {"number": "3", "date": "2025-09-01"}


def test_the_order_in_which_things_were_found_does_not_show() -> None:
    dossier = full_dossier()
    turned = replace(
        dossier,
        articles=dossier.articles[::-1],
        statements=dossier.statements[::-1],
        figures=dossier.figures[::-1],
    )
    assert exported(turned) == exported(dossier)


def test_annotations_are_one_for_each_passage_of_what_rests_on_it(files: dict[str, str]) -> None:
    page = json.loads(files["data/evidence.jsonld"])
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert {entry["id"][16:-15] for entry in page["items"]} == {"bottom", "cost", "x-1", "e-1", "d-1-1", "d-1-2"}
    known = next(entry for entry in page["items"] if entry["id"].startswith("evidence.jsonld#x-1-q-"))
    assert known["target"]["source"] == "https://kuestenbote.example/hafen"
    quote, position = known["target"]["selector"]
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    assert quote["exact"] == known["body"]["value"]


def test_an_article_without_an_address_is_named_by_its_content(files: dict[str, str]) -> None:
    sources = {entry["target"]["source"] for entry in json.loads(files["data/evidence.jsonld"])["items"]}
    assert "ni:///sha-256;AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" in sources


def test_references_leave_out_what_is_not_known(files: dict[str, str]) -> None:
    ferry, port = json.loads(files["data/sources.csl.json"])
    assert ferry["id"] == "veer"
    assert ferry["issued"] == {"date-parts": [[2023, 10]]}
    assert not {"title", "URL", "container-title", "author"} & set(ferry)
    assert port["author"] == [{"literal": "Ada Beispiel"}]
    assert port["issued"] == {"date-parts": [[2025, 8, 11]]}


def test_bibtex_and_ris_have_a_record_for_each_article(files: dict[str, str]) -> None:
    assert (
        "@misc{hafen,\n  title = {Neue Kaimauern für Brekum},\n  author = {{Ada Beispiel}},"
        in files["data/sources.bib"]
    )
    assert files["data/sources.bib"].count("@misc{") == 2
    assert "TY  - NEWS\nID  - veer\nPY  - 2023\nDA  - 2023/10\nLA  - nl\nER  - \n" in files["data/sources.ris"]


def test_a_title_cannot_break_out_of_its_field() -> None:
    wild = Metadata(title="50 % & {more}\nTY  - BOOK", authors=("A_B}",), language="en")
    dossier = replace(small_dossier(), articles=(replace(PORT, metadata=wild), FERRY))
    written = exported(dossier)
    assert r"title = {50 \% \& \{more\} TY - BOOK}" in written["data/sources.bib"]
    assert r"author = {{A\_B\}}}" in written["data/sources.bib"]
    assert "\nTY  - BOOK" not in written["data/sources.ris"]


def test_tables_have_a_row_for_each_citation(files: dict[str, str]) -> None:
    rows = list(csv.DictReader(io.StringIO(files["data/figures.csv"])))
    assert [(row["id"], row["low"], row["high"], row["unit"]) for row in rows] == [
        ("f-1", "2.5", "3", ""),
        ("f-2", "1600000000", "1600000000", "EUR"),
    ]
    (event,) = csv.DictReader(io.StringIO(files["data/timeline.csv"]))
    assert (event["date"], event["article"]) == ("2025-08-08", "hafen")


def test_an_article_cannot_bring_a_formula_into_a_spreadsheet(files: dict[str, str]) -> None:
    rows = list(csv.DictReader(io.StringIO(files["data/figures.csv"])))
    assert rows[0]["text"] == "'=SUM(A1)"


def test_feeds_hold_the_newest_articles_with_their_own_dates(files: dict[str, str]) -> None:
    feed = ElementTree.fromstring(files["data/feed.xml"])
    assert [entry.findtext(f"{ATOM}updated") for entry in feed.iter(f"{ATOM}entry")] == [
        "2025-08-11T00:00:00Z",
        "2023-10-01T00:00:00Z",
    ]
    assert feed.findtext(f"{ATOM}updated") == "2025-08-11T00:00:00Z"
    theme = ElementTree.fromstring(files["data/feeds/harbour.xml"])
    links = [link.get("href") for link in theme.iter(f"{ATOM}link") if link.get("rel") == "alternate"]
    assert links == ["../../themes/harbour.html", "../../articles/hafen.html", "../../articles/veer.html"]


def test_an_article_without_a_date_is_in_no_feed_and_control_characters_break_none() -> None:
    unknown = replace(FERRY, metadata=Metadata(title="x", language="nl"))
    odd = replace(PORT, metadata=replace(PORT.metadata, title="A\x00\x0b\ufffe <b>&</b>"))
    feed = ElementTree.fromstring(exported(replace(small_dossier(), articles=(odd, unknown)))["data/feed.xml"])
    (entry,) = feed.iter(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "A <b>&</b>"


def test_robots_are_shown_the_map_of_a_hosted_site_and_kept_out_of_a_private_edition() -> None:
    def robots(dossier: Dossier) -> list[str]:
        files = export_files(dossier, generator_version="1.0")
        return [file.content for file in files if file.path == "robots.txt"]

    dossier = small_dossier()
    hosted = replace(dossier, settings=replace(dossier.settings, site_url="https://harbour.example/d/"))
    assert robots(dossier) == []
    assert robots(hosted) == ["User-agent: *\nAllow: /\n\nSitemap: https://harbour.example/d/sitemap.xml\n"]
    assert robots(replace(hosted, edition=Edition.PRIVATE)) == ["User-agent: *\nDisallow: /\n"]


def test_what_lies_ahead_stands_beside_the_contract_and_changes_nothing_in_it() -> None:
    without, files = exported(small_dossier()), exported(looking_ahead(small_dossier(), plans=2))

    assert files["data/dossier.json"] == without["data/dossier.json"]
    assert "data/ahead.json" not in without
    ahead = json.loads(files["data/ahead.json"])
    assert ahead["ahead_of"] == "2025-08-11"
    assert [(one["id"], one["date"]) for one in ahead["ahead"]] == [
        ("e-ahead-1", "2025-09-01"),
        ("e-ahead-2", "2025-09-02"),
    ]
    told = json.loads(files["data/evidence.jsonld"])["items"]
    assert any(one["id"].startswith("evidence.jsonld#e-ahead-1") for one in told)


def test_a_calendar_has_whole_days_and_keeps_every_word() -> None:
    dossier = looking_ahead(small_dossier())
    text = "Ж, " * 40 + "a; b\\c"
    month = replace(dossier.ahead[0], date="2025-09", text=text)
    (calendar,) = [
        file.content
        for file in export_files(replace(dossier, ahead=(month,)), generator_version="1.2.3")
        if file.path == "data/ahead.ics"
    ]

    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))
    lines = calendar.replace("\r\n ", "").split("\r\n")
    assert {"DTSTART;VALUE=DATE:20250901", "DTEND;VALUE=DATE:20251001", "DTSTAMP:20250811T000000Z"} <= set(lines)
    (summary,) = [line.partition(":")[2] for line in lines if line.startswith("SUMMARY")]
    assert summary.replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\") == text
