"""Who asks and who answers in an interview: the paragraphs that an interviewer speaks.

Takes an article; gives the ids of the paragraphs in which somebody asks. A question's other sentences ("The service
says that it was told on Friday.") only lead up to it, and are nobody's report.
"""

from __future__ import annotations

from collections import defaultdict

from generator.model import Article, ArticleKind, Paragraph
from generator.reading.marks import SPEAKER

QUESTION_MARKS = ("?", "？", "؟", "?“", "?”", "?»", '?"')
SHARE_OF_QUESTIONS = 0.5
"""Of the turns of somebody who asks."""


def asked_in(article: Article) -> frozenset[str]:
    """Ids of the paragraphs of an interview that end in a question, and of all turns of those who mostly ask."""
    if article.metadata.kind is not ArticleKind.INTERVIEW:
        return frozenset()
    questions = {one.id for one in article.paragraphs if _words(article, one).endswith(QUESTION_MARKS)}
    turns: defaultdict[str, list[str]] = defaultdict(list)
    for paragraph in article.paragraphs:
        if speaker := SPEAKER.match(_words(article, paragraph)):
            turns[speaker[1]].append(paragraph.id)
    for spoken in turns.values():
        if sum(one in questions for one in spoken) >= SHARE_OF_QUESTIONS * len(spoken):
            questions.update(spoken)
    return frozenset(questions)


def _words(article: Article, paragraph: Paragraph) -> str:
    return article.text[paragraph.start : paragraph.end].strip()
