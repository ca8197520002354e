"""What a reader can find in a dossier, each as one entry with its words, its place and what it can be filtered by.

Takes a ``Dossier`` and the vocabulary's actors; gives entries in a stated order: themes, names, statements,
disagreements, gaps, events, figures, articles, passages. Promises: nothing that the edition does not show on a page
is among them, and every address is one of the site's pages with an anchor that is there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator import languages
from generator.analysis.actors.places import place_name, place_named
from generator.model import (
    Actor,
    ActorKind,
    Article,
    Briefing,
    Citation,
    CitedActor,
    Dossier,
    Edition,
    LineRole,
    Passage,
    Statement,
)
from generator.publishing.addresses import article_page, citation_href, theme_page
from generator.publishing.interface import Interface
from generator.publishing.page_parts.figure_values import counted_value
from generator.publishing.page_parts.library import Library, is_extract
from generator.publishing.pages.figures import figure_addresses
from generator.publishing.pages.names import name_addresses
from generator.publishing.pages.timeline import event_addresses
from generator.publishing.pages.uses import Quotation, quotations_by_article
from generator.publishing.search.entry import Entry, EntryKind, Sourcing, Witness, Words
from generator.publishing.search.witnesses import days_covered, few_witnesses, witness

ARTICLES_NAMED = 2


def entries(dossier: Dossier, actors: Sequence[Actor] = ()) -> Iterator[Entry]:
    """All entries of a dossier; ``actors`` add spellings that no source uses."""
    finder = _Finder(dossier)
    yield from finder.themes()
    yield from finder.names({actor.id: actor for actor in actors})
    yield from finder.statements()
    yield from finder.disagreements()
    yield from finder.gaps()
    yield from finder.events()
    yield from finder.figures()
    yield from finder.articles()
    yield from finder.passages()


class _Finder:
    """Holds what every kind of entry needs: the library and what can be said of each article."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.language = dossier.settings.language
        self.say = Interface(self.language)
        self.library = Library(dossier, self.say)
        self._witnesses = {article.id: witness(article) for article in dossier.articles}
        self._themes = _themes_by_article(dossier.briefings)
        newest_first = sorted(dossier.articles, key=lambda one: one.id)
        newest_first.sort(key=lambda one: self._witnesses[one.id].first_day, reverse=True)
        self._newest_first = newest_first

    def themes(self) -> Iterator[Entry]:
        for briefing in self.dossier.briefings:
            theme = briefing.theme
            yield Entry(
                EntryKind.THEME,
                f"{theme_page(theme.id)}#top",
                Words(theme.title(self.language), theme.title_language(self.language) or self.language),
                more=theme.description.get(self.language) or theme.description.get("en") or "",
                sourcing=Sourcing(
                    self.say.ngettext("%(count)s article", "%(count)s articles", len(briefing.articles)),
                    witnesses=self._seen_by(briefing.articles),
                ),
                themes=(theme.id,),
                spellings=tuple(dict.fromkeys(theme.titles.values())),
            )

    def names(self, known: Mapping[str, Actor]) -> Iterator[Entry]:
        for actor, href in name_addresses(self.dossier):
            yield self._name(actor, href, known.get(actor.id))

    def _name(self, actor: CitedActor, href: str, known: Actor | None) -> Entry:
        printed = [spelling for spoken in actor.aliases.values() for spelling in spoken]
        place = (place_named(actor.name, self.language) if actor.kind is ActorKind.PLACE else None) or actor.id
        elsewhere = [place_name(place, language) or "" for language in languages.available()]
        spellings = dict.fromkeys([actor.name, *printed, *(known.spellings() if known else ()), *elsewhere])
        shown = [spelling for spelling in dict.fromkeys(printed) if spelling != actor.name]
        return Entry(
            EntryKind.NAME,
            href,
            Words(actor.name, self.language),
            more=", ".join(shown),
            sourcing=Sourcing(
                self.say.ngettext("%(count)s passage", "%(count)s passages", len(actor.citations)),
                witnesses=self._seen_by(one.passage.article for one in actor.citations),
            ),
            themes=actor.themes,
            spellings=tuple(spelling for spelling in spellings if spelling),
        )

    def statements(self) -> Iterator[Entry]:
        shown: set[str] = set()
        for briefing in self.dossier.briefings:
            bottom_line = () if briefing.bottom_line is None else (briefing.bottom_line,)
            for statement in (*bottom_line, *briefing.statements):
                if statement.id not in shown:
                    shown.add(statement.id)
                    yield self._statement(statement, briefing)

    def _statement(self, statement: Statement, briefing: Briefing) -> Entry:
        themes = tuple(dict.fromkeys((briefing.theme.id, *statement.themes)))
        attribution = statement.attribution or ""
        return Entry(
            EntryKind.STATEMENT,
            f"{theme_page(briefing.theme.id)}#{statement.id}",
            Words(statement.text, statement.language),
            more=f"{self.say.gettext('According to')} {attribution}" if attribution else "",
            translation=self._translation(statement.citations[0]) if len(statement.citations) == 1 else None,
            themes=themes,
            sourcing=self._sourcing(one.passage.article for one in statement.citations),
            passage=statement.citations[0].passage.id if is_extract(statement) else None,
        )

    def disagreements(self) -> Iterator[Entry]:
        for briefing in self.dossier.briefings:
            for one in briefing.disagreements:
                articles = [citation.passage.article for side in one.sides for citation in side.citations]
                yield Entry(
                    EntryKind.DEVELOPMENT if one.is_development else EntryKind.DISAGREEMENT,
                    f"{theme_page(briefing.theme.id)}#{one.id}",
                    Words(one.question, briefing.language),
                    more=" – ".join(side.text for side in one.sides),
                    themes=(briefing.theme.id,),
                    sourcing=self._sourcing(articles),
                )

    def gaps(self) -> Iterator[Entry]:
        for briefing in self.dossier.briefings:
            for gap in briefing.gaps:
                searched = f"{self.say.gettext('Searched for:')} {', '.join(gap.searched)}" if gap.searched else ""
                yield Entry(
                    EntryKind.GAP,
                    f"{theme_page(briefing.theme.id)}#gaps",
                    Words(gap.text, briefing.language),
                    more=searched,
                    themes=(briefing.theme.id,),
                )

    def events(self) -> Iterator[Entry]:
        for event, href in event_addresses(self.dossier):
            first, last = days_covered(event.date)
            sourcing = self._sourcing(one.passage.article for one in event.citations)
            then = {replace(one, first_day=first, last_day=last) for one in sourcing.witnesses}
            yield Entry(
                EntryKind.EVENT,
                href,
                Words(event.text, event.language),
                lead=self.say.date(event.date),
                translation=self._translation(event.citations[0]),
                themes=event.themes,
                sourcing=replace(sourcing, witnesses=tuple(sorted(then))),
            )

    def figures(self) -> Iterator[Entry]:
        for figure, href in figure_addresses(self.dossier):
            attribution = figure.attribution or ""
            yield Entry(
                EntryKind.FIGURE,
                href,
                Words(figure.text, figure.language),
                lead=counted_value(figure, self.library.interface).text,
                more=f"{self.say.gettext('According to')} {attribution}" if attribution else "",
                translation=self._translation(figure.citations[0]),
                themes=figure.themes,
                sourcing=self._sourcing(one.passage.article for one in figure.citations),
            )

    def articles(self) -> Iterator[Entry]:
        for article in self._newest_first:
            known = article.metadata
            by = ", ".join(filter(None, [*known.authors, known.supplier]))
            yield Entry(
                EntryKind.ARTICLE,
                f"{article_page(article.id)}#top",
                Words(self.library.title(article), known.language),
                more=" – ".join(filter(None, [known.subtitle, by])),
                themes=self._themes.get(article.id, ()),
                sourcing=self._sourcing([article.id]),
            )

    def passages(self) -> Iterator[Entry]:
        quotations = quotations_by_article(self.dossier, self.say)
        is_private = self.dossier.edition is Edition.PRIVATE
        for article in self._newest_first:
            sourcing = self._sourcing([article.id])
            themes = self._themes.get(article.id, ())
            quoted = sorted(quotations.get(article.id, ()), key=_by_place)
            around = _around(one.citation.passage for one in quoted)
            for quotation in quoted:
                citation = quotation.citation
                yield Entry(
                    EntryKind.PASSAGE,
                    citation_href(citation.passage),
                    Words(citation.passage.exact, article.metadata.language),
                    translation=self._translation(citation),
                    themes=themes,
                    sourcing=sourcing,
                    passage=citation.passage.id,
                    within=around.get(citation.passage.id),
                )
            if is_private:
                shown = {one.citation.passage.exact for one in quoted}
                for anchor, words in _sentences(article):
                    if words not in shown:
                        yield Entry(
                            EntryKind.PASSAGE,
                            f"{article_page(article.id)}#{anchor}",
                            Words(words, article.metadata.language),
                            themes=themes,
                            sourcing=sourcing,
                        )

    def _sourcing(self, articles: Iterable[str]) -> Sourcing:
        """The first articles by outlet and date, the others as a number; the chip of an only article."""
        cited = list(dict.fromkeys(articles))
        named = [self.library.source(article, "index.md") for article in cited[:ARTICLES_NAMED]]
        lines = [", ".join((_isolated(one.outlet), one.published, one.language_name)) for one in named]
        hidden = len(cited) - len(named)
        if hidden:
            lines.append(self.say.ngettext("and %(count)s more", "and %(count)s more", hidden))
        only = named[0] if len(cited) == 1 and named[0].is_notable_kind else None
        chip, label = ("", "") if only is None else (only.kind or "", only.kind_label or "")
        return Sourcing(f"{self.say.gettext(';')} ".join(lines), chip, label, self._seen_by(cited))

    def _seen_by(self, articles: Iterable[str]) -> tuple[Witness, ...]:
        """What articles can be filtered by; where there are many, years stand for days."""
        return few_witnesses(self._witnesses[article] for article in articles)

    def _translation(self, citation: Citation) -> Words | None:
        line = self.library.translation(citation.translation)
        return Words(line.text, line.language, line.maker) if line else None


