import torch
from torch import nn


class Seq2SeqDecoder(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, hidden_size, bos):
        super().__init__()
        self.embedding = nn.Embedding(num_embeddings, embedding_dim)
        self.rnn = nn.GRU(embedding_dim, hidden_size)
        self.out = nn.Linear(hidden_size, num_embeddings)
        self.bos = bos

    def forward(self, context, targets):
        state, word = context[None], torch.full_like(targets[:, 0], self.bos)
        logits = []
        for right in targets.unbind(dim=1):
            output, state = self.rnn(self.embedding(word)[None], state)
            logits.append(self.out(output[0]))
            word = right
        return torch.stack(logits, dim=1)
