"""What must hold before anything starts: data folder, lock, secret key, port, libraries."""

import errno
import fcntl
import importlib.util
import os
import secrets
import socket
import time
from pathlib import Path

from dlquiz.supervisor.options import Options
from dlquiz.supervisor.refusal import StartRefused

LOCK_PATIENCE = 10.0


def prepare_folder(folder: Path) -> None:
    """Make the data folder, and show that it can be written to."""
    probe = folder / ".writable"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise StartRefused(
            f"The data folder {folder} cannot be written to ({error.strerror}): "
            "make it writable, or name another with --data-dir."
        ) from error


def lock_folder(folder: Path, address: str) -> int:
    """Take the data folder for this supervisor and return the lock's descriptor.

    The broker inherits the descriptor: should the supervisor be killed outright, the folder stays locked
    until the broker has closed its files too. That takes a moment, which a new start waits out.
    """
    descriptor = os.open(folder / "supervisor.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    deadline = time.monotonic() + LOCK_PATIENCE
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except OSError as error:
            holder, where = _holder(descriptor)
            if (holder and _is_alive(holder)) or time.monotonic() > deadline:
                os.close(descriptor)
                raise StartRefused(
                    f"Another dlquiz (process {holder or 'unknown'}) already uses {folder} and answers at "
                    f"{where or 'an unknown address'}: stop it first, or name another folder with --data-dir."
                ) from error
            time.sleep(0.1)
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, f"{os.getpid()}\n{address}\n".encode(), 0)
    return descriptor


def _holder(descriptor: int) -> tuple[int, str]:
    lines = os.pread(descriptor, 4096, 0).decode("utf-8", "replace").splitlines()
    if len(lines) < 2 or not lines[0].isdecimal():
        return 0, ""
    return int(lines[0]), lines[1]


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def secret_key(folder: Path) -> str:
    """The installation's signing key, made at the first start and readable by its owner only."""
    path = folder / "secret_key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        key = path.read_text().strip()
        if len(key) < 32:
            raise StartRefused(
                f"{path} does not hold a usable key: put the key back from a backup, or remove the file "
                "(everyone is then signed out)."
            ) from None
        return key
    key = secrets.token_urlsafe(50)
    with os.fdopen(descriptor, "w") as file:
        file.write(key + "\n")
    return key


def listen(host: str, port: int) -> socket.socket:
    """Take the port before the slow part of the start, and keep it while the web server is restarted."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except socket.gaierror as error:
        raise StartRefused(f"The address {host} is not known here: give another with --host.") from error
    server = socket.socket(family, kind, protocol)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        server.bind(address)
        server.listen(2048)
    except OSError as error:
        server.close()
        raise StartRefused(_port_refusal(host, port, error)) from error
    return server


def _port_refusal(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} on {host} is in use by another program: stop that program, or choose another port, "
            f"for instance DLQUIZ_PORT={port + 1 if port < 65535 else 8001} make run."
        )
    if error.errno == errno.EACCES:
        return f"Port {port} may be opened by root only: choose one from 1024 up with DLQUIZ_PORT or --port."
    return f"Nothing can listen on {host}, port {port} ({error.strerror}): give another --host or --port."


def check_parts(options: Options) -> None:
    """Refuse to start without a library that a part needs, before any part has been started."""
    for module, wanted in (("django", True), ("gunicorn", True), ("celery", True), ("torch", options.worker)):
        if not wanted or importlib.util.find_spec(module) is not None:
            continue
        if module == "torch":
            raise StartRefused(
                "PyTorch is missing, so no code could be graded: run `make run` to install it, "
                "or start with --no-worker to do without grading."
            )
        raise StartRefused(f"{module} is missing: run `make run`, which installs what is needed.")
