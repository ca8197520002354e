"""The whole dossier in one file, to print, to mail, to keep: ``print.html``.

Takes the folder of a built site and its navigation; writes one page that needs no other file, no script and no
network: the front page's head, every theme with its numbered notes, the page on method. It is made from the built
pages, so it can say nothing that they do not say, and the audit reads it as one page more. Every mark leads to its
note in the file itself, to an element that holds exactly the quoted words.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html
from lxml.html import HtmlElement

from generator.model import Dossier
from generator.publishing.addresses import built
from generator.publishing.interface import Interface

PRINT_EDITION = "print.html"
STYLE = Path(__file__).with_name("print-edition.css")
LETTERS = Path(__file__).parents[2] / "theme/assets/dossier/parts/letters.css"  # they stand in the sheet itself
FRONT_PAGE, THEMES, METHOD_PAGE = "index.html", "themes/", "method.html"
# What the front page gives to the cover.
COVER = ("as-of", "lede", "drafting")
# Controls, and ways to pages that are not in the file.
NO_PART_OF_PAPER = (
    "//script|//style|//template|//button|//form|//input|//*[@popover]|//*[contains-class('permalink')]"
    "|//*[contains-class('way-on')]|//*[contains-class('tools')]|//*[contains-class('sections')]|//*[contains-class('pager')]|//*[contains-class('downloads')]"
    "|//figcaption/a|//p/a[@download]|//*[@id='data']"
)
# Attributes that name other elements by their ids.
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls")


@dataclass(frozen=True, slots=True)
class PrintWords:
    """What the file itself has to say, in the dossier's language."""

    title: str
    language: str
    direction: str
    contents: str
    site_url: str | None


@dataclass(frozen=True, slots=True)
class _Section:
    """A page of the site inside the file; ``name`` stands before each of its ids."""

    path: str
    name: str
    body: HtmlElement


def print_words(dossier: Dossier, interface: Interface) -> PrintWords:
    """The words of the file itself, from the dossier."""
    settings = dossier.settings
    direction = interface.direction(settings.language)
    return PrintWords(settings.title, settings.language, direction, interface.gettext("Contents"), settings.site_url)


def write_print_edition(site_folder: Path, nav: Sequence[tuple[str, str]], words: PrintWords) -> Path:
    """Write ``print.html`` into the site; gives its path."""
    sections = [_section(site_folder, path) for path in _pages(nav)]
    names = {section.path: section.name for section in sections}
    for section in sections:
        _drop(section.body, NO_PART_OF_PAPER)
        _number_notes(section)
        _rename(section)
    known = {place.get("id") for section in sections for place in section.body.iter() if place.get("id")}
    for section in sections:
        _lead(section, names, known, words.site_url)
    target = site_folder / PRINT_EDITION
    style = "".join(sheet.read_text(encoding="utf-8") for sheet in (LETTERS, STYLE))
    target.write_text("\n".join(_lines(sections, words, style)), encoding="utf-8", newline="\n")
    return target


