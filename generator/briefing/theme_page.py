"""One theme's share of a dossier: which of its extracts open the page, which events, figures and actors stand on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator import languages
from generator.analysis.themes.proposals import COMMON_THEME
from generator.briefing.candidate import Candidate
from generator.briefing.editorial import EditorsLayer
from generator.briefing.extracts import PLACES_OF_PLAIN_FOLDER, Key
from generator.briefing.material import Material, covers
from generator.briefing.selection import choose
from generator.edtf import sort_key
from generator.model import Briefing, CitedActor, Disagreement, Event, Figure, Passage, Statement, Theme

EVENTS_ON_A_THEME_PAGE = 40
ACTORS_ON_A_THEME_PAGE = 12
FIGURES_ON_A_THEME_PAGE = 12
EXTRACTS_BESIDE_AN_EDITOR = 5


@dataclass(frozen=True, slots=True)
class Findings:
    """All that a dossier shows, before it is dealt out to its themes. ``extracts`` are by candidate, as offered."""

    candidates: Mapping[Key, Candidate]
    extracts: Mapping[Key, Statement]
    timeline: Sequence[Event]
    disagreements: Sequence[Disagreement]
    figures: Sequence[Figure]
    actors: Sequence[CitedActor]
    ahead: Sequence[Event] = ()


def theme_page(theme: Theme, editor: EditorsLayer | None, findings: Findings, material: Material) -> Briefing:
    """The briefing of one theme: the editor's statements first, then the extracts that add something to them."""
    quoted = editor.passages if editor else ()
    adding = [c for c in findings.candidates.values() if theme.id in c.themes and not _overlaps(c, quoted)]
    disagreements = tuple(d for d in findings.disagreements if theme.id in d.themes)
    earlier = _told_as_earlier([findings.extracts[c.key] for c in adding], disagreements)
    current = [c for c in adding if findings.extracts[c.key].id not in earlier]
    room, language = _room(theme, editor, material), material.settings.language
    each_first = _is_of_whole_articles(theme)
    chosen = choose(current, material.articles, room, _voices(findings), theme.id, language, each_first=each_first)
    statements = (*(editor.statements if editor else ()), *(findings.extracts[c.key] for c in chosen))
    return Briefing(
        theme=theme,
        bottom_line=editor.bottom_line if editor else None,
        statements=statements,
        statements_total=len(adding) + (len(editor.statements) if editor else 0),
        timeline=tuple(_weightiest([event for event in findings.timeline if theme.id in event.themes])),
        ahead=tuple([event for event in findings.ahead if theme.id in event.themes][:EVENTS_ON_A_THEME_PAGE]),
        disagreements=disagreements,
        gaps=editor.briefing.gaps if editor else (),
        articles=material.articles_on(theme.id),
        actors=tuple(_most_cited(findings.actors, theme.id)),
        figures=tuple(_telling_first([f for f in findings.figures if theme.id in f.themes], statements)),
        note=editor.briefing.note if editor else None,
        language=editor.briefing.language if editor else material.settings.language,
        drafted_by=editor.briefing.drafted_by if editor else None,
        reviewed_by=editor.briefing.reviewed_by if editor else None,
    )


def _room(theme: Theme, editor: EditorsLayer | None, material: Material) -> int:
    """How many extracts the page shows; fewer beside what an editor wrote.

    Where no editor has given themes it may show twice as many: one of each article.
    """
    limit = material.settings.extracts_per_theme
    if _is_of_whole_articles(theme):
        originals = [name for name in material.articles_on(theme.id) if name not in material.duplicates]
        return min(PLACES_OF_PLAIN_FOLDER * limit, max(limit, len(originals)))
    return min(limit, EXTRACTS_BESIDE_AN_EDITOR) if editor and editor.passages else limit


def _is_of_whole_articles(theme: Theme) -> bool:
    """Whether it is a story that some articles tell, or all of them, and not a subject that an editor has named."""
    return theme.id == COMMON_THEME or bool(theme.articles)


def _told_as_earlier(extracts: Sequence[Statement], disagreements: Iterable[Disagreement]) -> frozenset[str]:
    """Ids of the extracts with a count that a later report replaces, where that is an extract as well."""
    replaced: set[str] = set()
    for development in (one for one in disagreements if one.is_development):
        *earlier, latest = ([citation.passage for citation in side.citations] for side in development.sides)
        if _citing(extracts, latest):
            replaced.update(extract.id for side in earlier for extract in _citing(extracts, side) if extract.superseded)
    return frozenset(replaced)


def _citing(extracts: Sequence[Statement], passages: Sequence[Passage]) -> list[Statement]:
    return [e for e in extracts if any(covers(c.passage, passage) for c in e.citations for passage in passages)]


def _voices(findings: Findings) -> dict[Key, int]:
    """How many articles print it: what several outlets take from one agency is one source, and yet weighs more."""
    extracts = findings.extracts.items()
    return {key: len({citation.passage.article for citation in made.citations}) for key, made in extracts}


def _overlaps(candidate: Candidate, passages: Iterable[Passage]) -> bool:
    """Whether the editor already quotes from these sentences: then the extract adds nothing."""
    return any(
        candidate.article == passage.article and candidate.start < passage.end and passage.start < candidate.end
        for passage in passages
    )


def _weightiest(events: Sequence[Event]) -> list[Event]:
    """All events of a small theme; of a large one those that most sources report, then the most recent."""
    best = sorted(events, key=lambda event: (len(event.citations), sort_key(event.date)), reverse=True)
    kept = {event.id for event in best[:EVENTS_ON_A_THEME_PAGE]}
    return [event for event in events if event.id in kept]


def _most_cited(actors: Sequence[CitedActor], theme: str) -> list[CitedActor]:
    about = [actor for actor in actors if theme in actor.themes]
    counts = Counter({actor.id: len(actor.citations) for actor in about})
    return sorted(about, key=lambda actor: (-counts[actor.id], actor.name))[:ACTORS_ON_A_THEME_PAGE]


def _telling_first(figures: Sequence[Figure], statements: Iterable[Statement]) -> list[Figure]:
    """Figures of the statements that the page shows, then others; how long something took comes last. Each once."""
    shown = {citation.passage.id for statement in statements for citation in statement.citations}
    ranked = sorted(figures, key=lambda f: (_is_duration(f), f.citations[0].passage.id not in shown))
    once = {(figure.value, figure.unit): figure for figure in reversed(ranked)}
    return [figure for figure in ranked if once[figure.value, figure.unit] is figure][:FIGURES_ON_A_THEME_PAGE]


def _is_duration(figure: Figure) -> bool:
    """Whether it counts days, months or years, by the words of its language."""
    units = languages.words(figure.language, "dates", "units")  # "year Jahr Jahre Jahren"
    return figure.unit is not None and figure.unit.casefold() in {w.casefold() for u in units for w in u.split()[1:]}
