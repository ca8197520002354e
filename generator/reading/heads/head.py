"""What a plain text says of itself in its head and tail: title, subtitle, authors, dates, kind, supplier, publisher.

Takes the lines with their roles and the language; gives what they state, each field with the line where it was read
(``line 5``, from 1). Promises to state nothing that the text does not: an article without a title gets none, a date
that can be read two ways is none, and no outlet is named that the text does not name as its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model import ArticleKind, Line, LineRole, Metadata, fold
from generator.reading.heads.article_lines import state_parts
from generator.reading.heads.bare_names import names_beside_date, outlet_above_title, outlet_before_date
from generator.reading.heads.byline import LONGEST_BYLINE_CHARS, byline_within, is_byline, is_byline_word
from generator.reading.heads.datelines import agency_of_dateline, dateline_end
from generator.reading.heads.days import state_dates, state_update_of_the_day
from generator.reading.heads.foot_of_page import outlet_at_foot
from generator.reading.heads.menus import menu_entries, section_names
from generator.reading.heads.names import (
    authors_in,
    kind_in,
    kind_in_title,
    kind_words,
    names_and_outlet,
    partner_in,
    publisher_in,
    supplier_in,
)
from generator.reading.heads.opening import Opening, opening_of
from generator.reading.heads.page_title import (
    bears,
    borne_out,
    last_name_among,
    outlet_among,
    page_title,
    plain,
)
from generator.reading.heads.parts import names_an_outlet
from generator.reading.heads.person_names import is_newspaper
from generator.reading.heads.rights import outlet_with_rights
from generator.reading.heads.stated import LONGEST_STATEMENT_CHARS, Stated
from generator.reading.heads.stated_dates import stated_dates
from generator.reading.heads.title_line import taken_apart, without_label
from generator.reading.marks import SEPARATORS
from generator.reading.phrases import hits_of

HEAD_LINES = 12
# Where a line stands that bears title, outlet and day together
FIRST_LINES = 3
TAIL_LINES = 14
NEAR_BODY_LINES = 6
# A summary may stand so far above the first paragraph, with author and day between them
LONGEST_GAP_LINES = 20
DATELINE_CHARS = 90
LONGEST_SUBTITLE_CHARS = 420
BODY_PARAGRAPHS = 12


def stated_metadata(lines: Sequence[Line], language: str) -> Metadata:
    """What the lines state, each field with the line where it was read (from 1) as its origin."""
    spoken = [line for line in lines if line.text.strip()]
    body = [number for number, line in enumerate(spoken) if line.kept and line.role is LineRole.BODY]
    if not body:
        return Metadata(language=language)
    head, tail = _head(spoken, body), _tail(spoken, body)
    below = _before_others(tail, language)
    found = Stated()
    opening = opening_of(spoken[0].text, language) if spoken[0].role is not LineRole.BODY else None
    _titles(found, spoken, body, opening, language)
    state_dates(found, [*head, *below], opening, spoken[0], language)
    _day_beside_title(found, spoken, language)
    state_update_of_the_day(found, [*head, *below], language)
    _people(found, head, below, language)
    titled = next((line.number for line in spoken if line.role is LineRole.TITLE), None)
    if titled is None and "title" in found.origins and found.origins["title"].line == spoken[0].number + 1:
        titled = spoken[0].number  # the first line bears the title and the outlet
    if "authors" not in found.fields and (beside := names_beside_date(spoken, titled, language)) is not None:
        found.state("authors", *beside)
    outlet = outlet_before_date(spoken, titled, language) or outlet_above_title(spoken, titled, language)
    if outlet is not None:
        found.state("publisher", *outlet)
    if opening is not None:
        found.state("publisher", opening.publisher, spoken[0])
    state_parts(found, spoken, language)
    entries = menu_entries(spoken, language)
    _kinds(found, [line for line in head if line.number not in entries], tail, opening, language)
    _houses(found, spoken, tail, language)
    _part_from_outlet(found)
    return Metadata(language=language, origins=found.origins, **found.fields)  # type: ignore[arg-type]


def dated_by_update(found: Metadata) -> Metadata:
    """What a text states that has no record beside it: where it gives only its last change, it is dated by that."""
    if found.published or not found.updated:
        return found
    origins = {**found.origins, "published": found.origins["updated"]}
    return replace(found, published=found.updated.partition("T")[0], origins=origins)


def _head(spoken: Sequence[Line], body: Sequence[int]) -> list[Line]:
    """The lines above the body, from the title on where there is one, and those between its first paragraphs."""
    first = body[0]
    titles = [n for n in range(first) if spoken[n].role is LineRole.TITLE]
    begin = max(titles[0] - 3, 0) if titles else max(first - HEAD_LINES, 0)
    last = body[1] if len(body) > 1 and body[1] - first <= LONGEST_GAP_LINES else 0
    within = [
        line
        for line in spoken[begin : min(max(first + 8, last), body[-1] + 1)]
        if not (line.kept and line.role is LineRole.BODY)
    ]
    return within[: HEAD_LINES + 8]


def _tail(spoken: Sequence[Line], body: Sequence[int]) -> list[Line]:
    return [line for line in spoken[body[-1] + 1 : body[-1] + 1 + TAIL_LINES] if not line.kept]


def _titles(found: Stated, spoken: Sequence[Line], body: Sequence[int], opening: Opening | None, language: str) -> None:
    _of_line_taken_apart(found, spoken, body, language)
    for line in spoken[: body[0]]:
        # a first line into which a date was glued is taken apart before it is believed as a whole
        taken_apart = line is spoken[0] and opening is not None and opening.title
        announced = line.role is LineRole.TITLE and kind_in(line.text, language) is ArticleKind.PRESS_RELEASE
        if line.role is LineRole.TITLE and not taken_apart and not announced:
            found.state("title", without_label(line.text, language), line)
    if opening is not None and opening.title:
        found.state("title", opening.title, spoken[0])
    _of_first_line(found, spoken, body, language)
    lead = spoken[body[0]]
    apart = len(body) > 1 and any(line.role is not LineRole.BODY for line in spoken[body[0] + 1 : body[1]])
    subheaded = len(body) > 1 and any(line.role is LineRole.SUBHEAD for line in spoken[body[0] + 1 : body[1]])
    if "title" in found.fields and apart and not subheaded and len(fold(lead.text)) <= LONGEST_SUBTITLE_CHARS:
        found.state("subtitle", fold(lead.text), lead)


def _of_line_taken_apart(found: Stated, spoken: Sequence[Line], body: Sequence[int], language: str) -> None:
    """Title, outlet and agency of one of the first lines that bears the day too."""
    titled = next((line for line in spoken[: body[0]] if line.role is LineRole.TITLE), spoken[0])
    if titled.kept and titled.role is not LineRole.TITLE:
        return
    apart = taken_apart(titled.text, language) if titled in spoken[:FIRST_LINES] else None
    if apart is not None:
        found.state("title", without_label(apart.title, language), titled)
        found.state("publisher", apart.outlet, titled)
        found.state("supplier", apart.supplier, titled)


def _day_beside_title(found: Stated, spoken: Sequence[Line], language: str) -> None:
    """The day in the title's own line, where no other line states one: "The title (Outlet, 3 May 2026)"."""
    number = found.origins["title"].line if "title" in found.origins else None
    line = next((line for line in spoken[:FIRST_LINES] if line.number + 1 == number), None)
    apart = taken_apart(line.text, language) if line is not None else None
    if line is not None and apart is not None:
        found.state("published", apart.day, line)


