"""What code has to show: calls with their arguments and values, several of them, in an order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any

Wanted = Mapping[str, tuple[str, ...]]

_ACTIVATION_LAYERS = (
    *("ReLU", "ReLU6", "LeakyReLU", "PReLU", "ELU", "SELU", "GELU", "SiLU", "Mish"),
    *("Sigmoid", "Tanh", "Hardswish", "Softplus"),
)
_ACTIVATIONS = (
    *("relu", "relu_", "leaky_relu", "elu", "selu", "gelu", "silu", "mish"),
    *("sigmoid", "tanh", "softplus"),
)
_POOLING_LAYERS = ("MaxPool1d", "MaxPool2d", "AvgPool1d", "AvgPool2d", "AdaptiveAvgPool2d")
_POOLING = ("max_pool1d", "max_pool2d", "avg_pool1d", "avg_pool2d", "adaptive_avg_pool2d")
_HEADS = ("torch", "torch.nn.functional", "")
# What a step of an order may be named by instead of all its spellings; a method's name begins with a dot.
GROUPS: Mapping[str, frozenset[str]] = {
    "activation": frozenset(
        [f"torch.nn.{name}" for name in _ACTIVATION_LAYERS]
        + [f"{head}.{name}" for head in _HEADS for name in _ACTIVATIONS]
    ),
    "pooling": frozenset(
        [f"torch.nn.{name}" for name in _POOLING_LAYERS]
        + [f"torch.nn.functional.{name}" for name in _POOLING]
    ),
    "flatten": frozenset(
        [".flatten", ".view", ".reshape", "torch.flatten", "torch.reshape", "torch.nn.Flatten"]
    ),
}


class Which(StrEnum):
    """Which of several calls has to have the wanted values."""

    EVERY = "every"
    ANY = "any"
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True)
class Part:
    """One thing to show: a call with what it needs, or calls in an order.

    Each of ``layers``, ``functions`` and ``methods`` gives the arguments that a call needs; ``values`` what
    some of them may be. ``tensors`` says of an argument that it is what the call is applied to, and must be
    a tensor that goes by one of these names.
    """

    layers: Wanted = field(default_factory=dict)
    functions: Wanted = field(default_factory=dict)
    methods: Wanted = field(default_factory=dict)
    values: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    tensors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    which: Which = Which.EVERY
    at_least: int = 1
    order: tuple[str, ...] = ()
    id: str = "made"
    marks: Decimal = Decimal(1)

    @cached_property
    def steps(self) -> tuple[frozenset[str], ...]:
        """The order's steps, each with all its spellings."""
        return tuple(step_names(step) for step in self.order)

    @property
    def calls(self) -> bool:
        """Whether calls are asked for, and not only an order."""
        return bool(self.layers or self.functions or self.methods)

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self.layers) | frozenset(self.functions) | frozenset().union(*self.steps)

    @property
    def label(self) -> str:
        """The call as feedback names it."""
        name = next(iter((*self.layers, *self.functions, *self.methods)), "")
        return name.replace("torch.", "")


@dataclass(frozen=True)
class CodeKey:
    """The main part and what else there has to be; ``applied`` says that an input goes through all of it."""

    main: Part
    also: tuple[Part, ...] = ()
    rivals: tuple[str, ...] = ()
    applied: tuple[str, Decimal] = ("applied", Decimal(1))

    @property
    def parts(self) -> tuple[Part, ...]:
        return (self.main, *self.also)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every call that the question speaks of."""
        return frozenset(self.rivals).union(*(part.names for part in self.parts))


def step_names(step: str) -> frozenset[str]:
    """The spellings of one step of an order: ``torch.nn.Linear | torch.nn.LazyLinear``, ``activation``."""
    names = [name.strip() for name in step.split("|")]
    return frozenset().union(*(GROUPS.get(name, frozenset({name})) for name in names))
