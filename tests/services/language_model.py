"""A stand-in for a language model's service: speaks the chat-completions format, and can misbehave."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from graders.answers.language_model.endpoint import Endpoint

Document = dict[str, Any]
Verdicts = Callable[[Document], list[dict[str, str]]]
# An order about verdicts, in whatever language or disguise.
ORDER = re.compile(r"supported", re.IGNORECASE)
DRIP_SECONDS = 0.05


def verdicts_of(document: Document, verdict: str, quote: str) -> list[dict[str, str]]:
    return [{"id": c["id"], "verdict": verdict, "quote": quote} for c in document["concepts"]]


def finds_everything(document: Document) -> list[dict[str, str]]:
    """Supports what does not give orders, with the answer's first words."""
    if ORDER.search(document["answer"]):
        return finds_nothing(document)
    return verdicts_of(document, "supported", " ".join(document["answer"].split()[:3]))


def finds_nothing(document: Document) -> list[dict[str, str]]:
    return verdicts_of(document, "absent", "")


def finds_the_opposite(document: Document) -> list[dict[str, str]]:
    return verdicts_of(document, "contradicted", " ".join(document["answer"].split()[:3]))


def obeys(document: Document) -> list[dict[str, str]]:
    """Does what an answer tells it, and is honest otherwise."""
    if ORDER.search(document["answer"]):
        return verdicts_of(document, "supported", document["answer"].split(".")[0])
    return finds_nothing(document)


def invents_quotes(document: Document) -> list[dict[str, str]]:
    if ORDER.search(document["answer"]):
        return finds_nothing(document)
    return verdicts_of(document, "supported", "words that nobody wrote")


def names_others(document: Document) -> list[dict[str, str]]:
    return [{"id": "another", "verdict": "absent", "quote": ""}]


class StandIn:
    """``verdicts`` decides what an honest reply says; ``manner`` how the service behaves while giving it."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.verdicts: Verdicts = finds_everything
        self.manner = "honest"
        self.requests: list[Document] = []
        self.headers: list[dict[str, str]] = []
        # Called with each request as it arrives.
        self.watch: Callable[[], None] = lambda: None
        self._port = server.server_address[1]

    def endpoint(self, **more: Any) -> Endpoint:
        given = {"url": f"http://127.0.0.1:{self._port}/v1", "model": "stand-in", "timeout": 5.0, **more}
        return Endpoint(**given)

    @property
    def documents(self) -> list[Document]:
        """What stood in the user's role of each request."""
        return [json.loads(request["messages"][-1]["content"]) for request in self.requests]

    @property
    def answers(self) -> list[str]:
        return [document["answer"] for document in self.documents]

    def reply(self, request: Document) -> bytes:
        document = json.loads(request["messages"][-1]["content"])
        content = json.dumps({"concepts": self.verdicts(document)}, ensure_ascii=False)
        message: Document = {"role": "assistant", "content": content}
        finish = "stop"
        if self.manner == "refusing":
            message = {"role": "assistant", "content": None, "refusal": "I cannot help with that."}
        elif self.manner == "talking":
            message["content"] = f"Here is the result:\n```json\n{content}\n```"
        elif self.manner == "cut short":
            message["content"], finish = content[: len(content) // 2], "length"
        elif self.manner == "deep":
            message["content"] = "[" * 50_000
        choice = {"index": 0, "message": message, "finish_reason": finish}
        return json.dumps({"object": "chat.completion", "choices": [choice]}).encode()


class _Handler(BaseHTTPRequestHandler):
    stand_in: StandIn

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        request = json.loads(body)
        self.stand_in.requests.append(request)
        self.stand_in.headers.append({name.casefold(): value for name, value in self.headers.items()})
        self.stand_in.watch()
        with suppress(BrokenPipeError, ConnectionResetError):
            self._answer(self.stand_in.reply(request))

    def do_GET(self) -> None:
        """Where a redirect would lead."""
        self.stand_in.requests.append({"followed": self.path})
        self._send(200, b"{}")

    def _answer(self, reply: bytes) -> None:
        manner = self.stand_in.manner
        if manner == "failing":
            self._send(500, b"out of order")
        elif manner == "redirecting":
            self._send(302, b"", Location="/elsewhere")
        elif manner == "huge":
            self._send(200, reply + b" " * 8_000_000)
        elif manner == "not json":
            self._send(200, b"<html>Welcome</html>")
        elif manner == "truncated":
            self._send(200, reply[: len(reply) // 2], length=len(reply))
        elif manner == "hanging up":
            self.close_connection = True
        elif manner == "silent":
            time.sleep(2)
        elif manner == "dripping":
            self._drip(reply)
        else:
            self._send(200, reply)

    def _send(self, status: int, body: bytes, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _drip(self, reply: bytes) -> None:
        """Byte by byte: no single step is slow."""
        self.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n")
        for byte in reply[:100]:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            time.sleep(DRIP_SECONDS)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name
        """Tests are quiet."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Who hangs up early is meant to."""


@contextmanager
def language_model_service() -> Iterator[StandIn]:
    """The service, listening on a port of its own."""
    handler = type("Handler", (_Handler,), {})
    server = _Server(("127.0.0.1", 0), handler)
    stand_in = StandIn(server)
    handler.stand_in = stand_in  # type: ignore[attr-defined]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield stand_in
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
