"""What PyYAML says of a slip in the syntax → place, fact and remedy in an editor's words.

PyYAML names the place where it could read no further; a quotation mark or a bracket that is never closed, and a key
without its colon, are named where they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from generator.errors import ContentProblem, Place


@dataclass(frozen=True, slots=True)
class _Slip:
    """``pattern`` is found in what PyYAML says; ``opened`` places the slip where PyYAML began to read the thing."""

    pattern: str
    fact: str
    remedy: str
    opened: bool = False


QUOTE = "put the text in quotation marks"
NO_KEY = "the line has no key with a colon"

_SLIPS = (
    _Slip(r"found character '\\t'", "a tab stands where spaces must stand", "indent with spaces"),
    _Slip("but found another document", "a second document begins", "take out the line ---"),
    _Slip(
        "mapping values are not allowed",
        "a colon stands inside a text",
        'put the text in quotation marks: text: "He said: no"',
    ),
    _Slip("found unexpected end of stream", "quotation marks are opened and never closed", "close them", opened=True),
    _Slip("unknown escape character", "a backslash stands in double quotation marks", "write two, or single marks"),
    _Slip(
        "expected ',' or",
        "a bracket is opened and not closed",
        "close it behind its last entry, with commas between entries; if it belongs to a text, " + QUOTE,
        opened=True,
    ),
    _Slip("could not find expected ':'", NO_KEY, "write the key, a colon, a space and then the words", opened=True),
    _Slip(
        "but found '[]}]'",
        "a bracket is closed that was never opened",
        "take it out; if it belongs to a text, " + QUOTE,
    ),
    _Slip(
        "but found '<scalar>'|but found '[,\\[{]'",
        "words stand behind the end of a text",
        'put the whole text in double quotation marks, with \\" for one within it; close those that stand open above',
    ),
    _Slip(
        "expected <block end>",
        "the line is indented otherwise than the lines it belongs to",
        "let it begin below them, an entry of a list with a hyphen and a space",
    ),
    _Slip(r"found character '[`@%]'", "a text begins with @, ` or %", QUOTE),
    _Slip("found undefined alias|scanning an? (alias|anchor)", "a text begins with * or &", QUOTE, opened=True),
    _Slip("scanning a block scalar", "a text begins with | or >", QUOTE, opened=True),
)

# "-id: transport"
_TIGHT_HYPHEN = re.compile(r"\s*-[^\s-][^:]*:(?:\s|$)")
# "text: …", "- text: …"
_KEYED = re.compile(r"\s*(?:- +)?[^\s:#\"'][^:]*:(?:\s|$)")


def slip(error: yaml.MarkedYAMLError, text: str, file: str) -> ContentProblem:
    """The problem of a document that cannot be read to its end."""
    said = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else None
    known = next((slip for slip in _SLIPS if re.search(slip.pattern, said)), None)
    if known is None:
        fact, remedy = str(error.problem or error.context), "check indentation, quotation marks and colons there"
        return _problem(file, line, fact, remedy)
    if known.opened and error.context_mark is not None:
        line = error.context_mark.line + 1
    if "mapping values" in known.pattern and line is not None and (above := _of_the_line_above(text, line)):
        return _problem(file, line - 1, *above)
    return _problem(file, line, known.fact, known.remedy)


def _of_the_line_above(text: str, line: int) -> tuple[str, str] | None:
    """Fact and remedy where a line (from 1) with a key of its own cannot be read because of the line above it."""
    lines = text.split("\n")
    above, here = lines[line - 2] if line > 1 else "", lines[line - 1]
    if _TIGHT_HYPHEN.match(above):
        return "a space is missing behind a hyphen", "write the hyphen, a space and the key"
    if above.strip() and not _KEYED.match(above) and _KEYED.match(here):
        return NO_KEY, "write the key, a colon, a space and then the words"
    return None


def _problem(file: str, line: int | None, fact: str, remedy: str) -> ContentProblem:
    return ContentProblem(Place(file, line), f"not readable as YAML: {fact}", remedy)
