"""Fit the weights by which an article is told from what stands around it (generator/reading/lines/weights.toml).

    python training/fit_line_weights.py GOLD [--write]

GOLD holds ``gold.jsonl`` (id, lang, labels: one digit a line, 0 furniture, 1 body, 2 title) and ``txt/<id>.txt``. A
sixth of the outlets at a time is set aside: the mean character F1 on texts whose outlet the weights never saw is
printed, with the lowest ones. With ``--write`` the weights are then fitted to everything and written, with no word of
the gold.

Dumps of imaginary outlets in 49 languages, invented for this, are always among the material: ``training/material``
("### language kind" above each; a line of the body begins with "+", a title with "="), and the readable cases of the
tests. They are many makes of pages in few lines, so that gold and cases count twice.

The model is the linear-chain conditional random field of generator/reading/lines/model.py, fitted by maximum
likelihood with a quadratic penalty (Adam on the exact gradient, expectations by forward-backward, all texts at once).
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from statistics import mean

import numpy as np
import numpy.typing as npt
from labelled_texts import Text, cases, gold_texts, invented, variants

from generator.reading.lines.model import AFTER, BEFORE, BODY, COLUMNS, END, INSIDE, LEAD, STATES, STEPS

Matrix = npt.NDArray[np.float64]

# How the four columns of weights (outside, inside, lead, end) make up the scores of the six states
SCORES = np.zeros((4, 6))
SCORES[0, [BEFORE, END, AFTER]] = 1
SCORES[[1, 2, 3], [INSIDE, LEAD, END]] = 1
BEGINS = np.array([1.0, 1.0, 0.0, 0.0, 0.0, 0.0])
ENDS = np.array([0.0, 1.0, 1.0, 0.0, 1.0, 1.0])
NEVER = -1e9
FEWEST_LINES = 8  # evidence seen in fewer lines of the material gets no weight
# Few lines are the first or the one after the last: what is said of them is believed less
PENALTIES = np.array([4.0, 4.0, 25.0, 25.0])
STEP_PENALTY = 0.2
ROUNDS = 90
STEP_SIZE = 0.15
LIKELY = 0.4
FOLDS = 6
SHOWN = 15
TWICE = 2
WEIGHTS = Path(__file__).parents[1] / "generator" / "reading" / "lines" / "weights.toml"


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights of evidence (rows; the last one is the bias) in four columns, and of the steps between the states."""

    names: tuple[str, ...]
    evidence: Matrix
    steps: Matrix


