"""The small dossier of these tests as a project on disk, and as a built site."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from generator.model import Dossier
from generator.publishing.exports.files import export_files
from generator.publishing.navigation import navigation
from generator.publishing.rendering import render_pages
from generator.publishing.search.index import search_files
from generator.publishing.site import build_site, write_checksums
from tests.publishing.dossiers import small_dossier


def write_project(root: Path, dossier: Dossier | None = None) -> Dossier:
    """Article files and all generated pages below ``root``; gives the dossier with the files' true hashes."""
    dossier = dossier or small_dossier()
    articles = []
    for article in dossier.articles:
        path = root / "sources" / "articles" / article.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article.text, encoding="utf-8")
        articles.append(replace(article, sha256=hashlib.sha256(path.read_bytes()).hexdigest()))
    dossier = replace(dossier, articles=tuple(articles))
    files = [*render_pages(dossier), *export_files(dossier, generator_version="1.0"), *search_files(dossier)]
    for file in files:
        page = root / "docs" / file.path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(file.content, encoding="utf-8")
    return dossier


def build_small_site(root: Path, dossier: Dossier, *, offline: bool = False) -> Path:
    """Build ``root/docs`` into ``root/site``."""
    site = build_site(
        root,
        root / "site",
        title=dossier.settings.title,
        language=dossier.settings.language,
        nav=navigation(dossier),
        offline=offline,
    )
    write_checksums(site)
    return site
