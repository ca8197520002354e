"""Evidence and the editor's layer → ``Dossier``: what an edition shows, and where.

Everything that is shown is asked for in one order of precedence: the editor's quotes, then extracts (weightiest
first), events and the sides of disagreements. In the public edition each asks for room under the cap on quoting
(``showing``); what finds none is left out of pages and published data alike. Figures and actors are those that the
passages of statements name: what matters in a dossier is what its statements speak of.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.analysis.actors.quotations import Quotation, find_quotations, speaker_of
from generator.analysis.actors.recognition import JoinedActor, join_actors
from generator.analysis.actors.roles import Role, find_roles
from generator.analysis.agreement.claims import Claim
from generator.analysis.agreement.corroboration import Comparison, compare_reports
from generator.analysis.agreement.duplicates import find_duplicates
from generator.briefing.chronology import find_events
from generator.briefing.disagreements import FoundDisagreement, find_disagreements
from generator.briefing.editorial import Editorial
from generator.briefing.passages import QuotableArticle
from generator.briefing.selection import Candidate, choose, rank_extracts
from generator.briefing.showing import Showing
from generator.briefing.standing import dateline_end
from generator.edtf import sort_key
from generator.errors import ContentProblem
from generator.model import (
    ActorKind,
    Article,
    Briefing,
    Citation,
    CitedActor,
    Disagreement,
    Dossier,
    Edition,
    EditorBriefing,
    Event,
    Evidence,
    Figure,
    Origin,
    Passage,
    Side,
    Statement,
    Theme,
    Vocabulary,
    fold,
    stable_id,
)
from generator.project import Project

EVENTS_ON_A_THEME_PAGE = 40
ACTORS_ON_A_THEME_PAGE = 12
FIGURES_ON_A_THEME_PAGE = 12
CITATIONS_OF_AN_ACTOR = 25
EXTRACTS_BESIDE_AN_EDITOR = 5

Key = tuple[str, int]


def compose(  # noqa: PLR0913 - each is one finished result of an earlier stage
    project: Project,
    articles: Sequence[Article],
    vocabulary: Vocabulary,
    evidence: Mapping[str, Evidence],
    *,
    edition: Edition,
    gettext: Callable[[str], str],
    problems: list[ContentProblem],
) -> Dossier:
    """Compose the dossier that ``edition`` may show.

    Quotes of the editor that fail are appended to ``problems``; with any of them nothing may be published. The site's
    own words (the question of a disagreement that was found without an editor) go through ``gettext``.
    """
    return _Composer(project, articles, vocabulary, evidence, edition, gettext).dossier(problems)


@dataclass(frozen=True, slots=True)
class _EditorsLayer:
    """One theme as its editor wrote it, with every quote found."""

    briefing: EditorBriefing
    bottom_line: Statement | None
    statements: tuple[Statement, ...]
    disagreements: tuple[Disagreement, ...]


class _Composer:
    """Holds what the steps of one composition share; every step gives a new value."""

    def __init__(
        self,
        project: Project,
        articles: Sequence[Article],
        vocabulary: Vocabulary,
        evidence: Mapping[str, Evidence],
        edition: Edition,
        gettext: Callable[[str], str],
    ) -> None:
        self._project = project
        self._articles = {article.id: article for article in sorted(articles, key=_by_date)}
        self._vocabulary = vocabulary
        self._evidence = evidence
        self._edition = edition
        self._gettext = gettext
        self._quotable = {name: QuotableArticle.of(article) for name, article in self._articles.items()}
        self._quoted: list[tuple[str, Passage]] = []
        self._quotations: dict[str, tuple[Quotation, ...]] = {}
        self._roles: dict[str, tuple[Role, ...]] = {}
        self._showing = Showing(self._articles.values(), project.settings, edition)

    def dossier(self, problems: list[ContentProblem]) -> Dossier:
        """All steps in order."""
        editors = self._editors_layers(problems)
        self._quoted = [(theme, c.passage) for theme, layer in editors.items() for c in _citations_of_layer(layer)]
        self._showing.always(passage for _, passage in self._quoted)
        ordered = list(self._articles.values())
        duplicates = find_duplicates(ordered)
        comparison = compare_reports(ordered, self._evidence, duplicates)
        candidates = self._candidates(duplicates)
        extracts = self._extracts(candidates, comparison, duplicates)
        editors_statements = [statement for layer in editors.values() for statement in layer.statements]
        statements = [*editors_statements, *extracts.values()]
        timeline = self._timeline(duplicates, comparison)
        figures = self._figures(statements, duplicates)
        actors = self._actors(statements)
        found = find_disagreements(ordered, self._evidence, duplicates, comparison.conflicts)
        disagreements = [d for layer in editors.values() for d in layer.disagreements]
        disagreements += filter(None, map(self._disagreement, found))
        offered = {key: candidates[key] for key in extracts}
        return Dossier(
            settings=self._project.settings,
            edition=self._edition,
            articles=tuple(ordered),
            publishers=self._vocabulary.publishers,
            briefings=tuple(
                self._briefing(
                    theme,
                    editors.get(theme.id),
                    candidates=offered,
                    extracts=extracts,
                    timeline=timeline,
                    disagreements=disagreements,
                    figures=figures,
                    actors=actors,
                )
                for theme in self._vocabulary.themes
            ),
            statements=tuple(statements),
            timeline=tuple(timeline),
            figures=tuple(figures),
            actors=tuple(actors),
            disagreements=tuple(disagreements),
            duplicates=duplicates,
            as_of=max((a.metadata.published for a in ordered if a.metadata.published), key=sort_key, default=None),
        )

    def _editors_layers(self, problems: list[ContentProblem]) -> dict[str, _EditorsLayer]:
        editorial = Editorial(self._quotable, self._project.translations, problems)
        return {
            briefing.theme: _EditorsLayer(
                briefing,
                editorial.bottom_line(briefing),
                editorial.statements(briefing),
                editorial.disagreements(briefing),
            )
            for briefing in self._project.briefings
        }

    def _candidates(self, duplicates: Mapping[str, str]) -> dict[Key, Candidate]:
        """Every sentence that could be an extract, by article and offset; a copy has nothing of its own to say."""
        originals = [article for name, article in self._articles.items() if name not in duplicates]
        ranked = [c for article in originals for c in rank_extracts(article, self._evidence[article.id])]
        if short_of := self._short_of(ranked):
            known = {c.key for c in ranked}
            offered = [c for article in originals for c in rank_extracts(article, self._evidence[article.id], short_of)]
            reserve = self._best_of([c for c in offered if c.key not in known], short_of)
            ranked = [c for c in offered if c.key in known or c.key in reserve]
        return {c.key: c for c in ranked if c.themes or self._edition is Edition.PRIVATE}

    def _best_of(self, offered: Sequence[Candidate], themes: Iterable[str]) -> frozenset[Key]:
        """For each theme as many of the offered sentences as its page can show, the weightiest first."""
        most = self._project.settings.extracts_per_theme
        ordered = sorted(offered, key=lambda c: (not c.plain, -c.score, c.key))
        return frozenset(c.key for theme in themes for c in [c for c in ordered if theme in c.themes][:most])

    def _short_of(self, ranked: Iterable[Candidate]) -> frozenset[str]:
        """Themes on which too few of the articles that name them have their say."""
        speaking: defaultdict[str, set[str]] = defaultdict(set)
        for candidate in ranked:
            for theme in candidate.themes:
                speaking[theme].add(candidate.article)
        wanted = self._project.settings.extracts_per_theme
        return frozenset(
            theme.id
            for theme in self._vocabulary.themes
            if len(speaking[theme.id]) < min(wanted, len(self._articles_of(theme.id)))
        )

    def _extracts(
        self, candidates: Mapping[Key, Candidate], comparison: Comparison, duplicates: Mapping[str, str]
    ) -> dict[Key, Statement]:
        """A statement for each candidate that finds room; reports of one fact become one statement.

        Only what is cited counts as a further source: a report that finds no room corroborates nothing here.
        """
        reports = {claim.key: group for group in comparison.joined for claim in group.claims}
        statements: dict[Key, Statement] = {}
        done: set[Key] = set()
        for candidate in _in_turn(candidates.values()):
            own = self._own_words(candidate)
            told = (candidate.article, _last_sentence_start(candidate, self._articles[candidate.article]))
            group = reports.get(told)
            if told in done or not self._showing.has_room(own):
                continue
            others = [claim for claim in group.claims if claim.key != told] if group else []
            done.update(claim.key for claim in others)
            passages = [self._quotable[c.article].passage(c.sentence.start, c.sentence.end) for c in others]
            citations = self._cite(own, *(passage for passage in passages if self._showing.has_room(passage)))
            voices = {duplicates.get(c.passage.article, c.passage.article) for c in citations}
            statements[candidate.key] = Statement(
                id=stable_id("x", own.article, own.exact, str(own.occurrence)),
                text=own.exact,
                language=self._articles[candidate.article].metadata.language,
                origin=Origin.EXTRACT,
                citations=citations,
                themes=candidate.themes,
                disputed=told in comparison.disputed,
                attribution=self._speaker(told[0], told[1], own.end),
                corroborated_by=len(voices) - 1,
                weight=round(candidate.score, 4),
            )
        return _with_related(statements, comparison)

    def _own_words(self, candidate: Candidate) -> Passage:
        """The passage of an extract, without the dateline of an agency before it."""
        text = self._articles[candidate.article].text[candidate.start : candidate.end]
        return self._quotable[candidate.article].passage(candidate.start + dateline_end(text), candidate.end)

    def _timeline(self, duplicates: Mapping[str, str], comparison: Comparison) -> list[Event]:
        events = []
        for found in find_events(list(self._articles.values()), self._evidence, duplicates, comparison.joined):
            passages = [self._shown(claim, found.expression) for claim in found.claims]
            citations = self._cite(*filter(None, passages))
            if citations:
                first = citations[0].passage
                events.append(
                    Event(
                        id=stable_id("e", found.date, first.id),
                        date=found.date,
                        expression=found.expression,
                        text=first.exact,
                        language=self._articles[first.article].metadata.language,
                        citations=citations,
                        themes=self._themes_of(first, found.themes),
                    )
                )
        return sorted(events, key=lambda event: (sort_key(event.date), event.id))

    def _shown(self, claim: Claim, expression: str) -> Passage | None:
        """The sentence of a claim, if there is room for it; else an editor's quote of it that holds the date."""
        sentence = self._quotable[claim.article].passage(claim.sentence.start, claim.sentence.end)
        if self._showing.has_room(sentence):
            return sentence
        inside = (passage for _, passage in self._quoted if _covers(sentence, passage))
        return next((passage for passage in inside if fold(expression) in passage.exact), None)

    def _themes_of(self, passage: Passage, found: Iterable[str]) -> tuple[str, ...]:
        """The themes found in a passage, and those under which an editor quotes from it."""
        editors = (theme for theme, quoted in self._quoted if _covers(passage, quoted) or _covers(quoted, passage))
        return tuple(dict.fromkeys([*found, *editors]))

    def _figures(self, statements: Sequence[Statement], duplicates: Mapping[str, str]) -> list[Figure]:
        """The numbers in the passages of the statements; a copy's are its original's."""
        figures: dict[str, Figure] = {}
        for passage, themes in _passages_with_themes(statements):
            for mention in self._evidence[passage.article].figures:
                inside = passage.start <= mention.start and mention.end <= passage.end
                if mention.unit is None or not inside or passage.article in duplicates:
                    continue
                identifier = stable_id("f", passage.article, str(mention.start), str(mention.value), mention.unit)
                known = figures.get(identifier)
                if known and len(known.text) <= len(passage.exact):
                    continue
                figures[identifier] = Figure(
                    id=identifier,
                    value=mention.value,
                    unit=mention.unit,
                    qualifier=mention.qualifier,
                    text=passage.exact,
                    language=self._articles[passage.article].metadata.language,
                    citations=self._cite(passage),
                    expression=mention.text,
                    attribution=self._speaker(passage.article, mention.start, mention.end),
                    themes=tuple(dict.fromkeys([*(known.themes if known else ()), *themes])),
                )
        return list(figures.values())

    def _speaker(self, article: str, start: int, end: int) -> str | None:
        """Who says these words of an article, where it does not say them in its own voice."""
        if article not in self._quotations:
            found = find_quotations(self._articles[article], self._evidence[article].actors)
            self._quotations[article] = found
        return speaker_of(self._quotations[article], start, end)

    def _actors(self, statements: Sequence[Statement]) -> list[CitedActor]:
        """Who is named in the passages of the statements, each with the passages that name it."""
        passages = _passages_with_themes(statements)
        editors = {actor.id for actor in self._vocabulary.actors}
        actors = []
        for joined in self._joined_actors():
            starts: defaultdict[str, list[int]] = defaultdict(list)
            for name, mention in joined.mentions:
                starts[name].append(mention.start)
            naming = [
                (passage, themes)
                for passage, themes in passages
                if any(passage.start <= start < passage.end for start in starts.get(passage.article, ()))
            ]
            if naming and (joined.id in editors or _is_listed(joined, len(naming))):
                role, told = self._role(joined, [passage for passage, _ in naming])
                cited = dict.fromkeys([*told, *(passage for passage, _ in naming)])
                actors.append(
                    CitedActor(
                        id=joined.id,
                        name=joined.name,
                        kind=joined.kind,
                        aliases={key: tuple(values) for key, values in joined.spellings.items()},
                        citations=self._cite(*list(cited)[:CITATIONS_OF_AN_ACTOR]),
                        themes=tuple(dict.fromkeys(theme for _, themes in naming for theme in themes)),
                        role=role,
                    )
                )
        return actors

    def _roles_of(self, article: str) -> tuple[Role, ...]:
        if article not in self._roles:
            self._roles[article] = find_roles(self._articles[article], self._evidence[article].actors)
        return self._roles[article]

    def _role(self, joined: JoinedActor, passages: Sequence[Passage]) -> tuple[str | None, tuple[Passage, ...]]:
        """What the passages call a person, in most of them, and the first passage that does; it is cited first.

        A passage in the dossier's own language is asked before others.
        """
        if joined.kind is not ActorKind.PERSON:
            return None, ()
        starts = {(name, mention.start) for name, mention in joined.mentions}
        told = [
            (role, passage)
            for passage in passages
            for role in self._roles_of(passage.article)
            if (passage.article, role.mention) in starts and passage.start <= role.start and role.end <= passage.end
        ]
        if not told:
            return None, ()
        counts = Counter(role.text.casefold() for role, _ in told)
        own = self._project.settings.language
        best, passage = max(
            told,
            key=lambda pair: (
                self._articles[pair[1].article].metadata.language == own,
                counts[pair[0].text.casefold()],
                len(pair[0].text),
            ),
        )
        return best.text, (passage,)

    def _joined_actors(self) -> tuple[JoinedActor, ...]:
        mentions = {name: found.actors for name, found in self._evidence.items()}
        languages = {name: article.metadata.language for name, article in self._articles.items()}
        return join_actors(mentions, self._vocabulary.actors, languages, self._project.settings.language)

    def _disagreement(self, found: FoundDisagreement) -> Disagreement | None:
        sides = []
        for claims in found.sides:
            passages = [self._quotable[c.article].passage(c.sentence.start, c.sentence.end) for c in claims]
            citations = self._cite(*(passage for passage in passages if self._showing.has_room(passage)))
            if not citations:
                return None
            language = self._articles[citations[0].passage.article].metadata.language
            sides.append(Side(citations[0].passage.exact, citations, language))
        question = self._gettext(_QUESTIONS[found.kind]) % {"subject": ", ".join(found.subject)}
        return Disagreement(found.id, question, tuple(sides), found.themes, Origin.EXTRACT)

    def _briefing(  # noqa: PLR0913 - a page is made of all of them
        self,
        theme: Theme,
        editor: _EditorsLayer | None,
        *,
        candidates: Mapping[Key, Candidate],
        extracts: Mapping[Key, Statement],
        timeline: Sequence[Event],
        disagreements: Sequence[Disagreement],
        figures: Sequence[Figure],
        actors: Sequence[CitedActor],
    ) -> Briefing:
        quoted = [citation.passage for citation in _citations_of_layer(editor)] if editor else []
        adding = [c for c in candidates.values() if theme.id in c.themes and not _overlaps(c, quoted)]
        limit = self._project.settings.extracts_per_theme
        voices = {key: statement.corroborated_by + 1 for key, statement in extracts.items()}
        chosen = choose(adding, self._articles, min(limit, EXTRACTS_BESIDE_AN_EDITOR) if quoted else limit, voices)
        statements = (*(editor.statements if editor else ()), *(extracts[candidate.key] for candidate in chosen))
        events = [event for event in timeline if theme.id in event.themes]
        return Briefing(
            theme=theme,
            bottom_line=editor.bottom_line if editor else None,
            statements=statements,
            statements_total=len(adding) + (len(editor.statements) if editor else 0),
            timeline=tuple(_weightiest_events(events)),
            disagreements=tuple(d for d in disagreements if theme.id in d.themes),
            gaps=editor.briefing.gaps if editor else (),
            articles=tuple(self._articles_of(theme.id)),
            actors=tuple(_most_cited(actors, theme.id)),
            figures=tuple([f for f in figures if theme.id in f.themes][:FIGURES_ON_A_THEME_PAGE]),
            note=editor.briefing.note if editor else None,
            language=editor.briefing.language if editor else self._project.settings.language,
            drafted_by=editor.briefing.drafted_by if editor else None,
            reviewed_by=editor.briefing.reviewed_by if editor else None,
        )

    def _articles_of(self, theme: str) -> list[str]:
        """Articles in which a sentence names the theme itself, newest first."""
        about = [
            name
            for name, found in self._evidence.items()
            if any(match.theme == theme and not match.context for match in found.themes)
        ]
        return sorted(about, key=lambda name: _by_date(self._articles[name]), reverse=True)

    def _cite(self, *passages: Passage) -> tuple[Citation, ...]:
        return tuple(Citation(p, self._project.translations.get((p.article, p.exact))) for p in passages)


