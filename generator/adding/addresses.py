"""Addresses: which two are the same, which may be fetched, and which machines they lead to.

A machine is named by a number that is looked up once and then connected to, so that a name cannot lead to another
machine between the check and the request.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from generator.errors import ContentProblem, Place

# Parameters that count readers and name no article: "utm_source", "fbclid", "wt_mc"
COUNTING = re.compile(r"(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|wt_mc|at_medium|at_campaign|xtor)", re.IGNORECASE)
# A front page or the page of a section: "/", "/index.html", "/home", "/de/"
FRONT = re.compile(r"/?(?:[a-z]{2}(?:-[a-z]{2})?/?)?(?:(?:index|home|default)(?:\.\w{2,5})?)?/?", re.IGNORECASE)
# How the hosts of one site begin: "www.outlet.example", "m.outlet.example"
SMALL_SCREENS = re.compile(r"^(?:(?:www\d?|m|mobile|mobil|amp)\.)+")
ADDRESS_START = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)  # "https://", "ftp://"
WEB = ("http", "https")
# Ranges of IPv6 in which an IPv4 address is written: NAT64 (RFC 6052), its local form (RFC 8215)
TRANSLATED = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_address(thing: str) -> bool:
    """Whether an argument is an address rather than a path."""
    return ADDRESS_START.match(thing) is not None


def is_same_site(url: str, other: str) -> bool:
    """Whether two addresses are of one site: editions for small screens and sections have hosts of their own."""
    one, two = (SMALL_SCREENS.sub("", (urlsplit(each).hostname or "").lower()) for each in (url, other))
    shorter, longer = sorted((one, two), key=len)
    return bool(shorter) and (one == two or ("." in shorter and longer.endswith(f".{shorter}")))


def is_front_page(url: str) -> bool:
    """Whether an address leads to a front page or to that of a section: "/", "/index.html", "/home", "/de/"."""
    parts = urlsplit(url)
    return FRONT.fullmatch(parts.path) is not None and not parts.query


def without_fragment(url: str) -> str:
    """The address as it is asked for and stored."""
    return url.split("#", 1)[0]


def key_of_address(url: str) -> str:
    """Equal for two spellings of one address: scheme, ``www.``, fragment, end stroke and counting do not matter."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower().removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return url
    fields = parse_qsl(parts.query, keep_blank_values=True)
    asked = [(name, value) for name, value in fields if not COUNTING.fullmatch(name)]
    return urlunsplit(("", host + port, parts.path.rstrip("/"), urlencode(sorted(asked)), ""))


def checked(url: str) -> str:
    """The address in its normal form. Raises ``ContentProblem`` for what is not fetched whoever asks."""
    from urllib3.exceptions import LocationParseError
    from urllib3.util import parse_url

    place = Place(shown(url))
    try:
        parts = parse_url(without_fragment(url.strip()))
    except LocationParseError as error:
        raise ContentProblem(place, "is not an address", "copy it again from the browser") from error
    if parts.scheme not in WEB or not parts.host:
        raise ContentProblem(place, "only http and https addresses are fetched", "save the file and add it by its path")
    if parts.auth:
        fact = "carries a user name or password, which would be stored with it"
        raise ContentProblem(place, fact, "save the page from the browser and add the file")
    return str(parts.url)


def machines(url: str, *, allow_private: bool) -> tuple[str, ...]:
    """The numeric addresses behind a checked address, in the system's order.

    Raises ``ContentProblem`` where the name is unknown or, unless allowed, leads to a machine of one's own network.
    """
    parts = urlsplit(url)
    host, port = (parts.hostname or "").strip("[]"), parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        fact, remedy = (
            f'there is no machine of the name "{shown(host)}"',
            "check the spelling of the address, and the network",
        )
        if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:
            fact, remedy = f'the name "{shown(host)}" cannot be looked up now', "check the network, and try again"
        raise ContentProblem(Place(shown(url)), fact, remedy) from error
    numbers = tuple(dict.fromkeys(str(entry[4][0]).split("%", 1)[0] for entry in found))
    private = [number for number in numbers if not is_public(ipaddress.ip_address(number))]
    if private and not allow_private:
        fact = f"leads to {private[0]}, an address of this machine or its own network"
        raise ContentProblem(Place(shown(url)), fact, "if that is meant, say --allow-private")
    return numbers


def is_public(address: IPAddress) -> bool:
    """Whether an address is one of the open internet, also where another is written inside it."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and any(address in network for network in TRANSLATED):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def shown(text: str) -> str:
    """A path or address in a message: no characters that would break the line, no password."""
    bare = re.sub(r"(?<=://)[^/@\s]*@", "…@", text)  # "https://name:word@host/" is shown as "https://…@host/"
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in bare)
