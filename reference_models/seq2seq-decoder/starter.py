"""Your decoder. Everything below the docstrings is yours to replace."""

import torch
from torch import nn


class Seq2SeqDecoder(nn.Module):
    """Predicts the words of an answer, each from the right words before it (teacher forcing).

    num_embeddings:  V, how many words there are
    embedding_dim:   how many numbers stand for a word
    hidden_size:     H, how many numbers a state has
    bos:             the id of the start symbol

    self.embedding is an nn.Embedding, self.rnn an nn.GRU of one layer, self.out an nn.Linear from H to V:
    weights are loaded by these names.
    """

    def __init__(self, num_embeddings: int, embedding_dim: int, hidden_size: int, bos: int) -> None:
        super().__init__()

    def forward(self, context: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """A score for each word at each place of the target.

        context:  shape (N, H), the encoder's last state
        targets:  shape (N, T), int64, the right words, without the start symbol; T is at least 1

        Returns logits of shape (N, T, V). Gradients must flow through them to context and to the weights. The
        inputs stay as they were. Arguments are always legal, so there is nothing to raise.
        """
        raise NotImplementedError("forward is not written yet")
