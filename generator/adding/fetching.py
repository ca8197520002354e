"""Pages from the web, politely: robots.txt is honoured, the program says its name, and nothing goes on for ever.

Takes an address, gives its bytes as they came, with the time and the headers worth keeping. Every machine that a
request goes to, after each redirect too, is one of the open internet unless private ones are allowed.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPException
from pathlib import PurePosixPath
from threading import Event, Timer
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from generator import __version__
from generator.adding.addresses import checked, machines, shown, without_fragment
from generator.errors import ContentProblem, Place

if TYPE_CHECKING:
    from protego import Protego
    from urllib3 import BaseHTTPResponse
    from urllib3.connection import HTTPConnection

PRODUCT = "briefing-dossier"
ACCEPTED = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5"
KEPT_HEADERS = ("content-type", "last-modified", "etag", "content-language")
# What holds no article whatever is in it; everything else is judged by its content.
NO_ARTICLE_TYPES = ("image/", "video/", "audio/", "font/", "text/css", "text/javascript", "application/javascript")
REDIRECTS = frozenset({301, 302, 303, 307, 308})
ROBOTS_BYTES = 500 * 1024  # RFC 9309, section 2.5
LONGEST_PAUSE_SECONDS = 10.0
REMEDIES = {
    401: "log in with the browser, save the page and add the file",
    403: "save the page from the browser and add the file",
    404: "check the address; an archive of the web may have it",
    410: "an archive of the web may have it",
    429: "the site asks for fewer requests: try again later",
    451: "the page may not be shown here",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one address may take: seconds for each request, bytes, redirects; the pause between two requests."""

    seconds: float = 30.0
    content_bytes: int = 32 * 1024 * 1024
    redirects: int = 5
    pause_seconds: float = 1.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave. ``url`` is where the redirects ended, ``retrieved`` is EDTF in UTC."""

    asked: str
    url: str
    content: bytes = field(repr=False)
    headers: Mapping[str, str]
    retrieved: str

    @property
    def name(self) -> str:
        """The last part of the address's path."""
        return unquote(PurePosixPath(urlsplit(self.url).path).name).replace("/", "_") or "page.html"

    @property
    def remarks(self) -> tuple[str, ...]:
        """Facts of the request that are worth a comment."""
        found = [f"{name}: {self.headers[name]}" for name in KEPT_HEADERS if name in self.headers]
        if without_fragment(self.asked) != self.url:
            found.insert(0, f"asked for as {shown(self.asked)}")
        return tuple(found)


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: Mapping[str, str]
    content: bytes


