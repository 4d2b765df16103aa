"""``python -m graders answers evaluate FILE``: how well marks of short texts agree with a person's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from graders import present
from graders.answers.evaluate.marked import FileRefused, read_marked
from graders.answers.evaluate.measures import Estimate
from graders.answers.evaluate.report import Report
from graders.answers.evaluate.report import evaluate as evaluated

app = typer.Typer(no_args_is_help=True, help="Marks of short texts.")
_COLUMNS = (
    "answers", "questions", "QWK", "exact", "mean error", "precision of full", "coverage of full",
    "false zeros",
)  # fmt: skip
_WRONG_USE = 2


@app.callback()
def answers() -> None:
    """Marks of short texts."""


@app.command()
def evaluate(
    path: Annotated[
        Path, typer.Argument(help="JSON Lines of marked answers, or a folder of question files.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")] = False,
) -> None:
    """Compare the marker with people: in all, by language form, and beside two baselines."""
    try:
        marked = read_marked(path)
    except FileRefused as refused:
        present.LOG.print(str(refused), markup=False, highlight=False, soft_wrap=True)
        raise typer.Exit(_WRONG_USE) from None
    report = evaluated(marked)
    if as_json:
        print(json.dumps(report.to_json(), indent=1))
        return
    present.OUT.print(_table(report))
    present.OUT.print(f"{report.per_second:.0f} answers marked per second", highlight=False)


def _table(report: Report) -> Table:
    table = Table(title="Automatic marks beside a person's (95 % intervals, by question)")
    table.add_column("")
    for column in _COLUMNS:
        table.add_column(column, justify="right")
    for row in report.rows:
        shares = (row.precision, row.coverage, row.false_zeros)
        table.add_row(
            row.name,
            str(row.answers),
            str(row.questions),
            _figure(row.kappa),
            _percent(row.exact),
            _figure(row.error),
            *(_percent(share) if share is not None else "" for share in shares),
        )
    return table


def _figure(found: Estimate) -> str:
    if found.value is None:
        return "–"
    interval = f" [{found.low:.2f}, {found.high:.2f}]" if found.low is not None else ""
    return f"{found.value:.2f}{interval}"


def _percent(found: Estimate) -> str:
    if found.value is None:
        return "–"
    interval = f" [{found.low:.0%}, {found.high:.0%}]" if found.low is not None else ""
    return f"{found.value:.0%}{interval}"
