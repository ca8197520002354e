"""No line of an editor's prose ends within a date, or between a number and its scale."""

from __future__ import annotations

import pytest
from lxml import html

from generator.publishing.page_parts.held_together import held_together


@pytest.mark.parametrize(
    ("language", "set_with_ties"),
    [
        ("en", "The offensive of 19~September~2023 cost 10~billion dollars; in 2011 nobody may say so."),
        ("en", "On March~5,~2024 the May meeting of June~2023 failed by 3 votes."),
        ("de", "Am 19.~September~2023 kosteten sie 1,6~Mrd. Euro, 40~% mehr als 2011 im Mai."),
        ("nl", "Op 8~augustus was het 10~miljard."),
        ("fr", "Le 12~mars~2025, 2,4~milliards d'euros."),
        ("es", "El 19~de~mayo~de~2023 fueron 10~millones."),
        ("uk", "19~вересня~2023 року, 5~мільйонів."),
        ("xx", "19 September 2023, 40~%."),
    ],
)
def test_dates_and_large_numbers_are_held_together(language: str, set_with_ties: str) -> None:
    written = set_with_ties.replace("~", " ")

    shown = html.fragment_fromstring(str(held_together(written, language)), create_parent="p")
    for unbroken in shown.iter("span"):
        unbroken.text = (unbroken.text or "").replace(" ", "~")

    assert shown.text_content() == set_with_ties


def test_words_of_programs_stay_what_they_are() -> None:
    text = "On 5 May 2024 <b>40 %</b> & more, * 2 million*"

    assert html.fragment_fromstring(str(held_together(text, "en")), create_parent="p").text_content() == text
