"""``python -m generator`` is ``dossier``; so is the command itself."""

from __future__ import annotations

import sys

from generator.errors import INTERRUPTED

BY_CTRL_C = 130


def run() -> None:
    """Load the commands and run the one that was called: Ctrl-C while they load is no mistake of the program either."""
    try:
        from generator.cli import main

        main(prog_name="dossier")
    except KeyboardInterrupt:
        _end()
    except RuntimeError as error:
        # Python 3.11 hides an interruption in the middle of a class behind an error of its own
        if not isinstance(error.__cause__, KeyboardInterrupt):
            raise
        _end()


def _end() -> None:
    sys.stderr.write(f"{INTERRUPTED}\n")
    raise SystemExit(BY_CTRL_C) from None


if __name__ == "__main__":
    run()
