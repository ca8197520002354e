"""Fit the weights by which an article is told from what stands around it (generator/reading/lines/weights.toml).

    python training/fit_line_weights.py GOLD [--write]

GOLD holds ``gold.jsonl`` (id, lang, labels: one digit a line, 0 furniture, 1 body, 2 title) and ``txt/<id>.txt``. A
third of the outlets, chosen by a fixed seed, is set aside first: the mean character F1 on it is printed, from weights
that never saw it. With ``--write`` the weights are then fitted to everything and written, with no word of the gold.

The model is the linear-chain conditional random field of generator/reading/lines/model.py, fitted by maximum
likelihood with a quadratic penalty (Adam on the exact gradient, expectations by forward-backward, all texts at once).
Each text also stands in the material without most of its furniture, cut short and bare, because an editor pastes
clean texts too.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import mean

import numpy as np
import numpy.typing as npt

from generator.reading.lines.evidence import evidence
from generator.reading.lines.model import STATES

Matrix = npt.NDArray[np.float64]

BEFORE, BODY, INSIDE, AFTER = range(4)
STEPS = (
    (BEFORE, BEFORE),
    (BEFORE, BODY),
    (BODY, BODY),
    (BODY, INSIDE),
    (BODY, AFTER),
    (INSIDE, INSIDE),
    (INSIDE, BODY),
    (AFTER, AFTER),
)
NEVER = -1e9
FEWEST_LINES = 8  # evidence seen in fewer lines of the material gets no weight
PENALTY = 2.0
ROUNDS = 90
STEP_SIZE = 0.15
LIKELY = 0.45
WEIGHTS = Path(__file__).parents[1] / "generator" / "reading" / "lines" / "weights.toml"


@dataclass(frozen=True, slots=True)
class Text:
    """The lines of a text that are not blank, their labels, and what is seen of each line."""

    outlet: str
    lines: tuple[str, ...]
    labels: str
    seen: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights of evidence (rows; the last one is the bias) for the four states, and of the steps between them."""

    names: tuple[str, ...]
    evidence: Matrix
    steps: Matrix


