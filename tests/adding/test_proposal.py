"""What a sidecar proposes: only what the file does not say, always readable, the reasons beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.adding.outcome import Candidate
from generator.adding.proposal import Value, Witness, agree, as_yaml, propose
from generator.model import Article, Metadata, Provenance, Source, fold
from generator.project.located_yaml import read_yaml
from generator.project.shapes import SidecarShape
from generator.reading.article import read_text


def article(**known: object) -> Article:
    read = read_text("Words of an article that says hardly anything about itself.", "en", None, as_is=True)
    origins = dict.fromkeys(known, Provenance.declared("JSON-LD"))
    return replace(read, metadata=Metadata(**known, origins=origins))  # type: ignore[arg-type]


def candidate(**fields: object) -> Candidate:
    return Candidate("a.txt", Source("a.txt", b"x"), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "one", "other", "same"),
    [
        ("published", "2023-10-05", "2023-10-05T14:02:00+02:00", True),
        ("published", "2023-10-05", "2023-10-04T22:30:00Z", True),
        ("published", "2023-10-05", "2023-10-03T22:30:00Z", False),
        ("published", "2023-10", "2023-10-05", True),
        ("published", "2023-10-05T14:00:00+02:00", "2023-10-05T12:00:00Z", True),
        ("published", "2023-10-05T14:00:00+02:00", "2023-10-05T14:00:00Z", False),
        ("published", "2023-10-05", "2023-10-06", False),
        ("title", "“A port”", "A Port", True),
        ("authors", ("Anna Müller", "Jan Smit"), ("Jan Smit", "Anna Müller"), True),
        ("authors", ("Anna Müller",), ("Anna Müller", "Jan Smit"), False),
        ("url", "http://outlet.example/a", "https://www.outlet.example/a/", True),
        ("language", "en", "en-GB", True),
    ],
)
def test_values_that_say_the_same(name: str, one: Value, other: Value, same: bool) -> None:
    assert agree(name, one, other) == same
    assert agree(name, other, one) == same


def test_the_first_witness_is_heard_and_the_file_before_a_feed() -> None:
    read = article(title="A port", published="2023-10-05")
    feed = Witness("the feed", Metadata(title="PORT NEWS", authors=("Ada",)))
    record = Witness("r.ris", Metadata(authors=("Ben",), published="2023-10-04"), authority=True)
    proposal = propose(candidate(), read, [record, feed], ())
    assert [(field.name, field.value) for field in proposal.fields] == [
        ("authors", ("Ben",)),
        ("published", "2023-10-04"),
    ]
    assert proposal.known.title == "A port"
    assert "the feed says title: PORT NEWS" in proposal.remarks


def test_a_feed_is_heard_where_the_file_only_seems_to_say_something() -> None:
    declared = article(title="A port")
    in_line = {"title": Provenance.in_line(3)}
    guessed = replace(declared, metadata=replace(declared.metadata, origins=in_line))
    feed = Witness("the feed", Metadata(title="A new port"))
    (field,) = propose(candidate(), guessed, [feed], ()).fields
    assert (field.value, field.why) == ("A new port", "from the feed; likely; the file says A port")
    assert propose(candidate(), declared, [feed], ()).fields == ()


WORDS = st.text(min_size=1, max_size=40).map(lambda text: text.strip()).filter(bool)


@example(title="A\x85port", authors=["Ada\u2028Quill"], origin="", remark="")
@given(title=WORDS, authors=st.lists(WORDS, max_size=3), origin=st.text(max_size=40), remark=st.text(max_size=40))
def test_whatever_is_said_the_sidecar_can_be_read(title: str, authors: list[str], origin: str, remark: str) -> None:
    said = Witness(origin, Metadata(title=title, authors=tuple(authors), language="no"), authority=True)
    proposal = propose(candidate(url="https://a.example/x", remarks=(remark,)), article(title="T"), [said], ())
    text = as_yaml(proposal, "an-id", origin).encode("utf-8", "replace").decode()
    read = SidecarShape.model_validate(read_yaml(text, "an-id.yml").value)
    assert read.id == "an-id"
    assert read.url == "https://a.example/x"
    assert read.language == "no"
    if agree("title", title, "T"):
        assert read.title is None
    else:
        assert fold(read.title or "") == fold(title)
    assert [fold(name) for name in read.authors or ()] == [fold(name) for name in authors]
