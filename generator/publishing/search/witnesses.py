"""What the entry of a search can be filtered by: outlet, language, kind and days of the articles behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.edtf import earliest, latest
from generator.model import Article
from generator.publishing.search.entry import Witness

WITNESSES_BY_DAY = 8


def witness(article: Article) -> Witness:
    """Outlet, language, kind and days of an article; "" for what is not known."""
    known = article.metadata
    kind = known.kind.value if known.kind else ""
    return Witness(known.publisher or "", known.language, kind, *days_covered(known.published))


def days_covered(edtf: str | None) -> tuple[str, str]:
    """First and last day that an EDTF date covers; "" for an end that is not known."""
    if not edtf:
        return "", ""
    first, last = earliest(edtf), latest(edtf)
    return first.isoformat() if first else "", last.isoformat() if last else ""


def few_witnesses(articles: Iterable[Witness]) -> tuple[Witness, ...]:
    """Those that differ, in a stated order; where there are many, years stand for days."""
    found = set(articles)
    if len(found) > WITNESSES_BY_DAY:
        found = {_by_year(one) for one in found}
    return tuple(sorted(found))


def _by_year(witness: Witness) -> Witness:
    first, last = witness.first_day, witness.last_day
    return replace(witness, first_day=first and f"{first[:4]}-01-01", last_day=last and f"{last[:4]}-12-31")
