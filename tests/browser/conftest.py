"""The sample dossier as a hosted site and as an unpacked zip, and a real Chromium to read both."""

from __future__ import annotations

import functools
import shutil
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route, sync_playwright

from generator import pipeline
from tests.conftest import made_once
from tests.publishing.small_site import build_small_site, write_project

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@dataclass(frozen=True, slots=True)
class Site:
    """A built site, its address in the browser, and the folder of the articles it was made from."""

    folder: Path
    address: str
    articles: Path


@dataclass(slots=True)
class Log:
    """What the browser asked for and complained of while a test read pages."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def elsewhere(self, site: Site) -> list[str]:
        """Requests that went to neither the site nor the page itself (data:, blob:, about:)."""
        inner = {"data", "blob", "about", "chrome-extension"}
        return [
            address
            for address in self.requests
            if not address.startswith(site.address) and urlsplit(address).scheme not in inner
        ]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if found is None:
        pytest.fail(
            "the browser tests need Chromium: run `make browser`, or install the package chromium", pytrace=False
        )
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, headless=True, args=CHROMIUM_FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def sample_project(built_sample: pipeline.Published, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own project, built with what readers can take along: ``site/``, zip and PDF in ``dist/``."""

    def take_along(folder: Path) -> Path:
        root = shutil.copytree(built_sample.target.parent, folder / "sample")
        pipeline.build(root, take_along=True)
        return root

    return made_once(tmp_path_factory, "taken along", take_along)


@pytest.fixture(scope="session")
def hosted(sample_project: Path) -> Iterator[Site]:
    with served(sample_project / "site") as address:
        yield Site(sample_project / "site", address, sample_project / "sources" / "articles")


@pytest.fixture(scope="session")
def unpacked(sample_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The zip, unpacked as a reader would: into a folder whose name has a space in it."""
    (bundle,) = (sample_project / "dist").glob("*.zip")
    target = tmp_path_factory.mktemp("a reader's folder")
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(target)
    (folder,) = target.iterdir()
    return Site(folder, f"{folder.as_uri()}/", sample_project / "sources" / "articles")


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small dossier, in a folder."""
    root = tmp_path_factory.mktemp("small")
    return build_small_site(root, write_project(root), offline=True)


@pytest.fixture(params=["hosted", "unpacked"])
def site(request: pytest.FixtureRequest) -> Site:
    chosen: Site = request.getfixturevalue(request.param)
    return chosen


@pytest.fixture
def log() -> Log:
    return Log()


@pytest.fixture
def page(browser: Browser, log: Log) -> Iterator[Page]:
    with browser.new_context() as context:
        opened = context.new_page()
        watch(opened, log)
        yield opened


def watch(page: Page, log: Log) -> None:
    """Note every request of the page and every complaint; a request to another host is noted and not made."""

    def note_request(request: Request) -> None:
        log.requests.append(request.url)

    def note_message(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            log.complaints.append(f"{page.url}: {message.text}")

    def note_failure(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the reader went on before a picture had come
            log.complaints.append(f"{page.url}: {request.url} {request.failure}")

    page.on("request", note_request)
    page.on("console", note_message)
    page.on("pageerror", lambda error: log.complaints.append(f"{page.url}: {error}"))
    page.on("requestfailed", note_failure)

    def refuse(route: Route) -> None:
        log.requests.append(route.request.url)
        route.abort()

    page.route(lambda address: urlsplit(address).hostname not in {None, "", "127.0.0.1"}, refuse)


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A reader who goes on before a page has come is no error."""


class served:  # noqa: N801 - a context manager that reads as a verb
    """Serve a folder on the loopback interface for as long as the block lasts; gives its address."""

    def __init__(self, folder: Path, handler: type[QuietHandler] = QuietHandler) -> None:
        self._server = _Server(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> str:
        self._thread.start()
        return f"http://127.0.0.1:{self._server.server_address[1]}/"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
