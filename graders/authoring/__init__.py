"""The vocabulary of ``cases.py``: cases declared as data, drawn from one source of randomness.

Runs in a package cell. A case is a list of steps over labelled input tensors; which checks apply
follows from the steps::

    def cases(draw):
        x, w = draw.normal(2, 3, 8, 7), draw.normal(4, 3, 3, 3)
        yield case(
            "stride 2",
            call("conv2d", x=x, weight=w, bias=None, stride=2),
            backward("y", wrt=("x", "weight")),
            visible=True,
            reduction=27,
            layouts=("permuted", "strided"),
        )

Tensors, ``None`` and instances are passed by position in the order written, everything else by
keyword; the keyword is the label of the input. Labels are unique within a case.
"""

from graders.authoring.case import case
from graders.authoring.draw import Draw
from graders.authoring.error import CaseError
from graders.authoring.statements import (
    combined,
    different,
    distributed,
    equal,
    extreme,
    falls,
    limit,
    reaches,
    summed,
    zeros,
)
from graders.authoring.steps import (
    backward,
    call,
    construct,
    evaluate,
    fails,
    hold,
    instance,
    load,
    parameters,
    parameters_of,
    read,
    read_held,
    seed,
    train,
)

__all__ = [
    "CaseError",
    "Draw",
    "backward",
    "call",
    "case",
    "combined",
    "construct",
    "different",
    "distributed",
    "equal",
    "evaluate",
    "extreme",
    "fails",
    "falls",
    "hold",
    "instance",
    "limit",
    "load",
    "parameters",
    "parameters_of",
    "reaches",
    "read",
    "read_held",
    "seed",
    "summed",
    "train",
    "zeros",
]
