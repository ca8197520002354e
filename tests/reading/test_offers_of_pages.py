"""Offers to readers among the paragraphs of a page: to subscribe, to log in, to follow the outlet elsewhere."""

from __future__ import annotations

import pytest

from tests.builders import body_of
from tests.reading.test_witnesses_of_authors import FIRST, SECOND, read


@pytest.mark.parametrize(
    "offer",
    [
        "<div class='wall'><p>Your subscription was not saved.</p><p>Subscribe to our letter</p></div>",
        "<p class='wall'>This article is for subscribers alone.</p>",
    ],
)
def test_an_offer_in_an_element_of_its_own_is_no_text(offer: str) -> None:
    article = read(text=(FIRST, SECOND, FIRST[::-1], f"{SECOND[::-1]}</p>{offer}<p>"))
    assert not [line for line in body_of(article) if "subscri" in line]
    kept = read(text=(FIRST, SECOND, "The paper loses one subscriber a day."))
    assert body_of(kept)[-1] == "The paper loses one subscriber a day."


@pytest.mark.parametrize(
    ("language", "line", "kept"),
    [
        ("ru", "Читайте «Балтийский курс» в Telegram.", False),
        ("ru", "Читайте «Войну и мир» в подлиннике.", True),
        ("en", "Find us on WhatsApp.", False),
    ],
)
def test_a_line_that_asks_to_read_the_outlet_elsewhere_is_no_text(language: str, line: str, kept: bool) -> None:
    assert (line in body_of(read(language=language, text=(FIRST, SECOND, line)))) is kept
