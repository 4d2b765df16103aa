"""The grader itself, held or killed: no verdict is wrong for it, and nothing of it is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from graders.package import Package
from tests.graders.survival import SLOWLY, cells_of, is_alive, wait_until_gone

ROOT = Path(__file__).resolve().parent.parent.parent


def test_time_in_which_the_grader_was_held_is_not_the_students(conv: Package) -> None:
    """Paused for longer than the solution may take, as a container or a machine that swaps."""
    grades = (
        "import sys; from pathlib import Path; from graders.engine import Engine;"
        "from graders.package import load_folder; package = load_folder(Path(sys.argv[1]));"
        "engine = Engine(); engine.prepare(package); print('begun', flush=True);"
        "print(engine.grade(package, sys.stdin.read()).verdict); engine.close()"
    )
    folder = ROOT / "tests" / "graders" / "mini" / "conv2d-mini"
    with subprocess.Popen(
        (sys.executable, "-c", grades, str(folder)),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as grader:
        assert grader.stdin is not None
        assert grader.stdout is not None
        assert grader.stdout.readline() == "begun\n"
        grader.stdin.write(conv.accepted[0].source + SLOWLY)
        grader.stdin.close()
        time.sleep(0.3)
        grader.send_signal(signal.SIGSTOP)
        time.sleep(conv.limits.seconds + 1)
        grader.send_signal(signal.SIGCONT)
        assert grader.stdout.readline() == "pass\n"


def test_a_killed_grader_leaves_no_process(conv: Package) -> None:
    grades = (
        "import sys; from graders.engine import Engine; engine = Engine();"
        "print(engine.zygote.pid, flush=True); cell = engine.zygote.cell(); print(cell.pid, flush=True);"
        "from graders.contract.frame import encode; import time;"
        "cell.ask(encode({'do': 'load', 'source': 'while True: pass', 'entry': 'f', 'forbidden': []}),"
        " time.monotonic() + 60)"
    )
    with subprocess.Popen(
        (sys.executable, "-c", grades), cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as grader:
        assert grader.stdout is not None
        zygote, running = (int(grader.stdout.readline()) for _ in range(2))
        time.sleep(0.3)
        left = [zygote, *cells_of(zygote)]
        assert running in left
        assert all(is_alive(pid) for pid in left)
        # A zygote that hangs must not outlive it either.
        os.kill(zygote, signal.SIGSTOP)
        grader.kill()
        wait_until_gone(left)
