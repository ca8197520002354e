"""Values for programs inside a page: JSON that no page can be broken by, on its way through a page's front matter.

Takes plain values; gives text that is safe between ``<script>`` tags and, written once more as a string, in the YAML
at the head of a page, which hands it to the theme as it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from generator.publishing.markdown import TrustedMarkdown

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"

# What could end a script, begin a comment or be read as a reference: </script>, <!--, &lt;.
_SCRIPT_SPECIAL = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def front_matter_json(value: Json) -> TrustedMarkdown:
    """``value`` as a YAML string that holds JSON for a ``<script>``: all ASCII, and nothing in it is markup."""
    return TrustedMarkdown(json.dumps(script_json(value)))


def script_json(value: Json) -> str:
    """``value`` as JSON that may stand in a ``<script>`` element; absent fields are left out."""
    return json.dumps(_clean(value), separators=(",", ":"), allow_nan=False).translate(_SCRIPT_SPECIAL)


def _clean(value: Json) -> Json:
    """Without absent fields."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: _clean(one) for key, one in value.items() if one is not None and one != []}
    if isinstance(value, Sequence):
        return [_clean(one) for one in value]
    return value
