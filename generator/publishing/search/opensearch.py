"""What a browser needs to offer the dossier's search in its own address bar (OpenSearch 1.1).

Takes the dossier's settings; gives one file, or none where the dossier has no address or is not public: a description
has to name the address in full.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.model import Dossier, Edition
from generator.publishing.addresses import GeneratedFile

PATH = "search/opensearch.xml"
NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
LONGEST_NAME = 16  # characters that the specification allows for the short name


def opensearch_file(dossier: Dossier) -> Iterator[GeneratedFile]:
    """The description of the search for browsers; nothing without a public address."""
    settings = dossier.settings
    if settings.site_url is None or not is_described(dossier):
        return
    root = Element("OpenSearchDescription", xmlns=NAMESPACE)
    texts = {"ShortName": settings.title[:LONGEST_NAME].strip(), "LongName": settings.title[:48].strip()}
    texts |= {"Description": settings.title, "Language": settings.language, "InputEncoding": "UTF-8"}
    for name, text in texts.items():
        SubElement(root, name).text = text
    template = urljoin(settings.site_url.rstrip("/") + "/", "search.html") + "?q={searchTerms}"
    SubElement(root, "Url", type="text/html", template=template)
    indent(root)
    written = tostring(root, encoding="unicode")
    yield GeneratedFile(PATH, f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n')


def is_described(dossier: Dossier) -> bool:
    """Whether the dossier has a description for browsers to read."""
    return dossier.settings.site_url is not None and dossier.edition is Edition.PUBLIC
