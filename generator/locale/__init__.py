"""Catalogues of the interface, one a language: `pybabel extract` with babel.cfg makes messages.pot."""
