"""What the command line prints for people."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from graders.bench.figures import Part
from graders.contract import Report
from graders.doctor import Layer
from graders.feedback import render
from graders.next_steps import next_step

LOG = Console(stderr=True)
# Piped into a file, a table keeps its columns.
OUT = Console(width=None if sys.stdout.isatty() else 200)


def progress(log: Console, name: str) -> Callable[[int, int], None]:
    """A line on ``log`` at every tenth of the way."""

    def told(done: int, total: int) -> None:
        if done == total or done % max(total // 10, 1) == 0:
            log.print(f"{name}: {done} of {total} seeds", highlight=False)

    return told


def problems(out: Console, name: str, found: Sequence[Mapping[str, Any]]) -> None:
    """Every problem, one line each."""
    out.print(f"{name}: {len(found)} problem(s)", highlight=False)
    for problem in found:
        where = f"{problem['path']}:{problem['line']}" if problem["line"] else problem["path"]
        out.print(f"  {where}  {render(problem['code'], problem['params'], 'en')}", markup=False)


def proof(out: Console, name: str, document: Mapping[str, Any]) -> None:
    """The variant × check table, and a line that says whether the package is clean."""
    seeds = document["seeds"]
    table = Table(title=f"{name}: how often each check failed each variant, of {seeds} seeds")
    table.add_column("variant")
    for check in document["checks"]:
        table.add_column(check, justify="right")
    table.add_column("")
    for variant in document["variants"]:
        row = [str(variant["killed_by"].get(check, "·")) for check in document["checks"]]
        table.add_row(variant["file"], *row, _variant_word(variant))
    for accepted in document["accepted"]:
        failed = {failure["check"] for failure in accepted["failed"]}
        row = ["FAILS" if check in failed else "ok" for check in document["checks"]]
        table.add_row(accepted["file"], *row, "accepted")
    out.print(table)
    if document["problems"]:
        problems(out, name, document["problems"])
    for check in document["unkilled_checks"]:
        out.print(f"no variant fails the check {check}", highlight=False)
    for file in document["flaky"]:
        out.print(f"{file} fails in some seeds and passes in others", highlight=False)
    word = "clean" if document["clean"] else "NOT CLEAN"
    out.print(f"{name}: {word}, {seeds} seeds, {document['seconds']:.1f} s", highlight=False)


def together(out: Console, documents: Sequence[Mapping[str, Any]], seconds: float) -> None:
    """One line for all packages, and the names of those that are not clean."""
    unclean = [document["folder"] for document in documents if not document["clean"]]
    clean = len(documents) - len(unclean)
    out.print(f"{clean} of {len(documents)} packages clean, {seconds:.0f} s", highlight=False)
    if unclean:
        out.print("NOT CLEAN: " + ", ".join(unclean), highlight=False, markup=False)


def scores(out: Console, documents: Sequence[Mapping[str, Any]]) -> None:
    """One row per package, and what was not recognised."""
    table = Table(title="What packages are worth")
    for heading in ("package", "seeds", "kill rate", "false rejections", "rewritten", "recognised", ""):
        table.add_column(heading, justify="left" if heading in ("package", "") else "right")
    for document in documents:
        table.add_row(
            document["folder"],
            str(document["seeds"]),
            f"{document['kill_rate']:.2%}",
            f"{document['false_rejections']} of {document['accepted_runs']}",
            f"{document['rewritten']} (+{document['changed_by_rewriting']} changed)",
            f"{document['diagnosis_accuracy']:.1%}",
            "good" if document["good"] else "NOT GOOD",
        )
    out.print(table)
    for document in documents:
        for missed in document["not_recognised"]:
            out.print(
                f"{document['folder']}: {missed['variant']} {missed['rewriting']}: "
                f"{missed['named'] or 'not named'}",
                highlight=False,
                markup=False,
            )
        if document["problems"]:
            problems(out, document["folder"], document["problems"])


def _variant_word(variant: Mapping[str, Any]) -> str:
    if variant["survived_seeds"]:
        return f"SURVIVES {len(variant['survived_seeds'])}"
    if variant["missed"]:
        return "not failed by " + ", ".join(variant["missed"])
    return "killed"


def report(out: Console, graded: Report, language: str) -> None:
    """Verdict, reason, and the table of cases."""
    out.print(f"{graded.verdict}  {graded.score:g} / {graded.max_score:g}", highlight=False)
    if graded.message is not None:
        out.print(render(graded.message.code, graded.message.params, language), markup=False)
    if graded.diagnosis is not None:
        out.print(graded.diagnosis.title.get(language), style="bold", markup=False)
        out.print(graded.diagnosis.explanation.get(language), markup=False)
    for case in graded.cases:
        out.print(f"{case.verdict:>14}  {case.title.get(language)}", markup=False, highlight=False)
        for check in case.checks:
            if check.verdict != "pass":
                text = render(check.code, check.params, language)
                look_at = next_step(check.code, check.params, language)
                out.print(f"{'':>16}{check.check}: {text} {look_at}".rstrip(), markup=False)
    out.print(
        f"{graded.seconds * 1000:.1f} ms, level {graded.level}, peak {graded.peak_bytes / 2**20:.0f} MiB"
        + (f", {graded.device_bytes / 2**20:.1f} MiB of the card" if graded.device == "cuda" else ""),
        highlight=False,
    )


def doctor(out: Console, layers: Sequence[Layer], best: str | None, language: str) -> None:
    """Layer by layer, with what to do."""
    for layer in layers:
        word = "holds" if layer.holds else "does not hold"
        out.print(f"{layer.name:>16}  {word}  {layer.detail}", markup=False, highlight=False)
        if layer.remedy is not None:
            out.print(f"{'':>18}{layer.remedy.get(language)}", markup=False, highlight=False)
    out.print(f"best level here: {best or 'none: a worker refuses to start'}", highlight=False)


def bench(out: Console, part: Part) -> None:
    """One part as a table: a column for each figure that any of its rows has."""
    keys = list(dict.fromkeys(key for row in part.rows for key in row))
    table = Table(title=part.title)
    for key in keys:
        words = any(isinstance(row.get(key), str) for row in part.rows)
        table.add_column(_heading(key), justify="left" if words else "right")
    for row in part.rows:
        table.add_row(*(_figure(key, row.get(key, "")) for key in keys))
    out.print(table)


def _heading(key: str) -> str:
    for ending, unit in (("_ms", " ms"), ("_mib", " MiB"), ("_share", "")):
        if key.endswith(ending):
            return key.removesuffix(ending).replace("_", " ") + unit
    return key.replace("times_", "× ").replace("_", " ")


def _figure(key: str, value: str | int | float) -> str:
    if not isinstance(value, float):
        return str(value)
    if key.endswith(("_share", "efficiency")):
        return f"{100 * value:.1f} %"
    return f"{value:.0f}" if key.startswith("times_") else f"{value:.1f}"
