"""How sure a field is follows from who says it, and from whether anybody says otherwise."""

from __future__ import annotations

import pytest

from generator.model import Metadata
from generator.reading.confidence import confidence


@pytest.mark.parametrize(
    ("origin", "sureness"),
    [
        ("sidecar", "sure"),
        ("command line", "sure"),
        ("JSON-LD headline", "sure"),
        ("meta og:title", "sure"),
        ("link rel=canonical", "sure"),
        ("line 3", "likely"),
        ("outlet.example in the lines around the article", "likely"),
        ("byline", "likely"),
        ("document properties", "likely"),
        ("words of the text", "likely"),
        ("host of the address", "likely"),
        ("htmldate", "doubtful"),
    ],
)
def test_how_sure_a_value_is_follows_from_where_it_stood(origin: str, sureness: str) -> None:
    assert confidence(Metadata(title="A port", origins={"title": origin}), "title") == sureness


def test_what_a_witness_contradicts_is_doubtful_and_what_an_editor_states_is_not() -> None:
    doubt = ("published 2024-05-03 by JSON-LD, 2024-06-03 by meta date",)
    found = Metadata(published="2024-05-03", origins={"published": "JSON-LD"}, contradictions=doubt)
    assert confidence(found, "published") == "doubtful"
    assert confidence(found, "title") == "likely"
    stated = Metadata(published="2024-05-03", origins={"published": "sidecar"}, contradictions=doubt)
    assert confidence(stated, "published") == "sure"
