"""``dossier serve``: the site on this machine alone, built again whenever its sources change.

A mistake in the sources is told and changes nothing: the last good site stays, and the next change is tried again.
"""

from __future__ import annotations

import functools
import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.publishing.docs import generated_paths
from generator.publishing.swap import recover

HERE = "127.0.0.1"
PORTS_TRIED = 20
LOOK_EVERY_SECONDS = 0.5
NOT_YET = b"<!doctype html><title>Not yet</title><p>There is no site yet: see the terminal in which it is built.</p>"

State = Mapping[str, tuple[int, int]]


@contextmanager
def served(root: Path, port: int) -> Iterator[str]:
    """Serve ``root/site`` on the loopback interface; gives its address. Takes the next free port after ``port``.

    Raises ``OSError`` where none of the next ports is free.
    """
    recover(root / "site")
    server = _server(root / "site", port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{HERE}:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def whenever_changed(root: Path, act: Callable[[], None], sleep: Callable[[float], None] = time.sleep) -> None:
    """Call ``act`` now and after every change of the sources, once they have been quiet for a moment; for ever."""
    acted_on: State | None = None
    while True:
        now = state_of(root)
        if now != acted_on and (acted_on is None or now == _after(root, sleep)):
            acted_on = now
            act()
        else:
            sleep(LOOK_EVERY_SECONDS)


def state_of(root: Path) -> State:
    """Time and size of every file that an editor writes: the sources, the configuration, pages made by hand."""
    found: dict[str, tuple[int, int]] = {}
    made = {(root / "docs" / path).as_posix() for path in generated_paths(root / "docs")}
    folders = [root / "sources", root / "docs"]
    named = [Path(directory) / name for folder in folders for directory, _, names in os.walk(folder) for name in names]
    for path in [*named, *root.glob("mkdocs*.yml")]:
        if path.as_posix() in made or path.name.startswith("."):
            continue
        try:
            status = path.stat()
        except OSError:
            continue  # gone meanwhile, or a link that leads nowhere
        found[path.as_posix()] = (status.st_mtime_ns, status.st_size)
    return found


def _after(root: Path, sleep: Callable[[float], None]) -> State:
    sleep(LOOK_EVERY_SECONDS / 2)
    return state_of(root)


def _server(site: Path, port: int) -> ThreadingHTTPServer:
    handler = functools.partial(_Handler, directory=str(site))
    for tried in range(port, port + PORTS_TRIED):
        try:
            return ThreadingHTTPServer((HERE, tried), handler)
        except OSError:
            if tried == port + PORTS_TRIED - 1:
                raise
    raise AssertionError("a port was found or an error raised")


class _Handler(SimpleHTTPRequestHandler):
    """The files of the site, never kept by the browser, and only under the names of this machine."""

    def do_GET(self) -> None:
        host = self.headers.get("Host", "").rsplit(":", 1)[0]
        if host not in (HERE, "localhost"):  # a name of elsewhere that leads here
            self.send_error(403, "This site is served to this machine alone")
        elif not Path(self.directory).is_dir():
            self.send_response(503)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(NOT_YET)
        else:
            super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for what an editor has to know."""
