"""Landlock: a cell may read the interpreter and the libraries, and nothing else in the file system.

Paths are rights on descriptors, taken before the fork; the child only restricts itself.
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Sequence

from graders.sandbox import system

READ_FILE, READ_DIR, EXECUTE = 1 << 2, 1 << 3, 1 << 0
WRITE_FILE, IOCTL_DEVICE = 1 << 1, 1 << 15
RULE_PATH_BENEATH = 1
_ALL_FILE_RIGHTS = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1}
_ALL_SINCE_5 = (1 << 16) - 1
_NET_BIND_CONNECT = 0b11
_SCOPE_ABSTRACT_SOCKET_AND_SIGNAL = 0b11


def abi() -> int:
    """The version of Landlock that the kernel offers; 0 where it offers none."""
    try:
        return _version()
    except OSError:
        return 0


def _version() -> int:
    # Why there is none is in the error: ENOSYS, or EOPNOTSUPP where it was not switched on at boot.
    return system.syscall(system.LANDLOCK_CREATE_RULESET, 0, 0, 1)


class Ruleset:
    """Read access beneath ``readable``; no other file right, no TCP, no signal or socket outward.

    ``usable``: device files and folders of a process's own in ``/proc``, which may be written to as well.
    """

    def __init__(self, readable: Sequence[str], usable: Sequence[str] = ()) -> None:
        version = _version()
        handled = _ALL_FILE_RIGHTS.get(version, _ALL_SINCE_5)
        attributes = struct.pack("<Q", handled)
        if version >= 4:
            attributes += struct.pack("<Q", _NET_BIND_CONNECT)
        if version >= 6:
            attributes += struct.pack("<Q", _SCOPE_ABSTRACT_SOCKET_AND_SIGNAL)
        buffer = ctypes.create_string_buffer(attributes, len(attributes))
        self.descriptor = system.syscall(
            system.LANDLOCK_CREATE_RULESET, ctypes.byref(buffer), len(attributes), 0
        )
        for path in readable:
            self._allow(path, READ_FILE | READ_DIR | EXECUTE)
        for path in usable:
            self._allow(path, (READ_FILE | READ_DIR | WRITE_FILE | IOCTL_DEVICE) & handled)

    def _allow(self, path: str, rights: int) -> None:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            if not os.path.isdir(path):
                # A right to folders is refused in a rule on a file.
                rights &= ~READ_DIR
            rule = ctypes.create_string_buffer(struct.pack("<Qi", rights, descriptor), 12)
            system.syscall(
                system.LANDLOCK_ADD_RULE, self.descriptor, RULE_PATH_BENEATH, ctypes.byref(rule), 0
            )
        finally:
            os.close(descriptor)

    def restrict_self(self) -> None:
        """Hold this process to the rules for good, and give the descriptor back."""
        system.syscall(system.LANDLOCK_RESTRICT_SELF, self.descriptor, 0)
        os.close(self.descriptor)
