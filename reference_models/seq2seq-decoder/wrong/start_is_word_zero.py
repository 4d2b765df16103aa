import torch
from torch import nn


class Seq2SeqDecoder(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, hidden_size, bos):
        super().__init__()
        self.bos = bos
        self.embedding = nn.Embedding(num_embeddings, embedding_dim)
        self.rnn = nn.GRU(embedding_dim, hidden_size, batch_first=True)
        self.out = nn.Linear(hidden_size, num_embeddings)

    def forward(self, context, targets):
        n, t = targets.shape
        start = torch.full((n, 1), 0, dtype=targets.dtype)
        before = torch.cat([start, targets[:, :-1]], dim=1)
        words = self.embedding(before)
        first = context.unsqueeze(0)
        states, last = self.rnn(words, first)
        logits = self.out(states)
        return logits
