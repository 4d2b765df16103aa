"""Every known mistake of the shipped tasks is explained so that a student can check it by hand."""

from __future__ import annotations

import contextlib
import io
import json
import os
from pathlib import Path

import numpy as np
import pytest

from graders.contract import Explanation
from graders.diagnosis.merge import merge_over_any
from graders.engine import Engine, Patience
from graders.engine.counter_example import MOST_ELEMENTS
from graders.engine.score import recognitions
from graders.feedback import render
from graders.package import Package, Variant, load_folder
from tests.graders import declared

MODELS = Path(__file__).parent.parent.parent.parent / "reference_models"
PACKAGES = {
    folder.name: load_folder(folder) for folder in (MODELS / "conv2d-forward", MODELS / "batchnorm2d")
}
# What the tasks build, as PyTorch has it.
OWN = {
    "conv2d-forward": "from torch.nn.functional import conv2d",
    "batchnorm2d": "from torch.nn import BatchNorm2d",
}
# Nobody waits here, and the machine may be busy.
SECONDS = 60.0
# Of a forbidden operator the name and the line say all.
VARIANTS = [
    pytest.param(package, variant, id=f"{name}-{variant.file}")
    for name, package in PACKAGES.items()
    for variant in package.wrong
    if variant.file != "ready_made.py"
]


def explain(engine: Engine, package: Package, source: str) -> Explanation:
    return engine.explain(package, source, Patience(SECONDS))