class Fetcher:
    """Fetches the addresses of one run; remembers each site's robots.txt and when it was last asked."""

    def __init__(
        self,
        *,
        allow_private: bool = False,
        contact: str | None = None,
        limits: Limits | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        reachable = contact.encode("ascii", "ignore").decode().replace("(", "").replace(")", "") if contact else ""
        self._agent = f"{PRODUCT}/{__version__} (dossier add{f'; {shown(reachable)}' if reachable else ''})"
        self._allow_private = allow_private
        self._limits = limits or Limits()
        self._clock = clock
        self._robots: dict[str, Protego | None] = {}
        self._asked_at: dict[str, float] = {}

    def fetch(self, url: str) -> Fetched:
        """The page at an address. Raises ``ContentProblem`` that says what came instead of it."""
        try:
            return self._followed(url)
        except ContentProblem as problem:
            if problem.place.file == shown(url):
                raise
            fact = f"{problem.place.file}: {problem.fact}"  # it went wrong on the way that this address led
            raise ContentProblem(Place(shown(url)), fact, problem.remedy) from problem

    def _followed(self, url: str) -> Fetched:
        here, way = checked(url), [checked(url)]
        while True:
            self._allowed(here)
            answer = self._ask(here, self._limits.content_bytes)
            if answer.status not in REDIRECTS or not answer.headers.get("location"):
                break
            here = checked(urljoin(here, answer.headers["location"]))
            if here in way:
                raise ContentProblem(Place(shown(url)), "redirects in a circle", "open it in the browser and save it")
            way.append(here)
            if len(way) > self._limits.redirects + 1:
                fact = f"redirects more than {self._limits.redirects} times"
                raise ContentProblem(Place(shown(url)), fact, "open it in the browser and save it")
        self._fit(url, answer)
        kept = {name: value for name, value in answer.headers.items() if name in KEPT_HEADERS}
        moment = self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return Fetched(url, here, answer.content, kept, moment)

    def _fit(self, url: str, answer: _Answer) -> None:
        """Raise for an answer that is no page."""
        place = Place(shown(url))
        if answer.status not in (200, 203):
            remedy = REMEDIES.get(answer.status, "try again later" if answer.status >= 500 else "check the address")
            raise ContentProblem(place, f"the site answers {answer.status}", remedy)
        kind = answer.headers.get("content-type", "").split(";")[0].strip().lower()
        if kind.startswith(NO_ARTICLE_TYPES):
            raise ContentProblem(place, f"is no article but {kind}", "an article needs text: add its page")
        if not answer.content.strip():
            raise ContentProblem(place, "the site answers with an empty page", "open it in the browser and save it")

    def _allowed(self, url: str) -> None:
        """Raise for a machine that may not be asked, and for what the site's robots.txt asks programs not to fetch."""
        machines(url, allow_private=self._allow_private)
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._robots_of(site)
        robots = self._robots[site]
        if robots is not None and not robots.can_fetch(url, PRODUCT):
            fact = "the site's robots.txt asks programs not to fetch it"
            raise ContentProblem(Place(shown(url)), fact, "save the page from the browser and add the file")

    def _robots_of(self, site: str) -> Protego | None:
        """The site's rules (RFC 9309): none where it has no such file; unreachable ones forbid everything."""
        from protego import Protego

        here = f"{site}/robots.txt"
        for _ in range(self._limits.redirects + 1):
            answer = self._ask(here, ROBOTS_BYTES, for_robots=True)
            if answer.status not in REDIRECTS or not answer.headers.get("location"):
                break
            here = checked(urljoin(here, answer.headers["location"]))
        if answer.status == 200:
            return Protego.parse(answer.content.decode("utf-8-sig", "replace"))
        if answer.status >= 500 or answer.status == 429:
            fact = f"the site's robots.txt cannot be read (it answers {answer.status})"
            raise ContentProblem(Place(shown(site)), fact, "try again later, or save the page from the browser")
        return None

    def _ask(self, url: str, most_bytes: int, *, for_robots: bool = False) -> _Answer:
        """One request, with no redirect followed; one for robots.txt waits for nothing and may be cut."""
        from urllib3.exceptions import HTTPError

        place = Place(shown(url))
        numbers = machines(url, allow_private=self._allow_private)
        if not for_robots:
            self._wait(url)
        try:
            with self._answered(url, numbers) as (response, expired):
                content = self._content(response, place, most_bytes, cut=for_robots)
                if expired.is_set():
                    raise TimeoutError
                headers = {name.lower(): value for name, value in response.headers.items()}
                return _Answer(response.status, headers, content)
        except TimeoutError as error:
            raise self._too_slow(place) from error
        except (OSError, HTTPException, HTTPError, ValueError) as error:
            fact = f"the site cannot be reached or breaks off ({_reason(error)})"
            raise ContentProblem(place, fact, "try again later, or save the page from the browser") from error

    @contextmanager
    def _answered(self, url: str, numbers: tuple[str, ...]) -> Iterator[tuple[BaseHTTPResponse, Event]]:
        """The answer to a request whose connection is cut when the time is over."""
        from urllib3.exceptions import HTTPError

        parts = urlsplit(url)
        connection = _connected(url, numbers, self._limits.seconds)
        expired = Event()
        timer = Timer(self._limits.seconds, _cut, (connection.sock, expired))
        timer.daemon = True
        timer.start()
        response = None
        try:
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            headers = {"Host": parts.netloc, "User-Agent": self._agent, "Accept": ACCEPTED, "Accept-Encoding": "gzip"}
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

    def _content(self, response: BaseHTTPResponse, place: Place, most_bytes: int, *, cut: bool) -> bytes:
        coding = response.headers.get("content-encoding", "identity").lower()
        if coding not in ("identity", "gzip", "x-gzip", "deflate", ""):
            raise ContentProblem(place, f"is sent in a coding that was not asked for ({shown(coding)})")
        length = response.headers.get("content-length", "")
        too_large = ContentProblem(
            place, f"is larger than {_size(most_bytes)}, which no article is", "save what is needed of it and add that"
        )
        if not cut and length.isdigit() and int(length) > most_bytes:
            raise too_large
        found = bytearray()
        for chunk in response.stream(64 * 1024, decode_content=True):
            found += chunk
            if len(found) > most_bytes:
                if cut:
                    break
                raise too_large
        return bytes(found[:most_bytes])

    def _wait(self, url: str) -> None:
        """Pause between two requests to one site, as long as it asks for within reason."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        robots = self._robots.get(site)
        asked = robots.crawl_delay(PRODUCT) if robots else None
        pause = min(max(self._limits.pause_seconds, float(asked or 0)), LONGEST_PAUSE_SECONDS)
        last = self._asked_at.get(site)
        if last is not None and (left := last + pause - time.monotonic()) > 0:
            time.sleep(left)
        self._asked_at[site] = time.monotonic()

    def _too_slow(self, place: Place) -> ContentProblem:
        fact = f"the site did not finish its answer within {self._limits.seconds:g} seconds"
        return ContentProblem(place, fact, "try again later, or save the page from the browser")


def _connected(url: str, numbers: tuple[str, ...], seconds: float) -> HTTPConnection:
    """A connection to the first of the machines that answers; its certificate is held against the name."""
    from urllib3.connection import HTTPConnection, HTTPSConnection

    parts = urlsplit(url)
    host = (parts.hostname or "").strip("[]")
    failed: OSError | None = None
    for number in numbers:
        connection = (
            HTTPSConnection(number, parts.port or 443, timeout=seconds, server_hostname=host, assert_hostname=host)
            if parts.scheme == "https"
            else HTTPConnection(number, parts.port or 80, timeout=seconds)
        )
        try:
            connection.connect()
        except OSError as error:
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


def _reason(error: Exception) -> str:
    """The reason of a failed request in one line."""
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return shown(" ".join(str(reason).split()))[:160]


def _size(count: int) -> str:
    return f"{count // (1024 * 1024)} MB" if count >= 1024 * 1024 else f"{count // 1024} KB"