def _(message: str) -> str:
    """Mark an interface string for extraction; it is translated where it is used."""
    return message


# The question that stands above a disagreement found without an editor
_QUESTIONS = {
    "number": _("Which number is right for %(subject)s?"),
    "date": _("Which date is right for %(subject)s?"),
    "denial": _("Did it happen: %(subject)s?"),
    "place": _("Which place is right for %(subject)s?"),
}


def _by_date(article: Article) -> tuple[object, str]:
    published = article.metadata.published
    return (sort_key(published) if published else sort_key("0001"), article.id)


def _citations_of_layer(layer: _EditorsLayer) -> Iterable[Citation]:
    for statement in (*filter(None, [layer.bottom_line]), *layer.statements):
        yield from statement.citations
    for disagreement in layer.disagreements:
        for side in disagreement.sides:
            yield from side.citations


def _is_listed(joined: JoinedActor, passages: int) -> bool:
    """Whether a name that the editor does not list stands among the dossier's names.

    One that two passages name does; a full name needs but one; a place that no vocabulary knows does not act.
    """
    in_vocabulary = any(mention.actor is not None for _, mention in joined.mentions)
    if joined.kind is ActorKind.PLACE and not in_vocabulary:
        return False
    return passages >= 2 or (not in_vocabulary and len(joined.name.split()) >= 2)


