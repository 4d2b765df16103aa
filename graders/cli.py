"""``python -m graders``: check, score, tolerances, grade, answers, doctor, bench.

Every command takes ``--json``: one document on standard output, logs on standard error. Exit 0 done
and good, 1 done and not good, 2 wrong use or bad input, 3 our fault.
"""

from __future__ import annotations

import json
import multiprocessing
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, NoReturn, cast, get_args

import typer
from rich.markup import escape

from graders import batches, catalogue, cli_answers, pages, present, tolerances
from graders import doctor as doctoring
from graders.contract import Device, Level
from graders.engine import CardMissing, Engine, EngineConfig, EngineFault, card
from graders.package import Package, PackageRefused, load_folder

GOOD, NOT_GOOD, WRONG_USE, OUR_FAULT = 0, 1, 2, 3
PACKAGES = Path("reference_models")
WRITE = "Put the rows into this page, in place of older ones: "

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Grade and prove coding tasks.")
app.add_typer(cli_answers.app, name="answers")
log, out = present.LOG, present.OUT

AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]
LevelOption = Annotated[str, typer.Option("--level", help="Sandbox level: A, B or C; best by default.")]
DeviceOption = Annotated[str, typer.Option("--device", help="Where solutions run: cpu, or cuda.")]


def main() -> NoReturn:
    """Run a command; faults of ours exit with 3."""
    try:
        app()
    except CardMissing as fault:
        log.print(fault.why.en, fault.why.hi, sep="\n", markup=False, highlight=False, soft_wrap=True)
        sys.exit(WRONG_USE)
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
    device: DeviceOption = "cpu",
    as_json: AsJson = False,
) -> None:
    """Lint packages and prove them: no variant survives, no accepted solution fails."""
    begun = time.monotonic()
    chosen = _folders(folders, every)
    config = _config(level, device)
    jobs = _jobs(jobs, config)
    documents, packages = batches.linted(chosen, as_json)
    for place, proof in batches.proofs([package for _, package in packages], seeds, jobs, config, as_json):
        folder, package = packages[place]
        documents[folder] = {"folder": folder.name, "digest": package.digest, **proof.to_json()}
        if not as_json:
            present.proof(out, folder.name, documents[folder])
    if as_json:
        print(json.dumps([documents[folder] for folder in chosen], ensure_ascii=False, indent=1))
    elif len(chosen) > 1:
        present.together(out, [documents[folder] for folder in chosen], time.monotonic() - begun)
    raise typer.Exit(GOOD if all(document["clean"] for document in documents.values()) else NOT_GOOD)


@app.command(name="tolerances")
def measure_tolerances(
    folders: Annotated[list[Path] | None, typer.Argument(help="Package folders.")] = None,
    every: Annotated[bool, typer.Option("--all", help="All of reference_models/.")] = False,
    seeds: Annotated[int, typer.Option(min=1, max=2000)] = 500,
    jobs: Annotated[int, typer.Option(min=0, help="Processes; 0: one for each core.")] = 0,
    write: Annotated[Path | None, typer.Option(help=WRITE + "docs/tolerances.md.")] = None,
    level: LevelOption = "",
    device: DeviceOption = "cpu",
    as_json: AsJson = False,
) -> None:
    """Say how much room the tolerances leave: errors of right solutions, errors of wrong ones."""
    config = _config(level, device)
    jobs = _jobs(jobs, config)
    rows: list[tolerances.Row] = []
    packages = [_package(folder) for folder in _folders(folders, every)]
    for place, proof in batches.proofs(packages, seeds, jobs, config, as_json, margins=True):
        rows += tolerances.rows(packages[place], proof)
        if write is not None:
            _write_tolerances(write, rows)
    if as_json:
        print(json.dumps([row.to_json() for row in rows], ensure_ascii=False, indent=1))
    elif write is None:
        print("\n".join(row.markdown() for row in rows))
    raise typer.Exit(GOOD if rows and all(row.is_good for row in rows) else NOT_GOOD)


@app.command()
def score(
    folders: Annotated[list[Path] | None, typer.Argument(help="Package folders.")] = None,
    every: Annotated[bool, typer.Option("--all", help="All of reference_models/.")] = False,
    seeds: Annotated[int, typer.Option(min=1, max=2000)] = 500,
    jobs: Annotated[int, typer.Option(min=0, help="Processes; 0: one for each core.")] = 0,
    write: Annotated[Path | None, typer.Option(help=WRITE + "docs/catalogue.md.")] = None,
    write_tolerances: Annotated[
        Path | None,
        typer.Option(help="Measured on the same draws. " + WRITE + "docs/tolerances.md."),
    ] = None,
    level: LevelOption = "",
    device: DeviceOption = "cpu",
    as_json: AsJson = False,
) -> None:
    """Kill rate, false rejections, and how often a rewritten mistake is recognised."""
    config = _config(level, device)
    jobs = _jobs(jobs, config)
    documents, lines, rows = [], {}, list[tolerances.Row]()
    packages = [_package(folder) for folder in _folders(folders, every)]
    with_margins = write_tolerances is not None
    for place, found in batches.scores(packages, seeds, jobs, config, as_json, with_margins):
        package = packages[place]
        documents.append({"folder": package.slug, "digest": package.digest, **found.to_json()})
        lines[package.slug] = [catalogue.line(package, found)]
        if write is not None:
            _write(write, catalogue.page(pages.merged(write, lines, _tasks())))
        if write_tolerances is not None:
            rows += tolerances.rows(package, found.proof)
            _write_tolerances(write_tolerances, rows)
    documents.sort(key=lambda document: str(document["folder"]))
    if as_json:
        print(json.dumps(documents, ensure_ascii=False, indent=1))
    else:
        present.scores(out, documents)
    raise typer.Exit(GOOD if all(document["good"] for document in documents) else NOT_GOOD)


