"""What a machine runs short of is our fault, with its reason, and over when it has it again."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graders.engine import Engine, EngineFault
from graders.package import Package
from tests.graders.survival import cells_of, send, wait_until_gone
from tests.graders.test_survival import passes

ROOT = Path(__file__).resolve().parent.parent.parent
NOBODY = 65534


@pytest.fixture
def engine() -> Iterator[Engine]:
    with Engine() as made:
        yield made


def first_free_descriptor(pid: int) -> int:
    taken = {int(name) for name in os.listdir(f"/proc/{pid}/fd")}
    return next(number for number in range(1 << 20) if number not in taken)


@contextmanager
def no_descriptor_left(pid: int) -> Iterator[None]:
    """The process can open no file more until the block ends."""
    soft, hard = resource.prlimit(pid, resource.RLIMIT_NOFILE)
    resource.prlimit(pid, resource.RLIMIT_NOFILE, (first_free_descriptor(pid), hard))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_NOFILE, (soft, hard))


def without_spares(engine: Engine) -> int:
    """The zygote, none of whose cells waits."""
    pid = engine.zygote.pid
    cells = cells_of(pid)
    send(signal.SIGKILL, cells)
    wait_until_gone(cells)
    return pid


def test_a_grader_without_descriptors_says_so_and_recovers(engine: Engine, conv: Package) -> None:
    assert passes(engine, conv)
    with no_descriptor_left(os.getpid()), pytest.raises(EngineFault, match="descriptor"):
        engine.zygote.cell()
    assert passes(engine, conv)


def test_a_grader_without_descriptors_starts_no_engine_and_then_does(conv: Package) -> None:
    with no_descriptor_left(os.getpid()), pytest.raises(EngineFault, match="Too many open files"):
        Engine()
    with Engine() as engine:
        assert passes(engine, conv)


def test_a_zygote_without_descriptors_says_so_and_recovers(engine: Engine, conv: Package) -> None:
    assert passes(engine, conv)
    pid = without_spares(engine)
    with no_descriptor_left(pid), pytest.raises(EngineFault, match="Too many open files"):
        engine.zygote.cell()
    assert passes(engine, conv)
    assert engine.zygote.pid == pid, "it lived through that"


# The interpreter may lie where only root may read: that one capability is kept, over exec too.
BECOME_NOBODY = f"""
import ctypes, os, struct
from graders.sandbox import system
def become_nobody():
    READ = 1 << 2  # CAP_DAC_READ_SEARCH
    system.prctl(8, 1)  # PR_SET_KEEPCAPS
    os.setgroups([])
    os.setresgid({NOBODY}, {NOBODY}, {NOBODY})
    os.setresuid({NOBODY}, {NOBODY}, {NOBODY})
    header = ctypes.create_string_buffer(struct.pack("<Ii", 0x20080522, 0), 8)
    sets = ctypes.create_string_buffer(struct.pack("<6I", READ, READ, READ, 0, 0, 0), 24)
    system.syscall(system.CAPSET, ctypes.byref(header), ctypes.byref(sets))
    system.prctl(system.PR_CAP_AMBIENT, 2, 2, 0, 0)
"""
SHORT_OF_PROCESSES = f"""
{BECOME_NOBODY}
import contextlib, os, resource, signal, sys, time
from pathlib import Path
if os.geteuid() == 0:
    become_nobody()
from graders.engine import Engine, EngineFault
from graders.package import load_folder
package = load_folder(Path(sys.argv[1]))
with Engine() as engine:
    right = package.accepted[0].source
    print(engine.grade(package, right).verdict)
    pid = engine.zygote.pid
    before = resource.prlimit(pid, resource.RLIMIT_NPROC)
    resource.prlimit(pid, resource.RLIMIT_NPROC, (1, before[1]))
    children = Path(f"/proc/{{pid}}/task/{{pid}}/children")
    # Again and again: one more may just have been forked, and one that was read may be reaped.
    while cells := children.read_text().split():
        for cell in cells:
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(cell), signal.SIGKILL)
        time.sleep(0.02)
    try:
        print(engine.grade(package, right).verdict)
    except EngineFault as fault:
        print(fault)
    resource.prlimit(pid, resource.RLIMIT_NPROC, before)
    print(engine.grade(package, right).verdict)
    print(engine.zygote.pid == pid)
"""


def test_a_fork_that_fails_is_our_fault_and_the_zygote_recovers(tmp_path: Path) -> None:
    """As a user whose number of processes is limited: root is held to no limit."""
    tmp_path.chmod(0o777)
    for parent in tmp_path.parents[:2]:
        parent.chmod(0o755)
    lines = run(SHORT_OF_PROCESSES, tmp_path)
    assert lines[0] == "pass"
    assert "the zygote could make no cell: BlockingIOError" in lines[1]
    assert lines[2:] == ["pass", "True"]


FULL_DISK = """
import os, sys, tempfile
from pathlib import Path
from graders.sandbox import namespaces, system
user, group = os.geteuid(), os.getegid()
system.unshare(system.CLONE_NEWUSER | system.CLONE_NEWNS)
namespaces._map_identity(user, group)
system.mount(None, "/", None, system.MS_REC | system.MS_PRIVATE)
system.mount("small", os.environ["TMPDIR"], "tmpfs", 0, "nr_inodes=8,mode=777")
from graders.engine import Engine, EngineFault
from graders.package import load_folder
package = load_folder(Path(sys.argv[1]))
folder = Path(tempfile.gettempdir())
assert str(folder) == os.environ["TMPDIR"]
try:
    for number in range(100):
        (folder / str(number)).touch()
except OSError:
    pass
try:
    Engine()
    print("started")
except EngineFault as fault:
    print(fault)
(folder / "0").unlink()
with Engine() as engine:
    right = package.accepted[0].source
    print(engine.grade(package, right).verdict)
    # Its folder was the last that there was room for: grading needs none.
    print(engine.grade(package, right + "\\nprint('x' * 100000)\\n").verdict)
"""


def test_a_full_disk_keeps_an_engine_from_starting_until_there_is_room(tmp_path: Path) -> None:
    lines = run(FULL_DISK, tmp_path)
    assert "No space left on device" in lines[0]
    assert lines[1:] == ["pass", "pass"]


def run(program: str, temporary: Path) -> list[str]:
    """The lines that a program says, in which ``temporary`` is the temporary folder."""
    folder = ROOT / "tests" / "graders" / "mini" / "conv2d-mini"
    done = subprocess.run(
        (sys.executable, "-c", program, str(folder)),
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(temporary)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if "unshare" in done.stderr:
        pytest.skip("this host gives no user namespaces, so no small disk can be made")
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
