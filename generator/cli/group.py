"""How every command is listed and ends: mistakes in content become messages and exit codes in this one place."""

from __future__ import annotations

import signal
import sys
from io import TextIOWrapper

import click

from generator.errors import INTERRUPTED, DossierError, ProblemsFound, refused_by_system


class Commands(click.Group):
    """Turns every mistake in content into a message and exit 1, in one place; a bug keeps its traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 # click's signature
        """The commands as they are listed: in the order of the work."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, each with its whole first sentence."""
        rows = [(name, self.commands[name].get_short_help_str(limit=200)) for name in self.list_commands(ctx)]
        with formatter.section("Commands, in the order of the work"):
            formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a request to end, of a person or a program, leaves nothing half-made."""
        signal.signal(signal.SIGTERM, _terminated)
        _show_what_can_be_shown()
        try:
            return super().invoke(ctx)
        except DossierError as error:
            show_problems(error)
            raise click.exceptions.Exit(1) from error
        except OSError as error:
            refusal = refused_by_system(error)
            if refusal is None:
                raise
            show_problems(refusal)
            raise click.exceptions.Exit(1) from error
        except KeyboardInterrupt as interruption:
            click.echo(INTERRUPTED, err=True)
            raise click.exceptions.Exit(130) from interruption


def _show_what_can_be_shown() -> None:
    """A letter that the terminal's encoding does not have ("ł" in Latin-1) is shown as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def show_problems(error: DossierError) -> None:
    """Every problem in its own words on standard error, and how many there are."""
    click.echo(str(error), err=True)
    if isinstance(error, ProblemsFound) and len(error.problems) > 1:
        click.echo(f"{len(error.problems)} problems", err=True)


def _terminated(*_: object) -> None:
    """The same manners at the request of another program: what is half-made is cleared away."""
    click.echo(INTERRUPTED, err=True)
    raise SystemExit(143)
