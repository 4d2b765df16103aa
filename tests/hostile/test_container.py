"""The same programs where the worker is a container's: user 1000, no capability, a read-only tree."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.hostile.contained import USER
from tests.hostile.programs import PROGRAMS
from tests.hostile.trial import REPOSITORY

CANNOT = "a container's process cannot be made here: it needs root and mounts"


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python with the libraries of this one, in which the engine itself is not installed."""
    folder = tmp_path_factory.mktemp("image") / "python"
    venv.create(folder, symlinks=True)
    places = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    # A folder named in a .pth file is searched, but its own .pth files are not read.
    Path(places["purelib"], "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    for above in (folder, *folder.parents[:3]):
        above.chmod(0o755)
    return folder / "bin" / "python"


@pytest.mark.parametrize(("level", "every"), [("B", 1), ("C", 10), ("A", 10)])
def test_the_sandbox_holds_in_a_container(python: Path, level: str, every: int) -> None:
    if os.geteuid() != 0:
        pytest.skip(CANNOT)
    ran = subprocess.run(
        [sys.executable, "-m", "tests.hostile.contained", str(python), level, str(every)],
        cwd=REPOSITORY, capture_output=True, text=True, timeout=900, check=False,
    )  # fmt: skip
    if "PermissionError" in ran.stderr and not ran.stdout:
        pytest.skip(f"{CANNOT}: {ran.stderr.splitlines()[-1]}")
    told = json.loads(ran.stdout.splitlines()[-1]) if ran.stdout else {"fault": ran.stderr[-2000:]}
    if level == "A" and "cannot hold level A" in told.get("fault", ""):
        pytest.skip(f"user namespaces are closed to containers here: {told['fault']}")
    assert "fault" not in told, told
    assert (told["user"], told["writable"]) == (USER, [])
    assert len(told["found"]) == len(PROGRAMS[::every])
    assert {name: found for name, found in told["found"].items() if found} == {}
