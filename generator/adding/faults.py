"""Why a request failed, in words for whoever asked: what happened at which machine, and what can be done about it.

Takes the exception of whichever library gave up, gives fact and remedy; no name of a library's class is in them.
"""

from __future__ import annotations

import errno
import ssl
from collections.abc import Iterator
from http import HTTPStatus
from http.client import HTTPException, IncompleteRead
from urllib.parse import urlsplit

from generator.adding.addresses import shown

LATER = "try again later, or save the page from the browser and add the file"
CHECK = "check the address, its port too; if the browser opens it, save the page there and add the file"
NETWORK = "check the network of this machine, and try again"
CERTIFICATE = "look at it in the browser; if you trust the site, save the page there and add the file"
REMEDIES = {
    401: "log in with the browser, save the page and add the file",
    403: "save the page from the browser and add the file",
    404: "check the address; an archive of the web may have it",
    410: "an archive of the web may have it",
    429: "the site asks for fewer requests: try again later",
    451: "the page may not be shown here",
}
# What the system calls a machine or a network that it has no way to
WITHOUT_A_WAY = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN})

Fault = tuple[str, str]  # the fact, and the remedy


def fault_of(error: BaseException, url: str) -> Fault:
    """What went wrong on the way to an address, or in the middle of its answer."""
    from urllib3.exceptions import DecodeError

    causes = list(_causes(error))
    certificate = next((one for one in causes if isinstance(one, ssl.SSLCertVerificationError)), None)
    if certificate is not None:
        said = certificate.verify_message.removesuffix(".")  # "certificate has expired"
        return f"the site does not show that it is {_host(url)} ({said})", CERTIFICATE
    machine = _machine(url)
    known: tuple[tuple[tuple[type[BaseException], ...], Fault], ...] = (
        ((ssl.SSLError,), (f"{machine} does not answer as https is spoken", "check the address: http:// may be meant")),
        ((ConnectionRefusedError,), (f"{machine} refuses the connection: no web server answers there", CHECK)),
        ((TimeoutError,), (f"{machine} does not answer", LATER)),
        ((DecodeError,), ("the answer is damaged: it cannot be unpacked", LATER)),
        ((ConnectionError, IncompleteRead), (f"{machine} breaks off before its answer is complete", LATER)),
        ((HTTPException,), (f"{machine} answers, and not as web servers do", CHECK)),
    )
    if any(isinstance(one, OSError) and one.errno in WITHOUT_A_WAY for one in causes):
        return f"there is no way to {machine} from here", NETWORK
    found = (fault for kinds, fault in known if any(isinstance(one, kinds) for one in causes))
    return next(found, (f"{machine} cannot be reached, or its answer cannot be read", LATER))


def refusal_of(status: int) -> Fault:
    """What it means that a site answers with another status than that of a page."""
    try:
        phrase = f" ({HTTPStatus(status).phrase.lower()})"  # "not found"
    except ValueError:
        phrase = ""
    remedy = REMEDIES.get(status, "try again later" if status >= 500 else "check the address")
    return f"the site answers {status}{phrase}", remedy


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An exception and whatever it was raised from, or holds as its reason."""
    known: list[BaseException] = []
    waiting = [error]
    while waiting:
        one = waiting.pop()
        if not isinstance(one, BaseException) or any(one is other for other in known):
            continue
        known.append(one)
        yield one
        waiting += [one.__cause__, one.__context__, *(part for part in one.args if isinstance(part, BaseException))]


def _machine(url: str) -> str:
    """The machine and the port that were asked: "outlet.example, port 443,"."""
    return f"{_host(url)}, port {urlsplit(url).port or (443 if url.startswith('https:') else 80)},"


def _host(url: str) -> str:
    return shown(urlsplit(url).hostname or url)
