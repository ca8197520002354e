"""How likely each line of a text is body: a chain of four states over the evidence of the lines.

Takes the lines of a text (no blank ones) and its language; gives for every line the probability, between 0 and 1,
that it belongs to the article's body. A line is before the article, in its body, furniture inside it, or after it,
and the order of these states is fixed (Lafferty, McCallum and Pereira 2001, linear-chain conditional random field;
probabilities by the forward-backward algorithm). The weights stand in ``weights.toml``: for each name of evidence,
how much more than for body it speaks for the three other states. They were fitted to labelled page dumps of some sixty
outlets; the file holds no words of any of them. Time grows with the number of lines.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from generator.reading.lines.evidence import evidence

BEFORE, BODY, INSIDE, AFTER = range(4)
STATES = ("before", "body", "inside", "after")
Scores = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Weights:
    """``follows[state]`` holds the states that may stand before it with the factor of each step."""

    bias: Scores
    evidence: Mapping[str, Scores]
    steps: Mapping[tuple[int, int], float]


def body_likelihoods(lines: Sequence[str], language: str) -> list[float]:
    """For every line, in order, the probability that it is body. At least one line of a text is always likely."""
    if not lines:
        return []
    weights = _weights()
    factors = [_factors(names, weights) for names in evidence(lines, language)]
    forward = _forward(factors, weights.steps)
    backward = _backward(factors, weights.steps)
    found = []
    for ahead, behind in zip(forward, backward, strict=True):
        total = sum(a * b for a, b in zip(ahead, behind, strict=True))
        found.append(ahead[BODY] * behind[BODY] / total if total else 0.0)
    return found


def _factors(names: Sequence[str], weights: _Weights) -> Scores:
    before, body, inside, after = weights.bias
    for name in names:
        if (known := weights.evidence.get(name)) is not None:
            before += known[BEFORE]
            inside += known[INSIDE]
            after += known[AFTER]
    top = max(before, body, inside, after)
    return (math.exp(before - top), math.exp(body - top), math.exp(inside - top), math.exp(after - top))


def _forward(factors: Sequence[Scores], steps: Mapping[tuple[int, int], float]) -> list[Scores]:
    first = factors[0]
    current: Scores = (first[BEFORE], first[BODY], 0.0, 0.0)
    found = [current]
    for factor in factors[1:]:
        before = current[BEFORE] * steps[BEFORE, BEFORE]
        body = sum(current[state] * steps[state, BODY] for state in (BEFORE, BODY, INSIDE))
        inside = current[BODY] * steps[BODY, INSIDE] + current[INSIDE] * steps[INSIDE, INSIDE]
        after = current[BODY] * steps[BODY, AFTER] + current[AFTER] * steps[AFTER, AFTER]
        current = _scaled(before * factor[BEFORE], body * factor[BODY], inside * factor[INSIDE], after * factor[AFTER])
        found.append(current)
    return found


def _backward(factors: Sequence[Scores], steps: Mapping[tuple[int, int], float]) -> list[Scores]:
    current: Scores = (0.0, 1.0, 0.0, 1.0)
    found = [current]
    for factor in reversed(factors[1:]):
        before, body, inside, after = (value * weight for value, weight in zip(current, factor, strict=True))
        current = _scaled(
            before * steps[BEFORE, BEFORE] + body * steps[BEFORE, BODY],
            body * steps[BODY, BODY] + inside * steps[BODY, INSIDE] + after * steps[BODY, AFTER],
            inside * steps[INSIDE, INSIDE] + body * steps[INSIDE, BODY],
            after * steps[AFTER, AFTER],
        )
        found.append(current)
    found.reverse()
    return found


def _scaled(before: float, body: float, inside: float, after: float) -> Scores:
    total = before + body + inside + after or 1.0
    return (before / total, body / total, inside / total, after / total)


@cache
def _weights() -> _Weights:
    content = tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))
    steps = {
        (STATES.index(left), STATES.index(right)): math.exp(float(weight))
        for left, following in content["steps"].items()
        for right, weight in following.items()
    }
    known = {name: _four(three) for name, three in content["evidence"].items()}
    return _Weights(_four(content["bias"]["any"]), known, steps)


def _four(three: Sequence[float]) -> Scores:
    before, inside, after = three
    return (float(before), 0.0, float(inside), float(after))