def main() -> None:
    """Measure on outlets set aside, a part at a time; write weights fitted to everything when asked."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    texts = list(gold_texts(chosen.gold))
    chance = random.Random(7)
    material = [variant for text in texts for variant in variants(text, chance)] * TWICE
    own_texts = [*invented(), *cases(), *cases()]
    own = [variant for text in own_texts for variant in variants(text, chance)]
    scores: dict[str, float] = {}
    for part in range(FOLDS):
        fitted = fit([text for text in material if _part_of(text.outlet) != part] + own)
        scores |= {t.name: _f1(t, likelihoods(t, fitted)) for t in texts if _part_of(t.outlet) == part}
    print(f"outlets set aside: {mean(scores.values()):.4f} ({len(scores)} texts)")  # noqa: T201 - a tool's output
    for name, score in sorted(scores.items(), key=lambda pair: pair[1])[:SHOWN]:
        print(f"  {score:.2f} {name}")  # noqa: T201 - a tool's output
    if chosen.write:
        WEIGHTS.write_text(_as_toml(fit(material + own)), encoding="utf-8")


def _part_of(outlet: str) -> int:
    """The part in which an outlet is set aside, by a hash of its name."""
    return int(sha256(outlet.encode()).hexdigest(), 16) % FOLDS


def fit(texts: Sequence[Text]) -> Fitted:
    """Weights that make the labels of the texts most likely, large ones penalised."""
    texts = sorted(texts, key=lambda text: -len(text.lines))
    counts = Counter(name for text in texts for seen in text.seen for name in set(seen))
    names = tuple(sorted(name for name, count in counts.items() if count >= FEWEST_LINES))
    rows = np.concatenate([_matrix(text, names) for text in texts])
    states = [_states(text.labels) for text in texts]
    # A long text counts more, but not by its length
    weight = np.array([7.5 / len(text.lines) ** 0.5 for text in texts])
    gold, gold_steps, row_weight = _wanted(states, weight)
    weights, steps = np.zeros((len(names) + 1, 4)), np.zeros((6, 6))
    moments = [np.zeros_like(each) for each in (weights, weights, steps, steps)]
    allowed = _allowed()
    for round_number in range(1, ROUNDS + 1):
        scores = (rows @ weights) @ SCORES
        expected, expected_steps = _expectations(scores, [len(s) for s in states], steps + allowed, weight)
        scale = row_weight.sum() / 100
        missing = ((gold - expected) * row_weight[:, None]) @ SCORES.T
        slope = (rows.T @ missing - PENALTIES * weights) / scale
        slope_steps = np.where(allowed < 0, 0.0, gold_steps - expected_steps - STEP_PENALTY * steps) / scale
        size = STEP_SIZE if round_number < 0.6 * ROUNDS else 0.3 * STEP_SIZE
        weights = weights + size * _adam(slope, moments, 0, round_number)
        steps = steps + size * _adam(slope_steps, moments, 2, round_number)
    return Fitted(names, weights, steps)


def likelihoods(text: Text, fitted: Fitted) -> Matrix:
    """For each line the probability that it is body."""
    scores = (_matrix(text, fitted.names) @ fitted.evidence) @ SCORES
    expected, _ = _expectations(scores, [len(text.lines)], fitted.steps + _allowed(), np.ones(1))
    body: Matrix = expected[:, LEAD] + expected[:, BODY]
    return body


def _states(labels: str) -> list[int]:
    first, last = labels.index("1"), labels.rindex("1")
    return [
        BEFORE
        if n < first
        else LEAD
        if n == first
        else END
        if n == last + 1
        else AFTER
        if n > last
        else BODY
        if label == "1"
        else INSIDE
        for n, label in enumerate(labels)
    ]


def _matrix(text: Text, names: Sequence[str]) -> Matrix:
    column = {name: number for number, name in enumerate(names)}
    found = np.zeros((len(text.seen), len(names) + 1))
    found[:, -1] = 1
    for number, seen in enumerate(text.seen):
        found[number, [column[name] for name in seen if name in column]] = 1
    return found


def _wanted(states: Sequence[Sequence[int]], weight: Matrix) -> tuple[Matrix, Matrix, Matrix]:
    """What the labels say: the state of each line, weighted steps between states, the weight of each line."""
    flat = [state for text in states for state in text]
    gold, steps = np.eye(6)[flat], np.zeros((6, 6))
    for text, share in zip(states, weight, strict=True):
        for one, next_one in pairwise(text):
            steps[one, next_one] += share
    return gold, steps, np.repeat(weight, [len(text) for text in states])


def _allowed() -> Matrix:
    allowed = np.full((6, 6), NEVER)
    for step in STEPS:
        allowed[step] = 0
    return allowed


def _expectations(scores: Matrix, lengths: Sequence[int], steps: Matrix, weight: Matrix) -> tuple[Matrix, Matrix]:
    """Forward-backward over all texts (longest first): the probability of each state, expected weighted steps."""
    longest, texts = max(lengths), len(lengths)
    padded = np.zeros((texts, longest, 6))
    inside = np.arange(longest)[None] < np.array(lengths)[:, None]
    padded[inside] = scores
    factor = np.exp(padded - padded.max(2, keepdims=True))
    move = np.exp(np.clip(steps, -50, 50))
    ahead, scale = np.zeros_like(factor), np.ones((texts, longest))
    for at in range(longest):
        active = int(inside[:, at].sum())
        reached = factor[:active, at] * (BEGINS if at == 0 else ahead[:active, at - 1] @ move)
        scale[:active, at] = reached.sum(1) + 1e-300
        ahead[:active, at] = reached / scale[:active, at, None]
    back = np.zeros_like(factor)
    last = np.array(lengths) - 1
    back[np.arange(texts), last] = ENDS / (ahead[np.arange(texts), last] @ ENDS + 1e-300)[:, None]
    expected_steps = np.zeros((6, 6))
    for at in range(longest - 1, 0, -1):
        active = int(inside[:, at].sum())
        coming = factor[:active, at] * back[:active, at] / scale[:active, at, None]
        expected_steps += ahead[:active, at - 1].T @ (coming * weight[:active, None])
        ending = last[:active] == at - 1
        back[:active, at - 1] = np.where(ending[:, None], back[:active, at - 1], coming @ move.T)
    return (ahead * back)[inside], expected_steps * move


def _adam(slope: Matrix, moments: list[Matrix], first: int, round_number: int) -> Matrix:
    """The direction of a step (Kingma and Ba 2015); ``moments`` at ``first`` and after are brought up to date."""
    moments[first] = 0.9 * moments[first] + 0.1 * slope
    moments[first + 1] = 0.99 * moments[first + 1] + 0.01 * slope * slope
    mean_slope = moments[first] / (1 - 0.9**round_number)
    return mean_slope / (np.sqrt(moments[first + 1] / (1 - 0.99**round_number)) + 1e-6)


def _f1(text: Text, likelihood: Matrix) -> float:
    kept = likelihood > LIKELY
    pairs = [
        (len(line), label == "1", bool(keep))
        for line, label, keep in zip(text.lines, text.labels, kept, strict=True)
        if label != "2"
    ]
    right = sum(size for size, wanted, keep in pairs if wanted and keep)
    return 2 * right / max(1, sum(size * (wanted + keep) for size, wanted, keep in pairs))


def _as_toml(fitted: Fitted) -> str:
    head = WEIGHTS.read_text(encoding="utf-8").split("[steps]")[0] if WEIGHTS.is_file() else ""
    steps = [
        f"{STATES[state]} = {{ "
        + ", ".join(f"{STATES[b]} = {fitted.steps[a, b]:.2f}" for a, b in STEPS if a == state)
        + " }"
        for state in range(len(STATES))
    ]
    bias = ", ".join(f"{weight:.2f}" for weight in fitted.evidence[-1])
    rows = [
        f'"{name}" = [{", ".join(f"{weight:.2f}" for weight in row)}]'
        for name, row in zip(fitted.names, fitted.evidence[:-1], strict=True)
        if np.abs(row).max() >= 0.05
    ]
    columns = ", ".join(COLUMNS)
    return (
        head
        + "\n".join(["[steps]", *steps, "", f"# {columns}", "[bias]", f"any = [{bias}]", "", "[evidence]", *rows])
        + "\n"
    )


if __name__ == "__main__":
    main()
