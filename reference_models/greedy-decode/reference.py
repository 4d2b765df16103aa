"""Greedy decoding: the likeliest word each time, and it is the next step's input."""

import torch
from torch import Tensor


@torch.no_grad()
def greedy_decode(
    context: Tensor,
    embedding: Tensor,
    w_ih: Tensor,
    w_hh: Tensor,
    w_out: Tensor,
    bos: int,
    eos: int,
    max_length: int,
) -> tuple[Tensor, Tensor]:
    """The words (N, max_length) that a plain recurrent network writes, and how many there are."""
    refuse_what_the_statement_excludes(context, embedding, w_ih, w_hh, w_out, (bos, eos))
    sentences = len(context)
    state = context
    words = torch.full((sentences,), bos)
    has_stopped = torch.zeros(sentences, dtype=torch.bool)
    lengths = torch.zeros(sentences, dtype=torch.int64)

    written = []
    for _ in range(max_length):
        state = torch.tanh(embedding[words] @ w_ih.T + state @ w_hh.T)
        scores = state @ w_out.T  # (N, V)
        refuse_ties(scores)
        words = torch.where(has_stopped, eos, scores.argmax(dim=1))
        lengths += ~has_stopped
        has_stopped = has_stopped | (words == eos)
        written.append(words)
    return torch.stack(written, dim=1), lengths


def refuse_what_the_statement_excludes(
    context: Tensor, embedding: Tensor, w_ih: Tensor, w_hh: Tensor, w_out: Tensor, symbols: tuple[int, int]
) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    (words, features), units = embedding.shape, context.shape[1]
    if w_ih.shape != (units, features) or w_hh.shape != (units, units) or w_out.shape != (words, units):
        raise ValueError("w_ih is (H, D), w_hh (H, H) and w_out (V, H)")
    if len(context) == 0 or symbols[0] == symbols[1] or not all(0 <= symbol < words for symbol in symbols):
        raise ValueError("there is a sentence, and bos and eos are two different words")


def refuse_ties(scores: Tensor) -> None:
    """Between two words with one score there is no right choice."""
    best = scores.topk(2, dim=1).values
    if (best[:, 0] - best[:, 1] < 1e-3).any():
        raise ValueError("the best score must be ahead of the second")
