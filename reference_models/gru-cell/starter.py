"""Your GRU cell. Everything below the docstring is yours to replace."""

import torch


def gru_cell(
    x: torch.Tensor,
    h: torch.Tensor,
    w_ih: torch.Tensor,
    w_hh: torch.Tensor,
    b_ih: torch.Tensor,
    b_hh: torch.Tensor,
) -> torch.Tensor:
    """One step of a GRU, the reset gate after the matrix product.

    x:          shape (N, D), float32 or float64, any memory layout
    h:          old hidden state, shape (N, H), dtype of x
    w_ih, w_hh: shapes (3 * H, D) and (3 * H, H): blocks of H rows for r, z, n
    b_ih, b_hh: shape (3 * H,), the same blocks

    Returns h_new: one new tensor of shape (N, H) with the dtype of x. Gradients must flow through it
    to all inputs, which stay as they were. Arguments are always legal, so there is nothing to raise.
    """
    raise NotImplementedError("gru_cell is not written yet")
