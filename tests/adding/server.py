"""A web server on this machine, whose pages a test writes down: real requests, and none that leaves 127.0.0.1."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

ARTICLE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta property="og:title" content="{title}">{head}</head><body>
<header><a href="/">Home</a><a href="/news">News</a></header>
<main><article><h1>{title}</h1>
<p>The two governments agreed on Thursday to build a pipeline along the coast, officials said after the talks.</p>
<p>The pipeline will carry ten billion cubic metres of gas a year and cost about six billion dollars, they added.</p>
<p>Construction is to begin in spring, and the first gas is expected to flow three years later, the minister said.</p>
{more}</article></main></body></html>"""


def page(title: str = "Two governments agree on a pipeline", *, head: str = "", more: str = "") -> str:
    """A small news page; without ``head`` it says nothing of its author, its date or its address."""
    return ARTICLE.format(title=title, head=head, more=more)


@dataclass
class Site:
    """A running server: ``pages`` by path, ``asked`` what came in, as (path, user agent)."""

    url: str
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)

    def put(self, path: str, content: str | bytes = b"", status: int = 200, **headers: str) -> str:
        """Serve something at a path; its address."""
        body = content.encode() if isinstance(content, str) else content
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = Answer(body, status, {"Content-Type": "text/html; charset=utf-8", **named})
        return self.url + path


@dataclass(frozen=True)
class Answer:
    """What is served: a body with status and headers, or whatever ``send`` writes."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    send: Callable[[BaseHTTPRequestHandler], None] | None = None


@contextmanager
def serving() -> Iterator[Site]:
    """A server for the length of a test."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, self.headers.get("User-Agent", "")))
            answer = site.pages.get(self.path, Answer(b"not here", 404, {"Content-Type": "text/plain"}))
            if answer.send:
                answer.send(self)
                return
            self.send_response(answer.status)
            for name, value in {"Content-Length": str(len(answer.body)), **answer.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None:
            """Print nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Site(f"http://127.0.0.1:{server.server_port}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def dripping(handler: BaseHTTPRequestHandler) -> None:
    """An answer that never ends, a byte at a time."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    try:
        for _ in range(200):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)
    except OSError:
        return  # the other side has gone


def endless(handler: BaseHTTPRequestHandler) -> None:
    """An answer without a length, larger than any article."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"<p>again and again</p>" * 1000)
    except OSError:
        return  # the other side has gone


def no_web(handler: BaseHTTPRequestHandler) -> None:
    """The greeting of a server that is none of the web."""
    handler.wfile.write(b"SSH-2.0-Server\r\n")


def packed(text: str) -> bytes:
    """A body in gzip."""
    return gzip.compress(text.encode())
