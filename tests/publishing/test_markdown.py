"""Foreign text comes out of the real Markdown configuration as it went in, wherever it stands."""

from __future__ import annotations

import html
from html.parser import HTMLParser

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.publishing.markdown import TrustedMarkdown, destination, encode, encode_part, visible, web_address
from tests.publishing.markdown_converter import markdown_converter

PLACES = {
    "paragraph": "{}",
    "heading": "## {} {{ #anchor }}",
    "list": "- {}\n- other",
    "table": "| a | b |\n|---|---|\n| {} | c |",
    "link text": "[{}](page.md)",
    "attribute": '[a](page.md){{ .cite aria-label="{}" }}',
    "raw paragraph": "<p>{}</p>",
    "raw attribute": '<p title="{}">a</p>',
    "inside a wrapper": '<div markdown="1">\n\n<span class="statement-text">{}</span> [1](x.md)\n\n</div>',
}

# What is most likely to be read as markup, beside any text at all
markup = st.sampled_from(
    [
        *("*a*", "_a_", "`a`", "[a](b)", "![a](b)", "<b>", "</p>", "&amp;", "&#42;", "# a", "1. a", "- a", "> a"),
        *("~~~", "```", "{ #id }", "{: .a}", "[^1]", "[^1]: a", "*[HTML]: a", "!!! note", "--8<-- 'x'", "|", "---"),
        *("klzzwxh:0", "\x02klzzwxh:0\x03", "{{ a }}", "{% a %}", "\\", "'", '"', "===", "a:", ": a", "    a", "\t"),
        *("\x02", "\x03", "\ufeff", "\u2028", "\x85", "\ufffe", "\ud800", "\x00", "\n\n"),
        *("https://a.example/?a=b&c", "javascript:alert(1)"),
    ]
)
texts = st.lists(st.one_of(markup, st.text(max_size=12)), min_size=1, max_size=6).map("".join)


@given(texts, st.sampled_from(sorted(PLACES)))
@example("# <script>alert(1)</script> { onclick=x }", "heading")
@example("a | b", "table")
@example("](javascript:alert(1)) [", "link text")
@example('" onmouseover="alert(1)', "raw attribute")
def test_text_comes_out_as_it_went_in(text: str, place: str) -> None:
    shown = _rendered(PLACES[place].format(encode(f"x{text}x")))

    assert visible(f"x{text}x") in visible(shown.words)


@given(texts, st.sampled_from(sorted(PLACES)))
def test_text_never_adds_an_element_or_an_attribute(text: str, place: str) -> None:
    plain = _rendered(PLACES[place].format("x"))

    assert _rendered(PLACES[place].format(encode(f"x{text}x"))).tags == plain.tags


@given(texts)
def test_text_is_the_same_as_a_title_in_front_matter(text: str) -> None:
    title = yaml.safe_load(f'title: "{encode(text)}"')["title"]

    assert visible(html.unescape(title)) == visible(text)


@given(texts, texts)
def test_parts_join_to_the_whole(first: str, second: str) -> None:
    whole = visible(f"x{first} {second}x")
    cut = len(whole) // 2

    parts = encode_part(whole[:cut]) + encode_part(whole[cut:])

    assert visible(html.unescape(parts)) == whole
    assert parts.count(" ") == whole.count(" ")


def test_white_space_is_folded_and_forbidden_characters_go() -> None:
    assert visible(" a\u00a0\n b\x00\x07c\ufffe ") == "a bc"


@pytest.mark.parametrize("place", sorted(PLACES))
def test_no_break_space_between_words_stays(place: str) -> None:
    shown = _rendered(PLACES[place].format(encode(" «\u00a0mot\u202f» \u00a0 fin\u00a0")))

    assert "«\u00a0mot\u202f» fin" in shown.words


def test_joining_trusted_text_to_other_text_ends_the_trust() -> None:
    assert not isinstance(TrustedMarkdown("a") + "<b>", TrustedMarkdown)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://a.example/b?c=d&e", "https://a.example/b?c=d&e"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("https://", None),
        ("//a.example/b", None),
        ("http://[", None),
        (None, None),
    ],
)
def test_only_web_addresses_are_linked(address: str | None, shown: str | None) -> None:
    assert web_address(address) == shown


def test_an_address_inside_the_site_cannot_leave_its_link() -> None:
    assert destination("articles/a) [b](c.md#q-1") == "articles/a%29%20%5Bb%5D%28c.md#q-1"


class _Shown(HTMLParser):
    """The words and attribute values of a page, and the elements and names of attributes in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.values: list[str] = []
        self.tags: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.values += [value or "" for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    @property
    def words(self) -> str:
        return "\n".join(["".join(self.text), *self.values])


def _rendered(source: str) -> _Shown:
    shown = _Shown()
    shown.feed(markdown_converter().convert(source))
    shown.close()
    return shown
