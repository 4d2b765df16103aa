"""``python -m graders``: check, grade, doctor, bench.

Every command takes ``--json``: one document on standard output, logs on standard error. Exit 0 done
and good, 1 done and not good, 2 wrong use or bad input, 3 our fault.
"""

from __future__ import annotations

import json
import multiprocessing
import sys
from pathlib import Path
from typing import Annotated, Any, NoReturn, cast

import typer
from rich.console import Console
from rich.markup import escape

from graders import doctor as doctoring
from graders import present
from graders.contract import Level
from graders.engine import Engine, EngineConfig, EngineFault, prove_parallel
from graders.package import Package, PackageRefused, load_folder

GOOD, NOT_GOOD, WRONG_USE, OUR_FAULT = 0, 1, 2, 3
PACKAGES = Path("reference_models")

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Grade and prove coding tasks.")
log = Console(stderr=True)
# Piped into a file, a table keeps its columns.
out = Console(width=None if sys.stdout.isatty() else 200)

AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]
LevelOption = Annotated[str, typer.Option("--level", help="Sandbox level: A, B or C; best by default.")]


def main() -> NoReturn:
    """Run a command; faults of ours exit with 3."""
    try:
        app()
    except EngineFault as fault:
        log.print(f"[red]fault:[/red] {escape(str(fault))}", soft_wrap=True)
        sys.exit(OUR_FAULT)
    sys.exit(GOOD)


@app.command()
def check(
    folders: Annotated[list[Path] | None, typer.Argument(help="Package folders.")] = None,
    every: Annotated[bool, typer.Option("--all", help="All of reference_models/.")] = False,
    seeds: Annotated[int, typer.Option(min=1, max=2000)] = 200,
    jobs: Annotated[int, typer.Option(min=0, help="Processes; 0: one for each core.")] = 0,
    level: LevelOption = "",
    as_json: AsJson = False,
) -> None:
    """Lint packages and prove them: no variant survives, no accepted solution fails."""
    chosen = _folders(folders, every)
    config = EngineConfig(level=_level(level))
    jobs = jobs or multiprocessing.cpu_count()
    documents = [_check(config, folder, seeds, jobs, as_json) for folder in chosen]
    if as_json:
        print(json.dumps(documents, ensure_ascii=False, indent=1))
    raise typer.Exit(GOOD if all(document["clean"] for document in documents) else NOT_GOOD)


def _check(config: EngineConfig, folder: Path, seeds: int, jobs: int, quiet: bool) -> dict[str, Any]:
    try:
        package = load_folder(folder)
    except PackageRefused as refused:
        document: dict[str, Any] = {
            "folder": folder.name,
            "clean": False,
            "problems": [problem.to_json() for problem in refused.problems],
        }
        if not quiet:
            present.problems(out, folder.name, document["problems"])
        return document
    on_progress = None if quiet else present.progress(log, folder.name)
    proof = prove_parallel(package, seeds, jobs, config, on_progress)
    document = {"folder": folder.name, "digest": package.digest, **proof.to_json()}
    if not quiet:
        present.proof(out, folder.name, document)
    return document


@app.command()
def grade(
    folder: Annotated[Path, typer.Argument(help="The package's folder.")],
    file: Annotated[Path, typer.Argument(help="The solution.")],
    seed: Annotated[int | None, typer.Option(help="Fix the draw of the cases.")] = None,
    level: LevelOption = "",
    device: Annotated[str, typer.Option(help="cpu; cuda where there is one.")] = "cpu",
    language: Annotated[str, typer.Option(help="en or hi, for the printed table.")] = "en",
    as_json: AsJson = False,
) -> None:
    """Grade one solution."""
    if device != "cpu":
        _refuse("this engine grades on the CPU; --device cuda is not built yet")
    package = _package(folder)
    try:
        source = file.read_bytes().decode("utf-8", "replace")
    except OSError as error:
        _refuse(f"{file}: {error.strerror}")
    with _engine(level) as engine:
        report = engine.grade(package, source, seed=seed)
    if as_json:
        print(json.dumps(report.to_json(), ensure_ascii=False))
    else:
        present.report(out, report, language)
    raise typer.Exit(GOOD if report.verdict == "pass" else NOT_GOOD)


@app.command()
def doctor(as_json: AsJson = False) -> None:
    """Say which layers of the sandbox hold here, and what to do about those that do not."""
    layers = doctoring.examine()
    best = doctoring.best_level(layers)
    if as_json:
        told = [{"name": layer.name, "holds": layer.holds, "detail": layer.detail} for layer in layers]
        print(json.dumps({"level": best, "layers": told}))
    else:
        present.doctor(out, layers, best)
    raise typer.Exit(GOOD if best == "A" else NOT_GOOD)


@app.command()
def bench(
    folder: Annotated[Path, typer.Argument(help="The package to measure on.")] = PACKAGES / "conv2d-forward",
    runs: Annotated[int, typer.Option(min=5, max=5000)] = 200,
    against: Annotated[str, typer.Option(help="naive: one process per submission.")] = "naive",
    naive_runs: Annotated[int, typer.Option(min=1, max=100)] = 5,
    level: LevelOption = "",
    as_json: AsJson = False,
) -> None:
    """Measure latency and throughput beside one naive process per submission, in the same run."""
    # Imported here: nothing else of the command line needs it.
    from graders.bench import measure

    if against != "naive":
        _refuse("--against knows naive")
    measured = measure(_package(folder), runs, naive_runs, _level(level))
    if as_json:
        print(json.dumps(measured))
    else:
        present.bench(out, measured)


def _folders(folders: list[Path] | None, every: bool) -> list[Path]:
    if every:
        return sorted(path.parent for path in PACKAGES.glob("*/task.toml"))
    if not folders:
        _refuse("name at least one package folder, or --all")
    missing = [str(folder) for folder in folders if not folder.is_dir()]
    if missing:
        _refuse(f"no such folder: {', '.join(missing)}")
    return folders


def _package(folder: Path) -> Package:
    if not folder.is_dir():
        _refuse(f"no such folder: {folder}")
    try:
        return load_folder(folder)
    except PackageRefused as refused:
        present.problems(log, folder.name, [problem.to_json() for problem in refused.problems])
        raise typer.Exit(WRONG_USE) from None


def _level(level: str) -> Level | None:
    if level not in ("", "A", "B", "C"):
        _refuse("--level is A, B or C")
    return cast(Level, level) if level else None


def _engine(level: str) -> Engine:
    return Engine(EngineConfig(level=_level(level)))


def _refuse(why: str) -> NoReturn:
    log.print(why, markup=False)
    raise typer.Exit(WRONG_USE)
