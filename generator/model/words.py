"""How words are compared, and the ids and names that are made of them."""

from __future__ import annotations

import hashlib
import re
import unicodedata


def fold(text: str) -> str:
    """NFC with every run of white space made one space and none at the ends: how all quotes are compared."""
    composed = unicodedata.normalize("NFC", text)
    if "  " not in composed and composed.isprintable():
        return composed.strip(" ")  # of all white space only the space is printable: nothing is to be folded
    return " ".join(composed.split())


def squeeze(text: str) -> str:
    """Letters and digits alone, case folded: how titles and names are compared, however a page sets them."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text)).casefold()


def ascii_slug(text: str) -> str:
    """Lower-case ASCII letters, digits and hyphens as near to a text as they come: "Straße 7" is strasse-7.

    Empty where the text has no letter or digit that resembles one of ASCII.
    """
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


# What a reader does not see: soft hyphens and characters of no width
UNSEEN = re.compile(
    "[\u00ad\u200b\u2060\ufeff]|(?<![\u0600-\u08ff\u0900-\u0dff\ufb50-\ufdff\ufe70-\ufefc])[\u200c\u200d]"
)


def seen(text: str) -> str:
    """The text as it is seen: "Waffen\\u00adlieferungen" without its soft hyphen, Persian with its joiners."""
    return UNSEEN.sub("", text)


def stable_id(prefix: str, *parts: str) -> str:
    """``prefix-`` and twelve hexadecimal digits that depend on the parts alone (BLAKE2b, RFC 7693)."""
    digest = hashlib.blake2b("\x1f".join(parts).encode(), digest_size=6)
    return f"{prefix}-{digest.hexdigest()}"
