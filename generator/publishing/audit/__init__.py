"""The finished site against the article files, by code that shares nothing with what it checks: ``walk`` first."""
