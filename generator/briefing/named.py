"""Figures and actors of a dossier: those that the passages which it shows name, each with these passages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from generator.analysis.actors.recognition import JoinedActor, joined_actors, names_an_organisation
from generator.analysis.actors.roles import Role, find_roles
from generator.analysis.language.words import lemma
from generator.analysis.themes.proposals import COMMON_THEME
from generator.briefing.material import Cited, Material, passages_with_themes
from generator.model import ActorKind, CitedActor, DateMention, Figure, FigureMention, Passage, stable_id
from generator.on_demand import OnDemand

CITATIONS_OF_AN_ACTOR = 25

PASSAGES_OF_A_NAME = 2
PASSAGES_OF_A_PLACE = 3
"""So many name somebody, or a country or city, before the dossier lists what its editor does not: places are scenery
of many reports, and two of them meet in one by chance."""

Themed = tuple[Passage, tuple[str, ...]]  # a passage with the themes of all that rest on it
Told = tuple[str | None, tuple[Passage, ...]]  # a role, and the passage that says so


def figures_in(
    cited: Iterable[Cited], material: Material, corrected: Set[tuple[str, int]] = frozenset()
) -> list[Figure]:
    """The numbers in the passages; a copy's are its original's. Without those ``corrected``, by article and offset."""
    figures: dict[str, Figure] = {}
    for passage, themes in passages_with_themes(cited):
        for mention, occurrence in _counted(material.evidence[passage.article].figures):
            inside = passage.start <= mention.start and mention.end <= passage.end
            if (passage.article, mention.start) in corrected:
                continue
            if mention.unit is None or not inside or passage.article in material.duplicates:
                continue
            identifier = stable_id("f", passage.article, mention.text, mention.unit, str(occurrence))
            known = figures.get(identifier)
            if known and len(known.text) <= len(passage.exact):
                continue
            figures[identifier] = Figure(
                id=identifier,
                value=mention.value,
                unit=mention.unit,
                qualifier=mention.qualifier,
                text=passage.exact,
                language=material.language_of(passage),
                citations=material.cite(passage),
                expression=mention.text,
                attribution=material.speaker(passage.article, mention.start, mention.end),
                themes=tuple(dict.fromkeys([*(known.themes if known else ()), *themes])),
            )
    return list(figures.values())


def _counted(mentions: Sequence[FigureMention]) -> Iterator[tuple[FigureMention, int]]:
    """Each number with the count of those before it in the same words, which no change of other words moves."""
    earlier: Counter[str] = Counter()
    for mention in sorted(mentions, key=lambda mention: mention.start):
        yield mention, earlier[mention.text]
        earlier[mention.text] += 1


def actors_in(cited: Sequence[Cited], events: Sequence[Cited], material: Material) -> list[CitedActor]:
    """Who is named in the passages that are ``cited``, each with the passages that name it.

    Whom the editor lists is named in those of ``events`` too.
    """
    passages = _by_article(passages_with_themes(cited))
    all_passages = _by_article(passages_with_themes([*cited, *events]))
    editors = {actor.id for actor in material.vocabulary.actors}
    roles = _Roles(material)
    actors = []
    for joined in _joined_actors(material):
        naming = _naming(joined, all_passages if joined.id in editors else passages)
        role, told = roles.role(joined, [passage for passage, _ in naming])
        if naming and (joined.id in editors or _is_listed(joined, naming, role, material)):
            citing = dict.fromkeys([*told, *(passage for passage, _ in naming)])
            actors.append(
                CitedActor(
                    id=joined.id,
                    name=joined.name,
                    kind=joined.kind,
                    aliases={key: tuple(values) for key, values in joined.spellings.items()},
                    citations=material.cite(*list(citing)[:CITATIONS_OF_AN_ACTOR]),
                    themes=tuple(dict.fromkeys(theme for _, themes in naming for theme in themes)),
                    role=role,
                    kind_is_told=_is_kind_told(joined, material),
                )
            )
    return sorted(actors, key=lambda actor: actor.id)


def _joined_actors(material: Material) -> Iterator[JoinedActor]:
    mentions = OnDemand(material.evidence, lambda name: material.evidence[name].actors, held=0)
    languages = {name: article.metadata.language for name, article in material.articles.items()}
    return joined_actors(mentions, material.vocabulary.actors, languages, material.settings.language)


def _by_article(passages: Iterable[Themed]) -> Mapping[str, Sequence[tuple[int, Themed]]]:
    """The passages of each article, each with its place in the whole row."""
    found: defaultdict[str, list[tuple[int, Themed]]] = defaultdict(list)
    for place, (passage, themes) in enumerate(passages):
        found[passage.article].append((place, (passage, themes)))
    return found


def _naming(joined: JoinedActor, passages: Mapping[str, Sequence[tuple[int, Themed]]]) -> list[Themed]:
    """The passages in which a mention of the actor begins, in their order.

    Only the articles that name it are looked at: most of a thousand articles do not.
    """
    starts: defaultdict[str, list[int]] = defaultdict(list)
    for name, mention in joined.mentions:
        starts[name].append(mention.start)
    found = [
        placed
        for article, begun in starts.items()
        for placed in passages.get(article, ())
        if any(placed[1][0].start <= start < placed[1][0].end for start in begun)
    ]
    return [themed for _, themed in sorted(found, key=lambda placed: placed[0])]


def _is_listed(joined: JoinedActor, naming: Sequence[Themed], role: str | None, material: Material) -> bool:
    """Whether a name that the editor does not list stands among the dossier's names.

    One that two passages name does, a place that three name. A full name needs but one that tells something of it: a
    role, a day or a number, a theme of the editor's, or the articles come back to it; an organisation that is named
    once must also be called one ("Velkor Bank"). A place that no vocabulary knows does not act.
    """
    in_vocabulary = any(mention.actor is not None for _, mention in joined.mentions)
    if joined.kind is ActorKind.PLACE and not in_vocabulary:
        return False
    fewest = PASSAGES_OF_A_PLACE if joined.kind is ActorKind.PLACE else PASSAGES_OF_A_NAME
    if len(naming) >= fewest or in_vocabulary or len(joined.name.split()) < 2:
        return len(naming) >= fewest
    if joined.kind is ActorKind.ORGANISATION and len(joined.mentions) < 2 and not _is_called_one(joined, material):
        return False
    ((passage, themes),) = naming
    told = role is not None or bool(set(themes) - {COMMON_THEME}) or _says_when_or_how_much(passage, material)
    return told or len(joined.mentions) >= 2


def _is_kind_told(joined: JoinedActor, material: Material) -> bool:
    """Whether more than a lack of other signs makes it what it is: an organisation is what is left over."""
    if joined.kind is not ActorKind.ORGANISATION or any(mention.actor is not None for _, mention in joined.mentions):
        return True
    return _is_called_one(joined, material)


def _is_called_one(joined: JoinedActor, material: Material) -> bool:
    """Whether its name holds a word for a kind of organisation, or an acronym."""
    return any(
        names_an_organisation(mention.name, material.articles[article].metadata.language)
        for article, mention in joined.mentions
    )


def _says_when_or_how_much(passage: Passage, material: Material) -> bool:
    """Whether a date or a figure in digits stands in the passage."""
    found = material.evidence[passage.article]
    mentions: list[DateMention | FigureMention] = [*found.dates, *found.figures]
    return any(
        passage.start <= mention.start < passage.end and any(character.isdigit() for character in mention.text)
        for mention in mentions
    )


class _Roles:
    """What articles call people."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._found = OnDemand(material.evidence, self._of)

    def role(self, joined: JoinedActor, passages: Sequence[Passage]) -> Told:
        """What the passages call a person, in most of them, and the first passage that does; it is cited first.

        A passage in the dossier's own language is asked before others, then one that does not only inflect the role
        ("der Präsident", and not "des Präsidenten").
        """
        if joined.kind is not ActorKind.PERSON:
            return None, ()
        starts = {(name, mention.start) for name, mention in joined.mentions}
        told = [
            (role, passage)
            for passage in passages
            for role in self._found[passage.article]
            if (passage.article, role.mention) in starts and passage.start <= role.start and role.end <= passage.end
        ]
        if not told:
            return None, ()
        counts = Counter(role.text.casefold() for role, _ in told)
        own = self._material.settings.language
        best, passage = max(
            told,
            key=lambda pair: (
                self._material.language_of(pair[1]) == own,
                _stands_by_itself(pair[0].text, self._material.language_of(pair[1])),
                counts[pair[0].text.casefold()],
                len(pair[0].text),
            ),
        )
        return best.text, (passage,)

    def _of(self, article: str) -> tuple[Role, ...]:
        return find_roles(self._material.articles[article], self._material.evidence[article].actors)


def _stands_by_itself(role: str, language: str) -> bool:
    """Whether a word of a role stands in its base form, as far as the dictionary of the language tells."""
    return any(lemma(word, language).casefold() == word.casefold() for word in role.split())