def main() -> None:
    """Measure on the outlets set aside; write weights fitted to everything when asked."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    texts = list(_texts(chosen.gold))
    outlets = sorted({text.outlet for text in texts})
    aside = set(random.Random(20261122).sample(outlets, len(outlets) // 3))
    chance = random.Random(7)
    material = [(text.outlet, variant) for text in texts for variant in _variants(text, chance)]
    fitted = fit([variant for outlet, variant in material if outlet not in aside])
    for name, group in (
        ("worked on", [t for t in texts if t.outlet not in aside]),
        ("set aside", [t for t in texts if t.outlet in aside]),
    ):
        print(f"{name}: {mean(_f1(text, likelihoods(text, fitted)) for text in group):.4f} ({len(group)} texts)")  # noqa: T201 - a tool's output
    if chosen.write:
        WEIGHTS.write_text(_as_toml(fit([variant for _, variant in material])), encoding="utf-8")


def fit(texts: Sequence[Text]) -> Fitted:
    """Weights that make the labels of the texts most likely, large ones penalised."""
    texts = sorted(texts, key=lambda text: -len(text.lines))
    counts = Counter(name for text in texts for seen in text.seen for name in set(seen))
    names = tuple(sorted(name for name, count in counts.items() if count >= FEWEST_LINES))
    rows = np.concatenate([_matrix(text, names) for text in texts])
    states = [_states(text.labels) for text in texts]
    weight = np.array(
        [7.5 / len(text.lines) ** 0.5 for text in texts]
    )  # a long text counts more, but not by its length
    gold, gold_steps, row_weight = _wanted(states, weight)
    weights, steps = np.zeros((len(names) + 1, 4)), np.zeros((4, 4))
    moments = [np.zeros_like(each) for each in (weights, weights, steps, steps)]
    allowed = _allowed()
    for round_number in range(1, ROUNDS + 1):
        expected, expected_steps = _expectations(rows @ weights, [len(s) for s in states], steps + allowed, weight)
        scale = row_weight.sum() / 100
        slope = (rows.T @ ((gold - expected) * row_weight[:, None]) - PENALTY * weights) / scale
        slope_steps = np.where(allowed < 0, 0.0, gold_steps - expected_steps - 0.1 * PENALTY * steps) / scale
        size = STEP_SIZE if round_number < 0.6 * ROUNDS else 0.3 * STEP_SIZE
        weights = weights + size * _adam(slope, moments, 0, round_number)
        steps = steps + size * _adam(slope_steps, moments, 2, round_number)
    return Fitted(names, weights - weights[:, [BODY]], steps)


def likelihoods(text: Text, fitted: Fitted) -> Matrix:
    """For each line the probability that it is body."""
    scores = _matrix(text, fitted.names) @ fitted.evidence
    expected, _ = _expectations(scores, [len(text.lines)], fitted.steps + _allowed(), np.ones(1))
    return expected[:, BODY]


def _texts(gold: Path) -> Iterator[Text]:
    for row in map(json.loads, (gold / "gold.jsonl").read_text(encoding="utf-8").splitlines()):
        lines = (gold / "txt" / f"{row['id']}.txt").read_text(encoding="utf-8").split("\n")
        kept = [(line, label) for line, label in zip(lines, row["labels"], strict=False) if line.strip()]
        outlet = row["id"].rsplit("_", 3)[0]
        yield _text(outlet, row["lang"], [line for line, _ in kept], "".join(label for _, label in kept))


def _text(outlet: str, language: str, lines: Sequence[str], labels: str) -> Text:
    return Text(outlet, tuple(lines), labels, tuple(tuple(seen) for seen in evidence(lines, language)))


def _variants(text: Text, chance: random.Random) -> Iterator[Text]:
    """The text itself; twice with little furniture left; four times bare and cut short."""
    yield text
    body = [number for number, label in enumerate(text.labels) if label == "1"]
    first, last = body[0], body[-1]
    for _ in range(2):
        start, end = max(0, first - chance.choice([0, 1, 2, 3, 5, 8])), last + 1 + chance.choice([0, 0, 1, 2, 4, 8])
        bare = chance.random() < 0.5
        yield from _part(
            text,
            [
                n
                for n in range(start, min(end, len(text.labels)))
                if not bare or text.labels[n] == "1" or not first <= n <= last or chance.random() > 0.7
            ],
        )
    prose = [number for number in body if len(text.lines[number]) >= 60] or body
    title = [number for number in range(first) if text.labels[number] == "2"][-1:]
    for way in range(4):
        most = chance.choice([1, 2, 3, 4, 6, 10, 40])
        start = 0 if way % 2 == 0 else chance.randrange(max(1, len(prose) - most))
        kept = (prose if way == 0 else [number for number in body if number >= prose[start]])[:most]
        above = list(range(max(0, first - 4), first)) if way == 2 else []
        below = list(range(last + 1, min(len(text.labels), last + 1 + chance.choice([1, 3, 6])))) if way == 3 else []
        yield from _part(text, sorted({*above, *(title if way != 1 else []), *kept, *below}))


def _part(text: Text, numbers: Sequence[int]) -> Iterator[Text]:
    labels = "".join(text.labels[number] for number in numbers)
    if "1" in labels:
        yield _text(text.outlet, "und", [text.lines[number] for number in numbers], labels)


def _states(labels: str) -> list[int]:
    first, last = labels.index("1"), labels.rindex("1")
    return [
        BEFORE if n < first else AFTER if n > last else BODY if label == "1" else INSIDE
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
    gold, steps = np.eye(4)[flat], np.zeros((4, 4))
    for text, share in zip(states, weight, strict=True):
        for one, next_one in pairwise(text):
            steps[one, next_one] += share
    return gold, steps, np.repeat(weight, [len(text) for text in states])


def _allowed() -> Matrix:
    allowed = np.full((4, 4), NEVER)
    for step in STEPS:
        allowed[step] = 0
    return allowed


def _expectations(scores: Matrix, lengths: Sequence[int], steps: Matrix, weight: Matrix) -> tuple[Matrix, Matrix]:
    """Forward-backward over all texts (longest first): the probability of each state, expected weighted steps."""
    longest, texts = max(lengths), len(lengths)
    padded = np.zeros((texts, longest, 4))
    inside = np.arange(longest)[None] < np.array(lengths)[:, None]
    padded[inside] = scores
    factor = np.exp(padded - padded.max(2, keepdims=True))
    move = np.exp(np.clip(steps, -50, 50))
    ahead, scale = np.zeros_like(factor), np.ones((texts, longest))
    begins = np.array([1.0, 1.0, 0.0, 0.0])
    for at in range(longest):
        active = int(inside[:, at].sum())
        reached = factor[:active, at] * (begins if at == 0 else ahead[:active, at - 1] @ move)
        scale[:active, at] = reached.sum(1) + 1e-300
        ahead[:active, at] = reached / scale[:active, at, None]
    ends = np.array([0.0, 1.0, 0.0, 1.0])
    back = np.zeros_like(factor)
    last = np.array(lengths) - 1
    back[np.arange(texts), last] = ends / (ahead[np.arange(texts), last] @ ends)[:, None]
    expected_steps = np.zeros((4, 4))
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
    shown = (BEFORE, INSIDE, AFTER)
    head = WEIGHTS.read_text(encoding="utf-8").split("[steps]")[0] if WEIGHTS.is_file() else ""
    steps = [
        f"{STATES[state]} = {{ "
        + ", ".join(f"{STATES[b]} = {fitted.steps[a, b]:.2f}" for a, b in STEPS if a == state)
        + " }"
        for state in range(4)
    ]
    bias = ", ".join(f"{fitted.evidence[-1, state]:.2f}" for state in shown)
    rows = [
        f'"{name}" = [{", ".join(f"{row[state]:.2f}" for state in shown)}]'
        for name, row in zip(fitted.names, fitted.evidence[:-1], strict=True)
        if np.abs(row[list(shown)]).max() >= 0.05
    ]
    return head + "\n".join(["[steps]", *steps, "", "[bias]", f"any = [{bias}]", "", "[evidence]", *rows]) + "\n"


if __name__ == "__main__":
    main()
