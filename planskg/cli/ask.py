"""`planskg ask`."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import typer

from planskg.asking import ask, ask_text, describe_questions, find_questions, write_answer
from planskg.cli.options import StoreFolder
from planskg.cli.stores import open_or_build
from planskg.errors import BadQuery


class AnswerForm(StrEnum):
    """How an answer is printed."""

    table = "table"
    csv = "csv"
    json = "json"


Name = Annotated[str | None, typer.Argument(help="Name of a question; --list shows them.")]
List = Annotated[bool, typer.Option("--list", help="List the questions with their parameters.")]
Sparql = Annotated[str | None, typer.Option(help="A SPARQL query of your own.")]
Parameters = Annotated[list[str] | None, typer.Option("-p", "--parameter", help="key=value, as often as needed.")]
Form = Annotated[AnswerForm, typer.Option("--format", help="How to print the answer.")]


def command(
    name: Name = None,
    every: List = False,
    sparql: Sparql = None,
    parameters: Parameters = None,
    form: Form = AnswerForm.table,
    store: StoreFolder = None,
) -> None:
    """Print one answer."""
    if every:
        sys.stdout.write(describe_questions(find_questions()))
        return
    if (name is None and sparql is None) or (name is not None and sparql is not None):
        raise typer.BadParameter("give the name of a question (--list shows them) or --sparql TEXT")
    given = _pairs(parameters or ())
    graph = open_or_build(store)
    answer = ask_text(graph, sparql) if sparql is not None else ask(graph, name or "", given)
    write_answer(answer, form, sys.stdout)


def _pairs(parameters: Iterable[str]) -> dict[str, str]:
    pairs = [parameter.partition("=") for parameter in parameters]
    for key, equals, value in pairs:
        if not equals or not key:
            raise BadQuery("-p", f"{key + equals + value!r} is no key=value")
    return {key: value for key, _, value in pairs}
