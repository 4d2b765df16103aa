"""One request to the language model: http(s) only, no redirect, no proxy, bounded in time and size.

The time limit is for the whole request. A socket's own time-out is for each step, and a service that sends a
byte now and then would never meet it; so each step gets what is left of the whole.
"""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
from collections.abc import Mapping
from typing import Any

from graders.answers.language_model.endpoint import Endpoint

CONNECT_SECONDS = 5.0
MAX_BYTES = 256 * 1024


class Unreachable(Exception):
    """No connection, or it broke: worth another try later."""


class NoReply(Exception):
    """It was reached, and what came back is no reply; ``code`` says why. Another try would be the same."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def ask(endpoint: Endpoint, body: bytes) -> bytes:
    """Send one request; the body of the reply. Raises ``Unreachable`` and ``NoReply``."""
    deadline = time.monotonic() + endpoint.timeout
    link = _connected(endpoint, deadline)
    try:
        return _exchange(endpoint, link, deadline, body)
    except TimeoutError as late:
        raise NoReply("slow") from late
    except OSError as broken:
        raise Unreachable(str(broken)) from broken
    except (http.client.HTTPException, ValueError) as nonsense:
        raise NoReply("not_http") from nonsense
    finally:
        link.close()


def _connected(endpoint: Endpoint, deadline: float) -> socket.socket:
    address = endpoint.address
    secure = address.scheme == "https"
    host = address.hostname or ""
    patience = min(CONNECT_SECONDS, endpoint.timeout)
    try:
        link = socket.create_connection((host, address.port or (443 if secure else 80)), patience)
    except (OSError, UnicodeError) as error:
        raise Unreachable(str(error)) from error
    if not secure:
        return link
    try:
        link.settimeout(max(0.001, min(CONNECT_SECONDS, deadline - time.monotonic())))
        return ssl.create_default_context().wrap_socket(link, server_hostname=host)
    except OSError as error:
        link.close()
        raise Unreachable(str(error)) from error


def _exchange(endpoint: Endpoint, link: socket.socket, deadline: float, body: bytes) -> bytes:
    connection = http.client.HTTPConnection(endpoint.address.netloc)
    connection.sock = _Timed(link, deadline)
    connection.request("POST", endpoint.address.path, body, _headers(endpoint))
    response = connection.getresponse()
    if response.status != 200:
        raise NoReply(f"status_{response.status}")
    received = response.read(MAX_BYTES + 1)
    if len(received) > MAX_BYTES:
        raise NoReply("too_large")
    return received


def _headers(endpoint: Endpoint) -> Mapping[str, str]:
    # Not compressed: a small reply could otherwise unfold into a large one.
    headers = {"Content-Type": "application/json", "Accept": "application/json", "Connection": "close"}
    return {**headers, "Authorization": f"Bearer {endpoint.key}"} if endpoint.key else headers


class _Timed:
    """What ``http.client`` needs of a socket, each step with what is left of the time."""

    def __init__(self, link: socket.socket, deadline: float) -> None:
        self._link, self._deadline = link, deadline

    def sendall(self, data: Any) -> None:
        self._link.settimeout(_left(self._deadline))
        self._link.sendall(data)

    def makefile(self, _: str) -> io.BufferedReader:
        return io.BufferedReader(_Incoming(self._link, self._deadline))

    def close(self) -> None:
        """Left to ``ask``: the reply may still be read."""


class _Incoming(io.RawIOBase):
    def __init__(self, link: socket.socket, deadline: float) -> None:
        super().__init__()
        self._link, self._deadline = link, deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._link.settimeout(_left(self._deadline))
        return self._link.recv_into(buffer)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("the time is over")
    return left