def _of_first_line(found: Stated, spoken: Sequence[Line], body: Sequence[int], language: str) -> None:
    """Title and outlet that the first line states and other lines bear out."""
    page = page_title(spoken[0].text) if not spoken[0].kept or spoken[0].role is LineRole.TITLE else None
    if page is None:
        return
    around = [line for line in spoken[1:] if line.role not in (LineRole.BODY, LineRole.SUBHEAD)]
    texts = [line.text for line in around if len(line.text) <= LONGEST_STATEMENT_CHARS]
    paragraphs = [spoken[number].text for number in body[:BODY_PARAGRAPHS]]
    stated = borne_out(page, texts, paragraphs)
    if stated is None:
        return
    found.state("title", stated[0], spoken[0])
    if plain(str(found.fields["title"])) in map(plain, page.cuts) or stated[1]:
        found.state("publisher", outlet_among(stated[1], texts), spoken[0])
    title = plain(stated[0])
    last = stated[1][-1] if stated[1] else ""
    if title == plain(str(found.fields["title"])) and is_newspaper(last) and names_an_outlet(last, language):
        found.state("publisher", last, spoken[0])
    if stated[1] and title == plain(str(found.fields["title"])) and any(bears(text, (title,)) for text in texts):
        found.state("publisher", last_name_among(stated[1], _no_outlets(language)), spoken[0])


def _no_outlets(language: str) -> frozenset[str]:
    """Names of sections and kinds, in the language and in English, which a tab may end with too."""
    return section_names(language).union(*kind_words(language).values())


def _before_others(tail: Sequence[Line], language: str) -> list[Line]:
    """The lines right below the body, up to one that announces other articles or comments."""
    found = []
    for line in tail[:8]:
        if hits_of(line.text, language) & {"related:begins", "comments:begins"}:
            break
        found.append(line)
    return found