def _passages_with_themes(statements: Iterable[Statement]) -> list[tuple[Passage, tuple[str, ...]]]:
    """Each passage that a statement cites, once, with the themes of all statements that cite it."""
    passages: dict[str, Passage] = {}
    themes: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for statement in statements:
        for citation in statement.citations:
            passages.setdefault(citation.passage.id, citation.passage)
            themes[citation.passage.id].update(dict.fromkeys(statement.themes))
    return [(passage, tuple(themes[name])) for name, passage in passages.items()]


def _in_turn(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates in the order in which they ask for room: plain reports first, each theme's best before any's second.

    An article's room would else go to the theme on which it says most, and its other themes would fall silent.
    """
    ranked = sorted(candidates, key=lambda c: (not c.plain, -c.score, c.key))
    asked: Counter[tuple[str, str]] = Counter()
    turns: dict[Key, int] = {}
    for candidate in ranked:
        places = [(candidate.article, theme) for theme in candidate.themes or ("",)]
        turns[candidate.key] = min(asked[place] for place in places)
        asked.update(places)
    return sorted(ranked, key=lambda c: (not c.plain, turns[c.key], -c.score, c.key))


def _last_sentence_start(candidate: Candidate, article: Article) -> int:
    """Where the sentence begins that says it: the last one, when one before it was brought along."""
    return next(s.start for s in article.sentences if s.id == candidate.sentences[-1])


def _covers(outer: Passage, inner: Passage) -> bool:
    return outer.article == inner.article and outer.start <= inner.start and inner.end <= outer.end


def _overlaps(candidate: Candidate, passages: Iterable[Passage]) -> bool:
    """Whether the editor already quotes from these sentences: then the extract adds nothing."""
    return any(
        candidate.article == passage.article and candidate.start < passage.end and passage.start < candidate.end
        for passage in passages
    )


def _with_related(statements: dict[Key, Statement], comparison: Comparison) -> dict[Key, Statement]:
    """The same statements, each naming those that look alike without meeting the strict rule."""
    related: defaultdict[Key, dict[str, None]] = defaultdict(dict)
    for one, other in comparison.related:
        if one.key in statements and other.key in statements:
            related[one.key][statements[other.key].id] = None
            related[other.key][statements[one.key].id] = None
    return {key: replace(value, related=tuple(related.get(key, ()))) for key, value in statements.items()}


def _weightiest_events(events: Sequence[Event]) -> list[Event]:
    """All events of a small theme; of a large one those that most sources report, then the most recent."""
    best = sorted(events, key=lambda event: (len(event.citations), sort_key(event.date)), reverse=True)
    kept = {event.id for event in best[:EVENTS_ON_A_THEME_PAGE]}
    return [event for event in events if event.id in kept]


def _most_cited(actors: Sequence[CitedActor], theme: str) -> list[CitedActor]:
    about = [actor for actor in actors if theme in actor.themes]
    counts = Counter({actor.id: len(actor.citations) for actor in about})
    return sorted(about, key=lambda actor: (-counts[actor.id], actor.name))[:ACTORS_ON_A_THEME_PAGE]
