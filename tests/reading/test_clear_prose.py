"""Articles as people paste them: sentences need no closer look, and what is no article's is still left out."""

from __future__ import annotations

import pytest

from generator.model import LineRole
from generator.reading.documents.plain_text import read_plain_text
from generator.reading.lines.clear_prose import clear_prose

ARTICLE = (
    "The council of Orlune will widen its harbour by two hundred hectares, the mayor said after the vote.",
    "Fishermen had asked the council for years to leave the harbour as it stands, and some of them left the hall.",
    "The mayor promised that the fishermen would keep their quay, and that the harbour would remain open to them.",
    "A study that the council ordered says that the harbour loses freight to its neighbours with deeper water.",
    "The council will vote again on the harbour in spring, when the mayor has to show what the widening costs.",
    "Until then the fishermen want to collect signatures in all villages near the harbour, their speaker said.",
)
TITLE = "Orlune widens its harbour"


def _kept(lines: tuple[str, ...]) -> list[str]:
    return [line.text for line in read_plain_text("\n\n".join(lines)).lines if line.kept]


def test_an_article_alone_is_kept_whole() -> None:
    assert _kept((TITLE, *ARTICLE)) == [TITLE, *ARTICLE]
    lines = read_plain_text("\n\n".join((TITLE, *ARTICLE))).lines
    assert not any(line.doubtful for line in lines)


@pytest.mark.parametrize(
    "intruder",
    [
        "Sign up for our free newsletter and receive the most important news of the day in your inbox.",
        "Read also: Fishermen of Velgrad fear for their quay, which the council of their own town wants to sell.",
        "© 2026 Orlune Courier. All rights reserved, and no part of this text may be copied without permission.",
    ],
)
def test_what_speaks_to_readers_amid_sentences_is_looked_at(intruder: str) -> None:
    assert intruder not in _kept((TITLE, *ARTICLE[:3], intruder, *ARTICLE[3:]))


def test_a_heading_and_a_sentence_with_a_word_of_offers_right_between_sentences_are_the_articles() -> None:
    heading = "What the fishermen of the harbour fear"
    sentence = "The council of Orlune keeps an account of the harbour, and the mayor has to sign it before spring."
    told = (TITLE, *ARTICLE[:3], heading, sentence, *ARTICLE[3:])
    lines = [line for line in read_plain_text("\n\n".join(told)).lines if line.text]
    assert [(line.text, line.doubtful) for line in lines if line.kept] == [(line, False) for line in told]
    assert [line.role for line in lines if line.text == heading] == [LineRole.SUBHEAD]


@pytest.mark.parametrize("caption", ["The harbour of Orlune, 24 April 2023", "The harbour of Orlune / Courier"])
def test_a_caption_right_between_sentences_is_looked_at(caption: str) -> None:
    lines = ["", *ARTICLE[:3], caption, *ARTICLE[3:]]
    assert lines.index(caption) - 1 not in clear_prose(lines[1:], "en")


def test_comments_below_their_heading_are_no_article() -> None:
    comments = (
        "Comments",
        "I have been fishing in this harbour for thirty years, and nobody from the council ever asked me anything.",
        "The mayor should look at the harbour of Velgrad before the council spends all this money of ours on it.",
    )
    assert not set(comments) & set(_kept((TITLE, *ARTICLE, *comments)))


def test_teasers_of_other_articles_below_their_titles_are_never_quoted() -> None:
    teasers = (
        "Storm Zelma tears off roofs",
        "Firefighters were called out forty times when gusts swept across the northern islands during Friday night.",
        "Skating hall closes for good",
        "Energy prices are too high for the ice rink, whose operators had been looking for sponsors since autumn.",
        "School buses run late",
        "Parents in three districts complain about timetables which changed without notice after the holidays.",
    )
    lines = read_plain_text("\n\n".join((TITLE, *ARTICLE, *teasers))).lines
    believed = [line.text for line in lines if line.role is LineRole.BODY and not line.doubtful]
    assert believed == list(ARTICLE)
