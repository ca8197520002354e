"""Which sentences belong to which theme, and why: ``recognition`` first, then what ``surroundings`` carry.

``widening`` takes an editor's keywords into other languages; ``proposals`` and ``stories``
find themes where no editor has named any.
"""
