"""Ends the servers of a test run when the run has ended, however it ended.

Started as a process of its own that holds the far end of a pipe. A run that is killed cannot stop its
servers, but the system closes its end of the pipe.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

PATIENCE_SECONDS = 10.0


def watch(folder: Path) -> subprocess.Popen[bytes]:
    """Start the guardian of the servers in ``folder``. Keep the result: its pipe is the sign of life."""
    return subprocess.Popen(
        (sys.executable, "-I", __file__, str(folder)),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        # Ctrl-C and a killed process group are for the run; the guardian comes after.
        start_new_session=True,
    )


def end_servers(folder: Path) -> None:
    """Stop what runs in the folder, and remove it."""
    for path in folder.glob("*.sock"):
        _end_valkey(path)
    _end_postgres(folder / "pg" / "postmaster.pid")
    shutil.rmtree(folder, ignore_errors=True)


def _end_valkey(path: Path) -> None:
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as link:
        link.settimeout(PATIENCE_SECONDS)
        link.connect(str(path))
        link.sendall(b"*2\r\n$8\r\nSHUTDOWN\r\n$6\r\nNOSAVE\r\n")
        link.recv(100)


def _end_postgres(pid_file: Path) -> None:
    with contextlib.suppress(OSError, ValueError, IndexError):
        process = int(pid_file.read_text("ascii").splitlines()[0])
        # SIGINT: a fast shutdown, which waits for no client.
        os.kill(process, signal.SIGINT)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while pid_file.exists() and time.monotonic() < deadline:
            time.sleep(0.05)


if __name__ == "__main__":
    sys.stdin.buffer.read()
    end_servers(Path(sys.argv[1]))
