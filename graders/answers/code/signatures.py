"""The arguments of PyTorch's usual layers and functions, in order and with defaults; and binding to them."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from graders.answers.code.things import Arguments, Known, Thing

_CONV = "in_channels, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1, bias=True"
_CONV_TRANSPOSE = (
    "in_channels, out_channels, kernel_size, stride=1, padding=0, output_padding=0, groups=1, bias=True"
)
_MAX_POOL = "kernel_size, stride=None, padding=0, dilation=1, return_indices=False, ceil_mode=False"
_AVG_POOL = "kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True"
_BATCH_NORM = "num_features, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True"
_RECURRENT = "input_size, hidden_size, num_layers=1, bias=True, batch_first=False, dropout=0.0"
_RNN = _RECURRENT.replace("bias", "nonlinearity='tanh', bias")
_CONV_FUNCTION = "input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1"
_KAIMING = "tensor, a=0, mode='fan_in', nonlinearity='leaky_relu'"

_LAYERS = {
    **dict.fromkeys(("Conv1d", "Conv2d", "Conv3d"), _CONV),
    **dict.fromkeys(("ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d"), _CONV_TRANSPOSE),
    **dict.fromkeys(("LazyConv1d", "LazyConv2d", "LazyConv3d"), _CONV.removeprefix("in_channels, ")),
    **dict.fromkeys(("MaxPool1d", "MaxPool2d", "MaxPool3d"), _MAX_POOL),
    **dict.fromkeys(("AvgPool1d", "AvgPool2d", "AvgPool3d"), _AVG_POOL),
    **dict.fromkeys(("AdaptiveAvgPool1d", "AdaptiveAvgPool2d", "AdaptiveMaxPool2d"), "output_size"),
    **dict.fromkeys(("BatchNorm1d", "BatchNorm2d", "BatchNorm3d"), _BATCH_NORM),
    **dict.fromkeys(("Dropout", "Dropout1d", "Dropout2d", "Dropout3d"), "p=0.5, inplace=False"),
    **dict.fromkeys(("LSTM", "GRU"), _RECURRENT + ", bidirectional=False"),
    "RNN": _RNN + ", bidirectional=False",
    "RNNCell": "input_size, hidden_size, bias=True, nonlinearity='tanh'",
    **dict.fromkeys(("LSTMCell", "GRUCell"), "input_size, hidden_size, bias=True"),
    "Linear": "in_features, out_features, bias=True",
    "LazyLinear": "out_features, bias=True",
    "LayerNorm": "normalized_shape, eps=1e-05, elementwise_affine=True, bias=True",
    "Embedding": "num_embeddings, embedding_dim, padding_idx=None, max_norm=None",
    "Flatten": "start_dim=1, end_dim=-1",
    **dict.fromkeys(("Softmax", "LogSoftmax"), "dim=None"),
    **dict.fromkeys(("ReLU", "ReLU6"), "inplace=False"),
    "LeakyReLU": "negative_slope=0.01, inplace=False",
    "CrossEntropyLoss": "weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean'",
    "MultiheadAttention": "embed_dim, num_heads, dropout=0.0, bias=True",
}
_FUNCTIONS = {
    **dict.fromkeys(("conv1d", "conv2d", "conv3d"), _CONV_FUNCTION),
    **dict.fromkeys(("softmax", "log_softmax"), "input, dim=None, _stacklevel=3, dtype=None"),
    "linear": "input, weight, bias=None",
    "relu": "input, inplace=False",
    "dropout": "input, p=0.5, training=True, inplace=False",
    "max_pool2d": "input, " + _MAX_POOL,
    "avg_pool2d": "input, " + _AVG_POOL,
    "cross_entropy": "input, target, weight=None, size_average=None, ignore_index=-100",
}
_INITS = {
    **dict.fromkeys(("kaiming_normal_", "kaiming_uniform_"), _KAIMING),
    **dict.fromkeys(("xavier_normal_", "xavier_uniform_"), "tensor, gain=1.0"),
    **dict.fromkeys(("zeros_", "ones_"), "tensor"),
    "orthogonal_": "tensor, gain=1",
    "normal_": "tensor, mean=0.0, std=1.0",
    "trunc_normal_": "tensor, mean=0.0, std=1.0, a=-2.0, b=2.0",
    "uniform_": "tensor, a=0.0, b=1.0",
    "constant_": "tensor, val",
}
_TENSOR = {"softmax": "input, dim, dtype=None", "log_softmax": "input, dim, dtype=None"}
_METHODS = {"normal_": "mean=0.0, std=1.0", "softmax": "dim, dtype=None"}

SIGNATURES = {
    **{f"torch.nn.{name}": arguments for name, arguments in _LAYERS.items()},
    **{f"torch.nn.functional.{name}": arguments for name, arguments in _FUNCTIONS.items()},
    **{f"torch.nn.init.{name}": arguments for name, arguments in _INITS.items()},
    **{f"torch.{name}": arguments for name, arguments in _TENSOR.items()},
    **{f"torch.special.{name}": arguments for name, arguments in _TENSOR.items()},
    **{f".{name}": arguments for name, arguments in _METHODS.items()},
}


@dataclass(frozen=True)
class Bound:
    """A call's arguments by name; ``open_ended`` where a star may have brought more than can be seen."""

    things: dict[str, Thing]
    nodes: dict[str, ast.expr] = field(default_factory=dict)
    open_ended: bool = False
    twice: frozenset[str] = frozenset()

    def missing(self, wanted: Sequence[str]) -> str:
        """The first of the wanted arguments that the call was not given."""
        given = {*self.nodes, *self.twice}
        return "" if self.open_ended else next((name for name in wanted if name not in given), "")


def bind(name: str, wanted: Sequence[str], arguments: Arguments) -> Bound:
    """The arguments of one call by their names: those of PyTorch where it is known, else the wanted ones."""
    usual = _usual(name)
    names = tuple(usual) if set(wanted) <= set(usual) else tuple(wanted)
    placed = dict(zip(names, arguments.placed, strict=False))
    given = {**placed, **arguments.named}
    things: dict[str, Thing] = {key: Known(usual[key]) for key in usual if usual[key] is not _NEEDED}
    if arguments.open_ended:
        things = {}
    things |= {key: argument.thing for key, argument in given.items()}
    nodes = {key: argument.node for key, argument in given.items()}
    return Bound(things, nodes, arguments.open_ended, frozenset(placed) & frozenset(arguments.named))


def argument_names(name: str, wanted: Sequence[str]) -> frozenset[str]:
    """Every argument of a call that a question may ask for."""
    return frozenset(wanted) | frozenset(_usual(name))


_NEEDED: Any = object()


@cache
def _usual(name: str) -> dict[str, Any]:
    """The arguments of a known call with their defaults."""
    written = SIGNATURES.get(name, "")
    arguments = ast.parse(f"def f({written}): pass").body[0]
    assert isinstance(arguments, ast.FunctionDef)
    names = [argument.arg for argument in arguments.args.args]
    defaults = [ast.literal_eval(default) for default in arguments.args.defaults]
    needed = [_NEEDED] * (len(names) - len(defaults))
    return dict(zip(names, needed + defaults, strict=True))
