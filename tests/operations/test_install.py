"""The installation that ``make run`` begins with: which steps, what it says, when it is done again."""

import ensurepip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import install
from scripts.install import InstallRefused, Step, Torch
from tests.operations.processes import ROOT

BUNDLED_PIP = Path(ensurepip.__file__).parent / "_bundled"


def torch(**environment: str) -> Torch:
    return Torch.from_environment(environment)


def test_torch_comes_from_the_usual_index_unless_another_is_named() -> None:
    assert install.torch_step("python", torch()).command[-2:] == ("-r", "requirements/torch.txt")
    step = install.torch_step("python", torch(DLQUIZ_TORCH="cpu", DLQUIZ_TORCH_INDEX_URL="file:///wheels"))
    assert step.command[-2:] == ("--index-url", "file:///wheels")
    assert "file:///wheels" in step.title


def test_without_torch_the_worker_extra_is_left_out() -> None:
    assert install.package_step("python", torch(DLQUIZ_TORCH="skip"), dev=False).command[-1] == "."
    assert install.package_step("python", torch(), dev=False).command[-1] == ".[worker]"
    assert install.package_step("python", torch(), dev=True).command[-1] == ".[worker,dev]"


def test_the_pinned_torch_holds_for_everything_that_is_installed_later() -> None:
    command = install.package_step("python", torch(), dev=True).command
    assert command[command.index("-c") + 1] == "requirements/torch.txt"


def test_an_unknown_build_is_refused_in_one_line() -> None:
    done = subprocess.run(
        (sys.executable, "scripts/install.py"),
        cwd=ROOT,
        env={**os.environ, "DLQUIZ_TORCH": "tpu"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stderr == "dlquiz: DLQUIZ_TORCH is 'tpu'; it may be cpu, cuda or skip, or be left out.\n"


def test_what_is_installed_is_installed_once(tmp_path: Path) -> None:
    stamp = tmp_path / "dlquiz-install.json"
    assert not install.is_current(tmp_path, torch(), dev=False)
    stamp.write_text(json.dumps({"fingerprint": install.fingerprint(torch()), "dev": False}))
    assert install.is_current(tmp_path, torch(), dev=False)
    assert not install.is_current(tmp_path, torch(), dev=True)
    stamp.write_text(json.dumps({"fingerprint": install.fingerprint(torch()), "dev": True}))
    assert install.is_current(tmp_path, torch(), dev=False), "what tests need includes what running needs"
    assert not install.is_current(tmp_path, torch(DLQUIZ_TORCH="cuda"), dev=False)


def test_a_changed_requirement_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = install.fingerprint(torch())
    for name in install.INPUTS:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    monkeypatch.setattr(install, "ROOT", tmp_path)
    assert install.fingerprint(torch()) == before
    (tmp_path / "requirements" / "torch.txt").write_text("torch==2.14.0\n")
    assert install.fingerprint(torch()) != before


def test_a_stamp_that_is_damaged_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / "dlquiz-install.json").write_text('{"finger')
    assert not install.is_current(tmp_path, torch(), dev=False)


def test_each_step_is_numbered_and_a_failing_one_names_itself(capfd: pytest.CaptureFixture[str]) -> None:
    install.run_step(1, 2, Step("something small", (sys.executable, "-c", "print('working')")))
    out = capfd.readouterr().out
    assert "Step 1 of 2: something small" in out
    assert "Step 1 of 2 done in" in out
    with pytest.raises(InstallRefused, match=r"Step 2 of 2 failed.*same command again"):
        install.run_step(2, 2, Step("something broken", (sys.executable, "-c", "raise SystemExit(3)")))


def test_a_long_step_gives_signs_of_life(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(install, "QUIET_SECONDS", 0.1)
    install.run_step(1, 1, Step("something slow", (sys.executable, "-c", "import time; time.sleep(0.5)")))
    assert "still at it" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("line", "good"), [("cuda: str = '13.0'", True), ("cuda = None", False), ("", False)]
)
def test_cuda_that_was_asked_for_has_to_be_there(tmp_path: Path, line: str, good: bool) -> None:
    version = tmp_path / "lib" / "python3.11" / "site-packages" / "torch" / "version.py"
    version.parent.mkdir(parents=True)
    version.write_text(f"__version__ = '2.13.0'\n{line}\n")
    if good:
        install.check_build(tmp_path, torch(DLQUIZ_TORCH="cuda"))
    else:
        with pytest.raises(InstallRefused, match="CPU build"):
            install.check_build(tmp_path, torch(DLQUIZ_TORCH="cuda"))
    install.check_build(tmp_path, torch(DLQUIZ_TORCH="cpu"))


def test_an_environment_is_made_also_where_debian_has_split_off_ensurepip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "path" / "ensurepip").mkdir(parents=True)
    (tmp_path / "path" / "ensurepip" / "__init__.py").write_text("raise ImportError('not packaged here')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "path"))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(BUNDLED_PIP))
    folder = tmp_path / "venv"
    assert not install.has_working_python(folder)
    install.make_environment(folder)
    assert install.has_working_python(folder)


def test_a_place_that_takes_no_environment_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InstallRefused, match="No virtual environment could be made"):
        install.make_environment(tmp_path / "file" / "venv")
