"""How likely each line of a text is body: a chain of six states over the evidence of the lines.

Takes the lines of a text (no blank ones) and its language; gives for every line the probability, between 0 and 1,
that it belongs to the article's body. A line is before the article, the first of it, further body, furniture inside
it, the first line after it, or after it, and the order of these states is fixed (Lafferty, McCallum and Pereira 2001,
linear-chain conditional random field; probabilities by the forward-backward algorithm). Before and after weigh the
same, so that a long menu says nothing of where the article is; only the two lines at its edges have evidence of their
own. The weights stand in ``weights.toml``: for each name of evidence, how much more than for body it speaks for
"outside", for "inside", for an article that begins here and for one that ended right above. They were fitted to
labelled page dumps of some sixty outlets; the file holds no words of any of them. Time grows with the number of lines.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from operator import itemgetter, mul
from types import MappingProxyType
from typing import NamedTuple

from generator.reading.lines.clear_prose import ClearLine
from generator.reading.lines.evidence import MENU_LINES, Evidence, evidence
from generator.reading.lines.shapes import Names

BEFORE, LEAD, BODY, INSIDE, END, AFTER = range(6)
STATES = ("before", "lead", "body", "inside", "end", "after")
COLUMNS = ("outside", "inside", "lead", "end")
# What is left of the likelihood of a line that is outside on the likeliest path
LIKELIEST_OUTSIDE = 0.39
Weight = tuple[float, float, float, float]
Scores = tuple[float, float, float, float, float, float]

# The factors of a line that is body without a closer look: such as the evidence of most lines like it gives
CLEAR: Scores = (6e-6, 1.0, 0.05, 5e-4, 5e-5, 6e-6)


class Steps(NamedTuple):
    """The factor of each step that leads from the state of one line to that of the next; there are no others."""

    stay_before: float
    to_lead: float
    lead_on: float
    lead_in: float
    lead_out: float
    on: float
    into: float
    out: float
    back: float
    stay_inside: float
    settle: float
    stay_after: float


# From which state to which, in the order of ``Steps``
STEPS = (
    (BEFORE, BEFORE),
    (BEFORE, LEAD),
    (LEAD, BODY),
    (LEAD, INSIDE),
    (LEAD, END),
    (BODY, BODY),
    (BODY, INSIDE),
    (BODY, END),
    (INSIDE, BODY),
    (INSIDE, INSIDE),
    (END, AFTER),
    (AFTER, AFTER),
)


@dataclass(frozen=True, slots=True)
class Weights:
    """For each name of evidence its four weights, and the steps between states."""

    bias: Weight
    evidence: Mapping[str, Weight]
    steps: Steps


def body_likelihoods(
    lines: Sequence[str], language: str, clear: Mapping[int, ClearLine] = MappingProxyType({})
) -> list[float]:
    """For every line, in order, the probability that it is body. At least one line of a text is always likely.

    ``clear`` are the lines that are the article's without a closer look.
    """
    if not lines:
        return []
    weights = _weights()
    factors = [
        CLEAR if number in clear else _factors(seen, weights)
        for number, seen in enumerate(evidence(lines, language, clear))
    ]
    forward = _forward(factors, weights.steps)
    backward = _backward(factors, weights.steps)
    likelihoods = []
    for ahead, behind in zip(forward, backward, strict=True):
        total = sum(map(mul, ahead, behind))
        likelihoods.append((ahead[LEAD] * behind[LEAD] + ahead[BODY] * behind[BODY]) / total if total else 0.0)
    first, last = _region(factors, weights.steps)
    return [
        value if first <= number <= last else min(value, LIKELIEST_OUTSIDE) for number, value in enumerate(likelihoods)
    ]


def _region(factors: Sequence[Scores], steps: Steps) -> tuple[int, int]:
    """The first and last line of the article on the likeliest path (Viterbi 1967).

    The many paths by which an article might go on into what stands below it outweigh the one that ends it in their
    sum, though none of them is likely by itself. Nothing else of the path is wanted: with each state goes the line at
    which the article began on the way to it, and none is gone back.
    """
    stay_before, to_lead, lead_on, lead_in, lead_out, on, into, out, back, stay_inside, settle, stay_after = steps
    before, lead, body, inside, end, after = factors[0][BEFORE], factors[0][LEAD], 0.0, 0.0, 0.0, 0.0
    body_since = inside_since = end_since = 0
    over = (0, -1)
    for number, own in enumerate(factors[1:], start=1):
        above = number - 1
        if end * settle >= after * stay_after:
            over = (end_since, above - 1)
        to_body = max((lead * lead_on, above), (body * on, body_since), (inside * back, inside_since))
        to_inside = max((lead * lead_in, above), (body * into, body_since), (inside * stay_inside, inside_since))
        to_end, end_since = max((lead * lead_out, above), (body * out, body_since))
        body_since, inside_since = to_body[1], to_inside[1]
        values = (
            before * stay_before * own[BEFORE],
            before * to_lead * own[LEAD],
            to_body[0] * own[BODY],
            to_inside[0] * own[INSIDE],
            to_end * own[END],
            max(end * settle, after * stay_after) * own[AFTER],
        )
        top = max(values) or 1.0
        before, lead, body, inside, end, after = [value / top for value in values]
    last = len(factors) - 1
    ways = ((lead, (last, last)), (body, (body_since, last)), (end, (end_since, last - 1)), (after, over))
    return max(ways, key=itemgetter(0))[1]


def _factors(seen: Evidence, weights: Weights) -> Scores:
    outside, inside, lead, end = map(sum, zip(weights.bias, *map(_weight, (seen.own, *seen.around)), strict=True))
    top = max(outside, outside + end, inside, lead, 0.0)
    outer = math.exp(outside - top)
    return (outer, math.exp(lead - top), math.exp(-top), math.exp(inside - top), math.exp(outside + end - top), outer)


@lru_cache(maxsize=MENU_LINES)
def _weight(names: Names) -> Weight:
    """The weights of a few names that stand together for many lines, added up."""
    speaking = filter(None, map(_weights().evidence.get, names))
    outside, inside, lead, end = map(sum, zip((0.0, 0.0, 0.0, 0.0), *speaking, strict=True))
    return (outside, inside, lead, end)


def _forward(factors: Sequence[Scores], steps: Steps) -> list[Scores]:
    stay_before, to_lead, lead_on, lead_in, lead_out, on, into, out, back, stay_inside, settle, stay_after = steps
    first = factors[0]
    current: Scores = (first[BEFORE], first[LEAD], 0.0, 0.0, 0.0, 0.0)
    found = [current]
    for factor in factors[1:]:
        before, lead, body, inside, end, after = current
        current = _scaled(
            before * stay_before * factor[BEFORE],
            before * to_lead * factor[LEAD],
            (lead * lead_on + body * on + inside * back) * factor[BODY],
            (lead * lead_in + body * into + inside * stay_inside) * factor[INSIDE],
            (lead * lead_out + body * out) * factor[END],
            (end * settle + after * stay_after) * factor[AFTER],
        )
        found.append(current)
    return found


def _backward(factors: Sequence[Scores], steps: Steps) -> list[Scores]:
    stay_before, to_lead, lead_on, lead_in, lead_out, on, into, out, back, stay_inside, settle, stay_after = steps
    current: Scores = (0.0, 1.0, 1.0, 0.0, 1.0, 1.0)
    found = [current]
    for factor in reversed(factors[1:]):
        before, lead, body, inside, end, after = map(mul, current, factor)
        current = _scaled(
            before * stay_before + lead * to_lead,
            body * lead_on + inside * lead_in + end * lead_out,
            body * on + inside * into + end * out,
            inside * stay_inside + body * back,
            after * settle,
            after * stay_after,
        )
        found.append(current)
    found.reverse()
    return found


def _scaled(before: float, lead: float, body: float, inside: float, end: float, after: float) -> Scores:
    total = (before + lead + body + inside + end + after) or 1.0
    return (before / total, lead / total, body / total, inside / total, end / total, after / total)


@cache
def _weights() -> Weights:
    content = tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))
    steps = Steps(*[math.exp(float(content["steps"][STATES[left]][STATES[right]])) for left, right in STEPS])
    known = {name: _four(row) for name, row in content["evidence"].items()}
    return Weights(_four(content["bias"]["any"]), known, steps)


def _four(row: Sequence[float]) -> Weight:
    outside, inside, lead, end = map(float, row)
    return (outside, inside, lead, end)
