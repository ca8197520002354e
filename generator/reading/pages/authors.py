"""Who wrote a page's article: by its records, its meta elements and the bylines that it shows.

Promises: single names, each once, without office, place or address; the name of the outlet is no author while a person
is named.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from generator.model import Provenance, squeeze
from generator.reading.heads.agencies import agencies
from generator.reading.heads.between_names import author_mark
from generator.reading.heads.person_names import is_no_name, is_office, is_outlet, particles
from generator.reading.pages.accounts import COMPANY, is_account
from generator.reading.pages.announcing import words_for_pictures
from generator.reading.pages.byline_names import after_prefix
from generator.reading.pages.byline_words import prefixes_of
from generator.reading.pages.statements import Statements
from generator.reading.pages.titles import plain
from generator.reading.pages.wide_bylines import wide_names
from generator.reading.wide_letters import WIDE

# An address behind a name: "A. Name (name@outlet.example)"
MAIL_BEHIND = re.compile(r"(?<=\w)\s*[(<\[][^\s()<>]+@[^\s()<>]+[)>\]]")
# A break inside a value: "A. Name<br>B. Name"
LINE_BREAK = re.compile(r"<br\s*/?>|\n", re.IGNORECASE)
# No name of an author: a number first ("3 minutes"), a long number, an address, markup, a label ("Photos: A. Name")
NO_NAME = re.compile(r"^\d|\d{3}|[@\[\]{}<>]|:\s|\.com/")
# What may follow a name: "A. Name (Reuters)", "A. Name - Rome"
BRACKET, DASH = re.compile(r"\s*\([^().]*\)$"), re.compile(r"\s[-–—]\s")
# "M.T.", "J.-P. M."
INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?){2,4}")
# A short word that keeps its point where it ends a name or stands alone: "Jr", "Red"
SHORTENED = re.compile(r"\s[JS]r$|^[^\W\d_]{2,4}$")
MOST_NAME_WORDS = 5
RECORDED, BYLINE = Provenance.declared("JSON-LD author"), Provenance.read("byline")
AUTHOR_META = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "citation_author", "byl",
               "cxenseparse:author", "article:author_name", "creator", "dcterms.creator", "og:article:author",
               "article.author", "articleauthor", "article_author", "og:author", "content_author", "article:authors",
               "authors", "author_name", "dable:author", "twitter:data1")  # fmt: skip
# Any other name for it: "mediator_author", "article-author"
NAMED_AUTHOR = re.compile(r"[a-z][-_.:](?:authors?|author[-_]?names?|byline)$")


def authors(
    said: Statements,
    bylines: Sequence[Sequence[str]],
    opened: Sequence[str],
    lines: Sequence[Sequence[str]],
    outlets: frozenset[str],
    language: str,
) -> tuple[tuple[str, ...], Provenance] | None:
    """Who wrote it: JSON-LD, meta, the byline; the outlet's own name only where no witness names anybody else.

    ``bylines`` are groups of names that the page shows, the surest first, ``opened`` those that a word such as "By"
    opens, ``lines`` those of each line in which they are marked; ``outlets`` are the names of its outlet, squeezed.
    """
    witnesses = _witnesses(said, bylines, outlets, language)
    houses = _houses(said, outlets, language)
    for may_be_account in (False, True):
        for names, origin in witnesses:
            persons = tuple(name for name in names if not _is_outlet(name, outlets))
            if persons and (may_be_account or not all(is_account(name) or name in houses for name in persons)):
                stated = witnesses[len(said.records) : len(witnesses) - len(bylines)]
                shown = [(_people(each, outlets, language), BYLINE) for each in (opened, *lines)]
                others = [(_writers(each, outlets), witness) for each, witness in (*stated, *shown)]
                return _fuller(persons, origin, others)
    return next(((names, origin) for names, origin in witnesses if names), None)


def other_authors(said: Statements, opened: Sequence[str], outlets: frozenset[str], language: str) -> tuple[str, ...]:
    """A sentence for each witness that names other people than the first that names any.

    ``opened`` are the names of a byline that a word opens. Witnesses truly differ where they share no name in any
    order, case or abbreviation, and write in one script; agencies, offices, accounts and the outlet are nobody.
    """
    stated = (
        (tuple(filter(_is_full, _writers(names, outlets))), origin)
        for names, origin in _witnesses(said, [opened] if opened else [], outlets, language)
    )
    named = [(names, origin) for names, origin in stated if names]
    if not named:
        return ()
    names, origin = named[0]
    others = ((each, witness) for each, witness in named[1:] if witness != origin and _are_others(each, names))
    return tuple(
        f"authors {', '.join(names)} by {origin}, {', '.join(each)} by {witness}"
        for each, witness in dict(others).items()
    )


def _witnesses(
    said: Statements, bylines: Sequence[Sequence[str]], outlets: frozenset[str], language: str
) -> list[tuple[tuple[str, ...], Provenance]]:
    """Who is named by each record, each meta element and each group of bylines, in the order of trust."""
    return [
        *(
            (_people(said.names_in(record.get("author") or record.get("creator")), outlets, language), RECORDED)
            for record in said.records
        ),
        *(
            (_people(said.meta[key], outlets, language), Provenance.declared(f"meta {key}"))
            for key in AUTHOR_META
            if said.meta.get(key)
        ),
        *(
            (_people(values, outlets, language), Provenance.declared(f"meta {key}"))
            for key, values in said.meta.items()
            if key not in AUTHOR_META and NAMED_AUTHOR.search(key)
        ),
        *((_people(names, outlets, language), BYLINE) for names in bylines),
    ]


def _houses(said: Statements, outlets: frozenset[str], language: str) -> frozenset[str]:
    """What the records call organisations among the authors, agencies apart."""
    from generator.reading.heads.names import supplier_in

    stated = [
        name for record in said.records for name in said.organisations_in(record.get("author") or record.get("creator"))
    ]
    return frozenset(name for name in _people(stated, outlets, language) if not supplier_in(f"({name})"))


def _is_full(name: str) -> bool:
    """Whether a name is a person's whole name."""
    return 2 <= len(name.split()) <= MOST_NAME_WORDS and not is_office(name) and not is_outlet(name)


