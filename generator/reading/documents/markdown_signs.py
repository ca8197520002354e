"""What tells Markdown from plain text: front matter, a title block, signs that nobody writes otherwise."""

from __future__ import annotations

import re

# Front matter: a line "---" or "+++", fields, and the same line again
FRONT_MATTER = re.compile(
    r"^\ufeff?\s*(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<fields>.*?)\r?\n(?P=fence)[ \t]*(?:\r?\n|$)", re.DOTALL
)
# Front matter in JSON: an object alone on its lines at the very start, with a field that names the article
JSON_MATTER = re.compile(
    r"^\ufeff?\s*(?P<fields>\{[ \t]*\r?\n(?:[^\n]*\n){0,40}?[ \t]*\"title\"[ \t]*:(?:[^\n]*\n){0,40}?\})[ \t]*\r?\n"
)
# The title block of Pandoc: "% Title", "% A. Name; B. Name", "% 3 May 2024" and an empty line
TITLE_BLOCK = re.compile(
    r"^\ufeff?% (?P<title>[^\n]*\S)[ \t]*\r?\n(?:%(?P<authors>[^\n]*)\r?\n(?:%(?P<date>[^\n]*)\r?\n)?)?[ \t]*\r?\n"
)
# What only Markdown writes, each with what it always holds: "# Title", "[words](https://…)", "![picture](x.png)",
# "**bold**"
MARKDOWN_SIGNS = (
    ("# ", re.compile(r"^#{1,6} \S", re.MULTILINE)),
    ("](", re.compile(r"(?<!!)\[[^\]\n]+\]\((?:https?://|/|\.|#)[^)\s]*\)")),
    ("](", re.compile(r"!\[[^\]\n]*\]\([^)\s]+\)")),
    ("**", re.compile(r"\*\*[^\s*][^*\n]*\*\*")),
)

# Brackets open at once, and signs of emphasis in one paragraph: with more, a library's time grows with their square
DEEPEST, MOST_MARKS = 100, 1_000
# A quotation in a quotation in a quotation …, deeper than any reply to a letter: "> > > > …"
FEWEST_QUOTED = 40
QUOTED_DEEPLY = re.compile(rf"^(?:[ \t]{{0,3}}>){{{FEWEST_QUOTED}}}", re.MULTILINE)


def looks_like_markdown(text: str, name: str = "") -> bool:
    """Whether a text is Markdown: front matter, or at least two signs that only Markdown has (one if named so)."""
    if _is_nested_deeply(text):
        return False
    if TITLE_BLOCK.match(text) or JSON_MATTER.match(text):
        return True
    front_matter = FRONT_MATTER.match(text)
    if front_matter and re.search(r"^[\w-]+\s*[:=]", front_matter["fields"], re.MULTILINE):
        return True
    beginning = text[:65536]
    signs = sum(held in beginning and sign.search(beginning) is not None for held, sign in MARKDOWN_SIGNS)
    return signs >= (1 if name.lower().endswith((".md", ".markdown", ".mdx")) else 2)


def _is_nested_deeply(text: str) -> bool:
    """Whether brackets or quotations stand one in another as nobody writes them; libraries fail on such a text."""
    if text.count(">") >= FEWEST_QUOTED and QUOTED_DEEPLY.search(text):
        return True
    if text.count("*") <= MOST_MARKS and text.count("[") <= DEEPEST and text.count("(") <= DEEPEST:
        return False
    blocks = re.split(r"\n[ \t]*\n", text)
    return any(
        block.count("*") > MOST_MARKS or _depth(block, "[]") > DEEPEST or _depth(block, "()") > DEEPEST
        for block in blocks
    )


def _depth(block: str, brackets: str) -> int:
    """How many brackets are open at once; 0 where there are too few to matter."""
    opening = brackets[0]
    if block.count(opening) <= DEEPEST:
        return 0
    depth = deepest = 0
    for character in block:
        if character in brackets:
            depth = depth + 1 if character == opening else max(depth - 1, 0)
            deepest = max(depth, deepest)
    return deepest
