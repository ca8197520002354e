"""What stands above contradictions and above counts that later reports replaced, in the dossier's language."""

from __future__ import annotations

import re

import pytest

from generator.briefing.questions import question_of
from generator.publishing.interface import Interface
from tests.reports import cases, compare_reports, corpus, report

# The day of an article, perhaps that of its update, and its language: "2026-03-09/2026-03-10 en".
HEAD = re.compile(r"(?P<published>[\d-]+|undated)(?:/(?P<updated>[\d-]+))? (?P<language>\w+)")


def questions_of(block: dict[str, list[str]], language: str = "en") -> list[str]:
    heads = [(head, text) for key in block for text in block[key] if (head := HEAD.fullmatch(key))]
    reports = [
        report(
            text,
            identifier=f"a{at}",
            published=None if head["published"] == "undated" else head["published"],
            updated=head["updated"],
            language=head["language"],
        )
        for at, (head, text) in enumerate(heads)
    ]
    articles, evidence = corpus(*reports)
    conflicts = compare_reports(articles, evidence, {}).conflicts
    told = [question_of(conflict, language, Interface(language)) for conflict in conflicts]
    return [question.replace("\N{NO-BREAK SPACE}", " ") for question in told]


@pytest.mark.parametrize(("title", "block"), cases("developments"))
def test_a_contradiction_is_asked_and_a_development_told(title: str, block: dict[str, list[str]]) -> None:
    assert questions_of(block) == block["expected"], title


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de", "Talvik Lines, Morska: 12 Todesopfer (9. März 2026), später 15 Todesopfer (10. März 2026)"),
        ("fr", "Talvik Lines, Morska : 12 morts (9 mars 2026), puis 15 morts (10 mars 2026)"),
        (
            "pl",
            "Talvik Lines, Morska: 12 ofiar śmiertelnych (9 marca 2026), później 15 ofiar śmiertelnych (10 marca 2026)",
        ),
        ("nl", "Talvik Lines, Morska: 12 doden (9 maart 2026), later 15 doden (10 maart 2026)"),
    ],
)
def test_it_is_in_the_language_of_the_dossier(language: str, told: str) -> None:
    (_, block), *_rest = cases("developments")
    assert questions_of(block, language) == [told]


@pytest.mark.parametrize(
    ("language", "last", "told"),
    [
        ("es", "15", "Talvik Lines, Morska: ¿12 o 15 muertos?"),
        ("de-AT", "15", "Talvik Lines, Morska: 12 oder 15 Todesopfer?"),
        ("xx", "15", "Talvik Lines, Morska: 12 or 15 dead?"),
        ("en", "21", "Talvik Lines, Morska: 12 or 21 dead?"),
        ("pl", "21", "Talvik Lines, Morska: 12 lub 21 ofiar śmiertelnych?"),
        ("pl", "22", "Talvik Lines, Morska: 12 lub 22 ofiary śmiertelne?"),
        ("uk", "21", "Talvik Lines, Morska: 12 або 21 загиблий?"),
        ("uk", "22", "Talvik Lines, Morska: 12 або 22 загиблі?"),
        ("uk", "25", "Talvik Lines, Morska: 12 або 25 загиблих?"),
    ],
)
def test_what_is_counted_agrees_with_the_number_beside_it(language: str, last: str, told: str) -> None:
    block = {
        "2026-03-09 en": [
            "A ferry of @[Talvik Lines] sank off @L[Morska]. The accident killed #[12 people|12 people].",
            f"A ferry of @[Talvik Lines] sank off @L[Morska]. The accident killed #[{last} people|{last} people].",
        ]
    }

    assert questions_of(block, language) == [told]
