"""Python functions that can be shut and opened again: by their name, or by what they run."""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, NoReturn


@dataclass(frozen=True)
class Door:
    """A Python function that does what an operator does: ``holder[name]`` or ``holder.name``."""

    holder: Any
    name: Any
    told: str

    def shut(self, raising: Callable[..., NoReturn]) -> Callable[[], None]:
        """Shut it; what is returned opens it again."""
        if isinstance(self.holder, dict):
            behind = self.holder[self.name]
            self.holder[self.name] = raising
            return partial(self.holder.__setitem__, self.name, behind)
        own = self.name in vars(self.holder)
        opened = partial(setattr, self.holder, self.name, vars(self.holder)[self.name] if own else None)
        setattr(self.holder, self.name, raising)
        # What it had inherited comes back when its own has gone.
        return opened if own else partial(delattr, self.holder, self.name)


@dataclass(frozen=True)
class Body:
    """What a Python function runs. ``told``: the name by which a student knows it."""

    function: types.FunctionType
    told: str

    def shut(self, raising: Callable[..., NoReturn]) -> Callable[[], None]:
        """Shut it; what is returned opens it again."""
        function = self.function
        opened = partial(_give, function, function.__code__, function.__defaults__, function.__kwdefaults__)
        _give(function, _refuse.__code__, None, {"raising": raising})
        return opened


def _give(
    function: types.FunctionType,
    code: types.CodeType,
    defaults: tuple[Any, ...] | None,
    keyword_defaults: dict[str, Any] | None,
) -> None:
    function.__code__ = code
    function.__defaults__ = defaults
    function.__kwdefaults__ = keyword_defaults


def _refuse(*_: Any, raising: Callable[..., NoReturn], **__: Any) -> NoReturn:
    raising()
