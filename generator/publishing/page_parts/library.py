"""The articles of a dossier as a page names them, and the marks that lead from a sentence to the exact words.

Takes the dossier and its interface language; gives finished, frozen values for templates: text in them is plain
(templates encode it), addresses are finished.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.model import (
    Article,
    ArticleKind,
    Citation,
    CitedActor,
    Dossier,
    Origin,
    Passage,
    Publisher,
    Statement,
    Theme,
    Translation,
)
from generator.publishing.addresses import relative
from generator.publishing.interface import Interface
from generator.publishing.markdown import destination, encode, web_address
from generator.publishing.page_parts.labels import KIND_LABELS, ROLE_LABELS
from generator.publishing.page_parts.lines import Mark, Note, QuotedWords, RelatedLine, SourceName, TranslationLine
from generator.publishing.page_parts.numbering import Numbering
from generator.publishing.page_parts.shortening import at_these_words, beginning
from generator.publishing.page_parts.sourcing import SourceNames, source_names

WORDS_OF_AN_UNTITLED_ARTICLE = 8
WORDS_OF_A_TITLE_IN_A_LINE = 6
WORDS_OF_A_RELATED_STATEMENT = 14
RELATED_SHOWN = 3
SIGNS_OF_A_SHORT_OUTLET = 28


class Library:
    """Looks articles up and names them in the interface's language."""

    def __init__(self, dossier: Dossier, interface: Interface) -> None:
        self.dossier = dossier
        self.interface = interface
        self._articles = {article.id: article for article in dossier.articles}
        self._statements = {statement.id: statement for statement in dossier.statements}
        self._places = dict(_places_of_statements(dossier))
        self._publishers = {name: one for one in reversed(dossier.publishers) for name in (*one.names, one.name)}
        self._copies: dict[str, list[str]] = {}
        for copy, first in sorted(dossier.duplicates.items()):
            self._copies.setdefault(first, []).append(copy)

    def article(self, article_id: str) -> Article:
        """The article with this id."""
        return self._articles[article_id]

    def source(self, article_id: str, page: str) -> SourceName:
        """The article as a list on ``page`` (a Markdown path) names it."""
        article = self.article(article_id)
        known = article.metadata
        kind = known.kind
        outlet = known.publisher or self._unknown_outlet(known.supplier)
        short_title = None if known.publisher or not known.title else self._quoted_beginning(known.title)
        return SourceName(
            id=article.id,
            title=self.title(article),
            title_language=known.language,
            is_untitled=known.title is None,
            target=destination(relative(f"articles/{article.id}.md", page)),
            outlet=outlet,
            has_outlet=known.publisher is not None,
            is_long_outlet=len(outlet) > SIGNS_OF_A_SHORT_OUTLET,
            name=", ".join(filter(None, (known.supplier, short_title))) if short_title else outlet,
            short_title=short_title,
            supplier=known.supplier,
            country=self._country(known.publisher),
            published=self.interface.date(known.published),
            language=known.language,
            direction=self.interface.direction(known.language),
            language_name=self.interface.language_name(known.language),
            kind=None if kind is None else kind.value,
            kind_label=None if kind is None else self.kind_label(kind),
            is_notable_kind=kind not in {None, ArticleKind.NEWS},
            original=web_address(known.url),
            copied=self._copied(article_id),
        )

    def sources_of(self, citations: Iterable[Citation], page: str) -> SourceNames:
        """The articles that citations come from, each once, in order of appearance.

        Copies whose outlet is not known are counted beside their original: nothing else could be said of them.
        """
        articles = dict.fromkeys(citation.passage.article for citation in citations)
        copies = {one: first for one, first in self.dossier.duplicates.items() if one in articles and first in articles}
        counted = {one: first for one, first in copies.items() if self.article(one).metadata.publisher is None}
        times = Counter(counted.values())
        sources = [self.source(article, page) for article in articles if article not in counted]
        return source_names([self._with_copies(one, times[one.id]) for one in sources], self.interface)

    def _with_copies(self, source: SourceName, copies: int) -> SourceName:
        if not copies:
            return source
        told = self.interface.ngettext(
            "%(count)s other article has the same text", "%(count)s other articles have the same text", copies
        )
        return replace(source, copied=told)

    def twins(self, article_id: str, page: str) -> tuple[SourceName, ...]:
        """The articles with the same text as this one, which came first."""
        return tuple(self.source(copy, page) for copy in self._copies.get(article_id, ()))

    def place_of(self, statement: Statement) -> str:
        """Where a statement stands, among the pages of ``docs/``: on a theme page, else its words in the article."""
        passage = statement.citations[0].passage
        return self._places.get(statement.id, f"articles/{passage.article}.md#{passage.id}")

    def related(self, statement: Statement, page: str) -> tuple[RelatedLine, ...]:
        """The statements that look alike without being shown to say the same."""
        others = (self._statements[one] for one in self.related_to(statement))
        return tuple(
            RelatedLine(
                text=beginning(other.text, WORDS_OF_A_RELATED_STATEMENT),
                language=other.language,
                direction=self.interface.direction(other.language),
                target=destination(relative(self.place_of(other), page)),
                source=self.source(other.citations[0].passage.article, page),
            )
            for other in others
        )

    def related_to(self, statement: Statement) -> tuple[str, ...]:
        """The ids of the statements that are shown as related to this one."""
        return tuple(one for one in statement.related if one in self._statements)[:RELATED_SHOWN]

    def title(self, article: Article) -> str:
        """The title, else the first words of the body."""
        if article.metadata.title:
            return article.metadata.title
        first = next(iter(article.sentences), None)
        words = "" if first is None else article.words_of(first)
        return beginning(words, WORDS_OF_AN_UNTITLED_ARTICLE) or article.id

    def publisher(self, name: str | None) -> Publisher | None:
        """What the editor knows of the outlet that is called so."""
        return self._publishers.get(name or "")

    def _country(self, outlet: str | None) -> str | None:
        known = self.publisher(outlet)
        return self.interface.country_name(known.country) if known and known.country else None

    def _unknown_outlet(self, supplier: str | None) -> str:
        """What stands for an outlet that is not known; an agency that supplied the text is named."""
        if supplier is None:
            return self.interface.gettext("publisher unknown")
        return self.interface.gettext("%(supplier)s, publisher unknown") % {"supplier": supplier}

    def _quoted_beginning(self, title: str) -> str:
        """First words of a title, as a line names it among others."""
        return self.interface.gettext("“%(words)s”") % {"words": beginning(title, WORDS_OF_A_TITLE_IN_A_LINE)}

    def _copied(self, article_id: str) -> str | None:
        first = self._articles.get(self.dossier.duplicates.get(article_id, ""))
        if first is None:
            return None
        outlet = first.metadata.publisher or self._quoted_beginning(self.title(first))
        return self.interface.gettext("same text as %(outlet)s") % {"outlet": outlet}

    def kind_label(self, kind: ArticleKind) -> str:
        """The word for a kind of article."""
        return self.interface.gettext(KIND_LABELS[kind])

    def role_label(self, role: str) -> str:
        """The word for what a line of an article is for."""
        return self.interface.gettext(ROLE_LABELS.get(role, role))

    def title_language(self, theme: Theme) -> str | None:
        """The language that a theme's title is shown in, where that is another than the dossier's: a headline's."""
        own = self.dossier.settings.language
        found = theme.title_language(own)
        return None if found == own else found

    def name_language(self, actor: CitedActor) -> str | None:
        """The language in which an actor is spelt as pages show it, where only sources in other languages do."""
        spoken = [language for language, spelt in actor.aliases.items() if actor.name in spelt]
        return None if self.dossier.settings.language in spoken else next(iter(spoken), None)

    def marks(self, citations: Iterable[Citation], numbering: Numbering, page: str) -> tuple[Mark, ...]:
        """One mark for each citation."""
        return tuple(self.mark(citation.passage, numbering.of(citation.passage), page) for citation in citations)

    def mark(self, passage: Passage, number: str, page: str) -> Mark:
        """The mark of a passage on ``page`` (a Markdown path)."""
        source = self.source(passage.article, page)
        words = {"number": number, "outlet": source.name, "date": source.published}
        label = self.interface.gettext("Source %(number)s: %(outlet)s, %(date)s")
        return Mark(
            number=number,
            passage=destination(passage.id),
            target=destination(relative(f"articles/{passage.article}.md#{passage.id}", page)),
            label=encode(label % words),
        )

    def quoted(self, citation: Citation, number: str, page: str) -> QuotedWords:
        """The words of a citation, for showing beside a statement or among the sources."""
        passage = citation.passage
        known = self.article(passage.article).metadata
        return QuotedWords(
            number=number,
            passage=passage.id,
            exact=passage.exact,
            language=known.language,
            direction=self.interface.direction(known.language),
            target=destination(relative(f"articles/{passage.article}.md#{passage.id}", page)),
            original=at_these_words(known.url, passage.exact),
            translation=self.translation(citation.translation),
        )

    def notes(self, citations: Iterable[Citation], page: str) -> tuple[Note, ...]:
        """The words behind the marks of ``page``, each passage once, in order."""
        return tuple(
            Note(self.quoted(citation, "", page), self.source(citation.passage.article, page))
            for citation in {one.passage.id: one for one in citations}.values()
        )

    def shown_whole(self, text: str, citations: Sequence[Citation], page: str) -> QuotedWords | None:
        """The words of the first citation where ``text`` is exactly these, so that a page shows them already."""
        first = citations[0]
        return self.quoted(first, "", page) if text == first.passage.exact else None

    def translation(self, translation: Translation | None) -> TranslationLine | None:
        """A translation as it is shown, labelled with its maker."""
        if translation is None:
            return None
        return TranslationLine(
            text=translation.text,
            language=translation.language,
            direction=self.interface.direction(translation.language),
            language_name=self.interface.language_name(translation.language),
            maker=self._maker(translation),
        )

    def _maker(self, translation: Translation) -> str:
        by = {"by": translation.by or self.interface.gettext("an unknown translator")}
        if translation.machine:
            return self.interface.gettext("machine translation by %(by)s, not reviewed") % by
        if translation.reviewed:
            return self.interface.gettext("translation by %(by)s, reviewed") % by
        return self.interface.gettext("translation by %(by)s, not reviewed") % by

    def agreement(self, statement: Statement) -> str:
        """ "one source", "3 independent sources", or a count of articles whose independence nobody has shown."""
        independent = statement.corroborated_by + 1
        articles = {citation.passage.article for citation in statement.citations}
        cited = len({self.dossier.duplicates.get(article, article) for article in articles})
        if independent > 1:
            return self.interface.ngettext("%(count)s independent source", "%(count)s independent sources", independent)
        if cited > 1:
            return self.interface.ngettext("%(count)s article", "%(count)s articles", cited)
        return self.interface.gettext("one source")

    def drafting(self, drafted_by: str | None, reviewed_by: str | None) -> str | None:
        """The notice that a text was drafted by a machine and whether a person has read it."""
        if drafted_by is None:
            return None
        if reviewed_by is None:
            return self.interface.gettext("Drafted with %(by)s; not reviewed by a person.") % {"by": drafted_by}
        words = {"by": drafted_by, "reviewer": reviewed_by}
        return self.interface.gettext("Drafted with %(by)s; reviewed by %(reviewer)s.") % words


def is_extract(statement: Statement) -> bool:
    """Whether a statement is a sentence of an article, verbatim."""
    return statement.origin is Origin.EXTRACT


def _places_of_statements(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """The first theme page that shows a statement; those of later themes first, so that the first one stays."""
    for briefing in reversed(dossier.briefings):
        for statement in (*briefing.statements, *((briefing.bottom_line,) if briefing.bottom_line else ())):
            yield statement.id, f"themes/{briefing.theme.id}.md#{statement.id}"
