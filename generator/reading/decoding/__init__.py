"""Bytes become text: ``text`` first."""
