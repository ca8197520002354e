"""docs/ becomes a site: complete or not at all, with MkDocs' own words where something is wrong."""

from __future__ import annotations

import gzip
import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from generator.errors import ProblemsFound
from generator.model import fold
from generator.publishing.site import DEFAULT_CONFIGURATION, build_site, timestamp_of, write_checksums

REPOSITORY = Path(__file__).parents[2]


def project(root: Path, pages: dict[str, str], configuration: str | None = None) -> Path:
    for name, text in pages.items():
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if configuration is not None:
        (root / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    return root


def build(root: Path, target: str = "site", *, nav: list[tuple[str, str]] | None = None, **options: object) -> Path:
    stated: dict[str, object] = {"title": "Harbour: a dossier", "language": "de", **options}
    return build_site(root, root / target, nav=nav or [("Start", "index.md")], **stated)  # type: ignore[arg-type]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_project_without_a_configuration_gets_title_language_and_navigation_of_the_dossier(tmp_path: Path) -> None:
    root = project(tmp_path, {"index.md": "# One", "themes/a.md": "# A", "articles/x.md": "# Article X"})
    site = build(root, nav=[("Anfang", "index.md"), ("Erstes Thema", "themes/a.md")])
    page = (site / "index.html").read_text(encoding="utf-8")
    assert "Harbour: a dossier" in page
    assert '<html lang="de"' in page
    assert "Erstes Thema" in page
    assert (site / "articles/x.html").is_file()
    assert "Article X" not in page


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of this kind")
def test_what_the_system_refuses_to_write_is_told_in_words(tmp_path: Path) -> None:
    import resource

    root = project(tmp_path, {"index.md": "# One"})
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, usual[1]))  # bytes: less than the theme's style sheets
    try:
        with pytest.raises(ProblemsFound, match="the system refuses it: File too large\n    make room on the disk"):
            build(root)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def test_home_and_themes_announce_their_feeds_and_no_other_page_does(tmp_path: Path) -> None:
    theme = "---\ntemplate: theme.html\n---\n# A"
    site = build(project(tmp_path, {"index.md": "# One", "themes/a.md": theme, "articles/x.md": "# Article X"}))
    feeds = {
        name: [link.get("href") for link in html.parse(site / name).iterfind(".//link[@type='application/atom+xml']")]
        for name in ("index.html", "themes/a.html", "articles/x.html")
    }
    assert feeds == {"index.html": ["data/feed.xml"], "themes/a.html": ["../data/feeds/a.xml"], "articles/x.html": []}


def test_titles_are_shown_as_written_and_never_read_as_markup(tmp_path: Path) -> None:
    wild = 'Oil & "gas" <b>boom</b><script>alert(1)</script>'
    root = project(tmp_path, {"index.md": '---\ntitle: "One"\n---\n\n# One', "b.md": "# Two"})
    site = build(root, title=wild, nav=[("Start", "index.md"), (wild, "b.md")])
    tree = html.document_fromstring((site / "index.html").read_text(encoding="utf-8"))
    assert tree.findtext(".//title") == wild
    assert not [script for script in tree.iter("script") if "alert" in (script.text or "")]
    links = [fold("".join(map(str, link.itertext()))) for link in tree.iter("a")]
    assert links.count(wild) >= 2  # the name of the site, and the page in the navigation


def test_pages_that_an_editor_wrote_follow_in_the_navigation(tmp_path: Path) -> None:
    root = project(tmp_path, {"index.md": "# One", "about.md": "---\ntitle: About us\n---\n"})
    assert "About us" in (build(root) / "index.html").read_text(encoding="utf-8")


def test_an_unknown_language_of_the_interface_is_no_error(tmp_path: Path) -> None:
    root = project(tmp_path, {"index.md": "# One"})
    assert (build(root, language="qaa") / "index.html").is_file()


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("[x](nowhere.md)", "nowhere.md"),
        ("[x](b.md#q-1)", "q-1"),
        ("[x](#q-2)", "q-2"),
    ],
)
def test_a_broken_link_or_anchor_is_told_in_mkdocs_words(tmp_path: Path, page: str, words: str) -> None:
    root = project(tmp_path, {"index.md": f"# One\n\n{page}", "b.md": "# B"})
    with pytest.raises(ProblemsFound, match=words) as found:
        build(root)
    assert str(found.value).startswith("docs/index.md: ")


def test_a_slip_in_the_configuration_is_told(tmp_path: Path) -> None:
    root = project(tmp_path, {"index.md": "# One"}, "site_name: x\nplugins:\n  no-such-plugin: {}\n")
    with pytest.raises(ProblemsFound, match="no-such-plugin"):
        build(root)


def test_the_project_s_own_configuration_is_used_and_its_navigation_kept(tmp_path: Path) -> None:
    configuration = (
        "site_name: x\ntheme: mkdocs\nnav: [{Mine: index.md}, {Two: b.md}]\nextra_css: [own.css]\nplugins: []\n"
    )
    root = project(tmp_path, {"index.md": "# One", "b.md": "# B", "own.css": "p {}"}, configuration)
    page = (build(root) / "index.html").read_text(encoding="utf-8")
    assert "own.css" in page
    assert "Mine" in page


