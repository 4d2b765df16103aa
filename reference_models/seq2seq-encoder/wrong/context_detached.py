import torch
from torch import nn


class Seq2SeqEncoder(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, hidden_size):
        super().__init__()
        self.embedding = nn.Embedding(num_embeddings, embedding_dim)
        self.rnn = nn.GRU(embedding_dim, hidden_size, batch_first=True)

    def forward(self, tokens, lengths):
        n, t = tokens.shape
        words = self.embedding(tokens)
        states, last = self.rnn(words)
        context = states[torch.arange(n), lengths - 1]
        real = torch.arange(t).unsqueeze(0) < lengths.unsqueeze(1)
        outputs = states * real.unsqueeze(2)
        return outputs, context.detach()
