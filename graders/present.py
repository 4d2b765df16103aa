"""What the command line prints for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from graders.contract import Report
from graders.doctor import REMEDIES, Layer
from graders.feedback import render


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
                out.print(
                    f"{'':>16}{check.check}: {render(check.code, check.params, language)}", markup=False
                )
    out.print(
        f"{graded.seconds * 1000:.1f} ms, level {graded.level}, peak {graded.peak_bytes / 2**20:.0f} MiB",
        highlight=False,
    )


def doctor(out: Console, layers: Sequence[Layer], best: str | None) -> None:
    """Layer by layer, with what to do."""
    for layer in layers:
        word = "holds" if layer.holds else "does not hold"
        out.print(f"{layer.name:>12}  {word}  {layer.detail}", markup=False, highlight=False)
        if not layer.holds:
            out.print(f"{'':>14}{REMEDIES[layer.name].en}", markup=False, highlight=False)
    out.print(f"best level here: {best or 'none: a worker refuses to start'}", highlight=False)


def bench(out: Console, measured: Mapping[str, Any]) -> None:
    """One row per way of grading."""
    table = Table(title=f"{measured['package']}, level {measured['level']}, {measured['runs']} runs")
    for heading in ("way", "p50 ms", "p95 ms", "per second", "× naive latency"):
        table.add_column(heading, justify="left" if heading == "way" else "right")
    for way in measured["ways"]:
        table.add_row(
            way["way"],
            f"{way['p50_ms']:.1f}",
            f"{way['p95_ms']:.1f}",
            f"{way['per_second']:.1f}",
            f"{way['times_naive']:.0f}",
        )
    out.print(table)
