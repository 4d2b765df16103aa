"""Code that is right in another course is told whose convention it follows, not just that it is wrong.

The programs are written as those courses teach it, in their own style, and share nothing with the packages'
files.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graders.engine import Engine
from graders.package import load_folder

CONV_WITH_CACHE = """\
import torch

def conv2d(x, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    s = (stride, stride) if isinstance(stride, int) else stride
    p = (padding, padding) if isinstance(padding, int) else padding
    d = (dilation, dilation) if isinstance(dilation, int) else dilation
    N, C, H, W = x.shape
    F, CG, HH, WW = weight.shape
    cols = torch.nn.functional.unfold(x, (HH, WW), dilation=d, padding=p, stride=s)
    H_out = 1 + (H + 2 * p[0] - d[0] * (HH - 1) - 1) // s[0]
    W_out = 1 + (W + 2 * p[1] - d[1] * (WW - 1) - 1) // s[1]
    cols = cols.view(N, groups, CG * HH * WW, -1)
    out = torch.einsum("gfk,ngkl->ngfl", weight.view(groups, F // groups, -1), cols)
    out = out.reshape(N, F, H_out, W_out)
    if bias is not None:
        out = out + bias.view(1, F, 1, 1)
    cache = (x, weight, bias)
    return out, cache
"""
MOMENTUM_OF_THE_OLD = """\
import torch
from torch import nn

class BatchNorm2d(nn.Module):
    def __init__(self, num_features, eps=1e-5, momentum=0.1):
        super().__init__()
        self.eps, self.momentum = eps, momentum
        self.weight = nn.Parameter(torch.ones(num_features))
        self.bias = nn.Parameter(torch.zeros(num_features))
        self.register_buffer("running_mean", torch.zeros(num_features))
        self.register_buffer("running_var", torch.ones(num_features))
        self.register_buffer("num_batches_tracked", torch.tensor(0))

    def forward(self, x):
        rows = x.transpose(0, 1).flatten(1)
        if self.training:
            m = rows.shape[1]
            mu = rows.mean(1)
            var = ((rows - mu[:, None]) ** 2).mean(1)
            with torch.no_grad():
                self.num_batches_tracked += 1
                self.running_mean.copy_(self.momentum * self.running_mean + (1 - self.momentum) * mu)
                self.running_var.copy_(
                    self.momentum * self.running_var + (1 - self.momentum) * var * m / (m - 1)
                )
        else:
            mu, var = self.running_mean, self.running_var
        shape = (1, -1, 1, 1)
        xhat = (x - mu.view(shape)) / torch.sqrt(var.view(shape) + self.eps)
        return self.weight.view(shape) * xhat + self.bias.view(shape)
"""
GATES_I_F_O_G = """\
import torch

def lstm_cell(x, h, c, w_ih, w_hh, b_ih, b_hh):
    H = h.shape[1]
    a = torch.mm(x, w_ih.t()) + torch.mm(h, w_hh.t()) + b_ih + b_hh
    i, f, o = (torch.sigmoid(a[:, k * H : (k + 1) * H]) for k in range(3))
    g = torch.tanh(a[:, 3 * H :])
    next_c = f * c + i * g
    return o * torch.tanh(next_c), next_c
"""
UPDATE_GATE_OF_THE_NEW = """\
import torch

def gru_cell(x, h, w_ih, w_hh, b_ih, b_hh):
    H = h.shape[1]
    gi, gh = x.matmul(w_ih.t()) + b_ih, h.matmul(w_hh.t()) + b_hh
    r = torch.sigmoid(gi[:, :H] + gh[:, :H])
    z = torch.sigmoid(gi[:, H : 2 * H] + gh[:, H : 2 * H])
    n = torch.tanh(gi[:, 2 * H :] + r * gh[:, 2 * H :])
    return (1 - z) * h + z * n
"""
HALF_THE_SQUARE = """\
import torch

def mse(input, target, reduction="mean"):
    if input.shape != target.shape or reduction not in ("mean", "sum", "none"):
        raise ValueError("no such thing")
    cost = 0.5 * torch.pow(target - input, 2)
    return {"mean": cost.mean, "sum": cost.sum, "none": cost.clone}[reduction]()
"""
# The task, the program, and the known convention that it follows.
COURSES = (
    ("conv2d-forward", CONV_WITH_CACHE, "returns_a_cache"),
    ("batchnorm2d", MOMENTUM_OF_THE_OLD, "momentum_inverted"),
    ("lstm-cell", GATES_I_F_O_G, "gates_i_f_o_g"),
    ("gru-cell", UPDATE_GATE_OF_THE_NEW, "update_gate_inverted"),
    ("mse", HALF_THE_SQUARE, "half_factor"),
)


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine() as made:
        yield made


@pytest.mark.parametrize(("task", "source", "convention"), COURSES, ids=[row[2] for row in COURSES])
def test_another_courses_convention_is_named(engine: Engine, task: str, source: str, convention: str) -> None:
    for seed in (1, 2, 3):
        report = engine.grade(load_folder(f"reference_models/{task}"), source, seed=seed)
        assert report.verdict == "wrong"
        assert report.diagnosis is not None
        assert (report.diagnosis.kind, report.diagnosis.variant) == ("convention", convention)
        assert report.diagnosis.also is None