def _people(found: Stated, head: Sequence[Line], tail: Sequence[Line], language: str) -> None:
    near = [*head, *tail[:NEAR_BODY_LINES]]
    for line, below in zip(near, [*near[1:], None], strict=False):
        if line.role is LineRole.BYLINE and is_byline(line.text.strip(), language):
            names, outlet = names_and_outlet(fold(line.text), authors_in(line.text, language), language)
            if len(names) > 1 and outlet is None and names_an_outlet(names[-1], language):
                names, outlet = names[:-1], names[-1]  # "By A. Name, The Grain Letter"
            found.state("authors", _people_of(found, names), line)
            found.state("publisher", outlet, line)
        elif line.role is LineRole.DATELINE and (signed := byline_within(line.text, language)) is not None:
            names, outlet = names_and_outlet(fold(line.text), authors_in(signed, language), language)
            found.state("authors", names, line)
            found.state("publisher", outlet, line)
        elif not line.kept and len(line.text) <= LONGEST_BYLINE_CHARS and SEPARATORS.search(line.text):
            signed = byline_within(line.text, language)
            found.state("authors", authors_in(signed, language) if signed else (), line)
        elif below is not None and is_byline_word(line.text, language) and not below.kept:
            found.state("authors", authors_in(f"{fold(line.text)} {fold(below.text)}", language), below)


def _people_of(found: Stated, names: Sequence[str]) -> tuple[str, ...]:
    """The names without the outlet that signs with them: "By Ada Holm The Courier"."""
    outlet = str(found.fields.get("publisher", ""))
    if not outlet:
        return tuple(names)
    people = (name.removesuffix(outlet).strip() if " " in name else name for name in names)
    return tuple(name for name in people if name)


def _part_from_outlet(found: Stated) -> None:
    """The authors without the outlet behind their names, where a line below theirs states it: a day and its name."""
    authors = found.fields.get("authors")
    if isinstance(authors, tuple) and (people := _people_of(found, authors)):
        found.fields["authors"] = people


def _kinds(found: Stated, head: Sequence[Line], tail: Sequence[Line], opening: Opening | None, language: str) -> None:
    for line in [*tail[:NEAR_BODY_LINES], *head]:
        if len(line.text) <= LONGEST_STATEMENT_CHARS and (partner := partner_in(line.text, language)) is not None:
            found.state("kind", ArticleKind.PARTNER, line)
            found.state("supplier", partner, line)
    if opening is not None and opening.kind is not None and head:
        found.state("kind", opening.kind, head[0])
    for line in _around_title(head, language):
        section, bar, _ = line.text.partition("|")  # "Analysis | Orlen Ledger"
        if (kind := kind_in(section if bar else line.text, language)) is not None:
            found.state("kind", kind, line)
    for line in head:
        if line.role is LineRole.TITLE:
            announced = kind_in(line.text, language)
            found.state("kind", announced if announced is ArticleKind.PRESS_RELEASE else None, line)
            found.state("kind", kind_in_title(line.text, language), line)


def _around_title(head: Sequence[Line], language: str) -> Iterator[Line]:
    """Lines that can name the kind, nearest to the title first.

    The word over an advert says nothing of the article, and below the title "Comment" asks readers for theirs.
    """
    other = (LineRole.TITLE, LineRole.ADVERT)
    title = next((line.number for line in head if line.role is LineRole.TITLE), 0)
    near = [line for line in head if len(line.text) <= 60 and line.role not in other]
    near = [line for line in near if line.number < title or "comments" not in hits_of(line.text, language)]
    yield from sorted(near, key=lambda line: abs(line.number - title))


def _houses(found: Stated, spoken: Sequence[Line], tail: Sequence[Line], language: str) -> None:
    for line in [*tail, *spoken[-3:]]:
        if not line.kept and len(line.text) <= LONGEST_STATEMENT_CHARS:
            named = publisher_in(line.text) or outlet_with_rights(spoken, line, language)
            found.state("publisher", named or outlet_at_foot(spoken, line, language), line)
            if line in tail[:NEAR_BODY_LINES]:
                found.state("supplier", supplier_in(line.text), line)
    first = next(line for line in spoken if line.kept and line.role is LineRole.BODY)
    _of_dateline(found, first, language)


def _of_dateline(found: Stated, first: Line, language: str) -> None:
    """Agency and day, as the first words of its copy give them: "Danzig, 13. März 2026 (dpa) - ".

    A place in capitals and a day before a dash do the same without one: "KYIV, 3 March 2026 — The".
    """
    opened = fold(first.text)[:DATELINE_CHARS]
    found.state("supplier", agency_of_dateline(opened), first)
    dates = {stated.day: stated for stated in stated_dates(opened[: dateline_end(opened)], language)}
    if len(dates) == 1 and (stated := next(iter(dates.values()))).names_a_day:
        found.state("published", stated.day, first)
