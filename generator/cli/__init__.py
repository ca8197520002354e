"""The commands of ``dossier``: they read options, call the pipeline, print, and choose the exit code.

A module for each command (``build`` holds the three that publish); ``group`` turns mistakes into messages, ``console``
shows tables and progress.

Exit 0: done. 1: something in the content must be mended. 2: the command was called wrongly. 130: it was interrupted.
"""

from __future__ import annotations

import click

from generator import __version__
from generator.cli import add, audit, build, check, evaluate, init, inspect, serve
from generator.cli.group import Commands

EXIT_CODES = (
    "Exit code: 0 done; 1 something in the articles or in sources/ must be mended, and the message says where; "
    "2 the command was called wrongly; 130 it was interrupted."
)


@click.group(cls=Commands, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dossier")
def main() -> None:
    """Make a briefing dossier from a folder of news articles: every statement cites the exact words."""


# In the order in which an editor needs them.
for command in (
    init.init,
    add.add,
    inspect.inspect,
    check.check,
    build.build,
    serve.serve,
    build.bundle,
    build.print_,
    audit.audit,
    evaluate.evaluate,
):
    main.add_command(command)
