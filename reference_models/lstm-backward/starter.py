"""Your backward pass of an LSTM. Everything below the docstring is yours to replace."""

import torch


def lstm_backward(
    dout: torch.Tensor,
    x: torch.Tensor,
    h_0: torch.Tensor,
    c_0: torch.Tensor,
    w_ih: torch.Tensor,
    w_hh: torch.Tensor,
    b_ih: torch.Tensor,
    b_hh: torch.Tensor,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Gradients of an LSTM over whole sequences, by hand.

    dout:       gradient of the loss for the hidden states h_1, ..., h_T, shape (T, N, H),
                float32 or float64, any memory layout
    x:          inputs of the forward pass, shape (T, N, D)
    h_0, c_0:   its initial states, shape (N, H)
    w_ih, w_hh: shapes (4 * H, D) and (4 * H, H): blocks of H rows for the gates i, f, g, o
    b_ih, b_hh: shape (4 * H,), the same blocks

    Returns (dx, dh_0, dc_0, dw_ih, dw_hh, db): new tensors with the shapes of x, h_0, c_0, w_ih, w_hh
    and b_ih. The inputs stay as they were. Arguments are always legal, so there is nothing to raise.
    """
    raise NotImplementedError("lstm_backward is not written yet")
