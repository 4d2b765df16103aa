"""The empty folder that a sandbox takes for its root, and what becomes of it when its owner is killed.

The owner holds a lock on the folder itself, which the kernel lets go when the owner ends in whatever way: a
folder without a lock is nobody's, and the next engine that starts removes it. Process numbers would not do:
they are given out again, and differ between containers that share ``/tmp``.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from contextlib import suppress

PREFIX = "dlquiz-sandbox-"
_OPEN = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


class SandboxFolder:
    """A folder of one's own, until ``close`` or the end of the process."""

    def __init__(self) -> None:
        self.path, self._lock = _make()

    def close(self) -> None:
        """Remove it. A second call does nothing."""
        if self._lock >= 0:
            with suppress(OSError):
                shutil.rmtree(self.path)
            os.close(self._lock)
            self._lock = -1

    def __enter__(self) -> SandboxFolder:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def sweep() -> int:
    """Remove the folders whose owner has gone; how many. Those of other users are left to them."""
    with suppress(OSError):
        parent = tempfile.gettempdir()
        return sum(_remove_if_nobodys(os.path.join(parent, name)) for name in _named(parent))
    return 0


def _make() -> tuple[str, int]:
    while True:
        path = tempfile.mkdtemp(prefix=PREFIX)
        # Until it is locked, an engine that starts at this moment may take it for a leftover.
        with suppress(FileNotFoundError):
            os.chmod(path, 0o755)
            lock = os.open(path, _OPEN)
            if _take(lock) and _is_there(path, lock):
                return path, lock
            os.close(lock)


def _named(parent: str) -> list[str]:
    return [name for name in os.listdir(parent) if name.startswith(PREFIX)]


def _remove_if_nobodys(path: str) -> bool:
    try:
        lock = os.open(path, _OPEN)
    except OSError:
        return False
    try:
        if os.fstat(lock).st_uid != os.geteuid() or not _take(lock):
            return False
        shutil.rmtree(path, ignore_errors=True)
        return True
    finally:
        os.close(lock)


def _take(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_there(path: str, lock: int) -> bool:
    """Whether the path still leads to the folder that was locked."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(lock))
    except FileNotFoundError:
        return False
