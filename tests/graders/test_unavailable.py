"""What a cell does not have is told as such, at every level and in both languages, and is no crash."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graders import feedback
from graders.contract import Level
from graders.engine import Engine, EngineConfig
from graders.package import Package

NEEDS = {
    "no_threads": (
        "torch.set_num_threads(4)",
        "import threading\nthreading.Thread(target=print).start()",
        "from concurrent.futures import ThreadPoolExecutor\nlist(ThreadPoolExecutor().map(abs, [1]))",
    ),
    "no_workers": (
        "from torch.utils.data import DataLoader\nlist(DataLoader(torch.arange(8), num_workers=2))",
    ),
    "no_processes": (
        "import os\nos.fork()",
        "import subprocess\nsubprocess.run(['ls'])",
        "import multiprocessing\nmultiprocessing.Process(target=print).start()",
        "import multiprocessing\nmultiprocessing.Pool(2)",
        "import torch.multiprocessing as mp\nmp.spawn(print, nprocs=2)",
        "from concurrent.futures import ProcessPoolExecutor\nlist(ProcessPoolExecutor().map(abs, [1]))",
    ),
    "no_compiler": (
        "torch.compile(lambda x: x * 2)(torch.ones(3))",
        "torch.compile(lambda x: x * 2, backend='eager')(torch.ones(3))",
    ),
    "no_network": (
        "import urllib.request\nurllib.request.urlopen('http://example.org')",
        "import asyncio\nasync def one(): return 1\nasyncio.run(one())",
    ),
    "no_files": ("open('x.txt', 'w')", "open('/etc/passwd')", "torch.save(torch.ones(1), 'x.pt')"),
    "no_module": ("import no_such_module",),
}
PROGRAMS = [(code, program) for code, programs in NEEDS.items() for program in programs]


@pytest.fixture(scope="module", params=["A", "B", "C"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    level: Level = request.param
    with Engine(EngineConfig(level=level, required_level=level)) as made:
        yield made


def test_what_is_missing_is_named_with_its_line(engine: Engine, conv: Package) -> None:
    right = conv.accepted[0].source + "\n"
    told = {}
    for code, program in PROGRAMS:
        report = engine.grade(conv, right + program)
        assert report.verdict == "crashed", program
        assert report.message is not None, program
        told[program] = report.message.code
        assert report.message.params["line"] > right.count("\n"), program
        for language in ("en", "hi"):
            assert str(report.message.params["line"]) in feedback.render(
                report.message.code, report.message.params, language
            )
        assert code in feedback.TEXTS
    assert told == {program: code for code, program in PROGRAMS}


def test_a_gpu_that_is_not_there_is_named(engine: Engine, conv: Package) -> None:
    report = engine.grade(conv, conv.accepted[0].source + "\ntorch.ones(1).cuda()\n")
    assert report.message is not None
    assert report.message.code == "no_cuda"


def test_one_that_is_met_in_a_hidden_case_tells_nothing_of_its_input(engine: Engine, conv: Package) -> None:
    opens = conv.accepted[0].source + (
        "\n_right = conv2d\ndef conv2d(x, *a, **k):\n    open(f'/{x.sum()}', 'w')\n"
        "    return _right(x, *a, **k)\n"
    )
    report = engine.grade(conv, opens)
    hidden = [case for case in report.cases if not case.visible]
    assert hidden
    for case in hidden:
        (found,) = [check for check in case.checks if check.verdict == "crashed"]
        assert found.code == "no_files"
        assert set(found.params) == {"line"}
        assert case.error is None or case.error.message == ""


@pytest.mark.parametrize(
    "own",
    [
        "raise PermissionError('mine')",
        "raise RuntimeError('mine')",
        "raise AssertionError('shapes differ')",
        "from torch.utils.data import DataLoader\nclass D:\n    def __len__(self): return 1\n"
        "    def __getitem__(self, i): raise ValueError('mine')\nlist(DataLoader(D()))",
    ],
)
def test_an_exception_of_ones_own_stays_what_it_is(engine: Engine, conv: Package, own: str) -> None:
    report = engine.grade(conv, f"{conv.accepted[0].source}\n{own}\n")
    assert report.message is not None
    assert report.message.code == "raised"
