"""Markdown as MkDocs sets it up for a dossier, without MkDocs."""

from __future__ import annotations

from functools import cache

import markdown
import yaml

from generator.publishing.site import DEFAULT_CONFIGURATION


def markdown_converter() -> markdown.Markdown:
    """A converter that remembers nothing of a page before."""
    return _converter().reset()


@cache
def _converter() -> markdown.Markdown:
    configuration = yaml.safe_load(DEFAULT_CONFIGURATION.read_text(encoding="utf-8"))
    return markdown.Markdown(extensions=["toc", "tables", "fenced_code", *configuration["markdown_extensions"]])
