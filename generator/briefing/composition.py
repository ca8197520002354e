"""Evidence and the editor's layer → ``Dossier``: what an edition shows, and where.

Everything that is shown is asked for in one order of precedence: the editor's quotes, then extracts (weightiest
first), events and the sides of disagreements. In the public edition each asks for room under the cap on quoting
(``showing``); what finds none is left out of pages and published data alike. Figures and actors are those that the
passages of statements and disagreements name: what matters in a dossier is what its statements speak of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from generator.analysis.agreement.corroboration import Comparison, compare_reports
from generator.briefing.candidate import Candidate
from generator.briefing.chronology import DatedEvent
from generator.briefing.disagreements import shown_disagreements, without_disagreements
from generator.briefing.editorial import EditorsLayer, editors_layers
from generator.briefing.extracts import Key, extract, offer
from generator.briefing.material import Cited, Material
from generator.briefing.named import actors_in, figures_in
from generator.briefing.showing import Showing
from generator.briefing.theme_page import Findings, theme_page
from generator.briefing.timeline import dated_events, shown_events
from generator.briefing.wording import Wording
from generator.errors import ContentProblem
from generator.model import Article, Disagreement, Dossier, Edition, Event, Evidence, Statement, Vocabulary
from generator.project import Project


def compose(  # noqa: PLR0913 - each is one finished result of an earlier stage
    project: Project,
    articles: Sequence[Article],
    vocabulary: Vocabulary,
    evidence: Mapping[str, Evidence],
    *,
    edition: Edition,
    wording: Wording,
    problems: list[ContentProblem],
    pages: bool = True,
) -> Dossier:
    """Compose the dossier that ``edition`` may show.

    Quotes of the editor that fail are appended to ``problems``; with any of them nothing may be published. The site's
    own words (the question of a disagreement that was found without an editor) are in its ``wording``.

    Without ``pages`` it holds what an editor is told of and no more: the editor's own, copies, disagreements. A large
    folder has too many extracts, events, figures and names to be held for nobody. Where there are translations it is
    whole, because it decides whether anybody sees them.
    """
    material = Material.of(project, articles, vocabulary, evidence, edition)
    editors = editors_layers(project, material.quotable, problems)
    ordered = tuple(material.articles.values())
    found = compare_reports(ordered, material.claims, material.duplicates, project.cache_folder)
    comparison = without_disagreements(found, evidence, material.refused)
    find = _find if pages or project.translations else _disagreements
    findings = find(material, comparison, editors, wording)
    return Dossier(
        settings=project.settings,
        edition=edition,
        articles=ordered,
        publishers=vocabulary.publishers,
        briefings=tuple(theme_page(theme, editors.get(theme.id), findings, material) for theme in vocabulary.themes),
        statements=(*_written(editors), *findings.extracts.values()),
        timeline=tuple(findings.timeline),
        figures=tuple(findings.figures),
        actors=tuple(findings.actors),
        disagreements=tuple(findings.disagreements),
        duplicates=material.duplicates,
        as_of=material.as_of,
        ahead=tuple(findings.ahead),
        ahead_of=material.ahead_of,
    )


def _find(
    material: Material, comparison: Comparison, editors: Mapping[str, EditorsLayer], wording: Wording
) -> Findings:
    """All that finds room, in the order of the module's docstring, but for what the editor refused by its id."""
    refused = material.refused
    showing = _showing_quotes(material, editors)
    candidates = offer(material, comparison)
    dated = dated_events(material, comparison, material.ahead_of)
    happened, planned = ([one for one in dated if one.is_ahead is ahead] for ahead in (False, True))
    if material.is_plain_folder:
        _keep_room(candidates, [*planned, *happened], material, showing)
    offered = extract(candidates, comparison, material, showing)
    extracts = {key: statement for key, statement in offered.items() if statement.id not in refused}
    timeline = _without(refused, shown_events(happened, material, editors, showing, comparison.superseded))
    found = shown_disagreements(material, comparison, showing, wording)
    disagreements = [*_stated(editors), *found]
    cited: list[Cited] = [(s.citations, s.themes) for s in (*_written(editors), *extracts.values())]
    cited += [(side.citations, disagreement.themes) for disagreement in disagreements for side in disagreement.sides]
    events: list[Cited] = [(event.citations, event.themes) for event in timeline]
    return Findings(
        candidates={key: candidates[key] for key in extracts},
        extracts=extracts,
        timeline=timeline,
        disagreements=disagreements,
        figures=figures_in(cited, material, comparison.corrected_numbers),
        actors=actors_in(cited, events, material),
        ahead=_without(refused, shown_events(planned, material, editors, showing)),
    )


def _keep_room(
    candidates: Mapping[Key, Candidate], dated: Iterable[DatedEvent], material: Material, showing: Showing
) -> None:
    """Of each article of a plain folder its best extract first, then what has a day, before all that it says besides.

    Its room would else be full of numbers, and no timeline say when the council voted.
    """
    best: dict[str, Candidate] = {}
    for candidate in sorted(candidates.values(), key=lambda c: (-c.score, c.key)):
        best.setdefault(candidate.article, candidate)
    for name, candidate in best.items():
        showing.has_room(material.passage(name, candidate.start, candidate.end))
    shown_events(dated, material, {}, showing)


def _without(refused: Set[str], events: Sequence[Event]) -> list[Event]:
    return [event for event in events if refused.isdisjoint((event.id, *event.other_ids))]


def _disagreements(
    material: Material, comparison: Comparison, editors: Mapping[str, EditorsLayer], wording: Wording
) -> Findings:
    """The disagreements alone. Where quotation is capped, extracts and events ask for room before them."""
    showing = _showing_quotes(material, editors)
    if comparison.conflicts and material.edition is Edition.PUBLIC:
        extract(offer(material, comparison), comparison, material, showing)
        shown_events(dated_events(material, comparison), material, editors, showing)
    found = shown_disagreements(material, comparison, showing, wording)
    return Findings({}, {}, (), [*_stated(editors), *found], (), ())


def _showing_quotes(material: Material, editors: Mapping[str, EditorsLayer]) -> Showing:
    """What is shown in any case: the editor's quotes."""
    showing = Showing(material.articles.values(), material.settings, material.edition)
    showing.always(passage for layer in editors.values() for passage in layer.passages)
    return showing


def _stated(editors: Mapping[str, EditorsLayer]) -> list[Disagreement]:
    return [disagreement for layer in editors.values() for disagreement in layer.disagreements]


def _written(editors: Mapping[str, EditorsLayer]) -> list[Statement]:
    return [statement for layer in editors.values() for statement in layer.statements]
