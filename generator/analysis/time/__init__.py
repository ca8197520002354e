"""Temporal expressions: ``recognition`` first, then where they stand (``expressions``) and mean (``resolution``)."""
