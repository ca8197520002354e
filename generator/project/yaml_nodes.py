"""A YAML document's text → its nodes, each with its place; ``located_yaml`` makes values of them.

They are read by libyaml, which PyYAML brings along for most machines: a vocabulary of megabytes takes seconds, not
minutes. What libyaml refuses, PyYAML's own reader reads again: it says more exactly what is wrong. Both put the nodes
together in Python, where the deepest nesting is an error and never the end of the program.
"""

from __future__ import annotations

import re
from contextlib import suppress

import yaml
from yaml.composer import Composer

NULL, TEXT = "tag:yaml.org,2002:null", "tag:yaml.org,2002:str"


class _OwnLoader(yaml.SafeLoader):
    """PyYAML's own, which reads nothing but null as anything but text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own way


# "null", "~" and nothing at all
_OwnLoader.add_implicit_resolver(NULL, re.compile(r"^(?:~|null|Null|NULL|)$"), [*"~nN", ""])

if yaml.__with_libyaml__:

    class _FastLoader(Composer, yaml.CSafeLoader):
        """libyaml's events, composed in Python."""

        yaml_implicit_resolvers = _OwnLoader.yaml_implicit_resolvers

        def __init__(self, text: str) -> None:
            yaml.CSafeLoader.__init__(self, text)
            Composer.__init__(self)


def compose(text: str) -> yaml.Node | None:
    """The root of the nodes; nothing for an empty document. Raises ``YAMLError`` and ``RecursionError``."""
    if yaml.__with_libyaml__:
        with suppress(yaml.YAMLError):  # PyYAML says the same more exactly
            return _FastLoader(text).get_single_node()
    return _OwnLoader(text).get_single_node()
