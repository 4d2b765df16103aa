"""What torch imports or compiles at first use, done once before anything is forked."""

from __future__ import annotations

import importlib
import math
import types
import warnings
from contextlib import suppress

import torch
from torch import nn

from graders.contract.frame import PREFIX, RawTensor, decode, encode, prefix_lengths
from graders.zygote import chance, unavailable
from graders.zygote.harness import Run

# Level C cannot open files: whatever a solution may reasonably import must be there already.
MODULES = (
    "abc", "bisect", "collections", "collections.abc", "contextlib", "copy", "dataclasses", "enum",
    "fractions", "functools", "heapq", "itertools", "json", "math", "numbers", "operator", "random",
    "re", "statistics", "string", "textwrap", "time", "traceback", "types", "typing", "warnings",
    "numpy", "torch.nn.functional", "torch.nn.init", "torch.nn.utils", "torch.autograd",
    "torch.autograd.functional", "torch.autograd.forward_ad", "torch.func", "torch.fft", "torch.linalg",
    "torch.special", "torch.optim", "torch.utils.data", "torch._dynamo", "einops",
    "torch.nn.utils.prune", "torch.nn.utils.parametrizations", "torch.nn.utils.rnn", "torch.optim.swa_utils",
    "torch.profiler._cupti_monitor",
    "torch.nn.attention", "torch.distributions", "torch.utils.checkpoint", "torch.utils.serialization",
    "torch._subclasses.schema_check_mode", "torch._decomp.decompositions_for_jvp", "torch.nested",
    "base64", "cmath", "datetime", "decimal", "hashlib", "inspect", "io", "logging", "pickle", "pprint",
    "secrets", "timeit", "tracemalloc", "uuid",
)  # fmt: skip

_KEPT: list[object] = []

# Libraries that load their kernels at first use: the student who came first would pay for that.
_FIRST_USES = """
import torch
x = torch.ones(1, 2, 6, 6, requires_grad=True)
y = torch.fft.irfft2(torch.fft.rfft2(x, s=(8, 8)) * torch.fft.rfft2(x, s=(8, 8)), s=(8, 8))
y = y.sum() + torch.fft.ifft2(torch.fft.fft2(x)).real.sum() + torch.fft.fft(x).abs().sum()
z = torch.nn.functional.conv2d(x, torch.ones(3, 2, 3, 3), stride=2)
z = torch.nn.functional.conv_transpose2d(z, torch.ones(3, 2, 3, 3)).sum()
z = z + torch.nn.functional.max_pool2d(x, 2).sum() + torch.cdist(x[0, 0], x[0, 1]).sum()
square = x[0, 0, :4, :4] + torch.eye(4)
w = torch.linalg.solve(square, square).sum() + torch.linalg.qr(square)[1].sum() + torch.logsumexp(x, 1).sum()
(y + z + w).backward()
torch.func.jvp(torch.sin, (torch.ones(2),), (torch.ones(2),)), str(torch.ones(2))
torch.multinomial(torch.ones(4), 2), torch.randn(4).sort(), torch.randperm(4)
torch.ones(4, 4).double() @ torch.ones(4, 4).double()
"""

_PROGRAM = """
import torch, math
from torch import nn
class Layer(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))
        self.register_buffer("seen", torch.zeros(width))
    def forward(self, x):
        with torch.no_grad():
            self.seen.mul_(0.9).add_(0.1 * x.mean(0))
        return torch.relu(x * self.weight) / math.sqrt(2)
def patches(x, k):
    n, c, h, w = x.shape
    out = torch.zeros(n, c, h - k + 1, w - k + 1)
    for i in range(k):
        for j in range(k):
            out = out + x[:, :, i : i + h - k + 1, j : j + w - k + 1]
    return out
layer = Layer(4)
layer(torch.ones(3, 4)).sum().backward()
x = torch.ones(2, 2, 5, 5, requires_grad=True)
y = patches(torch.nn.functional.pad(x, (1, 1, 1, 1)), 3)
torch.autograd.grad((y @ y.transpose(-1, -2)).sum(), x, allow_unused=True)
torch.einsum("nchw,ochw->no", x, x.detach())
torch.nn.functional.unfold(x, 3).var(dim=0, unbiased=False)
def windows(x, weight, bias):
    h, w = x.shape[2] - 2, x.shape[3] - 2
    taps = [x[:, :, i : i + h, j : j + w] for i in range(3) for j in range(3)]
    columns = torch.stack(taps, dim=2).reshape(x.shape[0], -1, h * w)
    return weight @ columns + bias.view(1, -1, 1)
"""


