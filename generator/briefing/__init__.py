"""See the package docstring in pipeline.py."""
