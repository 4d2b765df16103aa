"""Code that needs several layers, in an order, with an input that goes through them."""

from __future__ import annotations

import textwrap

import pytest

from graders.answers.code.key import CodeKey, Part, Which
from graders.answers.code.marker import mark_code
from graders.answers.outcome import Marking, Outcome

CONV = ("in_channels", "out_channels", "kernel_size")
LINEAR = ("in_features", "out_features")
CNN = CodeKey(
    Part(layers={"torch.nn.Conv2d": CONV}),
    also=(
        Part(
            id="classes",
            layers={"torch.nn.Linear": LINEAR, "torch.nn.Conv2d": CONV},
            values={"out_features": (10,), "out_channels": (10,)},
            which=Which.LAST,
        ),
    ),
)
DNN = CodeKey(
    Part(layers={"torch.nn.Linear": LINEAR}, at_least=2),
    also=(Part(id="between", order=("torch.nn.Linear", "activation", "torch.nn.Linear")),),
)


def network(init: str, forward: str, parameters: str = "") -> str:
    """A class with these lines in ``__init__`` and in ``forward``."""
    indent = " " * 8
    lines = ["super().__init__()", *init.splitlines()]
    return (
        f"class Net(nn.Module):\n    def __init__(self{parameters}):\n"
        + textwrap.indent("\n".join(lines), indent)
        + "\n    def forward(self, x):\n"
        + textwrap.indent(forward, indent)
        + "\n"
    )


def codes(marking: Marking) -> list[str]:
    return [remark.code for remark in marking.remarks]


TWO = "self.conv = nn.Conv2d(3, 8, 3)\nself.fc = nn.Linear(512, {})"
THROUGH = "x = torch.relu(self.conv(x))\nreturn self.fc(x.flatten(1))"


@pytest.mark.parametrize(
    "source",
    [
        network(TWO.format(10), THROUGH),
        network("classes = 10\n" + TWO.format("classes"), THROUGH),
        network(TWO.format("classes"), THROUGH, ", classes=10"),
        network(TWO.format("classes"), THROUGH, ", classes") + "net = Net(10)\ny = net(x)",
        network(TWO.format("n"), THROUGH, ", n=5") + "y = Net(n=10)(x)",
        network(TWO.format("len(names)"), THROUGH, ", names=('a', 'b') * 5"),
        network("self.n = 10\n" + TWO.format("self.n"), THROUGH),
        "N = 10\n" + network(TWO.format("N"), THROUGH),
        "N, M = 10, 5\n" + network(TWO.format("2 * M"), THROUGH),
        network("self.conv = nn.Conv2d(3, 10, 3)", "return self.conv(x).mean((2, 3))"),
        network(
            "self.net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.Flatten(), nn.Linear(9, 10))",
            "return self.net(x)",
        ),
        "class Net(nn.Module):\n    net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.Flatten(), nn.Linear(9, 10))\n"
        "    def forward(self, x):\n        return self.net(x)",
        "layers = [nn.Conv2d(3, 8, 3), nn.ReLU()]\nlayers += [nn.Flatten()]\n"
        "layers.append(nn.Linear(9, 10))\nnet = nn.Sequential(*layers)\ny = net(x)",
        "net = nn.Sequential()\nnet.append(nn.Conv2d(3, 8, 3))\n"
        "net.add_module('fc', nn.Linear(9, 10))\nnet(x)",
        "from collections import OrderedDict as O\nnet = nn.Sequential(O([('conv', nn.Conv2d(3, 8, 3)),\n"
        "    ('fc', nn.Linear(9, 10))]))\nout = net.to(device)(x)",
        network(
            "self.layers = nn.ModuleList([nn.Conv2d(3, 8, 3), nn.Linear(9, 10)])",
            "for layer in self.layers:\n    x = layer(x)\nreturn x",
        ),
        "class Net(nn.Sequential):\n    def __init__(self):\n"
        "        super().__init__(nn.Conv2d(3, 8, 3), nn.Linear(9, 10))\ny = Net()(x)",
        "class Block(nn.Module):\n    def __init__(self, a, b):\n        super().__init__()\n"
        "        self.c = nn.Conv2d(a, b, 3)\n    def forward(self, x):\n        return self.c(x)\n"
        + network("self.a = Block(3, 8)\nself.fc = nn.Linear(9, 10)", "return self.fc(self.a(x).flatten(1))"),
        "def make(n):\n    return nn.Sequential(nn.Conv2d(3, 8, 3), nn.Linear(9, n))\ny = make(10)(x)",
        network(TWO.format("10 if big else 10"), THROUGH),
    ],
)
def test_layers_are_found_wherever_they_were_made(source: str) -> None:
    assert mark_code(CNN, source).outcome is Outcome.FULL


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (network(TWO.format(5), THROUGH), "code_argument_value"),
        (network(TWO.format("n"), THROUGH, ", n=5"), "code_argument_value"),
        (network(TWO.format("n"), THROUGH, ", n=10") + "y = Net(5)(x)", "code_argument_value"),
        (network(TWO.format("n"), THROUGH, ", n"), "code_argument_unseen"),
        (
            "net = nn.Sequential(nn.Conv2d(3, 10, 3), nn.Flatten(), nn.Linear(9, 2))\nnet(x)",
            "code_argument_value",
        ),
        (network("self.conv = nn.Conv2d(3, 8, 3)", "return self.conv(x)"), "code_argument_value"),
        # The layer with ten outputs is there, but another one is the last that the input goes through.
        (
            network("self.fc = nn.Linear(9, 10)\n" + TWO.format(10), "return self.conv(self.fc(x))"),
            "code_argument_value",
        ),
        ("net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.Linear(9, 10))", "code_not_applied"),
        (network(TWO.format(10), "return self.fc(x)"), "code_not_applied"),
        (network(TWO.format(10), "self.conv(x)\nreturn self.fc(x)"), "code_result_unused"),
        (network(TWO.format(10), "x = self.conv(x)\nx = self.fc(x)"), "code_result_unused"),
        (network(TWO.format(10), "return x\nreturn self.fc(self.conv(x))"), "code_not_applied"),
        (network(TWO.format(10), THROUGH).replace("forward", "foward"), "code_not_applied"),
        ("layers = [nn.Conv2d(3, 8, 3), nn.Linear(9, 10)]\ny = layers(x)", "code_not_applied"),
        ("layers = nn.ModuleList([nn.Conv2d(3, 8, 3), nn.Linear(9, 10)])\ny = layers(x)", "code_not_applied"),
    ],
)
def test_another_number_of_classes_or_a_loose_end_is_named(source: str, code: str) -> None:
    marking = mark_code(CNN, source)
    assert marking.outcome is not Outcome.FULL
    assert code in codes(marking)