def shown_by(program: str, source: str) -> str:
    """What the example prints below a solution, or the error that ends it."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            exec(f"{source}\n{program}", {})
        except Exception as error:  # noqa: BLE001 - whatever a wrong solution raises is what it shows
            print(type(error).__name__, error)
    return printed.getvalue()


@pytest.mark.parametrize(("package", "variant"), VARIANTS)
def test_a_known_mistake_has_a_name_and_an_example_that_shows_it(
    engine: Engine, package: Package, variant: Variant
) -> None:
    found = explain(engine, package, variant.source)
    assert found.diagnosis is not None
    assert found.diagnosis.variant == variant.file.removesuffix(".py")
    assert found.diagnosis.also is None
    example = found.counter_example
    assert example is not None
    assert 0 < example.elements <= MOST_ELEMENTS
    for language in ("en", "hi"):
        assert render(example.check.code, example.check.params, language)
    theirs, right = shown_by(example.program, variant.source), shown_by(example.program, package.reference)
    # Pasted below both, the example shows a difference, but for what printing cannot show.
    if example.check.check not in ("dtype", "purity"):
        assert theirs != right
    # It makes no call that the statement excludes: PyTorch itself takes it.
    with contextlib.redirect_stdout(io.StringIO()):
        exec(f"{OWN[package.slug]}\n{example.program}", {})
    assert Explanation.from_json(json.loads(json.dumps(found.to_json()))) == found


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("conv2d-forward", "bias_dropped.py", "stride_ignored.py"),
        ("conv2d-forward", "kernel_flipped.py", "one_stride_for_both.py"),
        ("batchnorm2d", "eps_missing.py", "momentum_ignored.py"),
    ],
)
def test_two_mistakes_at_once_are_both_named(engine: Engine, name: str, first: str, second: str) -> None:
    package = PACKAGES[name]
    sources = {variant.file: variant.source for variant in package.wrong}
    bases = [variant.source for variant in (*package.accepted, *package.wrong)]
    both = merge_over_any(bases, sources[first], sources[second])[0]
    found = explain(engine, package, both).diagnosis
    assert found is not None
    assert found.also is not None
    assert {f"{found.variant}.py", f"{found.also.variant}.py"} == {first, second}


def test_a_known_mistake_is_named_though_the_input_is_changed_besides(engine: Engine) -> None:
    package = PACKAGES["conv2d-forward"]
    flipped = next(variant for variant in package.wrong if variant.file == "kernel_flipped.py")
    turned = "    weight = weight.flip(2, 3)\n"
    source = flipped.source.replace(turned, f"    given = weight\n{turned}    given.data.mul_(2)\n")
    assert source != flipped.source
    found = explain(engine, package, source)
    assert found.diagnosis is not None
    assert found.diagnosis.variant == "kernel_flipped"
    assert found.counter_example is not None


def test_a_mistake_that_nobody_foresaw_has_no_name_but_an_example(engine: Engine) -> None:
    package = PACKAGES["conv2d-forward"]
    found = explain(engine, package, package.reference.replace("    return y\n", "    return -y\n"))
    assert found.diagnosis is None
    assert [(told.code, told.params["name"]) for told in found.findings] == [("finding_sign", "y")]
    assert found.counter_example is not None


def test_a_right_solution_has_nothing_to_be_explained(engine: Engine) -> None:
    package = PACKAGES["conv2d-forward"]
    found = explain(engine, package, package.accepted[0].source)
    assert (found.diagnosis, found.findings, found.counter_example) == (None, (), None)


@pytest.mark.parametrize(
    "source", ["def conv2d(:\n", "import torch\nconv2d = torch.conv2d\n", "while True: pass\n"]
)
def test_what_never_comes_to_a_result_is_left_to_its_message(engine: Engine, source: str) -> None:
    found = explain(engine, PACKAGES["conv2d-forward"], source)
    assert (found.diagnosis, found.counter_example) == (None, None)


def test_an_example_shows_no_number_of_a_hidden_case(engine: Engine) -> None:
    package = PACKAGES["conv2d-forward"]
    source = next(variant.source for variant in package.wrong if variant.file == "groups_interleaved.py")
    found = engine.explain(package, source, Patience(SECONDS), seed=77)
    drawn = engine.draw(package, 77)
    assert found.counter_example is not None
    case = next(s for s in drawn.subjects if s.plan.name == found.counter_example.case)
    assert not case.plan.visible
    hidden = {
        f"{value:.6g}"
        for given in case.plan.inputs.values()
        for value in np.frombuffer(given.tensor.data, np.float32).tolist()
    }
    shown = {f"{value:.6g}" for t in found.counter_example.tensors for value in t.values if value is not None}
    assert shown
    assert hidden.isdisjoint(shown)


def test_time_ends_the_search_and_says_so(engine: Engine) -> None:
    package = PACKAGES["batchnorm2d"]
    found = engine.explain(package, package.wrong[0].source, Patience(0.0), seed=5)
    assert not found.complete
    assert found.counter_example is None


def test_whoever_waits_for_a_verdict_ends_the_search(engine: Engine) -> None:
    package = PACKAGES["batchnorm2d"]
    engine.prepare(package)
    asked: list[bool] = []

    def somebody_waits() -> bool:
        asked.append(True)
        return True

    found = engine.explain(package, package.wrong[0].source, Patience(SECONDS, somebody_waits))
    assert len(asked) == 1
    assert not found.complete


def test_an_example_that_only_fails_after_others_is_not_shown(engine: Engine) -> None:
    package = PACKAGES["conv2d-forward"]
    tired = (
        "calls = []\n"
        + package.reference.replace("def conv2d(", "def right(")
        + "\ndef conv2d(*args, **options):\n"
        "    calls.append(1)\n"
        "    y = right(*args, **options)\n"
        "    return y if len(calls) < 3 else y + 1\n"
    )
    assert engine.grade(package, tired).verdict == "wrong"
    assert explain(engine, package, tired).counter_example is None


def test_rewritten_mistakes_are_recognised(engine: Engine) -> None:
    package = PACKAGES["conv2d-forward"]
    judged = [found for found in recognitions(engine, package) if found.is_same]
    assert len(judged) > 3 * 0.9 * (len(package.wrong) - 1)
    assert sum(found.is_right for found in judged) >= 0.95 * len(judged)


def test_a_solution_that_dies_on_every_input_leaves_no_cell_open(engine: Engine) -> None:
    package = PACKAGES["conv2d-forward"]
    dies = package.reference.replace(
        "    return y\n", "    import os\n    os._exit(3) if x.shape[0] > 1 else None\n    return y\n"
    )
    before = len(os.listdir("/proc/self/fd"))
    assert engine.grade(package, dies).verdict == "crashed"
    explain(engine, package, dies)
    assert len(os.listdir("/proc/self/fd")) <= before


REFUSING = """\
import torch


def double(labels):
    if (labels < 0).any():
        raise ValueError("negative")
    return 2 * labels
"""
CASE_THAT_IS_REFUSED = """\
call("double", x=draw.uniform(3)),
fails(call("double", labels=torch.tensor([1, -1, 0]), into="z"), "ValueError")"""


def test_an_example_of_what_must_be_refused_is_refused_by_the_reference(engine: Engine) -> None:
    """Made smaller it must not become a call that is quite in order."""
    task = declared.package(CASE_THAT_IS_REFUSED, REFUSING)
    found = explain(engine, task, REFUSING.replace("if (labels < 0)", "if False and (labels < 0)"))
    assert found.counter_example is not None
    given = next(tensor for tensor in found.counter_example.tensors if tensor.name == "labels")
    assert min(given.values) < 0


def test_an_example_with_random_weights_keeps_those_that_are_loaded(engine: Engine) -> None:
    """Without them nobody could repeat what is expected."""
    package = load_folder(MODELS / "linear-layer")
    variant = next(variant for variant in package.wrong if variant.file == "weight_not_transposed.py")
    found = explain(engine, package, variant.source)
    assert found.counter_example is not None
    assert "layer.weight.copy_(" in found.counter_example.program
