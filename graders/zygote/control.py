"""Messages between the grader and its zygote: one JSON object each, with descriptors beside it."""

from __future__ import annotations

import array
import errno
import json
import os
import socket
from collections.abc import Sequence
from typing import Any

MAX_MESSAGE = 16 * 1024
MAX_DESCRIPTORS = 4


def send(
    link: socket.socket, message: dict[str, Any], descriptors: Sequence[int] = (), *, wait: bool = True
) -> None:
    """``BlockingIOError`` where the other end does not read what was sent before, and not to ``wait``."""
    passed = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors))] if descriptors else []
    # Not socket.send_fds, which forgets the flags.
    link.sendmsg([json.dumps(message).encode()], passed, 0 if wait else socket.MSG_DONTWAIT)


def receive(link: socket.socket) -> tuple[dict[str, Any], list[int]]:
    """The next message; ``EOFError`` when the other end has gone, ``OSError`` where no descriptor is left."""
    data, descriptors, flags, _ = socket.recv_fds(link, MAX_MESSAGE, MAX_DESCRIPTORS)
    if flags & socket.MSG_CTRUNC:
        # This process may open no more files: what came of the descriptors is of no use without the others.
        for descriptor in descriptors:
            os.close(descriptor)
        raise OSError(errno.EMFILE, "no descriptor was left to take a cell with")
    if not data:
        raise EOFError("the other end has gone")
    message = json.loads(data)
    assert isinstance(message, dict)
    return message, descriptors
