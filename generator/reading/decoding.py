"""Bytes of a plain text become text: decoding, and the repairs that any reader would make.

Takes the bytes of a file and the encoding that somebody declared for it; gives NFC text with ``\\n`` as its only
line end, and one sentence for every repair. Promises: never fails, and changes nothing that it does not report,
apart from NFC.
"""

from __future__ import annotations

import unicodedata


def decode(content: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of ``content`` and the repairs that were made, one sentence each."""
    repairs: list[str] = []
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode(declared or "cp1252", errors="replace")
        repairs.append(f"read as {declared or 'cp1252'}")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text), tuple(repairs)
