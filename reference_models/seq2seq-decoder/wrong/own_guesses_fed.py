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
        word = torch.full((n, 1), self.bos, dtype=targets.dtype)
        state = context.unsqueeze(0)
        steps = []
        for _ in range(t):
            output, state = self.rnn(self.embedding(word), state)
            steps.append(self.out(output))
            word = steps[-1].argmax(dim=2)
        logits = torch.cat(steps, dim=1)
        return logits
