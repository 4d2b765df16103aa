"""The activation comes before every layer but the first, as a clamp."""

from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList()
        for inputs, outputs in zip(sizes[:-1], sizes[1:]):
            self.layers.append(nn.Linear(inputs, outputs))

    def forward(self, x):
        first, *others = self.layers
        y = first(x)
        for layer in others:
            y = layer(y.clamp(min=0))
        return y
