"""Two doors for failure, theirs and ours. This is ours: never a verdict, never scored, retried."""

from __future__ import annotations

from graders.contract import Message, Text


class EngineFault(Exception):
    """The engine could not do its work: no zygote, no cell, no descriptor left, a cell that was killed."""


class ProcessLost(EngineFault):
    """The zygote or a cell has died or hangs, through nothing that it ran. Another may be asked the same."""


class LevelFault(EngineFault):
    """This host does not hold a level of the sandbox."""


class CardLost(EngineFault):
    """The graphics card does not answer, or computes wrongly: nothing is graded on it until it is well."""


class CardMissing(EngineFault):
    """This machine has no graphics card that can be used. ``why``: what to do, in both languages."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


class PackageBroken(EngineFault):
    """The package's own code failed. ``messages`` say what, for its author."""

    def __init__(self, messages: tuple[Message, ...]) -> None:
        super().__init__("; ".join(f"{m.code} {dict(m.params)}" for m in messages))
        self.messages = messages