def test_two_builds_one_after_the_other_do_not_touch_each_other_or_this_process(tmp_path: Path) -> None:
    environment, handlers = dict(os.environ), list(logging.getLogger("mkdocs").handlers)
    root = project(tmp_path, {"index.md": "# One"})
    first = contents(build(root, "first"))
    broken = project(tmp_path / "other", {"index.md": "[x](nowhere.md)"})
    with pytest.raises(ProblemsFound):
        build(broken)
    assert contents(build(root, "second")) == first
    assert dict(os.environ) == environment
    assert logging.getLogger("mkdocs").handlers == handlers


def test_the_timestamp_is_the_only_time_in_the_site(tmp_path: Path) -> None:
    root = project(tmp_path, {"index.md": "# One"})
    site = build(root, timestamp=1_700_000_000, site_url="https://harbour.example/")
    sitemap = gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode()
    assert "<lastmod>2023-11-14</lastmod>" in sitemap


@pytest.mark.parametrize(
    ("date", "timestamp"),
    [
        ("2023-11-14", 1699920000),
        ("2023-11", 1698796800),
        ("2023", 1672531200),
        ("199X", 631152000),
        ("1905", 0),
        ("2126-03-03", 4294967295),
        ("", 0),
        (None, 0),
    ],
)
def test_a_date_becomes_the_first_moment_of_it(date: str | None, timestamp: int) -> None:
    assert timestamp_of(date) == timestamp


@pytest.mark.parametrize("configuration", ["mkdocs.yml", "mkdocs-offline.yml"])
def test_mkdocs_by_hand_builds_the_same_pages(tmp_path: Path, configuration: str) -> None:
    root = project(tmp_path, {"index.md": "# One", "themes/a.md": "# A [x](../articles/x.md)", "articles/x.md": "# X"})
    for name in ("mkdocs.yml", "mkdocs-offline.yml"):
        shutil.copy(REPOSITORY / name, root)
    command = [sys.executable, "-m", "mkdocs", "build", "-f", configuration, "-d", str(root / "by-hand")]
    finished = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    page = (root / "by-hand/index.html").read_text(encoding="utf-8")
    assert "articles/x.html" not in page
    assert "unpkg.com" not in page


def test_the_sample_s_configuration_is_the_one_a_project_gets_without_its_own() -> None:
    own = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8").partition("docs_dir:")[2]
    assert own == DEFAULT_CONFIGURATION.read_text(encoding="utf-8").partition("docs_dir:")[2]


def test_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    build(project(tmp_path, {"index.md": "# One"}))
    printed = capfd.readouterr()
    assert (printed.out, printed.err) == ("", "")


@pytest.mark.parametrize("plugins", ["{search: {}}", "[search]", "[]"])
def test_an_offline_site_opens_from_a_folder_whatever_the_configuration_says(tmp_path: Path, plugins: str) -> None:
    configuration = f"site_name: x\ntheme: {{name: dossier}}\nuse_directory_urls: true\nplugins: {plugins}\n"
    root = project(tmp_path, {"index.md": "# One", "b.md": "# Two"}, configuration)
    site = build(root, offline=True)
    page = (site / "index.html").read_text(encoding="utf-8")
    assert "unpkg.com" not in page
    assert (site / "b.html").is_file()


def test_the_search_box_leads_to_the_search_page_where_there_is_one(tmp_path: Path) -> None:
    without = build(project(tmp_path / "without", {"index.md": "# One"}))
    having = build(project(tmp_path / "with", {"index.md": "# One", "search.md": "# Search", "a/b.md": "# Two"}))
    assert 'action="search.html"' not in (without / "index.html").read_text(encoding="utf-8")
    assert 'action="search.html"' in (having / "index.html").read_text(encoding="utf-8")
    assert 'action="../search.html"' in (having / "a/b.html").read_text(encoding="utf-8")


def test_material_s_own_search_is_not_in_the_site(tmp_path: Path) -> None:
    site = build(project(tmp_path, {"index.md": "# One"}))
    names = {path.name for path in site.rglob("*")}
    assert not {"search_index.json", "search_index.js", "lunr", "workers"} & names


def test_checksums_are_those_that_sha256sum_knows(tmp_path: Path) -> None:
    site = build(project(tmp_path, {"index.md": "# One", "Straße.md": "# Two"}))
    write_checksums(site)
    checked = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "data/checksums.txt"], cwd=site, check=False
    )
    assert checked.returncode == 0
    listed = {line[66:] for line in (site / "data/checksums.txt").read_text(encoding="utf-8").splitlines()}
    assert listed == contents(site).keys() - {"data/checksums.txt"}


def test_a_folder_in_the_project_named_like_a_module_is_not_imported(tmp_path: Path) -> None:
    root = project(tmp_path, {"index.md": "# One"})
    (root / "mkdocs.py").write_text("raise SystemExit('imported')")
    (root / "json.py").write_text("raise SystemExit('imported')")
    assert (build(root) / "index.html").is_file()
