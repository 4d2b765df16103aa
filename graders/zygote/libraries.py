"""Families that are no operators: what torch builds in Python of its own, out of operators that stay open.

Closing those would close tensor arithmetic, so the functions themselves are closed. Whoever holds one already
(torch's own modules do) holds the same function, and so what it runs is replaced where that can be done.
"""

from __future__ import annotations

import importlib
import inspect
import re
import sys
import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graders.zygote.doors import Body, Door


@dataclass(frozen=True)
class Library:
    """Modules, with those inside them, and a pattern over the names of what is closed there."""

    modules: tuple[str, ...]
    closes: str = ""
    but: tuple[str, ...] = ()


LIBRARIES: dict[str, Library] = {
    # Filling a tensor with numbers of one distribution is an operator, and open.
    "initialization": Library(("torch.nn.init",), r"xavier|kaiming|orthogonal|dirac|sparse|fan|gain"),
    "optimizer": Library(("torch.optim",), but=("torch.optim.lr_scheduler", "torch.optim.swa_utils")),
    "gradient_clipping": Library(("torch.nn.utils.clip_grad",), r"clip|norm"),
    "data_loading": Library(
        ("torch.utils.data.dataloader", "torch.utils.data.dataset", "torch.utils.data.sampler")
    ),
}


def shut_of(family: str) -> tuple[Door | Body, ...]:
    """What a family closes: functions, and methods, which are told by the name of their class."""
    library = LIBRARIES[family]
    search = re.compile(library.closes).search
    found: dict[Any, Door | Body] = {}
    for module in _modules(library):
        for holder, name, value in _callables(module):
            function = inspect.unwrap(value)
            ours = isinstance(function, types.FunctionType) and function.__module__ == module.__name__
            if ours and search(name):
                told = (holder.__name__ if isinstance(holder, type) else name).lstrip("_")
                found.setdefault(function, _shut(holder, name, function, told))
    return tuple(found.values())


def _shut(holder: Any, name: str, function: types.FunctionType, told: str) -> Door | Body:
    # What closes over something cannot be given the body of what does not.
    return Door(holder, name, told) if function.__code__.co_freevars else Body(function, told)


def _modules(library: Library) -> Iterator[types.ModuleType]:
    for path in library.modules:
        importlib.import_module(path)
        inside = [name for name in sys.modules if name == path or name.startswith(path + ".")]
        yield from (sys.modules[name] for name in inside if name not in library.but)


def _callables(module: types.ModuleType) -> Iterator[tuple[Any, str, Any]]:
    """(holder, name, function) of all that a module defines, the methods of its classes included."""
    for name, value in vars(module).items():
        if not isinstance(value, type):
            yield module, name, value
        elif value.__module__ == module.__name__:
            for inner, method in vars(value).items():
                # What is shut must still end, and be looked at, as any object.
                if inner not in ("__del__", "__repr__", "__init_subclass__", "__class_getitem__"):
                    yield value, inner, getattr(method, "__func__", method)
