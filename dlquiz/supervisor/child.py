"""One child process: started so that it cannot outlive the supervisor, stopped as a whole group."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

from dlquiz.supervisor.options import ROOT
from dlquiz.supervisor.parts import Part, environment_of

PR_SET_PDEATHSIG = 1


class Child:
    """A running part. It leads a process group of its own, so Ctrl-C reaches the supervisor alone."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            part.command,
            cwd=ROOT,
            env=environment_of(part),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            pass_fds=part.descriptors,
            start_new_session=True,
            # The supervisor has one thread, which is what makes code between fork and exec safe.
            preexec_fn=_follow_parent_to_death(os.getpid()),
        )
        assert self.process.stdout is not None
        self.stdout = self.process.stdout.fileno()
        os.set_blocking(self.stdout, False)

    @property
    def name(self) -> str:
        return self.part.name

    @property
    def lived(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self.started

    def read(self) -> bytes | None:
        """What the child has printed meanwhile; nothing at its end, None when there is nothing yet."""
        try:
            return os.read(self.stdout, 65536)
        except BlockingIOError:
            return None

    def has_ended(self) -> bool:
        """Whether the process is gone. What is left of its group is killed before the id is free again."""
        if self.process.returncode is not None:
            return True
        options = os.WEXITED | os.WNOHANG | os.WNOWAIT
        if os.waitid(os.P_PID, self.process.pid, options) is None:
            return False
        self.signal_group(signal.SIGKILL)
        self.process.wait()
        return True

    def stop(self) -> None:
        """Ask the process to end; its own children are its business as long as it lives."""
        if self.process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.process.pid, self.part.stop_signal)

    def signal_group(self, number: int) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, number)

    def close(self) -> None:
        if self.process.stdout is not None:
            self.process.stdout.close()

    def ending(self) -> str:
        """How the process ended, in words."""
        code = self.process.returncode
        if code is None:
            return "is running"
        if code < 0:
            return f"was ended by signal {-code} ({signal.strsignal(-code)})"
        return f"ended with exit status {code}"


def _follow_parent_to_death(parent: int) -> Callable[[], None] | None:
    """Linux only: have the kernel send SIGTERM to the child when the supervisor is gone, however it went."""
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None, use_errno=True).prctl

    def before_exec() -> None:
        prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it died before the call above
            os._exit(1)

    return before_exec
