"""UTF-16 that no mark announces: which order its bytes have, if it is that.

Half of the bytes of an alphabet's text name its block of Unicode: 00 for Latin, 04 for Cyrillic, 0E for Thai. Text of
East Asian scripts is known by its characters, which all stand in few blocks when the order is right.
"""

from __future__ import annotations

from collections import Counter

from generator.reading.decoding.utf8 import is_utf8

ORDERS = ("utf-16-le", "utf-16-be")
SAMPLE_BYTES = 8_000
# The bytes that name blocks of alphabets, and the share that the two commonest of them have at least.
FIRST_NO_BLOCK, BLOCK_SHARE = 0x20, 0.85
BLOCKS = bytes(range(FIRST_NO_BLOCK))
# The share of a text in East Asian blocks and ASCII, in the right order and at most in the wrong one.
RIGHT_SHARE, WRONG_SHARE = 0.97, 0.9
EAST_ASIAN = ((0x2010, 0x2027), (0x3000, 0x30FF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xFF00, 0xFFEF))


def utf16_without_mark(content: bytes) -> str | None:
    """The byte order of UTF-16 without a mark of it; absent for every other text."""
    sample = content[:SAMPLE_BYTES]
    if len(sample) < 4:
        return None
    if _may_name_blocks(sample):
        halves = (sample[1::2], sample[::2])
        by_block = [order for order, high in zip(ORDERS, halves, strict=True) if _names_blocks(high)]
        if len(by_block) == 1:
            return by_block[0]
    return _by_characters(sample)


def _may_name_blocks(sample: bytes) -> bool:
    """Whether half of the bytes can name blocks at all: one look at every text, where counting bytes takes long."""
    return len(sample) - len(sample.translate(None, BLOCKS)) >= BLOCK_SHARE * (len(sample) // 2)


def _names_blocks(high: bytes) -> bool:
    """Whether bytes are those that name blocks of alphabets: hardly any others, and few different ones."""
    commonest = Counter(high).most_common(2)
    return sum(count for byte, count in commonest if byte < FIRST_NO_BLOCK) >= BLOCK_SHARE * len(high)


def _by_characters(sample: bytes) -> str | None:
    """The order in which nearly all characters are East Asian, line ends and ASCII, for bytes that are no UTF-8."""
    if b"\x00" not in sample or is_utf8(sample):
        return None
    shares = {order: _share(sample[: len(sample) // 2 * 2].decode(order, "replace")) for order in ORDERS}
    right = max(ORDERS, key=lambda order: shares[order])
    return right if shares[right] >= RIGHT_SHARE and min(shares.values()) <= WRONG_SHARE else None


def _share(text: str) -> float:
    """The share of characters in the blocks of East Asian scripts and ASCII."""
    known = sum(" " <= c <= "~" or c in "\t\r\n" or any(a <= ord(c) <= b for a, b in EAST_ASIAN) for c in text)
    return known / len(text)
