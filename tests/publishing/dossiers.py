"""A small dossier that shows everything a page can show: two languages, every origin, every kind of place."""

from __future__ import annotations

from dataclasses import replace

from generator.model import (
    Article,
    ArticleKind,
    Briefing,
    Citation,
    Disagreement,
    Dossier,
    Edition,
    Event,
    Gap,
    Metadata,
    Origin,
    Passage,
    Settings,
    Side,
    Statement,
    Theme,
    Translation,
    fold,
)
from tests.builders import article

PORT = article(
    "Der Hafen von Brekum wird ausgebaut. Die Arbeiten kosten 1,6 Milliarden Euro.",
    "Am 8. August begann die erste Bauphase. „Wir bauen für Jahrzehnte“, sagte die Ministerin.",
    identifier="hafen",
    title="Neue Kaimauern für Brekum",
    publisher="Küstenbote",
    published="2025-08-11",
    language="de",
    kind=ArticleKind.NEWS,
    authors=("Ada Beispiel",),
    url="https://kuestenbote.example/hafen",
)
FERRY = article(
    "De veerdienst naar Brekum stopt in oktober. Bewoners vrezen hogere prijzen.",
    "Volgens de rederij kost de uitbouw 2 miljard euro.",
    identifier="veer",
    published="2023-10",
    language="nl",
    kind=ArticleKind.OPINION,
)


def passage(source: Article, words: str) -> Passage:
    """The first place where ``words`` stand in the article."""
    start = source.text.index(words)
    return Passage(source.id, start, start + len(words), fold(words))


def citation(source: Article, words: str, translation: str | None = None) -> Citation:
    made = None if translation is None else Translation(translation, "en", "Example Translator", machine=True)
    return Citation(passage(source, words), made)


def statement(identifier: str, text: str, *citations: Citation, origin: Origin = Origin.EDITOR) -> Statement:
    return Statement(identifier, text, "en", origin, citations, themes=("harbour",))


def small_dossier(*, edition: Edition = Edition.PUBLIC, title: str = "The harbour of Brekum") -> Dossier:
    """One theme, two articles, a statement of every origin, an event, a disagreement, a gap."""
    cost = citation(PORT, "Die Arbeiten kosten 1,6 Milliarden Euro.", "The works cost 1.6 billion euros.")
    figure = citation(PORT, "1,6 Milliarden Euro")
    other = citation(FERRY, "Volgens de rederij kost de uitbouw 2 miljard euro.", "The company puts it at 2 billion.")
    start = citation(PORT, "Am 8. August begann die erste Bauphase.")
    bottom_line = statement("bottom", "The harbour is being extended.", cost)
    drafted = statement("cost", "Reports put the cost between 1.6 and 2 billion euros.", figure, other)
    extract = replace(
        statement("x-1", start.passage.exact, start, origin=Origin.EXTRACT), language="de", corroborated_by=2
    )
    event = Event("e-1", "2025-08-08", "8. August", start.passage.exact, "de", (start,), ("harbour",))
    dispute = Disagreement(
        "d-1",
        "What does the extension cost?",
        (Side("1.6 billion euros", (figure,), "en"), Side("2 billion euros", (other,), "en")),
        ("harbour",),
    )
    briefing = Briefing(
        theme=Theme("harbour", {"en": "Harbour"}),
        bottom_line=bottom_line,
        statements=(drafted, extract),
        statements_total=3,
        timeline=(event,),
        disagreements=(dispute,),
        gaps=(Gap("Who pays for the works", ("Finanzierung", "financiering")),),
        articles=(PORT.id, FERRY.id),
        drafted_by="a language model",
    )
    return Dossier(
        settings=Settings(title=title, name="harbour", themes=("harbour",)),
        edition=edition,
        articles=(PORT, FERRY),
        publishers=(),
        briefings=(briefing,),
        statements=(bottom_line, drafted, extract),
        timeline=(event,),
        disagreements=(dispute,),
        as_of="2025-08-11",
    )


def article_titled(title: str) -> Article:
    return replace(PORT, id="titled", metadata=Metadata(title=title, language="de"))


def looking_ahead(dossier: Dossier, *, plans: int = 1) -> Dossier:
    """The dossier with so many plans, on one day after the other, that an article tells in one sentence."""
    told = citation(FERRY, "De veerdienst naar Brekum stopt in oktober.")
    ahead = tuple(
        Event(f"e-ahead-{day}", f"2025-09-{day:02}", "oktober", told.passage.exact, "nl", (told,), ("harbour",))
        for day in range(1, plans + 1)
    )
    briefings = tuple(replace(briefing, ahead=ahead) for briefing in dossier.briefings)
    return replace(dossier, briefings=briefings, ahead=ahead, ahead_of=dossier.as_of)
