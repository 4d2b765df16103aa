"""The convolutions that the package calls right are PyTorch's, over settings drawn at random."""

from __future__ import annotations

import random
from typing import Any

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor

from tests.packages_examples.solutions import load, right_files

SLUG = "conv2d-forward"
SETTINGS = 25


def setting(number: int, dtype: torch.dtype) -> tuple[list[Tensor], dict[str, Any]]:
    """Inputs and options of call ``number``; the kernel always fits into the padded image."""
    pick = random.Random(number)
    torch.manual_seed(number)
    groups = pick.choice((1, 1, 2, 3))
    kernel = [pick.randint(1, 3) for _ in range(2)]
    padding, dilation, stride = ([pick.randint(low, 3) for _ in range(2)] for low in (0, 1, 1))
    least = [max(1, d * (k - 1) + 1 - 2 * p) for k, d, p in zip(kernel, dilation, padding, strict=True)]
    height, width = (size + pick.randint(0, 4) for size in least)
    per_group, kernels = pick.randint(1, 3), groups * pick.randint(1, 3)
    x = torch.randn(pick.randint(1, 3), groups * per_group, height, width, dtype=dtype)
    weight = torch.randn(kernels, per_group, *kernel, dtype=dtype)
    bias = [torch.randn(kernels, dtype=dtype)] if pick.random() < 0.7 else []
    options = {"stride": stride, "padding": padding, "dilation": dilation}
    return [x, weight, *bias], {"groups": groups, **{key: tuple(pair) for key, pair in options.items()}}


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=["float32", "float64"])
@pytest.mark.parametrize("path", right_files(SLUG))
def test_values_and_gradients_equal_the_ready_made_operator(path: str, dtype: torch.dtype) -> None:
    conv2d = load(SLUG, path).conv2d
    for number in range(SETTINGS):
        tensors, options = setting(number, dtype)
        ours = [tensor.clone().requires_grad_() for tensor in tensors]
        theirs = [tensor.clone().requires_grad_() for tensor in tensors]
        actual, expected = conv2d(*ours, **options), F.conv2d(*theirs, **options)
        cotangent = torch.randn_like(expected)
        torch.testing.assert_close(actual, expected, rtol=1e-4, atol=1e-4, msg=f"setting {number}")
        torch.testing.assert_close(
            torch.autograd.grad(actual, ours, cotangent),
            torch.autograd.grad(expected, theirs, cotangent),
            rtol=1e-4,
            atol=1e-4,
            msg=f"gradients of setting {number}",
        )


@pytest.mark.parametrize("path", right_files(SLUG))
def test_one_number_means_the_same_as_a_pair(path: str) -> None:
    conv2d = load(SLUG, path).conv2d
    x, weight = torch.randn(1, 2, 7, 8), torch.randn(3, 2, 3, 2)
    singly = conv2d(x, weight, None, stride=2, padding=1, dilation=2)
    torch.testing.assert_close(singly, conv2d(x, weight, None, (2, 2), (1, 1), (2, 2)))
