"""Values for tests, built from as little as a test wants to say."""

from __future__ import annotations

from generator.model import Article, Line, LineRole, Metadata, Paragraph


def article(*paragraphs: str, identifier: str = "an-article", **metadata: object) -> Article:
    """An article whose paragraphs are given; sentences end at ". " (builders do not test segmentation)."""
    text = "\n\n".join(paragraphs)
    built, at = [], 0
    for number, paragraph in enumerate(paragraphs, start=1):
        spans: list[int] = []
        start = 0
        for sentence in paragraph.replace(". ", ".\0 ").split("\0"):
            blank = len(sentence) - len(sentence.lstrip())
            spans += (start + blank, start + len(sentence))
            start += len(sentence)
        built.append(Paragraph(f"p{number}", at, at + len(paragraph), LineRole.BODY, tuple(spans)))
        at += len(paragraph) + 2
    lines = tuple(
        Line(number, LineRole.BODY if line else LineRole.OTHER, bool(line), "", line)
        for number, line in enumerate(text.split("\n"))
    )
    known = {"language": "en", **metadata}
    return Article(
        id=identifier,
        file=f"{identifier}.txt",
        sha256="0" * 64,
        text=text,
        metadata=Metadata(**known),  # type: ignore[arg-type] # a builder takes what a test states
        lines=lines,
        paragraphs=tuple(built),
    )


def body_of(article: Article) -> list[str]:
    """The paragraphs of an article's text, without headings and quotes."""
    return [article.words_of(each) for each in article.paragraphs if each.role is LineRole.BODY]
