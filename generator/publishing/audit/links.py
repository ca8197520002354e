"""Links of the built pages: each arrives at a file and an anchor of the site, and nothing is fetched from elsewhere."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.publishing.audit.pages import BuiltPage, is_local, style_requests

# The page for errors is served at any address, so its links begin at the root of the host.
ERROR_PAGE = "404.html"


def link_problems(pages: Mapping[str, BuiltPage], files: Collection[str]) -> Iterator[tuple[str, str]]:
    """Page and fact for every link inside the site that does not arrive."""
    for page in pages.values():
        for address in filter(is_local, page.links):
            path, anchor = target(page.path, address)
            if page.path == ERROR_PAGE and address.startswith("/"):
                path = next((tail for tail in _tails(path) if tail in files), path)
            if path not in files:
                yield page.path, f"links to {address!r}, which is no file of the site"
            elif anchor and path in pages and anchor not in pages[path].ids:
                yield page.path, f"links to {address!r}, but {path} has no element with that id"


def request_problems(
    site_folder: Path, pages: Mapping[str, BuiltPage], files: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Page or style sheet and fact for everything that a browser would fetch from another host; repeated ids too."""
    for page in pages.values():
        for address in page.requests:
            yield page.path, f"makes the browser fetch {address!r} from another host"
        for repeated in page.repeated_ids:
            yield page.path, f"has more than one element with the id {repeated!r}"
    for path in sorted(file for file in files if file.endswith(".css")):
        for address in style_requests((site_folder / path).read_text(encoding="utf-8")):
            yield path, f"makes the browser fetch {address!r} from another host"


def target(page: str, address: str) -> tuple[str, str]:
    """Where an address on ``page`` leads: path from the root of the site, and anchor ("" for none)."""
    parts = urlsplit(address)
    # a text fragment (#anchor:~:text=words) is for the browser; the anchor is what stands before it
    anchor = unquote(parts.fragment).partition(":~:")[0]
    if not parts.path:
        return page, anchor
    path = posixpath.normpath(posixpath.join("/" + posixpath.dirname(page), unquote(parts.path)))
    return path.lstrip("/"), anchor


def _tails(path: str) -> Iterator[str]:
    """A path, then without its first folder, and so on: a site may be hosted below the root."""
    while path:
        yield path
        path = path.partition("/")[2]
