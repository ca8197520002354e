"""What is seen of a line does not depend on the short cuts by which most marks are seen to be absent."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.reading.lines.evidence import evidence
from generator.reading.marks import (
    ADDRESS,
    CLOCK,
    CREDIT_CHARS,
    CREDITED,
    DATE,
    MONEY,
    QUOTATION,
    RIGHTS,
    SEPARATORS,
    YEAR,
)

MARKS = {
    "clock": CLOCK,
    "date": DATE,
    "money": MONEY,
    "quotation": QUOTATION,
    "rights": RIGHTS,
    "separator": SEPARATORS,
    "year": YEAR,
}
PIECES = (
    *("word", "Wörter", "1", "24", "2024", "9:15", "14h02", "1.1.24", "3月1日", "2025-08-11", "٣", ".", ",", ":", "/"),
    *("(c)", "(C)", "©", "COPYRİGHT", "copyright", "$5", "5 €", "„", "»", "«", "|", "–", "-", "(", ")", "[", "]"),
    *("www.", "a@b.de", "https://x", "name.de", "name.dex", "日本", "。", "!", "A", "x"),
)
lines = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).flatmap(
    lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)])
)


@given(lines)
def test_a_mark_is_seen_wherever_its_pattern_stands(line: str) -> None:
    seen = {name.partition(":")[0] for name in evidence([line], "de")[0].own}
    for name, pattern in MARKS.items():
        assert (name in seen) == (pattern.search(line) is not None), name
    assert ("address" in seen) == ("." in line and ADDRESS.search(line) is not None)
    assert ("credited" in seen) == (CREDITED.search(line[-CREDIT_CHARS:]) is not None)


@given(lines)
def test_a_line_is_glued_where_a_stop_or_a_capital_stands_inside(line: str) -> None:
    from generator.reading.phrases import JOINT

    apart = (re.compile(r"[A-ZÄÖÜ](?<=[^\W_A-ZÄÖÜ].)"), re.compile(r"[.!?]\w"))
    assert (JOINT.search(line) is not None) == any(pattern.search(line) is not None for pattern in apart)
