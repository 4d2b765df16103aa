"""Behind the walls of a cell with a graphics card the same programs get no further, at any level.

The card is imagined (``tests.graders.like_cuda``), the walls are not: requests to devices, files that may be
opened for writing, and threads that were there before the filter are what such a cell has beyond any other.
"""

from __future__ import annotations

import platform
from collections.abc import Iterator
from pathlib import Path

import pytest

from graders.contract import Level
from graders.engine import Engine, card
from graders.package import Package
from tests.graders.like_cuda import LikeCudaEngine
from tests.hostile.program import LIBC, Program, at_import, attempt
from tests.hostile.programs import PROGRAMS
from tests.hostile.trial import Cells, complaints

pytestmark = pytest.mark.usefixtures("secret_in_our_environment")


def indented(body: str) -> str:
    return "".join(f"    {line}\n" for line in body.splitlines())


# What only such a cell could be asked for.
OF_A_CARD = [
    at_import(
        "a file outside the devices is opened for writing",
        "import os\n"
        + "".join(
            attempt(f"os.open({path!r}, os.O_RDWR)")
            for path in (
                "/etc/passwd",
                "/dev/tty",
                "/dev/ptmx",
                "/proc/sys/vm/drop_caches",
                "/proc/1/oom_score_adj",
            )
        )
        + attempt("os.open('/tmp/escaped', os.O_RDWR | os.O_CREAT)")
        + attempt("os.open('/dev/zero', os.O_WRONLY)"),
    ),
    at_import(
        "another process is looked at",
        "import os\n"
        + "".join(
            attempt(f"open(f'/proc/{{{pid}}}/{name}').read()")
            for pid in ("os.getppid()", "1")
            for name in ("environ", "maps", "cmdline", "status")
        ),
    ),
    at_import(
        "descriptors of others are opened by path",
        "import os\n"
        + "".join(
            attempt(f"os.open(f'/proc/{{os.getppid()}}/fd/{number}', {mode})")
            for number in (0, 1, 2, 3, 100, 101)
            for mode in ("os.O_RDONLY", "os.O_RDWR")
        ),
    ),
    at_import(
        "requests that no driver makes",
        "import fcntl\n"
        # TIOCSTI, TIOCGWINSZ, FIONREAD, FIOCLEX, FS_IOC_GETFLAGS, a test request of unified memory
        + "".join(
            attempt(f"fcntl.ioctl({descriptor}, {request}, b' ' * 64)")
            for descriptor in (0, 1, 3)
            for request in (0x5412, 0x5413, 0x541B, 0x5451, 0x80086601, 201)
        ),
    ),
    at_import(
        "memory that the limit does not count",
        "import mmap\n" + attempt("mmap.mmap(-1, 1 << 30)") + attempt("mmap.mmap(-1, 1 << 12)"),
    ),
    at_import(
        "more memory than the task allows",
        "kept = [bytearray(64 << 20) for _ in range(64)]\n",
        "out_of_memory",
        seconds=5.0,
    ),
    at_import(
        "more threads, in Python and by a system call",
        "import _thread\n"
        + attempt("_thread.start_new_thread(print, ())")
        + LIBC
        # CLONE_VM | FS | FILES | SIGHAND | THREAD | SYSVSEM, as the driver's own are made
        + "ask(56, 0x50f00, 0, 0, 0, 0)\nask(435, 0, 88)\n",
        machine="x86_64",
    ),
    at_import(
        "a thread of before the filter reaches outside",
        "import os, socket, threading\n"
        "def reach():\n"
        + indented(attempt("open('/etc/passwd').read()") + attempt("socket.socket()") + attempt("os.fork()"))
        + "for thread in threading.enumerate():\n"
        "    if hasattr(thread, 'orders'):\n"
        "        done = threading.Event()\n"
        "        thread.orders.put((reach, done))\n"
        "        done.wait()\n"
        "        print('reached')\n",
    ),
]
# Its own descriptors such a cell may open again for writing, since it may open its devices so, and no filter
# sees a path: what it can write to there it has already.
ITS_OWN = {"reopens_its_descriptors_by_path"}
HERE = [program for program in OF_A_CARD if program.machine in ("", platform.machine())]
HERE += [program for program in PROGRAMS if program.name not in ITS_OWN]


@pytest.fixture(scope="module", params=["A", "B", "C"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    level: Level = request.param
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(card, "require", lambda: None)
        made = LikeCudaEngine(level)
    with made:
        yield made


@pytest.mark.parametrize("program", HERE, ids=lambda program: program.name)
def test_it_earns_no_pass_and_leaves_nothing_behind(
    engine: Engine, mini: Package, program: Program, cells: Cells, canary: Path
) -> None:
    assert complaints(engine, mini, program, cells, canary) == []
    # The cells of the job after it as well: a session has only so many descriptors.
    assert not cells.left_running()
