"""What the steps of one composition share: articles in order, their evidence, the way from words to citations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.analysis.actors.quotation import Quotation
from generator.analysis.actors.quotations import find_quotations, speaker_of
from generator.analysis.agreement.claims import Claim, claims_by_article
from generator.analysis.agreement.duplicates import find_duplicates
from generator.analysis.themes.proposals import COMMON_THEME
from generator.briefing.passages import QuotableArticle
from generator.briefing.translating import translation_of
from generator.edtf import sort_key
from generator.model import Article, Citation, Edition, Evidence, Passage, Settings, Translation, Vocabulary
from generator.on_demand import OnDemand
from generator.project import Project
from generator.reading.heads.datelines import dateline_end

Cited = tuple[Sequence[Citation], Sequence[str]]  # what a part of the dossier cites, and its themes


@dataclass(frozen=True, slots=True)
class Material:
    """The articles of a dossier by date, with what was found in them and what the editor gave.

    ``claims`` are those of each article, by its id; ``naming`` the articles that name a theme; ``duplicates`` maps the
    id of a copy to that of its original; ``refused`` are the ids that the editor leaves out. ``as_of`` is the last day
    of publication (EDTF), ``ahead_of`` that or the later day of the release, from which on something lies ahead. Who
    says what, and whatever else a step asks of an article, is made when it is asked for.
    """

    settings: Settings
    edition: Edition
    vocabulary: Vocabulary
    translations: Mapping[tuple[str, str], Translation]
    articles: Mapping[str, Article]
    evidence: Mapping[str, Evidence]
    claims: Mapping[str, tuple[Claim, ...]] = field(repr=False)
    duplicates: Mapping[str, str]
    quotable: Mapping[str, QuotableArticle] = field(repr=False)
    naming: Mapping[str, Sequence[str]] = field(repr=False)
    quotations: Mapping[str, tuple[Quotation, ...]] = field(repr=False)
    refused: frozenset[str]
    as_of: str | None
    ahead_of: str | None

    @classmethod
    def of(
        cls,
        project: Project,
        articles: Iterable[Article],
        vocabulary: Vocabulary,
        evidence: Mapping[str, Evidence],
        edition: Edition,
    ) -> Material:
        """Order the articles and make them ready for quoting."""
        ordered = {article.id: article for article in articles_by_date(articles)}
        as_of, release = _latest(article.metadata.published for article in ordered.values()), project.settings.release
        return cls(
            settings=project.settings,
            edition=edition,
            vocabulary=vocabulary,
            translations=project.translations,
            articles=ordered,
            evidence=evidence,
            claims=claims_by_article(ordered.values(), evidence),
            duplicates=find_duplicates(list(ordered.values())),
            quotable=OnDemand(ordered, lambda name: QuotableArticle.of(ordered[name])),
            naming=_naming((name for name in ordered if name in evidence), evidence),
            quotations=OnDemand(ordered, lambda name: find_quotations(ordered[name], evidence[name].actors)),
            refused=frozenset(name for briefing in project.briefings for name in briefing.leave_out),
            as_of=as_of,
            ahead_of=_latest([as_of, release.date if release else None]) if as_of else None,
        )

    @property
    def is_plain_folder(self) -> bool:
        """Whether no editor has given themes: there is one of all articles then."""
        return any(theme.id == COMMON_THEME for theme in self.vocabulary.themes)

    def cite(self, *passages: Passage) -> tuple[Citation, ...]:
        """The passages as citations, each with its translation where there is one."""
        return tuple(Citation(p, translation_of(p, self.articles[p.article], self.translations)) for p in passages)

    def passage_of(self, claim: Claim) -> Passage:
        """The passage of a sentence; see ``passage``."""
        return self.passage(claim.article, claim.sentence.start, claim.sentence.end)

    def passage(self, article: str, start: int, end: int) -> Passage:
        """The words of an article between two offsets, without the dateline of an agency before them."""
        text = self.articles[article].text[start:end]
        return self.quotable[article].passage(start + dateline_end(text), end)

    def language_of(self, passage: Passage) -> str:
        """The language of the article in which it stands."""
        return self.articles[passage.article].metadata.language

    def speaker(self, article: str, start: int, end: int) -> str | None:
        """Who says these words of an article, where it does not say them in its own voice."""
        return speaker_of(self.quotations[article], start, end)

    def articles_on(self, theme: str) -> tuple[str, ...]:
        """Articles in which a sentence names the theme itself, newest first."""
        return tuple(reversed(self.naming.get(theme, ())))


def _latest(days: Iterable[str | None]) -> str | None:
    """The last of the days that are known (EDTF); absent where none is."""
    return max((day for day in days if day), key=sort_key, default=None)


def _naming(articles: Iterable[str], evidence: Mapping[str, Evidence]) -> Mapping[str, list[str]]:
    """By theme the articles in which a sentence names it, in their order."""
    naming: defaultdict[str, list[str]] = defaultdict(list)
    for article in articles:
        for theme in {match.theme for match in evidence[article].themes if not match.context}:
            naming[theme].append(article)
    return naming


def articles_by_date(articles: Iterable[Article]) -> list[Article]:
    """The oldest first; one without a date before all others."""
    return sorted(articles, key=_date_and_id)


def passages_with_themes(cited: Iterable[Cited]) -> list[tuple[Passage, tuple[str, ...]]]:
    """Each passage that is cited, once, with the themes of all that cite it."""
    passages: dict[str, Passage] = {}
    themes: dict[str, dict[str, None]] = {}
    for citations, its_themes in cited:
        for citation in citations:
            passages.setdefault(citation.passage.id, citation.passage)
            themes.setdefault(citation.passage.id, {}).update(dict.fromkeys(its_themes))
    return [(passage, tuple(themes[name])) for name, passage in passages.items()]


def covers(outer: Passage, inner: Passage) -> bool:
    """Whether one passage lies inside the other."""
    return outer.article == inner.article and outer.start <= inner.start and inner.end <= outer.end


def _date_and_id(article: Article) -> tuple[object, str]:
    published = article.metadata.published
    return (sort_key(published) if published else sort_key("0001"), article.id)
