"""One engine for all tests of grading, and three small packages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graders.engine import Engine
from graders.package import Package, load_folder

MINI = Path(__file__).parent / "mini"


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    with Engine() as made:
        yield made


@pytest.fixture(scope="session")
def conv() -> Package:
    return load_folder(MINI / "conv2d-mini")


@pytest.fixture(scope="session")
def norm() -> Package:
    return load_folder(MINI / "norm-mini")


@pytest.fixture(scope="session")
def linear() -> Package:
    return load_folder(MINI / "backward-mini")
