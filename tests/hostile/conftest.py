"""One engine per sandbox level, and the small convolution that the programs pretend to solve."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graders.contract import Level
from graders.engine import Engine, EngineConfig
from graders.package import Package, load_folder
from tests.hostile.trial import Cells

MINI = Path(__file__).parent.parent / "graders" / "mini" / "conv2d-mini"


@pytest.fixture(scope="session")
def mini() -> Package:
    return load_folder(MINI)


@pytest.fixture(scope="module", params=["A", "B", "C"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    level: Level = request.param
    with Engine(EngineConfig(level=level, required_level=level)) as made:
        yield made


@pytest.fixture
def cells(monkeypatch: pytest.MonkeyPatch) -> Cells:
    return Cells(monkeypatch)


@pytest.fixture(scope="session")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("secrets") / "canary"
    path.write_text("CANARY")
    return path


@pytest.fixture
def secret_in_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DLQUIZ_SECRET", "CANARY")
