"""Counts that later reports replace: 12 dead on Monday and 15 on Tuesday are one toll that rose, no contradiction.

Takes the number of each side of a conflict and its reports. Only what goes on after the event develops: the dead and
the injured are found, people are arrested and brought to safety, the missing turn up. Reports of one day that differ,
and a later report with an older number, contradict each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.analysis.agreement.claims import Claim
from generator.analysis.agreement.counted import Quantity
from generator.analysis.agreement.rejected import replaced_by
from generator.edtf import earliest, latest

COUNTED_ON = frozenset({"dead", "ill", "injured", "arrested", "evacuated"})
CHANGING = COUNTED_ON | {"missing"}
"""Kinds (keys of ``[counted.kinds]``) of which later reports count more, or, of the missing, another number."""


def is_development(counts: Sequence[Quantity], sides: Sequence[Sequence[Claim]]) -> bool:
    """Whether every side is of later days than the one before and counts on; sides stand earliest report first."""
    kinds = {count.kind for count in counts} - {None}
    if len(kinds) != 1 or not kinds <= CHANGING:
        return False
    goes_on = kinds <= COUNTED_ON
    return all(
        _is_before(earlier, later) and (0 < one.low < other.low or not goes_on)
        for (one, earlier), (other, later) in pairwise(zip(counts, sides, strict=True))
    )


def is_correction(sides: Sequence[Sequence[Claim]]) -> bool:
    """Whether the last of two sides says that the number of the first is wrong, and is not the older report."""
    if len(sides) != 2:
        return False
    earlier, later = sides
    rejects = any(replaced_by(one.quantities, its.quantities, its.rejected) for one in earlier for its in later)
    return rejects and not _is_before(later, earlier)


def _is_before(earlier: Sequence[Claim], later: Sequence[Claim]) -> bool:
    """Whether the reports of one side are of days before those of the other; an update is a report.

    One without a date goes with the others of its side; where no report of a side has one, nothing is known.
    """
    ends = [end for claim in earlier if (end := latest(claim.updated or claim.published)) is not None]
    begins = [begin for claim in later if (begin := earliest(claim.updated or claim.published)) is not None]
    return bool(ends and begins) and max(ends) < min(begins)
