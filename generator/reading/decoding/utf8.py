"""UTF-8, which hardly any other bytes can be taken for."""

from __future__ import annotations


def is_utf8(sample: bytes) -> bool:
    """Whether bytes are UTF-8, a character cut off at the end apart."""
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(sample) - 3
    return True