def once() -> None:
    """In the zygote: import, and touch what is imported lazily. No CUDA, no second thread."""
    load()
    touch()


def load() -> None:
    """Import, and change what has to be changed. On a machine with a graphics card this leaves it alone."""
    for name in MODULES:
        # einops is a convenience of some installations; everything else is there or torch would not be.
        with suppress(ImportError):
            importlib.import_module(name)
    unavailable.hold_to_one_thread()
    unavailable.seed_without_a_device()
    chance.seed_quickly()
    _override_once()


def touch() -> None:
    """Use what is imported or loaded at first use. The first backward makes torch count its devices."""
    parameter = nn.Parameter(torch.ones(2))
    optimizer = torch.optim.Adam([parameter])
    torch.autograd.backward((parameter * 2).sum())
    optimizer.step()
    exec(compile(_FIRST_USES, "first_uses.py", "exec"), {"__name__": "first_uses"})
    rehearse()


def _override_once() -> None:
    # torch warns at the first override in a process, on the student's standard output.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        first = torch._C._dispatch_library("DEF", "dlquiz", "", __file__, 0)
        first.define("rehearsal(Tensor x) -> Tensor")
        for _ in range(2):
            again = torch._C._dispatch_library("IMPL", "dlquiz", "", __file__, 0)
            again.impl("rehearsal", "CPU", lambda x: x, False)  # type: ignore[call-arg]  # the stub lacks with_keyset
            _KEPT.append(again)
        _KEPT.append(first)


def rehearse() -> None:
    """A small throw-away pass, which makes the pages that any job writes to private in advance."""
    module = types.ModuleType("rehearsal")
    exec(compile(_PROGRAM, "rehearsal.py", "exec"), module.__dict__)
    for dtype, size in (("float32", 4), ("float64", 8)):
        _rehearse_case(module, dtype, size)


def _rehearse_case(module: types.ModuleType, dtype: str, size: int) -> None:
    """One case from its frame to the frame of its answer."""
    shapes = {"x": (1, 2, 5, 5), "weight": (3, 18), "bias": (3,), "cotangent": (1, 3, 9)}
    sent = [RawTensor(dtype, shape, bytes(math.prod(shape) * size)) for shape in shapes.values()]
    inputs = {
        label: {"index": index, "layout": {}, "grad": label != "cotangent"}
        for index, label in enumerate(shapes)
    }
    call = {
        "op": "call", "target": "windows", "literals": [], "args": [["x", {"input": "x"}]],
        "options": {label: {"input": label} for label in ("weight", "bias")}, "into": ["y"], "several": False,
    }  # fmt: skip
    back = {
        "op": "backward", "of": "y", "wrt": ["x", "weight", "bias"], "at": "",
        "cotangent": {"input": "cotangent"},
    }  # fmt: skip
    data = encode(
        {"do": "case", "case": {"name": "", "inputs": inputs, "steps": [call, back], "dtype": dtype}}, sent
    )
    head, _ = prefix_lengths(data[: PREFIX.size])
    frame = decode(data[PREFIX.size : PREFIX.size + head], data[PREFIX.size + head :])
    run = Run(module, frame.head["case"], frame.tensors)
    run.execute()
    run.observe_inputs()
    encode({"status": "done", "tried": [], "observed": run.observed.entries}, run.observed.tensors)
