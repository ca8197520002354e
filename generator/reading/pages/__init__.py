"""Saved web pages: ``page`` first, then ``blocks``, ``region``, ``body``, and what the page says of itself."""
