"""An encoder that lets its GRU read on over the padding, and chooses the right states afterwards."""

import torch
from torch import Tensor, nn


class Seq2SeqEncoder(nn.Module):
    """Embedding and GRU: the states after each word, and the one after the last real word."""

    def __init__(self, num_embeddings: int, embedding_dim: int, hidden_size: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(num_embeddings, embedding_dim)
        self.rnn = nn.GRU(embedding_dim, hidden_size, batch_first=True)

    def forward(self, tokens: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor]:
        self._refuse_what_the_statement_excludes(tokens, lengths)
        states, _ = self.rnn(self.embedding(tokens))  # (N, T, H)

        # What comes after a word cannot change its state: padding stands at the end.
        sentences, words = tokens.shape
        context = states[torch.arange(sentences), lengths - 1]
        is_real = torch.arange(words) < lengths[:, None]  # (N, T)
        return states.masked_fill(~is_real[:, :, None], 0.0), context

    def _refuse_what_the_statement_excludes(self, tokens: Tensor, lengths: Tensor) -> None:
        """No student has to: this keeps the search for small examples from calls that make no sense."""
        if tokens.ndim != 2 or lengths.shape != tokens.shape[:1] or 0 in tokens.shape:
            raise ValueError("tokens are (N, T) and lengths (N,), none of them empty")
        if (lengths < 1).any() or (lengths > tokens.shape[1]).any():
            raise ValueError("a length lies between 1 and T")
