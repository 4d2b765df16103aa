"""A zygote whose cells lack some layers of the sandbox, to measure what each of them costs.

For the bench alone, on accepted solutions that a package brings with it. The sandbox itself has no switch
for this, and nothing that a worker can be told leads here: the layers are taken out from outside, in the
process that this module is run in.

``python -m graders.bench.bare LAYER,LAYER… ARGUMENTS OF THE ZYGOTE…``
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from graders.sandbox import enter, landlock, namespaces, seccomp

Place = tuple[Any, str]

# What puts each layer up, in the order in which a cell does it. The closing of inherited descriptors is not
# among them: without it cells hold each other's pipes open and never end.
LAYERS: dict[str, Place] = {
    "namespaces": (namespaces, "enter"),
    "limits": (enter, "_set_limits"),
    "capabilities": (enter, "_drop_capabilities"),
    "landlock": (landlock.Ruleset, "restrict_self"),
    "seccomp": (seccomp.Filter, "install"),
}


def leave_out(names: list[str]) -> None:
    """From here on this process and its children do without these. ``KeyError`` for an unknown layer."""
    for name in names:
        owner, attribute = LAYERS[name]
        left: Callable[..., Any] = getattr(owner, attribute)
        assert callable(left)
        setattr(owner, attribute, _nothing)


def _nothing(*_: object) -> None:
    """Where a layer was."""


if __name__ == "__main__":
    # Here, since it needs torch, and who reads ``LAYERS`` does not.
    from graders.zygote import zygote

    leave_out([name for name in sys.argv[1].split(",") if name])
    zygote.main(sys.argv[2:])
