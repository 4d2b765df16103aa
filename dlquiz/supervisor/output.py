"""What the parts print, line by line, each with the name of the part before it."""

import os
import sys
from collections.abc import Mapping
from typing import TextIO

COLOURS = {"dlquiz": 1, "setup": 36, "broker": 35, "web": 32, "worker": 33, "beat": 34}
WIDTH = max(len(name) for name in COLOURS)
LONGEST_LINE = 64 * 1024


class Output:
    """Writes whole lines to one stream, coloured where a person looks at a terminal."""

    def __init__(self, stream: TextIO | None = None, environment: Mapping[str, str] = os.environ) -> None:
        self.stream = stream or sys.stdout
        self.colour = self.stream.isatty() and "NO_COLOR" not in environment
        self._unfinished: dict[str, bytes] = {}

    def say(self, line: str) -> None:
        """A line of the supervisor's own."""
        self.line("dlquiz", line)

    def line(self, name: str, text: str) -> None:
        label = f"{name:<{WIDTH}} |"
        if self.colour:
            label = f"\x1b[{COLOURS.get(name, 0)}m{label}\x1b[0m"
        try:
            self.stream.write(f"{label} {text}\n")
            self.stream.flush()
        except BrokenPipeError:  # whoever read this is gone; the site stays
            self.stream = open(os.devnull, "w")  # noqa: SIM115

    def feed(self, name: str, data: bytes) -> None:
        """Bytes as they come from a part: whole lines are written, the rest waits for its end."""
        *lines, rest = (self._unfinished.pop(name, b"") + data).split(b"\n")
        for line in lines:
            self.line(name, line.decode("utf-8", "replace").rstrip("\r"))
        if len(rest) > LONGEST_LINE:
            self.line(name, rest.decode("utf-8", "replace"))
        elif rest:
            self._unfinished[name] = rest

    def finish(self, name: str) -> None:
        """The part is gone; what it had begun to write is shown too."""
        rest = self._unfinished.pop(name, b"")
        if rest:
            self.line(name, rest.decode("utf-8", "replace"))
