"""Two doors for failure, theirs and ours. This is ours: never a verdict, never scored, retried."""

from __future__ import annotations

from graders.contract import Message


class EngineFault(Exception):
    """The engine could not do its work: no zygote, no cell, a broken descriptor."""


class PackageBroken(EngineFault):
    """The package's own code failed. ``messages`` say what, for its author."""

    def __init__(self, messages: tuple[Message, ...]) -> None:
        super().__init__("; ".join(f"{m.code} {dict(m.params)}" for m in messages))
        self.messages = messages