def _pages(nav: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The front page, the themes in the editor's order, the page on method."""
    paths = [built(path) for _, path in nav if path.endswith(".md")]
    return (path for path in paths if path in (FRONT_PAGE, METHOD_PAGE) or path.startswith(THEMES))


def _section(site_folder: Path, path: str) -> _Section:
    tree = html.document_fromstring((site_folder / path).read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    body = next(tree.iter("article"))
    return _Section(path, posixpath.basename(path).removesuffix(".html"), body)


def _drop(body: HtmlElement, path: str) -> None:
    for element in _found(body, path):
        if element.getparent() is not None:
            element.drop_tree()


def _found(body: HtmlElement, path: str) -> list[HtmlElement]:
    """Elements below ``body`` by an XPath in which ``contains-class('x')`` means the class."""
    spelled = path.replace("contains-class('", "contains(concat(' ', normalize-space(@class), ' '), ' ")
    spelled = spelled.replace("')]", " ')]").replace("//", ".//")
    return [element for element in body.xpath(spelled) if isinstance(element, HtmlElement)]


def _number_notes(section: _Section) -> None:
    """The notes at the end of a page hold every quote: there its element gets the passage's id, nowhere else."""
    notes = {
        quote.get("data-passage"): quote
        for note in _found(section.body, "//*[contains-class('noted')]")
        for quote in _found(note, "//*[contains-class('quote-copy')]")
    }
    for note in _found(section.body, "//*[contains-class('noted')]"):
        note.attrib.pop("id", None)
    for passage, quote in notes.items():
        quote.set("id", passage or "")
    for shown in _found(section.body, "//*[contains-class('words')]"):
        quotes = _found(shown, "//*[contains-class('quote-copy')]")
        if quotes and all(quote.get("data-passage") in notes for quote in quotes):
            shown.drop_tree()
    for closed in section.body.iter("details"):
        closed.set("open", "")


def _rename(section: _Section) -> None:
    """Put the section's name before every id, so that no two pages have one in common."""
    for element in section.body.iter():
        if not isinstance(element, HtmlElement):
            continue
        if "statement" in element.classes and element.get("id"):
            element.set("data-statement", element.get("id") or "")
        for attribute in ("id", *REFERENCES):
            named = element.get(attribute)
            if named:
                element.set(attribute, " ".join(f"{section.name}--{one}" for one in named.split()))


def _lead(section: _Section, names: Mapping[str, str], known: set[str | None], site_url: str | None) -> None:
    """Every link to a place in the file, to the hosted site where there is one, to another host, or none at all."""
    for link in list(section.body.iter("a")):
        address = link.get("href") or ""
        inside = _inside(section, link, names, known)
        if inside:
            link.set("href", inside)
        elif not _is_local(address):
            continue
        elif site_url:
            link.set("href", urljoin(site_url, "#".join(filter(None, _target(section.path, address)))))
        else:
            link.tag = "span"  # what leads nowhere looks as before
            link.attrib.pop("href", None)


def _inside(section: _Section, link: HtmlElement, names: Mapping[str, str], known: set[str | None]) -> str | None:
    passage = link.get("data-passage")
    if passage and f"{section.name}--{passage}" in known:
        return f"#{section.name}--{passage}"
    if not _is_local(link.get("href") or ""):
        return None
    path, anchor = _target(section.path, link.get("href") or "")
    if path not in names:
        return None
    place = f"{names[path]}--{anchor}"
    return f"#{place}" if place in known else f"#{names[path]}"


def _is_local(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc


def _target(page: str, address: str) -> tuple[str, str]:
    """Path from the root of the site, and anchor."""
    parts = urlsplit(address)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
    return path, unquote(parts.fragment)


def _lines(sections: Sequence[_Section], words: PrintWords, style: str) -> Iterator[str]:
    title = escape(words.title)
    yield "<!doctype html>"
    yield f'<html lang="{escape(words.language)}" dir="{words.direction}">'
    yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    # the same words stand on the pages that are meant to be found
    yield f'<meta name="robots" content="noindex"><title>{title}</title><link rel="icon" href="data:,">'
    yield f"<style>\n{style}</style></head>"
    yield "<body><main>"
    for section in sections:
        if section.path == FRONT_PAGE:
            yield from _cover(section, [s for s in sections if s is not section], words)
        else:
            signs = len(section.body.text_content())  # the sheet guesses its height by them until it is laid out
            yield f'<section id="{section.name}" style="--signs: {signs}">{_inner(section.body)}</section>'
    yield "</main></body></html>\n"


def _cover(front: _Section, others: Sequence[_Section], words: PrintWords) -> Iterator[str]:
    hosted = escape(words.site_url or "")
    shown = [element for name in COVER for element in _found(front.body, f"//*[contains-class('{name}')]")]
    yield f'<header id="{front.name}"><h1>{escape(words.title)}</h1>'
    yield "".join(etree.tostring(element, encoding="unicode", method="html", with_tail=False) for element in shown)
    yield (f'<p class="address"><a href="{hosted}">{hosted}</a></p>' if hosted else "") + "</header>"
    yield f'<nav aria-label="{escape(words.contents)}"><h2>{escape(words.contents)}</h2><ol>'
    for section in others:
        heading = next(section.body.iter("h1"), None)
        name = section.name if heading is None else " ".join(heading.text_content().split())
        yield f'<li><a href="#{section.name}">{escape(name)}</a></li>'
    yield "</ol></nav>"


def _inner(body: HtmlElement) -> str:
    """The content of a page with its headings one level lower: the file has one title."""
    for level in range(5, 0, -1):
        for heading in list(body.iter(f"h{level}")):
            heading.tag = f"h{level + 1}"
    children = (etree.tostring(child, encoding="unicode", method="html") for child in body)
    return escape(body.text or "") + "".join(children)
