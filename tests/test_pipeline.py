"""From a folder of articles to a dossier: with an editor, without one, and with mistakes in the material."""

from __future__ import annotations

import html
import json
import shutil
from pathlib import Path

import pytest

from generator import pipeline
from generator.errors import ProblemsFound
from generator.model import Edition, LineRole, Origin, fold
from tests.commands import dossier, snapshot

FIVE_THEMES = ["energy", "ai", "defence", "ukraine", "karabakh"]


def test_the_sample_is_published_with_every_citation_verified(built_sample: pipeline.Published) -> None:
    assert not built_sample.audit.problems
    assert built_sample.audit.citations_verified == built_sample.audit.citations_found > 80
    assert [briefing.theme.id for briefing in built_sample.dossier.briefings] == FIVE_THEMES
    assert all(briefing.bottom_line and briefing.statements for briefing in built_sample.dossier.briefings)


def test_what_is_not_known_of_an_article_stays_unknown(built_sample: pipeline.Published) -> None:
    by_title = {article.metadata.title: article.metadata for article in built_sample.dossier.articles}
    untitled = by_title[None]
    assert (untitled.publisher, untitled.published, untitled.kind) == (None, None, "partner")
    opinion = next(known for known in by_title.values() if known.kind == "opinion")
    assert (opinion.publisher, opinion.published, opinion.language) == (None, "2023-10", "nl")
    assert opinion.title == "De innige militaire samenwerking tussen Azerbeidzjan en Israël"  # a glued first line
    assert all(known.url is None for known in by_title.values())


def test_the_words_of_an_article_are_held_once_and_what_was_left_out_is_held_too(
    built_sample: pipeline.Published,
) -> None:
    lines = [line for article in built_sample.dossier.articles for line in article.lines]
    assert any(not line.kept and line.text for line in lines)
    assert not [line for line in lines if line.kept and line.role is LineRole.BODY and not line.doubtful]


def test_without_the_editorial_layer_every_theme_is_told_in_extracts(published_sample: Path) -> None:
    shutil.rmtree(published_sample / "sources" / "briefings")
    shutil.rmtree(published_sample / "sources" / "translations")
    made = pipeline.build(published_sample)
    assert made.audit.citations_verified == made.audit.citations_found > 0
    for briefing in made.dossier.briefings:
        assert briefing.statements, briefing.theme.id
        assert all(statement.origin is Origin.EXTRACT for statement in briefing.statements)
    by_theme = {briefing.theme.id: briefing for briefing in made.dossier.briefings}
    assert all(len(by_theme[theme].statements) >= 5 for theme in ("ai", "defence"))


def test_a_folder_of_articles_is_enough(sample: Path, tmp_path: Path) -> None:
    bare = tmp_path / "articles-alone" / "sources" / "articles"
    bare.mkdir(parents=True)
    for path in (sample / "sources" / "articles").glob("*.txt"):
        shutil.copy(path, bare)
    made = pipeline.build(tmp_path / "articles-alone")
    (only,) = made.dossier.briefings
    assert len(only.statements) >= 5
    assert len({citation.passage.article for s in only.statements for citation in s.citations}) >= 4
    assert made.audit.citations_verified == made.audit.citations_found > 0


def test_a_project_in_other_languages_and_themes_is_served_as_well(
    built_second_project: pipeline.Published,
) -> None:
    made = built_second_project
    assert made.audit.citations_verified == made.audit.citations_found > 0
    assert len({article.metadata.language for article in made.dossier.articles}) >= 5
    assert all(briefing.statements for briefing in made.dossier.briefings)


def test_public_pages_show_no_more_of_an_article_than_the_cap_allows(built_sample: pipeline.Published) -> None:
    settings = built_sample.dossier.settings
    for article in built_sample.dossier.articles:
        page = (built_sample.target / "articles" / f"{article.id}.html").read_text(encoding="utf-8")
        shown = sum(fold(article.words_of(sentence)) in fold(page) for sentence in article.sentences)
        assert shown < 0.7 * len(article.sentences), settings.quote_share


def test_the_private_edition_holds_the_whole_text(published_sample: Path) -> None:
    made = pipeline.build(published_sample, Edition.PRIVATE)
    page = html.unescape((made.target / "articles" / f"{made.dossier.articles[0].id}.html").read_text("utf-8"))
    assert all(f'id="{sentence.id}"' in page for sentence in made.dossier.articles[0].sentences)
    assert json.loads((made.target / "data" / "dossier.json").read_bytes())["edition"] == "private"


