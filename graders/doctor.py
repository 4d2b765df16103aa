"""Which layers of the sandbox hold on this host, found out by trying them, and what to do about others."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass

from graders.contract import Level, Text
from graders.engine.process import ENVIRONMENT
from graders.sandbox import landlock
from graders.sandbox.folders import SandboxFolder

# Each layer is tried in a process of its own, which may end half way.
_TRIES = {
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
}

REMEDIES = {
    "namespaces": Text(
        en="User namespaces are not to be had (a default container, or a sysctl). Level B holds without "
        "them; on a host of your own set kernel.unprivileged_userns_clone=1 and "
        "kernel.apparmor_restrict_unprivileged_userns=0.",
        hi="User namespaces उपलब्ध नहीं हैं (default container, या sysctl)। Level B उनके बिना भी चलता है; "
        "अपने host पर kernel.unprivileged_userns_clone=1 और "
        "kernel.apparmor_restrict_unprivileged_userns=0 कीजिए।",
    ),
    "landlock": Text(
        en="Landlock needs Linux 5.13 or later, booted with lsm=landlock,… . Without it only level C holds.",
        hi="Landlock के लिए Linux 5.13 या नया चाहिए, lsm=landlock,… के साथ boot किया हुआ। "
        "इसके बिना केवल level C चलता है।",
    ),
    "seccomp": Text(
        en="Seccomp filters are missing: no level holds and a worker refuses to start. Use another host.",
        hi="Seccomp filter नहीं हैं: कोई level नहीं चलता और worker शुरू नहीं होगा। दूसरा host लीजिए।",
    ),
    "rlimits": Text(
        en="A limit on memory is not kept here (gVisor?). A worker would not be safe from large requests.",
        hi="यहाँ memory की सीमा लागू नहीं होती (gVisor?)। Worker बड़ी माँगों से सुरक्षित नहीं रहेगा।",
    ),
}


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: does it hold here, and if not, what the attempt said."""

    name: str
    holds: bool
    detail: str


def examine() -> list[Layer]:
    """Try every layer."""
    return [_try(name, code) for name, code in _TRIES.items()]


def best_level(layers: list[Layer]) -> Level | None:
    """The highest level whose layers all hold; None where seccomp or the limits do not."""
    holding = {layer.name for layer in layers if layer.holds}
    if not {"seccomp", "rlimits"} <= holding:
        return None
    if "landlock" not in holding:
        return "C"
    return "A" if "namespaces" in holding else "B"


def _try(name: str, code: str) -> Layer:
    with SandboxFolder() as folder:
        done = subprocess.run(
            [sys.executable, "-I", "-c", code, folder.path],
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    detail = (done.stderr.strip().splitlines() or [f"exit {done.returncode}"])[-1]
    if done.returncode == 0:
        detail = f"ABI {landlock.abi()}" if name == "landlock" else ""
    return Layer(name, done.returncode == 0, detail)
