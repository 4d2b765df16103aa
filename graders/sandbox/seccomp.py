"""The seccomp filter: an allow-list, built by hand as classic BPF.

Read it as the last line of the argument: whatever a cell managed before this point, from here on it
can compute, read what it may read, and write to descriptors that it already has. It cannot make a
process or a thread, run a program, make a socket, change a limit, or send a signal.
"""

from __future__ import annotations

import ctypes
import errno
import struct
from typing import Literal

from graders.sandbox import system

ALLOW, ERRNO, KILL = 0x7FFF0000, 0x00050000, 0x80000000
LOAD, EQUAL, AND, RETURN, ABOVE = 0x20, 0x15, 0x54, 0x06, 0x35
NR, ARCH, ARGUMENTS = 0, 4, 16
X32_BIT = 0x40000000
AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}[system.MACHINE]
ENOSYS, EPERM, ENOTTY = errno.ENOSYS, errno.EPERM, errno.ENOTTY

# name: (x86-64, aarch64); None where the machine does not have the call.
COMPUTE: dict[str, tuple[int | None, int | None]] = {
    "read": (0, 63), "write": (1, 64), "close": (3, 57), "fstat": (5, 80), "poll": (7, None),
    "ppoll": (271, 73), "lseek": (8, 62), "mmap": (9, 222), "mprotect": (10, 226), "munmap": (11, 215),
    "mremap": (25, 216), "madvise": (28, 233), "mincore": (27, 232), "brk": (12, 214),
    "rt_sigaction": (13, 134), "rt_sigprocmask": (14, 135), "rt_sigreturn": (15, 139),
    "sigaltstack": (131, 132), "pread64": (17, 67), "readv": (19, 65), "writev": (20, 66),
    "select": (23, None), "pselect6": (270, 72), "sched_yield": (24, 124),
    "sched_getaffinity": (204, 123), "sched_getparam": (143, 121), "nanosleep": (35, 101),
    "clock_nanosleep": (230, 115), "clock_gettime": (228, 113), "clock_getres": (229, 114),
    "gettimeofday": (96, 169), "times": (100, 153), "getpid": (39, 172), "getppid": (110, 173),
    "gettid": (186, 178), "getuid": (102, 174), "geteuid": (107, 175), "getgid": (104, 176),
    "getegid": (108, 177), "getrusage": (98, 165), "getrlimit": (97, 163), "getrandom": (318, 278),
    "getcpu": (309, 168), "uname": (63, 160), "sysinfo": (99, 179), "arch_prctl": (158, None),
    "futex": (202, 98), "membarrier": (324, 283), "rseq": (334, 293), "set_robust_list": (273, 99),
    "restart_syscall": (219, 128), "exit": (60, 93), "exit_group": (231, 94), "dup": (32, 23),
}  # fmt: skip

READ_FILES: dict[str, tuple[int | None, int | None]] = {
    "stat": (4, None), "lstat": (6, None), "newfstatat": (262, 79), "statx": (332, 291),
    "readlink": (89, None), "readlinkat": (267, 78), "access": (21, None), "faccessat": (269, 48),
    "faccessat2": (439, 439), "getdents64": (217, 61), "getcwd": (79, 17),
}  # fmt: skip

OPEN: tuple[int | None, int | None] = (2, None)
OPENAT: tuple[int | None, int | None] = (257, 56)
NEWFSTATAT: tuple[int | None, int | None] = (262, 79)
FCNTL: tuple[int | None, int | None] = (72, 25)
PRLIMIT64: tuple[int | None, int | None] = (302, 261)
IOCTL: tuple[int | None, int | None] = (16, 29)
CLONE3: tuple[int | None, int | None] = (435, 435)

MMAP: tuple[int | None, int | None] = (9, 222)
SECCOMP = (317, 277)

# F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC
FCNTL_COMMANDS = (1, 2, 3, 1030)
O_ACCMODE_CREATE = (
    0o3 | 0o100 | 0o1000 | 0o2000 | 0o20000000 | 0o40000000
)  # + CREAT TRUNC APPEND TMPFILE PATH
_COLUMN = 0 if system.MACHINE == "x86_64" else 1

OpenPolicy = Literal["read", "none"]

# NVIDIA's requests: those of the resource manager have the letter F in their second byte; those of unified
# memory are small numbers (from 200 on they are for the driver's own tests) and these two.
_RM_LETTER, _UVM_BELOW, _UVM_BEGIN, _UVM_END = 0x46, 200, 0x30000001, 0x30000002
_O_WRONLY = 0o1
_MAP_SHARED, _MAP_ANONYMOUS = 0x01, 0x20
_TSYNC, _SET_MODE_FILTER = 1, 1


def _number(pair: tuple[int | None, int | None]) -> int | None:
    return pair[_COLUMN]


def _op(code: int, value: int, jump_true: int = 0, jump_false: int = 0) -> bytes:
    return struct.pack("<HBBI", code, jump_true, jump_false, value)


def _returning(value: int) -> bytes:
    return _op(RETURN, value)


def _when(pair: tuple[int | None, int | None], body: list[bytes]) -> list[bytes]:
    """``body`` (which must return) for this call; the accumulator holds the call's number after it."""
    number = _number(pair)
    return [] if number is None else [_op(EQUAL, number, 0, len(body)), *body]


