"""Each layer as a small program that uses it, and ends with status 0 where it holds."""

from __future__ import annotations

from types import MappingProxyType

# What a sandbox of which level needs the layer; "all" is every level, "speed" none.
NEEDED_FOR = MappingProxyType(
    {
        "namespaces": "A", "landlock": "B", "seccomp": "all", "rlimits": "all", "pidfd": "all",
        "memfd": "all", "processes": "all", "huge pages": "speed",
    }
)  # fmt: skip

PROGRAMS = MappingProxyType(
    {
        "namespaces": """
import sys
from graders.sandbox import namespaces, policy
namespaces.enter(policy.readable_paths(), sys.argv[1])
""",
        "landlock": """
from graders.sandbox import landlock, policy, system
rules = landlock.Ruleset(policy.readable_paths())
system.prctl(system.PR_SET_NO_NEW_PRIVS, 1)
rules.restrict_self()
try:
    open("/etc/passwd")
except PermissionError:
    pass
else:
    raise SystemExit("a file outside the rules could be opened")
""",
        "seccomp": """
import os
from graders.sandbox import seccomp, system
wall = seccomp.Filter("none")
system.prctl(system.PR_SET_NO_NEW_PRIVS, 1)
wall.install()
try:
    os.fork()
except PermissionError:
    os._exit(0)
os._exit(9)
""",
        "rlimits": """
import resource
resource.setrlimit(resource.RLIMIT_AS, (1 << 31, 1 << 31))
try:
    bytearray(1 << 32)
except MemoryError:
    pass
else:
    raise SystemExit("a limit on address space was not kept")
""",
        "pidfd": """
import os, signal, sys
pid = os.fork()
if pid == 0:
    signal.pause()
try:
    signal.pidfd_send_signal(os.pidfd_open(pid), signal.SIGKILL)
finally:
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
""",
        "memfd": """
import os
os.write(os.memfd_create("output"), b"x")
""",
        "processes": """
import os, signal
children = []
try:
    for _ in range(16):
        pid = os.fork()
        if pid == 0:
            signal.pause()
        children.append(pid)
finally:
    for pid in children:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
""",
        "huge pages": """
with open("/sys/kernel/mm/transparent_hugepage/enabled") as file:
    if "[never]" in file.read():
        raise SystemExit("transparent huge pages are switched off")
""",
    }
)
