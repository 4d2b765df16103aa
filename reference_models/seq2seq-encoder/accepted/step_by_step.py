import torch
from torch import nn


class Seq2SeqEncoder(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, hidden_size):
        super().__init__()
        self.embedding = nn.Embedding(num_embeddings, embedding_dim)
        self.rnn = nn.GRU(embedding_dim, hidden_size)

    def forward(self, tokens, lengths):
        state = self.embedding.weight.new_zeros(len(tokens), self.rnn.hidden_size)
        outputs = []
        for t in range(tokens.shape[1]):
            real = (t < lengths).unsqueeze(1)
            _, new = self.rnn(self.embedding(tokens[:, t])[None], state[None])
            state = torch.where(real, new[0], state)
            outputs.append(torch.where(real, state, 0.0))
        return torch.stack(outputs, dim=1), state
