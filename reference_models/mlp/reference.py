"""Linear layers, and ReLU between them."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn


class MLP(nn.Module):
    """``sizes`` holds the number of inputs, the widths of the hidden layers, the number of outputs."""

    def __init__(self, sizes: Sequence[int]) -> None:
        super().__init__()
        if len(sizes) < 2 or min(sizes) < 1:
            # No student has to: this keeps the search for small examples from networks that make no sense.
            raise ValueError("two sizes are wanted at least, and none of them 0")
        self.layers = nn.ModuleList(nn.Linear(inputs, outputs) for inputs, outputs in zip(sizes, sizes[1:]))

    def forward(self, x: Tensor) -> Tensor:
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)
