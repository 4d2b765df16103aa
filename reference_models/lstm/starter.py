"""Your LSTM layer. Everything below the docstrings is yours to replace."""

import torch
from torch import nn


class LSTM(nn.Module):
    """An LSTM over a sequence, of one or more layers. D is input_size, H hidden_size, K num_layers.

    Parameters of layer k: weight_ih_l{k} (4 * H, D), from the second layer on (4 * H, H);
    weight_hh_l{k} (4 * H, H); bias_ih_l{k} and bias_hh_l{k} (4 * H,). Blocks of H rows for i, f, g, o.
    """

    def __init__(
        self, input_size: int, hidden_size: int, num_layers: int = 1, batch_first: bool = False
    ) -> None:
        super().__init__()

    def forward(
        self, x: torch.Tensor, h_0: torch.Tensor | None = None, c_0: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Returns (output, h_n, c_n).

        x:        shape (T, N, D), or (N, T, D) if batch_first; float32, any memory layout
        h_0, c_0: shape (K, N, H), or None for zeros
        output:   the topmost layer's hidden states, shape (T, N, H), or (N, T, H) if batch_first
        h_n, c_n: every layer's states after the last step, shape (K, N, H)

        The inputs stay as they were. Arguments are always legal, so there is nothing to raise.
        """
        raise NotImplementedError("forward is not written yet")
