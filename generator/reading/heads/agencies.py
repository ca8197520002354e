"""The agencies whose copy outlets print (``agencies.toml``), by any spelling that credits and datelines give them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def agencies() -> Mapping[str, str]:
    """The name of each agency by its spelling in small letters."""
    content = tomllib.loads(files(__package__).joinpath("agencies.toml").read_text(encoding="utf-8"))
    return {str(name).lower(): str(name) for name in content["agencies"]}


def agency_among(names: str) -> str | None:
    """The first agency of a credit that names one or several: "dpa", "Küste/dpa", "AFP, Reuters"."""
    pieces = (piece.strip().lower() for piece in re.split(r"[/,]", names))
    return next((agencies()[piece] for piece in pieces if piece in agencies()), None)
