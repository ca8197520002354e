"""Temporal expressions: ``recognition`` first, then where they stand (``expressions``) and mean (``resolution``).

``patterns`` are ``templates`` whose ``slots`` a language's words fill; ``plausibility`` says whether what fits one is a
date at all.
"""
