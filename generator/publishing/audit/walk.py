"""The finished site against the articles: the last look before anything is published.

Takes the built site and the folder of article files. Reads the HTML with a parser and the articles with decoders of
its own (``audit.pages``, ``audit.sources``), so that a mistake of the generator cannot hide itself. Promises: every
mark leads to an element that holds exactly the quoted words, those words stand in the article's file, the pages say
of their evidence what ``data/dossier.json`` says, every link arrives, nothing is fetched from another host, and no
byte has changed since the build. All problems are reported together; nothing is printed or changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from generator.errors import Place, SiteBroken
from generator.publishing.audit.characters import plain
from generator.publishing.audit.evidence import Evidence
from generator.publishing.audit.links import ERROR_PAGE, link_problems, request_problems
from generator.publishing.audit.pages import BuiltPage, ShownStatement, read_page
from generator.publishing.audit.record import RECORD, Record, RecordedStatement, read_record
from generator.publishing.site import CHECKSUMS, checksums, recorded_checksums


@dataclass(frozen=True, slots=True)
class AuditReport:
    """What was looked at: pages, citation marks found in them, marks that hold, and everything that does not.

    A server's page for a wrong address is looked at and not counted: a site that opens from a folder has none.
    """

    pages: int
    citations_found: int
    citations_verified: int
    problems: tuple[SiteBroken, ...]


def audit(site_folder: Path, articles_folder: Path) -> AuditReport:
    """Check the site in ``site_folder`` against the files in ``articles_folder``."""
    site_folder = site_folder.resolve()
    files = frozenset(path.relative_to(site_folder).as_posix() for path in site_folder.rglob("*") if path.is_file())
    pages = {path: read_page(site_folder, path) for path in sorted(files) if path.endswith(".html")}
    found = sum(len(page.marks) for page in pages.values())
    changed = tuple(_changed_files(site_folder))
    try:
        record = read_record(site_folder)
    except (OSError, ValueError, KeyError, TypeError) as error:
        unreadable = _broken(RECORD, f"is no record of the dossier ({type(error).__name__}: {error})")
        return AuditReport(_counted(pages), found, 0, (*changed, unreadable))
    evidence = Evidence(record, pages, articles_folder)
    failed_marks = [problem for page in pages.values() for problem in _mark_problems(page, evidence)]
    problems = chain(
        failed_marks,
        *(_page_problems(page, record, evidence) for page in pages.values()),
        _missing_statements(record, pages),
        (_broken(*problem) for problem in evidence.record_problems()),
        (_broken(*problem) for problem in evidence.quote_problems()),
        (_broken(*problem) for problem in link_problems(pages, files)),
        (_broken(*problem) for problem in request_problems(site_folder, pages, files)),
        changed,
    )
    unique = {str(problem): problem for problem in problems}
    return AuditReport(_counted(pages), found, found - len(failed_marks), tuple(unique.values()))


def _counted(pages: Collection[str]) -> int:
    return sum(page != ERROR_PAGE for page in pages)


def _page_problems(page: BuiltPage, record: Record, evidence: Evidence) -> Iterator[SiteBroken]:
    yield from _statement_problems(page, record, evidence)
    yield from _copy_problems(page, evidence)
    yield from _translation_problems(page, record)
    yield from _repeated_words_problems(page, record, evidence)


def _broken(path: str, fact: str, remedy: str = "") -> SiteBroken:
    return SiteBroken(Place(f"site/{path}"), fact, remedy)


def _mark_problems(page: BuiltPage, evidence: Evidence) -> Iterator[SiteBroken]:
    """At most one problem for each mark of the page, so that what is left over is what holds."""
    for mark in page.marks:
        where = f"mark {mark.passage or mark.href!r} of {mark.statement or 'the page'}"
        failure = evidence.mark_failure(page.path, mark)
        if failure:
            fact, remedy = failure
            yield _broken(page.path, f"{where} {fact}", remedy)


def _statement_problems(page: BuiltPage, record: Record, evidence: Evidence) -> Iterator[SiteBroken]:
    for statement in page.statements:
        for fact, remedy in _statement_failures(page, statement, record, evidence):
            yield _broken(page.path, f"statement {statement.id or '(no id)'} {fact}", remedy)
    for line in page.lines:
        for fact, remedy in _line_failures(line, record):
            yield _broken(page.path, f"entry {line.id or '(no id)'} {fact}", remedy)


def _statement_failures(
    page: BuiltPage, statement: ShownStatement, record: Record, evidence: Evidence
) -> Iterator[tuple[str, str]]:
    recorded = record.statements.get(statement.id)
    if recorded is None or statement.text is None or not statement.marks:
        yield from _line_failures(statement, record)
    shown = plain(statement.text or "")
    if recorded is not None and statement.text is not None and shown != plain(recorded.text):
        yield f"reads “{shown}”", f"{RECORD} says: “{recorded.text}”"
    if recorded is not None and statement.origin != recorded.origin:
        yield f"is marked as {statement.origin}", f"{RECORD} says: {recorded.origin}"
    if recorded is not None:
        reached = evidence.targets(page.path, statement.marks)
        for stranger in sorted(reached - recorded.hrefs):
            yield f"leads to {stranger}", f"{RECORD} names no such citation of it"
        for lost in sorted(recorded.hrefs - reached):
            yield f"does not lead to {lost}", f"{RECORD} names this citation of it"
        yield from _sourcing_failures(statement, recorded)
    if statement.origin == "extract":
        quoted = evidence.quoted_words(page.path, statement.marks)
        if shown not in quoted:
            yield f"is an extract that reads “{shown}”", f"its marks lead to: “{quoted[0] if quoted else ''}”"


def _sourcing_failures(statement: ShownStatement, recorded: RecordedStatement) -> Iterator[tuple[str, str]]:
    """Who is said to say it: the attribution as recorded, and none where none is."""
    shown, said = plain(statement.attribution or ""), plain(recorded.attribution or "")
    if not shown.endswith(said) or bool(shown) != bool(said):
        yield f"is attributed “{shown}”", f"{RECORD} says: “{said}”"


def _line_failures(line: ShownStatement, record: Record) -> Iterator[tuple[str, str]]:
    """What must hold of everything that rests on passages: a mark, words of its own, and that the record has them."""
    if not line.marks:
        yield "has no citation", "every statement leads to the words that carry it"
    if line.text is None:
        yield "does not say which words are its own", "no element in it is of the class for them"
    elif plain(line.text) not in record.texts:
        yield f"reads “{plain(line.text)}”, which {RECORD} does not know", ""


def _copy_problems(page: BuiltPage, evidence: Evidence) -> Iterator[SiteBroken]:
    """Quotes that a page repeats: each equals its passage."""
    for passage, text in page.copies:
        exact = evidence.exact_by_passage.get(passage)
        if exact is None:
            yield _broken(page.path, f"quotes passage {passage}, which {RECORD} does not know")
        elif plain(text) != plain(exact):
            yield _broken(page.path, f"quotes passage {passage} as “{plain(text)}”", f"the passage is: “{exact}”")


def _translation_problems(page: BuiltPage, record: Record) -> Iterator[SiteBroken]:
    """Translations beside quoted words: each is one that the record has."""
    for text in map(plain, page.translations):
        if text not in record.translations:
            yield _broken(page.path, f"translates “{text}”, which {RECORD} does not know")


def _repeated_words_problems(page: BuiltPage, record: Record, evidence: Evidence) -> Iterator[SiteBroken]:
    """Words for machines and in pictures: each is a passage, a statement or an event as the record has it."""
    for place, text in page.structured:
        recorded = record.statements.get(place)
        known = evidence.exact_by_passage.get(place) or (recorded.text if recorded else None)
        if plain(text) not in ({plain(known)} if known else record.texts):
            fact = f"gives machines the words “{plain(text)}” as those of {place or '(no id)'}"
            yield _broken(page.path, fact, f"{RECORD} says: “{known or 'nothing of it'}”")
    for text in map(plain, page.pictured):
        _, is_event, words = text.partition(": ")  # the date, then what happened; a column has its count alone
        if is_event and words not in record.texts:
            yield _broken(page.path, f"has a picture that says “{words}”, which {RECORD} does not know")


def _missing_statements(record: Record, pages: dict[str, BuiltPage]) -> Iterator[SiteBroken]:
    """Statements that the record places on a page which does not show them."""
    for statement in record.statements.values():
        for path in statement.pages:
            shown = {entry.id for entry in pages[path].statements} if path in pages else set()
            if statement.id not in shown:
                yield _broken(path, f"does not show statement {statement.id}, as {RECORD} says")


def _changed_files(site_folder: Path) -> Iterator[SiteBroken]:
    """Files that are not as they were built: changed, added, or gone."""
    try:
        built = recorded_checksums(site_folder)
    except OSError:
        yield _broken(CHECKSUMS, "is missing or unreadable")
        return
    present = dict(checksums(site_folder))
    for path in sorted(built.keys() | present.keys()):
        if path not in present:
            yield _broken(path, "is gone since the build")
        elif path not in built:
            yield _broken(path, "was added since the build")
        elif built[path] != present[path]:
            yield _broken(path, "has changed since the build")