def _are_others(names: Sequence[str], first: Sequence[str]) -> bool:
    """Whether none of the names shares a word of weight with one of the first, in the same script."""
    one, other = (" ".join(each) for each in (names, first))
    scripts = {unicodedata.name(letter).split()[0] for letter in one + other if letter.isalpha()}
    return len(scripts) == 1 and not _weighty(one) & _weighty(other)


def _weighty(names: str) -> frozenset[str]:
    """The words of names without their accents, in small letters; initials and particles apart."""
    plainly = "".join(c for c in unicodedata.normalize("NFKD", names.casefold()) if not unicodedata.combining(c))
    return frozenset(word for word in re.findall(r"[^\W\d_]{3,}", plainly) if word not in particles())


def _fuller(
    persons: tuple[str, ...], origin: Provenance, stated: Sequence[tuple[tuple[str, ...], Provenance]]
) -> tuple[tuple[str, ...], Provenance]:
    """The persons, or those of a witness that names all of them first and then more: a record may have but one."""
    more = (each for each in stated if len(each[0]) > len(persons) and each[0][: len(persons)] == persons)
    return next(more, (persons, origin))


def _writers(names: Sequence[str], outlets: frozenset[str]) -> tuple[str, ...]:
    """The names without the outlet's own and the agencies', which stand behind those of the writers."""
    from generator.reading.heads.names import supplier_in

    return tuple(name for name in names if not _is_outlet(name, outlets) and not supplier_in(f"({name})"))


