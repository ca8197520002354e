"""An empty project and a web server for the tests of ``dossier add``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.adding.server import Site, serving


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with nothing in it but its folder."""
    (tmp_path / "project" / "sources" / "articles").mkdir(parents=True)
    return tmp_path / "project"


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server on 127.0.0.1."""
    with serving() as running:
        yield running
