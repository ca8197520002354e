"""``sources/briefings/*.yml`` → what the editor states: every quote with the line where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.errors import ContentProblem
from generator.model import EditorBriefing, EditorDisagreement, EditorQuote, EditorStatement, Gap, Settings
from generator.project.agreement import KnownThemes, check_unique
from generator.project.located_yaml import LocatedYaml
from generator.project.located_yaml import Path as YamlPath
from generator.project.reading_files import read_located, read_whole
from generator.project.shapes import BriefingShape, QuoteShape
from generator.project.unread import yaml_files


def read_briefings(
    folder: Path, root: Path, settings: Settings, themes: KnownThemes, problems: list[ContentProblem]
) -> tuple[EditorBriefing, ...]:
    """Every briefing that can be read, in file order; its mistakes go to ``problems``."""
    found: list[EditorBriefing] = []
    for path in yaml_files(folder):
        document = read_located(path, root, problems)
        whole = read_whole(document, BriefingShape, problems) if document else None
        if whole is None:
            continue
        shape, document = whole
        theme = shape.theme or path.stem
        place = document.place() if shape.theme is None else document.place(("theme",))
        themes.check(theme, place, problems)
        found.append(_briefing(shape, theme, document, settings.language))
    check_unique(((briefing.theme, briefing.place) for briefing in found), "briefing of the theme", problems)
    statements = [(s.id, s.place) for briefing in found for s in briefing.statements]
    check_unique([*statements, *((d.id, d.place) for b in found for d in b.disagreements)], "statement", problems)
    return tuple(found)


def _briefing(shape: BriefingShape, theme: str, document: LocatedYaml, language: str) -> EditorBriefing:
    statements = tuple(
        EditorStatement(
            place=document.place(("statements", number)),
            id=statement.id,
            text=statement.text,
            quotes=_quotes(statement.quotes, document, ("statements", number)),
            attribution=statement.attribution,
            disputed=statement.disputed,
        )
        for number, statement in enumerate(shape.statements)
    )
    return EditorBriefing(
        place=document.place(),
        theme=theme,
        language=shape.language or language,
        bottom_line=_bottom_line(shape, theme, document),
        statements=statements,
        disagreements=_disagreements(shape, document),
        gaps=tuple(Gap(gap.text, gap.searched) for gap in shape.gaps),
        note=shape.note,
        drafted_by=shape.drafted_by,
        reviewed_by=shape.reviewed_by,
        leave_out=shape.leave_out,
    )


def _bottom_line(shape: BriefingShape, theme: str, document: LocatedYaml) -> EditorStatement | None:
    if shape.bottom_line is None:
        return None
    return EditorStatement(
        place=document.place(("bottom_line",)),
        id=f"{theme}-bottom-line",
        text=shape.bottom_line.text,
        quotes=_quotes(shape.bottom_line.quotes, document, ("bottom_line",)),
    )


def _disagreements(shape: BriefingShape, document: LocatedYaml) -> tuple[EditorDisagreement, ...]:
    return tuple(
        EditorDisagreement(
            place=document.place(("disagreements", number)),
            id=disagreement.id,
            question=disagreement.question,
            sides=tuple(
                EditorStatement(
                    place=document.place(("disagreements", number, "sides", side_number)),
                    id=f"{disagreement.id}-{side_number + 1}",
                    text=side.text,
                    quotes=_quotes(side.quotes, document, ("disagreements", number, "sides", side_number)),
                )
                for side_number, side in enumerate(disagreement.sides)
            ),
        )
        for number, disagreement in enumerate(shape.disagreements)
    )


def _quotes(quotes: Iterable[QuoteShape], document: LocatedYaml, path: YamlPath) -> tuple[EditorQuote, ...]:
    return tuple(
        EditorQuote(document.place((*path, "quotes", number, "exact")), quote.article, quote.exact, quote.prefix)
        for number, quote in enumerate(quotes)
    )