def _argument(index: int) -> bytes:
    # The low word: every argument looked at is an int or a flag word.
    return _op(LOAD, ARGUMENTS + 8 * index)


def _high_word(index: int) -> bytes:
    return _op(LOAD, ARGUMENTS + 8 * index + 4)


def _one_of(index: int, values: tuple[int, ...]) -> list[bytes]:
    lines = [_argument(index)]
    for value in values:
        lines += [_op(EQUAL, value, 0, 1), _returning(ALLOW)]
    return [*lines, _returning(ERRNO | EPERM)]


def _read_only(index: int) -> list[bytes]:
    return [
        _argument(index),
        _op(AND, O_ACCMODE_CREATE),
        _op(EQUAL, 0, 0, 1),
        _returning(ALLOW),
        _returning(ERRNO | EPERM),
    ]


def _opens_a_device(index: int) -> list[bytes]:
    """Opening for reading, or for reading and writing: which files can be written to is Landlock's to say."""
    forbidden = (O_ACCMODE_CREATE & ~0o3) | _O_WRONLY
    return [
        _argument(index),
        _op(AND, forbidden),
        _op(EQUAL, 0, 0, 1),
        _returning(ALLOW),
        _returning(ERRNO | EPERM),
    ]


def _drives_a_device() -> list[bytes]:
    """The driver's own requests to its device files; to any other request nothing answers."""
    return [
        _argument(1),
        _op(ABOVE, _UVM_BELOW, 1, 0),
        _returning(ALLOW),
        _op(EQUAL, _UVM_BEGIN, 1, 0),
        _op(EQUAL, _UVM_END, 0, 1),
        _returning(ALLOW),
        _op(AND, 0xFF00),
        _op(EQUAL, _RM_LETTER << 8, 0, 1),
        _returning(ALLOW),
        _returning(ERRNO | ENOTTY),
    ]


def _maps_its_own() -> list[bytes]:
    """No shared memory without a file: limits on memory do not count it."""
    return [
        _argument(3),
        _op(AND, _MAP_SHARED | _MAP_ANONYMOUS),
        _op(EQUAL, _MAP_SHARED | _MAP_ANONYMOUS, 0, 1),
        _returning(ERRNO | errno.ENOMEM),
        _returning(ALLOW),
    ]


def program(opening: OpenPolicy, card: bool = False) -> bytes:
    """The filter's instructions. ``opening``: may the cell open files for reading, or none at all.

    ``card``: it has a graphics card, whose driver it may ask. Threads it cannot make either: those of the
    driver are there already.
    """
    lines = [
        _op(LOAD, ARCH),
        _op(EQUAL, AUDIT_ARCH, 1, 0),
        _returning(KILL),
        _op(LOAD, NR),
    ]
    if system.MACHINE == "x86_64":
        lines += [_op(ABOVE, X32_BIT, 0, 1), _returning(ERRNO | ENOSYS)]
    allowed = dict(COMPUTE)
    if opening == "read":
        allowed |= READ_FILES
    if card:
        del allowed["mmap"]
        lines += _when(MMAP, _maps_its_own())
    for pair in allowed.values():
        lines += _when(pair, [_returning(ALLOW)])
    lines += _when(FCNTL, _one_of(1, FCNTL_COMMANDS))
    lines += _when(
        PRLIMIT64,
        [_argument(2), _op(EQUAL, 0, 1, 0), _returning(ERRNO | EPERM),
         _high_word(2), _op(EQUAL, 0, 0, 1), _returning(ALLOW), _returning(ERRNO | EPERM)],
    )  # fmt: skip
    lines += _when(IOCTL, _drives_a_device() if card else [_returning(ERRNO | ENOTTY)])
    lines += _when(CLONE3, [_returning(ERRNO | ENOSYS)])
    if opening == "read":
        opens = _opens_a_device if card else _read_only
        lines += _when(OPEN, opens(1)) + _when(OPENAT, opens(2))
    else:
        # glibc's fstat(fd) is newfstatat(fd, "", AT_EMPTY_PATH): a path cannot be looked at in BPF,
        # so without files it fails with ENOENT-like EPERM except for that flag.
        at_empty_path = [_argument(3), _op(AND, 0x1000), _op(EQUAL, 0x1000, 0, 1), _returning(ALLOW),
                         _returning(ERRNO | EPERM)]  # fmt: skip
        lines += _when(NEWFSTATAT, at_empty_path)
    lines.append(_returning(ERRNO | EPERM))
    return b"".join(lines)


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]


class Filter:
    """A filter made ready before the fork, so that the child only hands it to the kernel."""

    def __init__(self, opening: OpenPolicy, card: bool = False) -> None:
        code = program(opening, card)
        self._buffer = ctypes.create_string_buffer(code, len(code))
        self._program = _Program(len(code) // 8, ctypes.addressof(self._buffer))

    def install(self) -> None:
        """Put the filter on this process for good. Needs no_new_privs or CAP_SYS_ADMIN."""
        system.prctl(system.PR_SET_SECCOMP, 2, ctypes.byref(self._program))

    def install_on_all_threads(self) -> None:
        """The same for every thread of this process at once. ``OSError`` where one of them is left out."""
        left_out = system.syscall(SECCOMP[_COLUMN], _SET_MODE_FILTER, _TSYNC, ctypes.byref(self._program))
        if left_out:
            raise OSError(errno.ESRCH, f"thread {left_out} stays outside the filter")
