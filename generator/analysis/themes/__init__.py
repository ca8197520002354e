"""Which sentences belong to which theme, and why: ``recognition`` first, then what ``surroundings`` carry.

``widening`` takes an editor's keywords into other languages, and ``acceptance`` says which words become terms;
``proposals`` and ``stories`` find themes where no editor has named any.
"""
