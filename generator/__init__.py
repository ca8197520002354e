"""From a folder of news articles to a briefing dossier in which every statement cites the exact words.

Read ``pipeline.py`` first: it is the table of contents. ``model`` second: the values that pass between stages.
"""

__version__ = "1.0.0"
