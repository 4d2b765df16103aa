"""The layers that the package calls right are PyTorch's, step for step, buffers included."""

from __future__ import annotations

import random

import pytest
import torch
from torch import Tensor, nn

from tests.packages_examples.solutions import load, right_files

SLUG = "batchnorm2d"
LIVES = 8
STEPS = 6


def life(number: int, dtype: torch.dtype) -> tuple[int, float, float, list[tuple[bool, Tensor]]]:
    """Channels, eps, momentum, and a series of batches with the mode that each is met in."""
    pick = random.Random(number)
    torch.manual_seed(number)
    channels = pick.randint(1, 4)
    met = []
    for _ in range(STEPS):
        size = [pick.randint(2, 5), channels, pick.randint(1, 4), pick.randint(1, 4)]
        met.append((pick.random() < 0.6, torch.randn(*size, dtype=dtype) * 2 + 1))
    return channels, pick.choice((1e-5, 1e-3, 0.5)), pick.choice((0.1, 0.3, 0.9)), met


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=["float32", "float64"])
@pytest.mark.parametrize("path", right_files(SLUG))
def test_a_life_of_training_and_evaluation_equals_the_ready_made_layer(path: str, dtype: torch.dtype) -> None:
    layer = load(SLUG, path).BatchNorm2d
    for number in range(LIVES):
        channels, eps, momentum, met = life(number, dtype)
        ours = layer(channels, eps=eps, momentum=momentum).to(dtype)
        theirs = nn.BatchNorm2d(channels, eps=eps, momentum=momentum).to(dtype)
        nn.init.normal_(theirs.weight)
        nn.init.normal_(theirs.bias)
        ours.load_state_dict(theirs.state_dict())
        for training, batch in met:
            _compare_one_step(ours.train(training), theirs.train(training), batch)
        torch.testing.assert_close(dict(ours.state_dict()), dict(theirs.state_dict()), rtol=1e-4, atol=1e-5)


def _compare_one_step(ours: nn.Module, theirs: nn.Module, batch: Tensor) -> None:
    sides = []
    cotangent = torch.randn_like(batch)
    for layer in (ours, theirs):
        x = batch.clone().requires_grad_()
        y = layer(x)
        sides.append([y, *torch.autograd.grad(y, [x, layer.weight, layer.bias], cotangent)])
    torch.testing.assert_close(sides[0], sides[1], rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("path", right_files(SLUG))
def test_a_new_layer_has_the_ready_made_one_s_parameters_and_buffers(path: str) -> None:
    ours, theirs = load(SLUG, path).BatchNorm2d(3), nn.BatchNorm2d(3)
    assert [name for name, _ in ours.named_parameters()] == [name for name, _ in theirs.named_parameters()]
    torch.testing.assert_close(dict(ours.state_dict()), dict(theirs.state_dict()))
