"""What the sources cover: the same counts as tables of the page on method and as data."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from lxml import html

from generator.model import Metadata
from generator.publishing.exports.coverage import coverage_rows
from generator.publishing.exports.files import export_files
from tests.publishing.dossiers import PORT, small_dossier
from tests.publishing.rendered import built, of_class, text_of


def test_coverage_counts_the_articles_of_a_theme_by_outlet_language_kind_and_month() -> None:
    page = built(small_dossier())["method.md"]

    tables = {text_of(one.find(".//caption")): rows_of(one) for one in of_class(page, "counts")}

    assert tables == {
        "By outlet": ["Küstenbote 1", "unknown 1"],
        "By language": ["German 1", "Dutch 1"],
        "By kind": ["news 1", "opinion 1"],
        "By month": ["August 2025 1", "October 2023 1"],
    }


def test_long_coverage_tables_end_with_all_others_and_the_data_do_not() -> None:
    many = tuple(replace(PORT, id=f"a{n}", metadata=Metadata(publisher=f"Paper {n:02}")) for n in range(30))
    dossier = small_dossier()
    [briefing] = dossier.briefings
    briefing = replace(briefing, articles=tuple(one.id for one in many))
    dossier = replace(dossier, articles=(*dossier.articles, *many), briefings=(briefing,))

    [table] = of_class(built(dossier)["method.md"], "counts")

    assert rows_of(table)[-1] == "all others 18"
    assert len(rows_of(table)) == 13
    assert len([row for row in coverage_rows(dossier) if row[1] == "outlet"]) == 30


def test_coverage_is_a_download() -> None:
    files = {file.path: file.content for file in export_files(small_dossier(), generator_version="1")}

    rows = list(csv.DictReader(io.StringIO(files["data/coverage.csv"])))

    assert rows[0] == {"theme": "harbour", "dimension": "outlet", "category": "", "articles": "1"}
    assert {row["dimension"] for row in rows} == {"outlet", "language", "kind", "month"}


def rows_of(table: html.HtmlElement) -> list[str]:
    return [" ".join(text_of(cell) for cell in row) for row in table.xpath(".//tbody/tr")]