@pytest.mark.parametrize(
    "source",
    [
        "net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))\ny = net(x)",
        "a, b = nn.Linear(4, 8), nn.Linear(8, 2)\ny = b(F.relu(a(x)))",
        network(
            "self.a = nn.Linear(4, 8)\nself.b = nn.Linear(8, 2)", "x = self.a(x).tanh()\nreturn self.b(x)"
        ),
        network(
            "self.act = nn.GELU()\nself.a = nn.Linear(4, 8)\nself.b = nn.Linear(8, 2)",
            "x = self.act(self.a(x))\nx = F.dropout(x)\nreturn self.b(x)",
        ),
        "sizes = [4, 8, 2]\nlayers = []\nfor a, b in zip(sizes[:-1], sizes[1:]):\n"
        "    layers.append(nn.Linear(a, b))\n    layers.append(nn.ReLU())\ny = nn.Sequential(*layers)(x)",
        "layers = nn.ModuleList([nn.Linear(8, 8) for _ in range(3)])\n"
        "for layer in layers:\n    x = F.relu(layer(x))",
    ],
)
def test_an_order_is_followed_along_the_way_of_the_input(source: str) -> None:
    assert mark_code(DNN, source).outcome is Outcome.FULL


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("net = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 2), nn.ReLU())\ny = net(x)", "code_order"),
        ("net = nn.Sequential(nn.Linear(4, 8), nn.ReLU())\ny = net(x)", "code_too_few"),
        # What ReLU gives is not what goes on.
        ("a, b = nn.Linear(4, 8), nn.Linear(8, 2)\nx = a(x)\nF.relu(x)\ny = b(x)", "code_order"),
        (
            network(
                "self.a = nn.Linear(4, 8)\nself.b = nn.Linear(8, 2)", "F.relu(self.a(x))\nreturn self.b(x)"
            ),
            "code_order",
        ),
    ],
)
def test_layers_in_another_order_are_told_so(source: str, code: str) -> None:
    marking = mark_code(DNN, source)
    assert marking.outcome is not Outcome.FULL
    assert code in codes(marking)


@pytest.mark.parametrize(
    "source",
    [
        "s = nn.Sequential()\ns.append(s)\ns(x)",
        "l = []\nl.append(l)\nnn.Sequential(*l)(l)",
        "l = [nn.Linear(1, 1)]\n" + "l = l + l\n" * 40 + "nn.Sequential(*l)(x)",
        "s = nn.Sequential(nn.ReLU(), nn.ReLU())\n" + "s = nn.Sequential(s, s)\n" * 60 + "s(x)",
        "def f(x):\n    return f(f(x))\nf(x)",
        "\n".join(f"def f{n}(x):\n    return f{n - 1}(f{n - 1}(x))" for n in range(1, 60)),
        "class A:\n    def __init__(self):\n        self.a = A()\n        self.b = A()\nA()",
        "class A0: pass\n" + "".join(f"class A{n}(A{n - 1}): pass\n" for n in range(1, 150)) + "A149()(x)",
        "".join(" " * n + "for a in range(16):\n" for n in range(20)) + " " * 20 + "x = x + f(x)",
        "[x" + " for a in range(16)" * 100 + "]",
        "n = " + "9" * 3900 + "\nnn.Conv2d(n, 1, 3)(x)",
        "n = 0x" + "f" * 3900 + "\nnn.Conv2d(3, 8, n)(x)\nnn.Linear(1, n)(x)",
        "n = 9\n" + "n = n ** n ** n\n" * 50 + "nn.Linear(1, n)(x)",
        "for i in range(10 ** 30): nn.Linear(1, i)(x)",
        "x" + ".f()" * 900,
        "n = 1e999 // 0 + 1j ** 'a'\nnn.Linear(1, -n)(x)",
        "def f():\n    def g():\n        f()\n    return g\nf()",
        "lambda: " * 300 + "x",
    ],
)
@pytest.mark.parametrize("key", [CNN, DNN])
def test_code_that_winds_about_is_read_within_bounds(key: CodeKey, source: str) -> None:
    assert mark_code(key, source[:4000]).outcome is not Outcome.FULL