@app.command()
def grade(
    folder: Annotated[Path, typer.Argument(help="The package's folder.")],
    file: Annotated[Path, typer.Argument(help="The solution.")],
    seed: Annotated[int | None, typer.Option(help="Fix the draw of the cases.")] = None,
    level: LevelOption = "",
    device: DeviceOption = "cpu",
    language: Annotated[str, typer.Option(help="en or hi, for the printed table.")] = "en",
    as_json: AsJson = False,
) -> None:
    """Grade one solution."""
    config = _config(level, device)
    package = _package(folder)
    try:
        source = file.read_bytes().decode("utf-8", "replace")
    except OSError as error:
        _refuse(f"{file}: {error.strerror}")
    with Engine(config) as engine:
        report = engine.grade(package, source, seed=seed)
    if as_json:
        print(json.dumps(report.to_json(), ensure_ascii=False))
    else:
        present.report(out, report, language)
    raise typer.Exit(GOOD if report.verdict == "pass" else NOT_GOOD)


@app.command()
def doctor(
    language: Annotated[str, typer.Option(help="en or hi, for the printed table.")] = "en",
    as_json: AsJson = False,
) -> None:
    """Say which layers of the sandbox hold here, and what to do about those that do not."""
    layers = doctoring.examine()
    best = doctoring.best_level(layers)
    if as_json:
        print(json.dumps({"level": best, "layers": [asdict(layer) for layer in layers]}, ensure_ascii=False))
    else:
        present.doctor(out, layers, best, language)
    raise typer.Exit(GOOD if best == "A" else NOT_GOOD)


@app.command()
def bench(
    folder: Annotated[Path, typer.Argument(help="The package to measure on.")] = PACKAGES / "conv2d-forward",
    only: Annotated[
        list[str] | None, typer.Option("--only", help="A part; may be given several times.")
    ] = None,
    runs: Annotated[int, typer.Option(min=5, max=5000, help="Timed submissions per row.")] = 100,
    through: Annotated[
        str, typer.Option(help="direct: the engine alone; celery: the whole way; both.")
    ] = "both",
    against: Annotated[str, typer.Option(help="naive: one process per submission; none.")] = "naive",
    naive_runs: Annotated[int, typer.Option(min=1, max=100)] = 5,
    quick: Annotated[bool, typer.Option("--quick", help="As little as shows that it works.")] = False,
    level: LevelOption = "",
    as_json: AsJson = False,
) -> None:
    """Measure latency, throughput, sandbox, memory and growth, beside one process per submission."""
    # Imported here: nothing else of the command line needs it.
    from graders.bench import measure as benching

    _one_of("--through", through, ("direct", "celery", "both"))
    _one_of("--against", against, ("naive", "none"))
    for name in only or ():
        _one_of("--only", name, benching.PARTS)
    choices = benching.Choices(
        runs=runs,
        naive_runs=naive_runs if against == "naive" else 0,
        through=cast(benching.Through, through),
        level=_level(level),
        quick=quick,
    )
    package, told = _package(folder), []
    for part in benching.measure(package, choices, only or ()):
        told.append(part.to_json())
        if not as_json:
            present.bench(out, part)
    if as_json:
        print(json.dumps({"package": package.slug, "parts": told}))


def _write_tolerances(path: Path, rows: Sequence[tolerances.Row]) -> None:
    _write(path, tolerances.page(pages.merged(path, tolerances.lines(rows), _tasks())))


def _write(path: Path, text: str) -> None:
    """After every task: a run of an hour that is ended early keeps what it has measured."""
    path.write_text(text, "utf-8")


def _tasks() -> list[str]:
    return [path.parent.name for path in PACKAGES.glob("*/task.toml")]


def _one_of(option: str, value: str, known: Sequence[str]) -> None:
    if value not in known:
        _refuse(f"{option} is one of {', '.join(known)}")


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


def _config(level: str, device: str) -> EngineConfig:
    """What the options ask for. Raises ``CardMissing`` where they ask for a card that is not there."""
    _one_of("--device", device, get_args(Device))
    if device == "cuda":
        card.require()
    return EngineConfig(level=_level(level), device=cast(Device, device))


def _jobs(asked: int, config: EngineConfig) -> int:
    """How many processes. A card's work is done by one, unless more are asked for."""
    return asked or (multiprocessing.cpu_count() if config.device == "cpu" else 1)


def _refuse(why: str) -> NoReturn:
    log.print(why, markup=False)
    raise typer.Exit(WRONG_USE)
