"""Your greedy decoding. Everything below the docstring is yours to replace."""

import torch


def greedy_decode(
    context: torch.Tensor,
    embedding: torch.Tensor,
    w_ih: torch.Tensor,
    w_hh: torch.Tensor,
    w_out: torch.Tensor,
    bos: int,
    eos: int,
    max_length: int,
) -> tuple[torch.Tensor, torch.Tensor]:
    """Write sentences with a plain recurrent network, always the word with the highest score.

    context:     shape (N, H), float32 or float64, the first states
    embedding:   shape (V, D), one row for each word
    w_ih:        shape (H, D)
    w_hh:        shape (H, H)
    w_out:       shape (V, H)
    bos, eos:    ids of the start and of the stop symbol
    max_length:  L, at least 1

    Returns (tokens, lengths), both int64: tokens of shape (N, L), without bos, filled up with eos after the
    first one, and lengths of shape (N,), counting the eos, or L where none came. The inputs stay as they
    were. Arguments are always legal, so there is nothing to raise.
    """
    raise NotImplementedError("greedy_decode is not written yet")
