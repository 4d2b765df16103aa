"""Solutions that a card has to survive, put before a right one of ``conv2d``; and what may be said of them.

Each does its deed in the first call, on the device of its input.
"""

from __future__ import annotations

from dataclasses import dataclass

_HEAD = "import torch\n"
_CALL = "\n_right = conv2d\ndef conv2d(x, *arguments, **options):\n"


@dataclass(frozen=True)
class Deed:
    """``code``: how it is told, or "" for whatever is told; ``verdict``: what it earns."""

    name: str
    body: str
    verdict: str
    code: str = ""

    def source(self, right: str) -> str:
        """The deed in front of the right solution ``right``; its first line is the deed's."""
        return right + _CALL + f"    {self.body}\n    return _right(x, *arguments, **options)\n"


_WILD = (
    "storage = torch._C._construct_storage_from_data_pointer(1 << 40, x.device, 1 << 20); "
    "torch.empty(0, device=x.device).set_(storage, 0, (1 << 10,)).add_(1)"
)
DEEDS = (
    Deed("an index out of range", "torch.ones(3, device=x.device)[torch.tensor([7], device=x.device)]",
         "crashed", "device_assert"),
    Deed("memory that is not its own", _WILD, "crashed", "device_fault"),
    Deed("more of the card than it may take",
         "kept = [torch.empty(1 << 28, device=x.device) for _ in range(64)]",
         "out_of_memory", "out_of_memory"),
    Deed("a computation that does not end", "torch.cuda._sleep(1 << 40); torch.cuda.synchronize()",
    "timed_out"),
    Deed("a loop that does not end", "\n    while True: x = x + 0", "timed_out"),
    Deed("more memory of the machine than it may take", "kept = [bytearray(1 << 28) for _ in range(64)]",
         "out_of_memory", "out_of_memory"),
    Deed("a result on the CPU", "return _right(x, *arguments, **options).cpu()", "wrong", "device_differs"),
    Deed("an end by a signal", "import ctypes; ctypes.string_at(8)", "crashed", "died"),
)  # fmt: skip
# What no cell may do. Each prints ESCAPED where it could.
_REACHES = (
    "os.fork()", "socket.socket()", "open('/etc/passwd').read()", "open('/tmp/escaped', 'w')",
    "os.listdir('/')", "os.kill(os.getppid(), 0)", "_thread.start_new_thread(print, ())",
    "open(f'/proc/{os.getppid()}/environ').read()", "open(f'/proc/{os.getppid()}/cmdline').read()",
    "mmap.mmap(-1, 1 << 30)", "os.execv('/bin/true', ['true'])", "fcntl.ioctl(1, 0x5413, b' ' * 8)",
    "os.open('/proc/sys/vm/drop_caches', os.O_RDWR)", "os.setuid(65533)",
)  # fmt: skip
ESCAPES = (
    "import _thread, fcntl, mmap, os, socket\n"
    + "".join(
        f"try: {reach}; print('ESCAPED by', {reach!r})\nexcept BaseException: pass\n" for reach in _REACHES
    )
    # The same from a thread that the driver's side of torch runs.
    + "import torch\nclass Back(torch.autograd.Function):\n"
    "    @staticmethod\n    def forward(ctx, x): return x.clone()\n"
    "    @staticmethod\n    def backward(ctx, g):\n"
    + "".join(
        f"        try: {reach}; print('ESCAPED in backward by', {reach!r})\n        except "
        f"BaseException: pass\n"
        for reach in _REACHES
    )
    + "        return g\n"
    "Back.apply(torch.ones(2, requires_grad=True)).sum().backward()\n"
    "print('reached the end')\n"
)
