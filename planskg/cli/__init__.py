"""The command planskg: a module a command, loaded when it is called, so that each starts with what it needs alone."""

import gc
import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from planskg import __version__
from planskg.errors import PlanskgError

COMMANDS = {
    "text": "Print the text that offsets count in.",
    "extract": "Print what plans promise: pillars, targets, aims, projects, actions and table figures.",
    "residue": "Print every number and stage word that no record took, with the reason why not.",
    "build": "Make the graph of plans, reason over it, and keep it in a store, a TriG file, or both.",
    "check": "Lint plans, or RDF files of their graphs: what is missing, what contradicts what, and where.",
    "explain": "Explain a rule of the linter with an example, or list all rules.",
    "ask": "Ask the graph a question of queries/, or one of your own.",
    "export": "Write the graph in another format.",
    "score": "Compare extracted records with reference records, kind by kind and field by field.",
    "run": "Build the project's own plans and write out/: graph, records, answers, report and picture.",
}
"""By name, in the order in which a plan passes through them; each stands in the module planskg.cli.NAME."""


SELDOM = (50_000, 20, 50)
"""How seldom Python looks for cycles: records and statements make none, and looking took a sixth of an export."""


class Commands(TyperGroup):
    """The commands of COMMANDS; one is imported when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names in the order of COMMANDS."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command; only its name and help where nothing but the list of commands is wanted."""
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in sys.argv:
            return TyperCommand(cmd_name, help=COMMANDS[cmd_name])
        return load_command(cmd_name)


def load_command(name: str) -> Any:
    """Import a command's module and return the command."""
    program = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    program.command(name, help=COMMANDS[name])(import_module(f"planskg.cli.{name}").command)
    return get_command(program)


app = typer.Typer(
    cls=Commands, add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
)


def _tell_version(asked: bool) -> None:
    if asked:
        typer.echo(f"planskg {__version__}")
        raise typer.Exit


@app.callback()
def about(
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Read the plans that Chinese local governments print, as a knowledge graph of what they promise."""


def main() -> None:
    """Run a command; what stops it is one line on standard error and exit status 2."""
    gc.set_threshold(*SELDOM)
    try:
        app()
    except PlanskgError as error:
        _stop(str(error))
    except BrokenPipeError:
        sys.stderr.close()  # whoever read the output has gone, which is no fault
    except OSError as error:
        _stop(f"{error.filename or 'planskg'}: {error.strerror or error}")


def _stop(line: str) -> None:
    typer.echo(f"planskg: {' '.join(line.split())}", err=True)
    sys.exit(2)
