"""What the sources call a person: cases in ``tests/cases/roles``."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.analysis.actors.recognition import find_actors
from generator.analysis.actors.roles import find_roles
from tests.analysis.case_files import Case, cases_below
from tests.builders import article

CASES = cases_below(Path(__file__).parent.parent / "cases" / "roles")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_person_is_called_what_stands_beside_the_name(case: Case) -> None:
    built = article(case.text, language=case.language)
    roles = find_roles(built, find_actors(built, ()))
    assert tuple(role.text for role in roles) == case.expected or (not roles and case.expected == ("none",))
    assert all(built.text[role.start : role.end].startswith(role.text) for role in roles)