def test_all_mistakes_are_reported_at_once_and_the_last_good_site_stays(published_sample: Path) -> None:
    energy = published_sample / "sources" / "briefings" / "energy.yml"
    energy.write_text(energy.read_text(encoding="utf-8").replace("40%", "45%"), encoding="utf-8")
    themes = published_sample / "sources" / "vocabulary" / "themes.yml"
    themes.write_text(themes.read_text(encoding="utf-8") + "- {id: energy, title: Again}\n", encoding="utf-8")
    (published_sample / "sources" / "briefings" / "trade.yml").write_text("theme: trade\n", encoding="utf-8")
    (published_sample / "sources" / "briefings" / "water.yml").write_text("theme: [water\n", encoding="utf-8")
    before = snapshot(published_sample)
    ran = dossier(published_sample, "build")
    assert ran.returncode == 1
    for expected in (
        "quote not in article",
        "the article says:",
        'the theme "energy" stands twice',
        'the theme "trade" is not known',
        "sources/briefings/water.yml:",
        "problems",
    ):
        assert expected in ran.stderr
    assert snapshot(published_sample) == before


@pytest.mark.parametrize(("right", "wrong"), [("Waffenlieferungen", "Waffenlieferumgen"), ("40%", "41%")])
def test_one_altered_character_in_an_article_stops_the_build(sample: Path, right: str, wrong: str) -> None:
    for path in (sample / "sources" / "articles").glob("*.txt"):
        path.write_bytes(path.read_bytes().replace(right.encode(), wrong.encode()))
    with pytest.raises(ProblemsFound, match="quote not in article"):
        pipeline.compose_dossier(sample)


def test_a_bad_article_is_listed_and_never_stops_the_others(published_sample: Path) -> None:
    articles = published_sample / "sources" / "articles"
    (articles / "empty.txt").write_bytes(b"")
    (articles / "picture.txt").write_bytes(bytes(range(256)) * 40)
    ran = dossier(published_sample, "build")
    assert ran.returncode == 0, ran.stderr
    assert "left out: sources/articles/empty.txt" in ran.stderr
    assert "left out: sources/articles/picture.txt" in ran.stderr
    strict = dossier(published_sample, "build", "--strict")
    assert strict.returncode == 1
    assert strict.stderr.endswith("exit code 1 by --strict: 2 files left out\n")


def test_no_articles_at_all_is_said_in_one_sentence(tmp_path: Path) -> None:
    ran = dossier(tmp_path, "build")
    assert ran.returncode == 1
    assert "sources/articles: there is no such folder" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert list(tmp_path.iterdir()) == []


def test_of_two_articles_with_one_id_the_second_is_left_out_and_both_are_named(published_sample: Path) -> None:
    articles = published_sample / "sources" / "articles"
    first = next(path for path in sorted(articles.glob("*.txt")))
    (articles / "more").mkdir()
    shutil.copy(first, articles / "more" / first.name)
    composed = pipeline.compose_dossier(published_sample)
    (left_out,) = composed.corpus.skipped
    assert f"is taken by {first.name}" in str(left_out)
    assert f"more/{first.name}" in str(left_out)
    assert first.name in {article.file for article in composed.dossier.articles}


def test_a_generated_page_changed_by_hand_and_a_file_put_into_the_site_are_kept(published_sample: Path) -> None:
    (published_sample / "site" / "CNAME").write_text("dossier.example")
    page = published_sample / "docs" / "themes" / "energy.md"
    changed = page.read_text(encoding="utf-8") + "\nA remark of the editor.\n"
    page.write_text(changed, encoding="utf-8")
    made = pipeline.build(published_sample)
    assert page.read_text(encoding="utf-8") == changed
    assert "themes/energy.md" in made.written.kept_by_hand
    assert "A remark of the editor." in (published_sample / "site" / "themes" / "energy.html").read_text(
        encoding="utf-8"
    )
    assert made.kept == (published_sample / "kept-from-site" / "CNAME",)
    assert made.kept[0].read_text() == "dossier.example"


def test_each_theme_of_an_article_has_its_say_before_any_speaks_twice(published_sample: Path) -> None:
    shutil.rmtree(published_sample / "sources" / "briefings")
    dossier_value = pipeline.compose_dossier(published_sample).dossier
    dutch = next(article.id for article in dossier_value.articles if article.metadata.language == "nl")
    for briefing in dossier_value.briefings:
        if dutch in briefing.articles and briefing.theme.id in ("karabakh", "defence", "energy"):
            cited = {c.passage.article for statement in briefing.statements for c in statement.citations}
            assert dutch in cited, briefing.theme.id


def test_only_cited_reports_count_as_further_sources(built_sample: pipeline.Published) -> None:
    for statement in built_sample.dossier.statements:
        articles = {citation.passage.article for citation in statement.citations}
        assert statement.corroborated_by <= len(articles) - 1
