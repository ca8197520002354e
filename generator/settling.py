"""What is loaded stays: Python's garbage collector looks at it no more.

Libraries, models and tables of languages are some hundred thousand objects that are never given up. Each of the
collector's full rounds would look at all of them, and on a worker that shares its parent's memory would copy them.
"""

from __future__ import annotations

import gc


def settle() -> None:
    """Leave out of all further rounds of the collector what is in memory now; what is garbage already is collected."""
    gc.collect()
    gc.freeze()
