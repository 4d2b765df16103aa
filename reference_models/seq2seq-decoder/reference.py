"""A decoder under teacher forcing: all steps at once, each fed with the right word before it."""

import torch
from torch import Tensor, nn


class Seq2SeqDecoder(nn.Module):
    """Scores (N, T, V) for the words of a target (N, T), from a context (N, H)."""

    def __init__(self, num_embeddings: int, embedding_dim: int, hidden_size: int, bos: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(num_embeddings, embedding_dim)
        self.rnn = nn.GRU(embedding_dim, hidden_size, batch_first=True)
        self.out = nn.Linear(hidden_size, num_embeddings)
        self.bos = bos

    def forward(self, context: Tensor, targets: Tensor) -> Tensor:
        self._refuse_what_the_statement_excludes(context, targets)
        # The target moved one place to the right: its last word is predicted, but never fed in.
        start = torch.full_like(targets[:, :1], self.bos)
        before = torch.cat([start, targets[:, :-1]], dim=1)
        states, _ = self.rnn(self.embedding(before), context[None])
        return self.out(states)

    def _refuse_what_the_statement_excludes(self, context: Tensor, targets: Tensor) -> None:
        """No student has to: this keeps the search for small examples from calls that make no sense."""
        if context.ndim != 2 or targets.ndim != 2 or 0 in targets.shape or len(context) != len(targets):
            raise ValueError("context is (N, H) and targets (N, T), none of them empty")
