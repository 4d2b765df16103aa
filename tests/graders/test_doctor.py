"""The doctor is right about layers that are really missing, and says how to get them, in both languages."""

from __future__ import annotations

import errno
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from graders.sandbox.system import MACHINE

ROOT = Path(__file__).resolve().parent.parent.parent
DEVANAGARI = re.compile(r"[\u0900-\u097f]")
_COLUMN = 0 if MACHINE == "x86_64" else 1
LANDLOCK, PIDFD_OPEN = 444, 434
UNSHARE, MEMFD_CREATE, PRCTL = (272, 97)[_COLUMN], (319, 279)[_COLUMN], (157, 167)[_COLUMN]
PR_SET_SECCOMP = 22

# A filter such as a container's profile: a call is refused with an errno, by its first argument if given.
DENYING = """
import ctypes, json, os, sys
from graders.sandbox import seccomp, system
number, error, first = json.loads(sys.argv[1])
refuse = [seccomp._returning(seccomp.ERRNO | error)]
if first is not None:
    refuse = [seccomp._argument(0), seccomp._op(seccomp.EQUAL, first, 0, 1), *refuse,
              seccomp._returning(seccomp.ALLOW)]
code = b"".join([seccomp._op(seccomp.LOAD, seccomp.NR), seccomp._op(seccomp.EQUAL, number, 0, len(refuse)),
                 *refuse, seccomp._returning(seccomp.ALLOW)])
buffer = ctypes.create_string_buffer(code, len(code))
program = seccomp._Program(len(code) // 8, ctypes.addressof(buffer))
system.prctl(system.PR_SET_NO_NEW_PRIVS, 1)
system.prctl(system.PR_SET_SECCOMP, 2, ctypes.byref(program))
os.execv(sys.executable, [sys.executable, "-m", "graders", "doctor", *sys.argv[2:]])
"""
WITHOUT_NAMESPACES = """
import os, sys
from graders.sandbox import namespaces, system
user, group = os.geteuid(), os.getegid()
system.unshare(system.CLONE_NEWUSER)
namespaces._map_identity(user, group)
with open("/proc/sys/user/max_user_namespaces", "w") as file:
    file.write("0")
os.execv(sys.executable, [sys.executable, "-m", "graders", "doctor", *sys.argv[1:]])
"""


def doctor(program: str, *arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        (sys.executable, "-c", program, *arguments, "--json"),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.fixture(scope="module")
def usual() -> str | None:
    """The level that holds here when nothing is taken away."""
    level: str | None = doctor("import graders.__main__ as m; m.main()", "doctor")["level"]
    return level


@pytest.mark.parametrize(
    ("layer", "call", "error", "first", "level", "advice"),
    [
        ("landlock", LANDLOCK, errno.ENOSYS, None, "C", "default profile knows landlock_create_ruleset"),
        ("landlock", LANDLOCK, errno.EPERM, None, "C", "default profile knows landlock_create_ruleset"),
        ("landlock", LANDLOCK, errno.EOPNOTSUPP, None, "C", "lsm="),
        ("namespaces", UNSHARE, errno.EPERM, None, "B", "Level B"),
        ("seccomp", PRCTL, errno.EINVAL, PR_SET_SECCOMP, None, "CONFIG_SECCOMP_FILTER"),
        ("pidfd", PIDFD_OPEN, errno.ENOSYS, None, None, "Linux 5.3"),
        ("memfd", MEMFD_CREATE, errno.EPERM, None, None, "memfd_create"),
    ],
)
def test_a_refused_call_is_found_and_explained(
    usual: str | None, layer: str, call: int, error: int, first: int | None, level: str | None, advice: str
) -> None:
    told = doctor(DENYING, json.dumps([call, error, first]))
    missing = {found["name"]: found for found in told["layers"] if not found["holds"]}
    assert layer in missing
    assert advice in missing[layer]["remedy"]["en"]
    assert DEVANAGARI.search(missing[layer]["remedy"]["hi"])
    assert told["level"] == (min(level, usual) if level and usual == "C" else level)


def test_a_host_that_allows_no_namespaces_is_told_which_setting_to_change() -> None:
    told = doctor(WITHOUT_NAMESPACES)
    (namespaces,) = [layer for layer in told["layers"] if layer["name"] == "namespaces"]
    assert not namespaces["holds"]
    assert "user.max_user_namespaces is 0" in namespaces["remedy"]["en"]
    assert "sysctl -w user.max_user_namespaces" in namespaces["remedy"]["hi"]


def test_what_holds_needs_no_remedy(usual: str | None) -> None:
    told = doctor("import graders.__main__ as m; m.main()", "doctor")
    assert all(layer["remedy"] is None for layer in told["layers"] if layer["holds"])
    assert told["level"] == usual
