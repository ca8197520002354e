"""Catalogues of the interface, one a language: `pybabel extract` with babel.cfg makes messages.pot."""


def _(message: str) -> str:
    """Mark an interface string for the catalogues; it is translated where it is shown."""
    return message


def ngettext(singular: str, plural: str) -> tuple[str, str]:
    """Mark an interface string that depends on a count; the form is chosen where it is shown."""
    return singular, plural
