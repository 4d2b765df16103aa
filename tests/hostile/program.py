"""How a hostile program is written down: its source, and the verdicts that it may earn.

Each prints ``ESCAPED`` where it got what it must not get; none may pass.
"""

from __future__ import annotations

from dataclasses import dataclass

HEAD = "import torch\n"
ZEROS = "    return torch.zeros(x.shape[0], weight.shape[0], x.shape[2] - 2, x.shape[3] - 1)\n"
SIGNATURE = "def conv2d(x, weight, bias=None, stride=1, padding=0):\n"

# The task done by hand, for cheats that know the answer of one case, or that pretend to know it.
BY_HAND = """\
def by_hand(x, weight, bias=None, stride=1, padding=0):
    s = stride if isinstance(stride, tuple) else (stride, stride)
    p = padding if isinstance(padding, tuple) else (padding, padding)
    size = weight.shape[2:]
    columns = torch.nn.functional.unfold(x, size, padding=p, stride=s)
    high = (x.shape[2] + 2 * p[0] - size[0]) // s[0] + 1
    y = (weight.flatten(1) @ columns).unflatten(2, (high, -1))
    return y if bias is None else y + bias[:, None, None]
"""

# Frames as the wire has them, written by whoever holds the descriptor.
FORGERY = """\
import json, os, struct
def frame(head, body=b''):
    text = head if isinstance(head, bytes) else json.dumps(head).encode()
    return struct.pack('<4sIQ', b'DLQ1', len(text), len(body)) + text + body
def write(data, descriptor=3):
    while data: data = data[os.write(descriptor, data):]
def done(**more):
    return {'status': 'done', 'tried': [], 'observed': [], 'tensors': [], **more}
"""

# Machine code, for what no Python function asks the kernel.
MACHINE_CODE = """\
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t] + [ctypes.c_int] * 3 + [ctypes.c_long]
def run(code):
    page = libc.mmap(None, 4096, 7, 0x22, -1, 0)
    ctypes.memmove(page, code, len(code))
    return ctypes.CFUNCTYPE(ctypes.c_long)(page)()
"""

LIBC = """\
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
def ask(number, *arguments):
    wide = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    if libc.syscall(ctypes.c_long(number), *wide) >= 0:
        print('ESCAPED', number)
"""


@dataclass(frozen=True)
class Program:
    """``seconds``: its limit. ``machine``: the only one for which its numbers mean what they say."""

    name: str
    source: str
    verdicts: tuple[str, ...]
    seconds: float = 1.0
    machine: str = ""


def at_import(name: str, body: str, *verdicts: str, seconds: float = 1.0, machine: str = "") -> Program:
    """Does its deed when it is loaded, then returns zeros."""
    return Program(name, HEAD + body + SIGNATURE + ZEROS, verdicts or ("wrong",), seconds, machine)


def when_called(name: str, body: str, *verdicts: str, before: str = "", seconds: float = 1.0) -> Program:
    """Does its deed in the call; ``body`` is indented by four. ``before`` stands at the top of the module."""
    return Program(name, HEAD + before + SIGNATURE + body + ZEROS, verdicts or ("wrong",), seconds)


def by_system_call(name: str, *calls: str) -> Program:
    """Asks the kernel by number, as x86-64 counts; each of ``calls`` is the arguments of one."""
    return at_import(name, LIBC + "".join(f"ask({call})\n" for call in calls), machine="x86_64")


def attempt(what: str, before: str = "") -> str:
    """Try an expression; print ESCAPED if it works. ``before``: statements on one line that lead to it."""
    lead = f"    {before}\n" if before else ""
    return f"try:\n{lead}    print('ESCAPED', {what})\nexcept BaseException as error:\n    pass\n"
