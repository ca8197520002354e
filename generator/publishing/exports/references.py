"""The articles as reference managers read them: CSL-JSON, BibTeX, RIS. What is not known is left out, never made up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.model import Article
from generator.publishing.embedding import Json

# A plain calendar date, as EDTF writes a year, a month or a day: 2023, 2023-10, 2023-10-08.
CALENDAR_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
# Characters that mean something to TeX.
TEX_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "%": r"\%",
        "&": r"\&",
        "#": r"\#",
        "$": r"\$",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def csl_json(articles: Sequence[Article]) -> list[Json]:
    """One CSL entry for each article, in the order given."""
    return [_csl(article) for article in articles]


def bibtex(articles: Sequence[Article]) -> str:
    """One ``@misc`` for each article, in the order given; the key is the article's id. For BibLaTeX and BibTeX."""
    return "\n".join(_bibtex(article) for article in articles)


def ris(articles: Sequence[Article]) -> str:
    """One ``NEWS`` record for each article, in the order given."""
    return "".join("".join(f"{tag}  - {text}\n" for tag, text in _ris(article)) for article in articles)


def _csl(article: Article) -> Json:
    known = article.metadata
    entry: dict[str, Json] = {"id": article.id, "type": "article-newspaper", "language": known.language}
    if known.title:
        entry["title"] = f"{known.title}: {known.subtitle}" if known.subtitle else known.title
    if known.authors:
        entry["author"] = [{"literal": author} for author in known.authors]
    for field, text in (("container-title", known.publisher), ("URL", known.url), ("genre", known.kind)):
        if text:
            entry[field] = str(text)
    for field, date in (("issued", known.published), ("accessed", known.retrieved)):
        if date:
            entry[field] = _csl_date(date)
    return entry


def _csl_date(edtf: str) -> Json:
    """Parts for a plain calendar date; the EDTF expression itself for anything less certain."""
    parts = _calendar_parts(edtf)
    return {"date-parts": [[int(part) for part in parts]]} if parts else {"raw": edtf}


def _calendar_parts(edtf: str) -> list[str]:
    """Year, month and day as far as they are known: 2023-10 gives 2023 and 10; a time of day is dropped."""
    plain = CALENDAR_DATE.fullmatch(edtf.partition("T")[0])
    return [part for part in plain.groups() if part] if plain else []


def _bibtex(article: Article) -> str:
    known = article.metadata
    fields = {
        "title": known.title,
        "subtitle": known.subtitle,
        "author": " and ".join(f"{{{_tex(author)}}}" for author in known.authors) or None,
        "howpublished": known.publisher,
        "date": known.published,
        "year": next(iter(_calendar_parts(known.published or "")), None),
        "url": known.url,
        "urldate": known.retrieved,
        "langid": known.language,
    }
    as_they_are = {"author", "url"}
    lines = [
        f"  {name} = {{{text if name in as_they_are else _tex(text)}}},\n" for name, text in fields.items() if text
    ]
    return f"@misc{{{article.id},\n{''.join(lines)}}}\n"


def _tex(text: str) -> str:
    return " ".join(text.split()).translate(TEX_SPECIAL)


def _ris(article: Article) -> Iterator[tuple[str, str]]:
    known = article.metadata
    parts = _calendar_parts(known.published or "")
    yield "TY", "NEWS"
    yield "ID", article.id
    yield from (("AU", author) for author in known.authors)
    title = f"{known.title}: {known.subtitle}" if known.title and known.subtitle else known.title
    stated = [("TI", title), ("T2", known.publisher), ("PY", parts[0] if parts else None)]
    stated += [("DA", "/".join(parts) if parts else None), ("LA", known.language), ("UR", known.url)]
    yield from ((tag, " ".join(text.split())) for tag, text in stated if text)
    yield "ER", ""
