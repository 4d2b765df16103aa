import torch
import torch.nn.functional as F
from torch import nn


class Seq2SeqDecoder(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, hidden_size, bos):
        super().__init__()
        self.embedding = nn.Embedding(num_embeddings, embedding_dim)
        self.rnn = nn.GRU(embedding_dim, hidden_size, batch_first=True)
        self.out = nn.Linear(hidden_size, num_embeddings)
        self.register_buffer("bos", torch.tensor(bos))

    def forward(self, context, targets):
        inputs = F.pad(targets, (1, 0))[:, :-1].clone()
        inputs[:, 0] = self.bos
        hidden, _ = self.rnn(self.embedding(inputs), context.reshape(1, *context.shape))
        return hidden @ self.out.weight.T + self.out.bias
