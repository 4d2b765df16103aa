"""A cell's graphics card: started in the cell, never in the zygote, with settings on which tolerances rest.

What CUDA has begun in a process does not survive a fork, and torch's first backward counts the cards. So a
zygote for cells with a card only imports, and everything else is done by each cell while it waits
for its job.
"""

from __future__ import annotations

import ctypes
import os
import warnings
from contextlib import suppress
from functools import partial
from typing import Any

import torch
from torch import nn

from graders.zygote import warmup

# Half of it has no types.
_cuda: Any = torch.cuda
MIB = 1 << 20
DEVICE = "cuda"
# By the shared name, so that what torch opens later is this one, wherever it was found.
DRIVER_LIBRARY = "libcuda.so.1"
# What a context, its libraries' workspaces and other cells that wait leave for a task must still be there.
SLACK = 256 * MIB

# Each paragraph is tried by itself: what a card or a build does not have must not keep the rest from being
# touched. What is loaded at first use (cuBLAS, cuDNN, cuSOLVER, cuFFT, the run-time compiler) is loaded here,
# before files are out of reach, and the threads that are made at first use are made before none can be.
_TOUCHED = """
x = ones(8, 8, requires_grad=True)
(x @ x).relu().sum().backward()

x = ones(8, 8, dtype=torch.float64) + torch.eye(8, device=D)
torch.linalg.solve(x, x), torch.linalg.qr(x), torch.linalg.inv(x), torch.linalg.det(x)

x = ones(8, 8) + torch.eye(8, device=D)
torch.linalg.eigh(x), torch.linalg.svd(x), torch.linalg.cholesky(x)

x = ones(2, 8, 8, dtype=torch.bfloat16)
torch.bmm(x, x), torch.bmm(x.half(), x.half())

x, w = ones(2, 2, 6, 6, requires_grad=True), ones(3, 2, 3, 3, requires_grad=True)
F.conv2d(x, w, stride=2).sum().backward()

x = ones(2, 2, 6, 6, requires_grad=True)
F.max_pool2d(x, 2).sum().backward()

x = ones(2, 2, 6, 6, requires_grad=True)
nn.BatchNorm2d(2).to(D)(x).sum().backward()

x = ones(2, 3, 4, requires_grad=True)
nn.LSTM(4, 5).to(D)(x)[0].sum().backward()

x = ones(2, 3, 4, 8, requires_grad=True)
F.scaled_dot_product_attention(x, x, x).sum().backward()

x, i = ones(2, 8, requires_grad=True), torch.zeros(2, dtype=torch.int64, device=D)
F.cross_entropy(F.layer_norm(x, (8,)), i).backward()

x = F.unfold(ones(1, 2, 6, 6), 3)
F.fold(x, (6, 6), 3)

torch.fft.irfft2(torch.fft.rfft2(ones(6, 6))), torch.fft.fft(ones(6)).abs()

x = ones(9)
x.sort(), x.topk(2), x.cumsum(0), torch.randperm(9, device=D), (x > 0).nonzero(), x[x > 0]

x, i = ones(4, 3), torch.zeros(4, dtype=torch.int64, device=D)
x.index_add(0, i, x), x.scatter_add(0, i[:, None], x[:, :1])
F.embedding(i, x), x.index_put((i,), x[0], accumulate=True)

x = ones(4)
x.var(), x.logsumexp(0), x.softmax(0), torch.einsum("i,j->ij", x, x), str(x), torch.cdist(x[None], x[None])

torch.bernoulli(F.dropout(ones(4)) / 2), torch.multinomial(ones(4), 2), torch.randn(4, device=D)

torch.ones(4, dtype=torch.complex64, device=D).sin()

p = nn.Parameter(ones(2))
optimizer = torch.optim.Adam([p])
(p * 2).sum().backward()
optimizer.step()
"""
_NAMES = {
    "torch": torch, "nn": nn, "F": nn.functional, "D": DEVICE, "ones": partial(torch.ones, device=DEVICE),
}  # fmt: skip


def warm() -> None:
    """In the zygote. ``OSError`` where the driver's library is missing, or something has begun CUDA."""
    if torch.version.cuda is None:
        raise OSError("this build of PyTorch has no CUDA")
    ctypes.CDLL(DRIVER_LIBRARY, mode=os.RTLD_GLOBAL | os.RTLD_NOW)
    warmup.load()
    refuse_if_begun()


def refuse_if_begun() -> None:
    """Raises ``OSError`` where this process has begun CUDA, so that its children could not use it."""
    devices = [path for path in _open_files() if path.startswith("/dev/nvidia")]
    if _cuda.is_initialized() or _cuda._is_in_bad_fork() or devices:
        raise OSError(f"CUDA has begun in the zygote, and its cells could not use it: {devices}")


def _open_files() -> list[str]:
    found = []
    for descriptor in os.listdir("/proc/self/fd"):
        with suppress(OSError):
            found.append(os.readlink(f"/proc/self/fd/{descriptor}"))
    return found


def start(memory: int) -> None:
    """In the cell, before its filter: begin CUDA for a job that may take ``memory`` bytes of the card.

    Raises ``RuntimeError`` where there is no card, too little of its memory is left, or it computes wrongly.
    """
    _cuda.init()
    free, total = torch.cuda.mem_get_info()
    if free < memory + SLACK:
        raise RuntimeError(f"{free // MIB} MiB of the card are free, {(memory + SLACK) // MIB} are needed")
    compute_exactly()
    _prove()
    warmup.touch()
    for program in _TOUCHED.split("\n\n"):
        with suppress(Exception):
            exec(compile(program, "touched.py", "exec"), dict(_NAMES))
    torch.cuda.synchronize()
    torch.cuda.empty_cache()
    # What was touched may have failed in a way that spoils the context; who waits for a job must be well.
    _prove()
    torch.cuda.set_per_process_memory_fraction(min(1.0, memory / total))
    torch.cuda.reset_peak_memory_stats()


def compute_exactly() -> None:
    """Arithmetic as the tolerances suppose it: float32 as float32, and the same result every time."""
    torch.backends.cuda.matmul.allow_tf32 = False
    torch.backends.cudnn.allow_tf32 = False
    torch.backends.cuda.matmul.allow_fp16_reduced_precision_reduction = False
    torch.backends.cuda.matmul.allow_bf16_reduced_precision_reduction = False
    torch.backends.cudnn.benchmark = False
    torch.backends.cudnn.deterministic = True
    # Where an operator has no such kernel torch warns, on the student's standard output.
    warnings.filterwarnings("ignore", message=".*does not have a deterministic implementation")
    torch.use_deterministic_algorithms(True, warn_only=True)
    # It would fill fresh memory with NaN: on the CPU nobody does.
    setattr(torch.utils.deterministic, "fill_uninitialized_memory", False)  # noqa: B010 - a property of a module


def _prove() -> None:
    """Known sums, exact in either format, through memory, a product and the way back. ``RuntimeError``."""
    for dtype in (torch.float32, torch.float64):
        x = torch.arange(64, dtype=dtype, device=DEVICE).reshape(8, 8)
        found = (x @ x.T).cpu()
        on_cpu = torch.arange(64, dtype=torch.int64).reshape(8, 8)
        if not torch.equal(found.to(torch.int64), on_cpu @ on_cpu.T):
            raise RuntimeError(f"the card computes wrongly in {dtype}")


def peak_bytes() -> int:
    """The most of the card's memory that tensors took in this process."""
    return int(_cuda.max_memory_allocated()) if _cuda.is_initialized() else 0
