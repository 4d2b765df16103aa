"""Messages between the grader and its zygote: one JSON object each, with descriptors beside it."""

from __future__ import annotations

import json
import socket
from collections.abc import Sequence
from typing import Any

MAX_MESSAGE = 16 * 1024
MAX_DESCRIPTORS = 4


def send(link: socket.socket, message: dict[str, Any], descriptors: Sequence[int] = ()) -> None:
    socket.send_fds(link, [json.dumps(message).encode()], list(descriptors))


def receive(link: socket.socket) -> tuple[dict[str, Any], list[int]]:
    """The next message; ``EOFError`` when the other end has gone."""
    data, descriptors, _, _ = socket.recv_fds(link, MAX_MESSAGE, MAX_DESCRIPTORS)
    if not data:
        raise EOFError("the other end has gone")
    message = json.loads(data)
    assert isinstance(message, dict)
    return message, descriptors
