"""RIS, BibTeX and CSL-JSON (Zotero) → what an editor's bibliography says of articles, and which article it means.

Takes files, recognised by content; gives records that match an article by address, by file name or by title. A record
that two articles could mean, or that means one of two, is not used.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath

from generator.adding.addresses import key_of_address, shown
from generator.adding.outcome import Candidate
from generator.errors import ContentProblem, Place
from generator.languages import of_tag
from generator.model import Article, Metadata, fold, squeeze

RIS_START = re.compile(r"^\ufeff?\s*TY {1,2}- ", re.MULTILINE)  # "TY  - NEWS"
BIBTEX_START = re.compile(r"^\s*@\w+\s*[{(]", re.MULTILINE)  # "@article{smit2023,"
DATE_PARTS = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")  # "2023/10/05/", "2023-10", "2023"
TIME = re.compile(r"T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?")  # "T14:02:00+02:00"
# A file in a bibliography: "Page:files/12/page.html:text/html", "files/12/page.html", "file:///home/a/page.html"
ATTACHED = re.compile(r"[^:;\\/]+\.\w{2,5}(?=[:;]|$)")
SHORTEST_TITLE = 12


@dataclass(frozen=True, slots=True)
class Record:
    """One entry: what it says, the names of its files, and where it stands."""

    place: str
    known: Metadata
    files: tuple[str, ...] = ()


@dataclass(slots=True)
class Bibliography:
    """All records of a run; remembers which of them were used."""

    records: tuple[Record, ...] = ()
    _used: set[int] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.records)

    def match(self, candidate: Candidate, article: Article) -> Record | None:
        """The one record that means an article: by address, else by file name, else by title."""
        for found in (self._by_address(candidate, article), self._by_file(candidate), self._by_title(article)):
            if len(found) == 1:
                self._used.add(found[0])
                return self.records[found[0]]
            if found:
                return None
        return None

    def unused(self) -> Iterator[str]:
        """The places of records that matched nothing."""
        yield from (record.place for number, record in enumerate(self.records) if number not in self._used)

    def _by_address(self, candidate: Candidate, article: Article) -> list[int]:
        keys = {key_of_address(url) for url in (candidate.url, article.metadata.url) if url}
        return [
            n for n, record in enumerate(self.records) if record.known.url and key_of_address(record.known.url) in keys
        ]

    def _by_file(self, candidate: Candidate) -> list[int]:
        name = candidate.name.casefold()
        return [n for n, record in enumerate(self.records) if name and name in map(str.casefold, record.files)]

    def _by_title(self, article: Article) -> list[int]:
        title = squeeze(article.metadata.title or "")
        if len(title) < SHORTEST_TITLE:
            return []
        return [n for n, record in enumerate(self.records) if squeeze(record.known.title or "") == title]


def read_bibliography(paths: Sequence[Path]) -> tuple[Bibliography, tuple[ContentProblem, ...]]:
    """All records of the files in their order, and what could not be read."""
    records: list[Record] = []
    problems: list[ContentProblem] = []
    for path in paths:
        try:
            records.extend(_records(path, problems))
        except ContentProblem as problem:
            problems.append(problem)
    return Bibliography(tuple(records)), tuple(problems)


def _records(path: Path, problems: list[ContentProblem]) -> list[Record]:
    origin = shown(path.as_posix())
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentProblem(Place(origin), "is not UTF-8", "export it again as UTF-8") from error
    except OSError as error:
        raise ContentProblem(Place(origin), f"cannot be opened ({error.strerror})", "check the path") from error
    if text.lstrip()[:1] in ("[", "{"):
        return list(_csl(text, origin))
    if RIS_START.search(text):
        return list(_ris(text, origin))
    if BIBTEX_START.search(text):
        return list(_bibtex(text, origin, problems))
    raise ContentProblem(Place(origin), "is no RIS, BibTeX or CSL-JSON", "export the records in one of these")


def _csl(text: str, origin: str) -> Iterator[Record]:
    try:
        read = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        raise ContentProblem(Place(origin, line), "is not readable as JSON", "export it again as CSL-JSON") from error
    listed = read.get("items", [read]) if isinstance(read, dict) else read
    for number, entry in enumerate(listed if isinstance(listed, list) else [], start=1):
        if not isinstance(entry, dict):
            continue
        known = Metadata(
            title=_words(entry.get("title")),
            publisher=_words(entry.get("container-title")) or _words(entry.get("publisher")),
            authors=tuple(_csl_names(entry.get("author"))),
            published=_csl_date(entry.get("issued")),
            retrieved=_csl_date(entry.get("accessed")),
            language=_language(entry.get("language")),
            url=_web(entry.get("URL")),
        )
        yield Record(_place(origin, number, known), known, _file_names(entry.get("file")))


def _csl_names(value: object) -> Iterator[str]:
    for name in value if isinstance(value, list) else ():
        if isinstance(name, dict):
            parts = [name.get(part) for part in ("given", "dropping-particle", "non-dropping-particle", "family")]
            whole = name.get("literal") or " ".join(str(part) for part in parts if part)
            if fold(str(whole)):
                yield fold(str(whole))


def _csl_date(value: object) -> str | None:
    if not isinstance(value, dict):
        return None
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        return _date("-".join(str(part) for part in parts[0][:3] if part))
    return _date(str(value.get("raw") or value.get("literal") or ""))


def _ris(text: str, origin: str) -> Iterator[Record]:
    import rispy

    try:
        entries = rispy.loads(text)
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise ContentProblem(
            Place(origin), f"is not readable as RIS: {shown(str(error))}", "export it again"
        ) from error
    for number, entry in enumerate(entries, start=1):
        urls = entry.get("urls") or ([entry["url"]] if entry.get("url") else [])
        outlet = next(
            (entry[k] for k in ("secondary_title", "journal_name", "alternate_title3", "publisher") if entry.get(k)),
            None,
        )
        known = Metadata(
            title=_words(entry.get("title") or entry.get("primary_title")),
            publisher=_words(outlet),
            authors=tuple(_turned(name) for name in entry.get("authors") or entry.get("first_authors") or ()),
            published=_date(entry.get("date") or "") or _date(entry.get("year") or entry.get("publication_year") or ""),
            retrieved=_date(entry.get("access_date") or ""),
            language=_language(entry.get("language")),
            url=next(filter(None, map(_web, urls)), None),
        )
        attached = [str(entry.get(f"file_attachments{n}") or "") for n in (1, 2)]
        yield Record(_place(origin, number, known), known, _file_names(";".join(attached)))


def _bibtex(text: str, origin: str, problems: list[ContentProblem]) -> Iterator[Record]:
    import logging

    from bibtexparser import middlewares
    from bibtexparser.entrypoint import parse_string

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what fails is reported below
    library = parse_string(
        text,
        append_middleware=[
            middlewares.LatexDecodingMiddleware(),
            middlewares.MonthIntMiddleware(),
            middlewares.SeparateCoAuthors(),
            middlewares.SplitNameParts(),
            middlewares.MergeNameParts(style="first"),
        ],
    )
    for block in library.failed_blocks:
        line = block.start_line + 1 if block.start_line is not None else None
        problems.append(ContentProblem(Place(origin, line), "a record is not readable as BibTeX", "mend its braces"))
    for number, entry in enumerate(library.entries, start=1):
        said = {name.lower(): entry.fields_dict[name].value for name in entry.fields_dict}
        month = f"-{int(said['month']):02d}" if str(said.get("month", "")).isdigit() else ""
        outlet = next((said[k] for k in ("journaltitle", "journal", "publisher", "organization") if said.get(k)), None)
        known = Metadata(
            title=_words(said.get("title")),
            subtitle=_words(said.get("subtitle")),
            publisher=_words(outlet),
            authors=tuple(name for name in map(_words, said.get("author") or ()) if name and name != "others"),
            published=_date(said.get("date") or "") or _date(f"{said.get('year', '')}{month}"),
            retrieved=_date(said.get("urldate") or ""),
            language=_language(said.get("langid") or said.get("language")),
            url=_web(said.get("url") or said.get("howpublished")),
        )
        yield Record(_place(origin, number, known), known, _file_names(said.get("file")))


def _place(origin: str, number: int, known: Metadata) -> str:
    title = f' "{shown(known.title)[:60]}"' if known.title else ""
    return f"{origin}, record {number}{title}"


def _words(value: object) -> str | None:
    """Words without markup and braces: "<i>Der</i> {EU}-Plan" is "Der EU-Plan"."""
    first = value[0] if isinstance(value, list) and value else value
    if not isinstance(first, str):
        return None
    return fold(re.sub(r"</?[a-z]{1,5}[^<>]{0,80}>|[{}]", "", first)) or None


def _turned(name: str) -> str:
    """ "Muster, Anna" is "Anna Muster"."""
    family, _, given = fold(name).partition(",")
    return f"{given.strip()} {family.strip()}".strip()


def _date(written: object) -> str | None:
    """EDTF of "2023/10/05/", "2023-10-05T14:02:00Z", "2023"; absent for anything else."""
    found = DATE_PARTS.match(str(written).strip())
    if not found:
        return None
    parts = [int(part) for part in found.groups() if part]
    try:
        date(*(*parts, 1, 1)[:3])
    except ValueError:
        return None
    day = "-".join([f"{parts[0]:04d}", *(f"{part:02d}" for part in parts[1:])])
    time = TIME.match(str(written).strip()[found.end() :]) if len(parts) == 3 else None
    return f"{day}T{time[1]}{time[2] or ''}" if time else day


def _language(value: object) -> str:
    return of_tag(str(value or "")) or "und"


def _web(value: object) -> str | None:
    r"""An address, taken out of "\url{…}" where it must be."""
    found = re.search(r"https?://[^\s{}]+", str(value or ""))
    return found[0] if found else None


def _file_names(value: object) -> tuple[str, ...]:
    """The bare names of attached files."""
    listed: Mapping[str, None] = dict.fromkeys(
        PurePosixPath(name.strip()).name for name in ATTACHED.findall(str(value or "").replace("\\", "/"))
    )
    return tuple(listed)
