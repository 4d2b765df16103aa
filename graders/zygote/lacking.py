"""What a solution lacks that a case needs of it: told by name, not as the error that it leads to."""

from __future__ import annotations

from torch import Tensor


class Missing(AttributeError):
    """The solution lacks an attribute that the task requires; the message is its name."""


class Misshapen(Exception):
    """A parameter or buffer into which the case's values do not fit; ``params`` name it and both shapes."""

    def __init__(self, name: str, actual: Tensor, expected: Tensor) -> None:
        super().__init__(name)
        shapes = {"actual": str(tuple(actual.shape)), "expected": str(tuple(expected.shape))}
        self.params = {"name": name, **shapes}
