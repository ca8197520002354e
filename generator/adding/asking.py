"""One request over HTTP, to a machine that was looked up and checked, within a time and a size; follows no redirect."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from threading import Event, Timer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.adding.addresses import shown
from generator.adding.faults import LATER, fault_of
from generator.errors import ContentProblem, Place

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse
    from urllib3.connection import HTTPConnection

ACCEPTED = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5"
# What is asked for is what urllib3 unpacks within limits.
CODINGS_ASKED_FOR = "gzip, br"
CODINGS = ("", "identity", "gzip", "x-gzip", "deflate", "br")
CHUNK_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said; names of headers are in lower case, the content is unpacked."""

    status: int
    headers: Mapping[str, str]
    content: bytes = field(repr=False)


def ask(
    url: str, numbers: tuple[str, ...], agent: str, seconds: float, most_bytes: int, *, cut: bool = False
) -> Answer:
    """The answer to one request to the first of the machines that can be reached.

    Raises ``ContentProblem`` for one that does not come, takes longer than ``seconds`` or is larger than
    ``most_bytes``; with ``cut`` what is larger is cut instead.
    """
    from urllib3.exceptions import HTTPError

    place = Place(shown(url))
    try:
        with _answered(url, numbers, agent, seconds) as (response, expired):
            content = _content(response, place, most_bytes, cut=cut)
            if expired.is_set():
                raise TimeoutError
            headers = {name.lower(): value for name, value in response.headers.items()}
            return Answer(response.status, headers, content)
    except TimeoutError as error:
        fact = f"the site did not finish its answer within {seconds:g} seconds"
        raise ContentProblem(place, fact, LATER) from error
    except (OSError, HTTPException, HTTPError, ValueError) as error:
        raise ContentProblem(place, *fault_of(error, url)) from error


@contextmanager
def _answered(
    url: str, numbers: tuple[str, ...], agent: str, seconds: float
) -> Iterator[tuple[BaseHTTPResponse, Event]]:
    """The answer to a request whose connection is cut when the time is over."""
    from urllib3.exceptions import HTTPError

    parts = urlsplit(url)
    connection = _connected(url, numbers, seconds)
    expired = Event()
    timer = Timer(seconds, _cut, (connection.sock, expired))
    timer.daemon = True
    timer.start()
    response = None
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {"Host": parts.netloc, "User-Agent": agent, "Accept": ACCEPTED, "Accept-Encoding": CODINGS_ASKED_FOR}
        connection.request("GET", path, headers=headers, preload_content=False)
        response = connection.getresponse()
        yield response, expired
    except (OSError, HTTPException, HTTPError, ValueError) as error:
        if expired.is_set():
            raise TimeoutError from error
        raise
    finally:
        timer.cancel()
        if response is not None:
            response.close()
        connection.close()


def _connected(url: str, numbers: tuple[str, ...], seconds: float) -> HTTPConnection:
    """A connection to the first of the machines that answers; its certificate is held against the name."""
    from urllib3.connection import HTTPConnection, HTTPSConnection
    from urllib3.exceptions import HTTPError

    parts = urlsplit(url)
    host = (parts.hostname or "").strip("[]")
    failed: OSError | HTTPError | None = None
    for number in numbers:
        connection = (
            HTTPSConnection(number, parts.port or 443, timeout=seconds, server_hostname=host, assert_hostname=host)
            if parts.scheme == "https"
            else HTTPConnection(number, parts.port or 80, timeout=seconds)
        )
        try:
            connection.connect()
        except (OSError, HTTPError) as error:
            failed = error
            connection.close()
        else:
            return connection
    raise failed or OSError("no machine behind this name")


def _cut(connected: socket.socket | None, expired: Event) -> None:
    """End a connection from outside: whoever reads from it sees its end."""
    expired.set()
    if connected is not None:
        with suppress(OSError):  # it has ended by itself
            connected.shutdown(socket.SHUT_RDWR)


def _content(response: BaseHTTPResponse, place: Place, most_bytes: int, *, cut: bool) -> bytes:
    coding = response.headers.get("content-encoding", "").strip().lower()
    if coding not in CODINGS:
        fact = f"is sent in a coding that was not asked for ({shown(coding)})"
        raise ContentProblem(place, fact, "save the page from the browser and add the file")
    remedy = "save what is needed of it and add that"
    too_large = ContentProblem(place, f"is larger than {_size(most_bytes)}, which no article is", remedy)
    length = response.headers.get("content-length", "")
    if not cut and length.isdigit() and int(length) > most_bytes:
        raise too_large
    found = bytearray()
    for chunk in response.stream(CHUNK_BYTES, decode_content=True):
        found += chunk
        if len(found) > most_bytes:
            if cut:
                break
            raise too_large
    return bytes(found[:most_bytes])


def _size(count: int) -> str:
    return f"{count // (1024 * 1024)} MB" if count >= 1024 * 1024 else f"{count // 1024} KB"
