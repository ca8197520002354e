"""Where everything is inside the site: the same addresses hosted and in a folder, stable across rebuilds."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Passage


@dataclass(frozen=True, slots=True)
class GeneratedFile:
    """A file to be written below ``docs/``: POSIX path and content."""

    path: str
    content: str


def theme_page(theme: str) -> str:
    """The built page of a theme, from the root of the site."""
    return f"themes/{theme}.html"


def article_page(article: str) -> str:
    """The built page of an article, from the root of the site."""
    return f"articles/{article}.html"


def built(page: str) -> str:
    """The built file of a page of ``docs/``: "names/2.md" becomes "names/2.html"."""
    return page.removesuffix(".md") + ".html"


def markdown_page(address: str) -> str:
    """The page of ``docs/`` behind an address of the built site: what links between pages of ``docs/`` have to name."""
    page, anchor, name = address.partition("#")
    return page.removesuffix(".html") + ".md" + anchor + name


def citation_href(passage: Passage) -> str:
    """Page and anchor of a passage, from the root of the site."""
    return f"{article_page(passage.article)}#{passage.id}"


def relative(target: str, page: str) -> str:
    """``target`` (from the root of the site, with or without an anchor) as a link on the page ``page``."""
    depth = page.count("/")
    return "../" * depth + target
