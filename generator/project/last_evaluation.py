"""``evaluation/last.json`` → ``Evaluation``, and back: what was last measured, for the page on method.

The file is made by ``dossier evaluate --save DATE``; an editor commits it or not. A file that cannot be read is an
error with its name; an absent one is no evaluation.
"""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.errors import ContentProblem, Place
from generator.model import Evaluation

FILE = "evaluation/last.json"
_SHAPE: TypeAdapter[Evaluation] = TypeAdapter(Evaluation)


def read_evaluation(root: Path, problems: list[ContentProblem]) -> Evaluation | None:
    """The last evaluation of the project, if there is one."""
    path = root / FILE
    if not path.is_file():
        return None
    try:
        return _SHAPE.validate_json(path.read_bytes())
    except ValidationError as error:
        fact = f"is no evaluation: {error.errors()[0]['msg']}"
        problems.append(ContentProblem(Place(FILE), fact, "make it again: dossier evaluate --gold DIR --save DATE"))
        return None


def write_evaluation(root: Path, evaluation: Evaluation) -> Path:
    """Replace the last evaluation."""
    path = root / FILE
    path.parent.mkdir(exist_ok=True)
    text = json.dumps(_SHAPE.dump_python(evaluation, mode="json"), ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
    return path
