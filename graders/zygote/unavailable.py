"""What a cell does not have, told as such: a student who meets it has made no mistake in the mathematics.

A cell is one process with one thread, reads no files but libraries, and has no network. Nothing is barred
here: the walls have refused, and this finds out from the exception what it was that was wanted.
"""

from __future__ import annotations

import errno
import secrets
from collections.abc import Iterator

import torch

_REFUSED = (errno.EPERM, errno.EACCES, errno.ENOSYS, errno.EROFS, errno.ENOENT)
# Beginnings of messages by which libraries tell of a refusal without an errno.
_TELLING = (
    "can't start new thread",
    "[enforce fail at inline_container",
    "Torch not compiled with CUDA",
    "Found no NVIDIA driver",
    "No CUDA GPUs",
    "could not get source code",
    "unknown encoding: idna",
    "<urlopen error",
)
_COMPILER = ("/torch/_dynamo/", "/torch/_inductor/", "/torch/jit/", "/torch/_sources", "/torch/_jit_internal")
_PROCESSES = ("/multiprocessing/", "/concurrent/futures/process", "/subprocess.py")
_NETWORK = ("/asyncio/", "/socket.py", "/urllib/", "/http/", "/ssl.py")
_THREADS = ("/threading.py", "/concurrent/futures/thread")


def hold_to_one_thread() -> None:
    """In the zygote: more threads for torch are refused by name, where OpenMP would end the process."""
    set_num_threads = torch.set_num_threads

    def refuse_more(nthreads: int) -> None:
        if nthreads > 1:
            raise RuntimeError("can't start new thread: there is one for torch here")
        set_num_threads(nthreads)

    torch.set_num_threads = refuse_more


def seed_without_a_device() -> None:
    """In the zygote: ``torch.seed`` opens ``/dev/urandom``; the kernel gives the same without a file."""

    def seed() -> int:
        number = secrets.randbits(63)
        torch.manual_seed(number)
        return number

    torch.seed = torch.random.seed = seed


def reason(error: BaseException) -> str | None:
    """The feedback code of what ``error`` shows to be missing here; None for every other exception."""
    if not _is_refusal(error):
        return None
    places = list(_places(error))
    processes, compiler = _any(_PROCESSES, places), _any(_COMPILER, places)
    if processes and any("/torch/utils/data/" in place for place in places):
        return "no_workers"
    if compiler:
        return "no_compiler"
    if processes:
        return "no_processes"
    if _any(_NETWORK, places):
        return "no_network"
    if _any(_THREADS, places) or "thread" in str(error):
        return "no_threads"
    return _by_kind(error)


def _is_refusal(error: BaseException) -> bool:
    if isinstance(error, ModuleNotFoundError):
        return True
    if isinstance(error, OSError) and error.errno in _REFUSED:
        return True
    kinds = (OSError, RuntimeError, AssertionError, LookupError)
    return isinstance(error, kinds) and str(error).startswith(_TELLING)


def _by_kind(error: BaseException) -> str:
    told = str(error)
    if isinstance(error, ModuleNotFoundError):
        return "no_module"
    if "CUDA" in told or "NVIDIA" in told:
        return "no_cuda"
    if isinstance(error, OSError) and error.filename is None:
        return "no_processes"
    return "no_files"


def _places(error: BaseException) -> Iterator[str]:
    """Where the exception passed, innermost last; and the module that was not found, as if it were a file."""
    trace = error.__traceback__
    while trace is not None:
        yield trace.tb_frame.f_code.co_filename
        trace = trace.tb_next
    if isinstance(error, ModuleNotFoundError) and error.name:
        yield f"/{error.name.replace('.', '/')}/"


def _any(beginnings: tuple[str, ...], places: list[str]) -> bool:
    return any(beginning in place for beginning in beginnings for place in places)
