"""How words are compared, and the ids that are made of them."""

from __future__ import annotations

import hashlib
import re
import unicodedata


def fold(text: str) -> str:
    """NFC with every run of white space made one space and none at the ends: how all quotes are compared."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def squeeze(text: str) -> str:
    """Letters and digits alone, case folded: how titles and names are compared, however a page sets them."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text)).casefold()


# What a reader does not see: soft hyphens and characters of no width
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def seen(text: str) -> str:
    """The text as it is seen: "Waffen\\u00adlieferungen" without its soft hyphen."""
    return text.translate(UNSEEN)


def stable_id(prefix: str, *parts: str) -> str:
    """``prefix-`` and twelve hexadecimal digits that depend on the parts alone (BLAKE2b, RFC 7693)."""
    digest = hashlib.blake2b("\x1f".join(parts).encode(), digest_size=6)
    return f"{prefix}-{digest.hexdigest()}"
