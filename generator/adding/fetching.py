"""Pages from the web, politely: robots.txt is honoured, the program says its name, and nothing goes on for ever.

Takes an address, gives its bytes as they came, with the time and the headers worth keeping. Every machine that a
request goes to, after each redirect too, is one of the open internet unless private ones are allowed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from generator import __version__
from generator.adding.addresses import checked, machines, shown, without_fragment
from generator.adding.asking import Answer, ask
from generator.adding.faults import LATER, refusal_of
from generator.errors import ContentProblem, Place

if TYPE_CHECKING:
    from protego import Protego

PRODUCT = "briefing-dossier"
KEPT_HEADERS = ("content-type", "last-modified", "etag", "content-language")
# What holds no article whatever is in it; everything else is judged by its content.
NO_ARTICLE_TYPES = ("image/", "video/", "audio/", "font/", "text/css", "text/javascript", "application/javascript")
REDIRECTS = frozenset({301, 302, 303, 307, 308})
ROBOTS = "/robots.txt"
ROBOTS_BYTES = 500 * 1024  # RFC 9309, section 2.5
LONGEST_PAUSE_SECONDS = 10.0
OPEN = "open it in the browser, save the page and add the file"


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
        self._robots: dict[str, Protego | ContentProblem | None] = {}
        self._asked_at: dict[str, float] = {}

    def fetch(self, url: str) -> Fetched:
        """The page at an address. Raises ``ContentProblem`` that says what came instead of it."""
        try:
            return self._followed(url)
        except ContentProblem as problem:
            where = problem.place.file
            if where == shown(url):
                raise
            own = where.removesuffix(ROBOTS) == shown(_site(url))
            fact = problem.fact if own else f"{where}: {problem.fact}"  # it went wrong on the way that this address led
            raise ContentProblem(Place(shown(url)), fact, problem.remedy) from problem

    def _followed(self, url: str) -> Fetched:
        here, way = checked(url), [checked(url)]
        while True:
            self._allowed(here)
            self._wait(here)
            answer = self._ask(here, self._limits.content_bytes)
            if answer.status not in REDIRECTS or not answer.headers.get("location"):
                break
            here = checked(urljoin(here, answer.headers["location"]))
            if here in way:
                raise ContentProblem(Place(shown(url)), "redirects in a circle", OPEN)
            way.append(here)
            if len(way) > self._limits.redirects + 1:
                fact = f"redirects more than {self._limits.redirects} times"
                raise ContentProblem(Place(shown(url)), fact, OPEN)
        self._fit(url, answer)
        kept = {name: value for name, value in answer.headers.items() if name in KEPT_HEADERS}
        moment = self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return Fetched(url, here, answer.content, kept, moment)

    def _fit(self, url: str, answer: Answer) -> None:
        """Raise for an answer that is no page."""
        place = Place(shown(url))
        if answer.status not in (200, 203):
            raise ContentProblem(place, *refusal_of(answer.status))
        kind = answer.headers.get("content-type", "").split(";")[0].strip().lower()
        if kind.startswith(NO_ARTICLE_TYPES):
            raise ContentProblem(place, f"is no article but {kind}", "an article needs text: add its page")
        if not answer.content.strip():
            raise ContentProblem(place, "the site answers with an empty page", OPEN)

    def _allowed(self, url: str) -> None:
        """Raise for a machine that may not be asked, and for what the site's robots.txt asks programs not to fetch."""
        machines(url, allow_private=self._allow_private)
        site = _site(url)
        if site not in self._robots:
            self._robots[site] = self._robots_of(site)
        robots = self._robots[site]
        if isinstance(robots, ContentProblem):
            raise robots
        if robots is not None and not robots.can_fetch(url, PRODUCT):
            fact = "the site's robots.txt asks programs not to fetch it"
            raise ContentProblem(Place(shown(url)), fact, "save the page from the browser and add the file")

    def _robots_of(self, site: str) -> Protego | ContentProblem | None:
        """The site's rules (RFC 9309): none where it has no such file; unreachable ones forbid everything."""
        from protego import Protego

        here = site + ROBOTS
        try:
            for _ in range(self._limits.redirects + 1):
                answer = self._ask(here, ROBOTS_BYTES, cut=True)
                if answer.status not in REDIRECTS or not answer.headers.get("location"):
                    break
                here = checked(urljoin(here, answer.headers["location"]))
        except ContentProblem as problem:
            return problem
        if answer.status == 200:
            return Protego.parse(answer.content.decode("utf-8-sig", "replace"))
        if answer.status >= 500 or answer.status == 429:
            fact = f"the site's robots.txt cannot be read (it answers {answer.status}): it may forbid to fetch the page"
            return ContentProblem(Place(shown(site)), fact, LATER)
        return None

    def _ask(self, url: str, most_bytes: int, *, cut: bool = False) -> Answer:
        numbers = machines(url, allow_private=self._allow_private)
        return ask(url, numbers, self._agent, self._limits.seconds, most_bytes, cut=cut)

    def _wait(self, url: str) -> None:
        """Pause between two requests to one site, as long as it asks for within reason."""
        site = _site(url)
        robots = self._robots.get(site)
        asked = None if robots is None or isinstance(robots, ContentProblem) else robots.crawl_delay(PRODUCT)
        pause = min(max(self._limits.pause_seconds, float(asked or 0)), LONGEST_PAUSE_SECONDS)
        last = self._asked_at.get(site)
        if last is not None and (left := last + pause - time.monotonic()) > 0:
            time.sleep(left)
        self._asked_at[site] = time.monotonic()


def _site(url: str) -> str:
    """Scheme, machine and port of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