def _people(written: Sequence[str], outlets: frozenset[str], language: str = "und") -> tuple[str, ...]:
    """Single names from bylines such as "Von A. Name und B. Name", in order, each once; the outlet's name whole."""
    found: list[str] = []
    for line in written:
        if squeeze(line) in outlets:
            found.append(plain(line))  # "Nach Osten" is no byline of "Osten"
        elif COMPANY.search(line):
            found.append(plain(line))
        elif not re.match(r"(?:https?:)?//|www\.|@", line.strip()):
            byline = MAIL_BEHIND.sub("", plain(LINE_BREAK.sub(", ", _without_outlet(line, outlets))))
            if WIDE.search(byline) and (wide := list(wide_names(byline, prefixes_of(language), language))):
                found.extend(wide)
                continue
            found.extend(_single_names(after_prefix(byline, prefixes_of(language)) or byline, language))
    return tuple(dict.fromkeys(found))


def _without_outlet(line: str, outlets: frozenset[str]) -> str:
    """A full name without the outlet's before or behind it: "Anna HOLT" of "Harbour Ledger Anna HOLT"."""
    heard = line.split()
    behind = (heard[n:] for n in range(len(heard) - 2, 0, -1) if squeeze("".join(heard[:n])) in outlets)
    before = (heard[:n] for n in range(2, len(heard)) if squeeze("".join(heard[n:])) in outlets)
    named = (" ".join(name) for name in (*behind, *before))
    return next((name for name in named if not is_office(name)), line)


def _single_names(line: str, language: str) -> list[str]:
    """The names in a line; beside a full name a single word is a place or an office, unless it is an agency."""
    from generator.reading.heads.names import supplier_in

    bracketed = re.fullmatch(r"\S+@\S+ \((.+)\)", line)
    split = author_mark(language).split(bracketed[1] if bracketed else line)
    parts = [_name_proper(_bare(part)) for part in split if not _made_pictures(part)]
    names = [part for part in parts if part and len(part) <= 60 and not NO_NAME.search(part)]
    persons = [name for name in names if not is_office(name)]
    names = persons or names
    if any(" " in name and not name[0].islower() for name in names):
        return [name for name in names if _stands_beside_names(name) or supplier_in(f"({name})")]
    return names


def _stands_beside_names(name: str) -> bool:
    """Whether a part may be a name where another is a full one: no place or paper ("Lyon", "da Folha do Vale").

    In letters that have no capitals a name may be one word.
    """
    return (" " in name and not name[0].islower()) or name.lower() == name.upper()


def _bare(part: str) -> str:
    """A part of a line without the marks around it; initials and short words keep their last point: "M.T.", "Red."."""
    bare = part.strip(" .,:-–—|")
    shortened = INITIALS.fullmatch(f"{bare}.") or (SHORTENED.search(bare) and bare.lower() not in agencies())
    return f"{bare}." if shortened and f"{bare}." in part else bare


def _made_pictures(part: str) -> bool:
    """Whether a bracket says that somebody made the pictures: "A. Name (foto)"."""
    behind = BRACKET.search(part)
    return behind is not None and behind[0].strip(" ()").casefold() in words_for_pictures()


def _name_proper(part: str) -> str:
    """A name without what follows it: a bracket, a dash and an office, words in small letters: "A. Name in London"."""
    name = BRACKET.sub("", DASH.split(part)[0]) or part
    heard = name.split()
    small = next((n for n, word in enumerate(heard) if is_no_name(word)), len(heard))
    named = [word for word in heard[:small] if not word[0].islower()]
    return " ".join(heard[:small]) if len(named) >= 2 else name


def _least(outlet: str) -> int:
    """How long the name of an outlet is at least that a longer name can begin or end with: "山野日報社"."""
    return 3 if WIDE.match(outlet) else 6


def _is_outlet(name: str, outlets: frozenset[str]) -> bool:
    """Whether a name is the outlet's: it begins or ends with it, or holds its host ("The Outlet (www.outlet.com)")."""
    squeezed = squeeze(re.sub(r"\(.*?\)", "", name))
    if not squeezed or squeezed in outlets:
        return True
    begun = any(
        squeezed.startswith(outlet) or squeezed.endswith(outlet) for outlet in outlets if len(outlet) >= _least(outlet)
    )
    first = squeeze(name.split(maxsplit=1)[0])
    return begun or first in outlets or ("." in name and any(len(o) >= 4 and o in squeeze(name) for o in outlets))