def _isolated(name: str) -> str:
    """A name that is written from right to left, set apart: the day of the date after it stays where it stands."""
    is_rtl = any(unicodedata.bidirectional(character) in {"R", "AL"} for character in name)
    return f"\N{FIRST STRONG ISOLATE}{name}\N{POP DIRECTIONAL ISOLATE}" if is_rtl else name


def _themes_by_article(briefings: Iterable[Briefing]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for briefing in briefings:
        for article in briefing.articles:
            found[article] = (*found.get(article, ()), briefing.theme.id)
    return found


def _by_place(quotation: Quotation) -> tuple[int, int, str]:
    passage = quotation.citation.passage
    return passage.start, -passage.end, passage.id


def _around(passages: Iterable[Passage]) -> dict[str, str]:
    """By the id of a passage that lies inside an earlier one, the id of that one."""
    found: dict[str, str] = {}
    outer: Passage | None = None
    for passage in passages:
        if outer is not None and passage.end <= outer.end:
            found[passage.id] = outer.id
        else:
            outer = passage
    return found


def _sentences(article: Article) -> Iterator[tuple[str, str]]:
    """Anchor and words of every sentence of the whole text, as the article's page shows it."""
    for paragraph in article.paragraphs:
        if paragraph.role is not LineRole.SUBHEAD:
            yield from ((sentence.id, article.words_of(sentence)) for sentence in paragraph.sentences)
