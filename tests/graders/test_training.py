"""Training: parameters after k steps, losses that fall, a loss that is reached."""

from __future__ import annotations

import struct

import pytest

from graders.engine import Engine, PackageBroken
from tests.graders.declared import HEAD, code, package, told

NET = """\
class double(torch.nn.Module):
    def __init__(self, wide):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.zeros(wide))

    def forward(self, x):
        return x @ self.weight


"""
SGD = """\
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.parameters, self.lr, self.momentum = parameters, lr, momentum
        self.velocity = [torch.zeros_like(p) for p in parameters]

    def step(self):
        with torch.no_grad():
            for p, v in zip(self.parameters, self.velocity):
                v.mul_(self.momentum).add_(p.grad)
                p.sub_(self.lr * v)
                p.grad = None


"""
FIT = """\
def fit(model, optimizer, x, y, steps):
    losses = []
    for _ in range(steps):
        loss = ((model(x) - y) ** 2).mean()
        loss.backward()
        optimizer.step()
        losses.append(loss.detach())
    return torch.stack(losses)
"""
SOLUTION = NET + SGD + FIT
STEPS = (
    'construct("double", 3, into="net"), load("net", weight=draw.normal(3)), '
    'construct("SGD", parameters=parameters_of("net"), lr=0.05, momentum=0.5, into="sgd"), '
    'call("fit", model=instance("net"), optimizer=instance("sgd"), x=draw.normal(16, 3), y=draw.normal(16), '
    'steps=20, into="losses"), '
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("v.mul_(self.momentum).add_(p.grad)", "v.mul_(self.momentum).add_(p.grad * (1 - self.momentum))"),
        ("p.grad = None", "pass"),
        ("p.sub_(self.lr * v)", "p.sub_(self.lr * p.grad)"),
    ],
)
def test_parameters_after_k_steps_of_an_optimizer_written_by_the_student(
    engine: Engine, old: str, new: str
) -> None:
    task = package(STEPS + 'read("net", "weight"), visible=True, reduction=64', SOLUTION)
    assert code(engine, task, SOLUTION, "state") == "pass"
    cleared = FIT.replace("loss.backward()", "optimizer.zero_grad(), loss.backward()")
    ready_made = f"{NET}SGD = torch.optim.SGD\n\n\n{cleared}"
    assert code(engine, task, ready_made, "state") == "pass"
    assert code(engine, task, SOLUTION.replace(old, new), "state") == "state_differs"


FALLS = package(STEPS + 'falls("losses", by=0.3), visible=True, checks=("training",)', SOLUTION)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", "pass"),
        ("p.sub_", "p.add_", "loss_grows"),
        ("self.lr * v", "1e3 * self.lr * v", "loss_not_finite|loss_grows"),
        ("p.sub_(self.lr * v)", "p.sub_(0 * v)", "loss_still"),
        ("self.lr * v", "1e-3 * self.lr * v", "loss_falls_too_little"),
        ("losses.append(loss.detach())", "losses.append(loss.detach() / 0)", "loss_not_finite"),
    ],
)
def test_how_training_failed_is_told(engine: Engine, old: str, new: str, expected: str) -> None:
    found = code(engine, FALLS, SOLUTION.replace(old, new) if old else SOLUTION, "training")
    assert found in expected.split("|")


def test_losses_that_wobble_but_fall_are_no_failure(engine: Engine) -> None:
    noisy = "losses.append(loss.detach() * (1 + 0.2 * (-1) ** len(losses)))"
    source = SOLUTION.replace("losses.append(loss.detach())", noisy)
    for _ in range(10):
        assert code(engine, FALLS, source, "training") == "pass"


def reached(loss: str, drawn: str, target: str) -> str:
    stated = f'reaches("y", below=0.5, target={target}, loss="{loss}")'
    return f'call("double", {drawn}), {stated}, visible=True, checks=("training",)'


ZERO = "def double(x):\n    return 0 * x\n"


def test_the_grader_computes_the_loss_itself(engine: Engine) -> None:
    mse = package(reached("mse", "x=draw.normal(4, 3)", "torch.zeros(4, 3)"), ZERO)
    assert code(engine, mse, "def double(x):\n    return 0.1 * x\n", "training") == "pass"
    found = told(engine, mse, "def double(x):\n    return x + 2\n", "training")
    assert found is not None
    assert found.code == "loss_too_high"
    assert 1 < found.params["last"] < 20


def test_cross_entropy_is_that_of_torch(engine: Engine) -> None:
    drawn = reached("cross_entropy", "x=draw.normal(6, 4, std=3.0)", "draw.integer_tensor(6, low=0, high=4)")
    task = package(drawn.replace("below=0.5", "below=1e-3"), "def double(x):\n    return x\n")
    found = told(engine, task, "def double(x):\n    return x\n", "training", seed=5)
    assert found is not None
    computed = package(
        'call("double", x=draw.normal(6, 4, std=3.0), z=draw.integer_tensor(6, low=0, high=4)), visible=True',
        "def double(x, z):\n    return torch.nn.functional.cross_entropy(x, z)\n",
    )
    case = next(
        c
        for c in engine.grade(computed, HEAD + "def double(x, z): return x", seed=5).cases
        if c.name == "plain"
    )
    wanted = next(tensor for tensor in case.tensors if tensor.role == "expected").values[0]
    assert found.params["last"] == pytest.approx(wanted, rel=1e-2)


def test_the_target_is_never_sent_to_the_solution(engine: Engine) -> None:
    task = package(
        reached("mse", "x=draw.normal(4, 3)", "torch.full((4, 3), 321.0)"),
        "def double(x):\n    return 321 + 0 * x\n",
    )
    plan = next(subject.plan for subject in engine.draw(task, 1).subjects if subject.plan.name == "plain")
    assert any(value.withheld for value in plan.inputs.values())
    head, tensors = plan.to_head()
    assert len(tensors) == len(head["inputs"]) == 1
    assert struct.pack("<f", 321.0) not in plan.frame()


def test_a_prediction_of_another_shape_is_told(engine: Engine) -> None:
    task = package(reached("mse", "x=draw.normal(4, 3)", "torch.zeros(4, 3)"), ZERO)
    assert code(engine, task, "def double(x):\n    return x[0]\n", "training") == "loss_not_computed"


@pytest.mark.parametrize(
    "step", ['falls("losses", by=2)', 'reaches("losses", below=1, loss="hinge")', "falls()"]
)
def test_what_training_cannot_promise_is_the_authors_mistake(engine: Engine, step: str) -> None:
    with pytest.raises(PackageBroken, match="CaseError"):
        engine.grade(package(STEPS + step, SOLUTION), HEAD + SOLUTION)
