"""Every package of the catalogue proves itself: nothing wrong passes, nothing right fails."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graders.engine import Engine, prove
from graders.package import load_folder

FOLDERS = sorted(path.parent for path in Path("reference_models").glob("*/task.toml"))
# The full proof takes 200 seeds: python -m graders check --all.
SEEDS = 5


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine() as made:
        yield made


def test_the_catalogue_is_not_empty() -> None:
    assert FOLDERS


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_package_proves_itself(engine: Engine, folder: Path) -> None:
    proof = prove(engine, load_folder(folder), SEEDS)
    assert proof.clean, {
        "problems": proof.problems,
        "unkilled": proof.unkilled_checks,
        "flaky": proof.flaky,
        "variants": [v for v in proof.variants if v.survived_seeds or v.missed],
        "accepted": [a for a in proof.accepted if a.failed],
    }


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_each_known_mistake_is_recognised_as_itself(engine: Engine, folder: Path) -> None:
    package = load_folder(folder)
    for variant in package.wrong:
        report = engine.grade(package, variant.source, seed=1)
        diagnosis = report.diagnosis
        if report.verdict == "forbidden" and diagnosis is None:
            # Told by name and line, which says all.
            assert any(check.code == "forbidden_operator" for case in report.cases for check in case.checks)
            continue
        assert diagnosis is not None, f"{variant.file} is not recognised"
        assert diagnosis.variant == variant.file.removesuffix(".py")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_right_solution_passes_however_often_it_is_sent(engine: Engine, folder: Path) -> None:
    package = load_folder(folder)
    verdicts = [engine.grade(package, package.accepted[0].source, seed=seed).verdict for seed in range(20)]
    assert verdicts == ["pass"] * 20
