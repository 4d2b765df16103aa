"""A rewritten mistake looks different and does the same."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from graders.diagnosis.rewrites import REWRITINGS, rewrite

SOURCE = '''"""Sums of rows, each with a weight."""

import torch


def weighted(x, weight, scale=1.0):
    total = torch.zeros(x.shape[0], dtype=x.dtype)
    for row in range(x.shape[0]):
        for column in range(x.shape[1]):
            total[row] = total[row] + halved(x[row, column]) * weight[column]
    return scale * total


def halved(value):
    part = value / 2
    return part
'''


def run(source: str) -> torch.Tensor:
    namespace: dict[str, Any] = {}
    exec(source, namespace)
    generator = torch.Generator().manual_seed(3)
    x, weight = torch.randn(3, 4, generator=generator), torch.randn(4, generator=generator)
    result = namespace["weighted"](x, weight, scale=3.0)
    assert isinstance(result, torch.Tensor)
    return result


@pytest.mark.parametrize("name", REWRITINGS)
def test_a_rewritten_solution_gives_the_same_result_in_the_same_dtype(name: str) -> None:
    rewritten = rewrite(SOURCE, ("weighted",), name)
    assert rewritten != SOURCE
    assert run(rewritten).dtype == torch.float32
    torch.testing.assert_close(run(rewritten), run(SOURCE))


def test_names_change_but_for_those_that_callers_use() -> None:
    rewritten = rewrite(SOURCE, ("weighted",), "renamed")
    assert "def weighted(x, weight, scale=1.0)" in rewritten
    assert "halved(" not in rewritten
    assert "total =" not in rewritten


def test_reordering_turns_products_round_and_exchanges_nested_loops() -> None:
    rewritten = rewrite(SOURCE, ("weighted",), "reordered")
    assert "weight[column] * halved" in rewritten
    assert rewritten.index("for column") < rewritten.index("for row")


def test_the_order_of_joined_texts_and_lists_is_kept() -> None:
    source = "def f(x):\n    names = ['a'] + list(x)\n    return 'n: ' + names[0]\n"
    assert "['a'] + list(x)" in rewrite(source, ("f",), "reordered")
    assert "'n: ' +" in rewrite(source, ("f",), "reordered")


def test_a_module_is_computed_in_float64_and_answers_in_its_own_dtype() -> None:
    source = (
        "import torch\nfrom torch import nn\n"
        "class Shift(nn.Module):\n"
        "    def __init__(self):\n        super().__init__()\n        self.seen = []\n"
        "    def forward(self, x):\n        self.seen.append(x.dtype)\n        return x + 1\n"
    )
    namespace: dict[str, Any] = {}
    exec(rewrite(source, ("Shift",), "float64"), namespace)
    module = namespace["Shift"]()
    assert module(torch.zeros(2)).dtype == torch.float32
    assert module.seen == [torch.float64]


def test_every_function_that_cases_call_keeps_its_name() -> None:
    source = "def f(x):\n    y = x + 1\n    return y\n\n\ndef f_backward(g):\n    return f(g)\n"
    assert "def f_backward(g)" in rewrite(source, ("f", "f_backward"), "all")
    assert "def f_backward(g)" not in rewrite(source, ("f",), "all")
