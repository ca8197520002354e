"""Jinja2 templates of the pages: they receive one finished value and decide nothing."""
